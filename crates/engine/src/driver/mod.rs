//! The identities behind a target: what its figure consists of. One may replace the path of its target.

use plan::{Driver, Parameter, Target};

use crate::forecasts::Context;
use crate::inputs::Inputs;
use crate::series::Series;
use crate::setting::Setting;

/// The identity that holds for the definition `series` rests on.
#[must_use]
pub fn of(target: &Target, series: &Series) -> Option<&'static Driver> {
    let drivers: &'static [Driver] = target.drivers;
    drivers
        .iter()
        .find(|driver| driver.basis.is_none() || driver.basis == series.basis)
}

/// The value a parameter starts from; None without a figure.
pub(crate) fn shipped(
    setting: &Setting<'_>,
    driver: &Driver,
    parameter: &Parameter,
    inputs: &Inputs,
    series: &Series,
) -> Option<f64> {
    let _ = (setting, driver, inputs, series);
    parameter.value
}

/// The path of medians.
pub(crate) fn path(_context: &Context<'_>, _driver: &Driver, _last: i16) -> Option<Vec<(i16, f64)>> {
    None
}
