//! How well the projection would have foretold its own past. Never a score without its number of forecasts.

use engine::Inputs;
use engine::backtest::{BackTest, Scores, backtest};
use plan::{Language, Model, Target};

use super::{About, Cell, Part, text};
use crate::words;

/// The scores, or why there are none.
pub(super) fn answer(about: &About<'_>) -> Vec<Part> {
    let mut parts = vec![text("soft small", tr!(about.language, backtest.explain))];
    match backtest(about.target, about.inputs) {
        Some(test) => scores(about.target, &test, about.language, &mut parts),
        None => parts.push(text("", reason(about.target, about.inputs, about.language))),
    }
    parts
}

/// Why there is no test.
fn reason(target: &Target, own: &Inputs, language: Language) -> String {
    if target.method.is_some_and(|method| method.prior.model == Model::Units) {
        return tr!(language, backtest.units).to_string();
    }
    let count = engine::Series::of(target, own).figures.len();
    tr!(language, backtest.few, count = count.to_string()).to_string()
}

fn scores(target: &Target, test: &BackTest, language: Language, parts: &mut Vec<Part>) {
    let row = |ahead: String, scores: &Scores| {
        let error = words::number(scores.mean_absolute_error, target.unit.decimals.max(1), language);
        let scaled = scores.scaled_error.map(|error| words::number(error, 2, language));
        let covered = scores.covered.map(|count| format!("{count}/{}", scores.forecasts));
        let numbers = [scores.forecasts.to_string()]
            .into_iter()
            .chain(covered)
            .chain([error, scaled.unwrap_or_default()]);
        let mut row = vec![Cell::Text(ahead)];
        row.extend(numbers.map(Cell::Number));
        row
    };
    let horizons = test.by_horizon.iter().map(|(years, scores)| {
        let ahead = tr!(language, backtest.ahead_years, count = years.to_string()).to_string();
        row(ahead, scores)
    });
    let rows = horizons.chain([row(tr!(language, backtest.all).to_string(), &test.overall)]);
    let covered = ["50%", "80%", "95%"].map(|percent| tr!(language, backtest.covered, percent = percent).to_string());
    let numbers = [tr!(language, backtest.forecasts).to_string()]
        .into_iter()
        .chain(covered)
        .chain([tr!(language, backtest.error), tr!(language, backtest.mase)].map(str::to_string));
    let mut head = vec![Cell::Text(tr!(language, backtest.ahead).to_string())];
    head.extend(numbers.map(Cell::Number));
    parts.push(Part::Table("numbers".to_string(), head, rows.collect()));
    let caution = tr!(language, backtest.caution, count = test.overall.forecasts);
    parts.push(text(
        "soft small",
        format!("{} {caution}", tr!(language, backtest.mase_explain)),
    ));
}
