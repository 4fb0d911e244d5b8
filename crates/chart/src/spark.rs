//! The small drawing of a row: what was observed, where it is heading, what is asked. Written by hand, as it has no axes
//! and forty-five are drawn at once; hidden from assistive technology, as the row says the same in words.

use crate::check;
use crate::error::ChartError;
use crate::parts::push_root;
use crate::text::push_tenth;

/// What a sparkline shows. Slices, so that a row needs no copy of its series.
#[derive(Clone, Copy, Debug)]
pub struct SparkChart<'a> {
    pub first_year: i16,
    pub last_year: i16,
    /// Year and value, rising in years.
    pub observed: &'a [(i16, f64)],
    /// Contiguous years.
    pub projected: &'a [SparkYear],
    /// Year and value of what is asked.
    pub marks: &'a [(i16, f64)],
    /// The lowest value is at the top.
    pub inverse: bool,
    pub width: f32,
    pub height: f32,
}

/// A projected year of a sparkline: the median and the band around it (80 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SparkYear {
    pub year: i16,
    pub median: f64,
    pub lower: f64,
    pub upper: f64,
}

/// Room at the edges, so that no stroke is cut off.
const EDGE: f64 = 3.0;
const HALF_MARK: f64 = 3.5;

struct Plot {
    first: f64,
    per_year: f64,
    low: f64,
    per_value: f64,
    height: f64,
    inverse: bool,
    right: f64,
}

impl Plot {
    fn x(&self, year: i16) -> f64 {
        EDGE + (f64::from(year) - self.first) * self.per_year
    }

    fn y(&self, value: f64) -> f64 {
        let from_low = (value - self.low) * self.per_value;
        if self.inverse {
            EDGE + from_low
        } else {
            self.height - EDGE - from_low
        }
    }
}

/// A sparkline, 120 × 28 in the board's rows.
pub fn sparkline_svg(chart: &SparkChart<'_>) -> Result<String, ChartError> {
    checked(chart)?;
    let shown = |year: i16| (chart.first_year..=chart.last_year).contains(&year);
    let observed = || chart.observed.iter().filter(|point| shown(point.0));
    let projected = || chart.projected.iter().filter(|year| shown(year.year));
    let marks = || chart.marks.iter().filter(|mark| shown(mark.0));

    let values = observed().map(|point| point.1).chain(marks().map(|mark| mark.1));
    let values = values.chain(projected().flat_map(|year| [year.lower, year.median, year.upper]));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if low > high {
        return Err(ChartError::Empty);
    }
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    // A flat series runs through the middle.
    let (low, span) = if high > low {
        (low, high - low)
    } else {
        (low - 1.0, 2.0)
    };
    let plot = Plot {
        first: f64::from(chart.first_year),
        per_year: (width - 2.0 * EDGE) / (f64::from(chart.last_year) - f64::from(chart.first_year)),
        low,
        per_value: (height - 2.0 * EDGE) / span,
        height,
        inverse: chart.inverse,
        right: width,
    };

    let mut out = String::with_capacity(640);
    push_root(&mut out, width, height);
    out.push_str(" aria-hidden=\"true\" fill=\"none\" stroke-width=\"1.5\">");
    let upper = projected().map(|year| (plot.x(year.year), plot.y(year.upper)));
    let lower = projected().rev().map(|year| (plot.x(year.year), plot.y(year.lower)));
    if projected().nth(1).is_some() {
        out.push_str("<path fill=\"var(--fan)\" fill-opacity=\".16\" d=\"");
        push_path(&mut out, upper.chain(lower));
        out.push_str("Z\"/><path stroke=\"var(--fan)\" stroke-dasharray=\"3 2.5\" d=\"");
        push_path(
            &mut out,
            projected().map(|year| (plot.x(year.year), plot.y(year.median))),
        );
        out.push_str("\"/>");
    }
    if observed().nth(1).is_some() {
        out.push_str("<path stroke=\"var(--ink)\" d=\"");
        push_path(&mut out, observed().map(|point| (plot.x(point.0), plot.y(point.1))));
        out.push_str("\"/>");
    }
    if let Some(last) = observed().next_back() {
        out.push_str("<circle r=\"2\" fill=\"var(--ink)\" cx=\"");
        push_tenth(&mut out, plot.x(last.0));
        out.push_str("\" cy=\"");
        push_tenth(&mut out, plot.y(last.1));
        out.push_str("\"/>");
    }
    if marks().next().is_some() {
        out.push_str("<path stroke=\"var(--goal)\" stroke-width=\"2\" d=\"");
        for mark in marks() {
            let (x, y) = (plot.x(mark.0), plot.y(mark.1));
            push_path(
                &mut out,
                [((x - HALF_MARK).max(0.0), y), ((x + HALF_MARK).min(plot.right), y)].into_iter(),
            );
        }
        out.push_str("\"/>");
    }
    out.push_str("</svg>");
    Ok(out)
}

fn checked(chart: &SparkChart<'_>) -> Result<(), ChartError> {
    check::years(chart.first_year, chart.last_year)?;
    check::size(f64::from(chart.width), 16.0, "width")?;
    check::size(f64::from(chart.height), 12.0, "height")?;
    check::sequence(chart.observed.iter().map(|point| point.0), false, "observed")?;
    check::sequence(chart.projected.iter().map(|year| year.year), true, "projected")?;
    for point in chart.observed {
        check::number(point.1, "observed")?;
    }
    for year in chart.projected {
        check::number(year.median, "projected.median")?;
        check::ordered(year.lower, year.upper, "projected.80")?;
    }
    for mark in chart.marks {
        check::number(mark.1, "marks")?;
    }
    Ok(())
}

fn push_path(out: &mut String, places: impl Iterator<Item = (f64, f64)>) {
    for (index, (x, y)) in places.enumerate() {
        out.push(if index == 0 { 'M' } else { 'L' });
        push_tenth(out, x);
        out.push(' ');
        push_tenth(out, y);
    }
}
