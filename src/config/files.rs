//! The user's own files, read whole.

use std::io;
use std::path::{Path, PathBuf};

/// A file of the user's.
#[derive(Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// Its text, or why it cannot be read.
    pub text: io::Result<String>,
}

impl File {
    /// The name without folders.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// The `.toml` files directly in `folder`, by name. A folder that is not there holds none.
pub fn toml_files(folder: &Path) -> io::Result<Vec<File>> {
    let mut files = files(folder)?;
    files.retain(|file| file.path.extension().is_some_and(|e| e == "toml"));
    Ok(files)
}

/// The files directly in `folder`, by name, save hidden ones. A folder that is not there holds none.
pub fn files(folder: &Path) -> io::Result<Vec<File>> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut paths = entries.map(|e| Ok(e?.path())).collect::<io::Result<Vec<_>>>()?;
    let hidden = |p: &PathBuf| p.file_name().is_some_and(|n| n.as_encoded_bytes().starts_with(b"."));
    paths.retain(|p| p.is_file() && !hidden(p));
    paths.sort();
    Ok(paths.into_iter().map(|path| File { text: std::fs::read_to_string(&path), path }).collect())
}

/// The text of `file`; `None` when there is no such file.
pub fn text_of(file: &Path) -> io::Result<Option<String>> {
    match std::fs::read_to_string(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        text => text.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_by_name_and_a_missing_folder_is_empty() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["titles.toml", "names.toml", "notes.txt", ".swap"] {
            std::fs::write(folder.path().join(name), name).unwrap();
        }
        let files = toml_files(folder.path()).unwrap();
        assert_eq!(files.iter().map(File::name).collect::<Vec<_>>(), ["names.toml", "titles.toml"]);
        assert_eq!(super::files(folder.path()).unwrap().len(), 3);
        assert!(files.iter().all(|f| f.text.as_ref().unwrap() == &f.name()));
        assert!(toml_files(&folder.path().join("none")).unwrap().is_empty());
        assert!(text_of(&folder.path().join("none")).unwrap().is_none());
    }
}
