//! One projection a target, computed again only when that target's inputs change.

use std::sync::Arc;

use engine::{Projection, Setting};
use leptos::prelude::*;
use plan::Plan;

use super::Open;

/// The projections of all targets, in the plan's order.
#[derive(Clone, Copy)]
pub struct Projections(StoredValue<Vec<Memo<Arc<Projection>>>>);

impl Projections {
    pub(in crate::state) fn new(plan: &'static Plan, open: RwSignal<Open>, today_year: i16) -> Self {
        let shared = Memo::new(move |_| open.with(|open| open.saved.scenario.shared().clone()));
        let memos = plan.targets.iter().map(|target| {
            // Two steps: the first compares one target's inputs, the second projects only when they differ.
            let inputs = Memo::new(move |_| open.with(|open| open.saved.scenario.inputs(target.code).clone()));
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
        Self(StoredValue::new(memos.collect()))
    }

    /// The projection of the target at `position` in the plan.
    ///
    /// # Panics
    /// When the plan has no such position.
    #[must_use]
    pub fn at(&self, position: usize) -> Memo<Arc<Projection>> {
        self.0.with_value(|memos| memos[position])
    }

    /// Every projection as it is now, tracked.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Projection>> {
        self.0
            .with_value(Clone::clone)
            .into_iter()
            .map(|memo| memo.get())
            .collect()
    }
}
