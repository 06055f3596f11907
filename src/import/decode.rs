//! Bytes → text: encodings and line ends.
//!
//! UTF-8 and UTF-16 with or without byte order mark are recognised for certain; legacy encodings are guessed from the
//! bytes. What cannot be decoded becomes U+FFFD and is told as a diagnostic.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::base::{Diagnostic, Span};

/// How many bytes are looked at to tell text from binary data.
const HEAD: usize = 64 << 10;

/// The text of `bytes` with line ends as `\n`; `None` when the bytes are no text.
pub(super) fn decode(bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (sniff(bytes)?, bytes),
    };
    if encoding != UTF_8 {
        diagnostics.push(Diagnostic::info(format!("read as {}", encoding.name())));
    }
    let text = line_ends(encoding.decode_without_bom_handling(body).0.into_owned());
    if text.as_bytes().iter().take(HEAD).any(|b| *b == 0) {
        return None;
    }
    if let Some(at) = text.find('\u{fffd}') {
        let count = text[at..].matches('\u{fffd}').count();
        diagnostics.push(
            Diagnostic::warning(format!("{count} character(s) could not be read and show as \u{fffd}"))
                .at(Span::new(at, at + '\u{fffd}'.len_utf8()))
                .with_hint("convert the file to UTF-8 from its own encoding"),
        );
    }
    Some(text)
}

/// Whether so much of the head is control characters that it cannot be text. Escape and form feed do occur in texts.
fn control_heavy(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let control = head.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31 | 127)).count();
    control * 20 > head.len()
}

fn sniff(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.contains(&0) {
        return sniff_utf16(head);
    }
    if control_heavy(bytes) {
        return None;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(UTF_8);
    }
    // Sound sequences of UTF-8 hardly occur by chance: with many of them, a few bad bytes are a fault, not an encoding.
    let (sound, bad) = multibyte(bytes);
    if sound > 2 * bad {
        return Some(UTF_8);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Some(detector.guess(None, chardetng::Utf8Detection::Deny))
}

/// How many characters beyond ASCII in the head are sound UTF-8, and how many stretches are not.
fn multibyte(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().take(1 << 12).fold((0, 0), |(sound, bad), chunk| {
        let more = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (sound + more, bad + usize::from(!chunk.invalid().is_empty()))
    })
}

/// UTF-16 without mark: every other byte is nil in text that is mostly Latin.
fn sniff_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let nil = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count() * 10;
    let half = head.len() / 2;
    if half < 2 {
        return None;
    }
    if nil(1) > half * 7 && nil(0) < half {
        Some(UTF_16LE)
    } else if nil(0) > half * 7 && nil(1) < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// CRLF, lone CR and NEL become `\n`.
pub(super) fn line_ends(text: String) -> String {
    if !text.as_bytes().contains(&b'\r') && !text.contains("\u{85}") {
        return text;
    }
    text.replace("\r\n", "\n").replace(['\r', '\u{85}'], "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Option<String> {
        decode(bytes, &mut Vec::new())
    }

    #[test]
    fn encodings_that_files_come_in() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        assert_eq!(decoded(b"\xef\xbb\xbfTokyo").as_deref(), Some("Tokyo"));
        assert_eq!(decoded(&utf16("\u{feff}Tokyo", false)).as_deref(), Some("Tokyo"));
        assert_eq!(decoded(&utf16("Tokyo and Delhi", true)).as_deref(), Some("Tokyo and Delhi"));
        assert_eq!(decoded(&utf16("Tokyo and Delhi", false)).as_deref(), Some("Tokyo and Delhi"));
        assert_eq!(decoded(&utf16("\u{feff}Tokyo", true)).as_deref(), Some("Tokyo"));
        let (russian, _, _) =
            encoding_rs::WINDOWS_1251.encode("Министры обеих стран встретились в столице в понедельник.");
        assert_eq!(
            decoded(&russian).as_deref(),
            Some("Министры обеих стран встретились в столице в понедельник.")
        );
        let (japanese, _, _) = encoding_rs::SHIFT_JIS
            .encode("両国の大臣は月曜日に首都で会談した。次回の会談は来年の春に行われる予定である。");
        assert!(decoded(&japanese).is_some_and(|t| t.starts_with("両国の大臣")));
        assert_eq!(decoded(b"The \x93caf\xe9\x94 met").as_deref(), Some("The “café” met"));
        assert_eq!(decoded(b"a\r\nb\rc\xc2\x85d").as_deref(), Some("a\nb\nc\nd"));
    }

    #[test]
    fn binary_is_refused_and_bad_bytes_are_told() {
        assert_eq!(decoded(b"\x7fELF\x02\x01\x00\x00\x01\x02"), None);
        assert_eq!(decoded(b"\x01\x02\x03\x04\xff\xfe\x05\x06"), None);
        let mut diagnostics = Vec::new();
        let text = decode("čeština \u{1f600} a".as_bytes(), &mut diagnostics);
        assert!(text.is_some() && diagnostics.is_empty());
        let mut bytes = "Příliš žluťoučký".as_bytes().to_vec();
        bytes.push(0xff);
        assert!(decode(&bytes, &mut diagnostics).is_some_and(|t| t.ends_with('\u{fffd}')));
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(diagnostics[0].message, "1 character(s) could not be read and show as \u{fffd}");
    }

    #[test]
    fn a_bad_byte_after_line_ends_is_pointed_at() {
        let mut bytes = "žluťoučký kůň\r\n".as_bytes().to_vec();
        bytes.push(0xff);
        let mut diagnostics = Vec::new();
        let text = decode(&bytes, &mut diagnostics).unwrap();
        assert_eq!(diagnostics[0].span.map(|s| s.of(&text)), Some("\u{fffd}"));
    }

    #[test]
    fn escape_sequences_are_text_and_control_characters_are_not() {
        assert_eq!(decoded(b"\x1b[31mred\x1b[0m text").as_deref(), Some("\u{1b}[31mred\u{1b}[0m text"));
        assert_eq!(decoded(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), None);
        assert_eq!(decoded(b"%PDF-1.7\n\x01\x02\x03\x04"), None);
    }
}
