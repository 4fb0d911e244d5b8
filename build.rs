//! Turns `locales/` into the module of translations; a key that one language lacks fails the build.
//!
//! Calls the two crates that `leptos_i18n_build` itself calls: that crate also compiles all of ICU with a wasm runtime
//! in it, to generate locale data this page does not use.

use std::error::Error;
use std::path::PathBuf;

use leptos_i18n_parser::parse_locales::options::Config;
use leptos_i18n_parser::parse_locales::parse_locales;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("i18n.rs");
    let config = Config::new("vi")?.add_locale("en")?;
    let locales = parse_locales(Some(root), config)?;
    // A key that only one language has is a warning to the library and an error to us.
    for fault in locales
        .diag
        .warnings()
        .iter()
        .map(ToString::to_string)
        .chain(locales.diag.errors().iter().map(ToString::to_string))
    {
        println!("cargo::error=locales: {fault}");
    }
    let module = leptos_i18n_codegen::gen_code(&locales, None, false, None, false)?;
    std::fs::write(out, module.to_string())?;
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // What takes the module apart follows its relocations.
        println!("cargo::rustc-link-arg-bin=kichban-app=--emit-relocs");
    }
    Ok(())
}
