//! Small things that several panes and layers are drawn with.

mod line;
mod panel;
mod prompt;

pub use line::{band, clip, columns, fill, on_one_line};
pub use panel::{Panel, column, draw_prompt, draw_rule, key, keys, up_down};
pub use prompt::Prompt;
