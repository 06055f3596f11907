//! Small things that several panes and layers are drawn with.

mod line;
mod panel;
mod prompt;

pub use line::{clip, columns, fill, on_one_line, popup};
pub use panel::{Panel, column, draw_prompt, draw_rule, key, keys};
pub use prompt::Prompt;
