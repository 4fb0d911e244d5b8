//! Writes the plan into `index.html`: every target with what it asks, who leads and its newest figure, to be read before
//! the app has loaded, without it, and by search engines. The app takes it away when it starts.
//!
//! Must not compute anything: no projection, no verdict.

use std::fmt::Write as _;
use std::ops::Range;

use plan::{Observation, Plan, Target, TargetKind};

use super::policy::tags;
use super::words::{Words, figure};
use crate::failure::{Failure, Outcome};

/// The text of all targets ends within this many bytes of `index.html`, as they are before compression: a reader on a slow
/// network sees it with the first packets.
pub const BUDGET_BYTES: usize = 40_000;

/// The empty element of `index.html` that the text goes into.
const ID: &str = "id=targets";

/// `page` with the targets of `plan` in it.
pub fn write_into_page(page: &str, plan: &Plan) -> Outcome<String> {
    let place = tags(page, "div").find(|tag| tag.text.replace('"', "").contains(ID));
    let Some(place) = place else {
        return Err(Failure::new("index.html has no <div id=\"targets\">")
            .cure("The text of the targets goes there, inside of #loading, which the app takes away."));
    };
    let (before, after) = page.split_at(place.end);
    let page = format!("{before}{}{after}", targets(plan, &Words::vietnamese()?)?);
    let end = text_range(&page).end;
    println!(
        "    the text of all {} targets ends at byte {end} of index.html",
        plan.targets.len()
    );
    if end <= BUDGET_BYTES {
        return Ok(page);
    }
    Err(Failure::new(format!(
        "The text of all targets ends at byte {end} of index.html; {BUDGET_BYTES} is the most"
    ))
    .cure("Shorten what xtask/src/dist/prerender.rs writes for each target."))
}

/// Where the text of the targets stands in a finished page; empty where there is none.
pub fn text_range(page: &str) -> Range<usize> {
    let Some(start) = tags(page, "div").find(|tag| tag.text.replace('"', "").contains(ID)) else {
        return 0..0;
    };
    // The text itself holds sections and tables only.
    let length = page[start.end..].find("</div>").unwrap_or_default();
    start.end..start.end + length
}

/// All fields with their targets, in the order of the board.
fn targets(plan: &Plan, words: &Words) -> Outcome<String> {
    let years = years(plan);
    let mut text = String::new();
    for field in plan.fields {
        let targets = plan.targets.iter().filter(|target| target.field.id == field.id);
        let rows = targets
            .map(|target| row(plan, target, &years, words))
            .collect::<Outcome<String>>()?;
        if rows.is_empty() {
            continue;
        }
        let _ = write!(
            text,
            "<section class=field><h2>{} <small lang=en>{}</small></h2><table class=before>{}<tbody>{rows}</tbody></table></section>",
            escaped(field.name.vi),
            escaped(field.name.en),
            head(&years, words)?,
        );
    }
    Ok(text)
}

/// The years that milestones name; one without a year counts to the plan's end.
fn years(plan: &Plan) -> Vec<i16> {
    let milestones = plan.targets.iter().flat_map(|target| target.milestones);
    let mut years = milestones
        .map(|milestone| milestone.year.unwrap_or(plan.end_year))
        .collect::<Vec<_>>();
    years.sort_unstable();
    years.dedup();
    years
}

fn head(years: &[i16], words: &Words) -> Outcome<String> {
    let mut text = format!(
        "<thead><tr><th scope=col>{}<th scope=col>{}",
        escaped(words.text("board", "column_target")?),
        escaped(words.text("board", "column_latest")?)
    );
    for year in years {
        let heading = words.fill("board", "column_milestone", &[("year", &year.to_string())])?;
        let _ = write!(text, "<th scope=col class=num>{}", escaped(&heading));
    }
    let _ = write!(text, "<th scope=col>{}</thead>", escaped(words.text("board", "owner")?));
    Ok(text)
}

fn row(plan: &Plan, target: &Target, years: &[i16], words: &Words) -> Outcome<String> {
    let mut text = format!(
        // A click on a name before the app has started is kept in the address, where the app finds it.
        "<tr><th scope=row><a href=\"#/t/{}\">{}</a>",
        target.id,
        escaped(target.name.vi)
    );
    if target.kind != TargetKind::Deed && target.unit.label.vi != "%" {
        let _ = write!(text, " <small>{}</small>", escaped(target.unit.label.vi));
    }
    let _ = write!(text, " <small lang=en>{}</small>", escaped(target.name.en));
    let _ = write!(text, "<td>{}", latest(target, words)?);
    for year in years {
        let asked = asked(plan, target, *year, words)?;
        let _ = write!(text, "<td class=asked data-year={year}>{asked}");
    }
    let owner = match target.owner {
        Some(owner) => owner.short.vi,
        None => words.text("board", "whole_province")?,
    };
    let _ = write!(text, "<td>{}", escaped(owner));
    Ok(text)
}

/// The figure that the app starts from, with its year and source.
fn latest(target: &Target, words: &Words) -> Outcome<String> {
    let Some(newest) = newest(target) else {
        return Ok(format!(
            "<span class=soft>{}</span>",
            escaped(words.text("target", "latest_none")?)
        ));
    };
    Ok(format!(
        "{} <small>{} · {}</small>",
        escaped(&figure(target, newest)),
        newest.year,
        escaped(newest.source)
    ))
}

/// The newest figure, on the basis of the lower code where two are equally new, and the firmer one of two of a year.
fn newest(target: &Target) -> Option<&Observation> {
    let order = |figure: &&Observation| {
        let basis = figure.basis.map_or(0, |basis| basis.code);
        (figure.year, std::cmp::Reverse(basis), figure.status)
    };
    let figures = target.observations.iter().filter(|_| target.kind != TargetKind::Deed);
    figures.max_by_key(order)
}

/// What the target asks for `year`.
fn asked(plan: &Plan, target: &Target, year: i16, words: &Words) -> Outcome<String> {
    let milestone = target
        .milestones
        .iter()
        .find(|milestone| milestone.year.unwrap_or(plan.end_year) == year);
    Ok(match milestone {
        Some(milestone) if milestone.year.is_none() => format!(
            "{} <small>{}</small>",
            escaped(&words.rule(target, milestone.rule)?),
            escaped(words.text("board", "undated")?)
        ),
        Some(milestone) => escaped(&words.rule(target, milestone.rule)?),
        None if target.kind == TargetKind::Unset && year == plan.end_year => {
            format!("<small>{}</small>", escaped(words.text("board", "set_elsewhere")?))
        }
        None => String::new(),
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<main id=loading><h1>45</h1><div id=targets></div></main><div></div>";

    fn written() -> String {
        write_into_page(PAGE, plan::plan()).unwrap_or_default()
    }

    #[test]
    fn every_target_and_every_milestone_stands_in_the_page() {
        let (page, plan) = (written(), plan::plan());
        for target in plan.targets {
            assert!(page.contains(&escaped(target.name.vi)), "{}", target.id);
            assert!(page.contains(&escaped(target.name.en)), "{}", target.id);
        }
        let cells = page.split("<td class=asked").skip(1);
        let filled = cells.filter(|cell| {
            let text = cell.split_once('>').map_or("", |(_, text)| text);
            !text.is_empty() && !text.starts_with('<')
        });
        let milestones = plan.targets.iter().map(|target| target.milestones.len()).sum::<usize>();
        assert_eq!(filled.count(), milestones);
    }

    #[test]
    fn a_target_without_figures_says_so() {
        let page = written();
        let silent = plan::plan().targets.iter().filter(|target| newest(target).is_none());
        assert_eq!(page.matches("Chưa có số liệu công bố").count(), silent.count());
    }

    #[test]
    fn text_is_no_markup() {
        assert_eq!(escaped("< 5 & \"x\" > y"), "&lt; 5 &amp; &quot;x&quot; &gt; y");
        let (page, range) = (written(), text_range(&written()));
        assert!(page[range.clone()].starts_with("<section") && page[range].ends_with("</section>"));
    }

    #[test]
    fn a_page_without_the_place_is_refused() {
        assert!(write_into_page("<main id=loading></main>", plan::plan()).is_err());
    }
}
