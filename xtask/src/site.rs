//! A built page in memory: every file with its type, its headers and its compressed form.
//! Must not touch the network.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Outcome};
use crate::headers::HeaderRules;

/// Every file by the path it is asked for, base included.
#[derive(Debug)]
pub struct Site {
    base: String,
    files: BTreeMap<String, File>,
}

/// One file as it is answered.
#[derive(Debug)]
pub struct File {
    /// The bytes on disk.
    pub bytes: Vec<u8>,
    /// `Content-Type`.
    pub media_type: &'static str,
    /// `ETag`, with its quotes.
    pub tag: String,
    /// What `_headers` says about this path.
    pub headers: Vec<(String, String)>,
    compressed: OnceLock<Option<Vec<u8>>>,
}

impl Site {
    /// Reads the folder `dist`, to be served under `base` (a path with a slash at both ends).
    pub fn read(dist: &Path, base: &str) -> Outcome<Self> {
        let rules_file = dist.join("_headers");
        let rules = fs::read_to_string(&rules_file).map_err(|error| {
            Failure::new(format!("{}: {error}", rules_file.display())).cure("Build the page first: cargo xtask dist")
        })?;
        let rules = HeaderRules::read(&rules);
        let mut files = BTreeMap::new();
        for name in names(dist)? {
            // The host's own file; it is never sent.
            if name == "_headers" {
                continue;
            }
            let path = dist.join(&name);
            let bytes = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
            let address = format!("{base}{name}");
            let folder = address.strip_suffix("index.html").map(str::to_owned);
            for address in folder.into_iter().chain([address]) {
                files.insert(
                    address.clone(),
                    File::new(&bytes, &name, headers(&rules, &address, base)),
                );
            }
        }
        Ok(Self {
            base: base.to_owned(),
            files,
        })
    }

    /// The file for the path of a request, which may carry a query.
    pub fn get(&self, path: &str) -> Option<&File> {
        self.files.get(path.split(['?', '#']).next().unwrap_or(path))
    }

    /// The path the page lives under.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Compresses every file now, so that no answer waits for it.
    pub fn compress(&self) {
        self.files.values().for_each(|file| {
            file.compressed();
        });
    }
}

impl File {
    fn new(bytes: &[u8], name: &str, headers: Vec<(String, String)>) -> Self {
        let digest = Sha256::digest(bytes);
        Self {
            bytes: bytes.to_vec(),
            media_type: media_type(name),
            tag: format!("\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..12])),
            headers,
            compressed: OnceLock::new(),
        }
    }

    /// The brotli form, where it is smaller.
    pub fn compressed(&self) -> Option<&[u8]> {
        // 9 of 11: what hosts do on the fly, and a tenth of the time of 11.
        let form = self
            .compressed
            .get_or_init(|| brotli(&self.bytes, 9).filter(|form| form.len() < self.bytes.len()));
        form.as_deref()
    }
}

/// `bytes` in brotli of `quality` (11 is what a host that compresses ahead of time reaches).
pub fn brotli(bytes: &[u8], quality: u32) -> Option<Vec<u8>> {
    // The largest window, so that one match can reach across the whole module.
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 24);
    writer.write_all(bytes).ok()?;
    Some(writer.into_inner())
}

/// The files below `folder`, as paths with slashes, sorted.
pub fn names(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    let mut waiting = vec![PathBuf::new()];
    while let Some(relative) = waiting.pop() {
        let path = folder.join(&relative);
        for entry in fs::read_dir(&path).map_err(|error| Failure::file(&path, &error))? {
            let entry = entry.map_err(|error| Failure::file(&path, &error))?;
            let name = relative.join(entry.file_name());
            if entry.path().is_dir() {
                waiting.push(name);
            } else {
                let parts = name.components().map(|part| part.as_os_str().to_string_lossy());
                names.push(parts.collect::<Vec<_>>().join("/"));
            }
        }
    }
    names.sort();
    Ok(names)
}

/// A page built without `--base` has its rules at the root; they move along to wherever it is served.
fn headers(rules: &HeaderRules, address: &str, base: &str) -> Vec<(String, String)> {
    let headers = rules.of(address);
    if !headers.is_empty() {
        return headers;
    }
    rules.of(&format!("/{}", address.strip_prefix(base).unwrap_or(address)))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        // Any other type keeps browsers from compiling while they download.
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}
