//! Bytes → text: encodings and line ends.
//!
//! UTF-8 and UTF-16 with or without byte order mark are recognised for certain; legacy encodings are guessed from the
//! bytes. What cannot be decoded becomes U+FFFD and is told as a diagnostic.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::base::Diagnostic;

/// The text of `bytes` with line ends as `\n`; `None` when the bytes are no text.
pub(super) fn decode(bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let (encoding, body) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, &bytes[length..]),
        None => (sniff(bytes)?, bytes),
    };
    let (text, replaced) = encoding.decode_without_bom_handling(body);
    if encoding != UTF_8 {
        diagnostics.push(Diagnostic::info(format!("read as {}", encoding.name())));
    }
    if replaced {
        diagnostics.push(
            Diagnostic::warning(format!("some bytes are not valid {} and show as \u{fffd}", encoding.name()))
                .with_hint("convert the file to UTF-8"),
        );
    }
    let binary = text.as_bytes().iter().take(65536).filter(|b| **b == 0).count() > 0;
    (!binary).then(|| line_ends(text.into_owned()))
}

fn sniff(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(65536)];
    if head.contains(&0) {
        return sniff_utf16(head);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(UTF_8);
    }
    let control = head.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    if control * 20 > head.len() {
        return None;
    }
    // Mostly valid UTF-8 with a few bad bytes is UTF-8 with a fault, not a legacy encoding.
    let valid = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
    let multibyte = bytes[..valid].iter().filter(|b| **b >= 0x80).count();
    if multibyte >= 4 {
        return Some(UTF_8);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(head, head.len() == bytes.len());
    Some(detector.guess(None, chardetng::Utf8Detection::Deny))
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
fn line_ends(text: String) -> String {
    if !text.contains(['\r', '\u{85}']) {
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
    }
}
