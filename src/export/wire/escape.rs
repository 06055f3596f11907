//! JSON that is safe to show.
//!
//! JSON escapes the control characters of ASCII; a terminal obeys those of the second set, too, and turns words round at
//! direction overrides. They are written as `\u` escapes: any reader of JSON gets them back, no terminal sees them.

use std::fmt::Write as _;

/// `json` with every character escaped that a terminal would obey. Such characters stand in strings only.
pub fn escape(json: String) -> String {
    if !holds_obeyed(json.as_bytes()) {
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

/// Whether a character that [`is_obeyed`] stands in `json`. Most stretches are ASCII, which a look at the highest bit of
/// each byte's successor tells of all bytes at once.
fn holds_obeyed(json: &[u8]) -> bool {
    const STRETCH: usize = 64;
    let plain = |bytes: &[u8]| bytes.iter().fold(0, |high, b| high | b.wrapping_add(1)) < 0x80;
    let stretches = (0..json.len()).step_by(STRETCH).map(|from| from..(from + STRETCH).min(json.len()));
    stretches.filter(|s| !plain(&json[s.clone()])).any(|mut stretch| stretch.any(|at| obeyed_at(json, at)))
}

fn obeyed_at(json: &[u8], at: usize) -> bool {
    match json[at] {
        0x7f => true,
        0xc2 => json.get(at + 1).is_some_and(|b| *b < 0xa0),
        0xe2 => {
            matches!(json.get(at + 1..at + 3), Some([0x80, 0x8e | 0x8f | 0xa8..=0xae] | [0x81, 0xa6..=0xa9]))
        }
        _ => false,
    }
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

    #[test]
    fn bytes_tell_what_characters_tell() {
        for c in ('\0'..='\u{ffff}').chain(['\u{10ffff}']) {
            let text = format!("aé{c}’");
            assert_eq!(holds_obeyed(text.as_bytes()), is_obeyed(c), "{c:?}");
        }
    }
}
