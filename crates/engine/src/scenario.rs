//! A scenario: for each target what differs from the shipped defaults. An empty scenario is the trend.
//!
//! Every way in goes through [`Scenario::apply`], so a scenario never holds a value outside its limits. Names and notes
//! of a scenario are texts of a user and live outside the engine.

use std::collections::BTreeMap;

use plan::{Plan, Target, TargetKind};

use crate::error::{InputError, InputField, Problem, check_range};
use crate::horizon::LAST_YEAR;
use crate::inputs::{Change, Inputs, LeverId, Mode};
use crate::lever::{lever_range, shared_range, shared_value, shipped_value, shock_range};
use crate::series::has_basis;
use crate::setting::Setting;

/// First year a reader may enter a figure for.
pub const FIRST_INPUT_YEAR: i16 = 2000;
/// The code under which a scenario keeps what all targets share; no target has it.
pub const SHARED_CODE: u8 = 0;

/// What the reader has changed, by the code of the target.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scenario {
    targets: BTreeMap<u8, Inputs>,
}

impl Scenario {
    /// The changes to the target with `code`.
    #[must_use]
    pub fn inputs(&self, code: u8) -> &Inputs {
        self.targets.get(&code).unwrap_or(Inputs::NONE)
    }

    /// What was changed about all targets at once: population growth, prices, crises, the seed.
    #[must_use]
    pub fn shared(&self) -> &Inputs {
        self.inputs(SHARED_CODE)
    }

    /// What a projection of any target under this scenario looks at, when today lies in `today_year`.
    #[must_use]
    pub fn setting<'a>(&'a self, plan: &'a Plan, today_year: i16) -> Setting<'a> {
        Setting {
            plan,
            shared: self.shared(),
            today_year,
        }
    }

    /// Whether nothing is changed: the trend.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// How many single values differ from the shipped ones.
    #[must_use]
    pub fn change_count(&self) -> usize {
        self.changes().count()
    }

    /// All changes by target code, in a fixed order: equal scenarios give equal sequences.
    pub fn changes(&self) -> impl Iterator<Item = (u8, Change)> + '_ {
        self.targets
            .iter()
            .flat_map(|(code, inputs)| inputs.changes().map(move |change| (*code, change)))
    }

    /// Makes one change to the target with `code`, or to what all share ([`SHARED_CODE`]). A mode or a lever's value equal to the shipped one is not kept; growth
    /// and basis are, because what is shipped for them follows the figures.
    ///
    /// # Errors
    /// The target does not exist or has no such field, the value is not a number or outside its limits. The scenario is
    /// then as it was.
    pub fn apply(&mut self, plan: &Plan, code: u8, change: Change) -> Result<(), InputError> {
        if code == SHARED_CODE {
            check_shared(plan, change)?;
        } else {
            let target = plan.target_by_code(code);
            check(
                plan,
                target.ok_or(InputError::new(InputField::Target, Problem::UnknownTarget))?,
                change,
            )?;
        }
        let inputs = self.targets.entry(code).or_default();
        match change {
            Change::Mode(mode) => inputs.mode = mode.filter(|mode| *mode != Mode::default()),
            Change::Basis(basis) => inputs.basis = basis,
            Change::Lever(id, value) => {
                let kept = value.filter(|value| shipped_of(plan, code, id) != Some(*value));
                put(&mut inputs.levers, id, kept);
            }
            Change::Observation { year, value } => put(&mut inputs.observations, year, value),
            Change::Threshold { year, value } => put(&mut inputs.thresholds, year, value),
            Change::Shock { year, value } => put(&mut inputs.shocks, year, value.filter(|value| *value != 0.0)),
        }
        if inputs.is_empty() {
            self.targets.remove(&code);
        }
        Ok(())
    }

    /// Takes every change to the target with `code` back.
    pub fn reset(&mut self, code: u8) {
        self.targets.remove(&code);
    }
}

fn put<K: Ord>(map: &mut BTreeMap<K, f64>, key: K, value: Option<f64>) {
    match value {
        // -0 and 0 are one value; keeping one of them keeps equal scenarios equal to the bit.
        Some(value) => map.insert(key, value + 0.0),
        None => map.remove(&key),
    };
}

/// The shipped value of a lever, where it does not follow the figures.
fn shipped_of(plan: &Plan, code: u8, id: LeverId) -> Option<f64> {
    match plan.target_by_code(code) {
        Some(target) => shipped_value(target, id),
        None => shared_value(plan, id),
    }
}

/// Whether `change` may be made to what all targets share: its levers only.
fn check_shared(plan: &Plan, change: Change) -> Result<(), InputError> {
    let Change::Lever(id, value) = change else {
        return Err(InputError::new(InputField::Target, Problem::NotApplicable));
    };
    let field = InputField::Lever(id);
    let range = shared_range(plan, id).ok_or(InputError::new(field, Problem::NotApplicable))?;
    let Some(value) = value else { return Ok(()) };
    check_range(field, value, range.minimum, range.maximum)?;
    check_whole(id, value)
}

/// Units and the seed are counted.
fn check_whole(id: LeverId, value: f64) -> Result<(), InputError> {
    if matches!(id, LeverId::Seed | LeverId::Units) && libm::floor(value) != value {
        return Err(InputError::new(InputField::Lever(id), Problem::NotWhole));
    }
    Ok(())
}

/// Whether `change` may be made to `target`.
fn check(plan: &Plan, target: &Target, change: Change) -> Result<(), InputError> {
    match change {
        Change::Mode(None) | Change::Lever(_, None) | Change::Basis(None) => Ok(()),
        Change::Mode(Some(mode)) => crate::lever::has_mode(target, mode)
            .then_some(())
            .ok_or(InputError::new(InputField::Mode, Problem::NotApplicable)),
        Change::Lever(id, Some(value)) => {
            let field = InputField::Lever(id);
            let range = lever_range(target, id).ok_or(InputError::new(field, Problem::NotApplicable))?;
            check_range(field, value, range.minimum, range.maximum)?;
            check_whole(id, value)
        }
        Change::Basis(Some(basis)) => has_basis(target, basis)
            .then_some(())
            .ok_or(InputError::new(InputField::Basis, Problem::UnknownBasis)),
        Change::Observation { year, value } => {
            check_range(
                InputField::ObservationYear,
                f64::from(year),
                f64::from(FIRST_INPUT_YEAR),
                f64::from(LAST_YEAR),
            )?;
            check_value(InputField::ObservationValue, target, value)
        }
        Change::Shock { year, value } => {
            let range = shock_range(target).ok_or(InputError::new(InputField::ShockValue, Problem::NotApplicable))?;
            let (first, last) = (f64::from(plan.base_year), f64::from(LAST_YEAR));
            check_range(InputField::ShockYear, f64::from(year), first, last)?;
            value.map_or(Ok(()), |value| {
                check_range(InputField::ShockValue, value, range.minimum, range.maximum)
            })
        }
        Change::Threshold { year, value } => {
            check_threshold_year(plan, target, year)?;
            check_value(InputField::ThresholdValue, target, value)
        }
    }
}

fn check_value(field: InputField, target: &Target, value: Option<f64>) -> Result<(), InputError> {
    match value {
        Some(value) => check_range(field, value, target.unit.minimum, target.unit.maximum),
        None => Ok(()),
    }
}

/// A compared figure belongs to a milestone's year; a number the plan leaves open may fall in any year of the plan.
fn check_threshold_year(plan: &Plan, target: &Target, year: i16) -> Result<(), InputError> {
    let field = InputField::ThresholdYear;
    match target.kind {
        TargetKind::Versus => target
            .milestones
            .iter()
            .any(|milestone| milestone.year == Some(year))
            .then_some(())
            .ok_or(InputError::new(field, Problem::NotApplicable)),
        TargetKind::Unset => check_range(field, f64::from(year), f64::from(plan.base_year), f64::from(LAST_YEAR)),
        _ => Err(InputError::new(field, Problem::NotApplicable)),
    }
}
