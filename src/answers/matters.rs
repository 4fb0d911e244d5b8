//! What matters: each assumption from its low to its high end, and where the width of the fan comes from.
//!
//! One at a time: sees no interactions, and depends on the ranges; both are said.

use engine::question::{self, Bar, Tornado};
use engine::{Equation, Projection};
use plan::{Language, Target};

use super::levers::Levers;
use super::{About, Cell, Part, heads, text};
use crate::words;

/// The tornado of a milestone and where its spread comes from.
pub(super) fn answer(about: &About<'_>, milestone: usize, by_probability: bool) -> Vec<Part> {
    let language = about.language;
    let Some(tornado) = question::tornado(&about.setting, about.target, about.inputs, milestone) else {
        return vec![text("soft", tr!(language, matters.none))];
    };
    let mut parts = table(about, &tornado, by_probability);
    let year = about
        .projection
        .milestones
        .get(milestone)
        .and_then(|milestone| milestone.year);
    if let Some((year, shares)) = year.and_then(|year| Some((year, shares(about.target, about.projection, year)?))) {
        spread(year, shares, language, &mut parts);
    }
    parts
}

fn table(about: &About<'_>, tornado: &Tornado, by_probability: bool) -> Vec<Part> {
    let (target, language) = (about.target, about.language);
    let levers = Levers::of(about);
    let ends = |bar: &Bar| if by_probability { bar.probabilities } else { bar.medians };
    let swing = |bar: &Bar| {
        if by_probability {
            bar.probability_swing()
        } else {
            bar.median_swing()
        }
    };
    let base = if by_probability {
        tornado.probability
    } else {
        tornado.median
    };
    let bars = by_swing(&tornado.bars, swing);
    let all = || bars.iter().flat_map(|bar| ends(bar)).chain([base]);
    let (least, most) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    );
    let at = |value: f64| {
        if most > least {
            (value - least) / (most - least)
        } else {
            0.5
        }
    };
    let text_of = |value: f64| {
        if by_probability {
            words::percent(value, language)
        } else {
            words::level(value, target.unit, language)
        }
    };
    let row = |bar: &&Bar| {
        let [low, high] = ends(bar);
        let range = tr!(
            language,
            matters.range,
            low = words::amount(bar.assumption.low, 2, language),
            high = words::amount(bar.assumption.high, 2, language)
        );
        let range = format!("{range} {}", levers.unit(&bar.assumption));
        vec![
            Cell::Noted(levers.name(&bar.assumption), range),
            Cell::Swing(at(low), at(base), at(high)),
            Cell::Number(format!("{} → {}", text_of(low), text_of(high))),
        ]
    };
    let rows: Vec<Vec<Cell>> = bars.iter().map(row).collect();
    let outcome = if by_probability {
        tr!(language, matters.probability)
    } else {
        tr!(language, matters.median)
    };
    let head = [tr!(language, matters.assumption), outcome, ""];
    vec![
        text("soft small", tr!(language, matters.explain, value = text_of(base))),
        Part::Table("bars".to_string(), heads(head), rows),
        text("soft small", tr!(language, matters.limits)),
    ]
}

/// The bars that move anything, the widest first.
fn by_swing(bars: &[Bar], swing: impl Fn(&Bar) -> f64) -> Vec<&Bar> {
    let mut bars: Vec<&Bar> = bars.iter().filter(|bar| swing(bar) > 0.0).collect();
    bars.sort_by(|one, other| swing(other).total_cmp(&swing(one)));
    bars
}

/// Where the width of the fan in `year` comes from.
fn spread(year: i16, shares: [f64; 4], language: Language, parts: &mut Vec<Part>) {
    let names = [
        tr!(language, matters.common),
        tr!(language, matters.own),
        tr!(language, matters.rate),
        tr!(language, matters.long_run),
    ];
    parts.push(Part::Heading(3, tr!(language, matters.spread_title, year = year)));
    let named = shares.into_iter().zip(names);
    parts.push(Part::Shares(
        named
            .map(|(share, name)| (share, format!("{} {name}", words::share(share, language))))
            .collect(),
    ));
    parts.push(text("soft small", tr!(language, matters.spread_explain)));
}

/// Common, own, rate, long-run rate; None where the year has a figure or figures do not drift.
fn shares(target: &Target, projection: &Projection, year: i16) -> Option<[f64; 4]> {
    let Some((_, Equation::Drift(drift, prior))) = projection.equation else {
        return None;
    };
    let years = u16::try_from(year.checked_sub(drift.last_year)?).ok()?;
    let weight = target.method?.prior.plan_weight;
    let shares = question::spread_shares(&drift, &prior, projection.mode, weight, years)?;
    Some([shares.common, shares.own, shares.rate, shares.long_run])
}
