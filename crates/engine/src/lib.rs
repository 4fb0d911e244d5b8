//! Pure projections of plan targets.
