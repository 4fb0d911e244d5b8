//! Prints a page of all sample charts, light and dark, to look at: `cargo run -p chart --example gallery > gallery.html`.

#[path = "../tests/it/cases.rs"]
mod cases;

use chart::{SparkChart, SparkYear, fan_svg, sparkline_svg};

const LIGHT: &str = "--paper:#fffefb;--ink:#1a1d21;--soft:#565d66;--rule:#dedad0;--fan:#0a5a83;--goal:#9a4a06";
const DARK: &str = "--paper:#14171a;--ink:#eceae4;--soft:#a7adb5;--rule:#31363d;--fan:#6cb8e0;--goal:#f0a35e";

fn main() -> Result<(), chart::ChartError> {
    println!("<!doctype html><meta charset=utf-8><style>");
    println!("body{{margin:0;font-family:ui-sans-serif,system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif}}");
    println!("body{{font-variant-numeric:tabular-nums lining-nums;display:flex}}");
    println!("div{{background:var(--paper);padding:16px;width:1150px;display:flex;flex-wrap:wrap;gap:16px}}</style>");
    for (theme, tokens) in [("light", LIGHT), ("dark", DARK)] {
        println!("<div style=\"{tokens}\">");
        for mut chart in cases::all() {
            chart.id = format!("{theme}-{}", chart.id);
            if chart.width > 400.0 {
                println!("{}", fan_svg(&chart, &cases::vietnamese)?);
            }
            println!("{}", fan_svg(&cases::small(chart), &cases::vietnamese)?);
        }
        for chart in cases::all() {
            let observed: Vec<(i16, f64)> = chart.observed.iter().map(|point| (point.year, point.value)).collect();
            let projected = chart.projected.iter().map(|year| SparkYear {
                year: year.year,
                median: year.median,
                lower: year.bands[1].0,
                upper: year.bands[1].1,
            });
            let spark = SparkChart {
                first_year: chart.first_year,
                last_year: chart.last_year,
                observed: &observed,
                projected: &projected.collect::<Vec<_>>(),
                marks: &chart
                    .marks
                    .iter()
                    .map(|mark| (mark.year, mark.from))
                    .collect::<Vec<_>>(),
                inverse: chart.inverse,
                width: 120.0,
                height: 28.0,
            };
            println!("{}", sparkline_svg(&spark)?);
        }
        println!("</div>");
    }
    Ok(())
}
