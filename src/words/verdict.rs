//! Verdicts as a word, a sign and a class: never by colour alone.

use engine::{Figure, Likelihood, MilestoneResult, MilestoneState, Outlook, Reason, Verdict};
use leptos_i18n::td_string;
use plan::{Language, Rule, Status};

use super::locale;

/// The word for a verdict.
#[must_use]
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let locale = locale(language);
    match verdict {
        Verdict::Met => td_string!(locale, verdict.met),
        Verdict::Within => td_string!(locale, verdict.within),
        Verdict::Exceeded => td_string!(locale, verdict.exceeded),
        Verdict::Missed => td_string!(locale, verdict.missed),
        Verdict::NotYet => td_string!(locale, verdict.not_yet),
        Verdict::Expected(Likelihood::VeryLikely) => td_string!(locale, verdict.very_likely),
        Verdict::Expected(Likelihood::Likely) => td_string!(locale, verdict.likely),
        Verdict::Expected(Likelihood::Even) => td_string!(locale, verdict.even),
        Verdict::Expected(Likelihood::Unlikely) => td_string!(locale, verdict.unlikely),
        Verdict::Expected(Likelihood::VeryUnlikely) => td_string!(locale, verdict.very_unlikely),
        Verdict::NotAssessed(Reason::NoObservation) => td_string!(locale, verdict.no_figure),
        Verdict::NotAssessed(Reason::NoThreshold) => td_string!(locale, verdict.no_number),
        Verdict::NotAssessed(Reason::NoComparison) => td_string!(locale, verdict.no_comparison),
        Verdict::NotAssessed(Reason::NotReported) => td_string!(locale, verdict.not_reported),
        Verdict::NotAssessed(Reason::NoFigureBefore) => td_string!(locale, verdict.no_figure_before),
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
        Some(Status::Final) => td_string!(locale, target.status_final),
        Some(Status::Preliminary) => td_string!(locale, target.status_preliminary),
        Some(Status::Estimate) => td_string!(locale, target.status_estimate),
        None => td_string!(locale, target.figures_mine),
    }
}

/// The word for a group of verdicts.
#[must_use]
pub fn outlook_word(outlook: Outlook, language: Language) -> &'static str {
    let locale = locale(language);
    match outlook {
        Outlook::Met => td_string!(locale, verdict.group_met),
        Outlook::OnCourse => td_string!(locale, verdict.group_on_course),
        Outlook::Even => td_string!(locale, verdict.group_even),
        Outlook::AtRisk => td_string!(locale, verdict.group_at_risk),
        Outlook::Unknown => td_string!(locale, verdict.group_unknown),
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
            td_string!(locale, state.deed_done, year = year.to_string()).to_string()
        }
        (MilestoneState::Settled, Some(year), _) => {
            td_string!(locale, state.settled, year = year.to_string()).to_string()
        }
        (MilestoneState::Unreported, Some(year), _) if result.probability.is_some() => {
            td_string!(locale, state.unreported, year = year.to_string()).to_string()
        }
        (MilestoneState::Open, Some(year), _) if result.probability.is_some() => {
            td_string!(locale, state.open, year = year.to_string()).to_string()
        }
        (MilestoneState::Undated, _, Some(year)) => {
            td_string!(locale, state.undated_judged, year = year.to_string()).to_string()
        }
        (MilestoneState::Undated, ..) => td_string!(locale, state.undated).to_string(),
        _ => String::new(),
    }
}
