//! Prints numbers of the engine's distributions, paths and lines as `function(arguments) value`, for comparison with
//! SciPy and statsmodels by `cargo xtask peers`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a tool for the person who compares"
)]

use engine::distribution::{Beta, Count, StudentT, normal_cdf, normal_quantile};
use engine::event::Pert;
use engine::schedule::Schedule;
use engine::trend_line::TrendLine;

const PROBABILITIES: [f64; 9] = [0.0001, 0.025, 0.1, 0.25, 0.5, 0.66, 0.9, 0.975, 0.9999];
const PLACES: [f64; 9] = [-6.0, -2.5, -1.0, -0.1, 0.0, 0.33, 1.5, 3.0, 8.0];

fn main() {
    students();
    normals();
    betas();
    perts();
    counts();
    schedules();
    lines();
}

fn students() {
    for degrees in [1.0, 3.0, 4.0, 5.0, 7.5, 12.0, 40.0] {
        let student = StudentT::new(degrees);
        for t in PLACES {
            println!("student_cdf({degrees},{t}) {}", student.cdf(t));
            println!("student_survival({degrees},{t}) {}", student.survival(t));
        }
        for p in PROBABILITIES.into_iter().filter(|p| *p != 0.5) {
            println!("student_quantile({degrees},{p}) {}", student.quantile(p));
        }
    }
}

fn normals() {
    for x in PLACES {
        println!("normal_cdf({x}) {}", normal_cdf(x));
    }
    for p in PROBABILITIES.into_iter().filter(|p| *p != 0.5) {
        println!("normal_quantile({p}) {}", normal_quantile(p));
    }
}

fn betas() {
    for (alpha, beta) in [(1.0, 5.0), (2.0, 3.0), (2.5, 2.5), (4.6, 1.4), (30.0, 8.0)] {
        let distribution = Beta::new(alpha, beta).unwrap();
        for p in PROBABILITIES {
            println!("beta_cdf({alpha},{beta},{p}) {}", distribution.cdf(p));
            println!("beta_quantile({alpha},{beta},{p}) {}", distribution.quantile(p));
        }
    }
}

fn perts() {
    for (least, mode, greatest) in [(2024.0, 2026.0, 2031.0), (2025.5, 2025.5, 2030.0), (-1.0, 3.0, 3.5)] {
        let distribution = Pert::new(least, mode, greatest).unwrap();
        for p in PROBABILITIES {
            let x = least + p * (greatest - least);
            println!("pert_cdf({least},{mode},{greatest},{x}) {}", distribution.cdf(x));
            println!(
                "pert_quantile({least},{mode},{greatest},{p}) {}",
                distribution.quantile(p)
            );
        }
    }
}

fn counts() {
    for (trials, probability) in [(10_u16, 0.3), (105, 0.04), (105, 0.62), (400, 0.985)] {
        let count = Count::binomial(trials, probability).unwrap();
        for step in 0..=6 {
            let k = usize::from(trials) * step / 6;
            println!("binomial_mass({trials},{probability},{k}) {}", count.mass(k));
            println!("binomial_at_most({trials},{probability},{k}) {}", count.at_most(k));
            println!("binomial_at_least({trials},{probability},{k}) {}", count.at_least(k));
        }
        for p in PROBABILITIES {
            println!("binomial_quantile({trials},{probability},{p}) {}", count.quantile(p));
        }
    }
    let probabilities = [0.9, 0.75, 0.75, 0.4, 0.2, 0.05];
    let count = Count::of_each(&probabilities).unwrap();
    let text = probabilities.map(|p| p.to_string()).join("|");
    for k in 0..=probabilities.len() {
        println!("each_at_least({text},{k}) {}", count.at_least(k));
    }
}

fn schedules() {
    let paths: [&[(f64, f64)]; 3] = [
        &[(2020.0, 40.0), (2023.0, 45.0), (2025.0, 60.0), (2030.0, 61.0)],
        &[
            (2020.0, 10.0),
            (2021.0, 30.0),
            (2025.0, 5.0),
            (2026.0, 5.0),
            (2030.0, 80.0),
        ],
        &[(2020.0, 3.0), (2030.0, 9.0)],
    ];
    for points in paths {
        let schedule = Schedule::new(points).unwrap();
        let text: Vec<String> = points.iter().map(|(x, y)| format!("{x}:{y}")).collect();
        for step in 0..=20 {
            let x = 2020.0 + 0.5 * f64::from(step);
            println!("pchip({},{x}) {}", text.join("|"), schedule.value(x));
        }
    }
}

fn lines() {
    let series: [&[(i16, f64)]; 3] = [
        &[(2017, 74.1), (2019, 74.3), (2022, 74.4)],
        &[
            (2015, 25.2),
            (2016, 25.9),
            (2018, 25.1),
            (2019, 25.56),
            (2020, 29.97),
            (2022, 30.58),
        ],
        &[(2018, 3.9), (2019, 3.95), (2020, 4.01), (2021, 4.02)],
    ];
    for points in series {
        let line = TrendLine::fit(points).unwrap();
        let text: Vec<String> = points.iter().map(|(x, y)| format!("{x}:{y}")).collect();
        let text = text.join("|");
        let size = StudentT::new(line.degrees).quantile(0.975);
        for year in [2016, 2022, 2025, 2030] {
            let (location, scale) = line.predict(year);
            println!("ols_location({text},{year}) {location}");
            println!("ols_scale({text},{year}) {scale}");
            println!("ols_upper_95({text},{year}) {}", location + size * scale);
        }
    }
}
