//! What was changed about each target of a scenario, each a signal of its own.
//!
//! Handed out, not asked for: what hangs from a memo of the whole scenario is woken at every change to find that nothing has
//! changed for it, and all of the page would hang from such.

use engine::{Inputs, SHARED_CODE, Scenario};
use leptos::prelude::*;
use plan::Plan;

/// The inputs of every target and of what all share.
#[derive(Clone, Copy)]
pub(in crate::state) struct TargetInputs(StoredValue<Vec<(u8, RwSignal<Inputs>)>>);

impl TargetInputs {
    /// Follows whatever scenario `with` shows to the function it is given, for as long as the reactive owner lives. At once:
    /// whoever changes a scenario may read what hangs from it in the same breath.
    pub(in crate::state) fn follow(plan: &Plan, with: impl Fn(&dyn Fn(&Scenario)) + Send + Sync + 'static) -> Self {
        let codes = plan.targets.iter().map(|target| target.code);
        let known: Vec<(u8, RwSignal<Inputs>)> = std::iter::once(SHARED_CODE)
            .chain(codes)
            .map(|code| (code, RwSignal::new(Inputs::default())))
            .collect();
        let inputs = Self(StoredValue::new(known.clone()));
        ImmediateEffect::new_scoped(move || {
            with(&|scenario| {
                for (code, inputs) in &known {
                    let now = scenario.inputs(*code);
                    if inputs.with_untracked(|known| known != now) {
                        inputs.set(now.clone());
                    }
                }
            });
        });
        inputs
    }

    /// The inputs of the target with `code`, or of what all targets share.
    ///
    /// # Panics
    /// When the plan has no such target.
    pub(in crate::state) fn of(self, code: u8) -> ReadSignal<Inputs> {
        self.0.with_value(|known| {
            let place = known.iter().position(|(known, _)| *known == code);
            known[place.unwrap_or(known.len())].1.read_only()
        })
    }
}
