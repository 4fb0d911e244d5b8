//! Levers: names, units, values.

use engine::{Lever, LeverId, LeverUnit, Phase};
use plan::{Evidence, Language, Model, Parameter, Plan, Target};

use super::{amount, locale};

/// The parameter of an identity of `target`, or the one that all targets share.
#[must_use]
pub fn parameter(plan: &Plan, target: Option<&Target>, code: u8) -> Option<&'static Parameter> {
    let own = target.map(|target| target.drivers.iter().flat_map(|driver| driver.parameters));
    match own {
        Some(mut own) => own.find(|parameter| parameter.code == code),
        None => plan.shared.iter().find(|parameter| parameter.code == code),
    }
}

/// What a lever is called: a lever of `target`, or one that all targets share.
#[must_use]
pub fn lever_name(plan: &Plan, target: Option<&Target>, id: LeverId, language: Language) -> String {
    let locale = locale(language);
    let years = |phase: Phase| {
        let from = phase.first_year(plan.base_year, plan.end_year).to_string();
        (from, phase.last_year(plan.end_year).to_string())
    };
    match id {
        LeverId::Growth(Phase::After) => {
            let year = Phase::Second.last_year(plan.end_year).to_string();
            text!(locale, lever.growth_after, year = year).to_string()
        }
        LeverId::Growth(phase) => {
            let (from, to) = years(phase);
            text!(locale, lever.growth_first, from = from, to = to).to_string()
        }
        LeverId::ReferenceRate => text!(locale, lever.reference_rate).to_string(),
        LeverId::ReferenceLevel => text!(locale, lever.reference_level).to_string(),
        LeverId::ReferenceWeight => match target.and_then(|target| target.method).map(|method| method.prior.model) {
            Some(Model::Level) => text!(locale, lever.level_weight).to_string(),
            Some(Model::Units) => text!(locale, lever.units_weight).to_string(),
            _ => text!(locale, lever.reference_weight).to_string(),
        },
        LeverId::Volatility => text!(locale, lever.volatility).to_string(),
        LeverId::Ceiling => text!(locale, lever.ceiling).to_string(),
        LeverId::Units => text!(locale, lever.units).to_string(),
        LeverId::Earliest => text!(locale, lever.earliest).to_string(),
        LeverId::Likeliest => text!(locale, lever.likeliest).to_string(),
        LeverId::Latest => text!(locale, lever.latest).to_string(),
        LeverId::Hazard => text!(locale, lever.hazard).to_string(),
        LeverId::CrisisProbability => text!(locale, lever.crisis_probability).to_string(),
        LeverId::CrisisDepth => text!(locale, lever.crisis_depth).to_string(),
        LeverId::CrisisRebound => text!(locale, lever.crisis_rebound).to_string(),
        LeverId::Seed => text!(locale, lever.seed).to_string(),
        LeverId::Parameter(code) => {
            parameter(plan, target, code).map_or_else(String::new, |parameter| parameter.name.get(language).to_string())
        }
    }
}

/// The unit behind a lever's number.
#[must_use]
pub fn lever_unit(plan: &Plan, target: Option<&Target>, lever: &Lever, language: Language) -> String {
    let locale = locale(language);
    if let LeverId::Parameter(code) = lever.id {
        let parameter = parameter(plan, target, code);
        return parameter.map_or_else(String::new, |parameter| parameter.unit.get(language).to_string());
    }
    let own = target.map(|target| target.unit);
    let is_percent = own.is_some_and(|unit| unit.is_percent);
    let is_rank = own.is_some_and(|unit| unit.id == "rank");
    let label = own.map_or("", |unit| unit.label.get(language));
    match lever.unit {
        LeverUnit::PercentPerYear => text!(locale, lever.unit_percent_year).to_string(),
        LeverUnit::UnitsPerYear if is_percent => text!(locale, lever.unit_points_year).to_string(),
        LeverUnit::UnitsPerYear if is_rank => text!(locale, lever.unit_places_year).to_string(),
        LeverUnit::UnitsPerYear => text!(locale, lever.unit_unit_year, unit = label).to_string(),
        LeverUnit::OddsPercentPerYear => text!(locale, lever.unit_odds_year).to_string(),
        LeverUnit::Years => text!(locale, lever.unit_years).to_string(),
        LeverUnit::Units => label.to_string(),
        LeverUnit::PercentOfRestPerYear => text!(locale, lever.unit_rest_year).to_string(),
        LeverUnit::UnitYears => text!(locale, lever.unit_unit_years).to_string(),
        LeverUnit::Count | LeverUnit::OfParameter => text!(locale, lever.unit_count).to_string(),
        LeverUnit::Percent => text!(locale, lever.unit_percent).to_string(),
        LeverUnit::OddsPercent => text!(locale, lever.unit_odds).to_string(),
    }
}

/// A lever's number, as fine as it was typed.
#[must_use]
pub fn lever_value(value: f64, language: Language) -> String {
    amount(value, 3, language)
}

/// Where an assumption comes from.
#[must_use]
pub fn evidence(evidence: Evidence, language: Language) -> &'static str {
    let locale = locale(language);
    match evidence {
        Evidence::Data => text!(locale, target.evidence_data),
        Evidence::Law => text!(locale, target.evidence_law),
        Evidence::Literature => text!(locale, target.evidence_literature),
        Evidence::Judgement => text!(locale, target.evidence_judgement),
    }
}
