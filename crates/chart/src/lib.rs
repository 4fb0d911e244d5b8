//! Projections to SVG text.
//!
//! Plain numbers go in, text comes out: this crate knows nothing of the plan, the engine or the page, and no type of
//! charts-rs leaves it. It must not read a clock, a locale or a font; numbers are worded by a function the caller
//! passes in, so that the same input gives the same bytes everywhere.
//!
//! Colours in the text are CSS custom properties (`--ink`, `--soft`, `--rule`, `--fan`, `--goal`, `--paper`, `--second`, `--third`, `--fourth`) in
//! presentation attributes, so a page turns dark without drawing again; [`resolve_colours`] puts real colours in for a
//! file. A page must not set `fill` on `svg text` in a style sheet, which would win over those attributes.

mod check;
mod clip;
mod colours;
mod error;
mod fan;
mod geometry;
mod input;
mod labels;
mod layout;
mod names;
mod parts;
mod sheet;
mod spark;
mod text;
mod ticks;

pub use colours::{Palette, resolve_colours};
pub use error::ChartError;
pub use fan::{fan_drawing, fan_moved, fan_svg};
pub use geometry::Geometry;
pub use input::{FanChart, Labels, ObservedPoint, OtherPath, PointMark, ProjectedYear, Shows, TargetMark};
pub use sheet::{SheetSize, sheet};
pub use spark::{SparkChart, SparkYear, sparkline_svg};
