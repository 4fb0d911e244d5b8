//! How the page's program is started: after the text of the plan has been painted, and with the module of the other screens
//! where the address asks for one of them. Trunk's own start asks for the program in the first place.
//!
//! Must not start anything that Trunk's page does not name.

use super::policy::{inline_scripts, tags};
use crate::failure::{Failure, Outcome};

/// `start.js` with gaps for the names of the files.
const SCRIPT: &str = include_str!("start.js");
/// Ends the names of the files in their order: the program's script, its module, the module of the other screens.
const ENDS: [(&str, &str); 3] = [
    ("{{SCRIPT}}", ".js"),
    ("{{MODULE}}", "_bg.wasm"),
    ("{{SCREENS}}", "_split_screens.wasm"),
];

/// `page` with our start in place of Trunk's, and without the hints that fetch the program early. `stem` begins the names of
/// the program's files.
pub fn write_into_page(page: &str, stem: &str) -> Outcome<String> {
    let old = inline_scripts(page).find(|script| script.contains(&format!("{stem}.js")));
    let Some(old) = old else {
        return Err(Failure::new(format!("index.html has no script that starts {stem}.js"))
            .cure("Trunk starts the program differently than it did; adapt xtask/src/dist/start.rs."));
    };
    let script = ENDS.into_iter().fold(SCRIPT.to_owned(), |script, (gap, end)| {
        script.replace(gap, &format!("{stem}{end}"))
    });
    let script = script
        .lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut page = page.replacen(old, &script, 1);
    let hints: Vec<String> = tags(&page, "link")
        .map(|tag| tag.text.to_owned())
        .filter(|tag| tag.contains(stem) && tag.contains("preload"))
        .collect();
    for hint in hints {
        page = page.replacen(&hint, "", 1);
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><script src=boot.js></script><script type=module>import init from './app-1.js';\n\
                        await init({ module_or_path: './app-1_bg.wasm' });</script>\
                        <link crossorigin href=./app-1.js rel=modulepreload>\
                        <link as=fetch crossorigin href=./app-1_bg.wasm rel=preload></head>";

    #[test]
    fn the_program_is_asked_for_once_the_page_is_painted() {
        let page = write_into_page(PAGE, "app-1").unwrap_or_default();
        assert!(!page.contains("<link") && !page.contains("{{"), "{page}");
        let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}"));
        assert!(place("await painted;") < place("fetch(\"./app-1_bg.wasm\")"));
        assert!(place("./app-1_split_screens.wasm") > 0 && place("import(\"./app-1.js\")") > 0);
    }

    #[test]
    fn a_page_that_starts_something_else_is_a_failure() {
        assert!(write_into_page(PAGE, "app-2").is_err());
    }
}
