//! The values of one target over a block of draws, a row a year.
//!
//! Rows that nobody looks at are passed through but not filled. Must not know how a value comes about.

/// A block of paths.
pub(crate) struct Block<const N: usize> {
    first_year: i16,
    wanted: Vec<bool>,
    rows: Vec<[f64; N]>,
}

impl<const N: usize> Block<N> {
    /// Room for one row a year from `first_year` on; `wanted` says which are looked at.
    pub fn new(first_year: i16, wanted: Vec<bool>) -> Self {
        let rows = vec![[0.0; N]; wanted.len()];
        Self {
            first_year,
            wanted,
            rows,
        }
    }

    /// Year, row and whether it is wanted, up to the last wanted year.
    pub fn rows_mut(&mut self) -> impl Iterator<Item = (i16, &mut [f64; N], bool)> {
        let end = self
            .wanted
            .iter()
            .rposition(|wanted| *wanted)
            .map_or(0, |last| last + 1);
        let years = self.first_year..=i16::MAX;
        years
            .zip(self.rows.iter_mut().zip(&self.wanted))
            .take(end)
            .map(|(year, (row, wanted))| (year, row, *wanted))
    }

    /// The row of a year.
    pub fn row(&self, year: i16) -> Option<&[f64; N]> {
        let index = usize::try_from(i32::from(year) - i32::from(self.first_year)).ok()?;
        self.rows.get(index)
    }
}
