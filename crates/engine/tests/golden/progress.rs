//! Progress so far, by four methods.

use crate::vector::Vector;

/// Checks the vector with `id`; false when it belongs elsewhere.
pub const fn check(_id: &str, _vector: &Vector) -> bool {
    false
}
