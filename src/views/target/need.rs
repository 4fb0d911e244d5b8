//! What would it take: the pace that reaches each milestone, against the pace so far and every change on record, the flow
//! it takes where an identity holds, and when the median gets there.

use engine::driver::{Identity, NeededFlow};
use engine::feasibility::{Feasibility, feasibility};
use engine::{Attainment, MilestoneResult, Mode, Pace, Projection, RecentPace, SHARED_CODE, Threshold};
use leptos::prelude::*;
use plan::{Language, Target};

use super::panels::GoalPanel;
use super::strip::strip;
use crate::state::{AppState, use_state};
use crate::words;

/// What is shown about one milestone. No probability is among it, so that a lever's move seldom draws it again.
#[derive(Debug, Clone, PartialEq)]
struct Card {
    year: Option<i16>,
    threshold: Threshold,
    attainment: Attainment,
    /// Pace needed, the year it is counted from, and the record it stands beside.
    required: Option<(Pace, i16, Option<Feasibility>)>,
    recent: Option<RecentPace>,
    flow: Option<NeededFlow>,
}

/// The panel; nothing where there is no figure to count from or no number to reach.
#[component]
pub fn Need(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let (shared, own) = (state.inputs(SHARED_CODE), state.inputs(target.code));
    let cards = Memo::new(move |_| {
        projection
            .with(|projection| shared.with(|shared| own.with(|own| cards(state, target, projection, (shared, own)))))
    });
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
                    <GoalPanel position/>
                </section>
            }
        })
    }
}

fn cards(
    state: AppState,
    target: &'static Target,
    projection: &Projection,
    (shared, own): (&engine::Inputs, &engine::Inputs),
) -> Vec<Card> {
    let setting = state.setting(shared);
    let identity = Identity::of(&setting, target, own, &projection.series).filter(|_| projection.mode == Mode::Driver);
    let card = |milestone: &MilestoneResult| {
        let (threshold, attainment) = (milestone.threshold?, milestone.attainment?);
        let is_open = attainment != Attainment::Already;
        let flow = identity.filter(|_| is_open).zip(milestone.year);
        Some(Card {
            year: milestone.year,
            threshold,
            attainment,
            required: milestone
                .required
                .filter(|_| is_open)
                .zip(milestone.year)
                .and_then(|(pace, year)| {
                    let from = projection
                        .series
                        .figures
                        .iter()
                        .rev()
                        .find(|figure| figure.year < year)?
                        .year;
                    let years = u16::try_from(year - from).ok()?;
                    Some((pace, from, feasibility(target, &projection.series, pace, years)))
                }),
            recent: projection.recent,
            flow: flow.and_then(|(identity, year)| identity.needed(&threshold, year)),
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
    let pace = card
        .required
        .as_ref()
        .zip(card.year)
        .map(|((pace, from, record), year)| {
            let against = card
                .recent
                .map_or_else(String::new, |recent| compared(pace, &recent, language));
            view! {
                <p>
                    {tr!(language, target.need_pace, value = value.clone(), year = year.to_string()).to_string()}
                    <b>{words::unit_per_year(pace, target.unit, language)}</b>
                    <span class="soft">{against}</span>
                    <span class="soft">{tr!(language, target.need_from, year = from.to_string()).to_string()}</span>
                    {record.as_ref().map(|record| strip(record, language))}
                </p>
            }
            .into_any()
        });
    let flow = card.flow.zip(card.year).map(|(flow, year)| {
        let parameter = flow.parameter;
        let decimals = if parameter.range.step < 1.0 { 1 } else { 0 };
        let unit = parameter.unit.get(language);
        let now = words::number(flow.now, decimals, language);
        view! {
            <p class="flow">
                {tr!(language, need.flow, name = parameter.name.get(language)).to_string()}
                <b>{words::number(flow.value, decimals, language)} " " <small>{unit}</small></b>
                <span class="soft">{tr!(language, need.flow_now, now = now, unit = unit, value = value.clone(), year = year.to_string()).to_string()}</span>
            </p>
        }
        .into_any()
    });
    view! {
        <div class="card">
            {pace}
            {flow}
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
