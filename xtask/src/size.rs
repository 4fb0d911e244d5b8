//! `cargo xtask size`: what a reader downloads before the page can be used, beside its budget.
//! Must not build anything but a page that is missing, and must not leave a file out without giving the reason.

use std::path::Path;

use crate::arguments::DistOptions;
use crate::dist::{self, prerender};
use crate::failure::{Failure, Outcome};
use crate::{paths, setup, site};

/// Brotli bytes before the board can be used, everything counted: ten seconds on a slow phone's network.
pub const BUDGET_BYTES: usize = 350_000;

/// Brotli's highest quality, which hosts reach that compress ahead of time.
const QUALITY: u32 = 11;

/// Files the page does without at first, each with the reason. Whatever is not listed here counts.
const LATER: [(&str, &str); 11] = [
    ("_headers", "read by the host, never sent"),
    ("robots.txt", "for search engines"),
    (".webmanifest", "fetched by the browser after the page"),
    ("sw.js", "fetched after the page has started"),
    ("icon", "fetched by the browser after the page"),
    (".png", "no picture is needed to start"),
    ("split_", "screens fetched after the first board is drawn"),
    ("worker", "started after the first board is drawn"),
    (".schema.json", "opened by a link"),
    ("licences.txt", "opened by a link"),
    ("embed.html", "for frames in other pages"),
];

/// Measures `dist` as it stands, and builds it only where there is none.
pub fn run() -> Outcome<()> {
    let folder = paths::dist();
    if !folder.join("index.html").is_file() {
        dist::run(&setup::page()?, &DistOptions::default())?;
    }
    check(&folder)
}

/// Measures the finished page in `folder`, prints the table and fails when it is over its budget.
pub fn check(folder: &Path) -> Outcome<()> {
    let mut total = 0;
    println!("{:>10}  {:>10}  file", "bytes", "brotli 11");
    let mut later = Vec::new();
    for name in site::names(folder)? {
        let path = folder.join(&name);
        let bytes = std::fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
        let sent = site::brotli(&bytes, QUALITY).map_or(bytes.len(), |form| form.len().min(bytes.len()));
        let row = format!("{:>10}  {sent:>10}  {name}", bytes.len());
        match reason_for_later(&name) {
            Some(reason) => later.push(format!("{row} ({reason})")),
            None => {
                total += sent;
                println!("{row}");
            }
        }
    }
    println!(
        "{:>10}  {total:>10}  before the page can be used; the budget is {BUDGET_BYTES}",
        ""
    );
    later.iter().for_each(|row| println!("{row}"));
    first_text(folder)?;
    if total <= BUDGET_BYTES {
        return Ok(());
    }
    Err(Failure::new(format!("The page is {} bytes over its budget", total - BUDGET_BYTES)).cure(
        "The wasm is nearly all of it. `cargo tree -p kichban --target wasm32-unknown-unknown` shows what came in,\n\
         and the size of a dependency is found by building with and without it.",
    ))
}

/// The text of the targets has its own budget, uncompressed: what a reader sees first on a slow network.
fn first_text(folder: &Path) -> Outcome<()> {
    let path = folder.join("index.html");
    let page = std::fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
    let text = prerender::text_range(&page);
    let without = [&page[..text.start], &page[text.end..]].concat();
    let sent = |page: &str| site::brotli(page.as_bytes(), QUALITY).map_or(0, |form| form.len());
    println!(
        "{:>10}  {:>10}  of index.html is the text of all targets; it ends at byte {}, the budget is {}",
        text.len(),
        sent(&page).saturating_sub(sent(&without)),
        text.end,
        prerender::BUDGET_BYTES
    );
    if !text.is_empty() && text.end <= prerender::BUDGET_BYTES {
        return Ok(());
    }
    Err(
        Failure::new("The text of the targets is missing or ends too late in index.html")
            .cure("cargo xtask dist writes it anew; xtask/src/dist/prerender.rs decides what it holds."),
    )
}

fn reason_for_later(name: &str) -> Option<&'static str> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let listed = LATER
        .iter()
        .find(|(part, _)| file.starts_with(part) || file.ends_with(part) || is_part(file, part));
    listed.map(|(_, reason)| *reason)
}

/// `kichban-app-12ab_split_screens.wasm` is a part called `split_`.
fn is_part(file: &str, part: &str) -> bool {
    part.ends_with('_') && file.contains(&format!("_{part}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_starts_with_counts() {
        for name in [
            "index.html",
            "boot.js",
            "kichban-app-12ab.js",
            "kichban-app-12ab_bg.wasm",
            "base-1.css",
        ] {
            assert_eq!(reason_for_later(name), None, "{name}");
        }
    }

    #[test]
    fn what_comes_later_has_a_reason() {
        for name in [
            "_headers",
            "icons/icon-192.png",
            "worker_bg.wasm",
            "kichban-app-12ab_split_screens.wasm",
            "kichban.webmanifest",
        ] {
            assert!(reason_for_later(name).is_some(), "{name}");
        }
    }
}
