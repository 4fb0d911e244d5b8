//! What it takes.

use engine::distribution::StudentT;
use engine::solve::{
    EffortLever, LeastEffort, NonlinearEffort, Root, Row, least_effort, least_effort_nonlinear, root,
    shift_for_probability,
};
use engine::{Predictive, Transform, pace};
use plan::Better;

use crate::vector::{PERCENT, Vector, numbers};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "C01" => required_pace(vector),
        "C02" => two_phases(vector),
        "C03" => year_of_attainment(vector),
        "C04" => growth_for_probability(vector),
        "C05" => bracketed_root(vector),
        "C06" => least_effort_without_limits(vector),
        "C07" => least_effort_within_limits(vector),
        "C08" => out_of_reach(vector),
        "D13" => shift_of_draws(vector),
        _ => return false,
    }
    true
}

fn required_pace(vector: &Vector) {
    let of = |case: &str, key: &str| vector.input(case)[key].as_f64().unwrap();
    let from_to = |case: &str| (of(case, "y0"), of(case, "target"), of(case, "n"));
    for case in ["compound", "compound_hi"] {
        let (from, target, years) = from_to(case);
        vector.check(case, pace::compound(from, target, years).unwrap());
    }
    let (from, target, years) = from_to("linear");
    vector.check("linear", pace::linear(from, target, years).unwrap());
    let (from, target, years) = from_to("logit");
    vector.check("logit", pace::on_scale(PERCENT, from, target, years).unwrap());
    let (from, target, years) = from_to("gap");
    vector.check("gap", pace::gap_closing(from, target, of("gap", "U"), years).unwrap());
    let (from, target, _) = from_to("damped");
    let slope = pace::damped(Transform::Log, from, target, 5, of("damped", "phi")).unwrap();
    vector.check("damped_b", slope);
    vector.check("damped_first_year_log_growth", of("damped", "phi") * slope);
}

fn two_phases(vector: &Vector) {
    let (from, first, target) = (vector.number("y0"), vector.number("g1"), vector.number("target"));
    let (first_years, second_years) = (vector.number("n1"), vector.number("n2"));
    vector.check("value_2025", from * (1.0 + first).powf(first_years));
    vector.check(
        "g2",
        pace::second_phase(from, first, first_years, target, second_years).unwrap(),
    );
}

fn year_of_attainment(vector: &Vector) {
    let of = |case: &str, key: &str| vector.input(case)[key].as_f64().unwrap();
    let compound = pace::attainment(
        Transform::Log,
        of("compound", "y0"),
        of("compound", "t0"),
        libm::log1p(of("compound", "g")),
        of("compound", "target"),
    )
    .unwrap();
    let logit = pace::attainment(
        PERCENT,
        of("logit", "y0"),
        of("logit", "t0"),
        of("logit", "slope"),
        of("logit", "target"),
    )
    .unwrap();
    vector.check("compound", compound);
    vector.check("compound_year", compound.ceil());
    vector.check("logit", logit);
    vector.check("logit_year", logit.ceil());
}

fn growth_for_probability(vector: &Vector) {
    let quantile = StudentT::new(vector.number("nu")).quantile(vector.number("p"));
    let (from, target, years) = (vector.number("y_n"), vector.number("target"), vector.number("h"));
    let scale = vector.number("scale");
    let growth = pace::log_growth_for_probability(from, target, years, quantile, scale).unwrap();
    vector.check("log_growth", growth);
    vector.check("growth", libm::expm1(growth));
    vector.check("required_median", from * libm::exp(growth * years));
    let forecast = Predictive {
        location: from.ln() + growth * years,
        scale,
        degrees: vector.number("nu"),
    };
    let student = StudentT::new(forecast.degrees);
    vector.compare(
        "P at that growth",
        forecast.survival(target.ln(), &student),
        vector.number("p"),
    );
}

fn bracketed_root(vector: &Vector) {
    let (from, target, shock) = (vector.number("y0"), vector.number("target"), vector.number("shock"));
    let bracket = vector.numbers("bracket");
    let outcome = |g: f64| from * (1.0 + g).powi(5) * (1.0 + 0.8 * g).powi(5) * (1.0 + shock);
    let Root::Found { x, evaluations } = root(|g| outcome(g) - target, bracket[0], bracket[1], 1e-12) else {
        panic!("{}: no root", vector.name);
    };
    vector.check("g", x);
    // Bisection takes 38 to the same tolerance, besides the two limits.
    assert!(evaluations <= 13, "{}: {evaluations} evaluations", vector.name);
    let lever = EffortLever {
        start: 0.05,
        unit: 0.01,
        lower: bracket[0],
        upper: bracket[1],
    };
    let found = least_effort_nonlinear(&[lever], |x| outcome(x[0]), target, Better::Higher);
    let Some(NonlinearEffort::Reached { levers, .. }) = found else {
        panic!("{}: {found:?}", vector.name);
    };
    vector.check("g", levers[0]);
}

fn rows(vector: &Vector) -> Vec<Row> {
    let coefficients = vector.input("A").as_array().unwrap().iter().map(numbers);
    coefficients
        .zip(vector.numbers("c"))
        .map(|(coefficients, required)| Row { coefficients, required })
        .collect()
}

fn effort_levers(vector: &Vector, limits: &[(f64, f64)]) -> Vec<EffortLever> {
    let levers = vector.numbers("x0").into_iter().zip(vector.numbers("s")).zip(limits);
    levers
        .map(|((start, unit), &(lower, upper))| EffortLever {
            start,
            unit,
            lower,
            upper,
        })
        .collect()
}

fn least_effort_without_limits(vector: &Vector) {
    let found = least_effort(&effort_levers(vector, &[(-10.0, 10.0); 2]), &rows(vector));
    let Some(LeastEffort::Reached {
        levers,
        effort,
        slack,
        at_limits,
    }) = found
    else {
        panic!("{}: {found:?}", vector.name);
    };
    vector.check_all("x", levers);
    vector.check("effort", effort);
    vector.compare("slack", slack[0], 0.0);
    assert!(at_limits.is_empty(), "{at_limits:?}");
}

fn least_effort_within_limits(vector: &Vector) {
    let limits: Vec<(f64, f64)> = vector.numbers("lb").into_iter().zip(vector.numbers("ub")).collect();
    let found = least_effort(&effort_levers(vector, &limits), &rows(vector));
    let Some(LeastEffort::Reached {
        levers,
        slack,
        at_limits,
        ..
    }) = found
    else {
        panic!("{}: {found:?}", vector.name);
    };
    vector.check_all("x", levers);
    vector.check("slack_row0", slack[0]);
    let active = vector.value["expected"]["active_upper"].as_array().unwrap();
    let active = active
        .iter()
        .enumerate()
        .filter(|(_, active)| active.as_bool().unwrap());
    assert_eq!(at_limits, active.map(|(index, _)| index).collect::<Vec<_>>());
}

/// Income in log space: the levers are log growth a year over two phases, inflation is given.
fn out_of_reach(vector: &Vector) {
    let (from, target) = (vector.number("y0"), vector.number("target"));
    let inflated = from * (1.0 + vector.number("inflation")).powf(vector.number("years"));
    let row = Row {
        coefficients: vector.numbers("A_row"),
        required: (target / inflated).ln(),
    };
    let upper = vector.numbers("ub").into_iter();
    let levers: Vec<EffortLever> = upper
        .map(|upper| EffortLever {
            start: 0.0,
            unit: 0.005,
            lower: 0.0,
            upper,
        })
        .collect();
    let found = least_effort(&levers, std::slice::from_ref(&row));
    let Some(LeastEffort::OutOfReach {
        levers: values,
        best,
        shortfall,
        binding,
        relaxation,
    }) = found
    else {
        panic!("{}: {found:?}", vector.name);
    };
    vector.check("best", inflated * best[0].exp());
    vector.check("shortfall", target - inflated * best[0].exp());
    vector.compare("levers", row.required - shortfall[0], best[0]);
    vector.compare("first lever", values[0], 0.005);
    assert_eq!(binding, [0, 1, 2, 3]);
    // The gap shared in equal parts, which is the least when every lever works five years.
    let relaxation = relaxation.unwrap();
    for beyond in &relaxation.beyond {
        assert!((beyond * 20.0 / shortfall[0] - 1.0).abs() < 1e-3, "{beyond}");
    }
    let units = shortfall[0] / 20.0 / 0.005;
    assert!((relaxation.effort - 2.0 * units * units).abs() < 1e-3 * relaxation.effort);
    let sum = |x: &[f64]| x.iter().zip(&row.coefficients).map(|(x, years)| x * years).sum::<f64>();
    let found = least_effort_nonlinear(&levers, |x| inflated * sum(x).exp(), target, Better::Higher);
    let Some(NonlinearEffort::OutOfReach {
        outcome,
        shortfall,
        binding,
        ..
    }) = found
    else {
        panic!("{}: {found:?}", vector.name);
    };
    vector.check("best", outcome);
    vector.check("shortfall", shortfall);
    assert_eq!(binding, [0, 1, 2, 3]);
}

fn shift_of_draws(vector: &Vector) {
    let (mut draws, p) = (vector.numbers("draws"), vector.number("p"));
    let target = vector.number("target").ln();
    let found = shift_for_probability(&mut draws, target, p, Better::Higher).unwrap();
    vector.check("order_index", found.order_index as f64);
    vector.check("shift", found.shift);
    vector.check("factor", found.shift.exp());
    let hits = draws.iter().filter(|draw| **draw + found.shift >= target).count();
    assert_eq!(hits, 8, "{}", vector.name);
    // The mirror: turned draws and a turned threshold take the turned shift.
    let mut turned: Vec<f64> = draws.iter().map(|draw| -draw).collect();
    let mirrored = shift_for_probability(&mut turned, -target, p, Better::Lower).unwrap();
    vector.check("shift", -mirrored.shift);
    let hits = turned.iter().filter(|draw| **draw + mirrored.shift < -target).count();
    assert_eq!(hits, 8, "{}", vector.name);
}
