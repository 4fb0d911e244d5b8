//! Prints the median time of a drawing and its size: `cargo run --release -p chart --example speed`.

#[path = "../tests/it/cases.rs"]
mod cases;

use std::hint::black_box;
use std::time::Instant;

use chart::{SparkChart, SparkYear};

fn main() -> Result<(), chart::ChartError> {
    for chart in cases::all().into_iter().chain([cases::small(cases::life())]) {
        let mut times = Vec::new();
        let mut bytes = 0;
        for _ in 0..2001 {
            let start = Instant::now();
            bytes = black_box(chart::fan_svg(black_box(&chart), &cases::vietnamese)?).len();
            times.push(start.elapsed().as_nanos());
        }
        times.sort_unstable();
        println!(
            "{:12} {:6.1} µs {bytes:6} bytes",
            chart.id,
            times[times.len() / 2] as f64 / 1000.0
        );
    }
    let projected: Vec<SparkYear> = cases::life()
        .projected
        .iter()
        .map(|year| SparkYear {
            year: year.year,
            median: year.median,
            lower: year.bands[1].0,
            upper: year.bands[1].1,
        })
        .collect();
    let spark = SparkChart {
        first_year: 2015,
        last_year: 2035,
        observed: &[(2017, 74.1), (2019, 74.3), (2022, 74.4)],
        projected: &projected,
        marks: &[(2025, 75.0), (2030, 76.0)],
        inverse: false,
        width: 120.0,
        height: 28.0,
    };
    let start = Instant::now();
    let mut bytes = 0;
    for _ in 0..4500 {
        bytes = black_box(chart::sparkline_svg(black_box(&spark))?).len();
    }
    println!(
        "{:12} {:6.1} µs {bytes:6} bytes",
        "45 sparks",
        start.elapsed().as_nanos() as f64 / 100_000.0
    );
    Ok(())
}
