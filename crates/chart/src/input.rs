//! What a chart is made of: plain numbers and words. It must not compute anything.

/// Everything a chart of one target shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FanChart {
    /// Start of the ids inside the drawing; unique on a page. A letter, then letters, digits, `-` or `_`.
    pub id: String,
    /// The horizontal range. Years outside of it are not drawn and do not count for the vertical range.
    pub first_year: i16,
    pub last_year: i16,
    /// Rising in years; gaps are bridged by the line.
    pub observed: Vec<ObservedPoint>,
    /// Contiguous years, usually from the last observed one with bands of no width.
    pub projected: Vec<ProjectedYear>,
    /// Medians of other scenarios, beside the fan; at most three, each with a colour and a dash of its own.
    pub others: Vec<OtherPath>,
    pub marks: Vec<TargetMark>,
    /// Courses that would just reach what is asked: years that rise, with their values.
    pub paces: Vec<Vec<(i16, f64)>>,
    /// What of all this is drawn. The axes stay as if everything were.
    pub shows: Shows,
    /// Ranks: the lowest value at the top, and 1 the lowest unless `floor` says otherwise.
    pub inverse: bool,
    /// What the unit can never fall below or exceed; the axis ends there. What lies beyond is drawn at the edge.
    pub floor: Option<f64>,
    pub ceil: Option<f64>,
    /// The vertical axis drawn before, from its low to its high end. It stays while what has to be seen lies within it and
    /// takes half of it, so that a moved lever moves the fan and not the scale.
    pub axis_before: Option<(f64, f64)>,
    /// The most decimals a tick may have; 0 for people, communes or ranks.
    pub decimals: u8,
    pub labels: Labels,
    /// At least 160 × 120.
    pub width: f32,
    pub height: f32,
    /// Smaller type and points, for a phone.
    pub compact_axis: bool,
}

/// The parts of a chart that a reader can turn off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shows {
    pub observed: bool,
    pub median: bool,
    /// The bands of 50, 80 and 95 %.
    pub bands: [bool; 3],
    pub marks: bool,
    pub paces: bool,
}

impl Default for Shows {
    /// Everything.
    fn default() -> Self {
        Self {
            observed: true,
            median: true,
            bands: [true; 3],
            marks: true,
            paces: true,
        }
    }
}

/// An observed value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ObservedPoint {
    pub year: i16,
    pub value: f64,
    pub mark: PointMark,
}

/// How sure an observed value is; each has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointMark {
    /// A filled circle.
    Final,
    /// A hollow circle.
    Preliminary,
    /// A hollow diamond.
    Estimate,
    /// A square in the colour of the scenario.
    User,
}

/// A projected year: the median, and the bands that hold half, 80 % and 95 % of the outcomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProjectedYear {
    pub year: i16,
    pub median: f64,
    /// Lower and upper bound, the 50 % band first.
    pub bands: [(f64, f64); 3],
}

/// The median of another scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OtherPath {
    /// Its name at the end of the line; short.
    pub label: String,
    /// Years and medians, rising in years.
    pub years: Vec<(i16, f64)>,
}

/// What is asked for a year: one value, or a range.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetMark {
    pub year: i16,
    pub from: f64,
    pub to: Option<f64>,
    pub label: String,
}

/// The words of a chart, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// What a screen reader calls the drawing; not shown.
    pub title: String,
    /// What a screen reader says about it; not shown.
    pub description: String,
    pub median: String,
    /// The ends of the 50, 80 and 95 % bands; an empty one is left out.
    pub bands: [String; 3],
    /// Written above the vertical axis; empty for none.
    pub unit: String,
}
