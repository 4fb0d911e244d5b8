//! Doubts beside the figures.

use engine::Warning;
use plan::Language;

use super::{amount, locale};

/// A doubt as a sentence.
#[must_use]
pub fn warning(warning: Warning, language: Language) -> String {
    let locale = locale(language);
    match warning {
        Warning::OneFigure => text!(locale, warning.one_figure).to_string(),
        Warning::TwoFigures => text!(locale, warning.two_figures).to_string(),
        Warning::OldFigures { last_year } => {
            text!(locale, warning.old_figures, year = last_year.to_string()).to_string()
        }
        Warning::OtherBases => text!(locale, warning.other_bases).to_string(),
        Warning::AtBound => text!(locale, warning.at_bound).to_string(),
        Warning::BeyondBound => text!(locale, warning.beyond_bound).to_string(),
        Warning::LinearFallback => text!(locale, warning.linear_fallback).to_string(),
        Warning::CeilingBelowFigures { ceiling } => {
            text!(locale, warning.ceiling_below, value = amount(ceiling, 2, language)).to_string()
        }
        Warning::NoIdentity => text!(locale, warning.no_identity).to_string(),
        Warning::ShockInFigures { year } => {
            text!(locale, warning.shock_in_figures, year = year.to_string()).to_string()
        }
        Warning::DatesOutOfOrder => text!(locale, warning.dates_out_of_order).to_string(),
        Warning::UnitsBelowFigures { units } => {
            text!(locale, warning.units_below_figures, total = amount(units, 0, language)).to_string()
        }
        Warning::Jump { year } => text!(locale, warning.jump, year = year.to_string()).to_string(),
    }
}
