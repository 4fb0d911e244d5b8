//! Prints the median time of a drawing and its size: `cargo run --release -p chart --example speed`.

#[path = "../tests/it/cases.rs"]
mod cases;

use std::hint::black_box;
use std::time::Instant;

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
    Ok(())
}
