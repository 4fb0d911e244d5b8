//! What a change has done, for who does not see the chart: the verdicts, once the hand rests and where they read differently.
//! Must not speak before anything has changed.

use leptos::prelude::*;
use plan::Language;

use super::chart::standing;
use crate::state::use_state;

/// A live region, heard and not seen.
#[component]
pub fn Spoken(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.rested(position);
    let milestones = state.plan.targets[position].milestones;
    let lines = move |language: Language| {
        projection.with(|projection| {
            let results = milestones.iter().zip(&projection.milestones);
            let lines =
                results.map(|(milestone, result)| standing(milestone, result.verdict, result.probability, language));
            lines.collect::<Vec<String>>().join("; ")
        })
    };
    // In one language: another one is no change.
    let has_changed = Memo::new(move |before: Option<&(String, bool)>| {
        let now = lines(Language::Vietnamese);
        let has_changed = before.is_some_and(|(before, has_changed)| *has_changed || *before != now);
        (now, has_changed)
    });
    let said = move || has_changed.with(|(_, has_changed)| has_changed.then(|| lines(language.get())));
    view! { <p class="heard" role="status">{said}</p> }
}
