//! What a finished page must not contain, and what must have been done to it.
//! Must not change any file.

use std::fs;
use std::path::Path;

use super::policy::{has_attribute, tags};
use crate::failure::{Failure, Outcome};
use crate::{paths, site};

/// Checks the folder `out`.
pub fn run(out: &Path) -> Outcome<()> {
    for name in site::names(out)? {
        let path = out.join(&name);
        let text = || fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error));
        if name.ends_with(".js") {
            script(&name, &text()?)?;
        } else if name.ends_with(".html") {
            page(&name, &text()?)?;
        } else if name.starts_with("worker") && name.ends_with("_bg.wasm") {
            module(&name, &path)?;
        }
    }
    Ok(())
}

/// Both would need `'unsafe-eval'` in the policy.
fn script(name: &str, text: &str) -> Outcome<()> {
    let found = ["new Function", "eval("]
        .into_iter()
        .find(|pattern| contains_word(text, pattern));
    found.map_or(Ok(()), |pattern| {
        Err(Failure::new(format!("{name} contains `{pattern}`, which the page's policy forbids"))
            .cure("wasm-bindgen writes none by itself; look for js_sys::eval, js_sys::Function::new or an inline snippet."))
    })
}

/// `eval(`, but not the end of `retrieval(`.
fn contains_word(text: &str, pattern: &str) -> bool {
    let word = |before: &str| before.ends_with(|last: char| last.is_alphanumeric() || last == '_' || last == '$');
    text.match_indices(pattern).any(|(place, _)| !word(&text[..place]))
}

/// A strict style-src drops these without a word, and the page looks wrong only when published.
fn page(name: &str, text: &str) -> Outcome<()> {
    let cure = "Move it into a file below style/ or public/.";
    for tag in tags(text, "") {
        if tag.text.starts_with("<style") {
            return Err(Failure::new(format!("{name} contains a <style>, which the page's policy forbids")).cure(cure));
        }
        if has_attribute(tag.text, "style") || has_attribute(tag.text, "onclick") || has_attribute(tag.text, "onload") {
            return Err(
                Failure::new(format!("{name} contains {}, which the page's policy forbids", tag.text)).cure(cure),
            );
        }
    }
    Ok(())
}

/// Trunk goes on quietly when wasm-opt is turned off or left out; then the page is a fifth larger.
fn module(name: &str, path: &Path) -> Outcome<()> {
    let folder = paths::target().join("wasm-bindgen").join("release");
    let Some(input) = site::names(&folder)?
        .into_iter()
        .find(|input| is_output_of(name, input))
    else {
        return Err(
            Failure::new(format!("{name} has no counterpart in {}", folder.display()))
                .cure("Trunk keeps its steps elsewhere than it did; adapt xtask/src/dist/checks.rs."),
        );
    };
    let (before, after) = (size(&folder.join(input))?, size(path)?);
    println!("    wasm-opt: {before} → {after} bytes");
    if after < before {
        return Ok(());
    }
    Err(Failure::new(format!(
        "wasm-opt did not run on {name}: {before} bytes before, {after} after"
    ))
    .cure("index.html needs data-wasm-opt on its link rel=\"rust\", and wasm-opt 123 or newer has to be found."))
}

/// `app-1a2b3c_bg.wasm` comes from `app_bg.wasm`.
fn is_output_of(name: &str, input: &str) -> bool {
    let stem = input.strip_suffix("_bg.wasm");
    stem.and_then(|stem| name.strip_prefix(stem)).is_some_and(|rest| {
        let digest = rest.strip_suffix("_bg.wasm").unwrap_or(rest);
        digest.is_empty()
            || digest
                .strip_prefix('-')
                .is_some_and(|digest| digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
    })
}

fn size(path: &Path) -> Outcome<u64> {
    fs::metadata(path)
        .map(|data| data.len())
        .map_err(|error| Failure::file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_from_text_is_refused() {
        assert!(script("a.js", "let f = new Function('return this')").is_err());
        assert!(script("a.js", "window.eval('1')").is_err());
        assert!(script("a.js", "const evaluate = (x) => retrieval(x)").is_ok());
    }

    #[test]
    fn inline_style_is_refused() {
        assert!(page("p", "<p style=\"color:red\">").is_err());
        assert!(page("p", "<style>p{}</style>").is_err());
        assert!(page("p", "<link rel=stylesheet href=style.css>").is_ok());
    }

    #[test]
    fn a_module_is_matched_with_its_input() {
        assert!(is_output_of("worker-1f2e_bg.wasm", "worker_bg.wasm"));
        assert!(!is_output_of("worker-app-1f2e_bg.wasm", "worker_bg.wasm"));
    }
}
