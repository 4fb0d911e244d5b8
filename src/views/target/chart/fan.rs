//! A projection as the chart crate draws it.

use chart::{FanChart, Labels, ObservedPoint, PointMark, ProjectedYear, Shows, TargetMark};
use engine::{Attainment, FIRST_YEAR, Figure, LAST_YEAR, PaceUnit, Projection};
use plan::{Language, Status, Target, TargetKind};

use crate::words;

/// Where a milestone without a year is marked.
const UNDATED_MARK_YEAR: i16 = 2025;

/// How large a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Alone on a wide screen.
    Wide,
    /// Beside levers in a small window.
    Middle,
    /// Alone on a phone.
    Narrow,
    /// One of several.
    Small,
    /// Above its levers on a phone.
    Low,
}

impl Size {
    /// Width and height in the drawing's units.
    pub const fn units(self) -> (f32, f32) {
        match self {
            Self::Wide => (760.0, 380.0),
            Self::Middle => (580.0, 340.0),
            Self::Narrow => (358.0, 280.0),
            Self::Small => (388.0, 214.0),
            Self::Low => (358.0, 190.0),
        }
    }
}

/// The chart of `target`; ids inside the drawing start with `id`.
pub fn fan(target: &Target, projection: &Projection, id: &str, size: Size, language: Language) -> FanChart {
    FanChart {
        projected: projected(projection),
        ..frame(target, projection, id, size, language)
    }
}

/// The fan, from the newest figure on.
pub fn projected(projection: &Projection) -> Vec<ProjectedYear> {
    let start = projection
        .series
        .last()
        .filter(|_| !projection.path.is_empty())
        .map(|figure| ProjectedYear {
            year: figure.year,
            median: figure.value,
            bands: [(figure.value, figure.value); 3],
        });
    let path = projection.path.iter().map(|point| ProjectedYear {
        year: point.year,
        median: point.median,
        bands: point.bands.map(|band| (band.lower, band.upper)),
    });
    start.into_iter().chain(path).collect()
}

/// The chart without its fan.
pub fn frame(target: &Target, projection: &Projection, id: &str, size: Size, language: Language) -> FanChart {
    let (width, height) = size.units();
    let observed: Vec<ObservedPoint> = projection
        .series
        .figures
        .iter()
        .map(|figure| ObservedPoint {
            year: figure.year,
            value: figure.value,
            mark: mark(figure),
        })
        .collect();
    FanChart {
        id: id.to_string(),
        first_year: FIRST_YEAR,
        last_year: LAST_YEAR,
        projected: Vec::new(),
        others: Vec::new(),
        marks: marks(target, projection, language),
        paces: paces(projection),
        shows: Shows::default(),
        inverse: target.kind == TargetKind::Rank,
        floor: Some(target.unit.minimum),
        ceil: Some(target.unit.maximum),
        axis_before: None,
        decimals: target.unit.decimals,
        labels: Labels {
            title: target.name.get(language).to_string(),
            description: tr!(
                language,
                target.chart_description,
                name = target.name.get(language),
                observed = observed.len()
            )
            .to_string(),
            median: tr!(language, target.median).to_string(),
            bands: [String::new(), "80%".to_string(), String::new()],
            unit: String::new(),
        },
        observed,
        width,
        height,
        compact_axis: !matches!(size, Size::Wide | Size::Middle),
    }
}

/// The course at the pace that each milestone takes, from the figure it is counted from; none where it is reached.
fn paces(projection: &Projection) -> Vec<Vec<(i16, f64)>> {
    let course = |milestone: &engine::MilestoneResult| {
        let asked = milestone
            .required
            .filter(|_| milestone.attainment != Some(Attainment::Already))?;
        let year = milestone.year?;
        let mut before = projection.series.figures.iter().rev();
        let from = before.find(|figure| figure.year < year)?;
        let at = |year: i16| {
            let years = f64::from(year - from.year);
            match asked.unit {
                PaceUnit::PercentPerYear => from.value * (1.0 + asked.value / 100.0).powf(years),
                PaceUnit::UnitsPerYear => from.value + asked.value * years,
            }
        };
        Some((from.year..=year).map(|year| (year, at(year))).collect())
    };
    projection.milestones.iter().filter_map(course).collect()
}

/// What the plan asks. A yearly bar is asked every year, so it is marked at the plan's end where it has no year.
fn marks(target: &Target, projection: &Projection, language: Language) -> Vec<TargetMark> {
    let marks = projection.milestones.iter().filter_map(|milestone| {
        let threshold = milestone.threshold?;
        let value = words::rule(target, milestone.rule, Some(&threshold), language);
        let (year, label) = match milestone.year {
            Some(year) => (
                year,
                tr!(language, target.mark, year = year.to_string(), value = value).to_string(),
            ),
            None => (
                UNDATED_MARK_YEAR,
                tr!(language, target.mark_undated, value = value).to_string(),
            ),
        };
        Some(TargetMark {
            year,
            from: threshold.value,
            to: threshold.upper,
            label,
        })
    });
    marks.collect()
}

fn mark(figure: &Figure) -> PointMark {
    match figure.status() {
        Some(Status::Final) => PointMark::Final,
        Some(Status::Preliminary) => PointMark::Preliminary,
        Some(Status::Estimate) => PointMark::Estimate,
        None => PointMark::User,
    }
}
