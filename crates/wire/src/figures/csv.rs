//! Figures as one table of comma-separated values. Its columns keep their names and order; new ones come last.

use csv::{Terminator, WriterBuilder};

use super::{Figures, MilestoneFigures, ScenarioFigures, TargetFigures, YearFigures};

const SCENARIO: &str = "scenario";
/// What both kinds of record begin with.
const HEAD: [&str; 5] = ["record", "target", "unit", "mode", "year"];
const YEAR: [&str; 7] = [
    "median", "lower_50", "upper_50", "lower_80", "upper_80", "lower_95", "upper_95",
];
const MILESTONE: [&str; 14] = [
    "rule",
    "threshold",
    "threshold_upper",
    "state",
    "verdict",
    "reason",
    "probability",
    "value",
    "value_year",
    "headroom",
    "required_pace",
    "required_pace_unit",
    "attainment",
    "attainment_year",
];
const DIFFERENCE: &str = "probability_difference";

pub(super) fn write(figures: &Figures) -> String {
    let is_comparison = figures.scenarios.len() > 1;
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let compared = |name: &'static str| is_comparison.then_some(name);
    let header = compared(SCENARIO).into_iter().chain(HEAD).chain(YEAR).chain(MILESTONE);
    // Writing to memory does not fail; were it to, the table would end there.
    let _ = writer.write_record(header.chain(compared(DIFFERENCE)));
    for scenario in &figures.scenarios {
        for target in &scenario.targets {
            for year in &target.years {
                let cells = head(is_comparison, scenario, target, "year", Some(year.year));
                let cells = cells.chain(year_cells(year)).chain(MILESTONE.map(|_| String::new()));
                let _ = writer.write_record(cells.chain(is_comparison.then(String::new)));
            }
            for milestone in &target.milestones {
                let cells = head(is_comparison, scenario, target, "milestone", milestone.year);
                let cells = cells
                    .chain(YEAR.map(|_| String::new()))
                    .chain(milestone_cells(milestone));
                let difference = is_comparison.then(|| number(milestone.probability_difference));
                let _ = writer.write_record(cells.chain(difference));
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn head(
    is_comparison: bool,
    scenario: &ScenarioFigures,
    target: &TargetFigures,
    record: &str,
    year: Option<i16>,
) -> impl Iterator<Item = String> {
    let name = is_comparison.then(|| inert(&scenario.scenario));
    let head = [record, target.target, target.unit, target.mode].map(str::to_string);
    name.into_iter().chain(head).chain([whole(year)])
}

fn year_cells(year: &YearFigures) -> [String; 7] {
    [
        year.median,
        year.lower_50,
        year.upper_50,
        year.lower_80,
        year.upper_80,
        year.lower_95,
        year.upper_95,
    ]
    .map(|value| number(Some(value)))
}

fn milestone_cells(milestone: &MilestoneFigures) -> [String; 14] {
    [
        milestone.rule.to_string(),
        number(milestone.threshold),
        number(milestone.threshold_upper),
        milestone.state.to_string(),
        milestone.verdict.to_string(),
        word(milestone.reason),
        number(milestone.probability),
        number(milestone.value),
        whole(milestone.value_year),
        number(milestone.headroom),
        number(milestone.required_pace),
        word(milestone.required_pace_unit),
        word(milestone.attainment),
        whole(milestone.attainment_year),
    ]
}

fn number(value: Option<f64>) -> String {
    // Rust writes the shortest decimal that reads back as the same number; zero has no sign here.
    value.map(|value| (value + 0.0).to_string()).unwrap_or_default()
}

fn whole(year: Option<i16>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

fn word(word: Option<&str>) -> String {
    word.unwrap_or_default().to_string()
}

/// A name may come with somebody's link, and spreadsheets run a cell that begins like a formula.
fn inert(name: &str) -> String {
    if name.starts_with(['=', '+', '-', '@', '\t']) {
        format!("'{name}")
    } else {
        name.to_string()
    }
}
