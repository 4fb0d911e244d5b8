//! Milestones whose rule, value, year or direction is wrong.

use crate::{broken, expect, expect_one};

#[test]
fn rule_without_its_value() {
    let problems = broken("targets.toml", "rule = \"about\", value = 15000", "rule = \"about\"");
    expect_one(
        &problems,
        "targets.toml: enterprises: milestone 2025: the rule needs value",
    );
}

#[test]
fn range_without_upper() {
    let problems = broken("targets.toml", "value = 80, upper = 85", "value = 80");
    expect_one(
        &problems,
        "targets.toml: income_per_capita: milestone 2025: the rule needs upper",
    );
}

#[test]
fn range_upside_down() {
    let problems = broken("targets.toml", "value = 80, upper = 85", "value = 80, upper = 75");
    expect_one(
        &problems,
        "targets.toml: income_per_capita: milestone 2025: upper 75 is below value 80",
    );
}

#[test]
fn value_without_use() {
    let problems = broken("targets.toml", "rule = \"beats\"", "rule = \"beats\", value = 3");
    expect_one(
        &problems,
        "targets.toml: literacy: milestone 2025: the rule has no use for value",
    );
}

#[test]
fn unknown_rule() {
    let problems = broken("targets.toml", "rule = \"about\"", "rule = \"roughly\"");
    expect(&problems, "targets.toml", "enterprises", "unknown variant `roughly`");
}

#[test]
fn years_out_of_order() {
    let problems = broken(
        "targets.toml",
        "year = 2030, rule = \"at_least\", value = 45",
        "year = 2025, rule = \"at_least\", value = 45",
    );
    expect_one(
        &problems,
        "targets.toml: hospital_beds: milestone years out of order: [2025, 2025]",
    );
}

#[test]
fn year_of_another_age() {
    let problems = broken(
        "targets.toml",
        "year = 2030, rule = \"at_least\", value = 45",
        "year = 2300, rule = \"at_least\", value = 45",
    );
    expect_one(
        &problems,
        "targets.toml: hospital_beds: milestone 2300: its year is outside 1990 to 2100",
    );
}

#[test]
fn direction_contradicts_better() {
    let problems = broken(
        "targets.toml",
        "rule = \"below\", value = 7 }",
        "rule = \"above\", value = 7 }",
    );
    expect_one(
        &problems,
        "targets.toml: underweight_under5: milestone 2025: its rule contradicts `better`",
    );
}

#[test]
fn rule_of_another_kind() {
    let problems = broken("targets.toml", "kind = \"versus\"", "kind = \"number\"");
    expect(
        &problems,
        "targets.toml",
        "literacy",
        "does not go with the target's kind",
    );
}

#[test]
fn value_outside_its_unit() {
    let problems = broken(
        "targets.toml",
        "rule = \"at_least\", value = 50 }",
        "rule = \"at_least\", value = 150 }",
    );
    expect(
        &problems,
        "targets.toml",
        "urban_population",
        "milestone 2025: 150 is outside the bounds",
    );
}

#[test]
fn milestones_of_an_unset_target() {
    let problems = broken("targets.toml", "kind = \"unset\"", "kind = \"number\"");
    expect_one(
        &problems,
        "targets.toml: social_insurance: a target has milestones unless its kind is unset",
    );
}
