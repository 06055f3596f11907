//! Paragraph numbers.
//!
//! A reader asks for them on every line that it draws, so that they are counted once for a document, not once a line.

use std::sync::OnceLock;

use super::Block;

/// The numbers of a document's blocks. They are worked out from the blocks at first use; a document does not change
/// after that.
#[derive(Debug, Clone, Default)]
pub struct Numbering {
    tables: OnceLock<Tables>,
}

/// The number of each block (0 for furniture), and the block of each number (counted from 1).
#[derive(Debug, Clone)]
struct Tables {
    numbers: Vec<u32>,
    indexes: Vec<u32>,
}

impl Numbering {
    pub(super) fn number(&self, blocks: &[Block], index: usize) -> Option<usize> {
        self.tables(blocks).numbers.get(index).map(|n| *n as usize).filter(|n| *n > 0)
    }

    pub(super) fn index(&self, blocks: &[Block], number: usize) -> Option<usize> {
        self.tables(blocks).indexes.get(number.checked_sub(1)?).map(|i| *i as usize)
    }

    fn tables(&self, blocks: &[Block]) -> &Tables {
        self.tables.get_or_init(|| {
            let mut tables = Tables { numbers: Vec::with_capacity(blocks.len()), indexes: Vec::new() };
            for (index, block) in blocks.iter().enumerate() {
                if !block.kind.is_furniture() {
                    tables.indexes.push(index as u32);
                }
                tables.numbers.push(if block.kind.is_furniture() { 0 } else { tables.indexes.len() as u32 });
            }
            tables
        })
    }
}
