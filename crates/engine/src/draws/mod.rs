//! Random draws that any machine repeats: addressed by seed, draw, indicator and year, in no order.
