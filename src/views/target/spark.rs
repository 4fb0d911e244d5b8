//! The small course of a target on the board.

use chart::{SparkChart, SparkYear, sparkline_svg};
use engine::{FIRST_YEAR, LAST_YEAR, Projection};
use plan::{Target, TargetKind};

const WIDTH: f32 = 132.0;
const HEIGHT: f32 = 34.0;

/// The sparkline as SVG text; empty where there is nothing to draw.
pub fn spark_text(target: &Target, projection: &Projection) -> String {
    if target.kind == TargetKind::Deed {
        return String::new();
    }
    let observed: Vec<(i16, f64)> = projection
        .series
        .figures
        .iter()
        .map(|figure| (figure.year, figure.value))
        .collect();
    let start = observed.last().map(|(year, value)| SparkYear {
        year: *year,
        median: *value,
        lower: *value,
        upper: *value,
    });
    let projected: Vec<SparkYear> = start
        .into_iter()
        .filter(|_| !projection.path.is_empty())
        .chain(projection.path.iter().map(|point| {
            let [_, middle, _] = point.bands;
            SparkYear {
                year: point.year,
                median: point.median,
                lower: middle.lower,
                upper: middle.upper,
            }
        }))
        .collect();
    let marks: Vec<(i16, f64)> = projection
        .milestones
        .iter()
        .filter_map(|milestone| Some((milestone.year?, milestone.threshold?.value)))
        .collect();
    if observed.is_empty() && marks.is_empty() {
        return String::new();
    }
    sparkline_svg(&SparkChart {
        first_year: FIRST_YEAR,
        last_year: LAST_YEAR,
        observed: &observed,
        projected: &projected,
        marks: &marks,
        inverse: target.kind == TargetKind::Rank,
        width: WIDTH,
        height: HEIGHT,
    })
    .unwrap_or_default()
}
