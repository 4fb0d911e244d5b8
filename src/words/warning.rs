//! Doubts beside the figures.

use engine::Warning;
use leptos_i18n::td_string;
use plan::Language;

use super::{amount, locale};

/// A doubt as a sentence.
#[must_use]
pub fn warning(warning: Warning, language: Language) -> String {
    let locale = locale(language);
    match warning {
        Warning::OneFigure => td_string!(locale, warning.one_figure).to_string(),
        Warning::TwoFigures => td_string!(locale, warning.two_figures).to_string(),
        Warning::OldFigures { last_year } => {
            td_string!(locale, warning.old_figures, year = last_year.to_string()).to_string()
        }
        Warning::OtherBases => td_string!(locale, warning.other_bases).to_string(),
        Warning::AtBound => td_string!(locale, warning.at_bound).to_string(),
        Warning::BeyondBound => td_string!(locale, warning.beyond_bound).to_string(),
        Warning::LinearFallback => td_string!(locale, warning.linear_fallback).to_string(),
        Warning::CeilingBelowFigures { ceiling } => {
            td_string!(locale, warning.ceiling_below, value = amount(ceiling, 2, language)).to_string()
        }
        Warning::NoIdentity => td_string!(locale, warning.no_identity).to_string(),
        Warning::ShockInFigures { year } => {
            td_string!(locale, warning.shock_in_figures, year = year.to_string()).to_string()
        }
        Warning::DatesOutOfOrder => td_string!(locale, warning.dates_out_of_order).to_string(),
        Warning::UnitsBelowFigures { units } => {
            td_string!(locale, warning.units_below_figures, total = amount(units, 0, language)).to_string()
        }
        Warning::Jump { year } => td_string!(locale, warning.jump, year = year.to_string()).to_string(),
    }
}
