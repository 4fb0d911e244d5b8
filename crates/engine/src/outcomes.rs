//! Equally likely outcomes of one year: what a probability looks like when it is counted.

use plan::{Target, TargetKind};

use crate::distribution::StudentT;
use crate::forecasts::{Context, Forecasts};
use crate::inputs::Inputs;
use crate::model::Fit;
use crate::series::Series;
use crate::setting::Setting;

/// `count` outcomes of `target` in `year`, rising, in its unit: the quantiles at (i − ½)/count, so that each stands for the
/// same share. Empty where nothing is projected for the year.
#[must_use]
pub fn outcomes(setting: &Setting<'_>, target: &Target, inputs: &Inputs, year: i16, count: u16) -> Vec<f64> {
    let series = Series::of(target, inputs);
    let method = target.method.as_ref().filter(|_| target.kind != TargetKind::Deed);
    let fit = method.and_then(|method| Fit::of(target, method, inputs, &series, &mut Vec::new()));
    let Some(fit) = fit else { return Vec::new() };
    let context = Context {
        setting,
        target,
        inputs,
        series: &series,
    };
    let forecasts = Forecasts::of(&context, &fit);
    let Some(forecast) = forecasts.in_year(year) else {
        return Vec::new();
    };
    let student = StudentT::new(fit.degrees());
    let outcome = |place: u16| {
        let share = (f64::from(place) + 0.5) / f64::from(count);
        let [value] = forecast.quantiles(fit.transform, [share], [student.quantile(share)]);
        value.clamp(target.unit.minimum, target.unit.maximum)
    };
    (0..count).map(outcome).collect()
}
