//! How well the projection of a target would have foretold its own past: fit on the first figures, forecast the rest.
//!
//! Rolling origin, Trend mode only (typed growth cannot be tested on a past it was not typed for). It scores, and never
//! tunes an assumption. Every result says how many forecasts it rests on; forecasts from one short series overlap and
//! prove nothing alone.

use std::collections::BTreeMap;

use plan::{Better, Field, Observation, Rule, Target, TargetKind, Text};

use crate::distribution::StudentT;
use crate::drift::Predictive;
use crate::forecast::Forecast;
use crate::inputs::Inputs;
use crate::model::Fit;
use crate::projection::{BAND_ENDS, Band, PathPoint, path_point};
use crate::rule::Threshold;
use crate::score::{brier_score, crps_of_student, interval_score, mean, naive_error, scaled_error};
use crate::series::{Figure, Series};

/// Figures below which there is nothing to test.
pub const FEWEST_FIGURES: usize = 4;
/// Share of outcomes outside the middle 80 %.
const OUTSIDE_MIDDLE: f64 = 0.2;

/// One past figure and what would have been forecast for it.
#[derive(Debug, Clone, PartialEq)]
pub struct PastForecast {
    /// Year of the newest figure the forecast rests on.
    pub origin: i16,
    /// How many figures it rests on.
    pub figures: usize,
    /// Year that was forecast.
    pub year: i16,
    /// The figure of that year, in the target's unit.
    pub outcome: f64,
    /// Median, in the target's unit.
    pub median: f64,
    /// The middle 50, 80 and 95 %, in the target's unit.
    pub bands: [Band; 3],
    /// Whether each band held the outcome.
    pub is_covered: [bool; 3],
    /// |outcome − median| in units of the mean change from one figure to the next among those it rests on, whatever years
    /// lie between; None with one of these or where they never changed.
    pub scaled_error: Option<f64>,
    /// CRPS on the transformed scale; None where that scale does not hold the outcome.
    pub crps: Option<f64>,
    /// Brier score (fraction), the mean over the target's thresholds; None without one.
    pub brier: Option<f64>,
}

impl PastForecast {
    /// Years from the newest figure known to the year forecast.
    #[must_use]
    pub fn horizon(&self) -> u16 {
        self.year.abs_diff(self.origin)
    }
}

/// Scores over several forecasts. A score that is undefined for some of them is the mean over the others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scores {
    /// How many forecasts these numbers rest on; at least one.
    pub forecasts: usize,
    /// Mean of |outcome − median|, in the target's unit.
    pub mean_absolute_error: f64,
    /// Mean of outcome − median, in the target's unit: above 0, forecasts were too low.
    pub mean_error: f64,
    /// How many outcomes the middle 50, 80 and 95 % held.
    pub covered: [usize; 3],
    /// Mean interval score of the middle 80 %, in the target's unit.
    pub interval_score: Option<f64>,
    /// MASE: below 1, errors are smaller than figures used to change from one to the next.
    pub scaled_error: Option<f64>,
    /// Mean CRPS on the transformed scale.
    pub crps: Option<f64>,
    /// Mean Brier score for meeting the target's thresholds, a fraction; 0.25 is what "one half" gets.
    pub brier: Option<f64>,
}

/// A target's projection held against its own past.
#[derive(Debug, Clone, PartialEq)]
pub struct BackTest {
    /// Every forecast, by origin and year.
    pub forecasts: Vec<PastForecast>,
    /// Scores over all of them.
    pub overall: Scores,
    /// Scores by years ahead, nearest first.
    pub by_horizon: Vec<(u16, Scores)>,
}

/// Back-tests `target` under `inputs` (its levers, basis and figures; growth typed for Plan mode plays no part): from each
/// figure on but the last, a forecast of every later figure. None with fewer than four figures on the chosen basis, for
/// deeds, and where no fit is possible.
#[must_use]
pub fn backtest(target: &Target, inputs: &Inputs) -> Option<BackTest> {
    let series = Series::of(target, inputs);
    if series.figures.len() < FEWEST_FIGURES {
        return None;
    }
    let thresholds = thresholds(target, inputs);
    let mut forecasts = Vec::new();
    for origin in &series.figures {
        let known = series.until(origin.year);
        let Some(fit) = fit(target, inputs, &known) else {
            continue;
        };
        let student = StudentT::new(fit.degrees());
        let test = Test {
            target,
            thresholds: &thresholds,
            known: &known,
            sizes: BAND_ENDS.map(|p| student.quantile(p)),
            student,
            fit,
        };
        let later = series.figures.iter().filter(|figure| figure.year > origin.year);
        forecasts.extend(later.filter_map(|figure| test.forecast(figure)));
    }
    let mut horizons: BTreeMap<u16, Vec<&PastForecast>> = BTreeMap::new();
    for forecast in &forecasts {
        horizons.entry(forecast.horizon()).or_default().push(forecast);
    }
    let by_horizon = horizons
        .into_iter()
        .filter_map(|(horizon, forecasts)| Some((horizon, scores(&forecasts)?)))
        .collect();
    Some(BackTest {
        overall: scores(&forecasts.iter().collect::<Vec<_>>())?,
        by_horizon,
        forecasts,
    })
}

/// Back-tests the assumptions shipped for `target` on `figures` of another area, such as the country's: how well they foretell
/// figures of its kind. The target's milestones are its own and play no part. None as in [`backtest`].
#[must_use]
pub fn backtest_elsewhere(target: &Target, figures: &'static [Observation]) -> Option<BackTest> {
    let other = Target {
        milestones: &[],
        drivers: &[],
        observations: figures,
        ..*target
    };
    backtest(&other, Inputs::NONE)
}

/// Back-tests on a published series the family of assumptions that it is of the kind of. None as in [`backtest`], and where
/// the plan names no family for it.
#[must_use]
pub fn backtest_series(series: &plan::Series) -> Option<BackTest> {
    static NO_FIELD: Field = Field {
        id: "",
        name: Text { vi: "", en: "" },
    };
    let as_target = Target {
        code: 0,
        id: series.id,
        kind: TargetKind::Number,
        field: &NO_FIELD,
        owner: None,
        sections: &[],
        name: series.name,
        unit: series.unit,
        // Nothing is asked of it, so neither way is better.
        better: Better::Higher,
        citations: &[],
        milestones: &[],
        note: None,
        method: Some(series.tested_with?),
        drivers: &[],
        observations: series.observations,
        references: &[],
    };
    backtest(&as_target, Inputs::NONE)
}

/// The one place where a model meets the figures known at an origin.
fn fit(target: &Target, inputs: &Inputs, known: &Series) -> Option<Fit> {
    Fit::of(target, target.method.as_ref()?, inputs, known, &mut Vec::new())
}

/// The target's thresholds, each once: a figure is asked whether it meets them, in whatever year.
fn thresholds(target: &Target, inputs: &Inputs) -> Vec<Threshold> {
    let planned = target.milestones.iter().filter_map(|milestone| {
        let typed = milestone.year.and_then(|year| inputs.thresholds.get(&year).copied());
        Threshold::of(target, milestone.rule, typed)
    });
    // A number that the plan leaves open and the reader has typed.
    let typed = (target.kind == TargetKind::Unset)
        .then(|| inputs.thresholds())
        .into_iter()
        .flatten()
        .filter_map(|(_, value)| Threshold::of(target, Rule::AtLeast(value), None));
    let mut thresholds: Vec<Threshold> = Vec::new();
    for threshold in planned.chain(typed) {
        if !thresholds.contains(&threshold) {
            thresholds.push(threshold);
        }
    }
    thresholds
}

/// A fit at one origin.
struct Test<'a> {
    target: &'a Target,
    thresholds: &'a [Threshold],
    known: &'a Series,
    fit: Fit,
    student: StudentT,
    /// Half widths of the bands, in scales of the forecast.
    sizes: [f64; 3],
}

impl Test<'_> {
    /// The forecast of one later figure, scored; None where its numbers are not finite.
    fn forecast(&self, figure: &Figure) -> Option<PastForecast> {
        let origin = self.fit.last_year;
        let method = self.target.method?;
        // Counts of units have no scale to score on.
        let forecast = self.fit.predict(&method, figure.year.abs_diff(origin)).student()?;
        let PathPoint { median, bands, .. } = path_point(
            figure.year,
            &Forecast::Student(forecast),
            self.fit.transform,
            self.sizes,
            self.target,
        );
        let z = self.fit.on_scale(figure);
        let known: Vec<f64> = self.known.figures.iter().map(|figure| figure.value).collect();
        let error = figure.value - median;
        (forecast.location.is_finite() && error.is_finite()).then(|| PastForecast {
            origin,
            figures: known.len(),
            year: figure.year,
            outcome: figure.value,
            median,
            bands,
            is_covered: self.sizes.map(|size| is_covered(&forecast, z, size)),
            scaled_error: naive_error(&known).and_then(|naive| scaled_error(&[error], naive)),
            crps: z.and_then(|z| crps_of_student(&forecast, z)),
            brier: mean(self.thresholds.iter().map(|threshold| {
                let probability = threshold.probability(&forecast, &self.student, self.fit.transform);
                brier_score(probability, threshold.is_met(figure.value, figure.decimals))
            })),
        })
    }
}

/// Compared on the transformed scale, where a figure on a bound has been moved inside by half its last digit: no band
/// reaches 100 %. A figure off the scale is outside every band.
fn is_covered(forecast: &Predictive, z: Option<f64>, size: f64) -> bool {
    z.is_some_and(|z| (z - forecast.location).abs() <= size * forecast.scale)
}

/// Scores over `forecasts`; None without any.
fn scores(forecasts: &[&PastForecast]) -> Option<Scores> {
    let errors = || forecasts.iter().map(|forecast| forecast.outcome - forecast.median);
    let over = |score: fn(&PastForecast) -> Option<f64>| mean(forecasts.iter().filter_map(|forecast| score(forecast)));
    let covered = |of: fn(&PastForecast) -> bool| forecasts.iter().filter(|forecast| of(forecast)).count();
    Some(Scores {
        forecasts: forecasts.len(),
        mean_absolute_error: mean(errors().map(f64::abs))?,
        mean_error: mean(errors())?,
        covered: [
            covered(
                |PastForecast {
                     is_covered: [half, ..], ..
                 }| *half,
            ),
            covered(
                |PastForecast {
                     is_covered: [_, most, _],
                     ..
                 }| *most,
            ),
            covered(
                |PastForecast {
                     is_covered: [.., nearly_all],
                     ..
                 }| *nearly_all,
            ),
        ],
        interval_score: over(|forecast| {
            let [_, Band { lower, upper }, _] = forecast.bands;
            interval_score(lower, upper, forecast.outcome, OUTSIDE_MIDDLE)
        }),
        scaled_error: over(|forecast| forecast.scaled_error),
        crps: over(|forecast| forecast.crps),
        brier: over(|forecast| forecast.brier),
    })
}
