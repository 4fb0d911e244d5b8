//! Verdicts as a word, a sign and a class: never by colour alone.

use engine::{Figure, Likelihood, MilestoneResult, MilestoneState, Outlook, Reason, Verdict};
use plan::{Language, Rule, Status};

use super::locale;

/// The word for a verdict.
#[must_use]
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let locale = locale(language);
    match verdict {
        Verdict::Met => text!(locale, verdict.met),
        Verdict::Within => text!(locale, verdict.within),
        Verdict::Exceeded => text!(locale, verdict.exceeded),
        Verdict::Missed => text!(locale, verdict.missed),
        Verdict::NotYet => text!(locale, verdict.not_yet),
        Verdict::Expected(Likelihood::VeryLikely) => text!(locale, verdict.very_likely),
        Verdict::Expected(Likelihood::Likely) => text!(locale, verdict.likely),
        Verdict::Expected(Likelihood::Even) => text!(locale, verdict.even),
        Verdict::Expected(Likelihood::Unlikely) => text!(locale, verdict.unlikely),
        Verdict::Expected(Likelihood::VeryUnlikely) => text!(locale, verdict.very_unlikely),
        Verdict::NotAssessed(Reason::NoObservation) => text!(locale, verdict.no_figure),
        Verdict::NotAssessed(Reason::NoThreshold) => text!(locale, verdict.no_number),
        Verdict::NotAssessed(Reason::NoComparison) => text!(locale, verdict.no_comparison),
        Verdict::NotAssessed(Reason::NotReported) => text!(locale, verdict.not_reported),
        Verdict::NotAssessed(Reason::NoFigureBefore) => text!(locale, verdict.no_figure_before),
    }
}

/// The word for a probability (fraction).
#[must_use]
pub fn likelihood(probability: f64, language: Language) -> &'static str {
    verdict(Verdict::Expected(Likelihood::of(probability)), language)
}

/// How firm a figure is; a reader's own says so.
#[must_use]
pub fn status(figure: &Figure, language: Language) -> &'static str {
    let locale = locale(language);
    match figure.status() {
        Some(Status::Final) => text!(locale, target.status_final),
        Some(Status::Preliminary) => text!(locale, target.status_preliminary),
        Some(Status::Estimate) => text!(locale, target.status_estimate),
        None => text!(locale, target.figures_mine),
    }
}

/// The word for a group of verdicts.
#[must_use]
pub fn outlook_word(outlook: Outlook, language: Language) -> &'static str {
    let locale = locale(language);
    match outlook {
        Outlook::Met => text!(locale, verdict.group_met),
        Outlook::OnCourse => text!(locale, verdict.group_on_course),
        Outlook::Even => text!(locale, verdict.group_even),
        Outlook::AtRisk => text!(locale, verdict.group_at_risk),
        Outlook::Unknown => text!(locale, verdict.group_unknown),
    }
}

/// The class that gives a group its colour.
#[must_use]
pub const fn outlook_class(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Met => "v-met",
        Outlook::OnCourse => "v-course",
        Outlook::Even => "v-even",
        Outlook::AtRisk => "v-risk",
        Outlook::Unknown => "v-unknown",
    }
}

/// The sign of a group: its shape differs, not only its colour.
#[must_use]
pub const fn sign(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Met => "●",
        Outlook::OnCourse => "◕",
        Outlook::Even => "◑",
        Outlook::AtRisk => "○",
        Outlook::Unknown => "–",
    }
}

/// What a verdict rests on: a figure, an estimate, a projection.
#[must_use]
pub fn state(result: &MilestoneResult, language: Language) -> String {
    let locale = locale(language);
    match (result.state, result.year, result.value_year) {
        (MilestoneState::Settled, _, Some(year)) if result.rule == Rule::Done => {
            text!(locale, state.deed_done, year = year.to_string()).to_string()
        }
        (MilestoneState::Settled, Some(year), _) => text!(locale, state.settled, year = year.to_string()).to_string(),
        (MilestoneState::Unreported, Some(year), _) if result.probability.is_some() => {
            text!(locale, state.unreported, year = year.to_string()).to_string()
        }
        (MilestoneState::Open, Some(year), _) if result.probability.is_some() => {
            text!(locale, state.open, year = year.to_string()).to_string()
        }
        (MilestoneState::Undated, _, Some(year)) if result.every_year.is_some() => {
            text!(locale, state.yearly_judged, year = year.to_string()).to_string()
        }
        (MilestoneState::Undated, ..) if result.every_year.is_some() => text!(locale, state.yearly).to_string(),
        (MilestoneState::Undated, _, Some(year)) => {
            text!(locale, state.undated_judged, year = year.to_string()).to_string()
        }
        (MilestoneState::Undated, ..) => text!(locale, state.undated).to_string(),
        _ => String::new(),
    }
}
