//! Scenario in, expected figures out: document → engine → chart, without a browser.
//!
//! Each `tests/scenarios/NAME.json` stands beside `NAME.figures.txt` with every milestone that can be judged. After reading
//! why figures changed, `UPDATE_FIGURES=1 cargo test -p e2e --test scenarios` writes them anew.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use chart::{FanChart, ObservedPoint, PointMark, ProjectedYear, fan_svg};
use engine::{FIRST_YEAR, LAST_YEAR, Projection, project};

/// Today's year for all scenarios.
const TODAY: i16 = 2026;

#[test]
fn every_scenario_gives_its_figures_and_draws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios");
    let mut scenarios: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    scenarios.sort();
    assert!(scenarios.len() >= 3, "scenarios in {}", folder.display());
    for scenario in scenarios {
        let found = figures(&fs::read_to_string(&scenario).unwrap());
        let expected = scenario.with_extension("figures.txt");
        if env::var_os("UPDATE_FIGURES").is_some() {
            fs::write(&expected, found).unwrap();
        } else {
            assert_eq!(found, fs::read_to_string(&expected).unwrap(), "{}", scenario.display());
        }
    }
}

/// Every judged milestone on a line: target, year, verdict, probability, figure or median.
fn figures(document: &str) -> String {
    let plan = plan::plan();
    let opened = wire::document::from_text(document, plan).unwrap();
    assert_eq!(opened.problems, []);
    let scenario = &opened.value.scenario;
    let setting = scenario.setting(plan, TODAY);
    let mut lines = String::new();
    for target in plan.targets {
        let projection = project(&setting, target, scenario.inputs(target.code));
        for milestone in projection
            .milestones
            .iter()
            .filter(|milestone| milestone.value_year.is_some())
        {
            let number = |value: Option<f64>| value.map_or_else(|| "-".to_string(), |value| format!("{value:.9}"));
            writeln!(
                lines,
                "{} {} {:?} {} {}",
                target.id,
                milestone
                    .year
                    .map_or_else(|| "undated".to_string(), |year| year.to_string()),
                milestone.verdict,
                number(milestone.probability),
                number(milestone.value)
            )
            .unwrap();
        }
        draws(&projection);
    }
    lines
}

/// The projection can be drawn, and nothing in the drawing is no number.
fn draws(projection: &Projection) {
    if projection.series.figures.is_empty() || projection.path.is_empty() {
        return;
    }
    let chart = FanChart {
        id: "fan".to_string(),
        first_year: FIRST_YEAR,
        last_year: LAST_YEAR,
        observed: projection
            .series
            .figures
            .iter()
            .map(|figure| ObservedPoint {
                year: figure.year,
                value: figure.value,
                mark: PointMark::Final,
            })
            .collect(),
        projected: projection
            .path
            .iter()
            .map(|point| ProjectedYear {
                year: point.year,
                median: point.median,
                bands: point.bands.map(|band| (band.lower, band.upper)),
            })
            .collect(),
        width: 760.0,
        height: 380.0,
        ..FanChart::default()
    };
    let svg = fan_svg(&chart, &|value, decimals| format!("{value:.decimals$}")).unwrap();
    assert!(
        svg.starts_with("<svg") && !svg.contains("NaN") && !svg.contains("inf"),
        "target {}",
        projection.code
    );
}
