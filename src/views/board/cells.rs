//! One cell a milestone: the whole plan at a glance, with its counts.

use engine::board::Tally;
use engine::{Outlook, Verdict};
use leptos::prelude::*;

use crate::state::{Turns, View, actions, resting, use_state};
use crate::words;

/// A verdict that a change has altered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Altered {
    /// Position of the target in the plan.
    pub position: usize,
    /// Place among its milestones.
    pub index: usize,
    /// The verdict before.
    pub before: Verdict,
}

/// The cells of all milestones, by year.
#[component]
pub fn Cells(
    /// The cells to be marked.
    #[prop(optional, into)]
    altered: Option<Memo<Vec<Altered>>>,
    /// Builds one year after the other, from the first turn on.
    #[prop(optional)]
    turns: Option<Turns>,
) -> impl IntoView {
    let years = use_state().plan.milestone_years().into_iter().enumerate();
    let years = years.map(|(turn, year)| {
        let cells = move || view! { <YearCells year altered/> };
        match turns {
            Some(turns) => turns.part(turn, cells).into_any(),
            None => cells().into_any(),
        }
    });
    view! { <div class="cells">{years.collect_view()}</div> }
}

#[component]
fn YearCells(year: Option<i16>, altered: Option<Memo<Vec<Altered>>>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let name = move || match year {
        Some(year) => year.to_string(),
        None => tr!(language.get(), board.undated).to_string(),
    };
    let label = move || match year {
        Some(year) => tr!(language.get(), board.cells_label, year = year.to_string()).to_string(),
        None => tr!(language.get(), board.cells_label_undated).to_string(),
    };
    let cells = state
        .plan
        .targets
        .iter()
        .enumerate()
        .flat_map(|(position, target)| {
            target
                .milestones
                .iter()
                .enumerate()
                .filter(move |(_, milestone)| milestone.year == year)
                .map(move |(index, _)| (position, index))
        })
        .map(|(position, index)| view! { <Cell position index altered/> })
        .collect_view();
    let counted = resting(move || {
        let all = state.projections.all();
        let milestones = all.iter().flat_map(|projection| &projection.milestones);
        let estimated = milestones.filter(|milestone| milestone.year == year && milestone.is_estimate());
        (Tally::of(all.iter().map(AsRef::as_ref), year), estimated.count())
    });
    let summary = move || {
        let language = language.get();
        let (tally, estimated) = counted.get();
        let counts: Vec<String> = Outlook::ALL
            .into_iter()
            .filter(|outlook| tally.count(*outlook) > 0)
            .map(|outlook| {
                // With the sign: the line explains the cells above it.
                let word = words::outlook_word(outlook, language);
                format!("{} {} {word}", words::sign(outlook), tally.count(outlook))
            })
            .collect();
        let note = if estimated > 0 {
            format!(" ({})", tr!(language, board.estimated, count = estimated))
        } else {
            String::new()
        };
        format!(
            "{}: {}{note}",
            tr!(language, board.tally, total = tally.total()),
            counts.join(" · ")
        )
    };
    view! {
        <span class="year">{name}</span>
        <div>
            <ol aria-label=label>{cells}</ol>
            <p class="sum">{summary}</p>
        </div>
    }
}

#[component]
fn Cell(position: usize, index: usize, altered: Option<Memo<Vec<Altered>>>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let verdict = Memo::new(move |_| {
        projection.with(|projection| projection.milestones.get(index).map(|milestone| milestone.verdict))
    });
    let outlook = move || verdict.get().map_or(Outlook::Unknown, |verdict| verdict.outlook());
    let before = Memo::new(move |_| {
        altered?.with(|altered| {
            let is_this = |altered: &&Altered| altered.position == position && altered.index == index;
            altered.iter().find(is_this).map(|altered| altered.before)
        })
    });
    let words = move || {
        let language = language.get();
        let word = verdict.get().map_or("", |verdict| words::verdict(verdict, language));
        let text = format!("{}: {word}", target.name.get(language));
        match before.get() {
            Some(before) => format!(
                "{text} ({})",
                tr!(language, levers.before, verdict = words::verdict(before, language))
            ),
            None => text,
        }
    };
    let class = move || {
        let class = words::outlook_class(outlook());
        if before.with(Option::is_some) {
            format!("{class} altered")
        } else {
            class.to_string()
        }
    };
    let view = state.view();
    view! {
        <li>
            <a class=class title=words aria-label=words
                href=move || { view.track(); actions::href(state, View::Target(target.code)) }>
                {move || words::sign(outlook())}
            </a>
        </li>
    }
}
