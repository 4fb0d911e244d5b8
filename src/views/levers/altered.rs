//! Which verdicts the last change altered.

use engine::{Inputs, Verdict};
use leptos::prelude::*;

use crate::state::{AppState, Replay};
use crate::views::board::Altered;

/// The verdicts that differ from those before the last change. While that change is replayed they stay as they are.
pub fn altered(state: AppState, replay: Replay) -> Memo<Vec<Altered>> {
    let before = replay.before();
    let targets = state.plan.targets.iter();
    let verdicts: Vec<Memo<Vec<Verdict>>> = targets
        .map(|target| {
            // Two steps, as with the projections: a target whose inputs were the same is not projected again.
            let inputs = Memo::new(move |_| {
                before.with(|before| {
                    let scenario = before.as_ref()?;
                    Some((scenario.inputs(target.code).clone(), scenario.shared().clone()))
                })
            });
            Memo::new(move |_| {
                inputs.with(|inputs| {
                    let of = |(own, shared): &(Inputs, Inputs)| engine::project(&state.setting(shared), target, own);
                    let projection = inputs.as_ref().map(of);
                    let milestones = projection.into_iter().flat_map(|projection| projection.milestones);
                    milestones.map(|milestone| milestone.verdict).collect()
                })
            })
        })
        .collect();
    let verdicts = StoredValue::new(verdicts);
    Memo::new(move |known: Option<&Vec<Altered>>| {
        if replay.is_running().get() {
            return known.cloned().unwrap_or_default();
        }
        verdicts.with_value(|verdicts| {
            let targets = verdicts.iter().enumerate();
            targets
                .flat_map(|(position, before)| compared(state, position, &before.get()))
                .collect()
        })
    })
}

fn compared(state: AppState, position: usize, before: &[Verdict]) -> Vec<Altered> {
    state.projections.at(position).with(|projection| {
        let now = projection.milestones.iter().map(|milestone| milestone.verdict);
        let pairs = before.iter().copied().zip(now).enumerate();
        let differing = pairs.filter(|(_, (before, now))| before != now);
        differing
            .map(|(index, (before, _))| Altered {
                position,
                index,
                before,
            })
            .collect()
    })
}
