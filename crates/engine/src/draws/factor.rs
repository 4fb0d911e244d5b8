//! What all targets share: the common factor of their yearly shocks, and the years in which a crisis strikes.

use super::COMMON;
use super::block::{BLOCK, Numbers, Source};
use super::philox::Key;

/// How the common factor moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Common {
    /// ρ_f: correlation of one year's factor with the next year's, in 0..1.
    pub persistence: f64,
    /// Its first year, where it starts in its long-run distribution.
    pub first_year: i16,
    /// Its last year.
    pub last_year: i16,
    /// Probability of a crisis in a year, a fraction; 0 for none.
    pub crisis_probability: f64,
}

/// The factor and the crises of every year, for all draws.
#[derive(Debug, Clone, PartialEq)]
pub struct CommonYears {
    first_year: i16,
    /// By year, then by draw; whole blocks.
    factor: Vec<Vec<f64>>,
    /// By year, then by draw: whether one strikes. Empty without crises.
    crises: Vec<Vec<bool>>,
}

impl CommonYears {
    /// Draws them: f_first = ξ, then f = ρ f + √(1 − ρ²) ξ.
    #[must_use]
    pub fn draw(common: &Common, key: Key, draws: u32) -> Self {
        let years = common.first_year..=common.last_year;
        let blocks = draws.div_ceil(BLOCK_DRAWS);
        let fresh = libm::sqrt(1.0 - common.persistence * common.persistence);
        let mut factor: Vec<Vec<f64>> = Vec::new();
        let mut crises = Vec::new();
        for year in years {
            let calendar = u32::from(year.unsigned_abs());
            let mut values: Vec<f64> = Vec::with_capacity((blocks * BLOCK_DRAWS) as usize);
            let mut strikes = Vec::new();
            for block in 0..blocks {
                let source = Source {
                    key,
                    first_draw: block * BLOCK_DRAWS,
                    indicator: COMMON,
                };
                let mut numbers: Numbers = [0.0; BLOCK];
                source.normals(calendar, 0, &mut numbers);
                values.extend_from_slice(&numbers);
                if common.crisis_probability > 0.0 {
                    source.uniforms(calendar, 1, &mut numbers);
                    strikes.extend(numbers.iter().map(|number| *number < common.crisis_probability));
                }
            }
            if let Some(before) = factor.last() {
                for (value, before) in values.iter_mut().zip(before) {
                    *value = common.persistence * before + fresh * *value;
                }
            }
            factor.push(values);
            if common.crisis_probability > 0.0 {
                crises.push(strikes);
            }
        }
        Self {
            first_year: common.first_year,
            factor,
            crises,
        }
    }

    /// The factor of `year` from draw `first` on; empty outside its years.
    pub(super) fn factor(&self, year: i16, first: usize) -> &[f64] {
        self.place(year)
            .and_then(|place| self.factor.get(place))
            .and_then(|values| values.get(first..))
            .unwrap_or_default()
    }

    /// Whether a crisis strikes in `year`, from draw `first` on; empty without crises.
    pub(super) fn crises(&self, year: i16, first: usize) -> &[bool] {
        self.place(year)
            .and_then(|place| self.crises.get(place))
            .and_then(|strikes| strikes.get(first..))
            .unwrap_or_default()
    }

    fn place(&self, year: i16) -> Option<usize> {
        usize::try_from(year.checked_sub(self.first_year)?).ok()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a few hundred")]
pub(super) const BLOCK_DRAWS: u32 = BLOCK as u32;
