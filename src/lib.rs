//! attache: open a briefing, see who takes part, who commits to what, and when they meet next.
//!
//! The way of the data is `bytes → import → Document → extract → KeyPoints`, and with one's own annotations a
//! `Briefing`, which the reader shows and the exporters print. Modules stand on floors and import only from floors
//! below their own; `tests/tidy.rs` holds them to it.

pub mod annotate;
pub mod base;
pub mod briefing;
pub mod cli;
pub mod config;
pub mod document;
pub mod export;
pub mod extract;
pub mod import;
pub mod search;
pub mod text;
pub mod tui;
