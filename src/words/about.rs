//! What stands beside a target's name.

use engine::{Figure, Origin, bases};
use plan::{Language, Target};

/// The unit where it has to be told: not of a share, whose figures have their sign, and not where the name ends with it.
#[must_use]
pub fn told_unit(target: &Target, language: Language) -> Option<&'static str> {
    unit(target, language).filter(|_| !target.unit.is_percent)
}

/// `, %` after the name of a target; nothing where the name ends with the unit.
#[must_use]
pub fn unit_beside(target: &Target, language: Language) -> String {
    unit(target, language).map_or_else(String::new, |unit| format!(", {unit}"))
}

/// None where the name ends with it.
fn unit(target: &Target, language: Language) -> Option<&'static str> {
    let unit = target.unit.label.get(language);
    (!target.name.get(language).ends_with(unit)).then_some(unit)
}

/// By which definition the published figure counts, where the target has figures by several: another one may be far from it.
#[must_use]
pub fn basis(target: &Target, figure: &Figure, language: Language) -> Option<&'static str> {
    match figure.origin {
        Origin::Published(observation) if bases(target).len() > 1 => Some(observation.basis?.name.get(language)),
        _ => None,
    }
}
