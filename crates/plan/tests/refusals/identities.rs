//! Ids and codes given twice.

use crate::{broken, expect, expect_one};

#[test]
fn repeated_target() {
    let problems = broken("targets.toml", "id = \"doctors\"", "id = \"hospital_beds\"");
    expect(&problems, "targets.toml", "hospital_beds", "repeated id hospital_beds");
}

#[test]
fn repeated_code() {
    let problems = broken("targets.toml", "code = 3\n", "code = 2\n");
    expect_one(
        &problems,
        "targets.toml: life_expectancy: repeated code 2, which hospital_beds has already",
    );
}

#[test]
fn code_without_meaning() {
    let problems = broken("targets.toml", "code = 3\n", "code = 0\n");
    expect_one(
        &problems,
        "targets.toml: life_expectancy: code 0 is not a code; codes start at 1",
    );
}

#[test]
fn repeated_basis_code() {
    let problems = broken("bases.toml", "code = 4\n", "code = 3\n");
    expect_one(
        &problems,
        "bases.toml: construction sector: repeated code 3, which statistical has already",
    );
}

#[test]
fn repeated_words() {
    for (file, old, new) in [
        ("fields.toml", "id = \"rural\"", "id = \"urban\""),
        ("units.toml", "id = \"beds\"", "id = \"points\""),
        ("owners.toml", "item = \"2.9\"", "item = \"2.10\""),
        ("series.toml", "id = \"poverty\"", "id = \"employed\""),
        ("assumptions.toml", "id = \"urban_share\"", "id = \"stock\""),
    ] {
        let entry = new.split('"').nth(1).expect("quoted");
        expect(&broken(file, old, new), file, entry, "repeated");
    }
}

#[test]
fn series_named_like_a_target() {
    let problems = broken("series.toml", "id = \"health_insurance\"", "id = \"social_insurance\"");
    expect(&problems, "series.toml", "social_insurance", "a target has it already");
}
