//! The distributions the closed forms need. Own code because the kept crates call the platform's `exp` and `ln`,
//! which differ in the last bit between a native build and wasm; checked against published values (vector D03).

mod beta;
mod count;
mod normal;
mod student;

pub use beta::Beta;
pub use count::Count;
pub(crate) use normal::{CENTRE, MIDDLE, centre, ln_normal, middle_size, tail_size};
pub use normal::{normal_cdf, normal_quantile};
pub use student::StudentT;
