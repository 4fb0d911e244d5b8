//! Unknown or missing words: keys, units, fields, owners, texts.

use crate::{broken, expect, expect_one};

#[test]
fn unknown_key() {
    let problems = broken("targets.toml", "code = 2\n", "code = 2\ncolour = \"red\"\n");
    expect(&problems, "targets.toml", "hospital_beds", "unknown field `colour`");
    assert_eq!(
        problems.len(),
        1,
        "figures of an unreadable target are not a second problem"
    );
}

#[test]
fn unknown_list() {
    let problems = broken("bases.toml", "[[basis]]", "[[bases]]");
    expect(&problems, "bases.toml", "bases", "entries are written [[basis]]");
}

#[test]
fn unknown_unit() {
    let problems = broken("targets.toml", "unit = \"years\"", "unit = \"year\"");
    expect(&problems, "targets.toml", "life_expectancy", "unknown unit \"year\"");
}

#[test]
fn unknown_field() {
    let problems = broken("targets.toml", "field = \"income\"", "field = \"incomes\"");
    expect_one(&problems, "targets.toml: income_per_capita: unknown field \"incomes\"");
}

#[test]
fn unknown_owner() {
    let problems = broken("targets.toml", "owner = \"2.5\"", "owner = \"2.55\"");
    expect_one(&problems, "targets.toml: hospital_beds: unknown owner \"2.55\"");
}

#[test]
fn owner_reserved_for_the_province() {
    let problems = broken("owners.toml", "item = \"2.9\"", "item = \"I\"");
    expect_one(
        &problems,
        "owners.toml: I: this item is reserved for the whole province",
    );
}

#[test]
fn unknown_prior() {
    let problems = broken("targets.toml", "prior = \"stock\"", "prior = \"stocks\"");
    expect_one(&problems, "targets.toml: hospital_beds: unknown prior \"stocks\"");
}

#[test]
fn unknown_target_of_a_reference() {
    let problems = broken(
        "series.toml",
        "reference_of = \"stunting_under5\"",
        "reference_of = \"stunting\"",
    );
    expect_one(
        &problems,
        "series.toml: stunting_under5_reference: reference_of names an unknown target \"stunting\"",
    );
}

#[test]
fn reference_in_another_unit() {
    let problems = broken(
        "series.toml",
        "reference_of = \"stunting_under5\"",
        "reference_of = \"doctors\"",
    );
    expect(
        &problems,
        "series.toml",
        "stunting_under5_reference",
        "differs from \"per_10k_people\"",
    );
}

#[test]
fn unit_of_a_series() {
    let problems = broken("series.toml", "unit = \"beds\"", "unit = \"bed\"");
    expect(&problems, "series.toml", "hospital_beds_total", "unknown unit \"bed\"");
}

#[test]
fn empty_text() {
    let problems = broken("fields.toml", "en = \"Health\"", "en = \" \"");
    expect_one(&problems, "fields.toml: health: name.en is empty");
}

#[test]
fn missing_language() {
    let problems = broken("owners.toml", ", en = \"Department of Health\"", "");
    expect(&problems, "owners.toml", "2.5", "missing field `en`");
}

#[test]
fn empty_citation() {
    let problems = broken("targets.toml", "cite = [\"95% trở lên các vụ trọng án\"]", "cite = []");
    expect_one(&problems, "targets.toml: serious_crime_clearance: cite is empty");
}

#[test]
fn years_of_the_plan() {
    let problems = broken("plan.toml", "end_year = 2025", "end_year = 2015");
    expect_one(
        &problems,
        "plan.toml: plan: end_year 2015 does not come after base_year 2020",
    );
}

#[test]
fn unit_bounds() {
    let problems = broken(
        "units.toml",
        "minimum = 20\nmaximum = 110",
        "minimum = 110\nmaximum = 20",
    );
    expect(&problems, "units.toml", "years", "minimum 110 is not below maximum 20");
}

#[test]
fn what_a_series_is_tested_with() {
    for (wrong, reason) in [
        ("\"stok\"", "tested_with names an unknown prior \"stok\""),
        ("\"yearly_level_count\"", "needs a prior of the drift model"),
        ("\"coverage\"", "the logit scale is for percent"),
    ] {
        let problems = broken(
            "series.toml",
            "tested_with = \"money_per_head\"",
            &format!("tested_with = {wrong}"),
        );
        expect(&problems, "series.toml", "grdp_per_capita", reason);
    }
}
