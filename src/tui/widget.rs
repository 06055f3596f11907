//! Small things that several panes and layers are drawn with.

mod line;
mod prompt;

pub use line::{clip, columns, fill, on_one_line, popup};
pub use prompt::Prompt;
