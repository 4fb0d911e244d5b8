//! A folder for what a browser leaves behind, taken away with everything in it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, io, process};

/// An empty folder; it is gone when this is dropped.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes one where the system keeps such things.
    pub fn make() -> io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        // Short: Chromium puts a socket into it, and the name of a socket may have some hundred bytes.
        let path = env::temp_dir().join(format!("kichban-{}-{number}", process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be taken away is the system's to clean.
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Folder;
    use std::fs;

    #[test]
    fn nothing_is_left() -> std::io::Result<()> {
        let folder = Folder::make()?;
        let path = folder.path().to_owned();
        fs::write(path.join("file"), "text")?;
        drop(folder);
        assert!(!path.exists());
        Ok(())
    }
}
