//! JSON that is safe to show.
//!
//! JSON escapes the control characters of ASCII; a terminal obeys those of the second set, too, and turns words round at
//! direction overrides. They are written as `\u` escapes: any reader of JSON gets them back, no terminal sees them.

use std::fmt::Write as _;

/// `json` with every character escaped that a terminal would obey. Such characters stand in strings only.
pub fn escape(json: String) -> String {
    if !json.contains(is_obeyed) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        if is_obeyed(c) {
            let _ = write!(out, "\\u{:04x}", c as u32);
        } else {
            out.push(c);
        }
    }
    out
}

const fn is_obeyed(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_obey_is_escaped_and_read_back() {
        let text = "a\u{1b}\u{7f}\u{9b}2J\u{202e}é日";
        let json = escape(serde_json::to_string(text).unwrap());
        assert_eq!(json, "\"a\\u001b\\u007f\\u009b2J\\u202eé日\"");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
