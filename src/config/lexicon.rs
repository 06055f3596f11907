//! The user's own lexicon files.

use std::path::{Path, PathBuf};

/// The `.toml` files of `folder`, sorted by name, each with its text or the reason why it cannot be read. A folder that
/// is not there holds none.
pub fn lexicon_files(folder: &Path) -> std::io::Result<Vec<(PathBuf, std::io::Result<String>)>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut paths = entries.map(|e| Ok(e?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    Ok(paths.into_iter().map(|p| (p.clone(), std::fs::read_to_string(&p))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_by_name_and_a_missing_folder_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["titles.toml", "names.toml", "notes.txt"] {
            std::fs::write(folder.path().join(name), name).unwrap();
        }
        let files = lexicon_files(folder.path()).unwrap();
        let texts: Vec<_> = files.into_iter().map(|(_, text)| text.unwrap()).collect();
        assert_eq!(texts, ["names.toml", "titles.toml"]);
        assert!(lexicon_files(&folder.path().join("none")).unwrap().is_empty());
    }
}
