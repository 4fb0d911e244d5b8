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
    /// whoever changes a scenario may read what hangs from it in the same breath. `changed` is called after each time but the
    /// first: nothing has changed when the page starts.
    pub(in crate::state) fn follow(
        plan: &Plan,
        with: impl Fn(&dyn Fn(&Scenario)) + Send + Sync + 'static,
        changed: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let codes = plan.targets.iter().map(|target| target.code);
        let known: Vec<(u8, RwSignal<Inputs>)> = std::iter::once(SHARED_CODE)
            .chain(codes)
            .map(|code| (code, RwSignal::new(Inputs::default())))
            .collect();
        let inputs = Self(StoredValue::new(known.clone()));
        let has_started = StoredValue::new(false);
        // What was handed out last, beside the signals: to look into each of them took a tenth of the script of a lever's move.
        let handed = StoredValue::new(vec![Inputs::default(); known.len()]);
        ImmediateEffect::new_scoped(move || {
            with(&|scenario| {
                let mut others = Vec::new();
                handed.update_value(|handed| {
                    for (handed, (code, inputs)) in handed.iter_mut().zip(&known) {
                        let now = scenario.inputs(*code);
                        if handed != now {
                            handed.clone_from(now);
                            others.push((inputs, now));
                        }
                    }
                });
                for (inputs, now) in others {
                    inputs.set(now.clone());
                }
            });
            if has_started.get_value() {
                changed();
            }
            has_started.set_value(true);
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

#[cfg(test)]
mod tests {
    use super::TargetInputs;
    use engine::{Change, LeverId, Scenario};
    use leptos::prelude::*;

    #[test]
    fn a_change_is_told_of_once_and_wakes_its_target_alone() {
        let owner = Owner::new();
        owner.with(|| {
            let plan = plan::plan();
            let open = RwSignal::new(Scenario::default());
            let (told, woken) = (StoredValue::new(0), StoredValue::new([0, 0]));
            let hand_out = move |hand_out: &dyn Fn(&Scenario)| open.with(|scenario| hand_out(scenario));
            let inputs = TargetInputs::follow(plan, hand_out, move || told.update_value(|told| *told += 1));
            for (place, code) in [1, 2].into_iter().enumerate() {
                let followed = inputs.of(code);
                ImmediateEffect::new_scoped(move || {
                    followed.track();
                    woken.update_value(|woken| woken[place] += 1);
                });
            }
            assert_eq!(
                (told.get_value(), woken.get_value()),
                (0, [1, 1]),
                "nothing has changed yet"
            );
            let volatility = Change::Lever(LeverId::Volatility, Some(7.0));
            open.update(|scenario| scenario.apply(plan, 1, volatility).unwrap());
            assert_eq!((told.get_value(), woken.get_value()), (1, [2, 1]));
        });
    }
}
