//! The normals and uniforms of a block of draws, by name.
//!
//! Holds the work space of one block. Must not know what the numbers mean.

use super::normal::{Normals, uniform};
use super::philox::Counters;

/// Random numbers of the draws `first_draw`, `first_draw + 1`, ….
pub(crate) struct Source<const N: usize> {
    key: [u32; 2],
    first_draw: u32,
    /// Stream 0, which every year asks.
    yearly: Counters<N>,
    words: [[u32; N]; 2],
    further_words: [[u32; N]; 2],
    normals: Normals<N>,
}

impl<const N: usize> Source<N> {
    /// The numbers of a block under a key.
    pub fn new(first_draw: u32, key: [u32; 2]) -> Self {
        Self {
            key,
            first_draw,
            yearly: Counters::new(first_draw, 0, key),
            words: [[0; N]; 2],
            further_words: [[0; N]; 2],
            normals: Normals::new(),
        }
    }

    /// Goes on to another block.
    pub fn move_to(&mut self, first_draw: u32) {
        self.first_draw = first_draw;
        self.yearly = Counters::new(first_draw, 0, self.key);
    }

    /// The normals of a calendar year (stream 0, words 0–1).
    pub fn yearly(&mut self, indicator: u32, year: i16, z: &mut [f64; N]) {
        self.yearly.pair(indicator, counter_year(year), &mut self.words);
        self.normals.fill(&self.words, z);
    }

    /// The uniforms of a calendar year and a stream (words 0–1).
    pub fn uniforms(&mut self, indicator: u32, year: i16, stream: u32, u: &mut [f64; N]) {
        Counters::new(self.first_draw, stream, self.key).pair(indicator, counter_year(year), &mut self.words);
        let [w0, w1] = &self.words;
        for (u, (w0, w1)) in u.iter_mut().zip(w0.iter().zip(w1)) {
            *u = uniform(*w0, *w1);
        }
    }

    /// The auxiliary normals of a stream's words 0–1.
    pub fn auxiliary(&mut self, indicator: u32, stream: u32, z: &mut [f64; N]) {
        Counters::new(self.first_draw, stream, self.key).pair(indicator, 0, &mut self.words);
        self.normals.fill(&self.words, z);
    }

    /// The auxiliary normals of a stream's words 0–1 and 2–3.
    pub fn two_auxiliary(&mut self, indicator: u32, stream: u32, [first, second]: &mut [[f64; N]; 2]) {
        let counters = Counters::new(self.first_draw, stream, self.key);
        counters.block(indicator, 0, &mut self.words, &mut self.further_words);
        self.normals.fill(&self.words, first);
        self.normals.fill(&self.further_words, second);
    }
}

/// The counter's word for a calendar year.
fn counter_year(year: i16) -> u32 {
    i32::from(year).cast_unsigned()
}
