//! Where things are: the repository, its build folders and the cache of installed tools.
//! Must not create anything.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The root of the repository this binary was built from.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// The finished page, unless a command was given `--out`.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's build folder, as cargo itself decides it for this workspace.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Where tools are kept, each in a folder named after its version: `$KICHBAN_TOOLS`, or the user's cache folder.
pub fn tools() -> Outcome<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = named("KICHBAN_TOOLS") {
        // Children run in other folders, so a relative path would mean another place to each.
        return std::path::absolute(&folder).map_err(|error| Failure::file(&folder, &error));
    }
    let cache = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else {
        named("XDG_CACHE_HOME").or_else(|| named("HOME").map(|home| home.join(".cache")))
    };
    cache.map(|folder| folder.join("kichban")).ok_or_else(|| {
        Failure::new("No folder to keep tools in").cure("Set KICHBAN_TOOLS to a folder you may write to.")
    })
}

/// The executable of this name on PATH, as a shell would find it.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find_map(|folder| in_folder(&folder, name))
}

/// The first folder on PATH that holds all of these executables.
pub fn folder_on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find(|folder| names.iter().all(|name| in_folder(folder, name).is_some()))
}

/// The executable of this name in `folder`.
pub fn in_folder(folder: &Path, name: &str) -> Option<PathBuf> {
    // npm installs its commands as `.cmd` on Windows, and spawning needs the full name there.
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    endings
        .iter()
        .map(|ending| folder.join(format!("{name}{ending}")))
        .find(|candidate| candidate.is_file())
}
