//! Random numbers and simulated paths.
//!
//! The layout of the random numbers, `philox4x32-10/1` ([`RNG_ID`]): key = (seed's low half, seed's high half), counter =
//! (draw, indicator, year, stream). A number is named by its counter and by nothing else, so that two scenarios with the
//! same seed differ only where their assumptions do, and a shared link gives the same figures everywhere.
//!
//! | indicator | year | stream | words | what |
//! |---|---|---|---|---|
//! | a target's | calendar year | 0 | 0–1 | the target's own shock of that year; of counted units, the year's uniform |
//! | a target's | 0 | 1 | 0–1 | ξ, the error of the rate or of the level; of a deed, its one uniform |
//! | a target's | 0 | 1 | 2–3 | ξ′, the error of the long-run rate |
//! | a target's | 0 | 2 and up | 0–1, then 2–3 | the squared normals of χ²_ν, in order, two a block |
//! | [`FACTOR_ID`] | calendar year | 0 | 0–1 | the common factor's shock |
//! | [`FACTOR_ID`] | calendar year | 1 | 0–1 | the uniform that decides whether the year is a crisis |
//!
//! [`Simulation`] draws job after job in blocks that stay in the processor's nearest memory; only the hits of the events
//! are kept, and the paths of one chosen target. Any change to a number above is another [`RNG_ID`]. Since jobs know nothing
//! of each other, a changed job can be drawn alone and the others' hits be kept.
//!
//! The kernels are plain loops, each draw for itself, so that vector instructions change no bit. In wasm they carry
//! `target_feature(enable = "simd128")`, which makes simd128 a condition of the module and needs no flag of the build. A
//! compiler turns loops into vector instructions at optimisation levels 2 and 3 only, and with `lto = true` it is the level
//! of the final crate that counts, not that of this one.

mod auxiliary;
mod block;
mod crisis;
mod deed;
mod ensemble;
mod event;
mod factor;
mod fan;
mod hits;
mod job;
mod lanes;
mod normal;
mod philox;
mod simulation;
mod source;
mod units;
mod walk;
mod yearly;

pub use crisis::Crisis;
pub use deed::Deed;
pub use ensemble::{Ensemble, Joint, Outcome, joint};
pub use event::{Event, Side, When};
pub use factor::Factor;
pub use fan::{DOTS, FAN_PROBABILITIES, Fan, FanYear};
pub use hits::{Hits, Paired};
pub use job::{Job, Model};
pub use normal::{normal, uniform};
pub use philox::{key, philox};
pub use simulation::{MOST_DRAWS, Progress, Settings, Simulation};
pub use units::{MOST_UNITS, Units};
pub use walk::{Walk, WalkYear};
pub use yearly::Yearly;

/// The random numbers' name in links: generator and layout.
pub const RNG_ID: &str = "philox4x32-10/1";
/// The indicator id of what all targets share; no target has it.
pub const FACTOR_ID: u32 = u32::MAX;
