//! Ordinary least squares through a series: a description and a cross-check, never the forecast fan, because it assumes
//! independent errors around a fixed line and its intervals are far too narrow.

use crate::drift::check_points;
use crate::error::{InputError, InputField, Problem};

/// A fitted line z = intercept + slope · (year − last year).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendLine {
    /// z on the line in the last observed year.
    pub intercept: f64,
    /// Change a year.
    pub slope: f64,
    /// Residual standard error, with n − 2 degrees of freedom.
    pub residual: f64,
    /// Degrees of freedom, n − 2.
    pub degrees: f64,
    last_year: i16,
    count: f64,
    mean_year: f64,
    year_squares: f64,
}

impl TrendLine {
    /// Fits a line to `points` (year, z), years increasing.
    ///
    /// # Errors
    /// Fewer than three points (no residual), values that are not finite, years that do not increase.
    pub fn fit(points: &[(i16, f64)]) -> Result<Self, InputError> {
        check_points(points)?;
        let Some(&(last_year, _)) = points.last() else {
            return Err(InputError::new(InputField::ObservationValue, Problem::Empty));
        };
        if points.len() < 3 {
            return Err(InputError::new(InputField::ObservationValue, Problem::Empty));
        }
        #[expect(clippy::cast_precision_loss, reason = "a series has a few dozen points")]
        let count = points.len() as f64;
        let centred = |year: i16| f64::from(year) - f64::from(last_year);
        let mean_year = points.iter().map(|(year, _)| centred(*year)).sum::<f64>() / count;
        let mean = points.iter().map(|(_, z)| z).sum::<f64>() / count;
        let (mut year_squares, mut products) = (0.0, 0.0);
        for (year, z) in points {
            let x = centred(*year) - mean_year;
            year_squares += x * x;
            products += x * (z - mean);
        }
        let slope = products / year_squares;
        let intercept = mean - slope * mean_year;
        let squares = points
            .iter()
            .map(|(year, z)| {
                let error = z - intercept - slope * centred(*year);
                error * error
            })
            .sum::<f64>();
        let degrees = count - 2.0;
        let residual = libm::sqrt(squares / degrees);
        Ok(Self {
            intercept,
            slope,
            residual,
            degrees,
            last_year,
            count,
            mean_year,
            year_squares,
        })
    }

    /// z on the line in `year`, and the scale of a prediction interval around it.
    #[must_use]
    pub fn predict(&self, year: i16) -> (f64, f64) {
        let x = f64::from(year) - f64::from(self.last_year);
        let distance = x - self.mean_year;
        let scale = self.residual * libm::sqrt(1.0 + 1.0 / self.count + distance * distance / self.year_squares);
        (self.intercept + self.slope * x, scale)
    }
}
