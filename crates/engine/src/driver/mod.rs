//! The identities behind a target: what its figure consists of. One may replace the path of its target.
//!
//! Only accounting: no equation says that one thing causes another. Every rate is an assumption handed in, a fraction a
//! year; steps are whole years. None where an identity is undefined.

mod chosen;
mod contributions;
mod enterprises;
mod growth;
mod households;
mod income;
mod stock;
mod units;
mod urban;

pub(crate) use chosen::path;
pub use chosen::{Identity, NeededFlow, of};
pub use contributions::{Contributions, FactorChange, contributions, logarithmic_mean};
pub use enterprises::{BusinessStocks, Conversion, entry_needed, steady_state};
pub use growth::{compounded, growth_rate};
pub use households::Connections;
pub use income::{Income, IncomePoint, IncomeSource};
pub use stock::{Stock, additions_needed, per, stock_for_ratio};
pub use units::{Units, units_needed};
pub use urban::{UrbanShare, difference_needed, growth_difference};
