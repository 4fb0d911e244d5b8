//! The words that figures have for states, verdicts and units. Programs read them: none may change its meaning.

use engine::{Attainment, Likelihood, MilestoneState, PaceUnit, Reason, Verdict};
use plan::Rule;

pub(super) const fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::AtLeast(_) => "at_least",
        Rule::Above(_) => "above",
        Rule::AtMost(_) => "at_most",
        Rule::Below(_) => "below",
        Rule::About(_) => "about",
        Rule::Range { .. } => "range",
        Rule::RankAtMost(_) => "rank_at_most",
        Rule::Beats => "beats",
        Rule::Done => "done",
    }
}

pub(super) const fn state(state: MilestoneState) -> &'static str {
    match state {
        MilestoneState::Settled => "settled",
        MilestoneState::Unreported => "unreported",
        MilestoneState::Open => "open",
        MilestoneState::Undated => "undated",
    }
}

pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Within => "within",
        Verdict::Exceeded => "exceeded",
        Verdict::Missed => "missed",
        Verdict::NotYet => "not_yet",
        Verdict::Expected(Likelihood::VeryUnlikely) => "very_unlikely",
        Verdict::Expected(Likelihood::Unlikely) => "unlikely",
        Verdict::Expected(Likelihood::Even) => "even",
        Verdict::Expected(Likelihood::Likely) => "likely",
        Verdict::Expected(Likelihood::VeryLikely) => "very_likely",
        Verdict::NotAssessed(_) => "not_assessed",
    }
}

pub(super) const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::NoObservation => "no_observation",
        Reason::NoThreshold => "no_threshold",
        Reason::NoComparison => "no_comparison",
        Reason::NotReported => "not_reported",
        Reason::NoFigureBefore => "no_figure_before",
    }
}

pub(super) const fn pace_unit(unit: PaceUnit) -> &'static str {
    match unit {
        PaceUnit::PercentPerYear => "percent_per_year",
        PaceUnit::UnitsPerYear => "units_per_year",
    }
}

pub(super) const fn attainment(attainment: Attainment) -> &'static str {
    match attainment {
        Attainment::Already => "already",
        Attainment::InYear(_) => "in_year",
        Attainment::AfterHorizon => "after_horizon",
        Attainment::Never => "never",
    }
}
