//! Texts that cost a reader as much as texts within the limits can.

use engine::Change;
use plan::plan;
use wire::limits::{DOCUMENT_BYTES, FILE_BYTES, FILE_SCENARIOS, HISTORY_BYTES, LINK_CHARACTERS};
use wire::{Kept, Saved, document, file, history, link};

/// A text and its reader.
pub struct Costly {
    /// What is costly about it.
    pub name: &'static str,
    /// Within the limits of the reader.
    pub text: String,
    /// Whether anything was taken.
    pub read: fn(&str) -> bool,
}

const HEAD: &str = r#"{"format":"kichban-scenario","version":1,"plan":"vinh-phuc-2020""#;
const FILE_HEAD: &str = r#"{"format":"kichban-scenarios","version":1,"plan":"vinh-phuc-2020","scenarios":["#;

/// All of them.
pub fn texts() -> Vec<Costly> {
    let document = |text: &str| document::from_text(text, plan()).is_ok();
    let file = |text: &str| file::from_text(text, plan()).is_ok_and(|file| !file.scenarios.is_empty());
    let history = |text: &str| history::from_text(text).is_some();
    let back = |text: &str| {
        let steps = history::from_text(text).map(|history| history.past);
        steps.is_some_and(|mut steps| std::iter::from_fn(|| steps.pop(plan(), &Kept::default())).count() > 0)
    };
    let link = |text: &str| link::decode_several(text, plan()).is_ok();
    let costly = |name, text, read| Costly { name, text, read };
    let notes = format!("\"{}\"\nv1\n", "\\n".repeat(654));
    let full = format!("{}\n", full_link());
    vec![
        costly("unknown keys in every object", unknown_keys(DOCUMENT_BYTES), document),
        costly("figures of every year and target", figures(DOCUMENT_BYTES), document),
        costly("a document of objects within objects", nested(DOCUMENT_BYTES), document),
        costly("notes of escapes", escapes(), document),
        costly(
            "a file of unknown keys",
            list(&unknown_keys(FILE_BYTES / FILE_SCENARIOS - 8)),
            file,
        ),
        costly(
            "a file of figures",
            list(&figures(FILE_BYTES / FILE_SCENARIOS - 8)),
            file,
        ),
        costly(
            "a file of nothing",
            filled(FILE_HEAD, "0,", "0]}", FILE_BYTES),
            |text| file::from_text(text, plan()).is_ok_and(|file| file.lost > 1_000_000),
        ),
        costly(
            "a history of lines",
            filled("kichban-history 1\n", "v1\n", "", HISTORY_BYTES),
            |text| history::from_text(text).is_none(),
        ),
        costly(
            "a history of notes",
            filled("kichban-history 1\n", &notes, "", HISTORY_BYTES),
            history,
        ),
        costly(
            "a history that goes back",
            format!("kichban-history 1\n{}", full.repeat(31)),
            back,
        ),
        costly("a link of letters", filled("v1", "A", "", LINK_CHARACTERS), link),
    ]
}

/// `head`, then `part` as often as there is room, then `tail`.
fn filled(head: &str, part: &str, tail: &str, bytes: usize) -> String {
    let count = (bytes - head.len() - tail.len()) / part.len();
    format!("{head}{}{tail}", part.repeat(count))
}

fn list(scenario: &str) -> String {
    let all = vec![scenario; FILE_SCENARIOS].join(",");
    format!("{FILE_HEAD}{all}]}}")
}

/// Unknown keys at the top and in every target, up to `bytes`.
fn unknown_keys(bytes: usize) -> String {
    let keys = |most: usize| -> String {
        let keys = (0..most / 8).take(500).map(|key| format!(",\"{key:x}\":0"));
        keys.collect()
    };
    let mut text = format!("{HEAD}{}", keys(bytes / 2));
    text.push_str(",\"targets\":{");
    for (place, target) in plan().targets.iter().enumerate() {
        let left = bytes.saturating_sub(text.len() + 200);
        if left == 0 {
            break;
        }
        let gap = if place > 0 { "," } else { "" };
        text.push_str(&format!("{gap}\"{}\":{{\"units\":1{}}}", target.id, keys(left)));
    }
    text.push_str("}}");
    text
}

/// A figure, a threshold and a shock for every year of every target, up to `bytes`.
fn figures(bytes: usize) -> String {
    let mut text = format!("{HEAD},\"targets\":{{");
    for (place, target) in plan().targets.iter().enumerate() {
        let gap = if place > 0 { "," } else { "" };
        let years = |from: usize| -> String {
            let years = (from..=2035).map(|year| format!("\"{year}\":1,"));
            years.collect::<String>().trim_end_matches(',').to_string()
        };
        let group = format!(
            "{gap}\"{}\":{{\"observations\":{{{}}},\"thresholds\":{{{}}},\"shocks\":{{{}}}}}",
            target.id,
            years(1990),
            years(2025),
            years(2020)
        );
        if text.len() + group.len() + 2 > bytes {
            break;
        }
        text.push_str(&group);
    }
    text.push_str("}}");
    text
}

fn nested(bytes: usize) -> String {
    let depth = (bytes - HEAD.len() - 20) / 6;
    format!("{HEAD},\"targets\":{}0{}}}", "{\"a\":".repeat(depth), "}".repeat(depth))
}

fn escapes() -> String {
    filled(&format!("{HEAD},\"notes\":\""), "\\u1ea1", "\"}", DOCUMENT_BYTES)
}

/// The longest that is read.
fn full_link() -> String {
    let mut saved = Saved::default();
    let mut last = String::new();
    for target in plan().targets {
        for year in 1990..=2035 {
            let value = target.unit.minimum + (target.unit.maximum - target.unit.minimum) / f64::from(year);
            let value = Some(value);
            let _ = saved
                .scenario
                .apply(plan(), target.code, Change::Observation { year, value });
        }
        match link::encode(&saved, None, plan()) {
            Ok(link) => last = link,
            Err(_) => break,
        }
    }
    last
}
