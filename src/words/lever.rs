//! Levers: names, units, values.

use engine::{Lever, LeverId, LeverUnit, Phase};
use leptos_i18n::td_string;
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
            td_string!(locale, lever.growth_after, year = year).to_string()
        }
        LeverId::Growth(phase) => {
            let (from, to) = years(phase);
            td_string!(locale, lever.growth_first, from = from, to = to).to_string()
        }
        LeverId::ReferenceRate => td_string!(locale, lever.reference_rate).to_string(),
        LeverId::ReferenceLevel => td_string!(locale, lever.reference_level).to_string(),
        LeverId::ReferenceWeight => match target.and_then(|target| target.method).map(|method| method.prior.model) {
            Some(Model::Level) => td_string!(locale, lever.level_weight).to_string(),
            Some(Model::Units) => td_string!(locale, lever.units_weight).to_string(),
            _ => td_string!(locale, lever.reference_weight).to_string(),
        },
        LeverId::Volatility => td_string!(locale, lever.volatility).to_string(),
        LeverId::Ceiling => td_string!(locale, lever.ceiling).to_string(),
        LeverId::Units => td_string!(locale, lever.units).to_string(),
        LeverId::Earliest => td_string!(locale, lever.earliest).to_string(),
        LeverId::Likeliest => td_string!(locale, lever.likeliest).to_string(),
        LeverId::Latest => td_string!(locale, lever.latest).to_string(),
        LeverId::Hazard => td_string!(locale, lever.hazard).to_string(),
        LeverId::CrisisProbability => td_string!(locale, lever.crisis_probability).to_string(),
        LeverId::CrisisDepth => td_string!(locale, lever.crisis_depth).to_string(),
        LeverId::CrisisRebound => td_string!(locale, lever.crisis_rebound).to_string(),
        LeverId::Seed => td_string!(locale, lever.seed).to_string(),
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
        LeverUnit::PercentPerYear => td_string!(locale, lever.unit_percent_year).to_string(),
        LeverUnit::UnitsPerYear if is_percent => td_string!(locale, lever.unit_points_year).to_string(),
        LeverUnit::UnitsPerYear if is_rank => td_string!(locale, lever.unit_places_year).to_string(),
        LeverUnit::UnitsPerYear => td_string!(locale, lever.unit_unit_year, unit = label).to_string(),
        LeverUnit::OddsPercentPerYear => td_string!(locale, lever.unit_odds_year).to_string(),
        LeverUnit::Years => td_string!(locale, lever.unit_years).to_string(),
        LeverUnit::Units => label.to_string(),
        LeverUnit::PercentOfRestPerYear => td_string!(locale, lever.unit_rest_year).to_string(),
        LeverUnit::UnitYears => td_string!(locale, lever.unit_unit_years).to_string(),
        LeverUnit::Count | LeverUnit::OfParameter => td_string!(locale, lever.unit_count).to_string(),
        LeverUnit::Percent => td_string!(locale, lever.unit_percent).to_string(),
        LeverUnit::OddsPercent => td_string!(locale, lever.unit_odds).to_string(),
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
        Evidence::Data => td_string!(locale, target.evidence_data),
        Evidence::Law => td_string!(locale, target.evidence_law),
        Evidence::Literature => td_string!(locale, target.evidence_literature),
        Evidence::Judgement => td_string!(locale, target.evidence_judgement),
    }
}
