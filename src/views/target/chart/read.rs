//! One year of a chart in words.

use engine::Projection;
use plan::{Language, Target};

use crate::words;

/// What stands at `year`: the figure, else the median with its 80 % band.
pub fn read(target: &Target, projection: &Projection, year: i16, language: Language) -> String {
    let decimals = target.unit.decimals;
    let unit = |text: &str| words::with_unit(text, target.unit, language);
    if let Some(figure) = projection.series.in_year(year) {
        let value = unit(&words::figure(figure, language));
        let status = words::status(figure, language);
        return tr!(
            language,
            target.read_observed,
            year = year.to_string(),
            value = value,
            status = status
        )
        .to_string();
    }
    match projection.path.iter().find(|point| point.year == year) {
        Some(point) => {
            let [_, middle, _] = point.bands;
            tr!(
                language,
                target.read_projected,
                year = year.to_string(),
                median = unit(&words::number(point.median, decimals, language)),
                lower = words::number(middle.lower, decimals, language),
                upper = words::number(middle.upper, decimals, language)
            )
            .to_string()
        }
        None => tr!(language, target.read_none, year = year.to_string()).to_string(),
    }
}
