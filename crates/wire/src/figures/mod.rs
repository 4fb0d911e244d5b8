//! Projected figures of one or several scenarios as CSV and JSON, for programs: numbers in their shortest form that reads
//! back as the same double, with a decimal point, nothing rounded.
//!
//! Words are those of the forms, not of a language. Projects nothing by itself beyond asking the engine.

mod csv;
mod words;

use engine::{Attainment, MilestoneResult, PathPoint, Scenario, Verdict, project};
use plan::{Plan, Target};
use serde::Serialize;

use crate::names::mode_name;

/// Figures of scenarios, the first of which others are compared with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// Id of the plan.
    pub plan: &'static str,
    /// Version of its data.
    pub data_version: &'static str,
    /// Version of the mathematics.
    pub engine_version: &'static str,
    /// The year today lies in.
    pub today_year: i16,
    /// One entry a scenario, in the order asked for.
    pub scenarios: Vec<ScenarioFigures>,
}

/// Figures of one scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScenarioFigures {
    /// What tells it from the others: a reader's text.
    pub scenario: String,
    /// One entry a target, in the plan's order.
    pub targets: Vec<TargetFigures>,
}

/// Figures of one target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TargetFigures {
    /// Id of the target.
    pub target: &'static str,
    /// Id of its unit.
    pub unit: &'static str,
    /// `trend`, `plan` or `driver`.
    pub mode: &'static str,
    /// Projected years; empty where nothing is projected.
    pub years: Vec<YearFigures>,
    /// Judgements, in the plan's order.
    pub milestones: Vec<MilestoneFigures>,
}

/// One projected year, in the target's unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct YearFigures {
    /// The year.
    pub year: i16,
    /// The median.
    pub median: f64,
    /// The middle 50 %.
    pub lower_50: f64,
    /// Its upper end.
    pub upper_50: f64,
    /// The middle 80 %.
    pub lower_80: f64,
    /// Its upper end.
    pub upper_80: f64,
    /// The middle 95 %.
    pub lower_95: f64,
    /// Its upper end.
    pub upper_95: f64,
}

/// The judgement on one milestone, in the target's unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MilestoneFigures {
    /// Its year; None where the plan gives none.
    pub year: Option<i16>,
    /// `at_least`, `above`, `at_most`, `below`, `about`, `range`, `rank_at_most`, `beats` or `done`.
    pub rule: &'static str,
    /// The number that has to be reached.
    pub threshold: Option<f64>,
    /// The far end of a range.
    pub threshold_upper: Option<f64>,
    /// `settled`, `unreported`, `open` or `undated`.
    pub state: &'static str,
    /// The judgement in a word, such as `met` or `very_likely`.
    pub verdict: &'static str,
    /// Why it was not judged.
    pub reason: Option<&'static str>,
    /// Probability of meeting it, a fraction.
    pub probability: Option<f64>,
    /// Probability less that of the first scenario; None for the first one.
    pub probability_difference: Option<f64>,
    /// The figure or median it is judged by.
    pub value: Option<f64>,
    /// The year of that.
    pub value_year: Option<i16>,
    /// How far it lies past the threshold in the better direction.
    pub headroom: Option<f64>,
    /// The pace a year that just reaches the threshold.
    pub required_pace: Option<f64>,
    /// `percent_per_year` or `units_per_year`.
    pub required_pace_unit: Option<&'static str>,
    /// `already`, `in_year`, `after_horizon` or `never`.
    pub attainment: Option<&'static str>,
    /// The year, where it is reached in one.
    pub attainment_year: Option<i16>,
}

impl Figures {
    /// Projects `targets` under each of `scenarios`, which come with a name.
    #[must_use]
    pub fn of(plan: &Plan, today_year: i16, scenarios: &[(String, &Scenario)], targets: &[&'static Target]) -> Self {
        let mut all: Vec<ScenarioFigures> = Vec::with_capacity(scenarios.len());
        for (name, scenario) in scenarios {
            let setting = scenario.setting(plan, today_year);
            let first = all.first();
            let targets = targets.iter().enumerate().map(|(place, target)| {
                let projection = project(&setting, target, scenario.inputs(target.code));
                let compared = first.and_then(|first| first.targets.get(place));
                TargetFigures {
                    target: target.id,
                    unit: target.unit.id,
                    mode: mode_name(projection.mode),
                    years: projection.path.iter().map(year_figures).collect(),
                    milestones: milestones(&projection.milestones, compared),
                }
            });
            let targets = targets.collect();
            all.push(ScenarioFigures {
                scenario: name.clone(),
                targets,
            });
        }
        Self {
            plan: plan.id,
            data_version: plan.data_version,
            engine_version: engine::ENGINE_VERSION,
            today_year,
            scenarios: all,
        }
    }

    /// As JSON, indented.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Plain structures of numbers and texts always have a JSON form.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// As CSV (RFC 4180) with a header: one record a projected year and one a milestone, told apart by the first column. A
    /// scenario's column is there where there are several.
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv::write(self)
    }
}

fn year_figures(point: &PathPoint) -> YearFigures {
    let [half, most, nearly_all] = point.bands;
    YearFigures {
        year: point.year,
        median: point.median,
        lower_50: half.lower,
        upper_50: half.upper,
        lower_80: most.lower,
        upper_80: most.upper,
        lower_95: nearly_all.lower,
        upper_95: nearly_all.upper,
    }
}

fn milestones(results: &[MilestoneResult], first: Option<&TargetFigures>) -> Vec<MilestoneFigures> {
    let mut milestones: Vec<MilestoneFigures> = results.iter().map(milestone_figures).collect();
    let Some(first) = first else { return milestones };
    for milestone in &mut milestones {
        // Not by place: a reader can type thresholds in one scenario and not in the other.
        let same = |known: &&MilestoneFigures| known.year == milestone.year && known.rule == milestone.rule;
        let compared = first.milestones.iter().find(same).and_then(|known| known.probability);
        milestone.probability_difference = milestone.probability.zip(compared).map(|(now, then)| now - then);
    }
    milestones
}

fn milestone_figures(result: &MilestoneResult) -> MilestoneFigures {
    MilestoneFigures {
        year: result.year,
        rule: words::rule(result.rule),
        threshold: result.threshold.map(|threshold| threshold.value),
        threshold_upper: result.threshold.and_then(|threshold| threshold.upper),
        state: words::state(result.state),
        verdict: words::verdict(result.verdict),
        reason: match result.verdict {
            Verdict::NotAssessed(reason) => Some(words::reason(reason)),
            _ => None,
        },
        probability: result.probability,
        probability_difference: None,
        value: result.value,
        value_year: result.value_year,
        headroom: result.headroom,
        required_pace: result.required.map(|pace| pace.value),
        required_pace_unit: result.required.map(|pace| words::pace_unit(pace.unit)),
        attainment: result.attainment.map(words::attainment),
        attainment_year: match result.attainment {
            Some(Attainment::InYear(year)) => Some(year),
            _ => None,
        },
    }
}
