//! Progress so far by four methods side by side: each with its own number, all in common classes. Foretells nothing.

use engine::progress::{Assessment, MethodResult, assess};
use engine::{MilestoneResult, Projection};
use leptos::prelude::*;
use plan::{Language, Target};

use crate::components::{Fold, VerdictMark};
use crate::state::{AppState, use_state};
use crate::words;

/// The panel, folded away until it is wanted.
#[component]
pub fn ProgressPanel(position: usize) -> impl IntoView {
    let language = use_state().language();
    let title = Signal::derive(move || tr!(language.get(), progress.title).to_string());
    view! { <Fold title level=2 class="progress"><Methods position/></Fold> }
}

#[component]
fn Methods(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let assessments = Memo::new(move |_| projection.with(|projection| assessments(state, target, projection)));
    view! {
        <p class="soft small">{move || tr!(language.get(), progress.explain)}</p>
        {move || {
            let language = language.get();
            assessments.with(|assessments| {
                assessments.iter().map(|(milestone, assessment)| table(target, milestone, assessment, language)).collect::<Vec<AnyView>>()
            })
        }}
    }
}

fn assessments(state: AppState, target: &Target, projection: &Projection) -> Vec<(MilestoneResult, Assessment)> {
    let milestones = projection.milestones.iter().enumerate();
    milestones
        .filter_map(|(index, milestone)| Some((*milestone, assess(state.plan, target, projection, index)?)))
        .collect()
}

fn table(target: &Target, milestone: &MilestoneResult, assessment: &Assessment, language: Language) -> AnyView {
    let rule = words::rule(target, milestone.rule, milestone.threshold.as_ref(), language);
    let title = match milestone.year {
        Some(year) => tr!(language, target.milestone, year = year.to_string(), rule = rule).to_string(),
        None => tr!(language, target.milestone_undated, rule = rule).to_string(),
    };
    let rows: Vec<AnyView> = assessment
        .methods
        .iter()
        .map(|result| row(result, assessment.primary == Some(result.method), language))
        .collect();
    view! {
        <h3>{title}</h3>
        <p class="small">{basis(target, assessment, language)}</p>
        <table class="methods">
            <thead><tr>
                <th scope="col">{tr!(language, progress.method)}</th>
                <th scope="col">{tr!(language, progress.number)}</th>
                <th scope="col">{tr!(language, progress.class)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {notes(assessment, language).into_iter().map(|note| view! { <p class="soft small">{note}</p> }).collect_view()}
    }
    .into_any()
}

fn row(result: &MethodResult, is_primary: bool, language: Language) -> AnyView {
    let progress = result.progress;
    let class = words::outlook_class(words::progress_outlook(progress));
    view! {
        <tr>
            <th scope="row">{words::progress_method(result.method, language)} {is_primary.then(|| view! { " " <strong class="primary">{tr!(language, progress.primary)}</strong> })}</th>
            <td>{words::progress_number(result, language)}</td>
            <td><VerdictMark class sign=words::progress_sign(progress) word=words::progress_class(progress, language)/></td>
        </tr>
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
    if let Some((closed, time)) = assessment.closed.zip(course.time_share()) {
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
