//! What would it take: the pace that reaches each milestone, against the pace so far, and when the median gets there. The
//! record it stands beside and the flow it takes are the worker's to tell.

use engine::{Attainment, MilestoneResult, Pace, Projection, RecentPace, Threshold};
use leptos::prelude::*;
use plan::{Language, Target};

use super::panels::{GoalPanel, plain};
use crate::answers::Ask;
use crate::state::use_state;
use crate::words;

/// What is shown about one milestone. No probability is among it, so that a lever's move seldom draws it again.
#[derive(Debug, Clone, PartialEq)]
struct Card {
    year: Option<i16>,
    threshold: Threshold,
    attainment: Attainment,
    /// Pace needed, and the year it is counted from.
    required: Option<(Pace, i16)>,
    recent: Option<RecentPace>,
}

/// The panel; nothing where there is no figure to count from or no number to reach.
#[component]
pub fn Need(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let cards = Memo::new(move |_| projection.with(|projection| cards(projection)));
    let is_shown = Memo::new(move |_| cards.with(|cards| !cards.is_empty()));
    move || {
        is_shown.get().then(|| {
            view! {
                <section class="need-panel">
                    <h2>{move || tr!(language.get(), target.need_title)}</h2>
                    <div class="need">
                        {move || {
                            let language = language.get();
                            cards.with(|cards| cards.iter().map(|shown| card(target, shown, language)).collect::<Vec<AnyView>>())
                        }}
                    </div>
                    {plain(position, Ask::Record)}
                    <GoalPanel position/>
                </section>
            }
        })
    }
}

fn cards(projection: &Projection) -> Vec<Card> {
    let card = |milestone: &MilestoneResult| {
        let (threshold, attainment) = (milestone.threshold?, milestone.attainment?);
        let required = milestone.required.filter(|_| attainment != Attainment::Already);
        let from = milestone.year.and_then(|year| {
            let figures = projection.series.figures.iter().rev();
            figures.clone().find(|figure| figure.year < year)
        });
        Some(Card {
            year: milestone.year,
            threshold,
            attainment,
            required: required.zip(from.map(|figure| figure.year)),
            recent: projection.recent,
        })
    };
    projection.milestones.iter().filter_map(card).collect()
}

fn card(target: &'static Target, card: &Card, language: Language) -> AnyView {
    let value = words::threshold_value(target, &card.threshold, language);
    let attained = match card.attainment {
        Attainment::Already => tr!(language, target.attained_already).to_string(),
        Attainment::InYear(year) => year.to_string(),
        Attainment::AfterHorizon => tr!(language, target.attained_after).to_string(),
        Attainment::Never => tr!(language, target.attained_never).to_string(),
    };
    if card.attainment == Attainment::Already {
        return view! {
            <div class="card"><p>{card.year.map(|year| format!("{year} · "))} {value} <b>{attained}</b><span class="soft">{tr!(language, target.need_nothing)}</span></p></div>
        }
        .into_any();
    }
    let pace = card.required.as_ref().zip(card.year).map(|((pace, from), year)| {
        let against = card
            .recent
            .map_or_else(String::new, |recent| compared(pace, &recent, language));
        view! {
            <p>
                {tr!(language, target.need_pace, value = value.clone(), year = year.to_string()).to_string()}
                <b>{words::unit_per_year(pace, target.unit, language)}</b>
                <span class="soft">{against}</span>
                <span class="soft">{tr!(language, target.need_from, year = from.to_string()).to_string()}</span>
            </p>
        }
        .into_any()
    });
    view! {
        <div class="card">
            {pace}
            <p>{tr!(language, target.need_attained, value = value).to_string()}<b>{attained}</b></p>
        </div>
    }
    .into_any()
}

/// The pace needed against the pace so far.
fn compared(needed: &Pace, recent: &RecentPace, language: Language) -> String {
    let (from, to) = (recent.from_year.to_string(), recent.to_year.to_string());
    if needed.unit != recent.pace.unit || needed.value == 0.0 {
        return String::new();
    }
    let ratio = needed.value / recent.pace.value;
    if !ratio.is_finite() || ratio < 0.0 {
        return tr!(language, target.need_opposite, from = from, to = to).to_string();
    }
    tr!(
        language,
        target.need_ratio,
        ratio = words::amount(ratio, if ratio < 0.1 { 2 } else { 1 }, language),
        from = from,
        to = to
    )
    .to_string()
}
