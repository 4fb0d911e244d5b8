//! The verdicts of the brief: how many of each kind, and those of the targets that are listed.

use engine::board::Tally;
use engine::{MilestoneResult, Outlook};
use leptos::prelude::*;
use plan::{Language, Target, TargetKind};

use super::Content;
use crate::state::{AppState, use_state};
use crate::words;

/// Milestones by year and group.
pub fn counts(state: AppState, language: Language) -> AnyView {
    let all = state.projections.all();
    let years = state.plan.milestone_years();
    let heads = Outlook::ALL.map(|outlook| {
        view! { <th scope="col" class="num">{mark(outlook, words::outlook_word(outlook, language))}</th> }.into_any()
    });
    let rows = years.into_iter().map(|year| {
        let tally = Tally::of(all.iter().map(AsRef::as_ref), year);
        let name = year.map_or_else(|| tr!(language, board.undated).to_string(), |year| tr!(language, brief.milestones_of, year = year));
        let cells = Outlook::ALL.map(|outlook| view! { <td class="num">{tally.count(outlook)}</td> }.into_any());
        view! { <tr><th scope="row">{name}</th>{cells.into_iter().collect::<Vec<AnyView>>()}<td class="num">{tally.total()}</td></tr> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=tr!(language, brief.summary)>
        <table class="counts">
            <thead><tr><th scope="col"><span class="hidden">{tr!(language, joint.year)}</span></th>{heads.into_iter().collect::<Vec<AnyView>>()}<th scope="col" class="num">{tr!(language, brief.total)}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
        </div>
    }
    .into_any()
}

/// The listed targets with what is asked of them and how it stands.
#[component]
pub fn Listed(content: Memo<Content>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let end = state.plan.end_year;
    let years = [end, engine::Phase::Second.last_year(end)];
    move || {
        let language = language.get();
        let head = years.map(|year| {
            view! {
                <th scope="col" class="num">{tr!(language, board.column_milestone, year = year.to_string())}</th>
                <th scope="col">{tr!(language, board.column_verdict)}</th>
            }
            .into_any()
        });
        let rows: Vec<AnyView> = content.with(|content| {
            content
                .chosen
                .rows
                .iter()
                .map(|position| row(state, content, *position, years, language))
                .collect()
        });
        let rest = content.with(|content| {
            let (left_out, unknown) = (content.chosen.left_out, content.chosen.unknown);
            let left_out = (left_out > 0).then(|| tr!(language, brief.left_out, count = left_out));
            let unknown = (unknown > 0).then(|| tr!(language, brief.unknown, count = unknown));
            left_out.into_iter().chain(unknown).collect::<Vec<String>>().join(" ")
        });
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=tr!(language, brief.listed)>
            <table class="listed">
                <thead><tr>
                    <th scope="col">{tr!(language, board.column_target)}</th>
                    <th scope="col" class="num">{tr!(language, board.column_latest)}</th>
                    {head.into_iter().collect::<Vec<AnyView>>()}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            </div>
            <p class="soft small">{rest} " " {tr!(language, target.given_assumptions)}</p>
        }
    }
}

fn row(state: AppState, content: &Content, position: usize, years: [i16; 2], language: Language) -> AnyView {
    let target: &'static Target = &state.plan.targets[position];
    let projection = state.projections.at(position).get();
    let latest = projection
        .series
        .last()
        .filter(|_| target.kind != TargetKind::Deed)
        .map(|figure| {
            let share = if target.unit.is_percent { "%" } else { "" };
            view! { {words::figure(figure, language)} {share} " " <small class="soft">{figure.year}</small> }.into_any()
        });
    let unit = words::told_unit(target, language).filter(|_| target.kind != TargetKind::Deed);
    let newest = projection.series.last();
    let basis = newest.and_then(|figure| words::basis(target, figure, language));
    let is_changed = !content.scenario.inputs(target.code).is_empty();
    let changed = is_changed.then(|| tr!(language, board.changed));
    let about: Vec<&str> = unit.into_iter().chain(basis).chain(changed).collect();
    let cells = years.map(|year| {
        // A milestone without a year stands under the plan's own end.
        let of_year = |milestone: &&MilestoneResult| milestone.year.unwrap_or(state.plan.end_year) == year;
        let milestone = projection.milestones.iter().find(of_year);
        view! {
            <td class="num">{milestone.map(|milestone| words::rule(target, milestone.rule, milestone.threshold.as_ref(), language))}</td>
            <td>{milestone.map(|milestone| judgement(target, milestone, language))}</td>
        }
        .into_any()
    });
    view! {
        <tr>
            <th scope="row">{target.name.get(language)} " " <small class="soft">{about.join(", ")}</small></th>
            <td class="num">{latest}</td>
            {cells.into_iter().collect::<Vec<AnyView>>()}
        </tr>
    }
    .into_any()
}

fn judgement(target: &Target, milestone: &MilestoneResult, language: Language) -> AnyView {
    let probability = milestone.probability.map(|probability| {
        let percent = words::percent(probability, language);
        match target.kind {
            TargetKind::Annual => tr!(language, board.yearly, percent = percent),
            _ => percent,
        }
    });
    let word = words::verdict(milestone.verdict, language);
    view! { {mark(milestone.verdict.outlook(), word)} " " <span class="chance">{probability}</span> }.into_any()
}

fn mark(outlook: Outlook, word: &'static str) -> AnyView {
    let class = format!("verdict {}", words::outlook_class(outlook));
    view! { <span class=class><span class="sign" aria-hidden="true">{words::sign(outlook)}</span>{word}</span> }
        .into_any()
}
