//! What opens the item of a list: a bullet, a number, a letter.

/// The length of the bullet or number with its space at the head of `line`; 0 when there is none.
pub(super) fn length(line: &str) -> usize {
    let Some(first) = line.chars().next() else { return 0 };
    let length = match first {
        '•' | '▪' | '‣' | '◦' | '●' | '■' | '·' | '○' | '➢' | '✓' | '∙' | '➤' | '►' | '▸' | '\u{f0b7}' =>
        {
            return with_gap(line, first.len_utf8(), false);
        }
        '-' | '*' | '–' | '—' | '+' => first.len_utf8(),
        '(' | '0'..='9' | 'a'..='z' | 'I' | 'V' | 'X' => numeral(line),
        _ => 0,
    };
    if length == 0 { 0 } else { with_gap(line, length, true) }
}

/// `length` with the white space after it; 0 when nothing follows, or no space where one is needed.
fn with_gap(line: &str, length: usize, needed: bool) -> usize {
    let rest = &line[length..];
    let gap = rest.len() - rest.trim_start().len();
    if rest.trim_start().is_empty() || (needed && gap == 0) { 0 } else { length + gap }
}

/// The length of `1.`, `1)`, `(1)`, `a)`, `(a)`, `iv.`, `(iv)`, `II.` and, from Markdown, `1\.`.
fn numeral(line: &str) -> usize {
    let open = usize::from(line.starts_with('('));
    let body = line[open..].bytes().take(5).take_while(u8::is_ascii_alphanumeric).count();
    let inner = &line[open..open + body];
    let all = |test: fn(&u8) -> bool| inner.bytes().all(|b| test(&b));
    let digits = (1..=3).contains(&body) && all(u8::is_ascii_digit);
    let letter = body == 1 && all(u8::is_ascii_lowercase);
    let roman = (1..=4).contains(&body) && all(|b| matches!(b, b'i' | b'v' | b'x'));
    let capital = (2..=4).contains(&body) && all(|b| matches!(b, b'I' | b'V' | b'X'));
    let rest = &line[open + body..];
    if !(digits || letter || roman || capital) {
        return 0;
    }
    if rest.starts_with(')') {
        return open + body + 1;
    }
    match (open, rest.starts_with('.'), rest.starts_with("\\.")) {
        (0, true, _) => body + 1,
        (0, _, true) => body + 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_and_what_only_looks_like_one() {
        for (line, want) in [
            ("• the oceans", "• "),
            ("•the oceans", "•"),
            ("- to meet", "- "),
            ("– to meet", "– "),
            ("1. to write", "1. "),
            ("12) to write", "12) "),
            ("(a) to call", "(a) "),
            ("(iv) to visit", "(iv) "),
            ("II. Trade", "II. "),
            ("2\\. Trade", "2\\. "),
            ("1.\u{a0}\u{a0}Mayor", "1.\u{a0}\u{a0}"),
            ("-5 degrees", ""),
            ("3.5 percent", ""),
            ("1945. The war", ""),
            ("(the) talks", ""),
            ("I. Newton", ""),
            ("A. Lund", ""),
            ("(see below)", ""),
            ("é", ""),
            ("- ", ""),
        ] {
            assert_eq!(&line[..length(line)], want, "{line}");
        }
    }
}
