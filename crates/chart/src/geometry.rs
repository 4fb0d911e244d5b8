//! Where years and values are on a drawing. It must not know what is drawn there.

/// The plot of a drawing, in the units of its `viewBox`, so that a page can put a read-out over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Geometry {
    pub width: f64,
    pub height: f64,
    /// The plot: years from `left` to `right`, values between `top` and `bottom`.
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    pub first_year: i16,
    pub last_year: i16,
    /// The values at the two ends of the vertical axis.
    pub low: f64,
    pub high: f64,
    /// The lowest value is at the top.
    pub inverse: bool,
}

impl Geometry {
    /// The horizontal place of a year.
    pub fn x(&self, year: f64) -> f64 {
        let years = f64::from(self.last_year) - f64::from(self.first_year);
        self.left + (year - f64::from(self.first_year)) / years * (self.right - self.left)
    }

    /// The vertical place of a value; one beyond the axis is put at its end.
    pub fn y(&self, value: f64) -> f64 {
        self.open_y(value).clamp(self.top, self.bottom)
    }

    /// The year nearest to a horizontal place, within the years drawn.
    pub fn year_at(&self, x: f64) -> i16 {
        let years = f64::from(self.last_year) - f64::from(self.first_year);
        let share = ((x - self.left) / (self.right - self.left)).clamp(0.0, 1.0);
        // The cast turns what is no number into 0, the first year; the sum is never past the last.
        (i32::from(self.first_year) + (share * years).round() as i32) as i16
    }

    /// The vertical place of a value, also beyond the plot.
    pub(crate) fn open_y(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        let share = if self.inverse { share } else { 1.0 - share };
        self.top + share * (self.bottom - self.top)
    }

    pub(crate) fn shows(&self, year: i16) -> bool {
        (self.first_year..=self.last_year).contains(&year)
    }
}
