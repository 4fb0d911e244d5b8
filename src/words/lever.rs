//! Levers: names, units, values.

use engine::{LeverId, LeverUnit, Phase};
use leptos_i18n::td_string;
use plan::{Evidence, Language, Model, Plan, Target};

use super::{amount, locale};

/// What a lever is called on the page of `target`.
#[must_use]
pub fn lever_name(plan: &Plan, target: &Target, id: LeverId, language: Language) -> String {
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
        LeverId::ReferenceWeight => match target.method.map(|method| method.prior.model) {
            Some(Model::Level) => td_string!(locale, lever.level_weight).to_string(),
            _ => td_string!(locale, lever.reference_weight).to_string(),
        },
        LeverId::Volatility => td_string!(locale, lever.volatility).to_string(),
        LeverId::Ceiling => td_string!(locale, lever.ceiling).to_string(),
    }
}

/// The unit behind a lever's number.
#[must_use]
pub fn lever_unit(target: &Target, unit: LeverUnit, language: Language) -> String {
    let locale = locale(language);
    match unit {
        LeverUnit::PercentPerYear => td_string!(locale, lever.unit_percent_year).to_string(),
        LeverUnit::UnitsPerYear if target.unit.is_percent => td_string!(locale, lever.unit_points_year).to_string(),
        LeverUnit::UnitsPerYear if target.unit.id == "rank" => td_string!(locale, lever.unit_places_year).to_string(),
        LeverUnit::UnitsPerYear => {
            td_string!(locale, lever.unit_unit_year, unit = target.unit.label.get(language)).to_string()
        }
        LeverUnit::OddsPercentPerYear => td_string!(locale, lever.unit_odds_year).to_string(),
        LeverUnit::Years => td_string!(locale, lever.unit_years).to_string(),
        LeverUnit::Units => target.unit.label.get(language).to_string(),
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
