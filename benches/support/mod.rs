//! Texts to measure with.

/// The sample briefings over and over, `bytes` long or a little more.
pub fn running_text(bytes: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings");
    let mut names: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    names.sort();
    let once: String =
        names.iter().filter_map(|p| std::fs::read_to_string(p).ok()).map(|t| t + "\n\n").collect();
    once.repeat(bytes / once.len() + 1)
}

/// Makes a text of so many bytes.
pub type Shape = fn(usize) -> String;

/// Texts made to hurt.
pub const HOSTILE: [(&str, Shape); 6] = [
    ("one-line", |n| "the minister said that ".repeat(n / 23)),
    ("capitalised", |n| "Kamikawa Modi Blinken Tokyo ".repeat(n / 28)),
    ("nested-lists", |n| nested(n, 20)),
    ("deep-lists", |n| nested(n, 400)),
    ("commas", |n| "Japan, India, ".repeat(n / 14)),
    ("meetings", |n| "will meet in the talks on Monday and ".repeat(n / 37)),
];

/// Lists within lists, up to `depth` of them.
fn nested(bytes: usize, depth: usize) -> String {
    let mut text = String::new();
    for item in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.extend(std::iter::repeat_n("  ", item % depth));
        text.push_str("- the two sides will agree\n");
    }
    text
}
