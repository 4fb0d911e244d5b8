//! Identities behind a target.

use engine::Transform;
use engine::driver::{
    Income, IncomeSource, Stock, UrbanShare, additions_needed, compounded, difference_needed, entry_needed,
    growth_difference, growth_rate, per, steady_state, stock_for_ratio,
};

use crate::vector::{PERCENT, Vector};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "E01" => income(vector),
        "E02" => beds(vector),
        "E03" => enterprises(vector),
        "E04" => urban_share(vector),
        "E05" => housing(vector),
        "E06" => doctors(vector),
        _ => return false,
    }
    true
}

/// The survey counts thousand VND a month, the figure million VND a year.
fn income(vector: &Vector) {
    let rates = vector.input("annual_growth_workers_per_capita_and_real_earnings");
    let bases = vector.input("monthly_thousand_vnd_2020").as_object().unwrap();
    let source = |(name, monthly): (&String, &serde_json::Value)| IncomeSource {
        base: monthly.as_f64().unwrap() * 12.0 / 1000.0,
        employment: rates[name][0].as_f64().unwrap(),
        earnings: rates[name][1].as_f64().unwrap(),
    };
    let income = Income {
        sources: bases.iter().map(source).collect(),
        inflation: vector.number("inflation"),
    };
    let (start, end) = (income.after(0).unwrap(), income.after(5).unwrap());
    vector.check("Y0", start.nominal);
    vector.check("Y1", end.nominal);
    vector.check("change", end.nominal - start.nominal);
    vector.check("cagr", growth_rate(start.nominal, end.nominal, 5).unwrap());
    vector.compare("real", end.real * 1.03_f64.powi(5), end.nominal);
    vector.compare("recursion", income.path(5).unwrap()[5].nominal, end.nominal);
    let found = income.contributions(5).unwrap();
    let expected = |group: &str, name: &str| vector.value["expected"][group][name].as_f64().unwrap();
    for (name, effect) in ["employment", "earnings", "price"].into_iter().zip(found.by_factor) {
        vector.compare(name, effect, expected("effects", name));
    }
    for (name, change) in bases.keys().zip(&found.by_term) {
        vector.compare(name, *change, expected("by_source", name));
    }
    vector.compare(
        "sum of effects",
        found.by_factor.iter().sum(),
        end.nominal - start.nominal,
    );
}

fn beds(vector: &Vector) {
    let (population, growth) = (vector.number("N0"), vector.number("g"));
    let stock = Stock {
        initial: vector.number("B0"),
        loss: vector.number("d"),
        additions: vector.number("a"),
    };
    vector.check("ratio0", per(1e4, stock.initial, population).unwrap());
    vector.check("B", stock.after(3).unwrap());
    vector.compare("recursion", stock.path(3).unwrap()[3], stock.after(3).unwrap());
    let later = compounded(population, growth, 3).unwrap();
    vector.check("N", later);
    vector.check("ratio", per(1e4, stock.after(3).unwrap(), later).unwrap());
    let target = stock_for_ratio(vector.number("target_ratio"), 1e4, population, growth, 3).unwrap();
    vector.check(
        "additions_required_per_year",
        additions_needed(stock.initial, stock.loss, target, 3).unwrap(),
    );
}

fn enterprises(vector: &Vector) {
    let (exit, returning) = (vector.number("x"), vector.number("reactivation"));
    let inflow = vector.number("entry") + returning;
    let stock = Stock {
        initial: vector.number("E0"),
        loss: exit,
        additions: inflow,
    };
    vector.check("E", stock.after(8).unwrap());
    vector.check("steady_state", steady_state(inflow, exit).unwrap());
    vector.check(
        "entry_required_for_15000",
        entry_needed(stock.initial, exit, returning, 15_000.0, 8).unwrap(),
    );
}

fn urban_share(vector: &Vector) {
    let share = |key: &str| vector.number(key);
    let (first, stepped, last) = (share("u_2019"), share("u_2020"), share("u_2022"));
    let with_step = growth_difference(first, last, 3.0).unwrap();
    let without = growth_difference(stepped, last, 2.0).unwrap();
    vector.check("urgd_2019_22_including_step", with_step);
    vector.check("step_2020", growth_difference(first, stepped, 1.0).unwrap());
    vector.check("urgd_2020_22", without);
    for (key, difference) in [
        ("u_2030_pace_including_step", with_step),
        ("u_2030_pace_2020_22", without),
    ] {
        let urban = UrbanShare {
            base_year: 2022,
            base: last,
            difference,
            steps: Vec::new(),
        };
        vector.check(key, urban.in_year(2030).unwrap());
    }
    let target = share("target");
    vector.check("urgd_required_2030", difference_needed(last, target, 8.0, 0.0).unwrap());
    vector.check("urgd_required_2025", difference_needed(last, target, 3.0, 0.0).unwrap());
    let step = Transform::forward(PERCENT, stepped).unwrap() - PERCENT.forward(first).unwrap();
    let urban = UrbanShare {
        base_year: 2019,
        base: first,
        difference: 0.0,
        steps: vec![(2019, 9.0), (2020, step)],
    };
    vector.compare("the step alone", urban.in_year(2020).unwrap(), stepped);
}

fn housing(vector: &Vector) {
    let (population, growth) = (vector.number("N0"), vector.number("g"));
    let stock = Stock {
        initial: vector.number("m2_per_person0") * population,
        loss: vector.number("delta"),
        additions: vector.number("C"),
    };
    let later = compounded(population, growth, 3).unwrap();
    vector.check("m2_per_person", per(1.0, stock.after(3).unwrap(), later).unwrap());
    let target = stock_for_ratio(vector.number("target"), 1.0, population, growth, 3).unwrap();
    vector.check(
        "C_required",
        additions_needed(stock.initial, stock.loss, target, 3).unwrap(),
    );
}

fn doctors(vector: &Vector) {
    let (population, growth) = (vector.number("N0"), vector.number("g"));
    let stock = Stock {
        initial: vector.number("D0"),
        loss: vector.number("q"),
        additions: vector.number("G"),
    };
    let later = compounded(population, growth, 3).unwrap();
    vector.check("ratio", per(1e4, stock.after(3).unwrap(), later).unwrap());
    let target = stock_for_ratio(vector.number("target_ratio"), 1e4, population, growth, 3).unwrap();
    vector.check(
        "G_required",
        additions_needed(stock.initial, stock.loss, target, 3).unwrap(),
    );
}
