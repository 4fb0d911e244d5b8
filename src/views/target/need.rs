//! What would it take: the pace that reaches each milestone, against the pace so far, and when the median gets there.

use engine::{Attainment, MilestoneResult, Pace, RecentPace};
use leptos::prelude::*;
use plan::{Language, Target};

use crate::state::use_state;
use crate::words;

/// The panel; nothing where there is no figure to count from or no number to reach.
#[component]
pub fn Need(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let shown = Memo::new(move |_| {
        projection.with(|projection| {
            let milestones: Vec<MilestoneResult> = projection
                .milestones
                .iter()
                .filter(|milestone| milestone.attainment.is_some())
                .copied()
                .collect();
            (
                milestones,
                projection.recent,
                projection.series.last().map(|figure| figure.year),
            )
        })
    });
    move || {
        let (milestones, recent, last_year) = shown.get();
        (!milestones.is_empty()).then(|| {
            let language = language.get();
            view! {
                <section class="need-panel">
                    <h2>{tr!(language, target.need_title)}</h2>
                    <div class="need">
                        {milestones.into_iter().map(|milestone| card(target, &milestone, recent, last_year, language)).collect_view()}
                    </div>
                </section>
            }
        })
    }
}

fn card(
    target: &'static Target,
    milestone: &MilestoneResult,
    recent: Option<RecentPace>,
    last_year: Option<i16>,
    language: Language,
) -> impl IntoView + use<> {
    let value = milestone
        .threshold
        .map(|threshold| words::threshold_value(target, &threshold, language))
        .unwrap_or_default();
    let attained = milestone.attainment.map(|attainment| match attainment {
        Attainment::Already => tr!(language, target.attained_already).to_string(),
        Attainment::InYear(year) => year.to_string(),
        Attainment::AfterHorizon => tr!(language, target.attained_after).to_string(),
        Attainment::Never => tr!(language, target.attained_never).to_string(),
    });
    let is_reached = milestone.attainment == Some(Attainment::Already);
    let pace = milestone
        .required
        .filter(|_| !is_reached)
        .zip(milestone.year)
        .map(|(pace, year)| {
            let against = recent.map_or_else(String::new, |recent| compared(&pace, &recent, language));
            let from = last_year
                .filter(|last| *last < year)
                .map(|last| tr!(language, target.need_from, year = last.to_string()).to_string());
            view! {
                <p>
                    {tr!(language, target.need_pace, value = value.clone(), year = year.to_string()).to_string()}
                    <b>{words::unit_per_year(&pace, target.unit, language)}</b>
                    <span class="soft">{against}</span>
                    <span class="soft">{from}</span>
                </p>
            }
        });
    let when = if is_reached {
        view! { <p>{milestone.year.map(|year| format!("{year} · "))} {value} <b>{attained}</b><span class="soft">{tr!(language, target.need_nothing)}</span></p> }.into_any()
    } else {
        view! { <p>{tr!(language, target.need_attained, value = value).to_string()}<b>{attained}</b></p> }.into_any()
    };
    view! { {pace} {when} }
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
        ratio = words::amount(ratio, 1, language),
        from = from,
        to = to
    )
    .to_string()
}
