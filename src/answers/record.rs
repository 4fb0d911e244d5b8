//! The pace needed beside every change of equal length on record, and the flow it takes where an identity is in force.

use engine::driver::Identity;
use engine::feasibility::{Feasibility, feasibility};
use engine::{Attainment, MilestoneResult, Mode, Pace, Threshold};
use plan::{Language, Target};

use super::{About, Part};
use crate::words;

/// A strip for each milestone that is not reached yet, and its flow.
pub(super) fn answer(about: &About<'_>) -> Vec<Part> {
    let open = about.projection.milestones.iter();
    let open = open.filter(|milestone| {
        milestone
            .attainment
            .is_some_and(|attained| attained != Attainment::Already)
    });
    let parts = open.filter_map(|milestone| {
        let (year, threshold) = (milestone.year?, milestone.threshold?);
        Some([flow(about, year, &threshold), strip(about, year, milestone)])
    });
    parts.flatten().flatten().collect()
}

fn flow(about: &About<'_>, year: i16, threshold: &Threshold) -> Option<Part> {
    let language = about.language;
    let identity = Identity::of(&about.setting, about.target, about.inputs, &about.projection.series);
    let flow = identity
        .filter(|_| about.projection.mode == Mode::Driver)?
        .needed(threshold, year)?;
    let parameter = flow.parameter;
    let number = |value: f64| words::number(value, u8::from(parameter.range.step < 1.0), language);
    let unit = parameter.unit.get(language);
    let value = words::threshold_value(about.target, threshold, language);
    Some(Part::Strong(
        "flow".to_string(),
        tr!(language, need.flow, name = parameter.name.get(language)),
        format!("{} {unit}", number(flow.value)),
        tr!(
            language,
            need.flow_now,
            now = number(flow.now),
            unit = unit,
            value = value,
            year = year
        ),
    ))
}

fn strip(about: &About<'_>, year: i16, milestone: &MilestoneResult) -> Option<Part> {
    let pace = milestone.required?;
    let figures = about.projection.series.figures.iter().rev();
    let from = figures.clone().find(|figure| figure.year < year)?.year;
    let years = u16::try_from(year - from).ok()?;
    let record = feasibility(about.target, &about.projection.series, pace, years)?;
    let changes = || record.record.iter().map(|recorded| recorded.change);
    let all = || changes().chain([0.0, pace.value]);
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
    let text = format!("{year}: {}", in_words(&record, about.target, about.language));
    Some(Part::Strip(changes().map(at).collect(), at(0.0), at(pace.value), text))
}

fn in_words(record: &Feasibility, target: &Target, language: Language) -> String {
    let (count, span) = (record.record.len(), record.span_years);
    #[expect(clippy::cast_precision_loss, reason = "some dozen changes")]
    let fast = (record.share_at_least * count as f64).round();
    // What reads alike is not called faster.
    let is_alike = record.best(target).is_some_and(|best| {
        let pace = |value: f64| {
            words::unit_per_year(
                &Pace {
                    value,
                    ..record.required
                },
                target.unit,
                language,
            )
        };
        pace(best.change) == pace(record.required.value)
    });
    let fast = if is_alike { fast.max(1.0) } else { fast };
    let text = match (record.is_faster_than_any && !is_alike, count) {
        (true, 1) => tr!(language, need.faster_than_one, span = span),
        (true, _) => tr!(language, need.faster_than_any, span = span, count = count),
        (false, 1) => tr!(language, need.as_fast_one, span = span),
        (false, _) => tr!(language, need.as_fast, fast = fast, count = count, span = span),
    };
    if record.span_years == record.years {
        text
    } else {
        format!("{text}; {}", tr!(language, need.other_span, years = record.years))
    }
}
