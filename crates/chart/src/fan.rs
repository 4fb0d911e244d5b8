//! The chart of a target: what was observed, the fan of a projection, what the plan asks. It must not compute any of
//! them; it puts them in their places.

use crate::check;
use crate::clip::{Place, clipped};
use crate::colours::Paint;
use crate::error::ChartError;
use crate::geometry::Geometry;
use crate::input::{FanChart, ObservedPoint, OtherPath, PointMark, ProjectedYear};
use crate::labels::{Obstacles, Room, Wanted, beside_marks};
use crate::layout::{Layout, font_size, lay_out};
use crate::names::{OTHERS, draw_names, draw_unit};
use crate::parts::{Anchor, Drawing, exchanged};
use crate::text::ems;

/// How opaque the bands are, the 50 % one first. They lie upon one another.
const BAND_OPACITY: [&str; 3] = ["0.18", "0.14", "0.1"];
const GOAL_ALPHA: u8 = 51;

/// The drawing as SVG text. `format` words a tick with a number of decimals.
pub fn fan_svg(chart: &FanChart, format: &dyn Fn(f64, usize) -> String) -> Result<String, ChartError> {
    fan_drawing(chart, format).map(|(svg, _)| svg)
}

/// The drawing as SVG text, and where years and values are on it.
pub fn fan_drawing(chart: &FanChart, format: &dyn Fn(f64, usize) -> String) -> Result<(String, Geometry), ChartError> {
    check::fan(chart)?;
    let layout = lay_out(chart, format)?;
    let plot = &layout.geometry;
    let mut drawing = Drawing::default();
    // Apart: another scale has other lines and numbers, and the same years.
    drawing.group(|values| draw_values(values, &layout));
    drawing.group(|years| draw_years(years, &layout));
    drawing.group(|bands| draw_bands(bands, chart, plot));
    let wanted = draw_goals(&mut drawing, chart, &layout);
    let others = draw_others(&mut drawing, chart, plot);
    let paces = draw_paces(&mut drawing, chart, plot);
    let median = median(chart, plot);
    drawing.group(|group| draw_median(group, &median));
    let observed: Vec<Place> = shown_points(chart, plot).map(|(_, place)| place).collect();
    drawing.path(&observed, Paint::Ink, 2.0, None);
    draw_points(&mut drawing, chart, &layout);
    let mut words = draw_unit(&mut drawing, chart, layout.size);
    drawing.group(|names| words.extend(draw_names(names, chart, plot, layout.size)));
    drawing.group(|labels| {
        let lines: Vec<Vec<Place>> = [median, observed].into_iter().chain(others).chain(paces).collect();
        draw_goal_labels(labels, chart, &layout, &wanted, &words, &lines);
    });
    let (width, height) = (f64::from(chart.width), f64::from(chart.height));
    let svg = drawing.finish(&chart.id, width, height, &chart.labels.title, &chart.labels.description);
    Ok((svg, layout.geometry))
}

/// The groups of a drawing that hold the fan: bands, median, the names at its end.
const FAN_GROUPS: [usize; 3] = [2, 3, 4];

/// `svg`, a drawing with this `plot` of a chart that differs from `chart` in nothing but its fan, with the fan of `chart` in
/// it: much less work than a drawing of its own, and a scale that stays, for whoever moves a lever. What is asked keeps its
/// labels where they are. None where the median would leave the plot, or `chart` cannot be drawn.
pub fn fan_moved(svg: &str, plot: &Geometry, chart: &FanChart) -> Option<String> {
    let is_in_plot = |year: &ProjectedYear| !plot.shows(year.year) || (plot.low..=plot.high).contains(&year.median);
    if !chart.projected.iter().all(is_in_plot) {
        return None;
    }
    check::fan(chart).ok()?;
    let group = |draw: &dyn Fn(&mut Drawing)| {
        let mut drawing = Drawing::default();
        draw(&mut drawing);
        drawing.piece()
    };
    let drawn = [
        group(&|bands| draw_bands(bands, chart, plot)),
        group(&|group| draw_median(group, &median(chart, plot))),
        group(&|names| _ = draw_names(names, chart, plot, font_size(chart))),
    ];
    exchanged(svg, FAN_GROUPS, &drawn)
}

fn draw_values(drawing: &mut Drawing, layout: &Layout) {
    let plot = &layout.geometry;
    for (value, _) in &layout.ticks {
        let y = plot.y(*value);
        drawing.line((plot.left, y), (plot.right, y), Paint::Rule, 1.0);
    }
    for (value, words) in &layout.ticks {
        let at = (plot.left - layout.gap, plot.y(*value) + layout.size * 0.35);
        drawing.text(words, at, Anchor::End, layout.size, Paint::Soft, false);
    }
}

fn draw_years(drawing: &mut Drawing, layout: &Layout) {
    let plot = &layout.geometry;
    for year in &layout.years {
        let x = plot.x(f64::from(*year));
        drawing.line((x, plot.bottom), (x, plot.bottom + 4.0), Paint::Rule, 1.0);
    }
    for year in &layout.years {
        let at = (plot.x(f64::from(*year)), plot.bottom + 8.0 + layout.size);
        drawing.text(&year.to_string(), at, Anchor::Middle, layout.size, Paint::Soft, false);
    }
}

/// The places of one bound or of the median, cut off at the edges of the plot.
fn course(chart: &FanChart, plot: &Geometry, value: impl Fn(&ProjectedYear) -> f64) -> Vec<Place> {
    let shown = chart.projected.iter().filter(|year| plot.shows(year.year));
    let line: Vec<Place> = shown
        .map(|year| (plot.x(f64::from(year.year)), plot.open_y(value(year))))
        .collect();
    clipped(&line, plot.top, plot.bottom)
}

/// The bands, widest first.
fn draw_bands(drawing: &mut Drawing, chart: &FanChart, plot: &Geometry) {
    if chart
        .projected
        .iter()
        .filter(|year| plot.shows(year.year))
        .nth(1)
        .is_none()
    {
        return;
    }
    for band in [2, 1, 0].into_iter().filter(|band| chart.shows.bands[*band]) {
        let mut outline = course(chart, plot, |year| year.bands[band].1);
        outline.extend(course(chart, plot, |year| year.bands[band].0).into_iter().rev());
        drawing.moving_area(&outline, Paint::Fan, BAND_OPACITY[band]);
    }
}

/// The places of the median, where it is shown.
fn median(chart: &FanChart, plot: &Geometry) -> Vec<Place> {
    if chart.shows.median {
        course(chart, plot, |year| year.median)
    } else {
        Vec::new()
    }
}

fn draw_median(drawing: &mut Drawing, median: &[Place]) {
    drawing.moving_path(median, Paint::Fan, 2.0, "5 4");
}

/// Dotted, since nobody expects them. Returns the places of each.
fn draw_paces(drawing: &mut Drawing, chart: &FanChart, plot: &Geometry) -> Vec<Vec<Place>> {
    let paces = chart.paces.iter().filter(|_| chart.shows.paces);
    let line = |pace: &Vec<(i16, f64)>| {
        let shown = pace.iter().filter(|(year, _)| plot.shows(*year));
        let line: Vec<Place> = shown
            .map(|(year, value)| (plot.x(f64::from(*year)), plot.open_y(*value)))
            .collect();
        let line = clipped(&line, plot.top, plot.bottom);
        drawing.path(&line, Paint::Goal, 1.5, Some("1.5 4"));
        line
    };
    paces.map(line).collect()
}

/// Returns the places of their medians.
fn draw_others(drawing: &mut Drawing, chart: &FanChart, plot: &Geometry) -> Vec<Vec<Place>> {
    let line = |(other, (paint, dash)): (&OtherPath, (Paint, &str))| {
        let shown = other.years.iter().filter(|(year, _)| plot.shows(*year));
        let line: Vec<Place> = shown
            .map(|(year, median)| (plot.x(f64::from(*year)), plot.y(*median)))
            .collect();
        drawing.path(&line, paint, 2.0, Some(dash));
        line
    };
    chart.others.iter().zip(OTHERS).map(line).collect()
}

fn shown_points<'a>(chart: &'a FanChart, plot: &'a Geometry) -> impl Iterator<Item = (&'a ObservedPoint, Place)> + 'a {
    let shown = chart.observed.iter();
    let shown = shown.filter(|point| chart.shows.observed && plot.shows(point.year));
    shown.map(|point| (point, (plot.x(f64::from(point.year)), plot.y(point.value))))
}

fn draw_points(drawing: &mut Drawing, chart: &FanChart, layout: &Layout) {
    let radius = layout.radius;
    for (point, (x, y)) in shown_points(chart, &layout.geometry) {
        match point.mark {
            PointMark::Final => drawing.circle((x, y), radius, Paint::Ink, Paint::Ink),
            PointMark::Preliminary => drawing.circle((x, y), radius, Paint::Ink, Paint::Paper),
            PointMark::Estimate => {
                let reach = radius * 1.35;
                let outline = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
                drawing.outlined(&outline, Paint::Ink, Paint::Paper);
            }
            PointMark::User => {
                let reach = radius * 1.15;
                let outline = [
                    (x - reach, y - reach),
                    (x + reach, y - reach),
                    (x + reach, y + reach),
                    (x - reach, y + reach),
                ];
                drawing.outlined(&outline, Paint::Paper, Paint::Fan);
            }
        }
    }
}

/// What is asked: a short line, or a band for a range. Returns the rooms labels have to stand beside.
fn draw_goals(drawing: &mut Drawing, chart: &FanChart, layout: &Layout) -> Vec<(usize, Wanted)> {
    let plot = &layout.geometry;
    let mut wanted = Vec::with_capacity(chart.marks.len());
    let shown = chart.marks.iter().enumerate();
    for (index, mark) in shown.filter(|(_, mark)| chart.shows.marks && plot.shows(mark.year)) {
        let x = plot.x(f64::from(mark.year));
        // Shortened at the ends of the plot, where words stand beside it.
        let (left, right) = (
            (x - layout.half_mark).max(plot.left - 4.0),
            (x + layout.half_mark).min(plot.right + 4.0),
        );
        let (one, other) = (plot.y(mark.from), plot.y(mark.to.unwrap_or(mark.from)));
        let (top, bottom) = (one.min(other), one.max(other));
        if mark.to.is_some() {
            drawing.area(
                &[(left, top), (right, top), (right, bottom), (left, bottom)],
                Paint::Goal,
                GOAL_ALPHA,
            );
            drawing.line((left, top), (right, top), Paint::Goal, 2.0);
            drawing.line((left, bottom), (right, bottom), Paint::Goal, 2.0);
        } else {
            drawing.line((left, top), (right, top), Paint::Goal, 3.0);
        }
        let width = ems(&mark.label) * layout.size * 1.08;
        wanted.push((
            index,
            Wanted {
                mark: Room {
                    left,
                    top: top - 1.5,
                    right,
                    bottom: bottom + 1.5,
                },
                width,
            },
        ));
    }
    wanted
}

fn draw_goal_labels(
    drawing: &mut Drawing,
    chart: &FanChart,
    layout: &Layout,
    wanted: &[(usize, Wanted)],
    words: &[Room],
    lines: &[Vec<Place>],
) {
    let plot = &layout.geometry;
    let reach = layout.radius + 2.0;
    let points: Vec<Room> = shown_points(chart, plot)
        .map(|(_, (x, y))| Room {
            left: x - reach,
            top: y - reach,
            right: x + reach,
            bottom: y + reach,
        })
        .collect();
    let rules: Vec<f64> = layout.ticks.iter().map(|(value, _)| plot.y(*value)).collect();
    let obstacles = Obstacles {
        frame: Room {
            left: plot.left - 4.0,
            top: 0.0,
            right: plot.width - 1.0,
            bottom: plot.bottom,
        },
        words,
        points: &points,
        lines,
        rules: &rules,
    };
    let rooms: Vec<Wanted> = wanted.iter().map(|(_, wanted)| *wanted).collect();
    let places = beside_marks(&rooms, &obstacles, layout.size);
    for ((index, _), at) in wanted.iter().zip(places) {
        drawing.text(
            &chart.marks[*index].label,
            at,
            Anchor::Middle,
            layout.size,
            Paint::Goal,
            true,
        );
    }
}
