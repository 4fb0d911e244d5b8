//! The identities behind a target: what its figure consists of.
