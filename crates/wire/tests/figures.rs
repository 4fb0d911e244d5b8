//! Figures for programs: what is written reads back as exactly what the engine says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use engine::system::SystemModel;
use engine::{Change, LeverId, Mode, Scenario, project};
use plan::{Language, Target};
use support::{lever, plan, scenario, target};
use wire::figures::Figures;
use wire::xmile;

const TODAY: i16 = 2026;

fn all() -> Vec<&'static Target> {
    plan().targets.iter().collect()
}

fn figures(scenarios: &[(&str, &Scenario)]) -> Figures {
    let named: Vec<_> = scenarios
        .iter()
        .map(|(name, scenario)| ((*name).to_string(), *scenario))
        .collect();
    Figures::of(plan(), TODAY, &named, &all())
}

/// The records of a table as (column, cell) pairs.
fn records(text: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let pair = |(column, cell): (&str, &str)| (column.to_string(), cell.to_string());
    reader
        .records()
        .map(|record| header.iter().zip(record.unwrap().iter()).map(pair).collect())
        .collect()
}

fn cell<'a>(record: &'a [(String, String)], column: &str) -> &'a str {
    let found = record.iter().find(|(name, _)| name == column);
    &found.unwrap_or_else(|| panic!("no column {column}")).1
}

#[test]
fn a_table_holds_every_projected_number_to_the_last_bit() {
    let scenario = scenario(&[("hospital_beds", Change::Mode(Some(Mode::Driver)))]);
    let records = records(&figures(&[("", &scenario)]).to_csv());
    let mut rest = records.iter();
    for target in all() {
        let projection = project(&scenario.setting(plan(), TODAY), target, scenario.inputs(target.code));
        for point in &projection.path {
            let record = rest.next().unwrap();
            assert_eq!((cell(record, "record"), cell(record, "target")), ("year", target.id));
            assert_eq!(cell(record, "year"), point.year.to_string());
            let [half, most, nearly_all] = point.bands;
            for (column, value) in [
                ("median", point.median),
                ("lower_50", half.lower),
                ("upper_50", half.upper),
                ("lower_80", most.lower),
                ("upper_80", most.upper),
                ("lower_95", nearly_all.lower),
                ("upper_95", nearly_all.upper),
            ] {
                let read: f64 = cell(record, column).parse().unwrap();
                assert_eq!(read.to_bits(), (value + 0.0).to_bits(), "{} {column}", target.id);
            }
        }
        for milestone in &projection.milestones {
            let record = rest.next().unwrap();
            assert_eq!(
                (cell(record, "record"), cell(record, "target")),
                ("milestone", target.id)
            );
            let read = cell(record, "probability").parse::<f64>().ok();
            assert_eq!(read, milestone.probability, "{}", target.id);
            let read = cell(record, "required_pace").parse::<f64>().ok();
            assert_eq!(read, milestone.required.map(|pace| pace.value), "{}", target.id);
        }
    }
    assert_eq!(rest.next(), None);
}

#[test]
fn several_scenarios_are_told_apart_and_compared_with_the_first() {
    let trend = Scenario::default();
    let faster = scenario(&[("life_expectancy", lever(LeverId::ReferenceRate, 0.25))]);
    let name = "=1+1, \"hơn\"\nnữa";
    let text = figures(&[("xu thế", &trend), (name, &faster)]).to_csv();
    let records = records(&text);
    let mut differences = records.iter().filter(|record| {
        cell(record, "scenario").starts_with("'=1+1, \"hơn\"\n") && !cell(record, "probability_difference").is_empty()
    });
    let life = differences
        .find(|record| cell(record, "target") == "life_expectancy")
        .unwrap();
    assert!(cell(life, "probability_difference").parse::<f64>().unwrap() > 0.0);
    assert!(
        differences
            .all(|record| cell(record, "target") == "life_expectancy" || cell(record, "probability_difference") == "0")
    );
    let of_first = |record: &&Vec<(String, String)>| cell(record, "scenario") == "xu thế";
    assert!(
        records
            .iter()
            .filter(of_first)
            .all(|record| cell(record, "probability_difference").is_empty())
    );
}

#[test]
fn json_holds_the_same_numbers() {
    let scenario = Scenario::default();
    let text = figures(&[("một", &scenario)]).to_json();
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    let targets = read["scenarios"][0]["targets"].as_array().unwrap();
    assert_eq!(targets.len(), plan().targets.len());
    let target = target("income_per_capita");
    let projection = project(&scenario.setting(plan(), TODAY), target, scenario.inputs(target.code));
    let found = targets.iter().find(|found| found["target"] == target.id).unwrap();
    let medians: Vec<f64> = found["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|year| year["median"].as_f64().unwrap())
        .collect();
    let expected: Vec<f64> = projection.path.iter().map(|point| point.median).collect();
    assert_eq!(medians, expected);
}

#[test]
fn a_model_is_written_once_a_variable_and_escapes_names() {
    let scenario = scenario(&[
        ("enterprises", Change::Mode(Some(Mode::Driver))),
        (
            "urban_population",
            Change::Shock {
                year: 2028,
                value: Some(3.0),
            },
        ),
    ]);
    let setting = scenario.setting(plan(), TODAY);
    let inputs = all().into_iter().map(|target| (target, scenario.inputs(target.code)));
    let model = SystemModel::of(&setting, inputs).unwrap();
    let text = xmile::to_text(&model, plan(), "<script>&", Language::English);
    assert!(text.contains("<name>&lt;script&gt;&amp;</name>"));
    assert_eq!(text.matches("<stock name=").count(), model.stocks.len());
    assert_eq!(text.matches("<flow name=").count(), model.flows.len());
    assert_eq!(text.matches("<aux name=").count(), model.auxiliaries.len());
    assert_eq!(
        text.matches("<eqn>").count(),
        model.stocks.len() + model.flows.len() + model.auxiliaries.len()
    );
    for line in [
        r#"<sim_specs method="Euler" time_units="Year">"#,
        "<inflow>enterprises_added</inflow>",
        "<outflow>enterprises_lost</outflow>",
        "<eqn>(IF (TIME = 2028) THEN 3 ELSE 0)</eqn>",
    ] {
        assert!(text.contains(line), "{line}");
    }
}
