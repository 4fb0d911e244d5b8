//! Published test vectors against the engine: every vector of `golden.json` is either checked here or named as not yet covered.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test or a benchmark that goes wrong should stop"
)]

use engine::damping::{damped_years, shock_variance};
use engine::distribution::{StudentT, normal_cdf, normal_quantile};
use engine::schedule::Schedule;
use engine::trend_line::TrendLine;
use engine::{Drift, DriftPrior, Level, LevelPrior, Predictive, RangeState, Threshold, Transform, pace};
use plan::{Better, Rule, Text, Unit};
use serde_json::Value;

/// Vectors whose mathematics the engine does not have yet.
const NOT_YET: [&str; 39] = [
    "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "B09", "C05", "C06", "C07", "C08", "D01",
    "D02", "D04", "D05", "D06", "D07", "D08", "D10", "D11", "D12", "D13", "D14", "E01", "E02", "E03", "E04", "E05",
    "E06", "F01", "F02", "F03", "F04", "F05", "F06",
];

#[test]
fn every_vector_is_checked_or_named() {
    let file: Value = serde_json::from_str(include_str!("golden.json")).unwrap();
    let mut left_out = Vec::new();
    let mut checked = 0;
    for vector in file["vectors"].as_array().unwrap() {
        let name = vector["name"].as_str().unwrap();
        let vector = Vector { name, value: vector };
        match &name[..3] {
            "B01" | "B02" => trend_line(&vector),
            "B03" | "B04" | "B05" | "B06" | "B07" => random_walk(&vector),
            "B08" => multipliers(&vector),
            "B10" | "B11" => schedule(&vector),
            "C01" => required_pace(&vector),
            "C02" => two_phases(&vector),
            "C03" => year_of_attainment(&vector),
            "C04" => growth_for_probability(&vector),
            "D03" => distributions(&vector),
            "D09" => place_in_a_ranking(&vector),
            "D15" => level(&vector),
            "F07" => comparators(&vector),
            id => {
                if !NOT_YET.contains(&id) {
                    left_out.push(name.to_string());
                }
                continue;
            }
        }
        checked += 1;
    }
    assert!(left_out.is_empty(), "vectors neither checked nor named: {left_out:?}");
    assert_eq!(checked, 18, "vectors checked");
}

struct Vector<'a> {
    name: &'a str,
    value: &'a Value,
}

impl Vector<'_> {
    fn input(&self, key: &str) -> &Value {
        &self.value["inputs"][key]
    }

    fn number(&self, key: &str) -> f64 {
        self.input(key)
            .as_f64()
            .unwrap_or_else(|| panic!("{}: no input {key}", self.name))
    }

    fn numbers(&self, key: &str) -> Vec<f64> {
        numbers(self.input(key))
    }

    /// Compares with `expected[key]` to the vector's own tolerance.
    fn check(&self, key: &str, found: f64) {
        self.compare(key, found, self.value["expected"][key].as_f64().unwrap());
    }

    fn check_all(&self, key: &str, found: impl IntoIterator<Item = f64>) {
        let expected = numbers(&self.value["expected"][key]);
        let found: Vec<f64> = found.into_iter().collect();
        assert_eq!(found.len(), expected.len(), "{} {key}", self.name);
        for (found, expected) in found.into_iter().zip(expected) {
            self.compare(key, found, expected);
        }
    }

    fn compare(&self, key: &str, found: f64, expected: f64) {
        let tolerance = self.value["tolerance"]["value"].as_f64().unwrap();
        assert!(
            (found - expected).abs() <= tolerance * expected.abs().max(1.0),
            "{} {key}: {found} is not {expected}",
            self.name
        );
    }

    fn transform(&self) -> Transform {
        match self.input("transform").as_str() {
            Some("log") => Transform::Log,
            Some("identity") => Transform::Identity,
            Some("logit") => PERCENT,
            other => panic!("{}: transform {other:?}", self.name),
        }
    }

    fn points(&self, transform: Transform) -> Vec<(i16, f64)> {
        let values = self.numbers("values");
        years(self.input("years"))
            .into_iter()
            .zip(values)
            .map(|(year, y)| (year, transform.forward(y).unwrap()))
            .collect()
    }
}

const PERCENT: Transform = Transform::Logit {
    lower: 0.0,
    upper: 100.0,
};

fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number.as_f64().unwrap())
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "years of the test file")]
fn years(value: &Value) -> Vec<i16> {
    numbers(value).into_iter().map(|year| year as i16).collect()
}

fn trend_line(vector: &Vector) {
    let transform = if vector.input("U").is_null() {
        Transform::Log
    } else {
        PERCENT
    };
    let line = TrendLine::fit(&vector.points(transform)).unwrap();
    let (mu, scale) = line.predict(vector.input("forecast_year").as_i64().unwrap().try_into().unwrap());
    let size = StudentT::new(line.degrees).quantile(0.9);
    vector.check("a", line.intercept);
    vector.check("b", line.slope);
    vector.check("median", transform.inverse(mu));
    vector.check("lower", transform.inverse(mu - size * scale));
    vector.check("upper", transform.inverse(mu + size * scale));
}

fn random_walk(vector: &Vector) {
    let prior = |key: &str| vector.input("prior")[key].as_f64().unwrap();
    let transform = vector.transform();
    let walk = Drift::fit(
        &vector.points(transform),
        DriftPrior {
            reference_rate: prior("m0"),
            reference_weight: prior("kappa0"),
            volatility_weight: prior("nu0"),
            volatility: prior("s0"),
            damping: prior("phi"),
            persistence: prior("rho"),
            long_run_weight: prior("kappa_inf"),
        },
    )
    .unwrap();
    let horizon = vector.input("horizon").as_u64().unwrap().try_into().unwrap();
    let forecast = walk.predict(horizon);
    let student = StudentT::new(walk.degrees);
    vector.check("b_hat", walk.observed_rate);
    vector.check("SS", walk.sum_of_squares);
    vector.check("kappa_n", walk.weight);
    vector.check("m_n", walk.rate);
    vector.check("nu_n", walk.degrees);
    vector.check("s2_n", walk.variance);
    vector.check("mu", forecast.location);
    vector.check("scale", forecast.scale);
    let quantile = |p: f64| transform.inverse(forecast.location + student.quantile(p) * forecast.scale);
    vector.check("median", quantile(0.5));
    vector.check("q10", quantile(0.1));
    vector.check("q90", quantile(0.9));
    let (rule, better) = match vector.input("comparator").as_str() {
        Some(">=") => (Rule::AtLeast(vector.number("target")), Better::Higher),
        Some("<") => (Rule::Below(vector.number("target")), Better::Lower),
        other => panic!("{}: comparator {other:?}", vector.name),
    };
    let threshold = Threshold::new(rule, better, &unit(), None).unwrap();
    vector.check("prob_meet", threshold.probability(&forecast, &student, transform));
}

fn multipliers(vector: &Vector) {
    let cases = vector.input("cases").as_array().unwrap();
    let of = |case: &Value, key: &str| case[key].as_f64().unwrap();
    let h = |case: &Value| u16::try_from(case["h"].as_u64().unwrap()).unwrap();
    vector.check_all("D", cases.iter().map(|case| damped_years(h(case), of(case, "phi"))));
    vector.check_all("V", cases.iter().map(|case| shock_variance(h(case), of(case, "rho"))));
}

fn schedule(vector: &Vector) {
    let points: Vec<(f64, f64)> = vector.numbers("x").into_iter().zip(vector.numbers("y")).collect();
    let path = Schedule::new(&points).unwrap();
    vector.check_all("slopes", path.slopes());
    vector.check_all("values", vector.numbers("query").into_iter().map(|x| path.value(x)));
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

fn distributions(vector: &Vector) {
    vector.check_all("norm_ppf", vector.numbers("norm_p").into_iter().map(normal_quantile));
    let pairs = |key: &str| -> Vec<(f64, f64)> {
        vector
            .input(key)
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| (pair[0].as_f64().unwrap(), pair[1].as_f64().unwrap()))
            .collect()
    };
    vector.check_all(
        "t_ppf",
        pairs("t_ppf")
            .into_iter()
            .map(|(p, degrees)| StudentT::new(degrees).quantile(p)),
    );
    vector.check_all(
        "t_cdf",
        pairs("t_cdf")
            .into_iter()
            .map(|(t, degrees)| StudentT::new(degrees).cdf(t)),
    );
}

/// The drift is given, not fitted; the scale belongs to a normal forecast.
fn place_in_a_ranking(vector: &Vector) {
    let places = Transform::Logit {
        lower: 0.5,
        upper: vector.number("N") + 0.5,
    };
    let rule = Rule::RankAtMost(vector.number("target_rank"));
    let threshold = Threshold::new(rule, Better::Lower, &unit(), None).unwrap();
    let now = places.forward(vector.number("rank_now")).unwrap();
    let target = places.forward(threshold.effective()).unwrap();
    let location = now + vector.number("drift_per_year") * vector.number("years");
    vector.check("z_now", now);
    vector.check("z_target", target);
    vector.check("median_rank", places.inverse(location));
    vector.check("prob", normal_cdf((target - location) / vector.number("scale")));
}

/// One year against the bar; the joint probability of several years (`p_all_years`) is not in the engine yet.
fn level(vector: &Vector) {
    let prior = |key: &str| vector.input("prior")[key].as_f64().unwrap();
    let z = |y: f64| PERCENT.forward(y).unwrap();
    let values: Vec<f64> = vector.numbers("values").into_iter().map(z).collect();
    let fitted = Level::fit(
        &values,
        LevelPrior {
            reference_level: z(prior("m0_percent")),
            reference_weight: prior("kappa0"),
            volatility_weight: prior("nu0"),
            volatility: prior("s0"),
        },
    )
    .unwrap();
    vector.check("kappa_n", fitted.weight);
    vector.check("m_n", fitted.level);
    vector.check("nu_n", fitted.degrees);
    vector.check("s2_n", fitted.variance);
    let threshold = Threshold::new(Rule::AtLeast(vector.number("target")), Better::Higher, &unit(), None).unwrap();
    let student = StudentT::new(fitted.degrees);
    vector.check(
        "p_one_year",
        threshold.probability(&fitted.predict(), &student, PERCENT),
    );
}

fn comparators(vector: &Vector) {
    let expected = &vector.value["expected"];
    for (index, case) in vector.input("cases").as_array().unwrap().iter().enumerate() {
        let of = |key: &str| case[key].as_f64().unwrap();
        let (rule, better) = match case["cmp"].as_str().unwrap() {
            ">=" => (Rule::AtLeast(of("T")), Better::Higher),
            "<" => (Rule::Below(of("T")), Better::Lower),
            "range" => (
                Rule::Range {
                    from: of("lo"),
                    to: of("hi"),
                },
                Better::Higher,
            ),
            "rank<=" => (Rule::RankAtMost(of("T")), Better::Lower),
            other => panic!("{other}"),
        };
        let threshold = Threshold::new(rule, better, &unit(), None).unwrap();
        assert_eq!(
            threshold.is_met(of("y"), 1),
            expected["met"][index].as_bool().unwrap(),
            "case {index} met"
        );
        let state = threshold.range_state(of("y")).map(|state| match state {
            RangeState::Below => "below",
            RangeState::Within => "within",
            RangeState::Exceeds => "exceeds",
        });
        assert_eq!(
            state,
            expected["range_state"][index].as_str(),
            "case {index} range state"
        );
    }
}

/// A share of 100 with one decimal.
fn unit() -> Unit {
    Unit {
        id: "percent",
        label: Text { vi: "%", en: "%" },
        decimals: 1,
        minimum: 0.0,
        maximum: 100.0,
        is_percent: true,
    }
}
