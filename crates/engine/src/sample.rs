//! Samples: quantiles and how precise a counted share is.
