//! One projection a target, computed again only when that target's inputs change.

use std::sync::Arc;

use engine::{Projection, SHARED_CODE, Scenario, Setting};
use leptos::prelude::*;
use plan::{Plan, Target};

use super::Open;
use super::inputs::TargetInputs;
use super::resting::Rest;

/// The projections of all targets, in the plan's order.
#[derive(Clone, Copy)]
pub struct Projections {
    memos: StoredValue<Vec<Memo<Arc<Projection>>>>,
    rested: StoredValue<Vec<Memo<Arc<Projection>>>>,
    /// Shown instead of the open scenario, for a moment.
    instead: RwSignal<Option<Scenario>>,
}

impl Projections {
    pub(in crate::state) fn new(plan: &'static Plan, open: RwSignal<Open>, today_year: i16, rest: Rest) -> Self {
        let instead = RwSignal::new(None::<Scenario>);
        let hand_out = move |hand_out: &dyn Fn(&Scenario)| {
            instead.with(|instead| match instead {
                Some(scenario) => hand_out(scenario),
                None => open.with(|open| hand_out(&open.saved.scenario)),
            });
        };
        let inputs = TargetInputs::follow(plan, hand_out, move || rest.disturb());
        let shared = inputs.of(SHARED_CODE);
        let memo = |target: &'static Target| {
            let inputs = inputs.of(target.code);
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
        };
        let memos: Vec<Memo<Arc<Projection>>> = plan.targets.iter().map(memo).collect();
        let rested = memos.iter().map(|memo| rest.after(*memo)).collect();
        Self {
            memos: StoredValue::new(memos),
            rested: StoredValue::new(rested),
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

    /// The same once the scenario rests, for all that does not move with a lever in the reader's hand: it is not even woken.
    ///
    /// # Panics
    /// When the plan has no such position.
    #[must_use]
    pub fn rested(&self, position: usize) -> Memo<Arc<Projection>> {
        self.rested.with_value(|rested| rested[position])
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
