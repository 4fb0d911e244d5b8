//! Progress so far by four methods side by side: each with its own number, all in common classes. Foretells nothing.

use engine::MilestoneResult;
use engine::progress::{Assessment, MethodResult, assess};
use plan::{Language, Target};

use super::{About, Cell, Part, heads, text};
use crate::words;

/// A table for each milestone.
pub(super) fn answer(about: &About<'_>) -> Vec<Part> {
    let mut parts = vec![text("soft small", tr!(about.language, progress.explain))];
    for (index, milestone) in about.projection.milestones.iter().enumerate() {
        if let Some(assessment) = assess(about.setting.plan, about.target, about.projection, index) {
            table(about.target, milestone, &assessment, about.language, &mut parts);
        }
    }
    parts
}

fn table(
    target: &Target,
    milestone: &MilestoneResult,
    assessment: &Assessment,
    language: Language,
    parts: &mut Vec<Part>,
) {
    let rule = words::rule(target, milestone.rule, milestone.threshold.as_ref(), language);
    let title = match milestone.year {
        Some(year) => tr!(language, target.milestone, year = year.to_string(), rule = rule).to_string(),
        None => tr!(language, target.milestone_undated, rule = rule).to_string(),
    };
    let [first, others @ ..] = &assessment.methods;
    if !first.progress.is_assessed() && others.iter().all(|other| other.progress == first.progress) {
        // One reason four times is said once.
        let reason = words::progress_number(first, language);
        let none = tr!(language, progress.none, reason = reason).to_string();
        parts.push(Part::Heading(3, title));
        parts.push(text("small", basis(target, assessment, language)));
        parts.push(text("small", none));
        return;
    }
    let row = |result: &MethodResult| {
        let (method, progress) = (words::progress_method(result.method, language), result.progress);
        vec![
            if assessment.primary == Some(result.method) {
                Cell::Marked(method.to_string(), tr!(language, progress.primary).to_string())
            } else {
                Cell::Text(method.to_string())
            },
            Cell::Text(words::progress_number(result, language)),
            Cell::Verdict(
                words::outlook_class(words::progress_outlook(progress)).to_string(),
                words::progress_sign(progress).to_string(),
                words::progress_class(progress, language).to_string(),
            ),
        ]
    };
    let head = [
        tr!(language, progress.method),
        tr!(language, progress.number),
        tr!(language, progress.class),
    ];
    parts.push(Part::Heading(3, title));
    parts.push(text("small", basis(target, assessment, language)));
    let rows = assessment.methods.iter().map(row).collect();
    parts.push(Part::Table("methods".to_string(), heads(head), rows));
    parts.push(text("soft small", notes(assessment, language).join(" ")));
}

/// The figures progress is measured from and to.
fn basis(target: &Target, assessment: &Assessment, language: Language) -> String {
    let Some(course) = assessment.course else {
        return String::new();
    };
    let level = |value: f64| {
        let text = words::amount(value, 2, language);
        if target.unit.is_percent {
            format!("{text}%")
        } else {
            text
        }
    };
    let mut text = tr!(
        language,
        progress.course,
        base_year = course.base_year.to_string(),
        base = level(course.base),
        year = course.year.to_string(),
        value = level(course.value),
        deadline = course.deadline.to_string(),
        asked = level(course.target)
    )
    .to_string();
    let has_moved = course.years_elapsed() > 0.0;
    if let Some((closed, time)) = assessment.closed.zip(course.time_share()).filter(|_| has_moved) {
        let (closed, time) = (words::share(closed, language), words::share(time, language));
        text.push(' ');
        text.push_str(
            tr!(language, progress.closed, closed = closed, time = time)
                .to_string()
                .as_str(),
        );
    }
    text
}

fn notes(assessment: &Assessment, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    if assessment.disagreement {
        notes.push(tr!(language, progress.disagree).to_string());
    }
    if assessment.is_near_bound && assessment.ratios.len() > 1 {
        let ratios: Vec<String> = assessment
            .ratios
            .iter()
            .map(|ratio| words::measured(ratio.measure, ratio.ratio, language))
            .collect();
        notes.push(tr!(language, progress.near_bound, ratios = ratios.join("; ")).to_string());
    }
    notes
}
