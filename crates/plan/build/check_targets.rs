//! Checks of `targets.toml`: names that exist, rules that hold their values and agree with kind and direction, methods.

use super::Problem;
use super::check::{WHOLE_PROVINCE, YEARS, filled, repeated};
use super::entries::{Better, Kind, Milestone, Model, Rule, Scale, Target, Unit};
use super::source::Source;

const FILE: &str = "targets.toml";

/// Checks every target.
pub fn check(source: &Source, problems: &mut Vec<Problem>) {
    for target in &source.targets {
        filled(FILE, &target.id, "name", &target.name, problems);
        if let Some(note) = &target.note {
            filled(FILE, &target.id, "note", note, problems);
        }
        let mut reasons = names(source, target);
        reasons.extend(texts(target));
        reasons.extend(milestones(target, source.unit(&target.unit)));
        reasons.extend(method(source, target));
        problems.extend(reasons.into_iter().map(|reason| Problem::new(FILE, &target.id, reason)));
    }
    repeated(
        FILE,
        "id",
        source.targets.iter().map(|target| (&target.id, &target.id)),
        problems,
    );
    repeated(
        FILE,
        "code",
        source.targets.iter().map(|target| (&target.id, target.code)),
        problems,
    );
}

/// Lower and upper bound of a target's logit scale; None where it needs them and has none.
pub fn logit_bounds(target: &Target, unit: &Unit) -> Option<[f64; 2]> {
    target.bounds.or(unit.percent.then_some([0.0, 100.0]))
}

fn names(source: &Source, target: &Target) -> Vec<String> {
    let mut reasons = Vec::new();
    if !source.fields.iter().any(|field| field.id == target.field) && !source.is_broken("fields.toml", &target.field) {
        reasons.push(format!("unknown field {:?}", target.field));
    }
    if source.unit(&target.unit).is_none() && !source.is_broken("units.toml", &target.unit) {
        reasons.push(format!("unknown unit {:?}", target.unit));
    }
    if target.owner != WHOLE_PROVINCE
        && !source.owners.iter().any(|owner| owner.item == target.owner)
        && !source.is_broken("owners.toml", &target.owner)
    {
        reasons.push(format!("unknown owner {:?}", target.owner));
    }
    if target.code == 0 {
        reasons.push("code 0 is not a code; codes start at 1".into());
    }
    reasons
}

fn texts(target: &Target) -> Vec<String> {
    [("section", &target.section), ("cite", &target.cite)]
        .into_iter()
        .filter(|(_, texts)| texts.is_empty() || texts.iter().any(|text| text.trim().is_empty()))
        .map(|(key, _)| format!("{key} is empty"))
        .collect()
}

fn milestones(target: &Target, unit: Option<&Unit>) -> Vec<String> {
    let mut reasons = Vec::new();
    if target.milestone.is_empty() != (target.kind == Kind::Unset) {
        reasons.push("a target has milestones unless its kind is unset".into());
    }
    for milestone in &target.milestone {
        let when = milestone.year.map_or("undated".into(), |year| year.to_string());
        let mut refuse = |reason: String| reasons.push(format!("milestone {when}: {reason}"));
        if milestone.year.is_some_and(|year| !YEARS.contains(&year)) {
            refuse("its year is outside 1990 to 2100".into());
        }
        values(milestone).into_iter().for_each(&mut refuse);
        if let Some(reason) = contradiction(target, milestone.rule) {
            refuse(reason);
        }
        for value in milestone.value.iter().chain(&milestone.upper) {
            if unit.is_some_and(|unit| *value < unit.minimum || *value > unit.maximum) {
                refuse(format!("{value} is outside the bounds of the unit {:?}", target.unit));
            }
        }
    }
    let years = target
        .milestone
        .iter()
        .filter_map(|milestone| milestone.year)
        .collect::<Vec<_>>();
    if !years.is_sorted_by(|earlier, later| earlier < later) {
        reasons.push(format!("milestone years out of order: {years:?}"));
    }
    if target
        .milestone
        .iter()
        .filter(|milestone| milestone.year.is_none())
        .count()
        > 1
    {
        reasons.push("more than one milestone without a year".into());
    }
    reasons
}

/// What the rule needs and does not have, or has and does not need.
fn values(milestone: &Milestone) -> Vec<String> {
    let mut reasons = Vec::new();
    let needs_value = !matches!(milestone.rule, Rule::Beats | Rule::Done);
    let needs_upper = milestone.rule == Rule::Range;
    for (key, given, needed) in [
        ("value", milestone.value, needs_value),
        ("upper", milestone.upper, needs_upper),
    ] {
        match given {
            None if needed => reasons.push(format!("the rule needs {key}")),
            Some(_) if !needed => reasons.push(format!("the rule has no use for {key}")),
            Some(number) if !number.is_finite() => reasons.push(format!("{key} is not a number")),
            _ => {}
        }
    }
    if let (Some(value), Some(upper)) = (milestone.value, milestone.upper)
        && upper < value
    {
        reasons.push(format!("upper {upper} is below value {value}"));
    }
    reasons
}

/// Rules that say another direction or another kind than the target does.
fn contradiction(target: &Target, rule: Rule) -> Option<String> {
    let direction = match rule {
        Rule::AtLeast | Rule::Above | Rule::Range => Some(Better::Higher),
        Rule::AtMost | Rule::Below | Rule::RankAtMost => Some(Better::Lower),
        Rule::About | Rule::Beats | Rule::Done => None,
    };
    if direction.is_some_and(|direction| direction != target.better) {
        return Some("its rule contradicts `better`".into());
    }
    for (kind, own) in [
        (Kind::Rank, Rule::RankAtMost),
        (Kind::Versus, Rule::Beats),
        (Kind::Deed, Rule::Done),
    ] {
        if (target.kind == kind) != (rule == own) {
            return Some("its rule does not go with the target's kind".into());
        }
    }
    None
}

fn method(source: &Source, target: &Target) -> Vec<String> {
    let mut reasons = Vec::new();
    let Some(id) = &target.prior else {
        if target.kind != Kind::Deed {
            reasons.push("it has no prior; only a deed has none".into());
        }
        return reasons;
    };
    if target.kind == Kind::Deed {
        reasons.push("a deed is not projected and has no prior".into());
    }
    let Some(prior) = source.prior(id) else {
        if !source.is_broken(super::check_priors::FILE, id) {
            reasons.push(format!("unknown prior {id:?}"));
        }
        return reasons;
    };
    if (prior.model == Model::Level) != (target.kind == Kind::Annual) {
        reasons.push("the level model is for targets of kind annual, and only for them".into());
    }
    if target.exposure.is_some_and(|exposure| !(0.0..1.0).contains(&exposure)) {
        reasons.push("exposure is not at least 0 and below 1".into());
    }
    match &target.units_of {
        Some(series) if source.lacks_figures(series) => {
            reasons.push(format!("units_of names {series:?}, which has no published figure"));
        }
        Some(_) if prior.model != Model::Units => reasons.push("units_of is for the units model".into()),
        None if prior.model == Model::Units => reasons.push("the units model needs units_of".into()),
        _ => {}
    }
    if prior.model == Model::Units && target.better == Better::Lower {
        reasons.push("units are only ever gained, so that more of them is better".into());
    }
    let is_logit = prior.scale == Scale::Logit;
    if !is_logit && target.bounds.is_some() {
        reasons.push("bounds are given but its prior is not on the logit scale".into());
    }
    if target.ceiling && !(is_logit && prior.model == Model::Drift && target.better == Better::Higher) {
        reasons.push("a ceiling needs a drift on the logit scale that rises".into());
    }
    if let Some(unit) = source.unit(&target.unit).filter(|_| is_logit) {
        reasons.extend(bounds(target, unit));
    }
    reasons
}

fn bounds(target: &Target, unit: &Unit) -> Vec<String> {
    let Some([lower, upper]) = logit_bounds(target, unit) else {
        return vec![format!(
            "the logit scale needs bounds, and the unit {:?} is not a percent",
            target.unit
        )];
    };
    if !(lower.is_finite() && upper.is_finite() && lower < upper) {
        return vec![format!("bounds {lower} to {upper}: the lower is not below the upper")];
    }
    let values = target.milestone.iter().filter_map(|milestone| milestone.value);
    values
        .filter(|value| *value < lower || *value > upper)
        .map(|value| format!("milestone value {value} is outside the bounds {lower} to {upper}"))
        .collect()
}
