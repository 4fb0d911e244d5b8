//! Priors, bounds and ceilings that do not go with their target.

use crate::{broken, expect, expect_one};

#[test]
fn deed_with_a_prior() {
    let problems = broken("targets.toml", "code = 17\n", "code = 17\nprior = \"stock\"\n");
    expect_one(
        &problems,
        "targets.toml: preventable_child_deaths: a deed is not projected and has no prior",
    );
}

#[test]
fn target_without_a_prior() {
    let problems = broken("targets.toml", "prior = \"money_per_head\"\n", "");
    expect_one(
        &problems,
        "targets.toml: income_per_capita: it has no prior; only a deed has none",
    );
}

#[test]
fn logit_bounds_upside_down() {
    let problems = broken("targets.toml", "bounds = [0.5, 63.5]", "bounds = [63.5, 0.5]");
    expect(
        &problems,
        "targets.toml",
        "e_government_rank",
        "the lower is not below the upper",
    );
}

#[test]
fn logit_bounds_missing() {
    let problems = broken("targets.toml", "bounds = [0.5, 63.5]\n", "");
    expect_one(
        &problems,
        "targets.toml: e_government_rank: the logit scale needs bounds, and the unit \"rank\" is not a percent",
    );
}

#[test]
fn logit_bounds_that_shut_out_figures() {
    let problems = broken("targets.toml", "bounds = [0.5, 63.5]", "bounds = [0.5, 34.5]");
    expect_one(
        &problems,
        "observed.csv: e_government_rank, Vĩnh Phúc, 2020: the value 55 is outside the target's bounds 0.5 to 34.5",
    );
}

#[test]
fn bounds_on_another_scale() {
    let problems = broken(
        "targets.toml",
        "prior = \"stock\"\n",
        "prior = \"stock\"\nbounds = [0, 100]\n",
    );
    expect(&problems, "targets.toml", "hospital_beds", "not on the logit scale");
}

#[test]
fn ceiling_of_a_stock() {
    let problems = broken(
        "targets.toml",
        "prior = \"stock\"\n",
        "prior = \"stock\"\nceiling = true\n",
    );
    expect(&problems, "targets.toml", "hospital_beds", "a ceiling needs");
}

#[test]
fn level_model_for_a_trend() {
    let problems = broken("targets.toml", "prior = \"yearly_level\"", "prior = \"coverage\"");
    expect(
        &problems,
        "targets.toml",
        "crime_clearance",
        "the level model is for targets of kind annual",
    );
}

#[test]
fn exposure_outside_its_limits() {
    for exposure in ["1", "-0.1", "nan"] {
        let problems = broken("targets.toml", "exposure = 0.6", &format!("exposure = {exposure}"));
        expect_one(
            &problems,
            "targets.toml: enterprises: exposure is not at least 0 and below 1",
        );
    }
}

#[test]
fn units_of_what() {
    for (old, new, entry, words) in [
        (
            "units_of = \"districts\"\n",
            "",
            "new_rural_districts",
            "the units model needs units_of",
        ),
        (
            "units_of = \"districts\"",
            "units_of = \"provinces\"",
            "new_rural_districts",
            "units_of names \"provinces\", which has no published figure",
        ),
        (
            "prior = \"stock\"\n",
            "prior = \"stock\"\nunits_of = \"districts\"\n",
            "hospital_beds",
            "units_of is for the units model",
        ),
        (
            "rule = \"at_least\", value = 100 }]\nprior = \"units\"",
            "rule = \"at_most\", value = 100 }]\nprior = \"units\"",
            "new_rural_districts",
            "its rule contradicts `better`",
        ),
    ] {
        expect(&broken("targets.toml", old, new), "targets.toml", entry, words);
    }
    let problems = broken(
        "targets.toml",
        "unit = \"percent_of_districts\"\nbetter = \"higher\"",
        "unit = \"percent_of_districts\"\nbetter = \"lower\"",
    );
    expect(
        &problems,
        "targets.toml",
        "new_rural_districts",
        "units are only ever gained",
    );
}

#[test]
fn units_need_a_reference() {
    let units = "model = \"units\"\nreference_rate = 6\n";
    for (old, new, words) in [
        (units, "model = \"units\"\n", "its model needs reference_rate"),
        (
            units,
            "model = \"units\"\nreference_rate = 61\n",
            "outside its reference_range",
        ),
        (
            "growth_range = { minimum = 0, maximum = 40, step = 0.5 }\n",
            "",
            "its model needs growth_range",
        ),
    ] {
        expect(
            &broken("assumptions.toml", old, new),
            "assumptions.toml",
            "units",
            words,
        );
    }
}

#[test]
fn numbers_of_a_prior() {
    for (old, new, words) in [
        (
            "exposure = 0.6",
            "exposure = 1",
            "exposure 1 is not at least 0 and below 1",
        ),
        ("exposure = 0.6", "exposure = -0.1", "exposure -0.1"),
        ("plan_weight = 8", "plan_weight = 0", "plan_weight 0 is not above 0"),
        ("volatility = 0.03", "volatility = 0", "volatility 0 is not above 0"),
        (
            "volatility_weight = 3",
            "volatility_weight = inf",
            "volatility_weight inf is not above 0",
        ),
        (
            "reference_weight = 2\n",
            "reference_weight = 0\n",
            "reference_weight 0 is not above 0",
        ),
        ("damping = 0.85", "damping = 1.2", "damping 1.2"),
        ("persistence = 0.5", "persistence = 1.0", "persistence 1"),
        (
            "reference_rate = 8",
            "reference_rate = 80",
            "outside its reference_range",
        ),
        ("reference_rate = 8\n", "", "its model needs reference_rate"),
        ("step = 0.1", "step = 0", "is not a range"),
        ("model = \"drift\"", "model = \"level\"", "not used by the level model"),
    ] {
        expect(
            &broken("assumptions.toml", old, new),
            "assumptions.toml",
            "money_per_head",
            words,
        );
    }
}

#[test]
fn unknown_scale() {
    let problems = broken("assumptions.toml", "scale = \"log\"", "scale = \"logarithm\"");
    expect(
        &problems,
        "assumptions.toml",
        "money_per_head",
        "unknown variant `logarithm`",
    );
    assert_eq!(problems.len(), 1);
}
