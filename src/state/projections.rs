//! One projection a target, computed again only when that target's inputs change.

use std::sync::Arc;

use engine::{Inputs, Projection, SHARED_CODE, Scenario, Setting};
use leptos::prelude::*;
use plan::Plan;

use super::Open;

/// The projections of all targets, in the plan's order.
#[derive(Clone, Copy)]
pub struct Projections {
    memos: StoredValue<Vec<Memo<Arc<Projection>>>>,
    inputs: StoredValue<Vec<RwSignal<Inputs>>>,
    /// Shown instead of the open scenario, for a moment.
    instead: RwSignal<Option<Scenario>>,
}

impl Projections {
    pub(in crate::state) fn new(plan: &'static Plan, open: RwSignal<Open>, today_year: i16) -> Self {
        let instead = RwSignal::new(None::<Scenario>);
        let codes = plan.targets.iter().map(|target| target.code);
        let known: Vec<(u8, RwSignal<Inputs>)> = std::iter::once(SHARED_CODE)
            .chain(codes)
            .map(|code| (code, RwSignal::new(Inputs::default())))
            .collect();
        let shared = known[0].1;
        let inputs: Vec<RwSignal<Inputs>> = known[1..].iter().map(|(_, inputs)| *inputs).collect();
        // Handed out, not asked for: what hangs from a memo of the scenario is woken at every change to find that nothing
        // has changed for it, and all of the board would hang from such. At once, since whoever changes the scenario may
        // read a projection in the same breath.
        ImmediateEffect::new_scoped(move || {
            let hand_out = |scenario: &Scenario| {
                for (code, inputs) in &known {
                    let now = scenario.inputs(*code);
                    if inputs.with_untracked(|known| known != now) {
                        inputs.set(now.clone());
                    }
                }
            };
            instead.with(|instead| match instead {
                Some(scenario) => hand_out(scenario),
                None => open.with(|open| hand_out(&open.saved.scenario)),
            });
        });
        let memos = plan.targets.iter().zip(inputs.clone()).map(|(target, inputs)| {
            Memo::new(move |_| {
                Arc::new(shared.with(|shared| {
                    let setting = Setting {
                        plan,
                        shared,
                        today_year,
                    };
                    inputs.with(|inputs| engine::project(&setting, target, inputs))
                }))
            })
        });
        Self {
            memos: StoredValue::new(memos.collect()),
            inputs: StoredValue::new(inputs),
            instead,
        }
    }

    /// Shows the projections of `scenario` until None puts those of the open one back.
    pub(in crate::state) fn show_instead(&self, scenario: Option<Scenario>) {
        if scenario.is_some() || self.instead.with_untracked(Option::is_some) {
            self.instead.set(scenario);
        }
    }

    /// The projection of the target at `position` in the plan.
    ///
    /// # Panics
    /// When the plan has no such position.
    #[must_use]
    pub fn at(&self, position: usize) -> Memo<Arc<Projection>> {
        self.memos.with_value(|memos| memos[position])
    }

    /// Whether anything about the target at `position` in the plan is the reader's.
    ///
    /// # Panics
    /// When the plan has no such position.
    #[must_use]
    pub fn is_changed(&self, position: usize) -> Memo<bool> {
        let inputs = self.inputs.with_value(|inputs| inputs[position]);
        Memo::new(move |_| inputs.with(|inputs| !inputs.is_empty()))
    }

    /// Every projection as it is now, tracked.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Projection>> {
        self.memos
            .with_value(Clone::clone)
            .into_iter()
            .map(|memo| memo.get())
            .collect()
    }
}
