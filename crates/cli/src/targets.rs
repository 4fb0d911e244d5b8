//! `kichban targets`: what `--target` takes.

use plan::Plan;

/// One line a target: id, unit, name in English and in Vietnamese, separated by tabs.
pub fn list(plan: &Plan) -> String {
    let line = |target: &plan::Target| {
        let (name, unit) = (target.name, target.unit.label.en);
        format!("{}\t{unit}\t{}\t{}\n", target.id, name.en, name.vi)
    };
    plan.targets.iter().map(line).collect()
}
