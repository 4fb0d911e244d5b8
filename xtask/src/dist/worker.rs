//! Names the worker's files after their content, as Trunk does with all others but these: a page must never start the
//! worker of another version, and the wasm is kept by browsers for a year.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::digest;
use crate::failure::{Failure, Outcome};

/// The name in `index.html`, and of the file that Trunk writes.
const LOADER: &str = "worker_loader.js";
const SCRIPT: &str = "worker.js";
const MODULE: &str = "worker_bg.wasm";

/// Renames the worker's files in `out`, and gives `page` with the new name.
pub fn rename(out: &Path, page: &str) -> Outcome<String> {
    if !page.contains(LOADER) {
        return Err(Failure::new(format!("index.html does not name {LOADER}"))
            .cure("The page finds its worker by data-worker on <html>."));
    }
    let read = |name: &str| fs::read(out.join(name)).map_err(|error| Failure::file(&out.join(name), &error));
    let mut digest = Sha256::new();
    for name in [SCRIPT, MODULE] {
        digest.update(read(name)?);
    }
    let digest = digest::short(digest);
    let (loader, script, module) = (
        format!("worker-{digest}_loader.js"),
        format!("worker-{digest}.js"),
        format!("worker-{digest}_bg.wasm"),
    );
    // Trunk's own loader passes the module's name in a form that wasm-bindgen complains about on the console.
    let text = format!("importScripts(\"./{script}\");wasm_bindgen({{module_or_path:\"./{module}\"}});");
    fs::write(out.join(&loader), text).map_err(|error| Failure::file(&out.join(&loader), &error))?;
    for (from, to) in [(SCRIPT, &script), (MODULE, &module)] {
        fs::rename(out.join(from), out.join(to)).map_err(|error| Failure::file(&out.join(from), &error))?;
    }
    fs::remove_file(out.join(LOADER)).map_err(|error| Failure::file(&out.join(LOADER), &error))?;
    Ok(page.replace(LOADER, &loader))
}
