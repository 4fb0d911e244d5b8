//! Projections to SVG text through charts-rs.
