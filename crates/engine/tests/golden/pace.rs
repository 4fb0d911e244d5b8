//! What it takes.

use engine::distribution::StudentT;
use engine::{Predictive, Transform, pace};

use crate::vector::{PERCENT, Vector};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "C01" => required_pace(vector),
        "C02" => two_phases(vector),
        "C03" => year_of_attainment(vector),
        "C04" => growth_for_probability(vector),
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
