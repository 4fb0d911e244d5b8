//! What stands beside a target's name.

use engine::{Figure, Origin, bases};
use plan::{Language, Target};

/// The unit where it has to be told: not of a share, whose figures have their sign, and not where the name ends with it.
#[must_use]
pub fn told_unit(target: &Target, language: Language) -> Option<&'static str> {
    let unit = target.unit.label.get(language);
    let is_told = !target.unit.is_percent && !target.name.get(language).ends_with(unit);
    is_told.then_some(unit)
}

/// `, %` after the name of a target; nothing where the name ends with the unit.
#[must_use]
pub fn unit_beside(target: &Target, language: Language) -> String {
    let (name, unit) = (target.name.get(language), target.unit.label.get(language));
    if name.ends_with(unit) {
        String::new()
    } else {
        format!(", {unit}")
    }
}

/// By which definition the published figure counts, where the target has figures by several: another one may be far from it.
#[must_use]
pub fn basis(target: &Target, figure: &Figure, language: Language) -> Option<&'static str> {
    match figure.origin {
        Origin::Published(observation) if bases(target).len() > 1 => Some(observation.basis?.name.get(language)),
        _ => None,
    }
}
