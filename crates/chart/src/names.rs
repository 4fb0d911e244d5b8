//! Words without a place of their own: the unit, and the names of the lines where they end. It must not draw a line.

use crate::clip::Place;
use crate::colours::Paint;
use crate::geometry::Geometry;
use crate::input::FanChart;
use crate::labels::{End, Room, stacked};
use crate::parts::{Anchor, Drawing};
use crate::text::ems;

/// How the medians of other scenarios are told apart: never by colour alone.
pub(crate) const OTHERS: [(Paint, &str); 3] = [
    (Paint::Second, "9 3"),
    (Paint::Third, "2 3"),
    (Paint::Fourth, "9 3 2 3"),
];

/// The unit above the axis. Returns the room it takes.
pub(crate) fn draw_unit(drawing: &mut Drawing, chart: &FanChart, size: f64) -> Vec<Room> {
    let unit = Some(&chart.labels.unit).filter(|unit| !unit.is_empty());
    unit.map(|unit| write(drawing, unit, (0.0, size), size, Paint::Soft))
        .into_iter()
        .collect()
}

/// The names of the lines at the end of the fan: the median before the bands, 80 % before the others. Returns the rooms
/// they take.
pub(crate) fn draw_names(drawing: &mut Drawing, chart: &FanChart, plot: &Geometry, size: f64) -> Vec<Room> {
    let mut rooms = Vec::new();
    let mut shown = chart.projected.iter().filter(|year| plot.shows(year.year));
    // Name, value and ink of every line that ends here, the most wanted first: rooms are given out in this order.
    let mut ends: Vec<(&str, f64, Paint)> = Vec::new();
    // The name of a line is found by its ink, also where lines end together; a band's name has nothing but its height.
    let gap = size + 1.0;
    let reach = |ink: Paint| if ink == Paint::Soft { gap } else { 4.0 * gap };
    let mut last_year = None;
    if let (Some(_), Some(last)) = (shown.next(), shown.next_back()) {
        last_year = Some(last.year);
        let [half, most, nearly_all] = &chart.labels.bands;
        let shows = chart.shows;
        let named = [
            (shows.median, &chart.labels.median, last.median, Paint::Fan),
            (shows.bands[1], most, last.bands[1].1, Paint::Soft),
            (shows.bands[0], half, last.bands[0].1, Paint::Soft),
            (shows.bands[2], nearly_all, last.bands[2].1, Paint::Soft),
        ];
        let named = named.into_iter().filter(|(is_shown, ..)| *is_shown);
        ends.extend(named.map(|(_, name, value, paint)| (name.as_str(), value, paint)));
    }
    for (place, (other, (paint, _))) in chart.others.iter().zip(OTHERS).enumerate() {
        if let Some((year, median)) = other.years.iter().rfind(|(year, _)| plot.shows(*year)) {
            last_year = last_year.max(Some(*year));
            // Before the bands: a line without its name says nothing.
            ends.insert(ends.len().min(1 + place), (&other.label, *median, paint));
        }
    }
    if let Some(year) = last_year {
        let heights = ends.iter().map(|(name, value, ink)| {
            let height = plot.open_y(*value);
            let reach = reach(*ink);
            // A bound beyond the plot has no end to name.
            (!name.is_empty() && (plot.top - 0.5..=plot.bottom + 0.5).contains(&height))
                .then_some(End { height, reach })
        });
        let x = plot.x(f64::from(year)) + 6.0;
        let heights = stacked(&heights.collect::<Vec<_>>(), plot.top, plot.bottom, gap);
        for ((name, _, ink), y) in ends.iter().zip(heights) {
            if let Some(y) = y {
                rooms.push(write(drawing, name, (x, y + size * 0.35), size, *ink));
            }
        }
    }
    rooms
}

/// Writes words from a place on and returns the room they take.
fn write(drawing: &mut Drawing, words: &str, (x, y): Place, size: f64, ink: Paint) -> Room {
    drawing.text(words, (x, y), Anchor::Start, size, ink, false);
    Room {
        left: x,
        top: y - size,
        right: x + ems(words) * size,
        bottom: y + size * 0.25,
    }
}
