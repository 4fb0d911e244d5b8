//! Identities that lack what they need, and rates outside their limits.

use crate::{broken, data, expect, expect_one, replace, shipped};

const FILE: &str = "drivers.toml";
const SHARED: &str = "shared.toml";

/// The identity of housing floor area, which stands before that of the urban share.
const HOUSING: &str = "[[driver]]\ntarget = \"housing_floor_area\"\n";

/// The problems after `old` became `new` behind the first `place` of drivers.toml.
fn broken_in(place: &str, old: &str, new: &str) -> Vec<data::Problem> {
    let mut folder = shipped();
    let text = folder.texts.get_mut(FILE).expect("a file of the plan");
    let start = text.find(place).expect("a place in the file");
    let rest = text.split_off(start);
    assert!(rest.contains(old), "behind {place:?} there is no {old:?}");
    text.push_str(&rest.replacen(old, new, 1));
    data::make(&folder).expect_err("the data is bad")
}

#[test]
fn names_that_do_not_exist() {
    for (old, new, entry, words) in [
        (
            "target = \"doctors\"",
            "target = \"nurses\"",
            "nurses",
            "unknown target \"nurses\"",
        ),
        (
            "basis = \"in operation\"",
            "basis = \"at rest\"",
            "enterprises",
            "unknown basis \"at rest\"",
        ),
        (
            "series = \"income_from_trade\"",
            "series = \"income_from_luck\"",
            "income_per_capita",
            "part \"income_from_luck\" has no published figure",
        ),
    ] {
        expect(&broken(FILE, old, new), FILE, entry, words);
    }
    for (key, word) in [
        ("kind", "magic"),
        ("role", "magic"),
        ("conversion", "both"),
        ("evidence", "hope"),
    ] {
        let text = format!("{key} = \"{word}\"");
        let old = match key {
            "kind" => "kind = \"growth_difference\"",
            "role" => "role = \"growth_difference\"",
            "conversion" => "conversion = \"in\"",
            _ => "evidence = \"data\"",
        };
        let problems = broken(FILE, old, &text);
        let is_named = |problem: &data::Problem| problem.reason.contains(&format!("unknown variant `{word}`"));
        assert!(problems.iter().any(is_named), "{problems:?}");
    }
}

#[test]
fn two_identities_for_the_same_figures() {
    let problems = broken(FILE, "target = \"doctors\"", "target = \"hospital_beds\"");
    expect(&problems, FILE, "hospital_beds", "two identities for the same figures");
    let problems = broken(FILE, "basis = \"registered so far\"", "basis = \"in operation\"");
    expect(&problems, FILE, "enterprises", "two identities for the same figures");
}

#[test]
fn per_nobody() {
    for per in ["0", "-1", "nan", "inf"] {
        let problems = broken(FILE, "per = 10000", &format!("per = {per}"));
        expect(&problems, FILE, "hospital_beds", "is not above 0");
    }
}

#[test]
fn parameters_an_identity_needs_and_has_no_use_for() {
    let problems = broken_in(HOUSING, "role = \"loss\"", "role = \"returns\"");
    expect(
        &problems,
        FILE,
        "housing_floor_area",
        "its identity needs a parameter of role Loss",
    );
    expect(
        &problems,
        FILE,
        "housing_floor_area",
        "parameter loss: its identity has no role Returns",
    );
    let problems = broken_in(HOUSING, "role = \"additions\"", "role = \"new_connections\"");
    expect(
        &problems,
        FILE,
        "housing_floor_area",
        "needs a parameter of role Additions",
    );
    let problems = broken(FILE, "role = \"growth_difference\"", "role = \"inflation\"");
    expect(
        &problems,
        FILE,
        "urban_population",
        "its identity has no role Inflation",
    );
    let problems = broken(FILE, "role = \"household_growth\"", "role = \"population_growth\"");
    expect(
        &problems,
        FILE,
        "rural_clean_water",
        "needs a parameter of role HouseholdGrowth",
    );
}

#[test]
fn two_parameters_of_one_role() {
    let problems = broken_in("basis = \"in operation\"", "role = \"returns\"", "role = \"additions\"");
    expect(
        &problems,
        FILE,
        "enterprises",
        "parameter returns: another one has its role Additions",
    );
    let problems = broken(FILE, "role = \"earnings\"\npart = 2", "role = \"earnings\"\npart = 1");
    expect(
        &problems,
        FILE,
        "income_per_capita",
        "another one has its role Earnings",
    );
}

#[test]
fn parts() {
    let words = "part is for earners and earnings, and names one from 1";
    for (old, new, entry) in [
        (
            "role = \"earners\"\npart = 1",
            "role = \"earners\"",
            "income_per_capita",
        ),
        (
            "role = \"earners\"\npart = 1",
            "role = \"earners\"\npart = 0",
            "income_per_capita",
        ),
        (
            "role = \"earners\"\npart = 1",
            "role = \"earners\"\npart = 7",
            "income_per_capita",
        ),
        (
            "role = \"growth_difference\"",
            "role = \"growth_difference\"\npart = 1",
            "urban_population",
        ),
    ] {
        expect(&broken(FILE, old, new), FILE, entry, words);
    }
}

#[test]
fn a_value_may_be_left_out_only_where_the_figure_can_rest() {
    expect_one(
        &broken_in(HOUSING, "value = 0.8\n", ""),
        "drivers.toml: housing_floor_area: parameter loss has no value",
    );
}

#[test]
fn limits() {
    for (old, new, words) in [
        (
            "value = 0.8",
            "value = 5.5",
            "parameter loss: its value is outside its range",
        ),
        (
            "value = 0.8",
            "value = nan",
            "parameter loss: its value is outside its range",
        ),
        ("maximum = 5,", "maximum = 0,", "from 0 to 0 by 0.1 is not a range"),
        ("maximum = 5,", "maximum = inf,", "is not a range"),
        ("step = 0.1", "step = 0", "from 0 to 5 by 0 is not a range"),
    ] {
        expect(&broken_in(HOUSING, old, new), FILE, "housing_floor_area", words);
    }
}

#[test]
fn codes() {
    for code in [0, 201] {
        let problems = broken_in(HOUSING, "code = 1\n", &format!("code = {code}\n"));
        let words = format!("parameter loss: code {code} is not between 1 and 200");
        expect(&problems, FILE, "housing_floor_area", &words);
    }
    expect_one(
        &broken_in(HOUSING, "code = 2\n", "code = 1\n"),
        "drivers.toml: housing_floor_area: repeated code 1, which loss has already",
    );
    // Both identities of a target share the codes and the ids.
    expect_one(
        &broken_in("basis = \"registered so far\"", "code = 5\n", "code = 2\n"),
        "drivers.toml: enterprises: repeated code 2, which entries has already",
    );
    expect_one(
        &broken_in("basis = \"registered so far\"", "id = \"removed\"", "id = \"exits\""),
        "drivers.toml: enterprises: repeated parameter exits",
    );
}

#[test]
fn texts() {
    for (key, old) in [
        ("identity", "en = \"Next year's floor area"),
        ("loss.name", "en = \"Floor area pulled down\""),
        ("loss.unit", "en = \"% a year\""),
        ("loss.source", "en = \"Assumed; 0.5 to 1% is usual.\""),
    ] {
        let mut folder = shipped();
        let text = folder.texts.get_mut(FILE).expect("a file of the plan");
        let start = text.find(HOUSING).expect("it stands there");
        let rest = text.split_off(start);
        let end = rest.find(old).expect("the English text") + 6;
        let close = end + rest[end..].find('"').expect("it ends");
        text.push_str(&format!("{}{}", &rest[..end], &rest[close..]));
        let problems = data::make(&folder).expect_err("the data is bad");
        expect(&problems, FILE, "housing_floor_area", key);
    }
}

#[test]
fn population() {
    let problems = broken("plan.toml", "population = \"population\"\n", "");
    for target in ["hospital_beds", "doctors", "housing_floor_area"] {
        expect(&problems, FILE, target, "it divides by population");
    }
    assert_eq!(problems.len(), 3, "{problems:?}");
    expect_one(
        &broken("plan.toml", "population = \"population\"", "population = \"people\""),
        "plan.toml: population: \"people\" has no published figure",
    );
}

#[test]
fn shared_rates() {
    let words = "a shared parameter is population_growth, inflation or conversions, and has a value";
    for (old, new) in [("role = \"inflation\"", "role = \"loss\""), ("value = 3\n", "")] {
        expect(&broken(SHARED, old, new), SHARED, "inflation", words);
    }
    for (old, new, entry, words) in [
        (
            "id = \"conversions\"",
            "id = \"inflation\"",
            "inflation",
            "repeated id inflation",
        ),
        (
            "code = 3\n",
            "code = 2\n",
            "conversions",
            "repeated code 2, which inflation has already",
        ),
        (
            "code = 3\n",
            "code = 201\n",
            "conversions",
            "code 201 is not between 1 and 200",
        ),
        (
            "value = 0.9",
            "value = 9",
            "population_growth",
            "its value is outside its range",
        ),
        ("en = \"Inflation\"", "en = \"\"", "inflation", "inflation.name"),
    ] {
        expect(&broken(SHARED, old, new), SHARED, entry, words);
    }
}

#[test]
fn an_unknown_key_hides_nothing_behind_it() {
    let mut folder = shipped();
    replace(&mut folder, FILE, "per = 10000", "pr = 10000");
    replace(&mut folder, SHARED, "value = 3\n", "valu = 3\n");
    let problems = data::make(&folder).expect_err("the data is bad");
    expect(&problems, FILE, "hospital_beds", "unknown field `pr`");
    expect(&problems, SHARED, "inflation", "unknown field `valu`");
    assert_eq!(problems.len(), 2, "{problems:?}");
}
