//! Charts the tests, the gallery and the measurement share.

use chart::{FanChart, Labels, ObservedPoint, PointMark, ProjectedYear, TargetMark};

/// Numbers as Vietnamese writes them.
pub fn vietnamese(value: f64, decimals: usize) -> String {
    let plain = format!("{value:.decimals$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut out = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push('.');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

fn labels(title: &str, unit: &str) -> Labels {
    Labels {
        title: title.to_owned(),
        description: "Quan sát đến 2022, dự phóng đến 2035.".to_owned(),
        median: "trung vị".to_owned(),
        bands: ["50 %", "80 %", "95 %"].map(str::to_owned),
        unit: unit.to_owned(),
    }
}

fn chart(id: &str, title: &str, unit: &str) -> FanChart {
    FanChart {
        id: id.to_owned(),
        first_year: 2015,
        last_year: 2035,
        labels: labels(title, unit),
        decimals: 1,
        width: 760.0,
        height: 380.0,
        ..Default::default()
    }
}

fn fan(from: i16, start: f64, slope: f64, noise: f64, growth: f64) -> Vec<ProjectedYear> {
    (from..=2035)
        .map(|year| {
            let ahead = f64::from(year - from);
            let median = start + slope * ahead + 0.004 * slope * ahead * ahead;
            let deviation = noise * (ahead + growth * ahead * ahead).sqrt();
            let bands = [0.674, 1.282, 1.96].map(|width| (median - width * deviation, median + width * deviation));
            ProjectedYear { year, median, bands }
        })
        .collect()
}

fn points(values: &[(i16, f64, PointMark)]) -> Vec<ObservedPoint> {
    values
        .iter()
        .map(|&(year, value, mark)| ObservedPoint { year, value, mark })
        .collect()
}

fn mark(year: i16, from: f64, to: Option<f64>, label: &str) -> TargetMark {
    TargetMark {
        year,
        from,
        to,
        label: label.to_owned(),
    }
}

use PointMark::{Estimate, Final, Preliminary, User};

/// Life expectancy: three points, a wide fan.
pub fn life() -> FanChart {
    FanChart {
        observed: points(&[
            (2017, 74.1, Final),
            (2019, 74.3, Preliminary),
            (2022, 74.4, Preliminary),
        ]),
        projected: fan(2022, 74.4, 0.075, 0.14, 0.4),
        marks: vec![
            mark(2025, 75.0, None, "mốc 2025: 75"),
            mark(2030, 76.0, None, "mốc 2030: 76"),
        ],
        ..chart("life", "Tuổi thọ bình quân", "")
    }
}

/// A rank, 1 at the top, every kind of point.
pub fn rank() -> FanChart {
    FanChart {
        observed: points(&[
            (2015, 32.0, Final),
            (2016, 9.0, Final),
            (2017, 12.0, Final),
            (2018, 13.0, Final),
            (2019, 17.0, Final),
            (2020, 29.0, Preliminary),
            (2021, 5.0, Preliminary),
            (2022, 41.0, Estimate),
            (2023, 22.0, User),
        ]),
        projected: fan(2023, 22.0, -0.4, 3.0, 0.1),
        marks: vec![
            mark(2025, 15.0, None, "mốc 2025: hạng 15"),
            mark(2030, 10.0, None, "mốc 2030: hạng 10"),
        ],
        inverse: true,
        ceil: Some(63.0),
        decimals: 0,
        ..chart("rank", "Xếp hạng PCI", "hạng")
    }
}

/// Large numbers: people.
pub fn people() -> FanChart {
    let years = 2015..=2023;
    let observed = years.map(|year| ObservedPoint {
        year,
        value: 1_065_000.0 + 16_250.0 * f64::from(year - 2015),
        mark: if year < 2022 { Final } else { Preliminary },
    });
    FanChart {
        observed: observed.collect(),
        projected: fan(2023, 1_195_000.0, 14_000.0, 4_000.0, 0.8),
        marks: vec![mark(2030, 1_300_000.0, Some(1_400_000.0), "mốc 2030: 1,3–1,4 triệu")],
        decimals: 0,
        ..chart("people", "Dân số", "người")
    }
}

/// A share that cannot exceed 100, on a phone.
pub fn share() -> FanChart {
    FanChart {
        observed: points(&[
            (2016, 71.0, Final),
            (2018, 78.5, Final),
            (2020, 86.0, Final),
            (2021, 90.1, Preliminary),
            (2023, 93.4, Estimate),
        ]),
        projected: fan(2023, 93.4, 0.55, 1.5, 0.3),
        marks: vec![
            mark(2025, 95.0, None, "mốc 2025: 95 %"),
            mark(2030, 100.0, None, "mốc 2030: 100 %"),
        ],
        floor: Some(0.0),
        ceil: Some(100.0),
        width: 358.0,
        height: 260.0,
        compact_axis: true,
        ..chart("share", "Tỷ lệ bao phủ bảo hiểm y tế", "%")
    }
}

/// Nothing observed, nothing projected: only what is asked.
pub fn asked() -> FanChart {
    FanChart {
        marks: vec![
            mark(2025, 8.0, Some(9.0), "mốc 2025: 8–9 %"),
            mark(2030, 9.5, None, "mốc 2030: 9,5 %"),
        ],
        ..chart("asked", "Chỉ mốc", "% mỗi năm")
    }
}

/// Only observed, falling below zero, marks at the edges and close together.
pub fn observed() -> FanChart {
    FanChart {
        observed: points(&[
            (2015, 7.1, Final),
            (2016, 8.3, Final),
            (2017, 9.0, Final),
            (2018, 8.03, Final),
            (2019, 8.1, Final),
            (2020, -1.2, Final),
            (2021, 8.0, Preliminary),
            (2022, 9.5, Preliminary),
            (2023, 2.4, User),
        ]),
        marks: vec![
            mark(2025, 8.5, Some(9.5), "2021–2025: 8,5–9,5 %"),
            mark(2026, 9.0, None, "mốc 2026: 9 %"),
            mark(2035, 9.2, None, "tầm nhìn 2035: 9,2 %"),
        ],
        ..chart("observed", "Tăng trưởng GRDP", "%")
    }
}

pub fn all() -> Vec<FanChart> {
    vec![life(), rank(), people(), share(), asked(), observed()]
}

/// `chart` for a phone.
pub fn small(mut chart: FanChart) -> FanChart {
    chart.id.push_str("-small");
    (chart.width, chart.height, chart.compact_axis) = (358.0, 260.0, true);
    chart
}
