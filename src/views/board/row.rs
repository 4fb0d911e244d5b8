//! One target on the board: name, newest figure, course, and its milestones for both horizons.

use engine::{Figure, MilestoneResult, Outlook, Projection, Verdict, Warning};
use leptos::prelude::*;
use plan::{Target, TargetKind};

use crate::components::{ProbabilityBar, VerdictMark};
use crate::state::{AppState, View, actions, distinct, resting, use_state};
use crate::views::drawing::Drawing;
use crate::views::target::spark_text;
use crate::words;

/// The heading of every table on the board.
#[component]
pub fn BoardHead() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let (first, second) = horizons(state);
    view! {
        <thead>
            <tr>
                <th scope="col">{move || tr!(language.get(), board.column_target)}</th>
                <th scope="col" class="num">{move || tr!(language.get(), board.column_latest)}</th>
                <th scope="col">{move || tr!(language.get(), board.column_course)}</th>
                <th scope="col" class="num">{move || tr!(language.get(), board.column_milestone, year = first.to_string())}</th>
                <th scope="col">{move || tr!(language.get(), board.column_verdict)}</th>
                <th scope="col" class="num">{move || tr!(language.get(), board.column_milestone, year = second.to_string())}</th>
                <th scope="col">{move || tr!(language.get(), board.column_verdict)}</th>
            </tr>
        </thead>
    }
}

/// The row of the target at `position` in the plan.
#[component]
pub fn BoardRow(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let rested = state.projections.rested(position);
    let inputs = state.inputs(target.code);
    // What is not the verdict follows once the scenario rests: the verdict does not wait for it to be laid out and painted.
    let is_changed = resting(move || inputs.with(|inputs| !inputs.is_empty()));
    // What an assumption does not change is not made again when one is.
    let newest = Memo::new(move |_| {
        let newest = rested.with(|projection| projection.series.last().copied());
        newest.filter(|_| target.kind != TargetKind::Deed)
    });
    let latest = move || {
        let language = language.get();
        match newest.get() {
            Some(figure) => {
                let text = words::figure(&figure, language);
                let text = if target.unit.is_percent {
                    format!("{text}%")
                } else {
                    text
                };
                view! { <span>{text}</span> " " <small>{figure.year}</small> }.into_any()
            }
            None => view! { <span class="soft">{tr!(language, board.no_figure)}</span> }.into_any(),
        }
    };
    let is_thin = Memo::new(move |_| rested.with(|projection| projection.warnings.contains(&Warning::OneFigure)));
    let spark = Memo::new(move |_| rested.with(|projection| spark_text(target, projection)));
    let view = state.view();
    let (first, second) = horizons(state);
    view! {
        <tr data-target=target.id>
            <th scope="row">
                <a id=row_id(target.code) href=move || { view.track(); actions::href(state, View::Target(target.code)) }>{move || target.name.get(language.get())}</a>
                // Beside the unit, so that no row grows and moves all others when an assumption changes.
                <small class="unit">
                    <span>{move || about(target, newest.get(), language.get())}</span>
                    {move || is_changed.get().then(|| view! { <span class="changed">{move || tr!(language.get(), board.changed)}</span> })}
                </small>
            </th>
            <td class="num latest">
                {latest}
                {move || is_thin.get().then(|| view! { <small class="thin">{move || tr!(language.get(), board.one_figure)}</small> })}
            </td>
            <td class="course"><Drawing svg=spark/></td>
            <MilestoneCells position year=first/>
            <MilestoneCells position year=second/>
        </tr>
    }
}

/// Id of the link that a target's row begins with.
pub fn row_id(code: u8) -> String {
    format!("row-{code}")
}

/// The two horizons of the plan.
fn horizons(state: AppState) -> (i16, i16) {
    let end = state.plan.end_year;
    (end, engine::Phase::Second.last_year(end))
}

/// Unit and definition, where they have to be told.
fn about(target: &'static Target, newest: Option<Figure>, language: plan::Language) -> String {
    let unit = words::told_unit(target, language).filter(|_| target.kind != TargetKind::Deed);
    let basis = newest.and_then(|figure| words::basis(target, &figure, language));
    unit.into_iter().chain(basis).collect::<Vec<_>>().join(" · ")
}

/// What is asked for `year` and the verdict on it.
#[component]
fn MilestoneCells(position: usize, year: i16) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let end_year = state.plan.end_year;
    let rested = state.projections.rested(position);
    let bar = Memo::new(move |_| {
        let result = rested.with(|projection| asked_for(projection, year, end_year));
        result.map(|result| (result.year.is_none(), result.rule, result.threshold))
    });
    let asked = move || {
        let language = language.get();
        bar.get().map(|(is_undated, rule, threshold)| {
            let rule = words::rule(target, rule, threshold.as_ref(), language);
            let undated = is_undated.then(|| {
                let words = match target.kind {
                    TargetKind::Annual => tr!(language, board.every_year),
                    _ => tr!(language, board.undated),
                };
                view! { <small class="undated">{words}</small> }
            });
            view! { <span>{rule}</span> {undated} }
        })
    };
    // With the verdict, not with the bar: a bar that is taken back leaves none.
    let projection = state.projections.at(position);
    let has_result = distinct(move || projection.with(|projection| asked_for(projection, year, end_year).is_some()));
    let is_left_open = target.kind == TargetKind::Unset && year == end_year;
    view! {
        <td class="num asked" data-year=year>{asked}</td>
        <td class="judged" data-year=year>
            {move || match has_result.get() {
                true => view! { <Judgement position year/> }.into_any(),
                false if is_left_open => view! { <span class="soft">{move || tr!(language.get(), board.set_elsewhere)}</span> }.into_any(),
                false => ().into_any(),
            }}
        </td>
    }
}

/// What stands under `year`: a milestone without a year stands under the plan's own end.
fn asked_for(projection: &Projection, year: i16, end_year: i16) -> Option<MilestoneResult> {
    let mut milestones = projection.milestones.iter();
    milestones
        .find(|milestone| milestone.year.unwrap_or(end_year) == year)
        .copied()
}

/// Moves with a lever in the reader's hand, and with undo: all else in the row follows once the scenario rests.
#[component]
fn Judgement(position: usize, year: i16) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let end_year = state.plan.end_year;
    let result = Memo::new(move |_| {
        let result = projection.with(|projection| asked_for(projection, year, end_year));
        result.map(|result| (result.verdict, result.probability))
    });
    let verdict = Memo::new(move |_| result.get().map(|(verdict, _)| verdict));
    let outlook = move || verdict.get().map_or(Outlook::Unknown, Verdict::outlook);
    let word = move || {
        verdict
            .get()
            .map_or("", |verdict| words::verdict(verdict, language.get()))
    };
    let probability = Memo::new(move |_| result.get().and_then(|(_, probability)| probability));
    let has_probability = Memo::new(move |_| probability.with(Option::is_some));
    view! {
        <span class=move || words::outlook_class(outlook())>
        <VerdictMark sign=Signal::derive(move || words::sign(outlook())) word=Signal::derive(word)/>
        {move || has_probability.get().then(|| view! {
            <ProbabilityBar
                share=Signal::derive(move || probability.get().unwrap_or(0.0))
                text=Signal::derive(move || {
                    let percent = words::percent(probability.get().unwrap_or(0.0), language.get());
                    match target.kind {
                        TargetKind::Annual => tr!(language.get(), board.yearly, percent = percent).to_string(),
                        _ => percent,
                    }
                })
            />
        })}
        </span>
    }
}
