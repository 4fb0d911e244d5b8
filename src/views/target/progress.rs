//! Progress so far by four methods side by side: each with its own number, all in common classes. Foretells nothing.

use engine::MilestoneResult;
use engine::progress::{Assessment, MethodResult, assess};
use leptos::prelude::*;
use plan::{Language, Target};

use super::fold::Fold;
use super::question::Question;
use crate::components::{Cell, Table};
use crate::state::use_state;
use crate::words;

/// The panel, folded away until it is wanted.
#[component]
pub fn ProgressPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, progress.title) level=2 class="progress" is_open=false><Methods position/></Fold> }
}

#[component]
fn Methods(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let question = Question::new(position, "progress-milestone");
    move || {
        let language = language.get();
        // Once the inputs rest: a lever in the reader's hand does not wait for the tables.
        let _ = question.rest();
        let tables = projection.with_untracked(|projection| {
            let milestones = projection.milestones.iter().enumerate();
            let table = |(index, milestone): (usize, &MilestoneResult)| {
                Some(table(
                    target,
                    milestone,
                    &assess(state.plan, target, projection, index)?,
                    language,
                ))
            };
            milestones.filter_map(table).collect::<Vec<AnyView>>()
        });
        view! { <p class="soft small">{tr!(language, progress.explain)}</p> {tables} }.into_any()
    }
}

fn table(target: &Target, milestone: &MilestoneResult, assessment: &Assessment, language: Language) -> AnyView {
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
        return view! { <h3>{title}</h3> <p class="small">{basis(target, assessment, language)}</p> <p class="small">{none}</p> }
            .into_any();
    }
    let row = |result: &MethodResult| {
        let (method, progress) = (words::progress_method(result.method, language), result.progress);
        vec![
            if assessment.primary == Some(result.method) {
                Cell::Marked(method.to_string(), tr!(language, progress.primary))
            } else {
                Cell::Text(method.to_string())
            },
            Cell::Text(words::progress_number(result, language)),
            Cell::Verdict(
                words::outlook_class(words::progress_outlook(progress)),
                words::progress_sign(progress),
                words::progress_class(progress, language),
            ),
        ]
    };
    let head = [
        tr!(language, progress.method),
        tr!(language, progress.number),
        tr!(language, progress.class),
    ];
    view! {
        <h3>{title}</h3>
        <p class="small">{basis(target, assessment, language)}</p>
        <Table class="methods" head=head.map(|word| Cell::Text(word.to_string())).to_vec() rows=assessment.methods.iter().map(row).collect()/>
        <p class="soft small">{notes(assessment, language).join(" ")}</p>
    }
    .into_any()
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
