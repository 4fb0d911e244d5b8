//! Where the growth of income comes from, by factor and by source, while its identity is in force.

use engine::driver::{Contributions, Identity, IncomePoint};
use plan::{Language, Target};

use super::{About, Cell, Part, text};
use crate::words;

/// Two tables; nothing where no such identity is in force.
pub(super) fn answer(about: &About<'_>, milestone: usize) -> Vec<Part> {
    let year = about
        .projection
        .milestones
        .get(milestone)
        .and_then(|milestone| milestone.year);
    let growth = year.and_then(|year| growth(about, year));
    growth.map_or_else(Vec::new, |growth| tables(about.target, &growth, about.language))
}

/// The change of income up to a milestone's year.
struct Growth {
    from_year: i16,
    year: i16,
    from: f64,
    to: IncomePoint,
    by: Contributions<3>,
    parts: &'static [plan::Part],
}

fn growth(about: &About<'_>, year: i16) -> Option<Growth> {
    let series = &about.projection.series;
    let identity = Identity::of(&about.setting, about.target, about.inputs, series)?;
    let start = series.last()?;
    let years = u16::try_from(year.checked_sub(start.year)?).ok()?;
    Some(Growth {
        from_year: start.year,
        year,
        from: start.value,
        to: *identity.incomes(years)?.last()?,
        by: identity.contributions(years)?,
        parts: identity.driver().parts,
    })
}

fn tables(target: &Target, growth: &Growth, language: Language) -> Vec<Part> {
    let level = |value: f64| words::level(value, target.unit, language);
    let change = growth.to.nominal - growth.from;
    let factors = [
        tr!(language, parts.earners),
        tr!(language, parts.earnings),
        tr!(language, parts.prices),
    ];
    let factors: Vec<(&str, f64)> = factors.into_iter().zip(growth.by.by_factor).collect();
    let names = growth.parts.iter().map(|part| part.name.get(language));
    let sources: Vec<(&str, f64)> = names.zip(growth.by.by_term.iter().copied()).collect();
    let summary = tr!(
        language,
        parts.summary,
        from = level(growth.from),
        start = growth.from_year.to_string(),
        to = level(growth.to.nominal),
        year = growth.year.to_string(),
        change = words::signed(change, target.unit.decimals, language),
        unit = target.unit.label.get(language),
        real = level(growth.to.real)
    );
    vec![
        text("", summary),
        table(target, tr!(language, parts.by_factor), &factors, change, language),
        table(target, tr!(language, parts.by_source), &sources, change, language),
        text("soft small", tr!(language, parts.explain)),
    ]
}

fn table(target: &Target, title: &str, rows: &[(&str, f64)], change: f64, language: Language) -> Part {
    let least = rows.iter().map(|(_, value)| *value).fold(0.0, f64::min);
    let most = rows.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let at = |value: f64| {
        if most > least {
            (value - least) / (most - least)
        } else {
            0.0
        }
    };
    let row = |(name, value): &(&str, f64)| {
        let share = if change == 0.0 {
            String::new()
        } else {
            words::share(value / change, language)
        };
        vec![
            Cell::Text((*name).to_string()),
            Cell::Part(at(0.0), at(*value)),
            Cell::Number(words::signed(*value, target.unit.decimals, language)),
            Cell::Number(share),
        ]
    };
    let head = vec![
        Cell::Text(title.to_string()),
        Cell::Text(String::new()),
        Cell::Number(tr!(language, parts.adds).to_string()),
        Cell::Number(tr!(language, parts.share).to_string()),
    ];
    Part::Table("bars".to_string(), head, rows.iter().map(row).collect())
}
