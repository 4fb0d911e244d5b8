//! The back-test over everything that has figures enough: the plan's targets under the open scenario, other areas' figures
//! and the published series of their kind; and why the rest cannot be tested.

use engine::backtest::{BackTest, backtest, backtest_elsewhere, backtest_series};
use engine::{Scenario, Series};
use plan::{Language, Model, Plan};

use super::{Cell, Part, text};
use crate::words;

/// A series that was tested: its name, whose assumptions were tested on it, and the test.
struct Tested {
    name: String,
    family: &'static str,
    test: BackTest,
}

/// What was tested with its scores, and how many targets could not be.
pub(super) fn answer(plan: &'static Plan, scenario: &Scenario, language: Language) -> Vec<Part> {
    let tested = tested(plan, scenario, language);
    let targets = tested.iter().filter(|(is_target, _)| *is_target).count();
    let tested: Vec<Tested> = tested.into_iter().map(|(_, tested)| tested).collect();
    let mut parts = Vec::new();
    if !tested.is_empty() {
        parts.push(text("", total(&tested, targets, language)));
        parts.push(table(&tested, language));
        parts.push(text("soft small", tr!(language, backtest.mase_explain)));
    }
    parts.push(Part::Heading(3, tr!(language, backtests.untested).to_string()));
    parts.push(untested(plan, scenario, language));
    parts
}

/// The tests there are, and whether each is of one of the plan's targets.
fn tested(plan: &'static Plan, scenario: &Scenario, language: Language) -> Vec<(bool, Tested)> {
    let targets = plan.targets.iter().filter_map(|target| {
        let test = backtest(target, scenario.inputs(target.code))?;
        let family = target.method?.prior.name.get(language);
        let name = target.name.get(language).to_string();
        Some((true, Tested { name, family, test }))
    });
    let elsewhere = plan.targets.iter().flat_map(|target| {
        let areas = target
            .references
            .chunk_by(|one, other| one.area == other.area && one.basis == other.basis);
        areas.filter_map(move |figures| {
            let test = backtest_elsewhere(target, figures)?;
            let area = figures.first()?.area;
            let name = format!("{}, {area}", target.name.get(language));
            let family = target.method?.prior.name.get(language);
            Some((false, Tested { name, family, test }))
        })
    });
    let others = plan::OTHER_SERIES.iter().filter_map(|series| {
        let test = backtest_series(series)?;
        let family = series.tested_with?.prior.name.get(language);
        let name = series.name.get(language).to_string();
        Some((false, Tested { name, family, test }))
    });
    targets.chain(elsewhere).chain(others).collect()
}

fn total(tested: &[Tested], targets: usize, language: Language) -> String {
    let forecasts: usize = tested.iter().map(|tested| tested.test.overall.forecasts).sum();
    let [half, most, nearly_all] = tested.iter().fold([0, 0, 0], |[half, most, nearly_all], tested| {
        let [a, b, c] = tested.test.overall.covered;
        [half + a, most + b, nearly_all + c]
    });
    tr!(
        language,
        backtests.total,
        forecasts = forecasts,
        series = tested.len(),
        targets = targets,
        half = half,
        most = most,
        nearly = nearly_all
    )
}

fn table(tested: &[Tested], language: Language) -> Part {
    let covered = ["50%", "80%", "95%"].map(|percent| tr!(language, backtest.covered, percent = percent));
    let [half, most, nearly_all] = covered.map(Cell::Number);
    let head = vec![
        Cell::Text(tr!(language, backtests.series).to_string()),
        Cell::Number(tr!(language, backtest.forecasts).to_string()),
        half,
        most,
        nearly_all,
        Cell::Number(tr!(language, backtest.mase).to_string()),
    ];
    let rows = tested.iter().map(|Tested { name, family, test }| {
        let scores = &test.overall;
        let [half, most, nearly_all] = scores
            .covered
            .map(|count| Cell::Number(format!("{count}/{}", scores.forecasts)));
        let scaled = scores.scaled_error.map(|error| words::number(error, 2, language));
        vec![
            Cell::Noted(name.clone(), (*family).to_string()),
            Cell::Number(scores.forecasts.to_string()),
            half,
            most,
            nearly_all,
            Cell::Number(scaled.unwrap_or_default()),
        ]
    });
    Part::Table("numbers wrap".to_string(), head, rows.collect())
}

/// How many targets cannot be tested, by the reason.
fn untested(plan: &'static Plan, scenario: &Scenario, language: Language) -> Part {
    let mut reasons: Vec<(String, usize)> = Vec::new();
    for target in plan.targets {
        let inputs = scenario.inputs(target.code);
        if backtest(target, inputs).is_some() {
            continue;
        }
        let figures = Series::of(target, inputs).figures.len();
        let reason = match target.method.map(|method| method.prior.model) {
            None => tr!(language, backtests.deed).to_string(),
            _ if figures == 0 => tr!(language, backtests.no_figure).to_string(),
            Some(Model::Units) => tr!(language, backtest.units).to_string(),
            _ => tr!(language, backtests.few, count = figures),
        };
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => reasons.push((reason, 1)),
        }
    }
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let head = vec![
        Cell::Text(tr!(language, backtests.reason).to_string()),
        Cell::Number(tr!(language, backtests.targets).to_string()),
    ];
    let rows = reasons
        .into_iter()
        .map(|(reason, count)| vec![Cell::Text(reason), Cell::Number(count.to_string())]);
    Part::Table("numbers wrap".to_string(), head, rows.collect())
}
