//! How the room of a drawing is shared out: margins, ticks, which years are named. It must not draw anything.

use crate::error::ChartError;
use crate::geometry::Geometry;
use crate::input::{FanChart, TargetMark};
use crate::text::ems;
use crate::ticks::{Bounds, scale, steady};

/// The frame of a drawing.
pub(crate) struct Layout {
    pub geometry: Geometry,
    /// Values of the grid lines, and their words.
    pub ticks: Vec<(f64, String)>,
    /// The years named below the plot.
    pub years: Vec<i16>,
    /// Font size.
    pub size: f64,
    /// Between the plot and the labels beside it.
    pub gap: f64,
    /// Of a point.
    pub radius: f64,
    /// Half the width of what is asked for a year.
    pub half_mark: f64,
}

/// The frame for a chart that has passed its checks.
pub(crate) fn lay_out(chart: &FanChart, format: &dyn Fn(f64, usize) -> String) -> Result<Layout, ChartError> {
    let (low, high) = extent(chart).ok_or(ChartError::Empty)?;
    let rank = (chart.inverse && chart.ceil.is_none_or(|ceil| ceil > 1.0)).then_some(1.0);
    let bounds = Bounds {
        floor: chart.floor.or(rank),
        ceil: chart.ceil,
        decimals: chart.decimals,
    };
    let steady = chart.axis_before.and_then(|before| steady(before, low, high, bounds));
    let scale = steady.unwrap_or_else(|| scale(low, high, bounds));
    let ticks: Vec<(f64, String)> = scale
        .ticks
        .iter()
        .map(|value| (*value, format(*value, scale.decimals)))
        .collect();

    let size = font_size(chart);
    let (gap, radius, half_mark) = if chart.compact_axis {
        (6.0, 3.0, 10.0)
    } else {
        (8.0, 4.0, 16.0)
    };
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    let half_year = ems("2000") * size / 2.0;
    let widest = ticks.iter().map(|(_, words)| ems(words) * size).fold(0.0, f64::max);
    // Words that would leave no plot are cut off rather than the plot.
    let left = (widest + gap + 1.0).max(half_year + 1.0).min(width * 0.4).ceil();
    let right = (width - right_margin(chart, size).max(half_year + 1.0).min(width * 0.35)).floor();
    let top = if chart.labels.unit.is_empty() {
        size * 0.5
    } else {
        size * 2.0
    }
    .ceil()
        + 0.5;
    let most = height - size - 14.0 - top;
    // Whole units between evenly spaced lines, on half units: lines one unit wide are then crisp.
    let gaps = (ticks.len().max(2) - 1) as f64;
    let bottom = top + (most / gaps).floor() * gaps;

    let geometry = Geometry {
        width,
        height,
        left,
        top,
        right,
        bottom,
        first_year: chart.first_year,
        last_year: chart.last_year,
        low: scale.low,
        high: scale.high,
        inverse: chart.inverse,
    };
    let years = named_years(&geometry, half_year * 2.0 + 12.0);
    Ok(Layout {
        geometry,
        ticks,
        years,
        size,
        gap,
        radius,
        half_mark,
    })
}

/// Of all words of a chart.
pub(crate) fn font_size(chart: &FanChart) -> f64 {
    if chart.compact_axis { 11.0 } else { 12.0 }
}

/// The least and greatest value that has to be seen: everything but the 95 % band, which may run off the plot. What is asked
/// has no scale of its own: where it stands alone, it is seen from the least that there can be.
fn extent(chart: &FanChart) -> Option<(f64, f64)> {
    let shows = |year: i16| (chart.first_year..=chart.last_year).contains(&year);
    let observed = chart
        .observed
        .iter()
        .filter(|point| shows(point.year))
        .map(|point| point.value);
    let marks = shown_marks(chart).flat_map(|mark| [mark.from, mark.to.unwrap_or(mark.from)]);
    let projected = chart.projected.iter().filter(|year| shows(year.year));
    let projected = projected.flat_map(|year| [year.median, year.bands[1].0, year.bands[1].1]);
    let ends = |ends: Option<(f64, f64)>, value: f64| {
        Some(ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
    };
    let others = chart.others.iter().flat_map(|other| &other.years);
    let others = others.filter(|(year, _)| shows(*year)).map(|(_, median)| *median);
    let courses = observed.chain(projected).chain(others).fold(None, ends);
    let (low, high) = marks.fold(courses, ends)?;
    let least = chart.floor.filter(|_| courses.is_none());
    Some((least.map_or(low, |least| low.min(least)), high))
}

fn shown_marks(chart: &FanChart) -> impl Iterator<Item = &TargetMark> {
    chart
        .marks
        .iter()
        .filter(|mark| (chart.first_year..=chart.last_year).contains(&mark.year))
}

/// Room for the words at the end of the fan.
fn right_margin(chart: &FanChart, size: f64) -> f64 {
    if chart.projected.len() < 2 {
        return 0.0;
    }
    let others = chart.others.iter().map(|other| &other.label);
    let words = chart.labels.bands.iter().chain([&chart.labels.median]).chain(others);
    words.map(|words| ems(words) * size).fold(0.0, f64::max) + 12.0
}

/// Every fifth year where that fits; single years only in a short range, wider steps in a narrow plot.
fn named_years(geometry: &Geometry, room: f64) -> Vec<i16> {
    let (first, last) = (i32::from(geometry.first_year), i32::from(geometry.last_year));
    let per_year = (geometry.right - geometry.left) / f64::from(last - first);
    let steps: &[i32] = if last - first <= 10 { &[1, 2, 5] } else { &[] };
    let fits = |step: &i32| per_year * f64::from(*step) >= room;
    let long = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000];
    let step = steps.iter().chain(&long).copied().find(fits).unwrap_or(50_000);
    let start = first + (-first).rem_euclid(step);
    let years = (start..=last)
        .step_by(step as usize)
        .filter_map(|year| i16::try_from(year).ok());
    years.collect()
}
