//! How good forecasts were: scores of points, intervals and whole distributions.
