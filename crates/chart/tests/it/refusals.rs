//! What cannot be drawn is refused by name, and what can be drawn is drawn whatever the numbers are.

use crate::cases;

use chart::{ChartError, FanChart, ObservedPoint, PointMark, ProjectedYear, Shows, TargetMark, fan_drawing, fan_svg};
use proptest::prelude::*;

fn refused(change: impl FnOnce(&mut FanChart)) -> ChartError {
    let mut chart = cases::life();
    change(&mut chart);
    fan_svg(&chart, &cases::vietnamese).expect_err("a chart that cannot be drawn")
}

#[test]
fn the_field_is_named() {
    assert_eq!(
        refused(|chart| chart.last_year = 2015),
        ChartError::Years {
            first: 2015,
            last: 2015
        }
    );
    assert_eq!(
        refused(|chart| chart.width = f32::NAN),
        ChartError::Size { field: "width" }
    );
    assert_eq!(
        refused(|chart| chart.height = 3.0),
        ChartError::Size { field: "height" }
    );
    assert_eq!(refused(|chart| chart.id = "1 a".to_owned()), ChartError::Id);
    assert_eq!(
        refused(|chart| chart.observed[1].value = f64::NAN),
        ChartError::NotFinite { field: "observed" }
    );
    assert_eq!(
        refused(|chart| chart.marks[0].from = 1e16),
        ChartError::TooLarge { field: "marks" }
    );
    assert_eq!(
        refused(|chart| chart.marks[0].to = Some(1.0)),
        ChartError::Order { field: "marks" }
    );
    assert_eq!(
        refused(|chart| chart.observed.swap(0, 1)),
        ChartError::Sequence {
            field: "observed",
            year: 2017
        }
    );
    let gap = |chart: &mut FanChart| {
        chart.projected.remove(3);
    };
    assert_eq!(
        refused(gap),
        ChartError::Sequence {
            field: "projected",
            year: 2026
        }
    );
    assert_eq!(
        refused(|chart| chart.projected[4].bands[1] = (2.0, 1.0)),
        ChartError::Order { field: "projected.80" }
    );
    assert_eq!(
        refused(|chart| chart.projected[4].median = f64::INFINITY),
        ChartError::NotFinite {
            field: "projected.median"
        }
    );
    assert_eq!(
        refused(|chart| (chart.floor, chart.ceil) = (Some(1.0), Some(1.0))),
        ChartError::Order { field: "floor" }
    );
    let nothing = |chart: &mut FanChart| {
        chart.observed.clear();
        chart.projected.clear();
        chart.marks.clear();
    };
    assert_eq!(refused(nothing), ChartError::Empty);
    assert_eq!(
        refused(|chart| (chart.first_year, chart.last_year) = (1900, 1950)),
        ChartError::Empty
    );
}

#[test]
fn the_page_finds_its_way() {
    let (_, plot) = fan_drawing(&cases::rank(), &cases::vietnamese).expect("a sample chart");
    assert!(plot.y(1.0) < plot.y(10.0), "ranks rise downwards");
    for year in 2015..=2035 {
        assert_eq!(plot.year_at(plot.x(f64::from(year))), year);
    }
    assert_eq!(plot.y(1e9), plot.bottom);
    assert_eq!(plot.year_at(f64::NAN), 2015);
    assert_eq!(plot.year_at(-1e300), 2015);
}

/// Every tag closed in order, every attribute quoted, and no bare `&` or `<`: what this crate's markup has to fulfil.
fn well_formed(svg: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        if rest[..start].contains('>') || (open.is_empty() && start > 0) {
            return false;
        }
        let Some(length) = rest[start..].find('>') else {
            return false;
        };
        let tag = &rest[start + 1..start + length];
        if !tag.matches('"').count().is_multiple_of(2) || tag.contains('<') {
            return false;
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or(tag));
        }
        rest = &rest[start + length + 1..];
    }
    let entities = ["amp;", "lt;", "gt;", "quot;", "#39;"];
    let escaped = svg
        .split('&')
        .skip(1)
        .all(|after| entities.iter().any(|entity| after.starts_with(entity)));
    open.is_empty() && rest.is_empty() && escaped
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        -1e15..1e15f64,
        -200.0..200.0f64,
        -1e-6..1e-6f64,
        Just(0.0),
        Just(-0.0),
        Just(1e15),
        Just(-1e15),
        Just(f64::MIN_POSITIVE),
    ]
}

prop_compose! {
    fn any_chart()(
        first in prop_oneof![1990i16..2030, Just(i16::MIN)],
        years in prop_oneof![1i16..60, Just(i16::MAX)],
        observed in prop::collection::vec((1i16..4, value(), 0usize..4), 0..20),
        from in -3i16..30,
        projected in prop::collection::vec((value(), prop::array::uniform6(value())), 0..30),
        marks in prop::collection::vec((-2i16..40, value(), prop::option::of(value()), ".{0,30}"), 0..4),
        pace in prop::collection::vec((1i16..4, value()), 0..6),
        shows in prop::array::uniform7(any::<bool>()),
        inverse: bool,
        floor in prop::option::of(value()),
        ceil in prop::option::of(value()),
        decimals in 0u8..=255,
        size in (160.0f32..1200.0, 120.0f32..800.0),
        words in prop::array::uniform5(".{0,12}"),
        compact_axis: bool,
        axis_before in prop::option::of((value(), value())),
    ) -> FanChart {
        let kinds = [PointMark::Final, PointMark::Preliminary, PointMark::Estimate, PointMark::User];
        let mut year = first;
        let observed = observed.into_iter().map(|(step, value, kind)| {
            year = year.saturating_add(step);
            ObservedPoint { year, value, mark: kinds[kind] }
        });
        let projected = projected.into_iter().zip(0i16..).map(|((median, ends), index)| ProjectedYear {
            year: first.saturating_add(from).saturating_add(index),
            median,
            bands: [0, 2, 4].map(|end| (ends[end].min(ends[end + 1]), ends[end].max(ends[end + 1]))),
        });
        let marks = marks.into_iter().map(|(year, one, other, label)| TargetMark {
            year: first.saturating_add(year),
            from: other.map_or(one, |other| one.min(other)),
            to: other.map(|other| one.max(other)),
            label,
        });
        let mut pace_year = first;
        let pace = pace.into_iter().map(|(step, value)| {
            pace_year = pace_year.saturating_add(step);
            (pace_year, value)
        });
        let [title, description, median, unit, band] = words;
        let bounded = floor.zip(ceil).is_none_or(|(floor, ceil)| floor < ceil);
        FanChart {
            others: Vec::new(),
            id: "any".to_owned(),
            first_year: first,
            last_year: first.saturating_add(years),
            observed: observed.collect(),
            projected: projected.collect(),
            marks: marks.collect(),
            paces: vec![pace.collect()],
            shows: Shows {
                observed: shows[0],
                median: shows[1],
                bands: [shows[2], shows[3], shows[4]],
                marks: shows[5],
                paces: shows[6],
            },
            inverse,
            floor: floor.filter(|_| bounded),
            ceil: ceil.filter(|_| bounded),
            axis_before,
            decimals,
            labels: chart::Labels { title, description, median, bands: [band.clone(), band.clone(), band], unit },
            width: size.0,
            height: size.1,
            compact_axis,
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_finite_is_drawn(chart in any_chart()) {
        match fan_svg(&chart, &cases::vietnamese) {
            Ok(svg) => {
                prop_assert!(well_formed(&svg), "{svg}");
                let markup: String = svg.split('<').filter_map(|part| part.split('>').next()).collect();
                prop_assert!(!markup.contains("NaN") && !markup.contains("inf"), "{svg}");
                let (_, plot) = fan_drawing(&chart, &cases::vietnamese).expect("drawn just now");
                prop_assert!(plot.left < plot.right && plot.top < plot.bottom && plot.low < plot.high, "{plot:?}");
                prop_assert!(plot.right < plot.width && plot.bottom < plot.height, "{plot:?}");
            }
            Err(error) => prop_assert!(error == ChartError::Empty, "{error}"),
        }
    }

    #[test]
    fn a_bound_is_never_passed(chart in any_chart()) {
        if let Ok((_, plot)) = fan_drawing(&chart, &cases::vietnamese) {
            prop_assert!(chart.floor.is_none_or(|floor| plot.low >= floor), "{plot:?}");
            prop_assert!(chart.ceil.is_none_or(|ceil| plot.high <= ceil), "{plot:?}");
        }
    }
}
