//! Takes the page's module apart: what the first board needs, and the screens that are fetched later (src/main.rs).
//!
//! Trunk knows no such step, and it belongs between the compiler and wasm-bindgen; so the module is taken as the compiler
//! left it, and wasm-bindgen and wasm-opt run here once more. Must not change what the modules do.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::digest;
use crate::child::{Toolbox, run};
use crate::failure::{Failure, Outcome};
use crate::{paths, site};

/// The page's binary, by which Trunk names its files.
const NAME: &str = "kichban-app";
/// What the splitting tool calls the script that fetches the rest. The main module's imports name it.
const LOADER: &str = "__wasm_split.js";
/// Begins the names of the modules that are fetched later.
const PART: &str = "split_";

/// 2, not z: z leaves 40 kB less before compression and 3 kB more after it. Functions of one name beside each other
/// compress 3 kB better, and large ones that are not inlined into their only caller 2 kB. wasm-opt reads the features from
/// the module; they are listed for the parts, which the splitting tool writes without that section.
const OPTIMISE: [&str; 11] = [
    "-O2",
    "--reorder-functions-by-name",
    "--one-caller-inline-max-function-size=30",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-call-indirect-overlong",
];

/// Replaces the page's module in `out` by its parts, and gives `page` with their names, and what all of these begin with.
pub fn apart(toolbox: &Toolbox, out: &Path, page: &str) -> Outcome<(String, String)> {
    let work = paths::target().join("split");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|error| Failure::file(&work, &error))?;
    }
    fs::create_dir_all(&work).map_err(|error| Failure::file(&work, &error))?;
    split(toolbox, &work)?;
    bind(toolbox, &work)?;
    let main = format!("{NAME}_bg.wasm");
    optimise(toolbox, &work, &main)?;
    let parts: Vec<String> = site::names(&work)?
        .into_iter()
        .filter(|name| name.starts_with(PART) && name.ends_with(".wasm"))
        .collect();
    if parts.is_empty() {
        return Err(Failure::new("the page's module came out in one piece")
            .cure("Trunk has to be called with `--features split`, and src/main.rs has to name a part."));
    }
    for part in &parts {
        optimise(toolbox, &work, part)?;
    }
    publish(&work, out, page, &parts)
}

fn split(toolbox: &Toolbox, work: &Path) -> Outcome<()> {
    let module = paths::target()
        .join("wasm32-unknown-unknown")
        .join("release")
        .join(format!("{NAME}.wasm"));
    run(
        toolbox
            .command("wasm-split-cli")
            .args(["--target", "web", "--out-name", NAME])
            .arg(module)
            .arg(work),
        "The page's module could not be taken apart",
        "It needs the relocations of the linker (build.rs) and the version of the tool that belongs to wasm_split_helpers.",
    )
}

/// The parts reach what they share through the main module's exports, so none may be dropped.
fn bind(toolbox: &Toolbox, work: &Path) -> Outcome<()> {
    run(
        toolbox
            .command("wasm-bindgen")
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--keep-lld-exports",
                "--out-name",
                NAME,
            ])
            .arg("--out-dir")
            .arg(work)
            .arg(work.join(format!("{NAME}.wasm"))),
        "wasm-bindgen failed on the main part of the page",
        "The lines above say why.",
    )
}

fn optimise(toolbox: &Toolbox, work: &Path, name: &str) -> Outcome<()> {
    let path = work.join(name);
    let before = size(&path)?;
    run(
        toolbox
            .command("wasm-opt")
            .args(OPTIMISE)
            .arg(&path)
            .arg("-o")
            .arg(&path),
        &format!("wasm-opt failed on {name}"),
        "The lines above say why.",
    )?;
    println!("    wasm-opt: {name}, {before} → {} bytes", size(&path)?);
    Ok(())
}

/// Names everything after its content, as Trunk does: two versions never share a name, so no copy that a browser keeps can
/// meet another version's.
fn publish(work: &Path, out: &Path, page: &str, parts: &[String]) -> Outcome<(String, String)> {
    let (script, module) = (format!("{NAME}.js"), format!("{NAME}_bg.wasm"));
    let mut digest = Sha256::new();
    for name in [script.as_str(), module.as_str(), LOADER]
        .into_iter()
        .chain(parts.iter().map(String::as_str))
    {
        digest.update(read(&work.join(name))?);
    }
    let stem = format!("{NAME}-{}", digest::short(digest));
    let named = |name: &str| match name {
        LOADER => format!("{stem}_split.js"),
        part if part.starts_with(PART) => format!("{stem}_{part}"),
        main => main.replacen(NAME, &stem, 1),
    };
    let mut old = take_away(out, page)?;
    for name in [script.as_str(), LOADER] {
        let path = work.join(name);
        let mut text = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
        // The key under which the main module asks for the loader stays; the file it comes from is ours to name.
        text = text.replace(
            &format!("from \"./{LOADER}\""),
            &format!("from \"./{}\"", named(LOADER)),
        );
        text = text.replace(
            &format!("from \"./{script}\""),
            &format!("from \"./{}\"", named(&script)),
        );
        for file in parts.iter().map(String::as_str).chain([module.as_str()]) {
            text = text.replace(&format!("'{file}'"), &format!("'{}'", named(file)));
            text = text.replace(&format!("\"./{file}\""), &format!("\"./{}\"", named(file)));
        }
        let path = out.join(named(name));
        fs::write(&path, text).map_err(|error| Failure::file(&path, &error))?;
    }
    for file in parts.iter().map(String::as_str).chain([module.as_str()]) {
        let (from, to) = (work.join(file), out.join(named(file)));
        fs::copy(&from, &to).map_err(|error| Failure::file(&to, &error))?;
    }
    old.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut page = page.to_owned();
    for name in old {
        let new = if name.ends_with(".js") {
            named(&script)
        } else {
            named(&module)
        };
        page = page.replace(&name, &new);
    }
    Ok((page, stem))
}

/// Removes the files that Trunk made of the whole module, and gives their names.
fn take_away(out: &Path, page: &str) -> Outcome<Vec<String>> {
    let names: Vec<String> = site::names(out)?
        .into_iter()
        .filter(|name| name.starts_with(NAME) && page.contains(name.as_str()))
        .collect();
    if names.len() != 2 {
        return Err(Failure::new(format!(
            "index.html names {} files of {NAME} instead of two",
            names.len()
        ))
        .cure("Trunk names its files differently than it did; adapt xtask/src/dist/split.rs."));
    }
    for name in &names {
        fs::remove_file(out.join(name)).map_err(|error| Failure::file(&out.join(name), &error))?;
    }
    Ok(names)
}

fn read(path: &PathBuf) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::file(path, &error))
}

fn size(path: &Path) -> Outcome<u64> {
    fs::metadata(path)
        .map(|data| data.len())
        .map_err(|error| Failure::file(path, &error))
}
