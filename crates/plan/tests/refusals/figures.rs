//! Rows of `observed.csv` that are no figures of the plan.

use crate::{broken, data, expect, expect_one, replace, shipped};

const LITERACY: &str = "literacy,,Vĩnh Phúc,2017,98.2,percent,final,high";
const ENTRY: &str = "literacy, Vĩnh Phúc, 2017";

/// The problems after literacy of 2017 reads `row`.
fn literacy(row: &str) -> Vec<data::Problem> {
    broken("observed.csv", LITERACY, row)
}

#[test]
fn unknown_series() {
    let problems = literacy("reading,,Vĩnh Phúc,2017,98.2,percent,final,high");
    expect(
        &problems,
        "observed.csv",
        "reading, Vĩnh Phúc, 2017",
        "unknown series \"reading\"",
    );
}

#[test]
fn unknown_basis() {
    let problems = literacy("literacy,census,Vĩnh Phúc,2017,98.2,percent,final,high");
    expect_one(
        &problems,
        "observed.csv: literacy [census], Vĩnh Phúc, 2017: unknown basis \"census\"",
    );
}

#[test]
fn outside_the_unit() {
    let problems = literacy("literacy,,Vĩnh Phúc,2017,982,percent,final,high");
    expect(&problems, "observed.csv", ENTRY, "the value 982 is outside 0 to 100");
}

#[test]
fn another_unit() {
    let problems = literacy("literacy,,Vĩnh Phúc,2017,98.2,percent_of_households,final,high");
    expect(
        &problems,
        "observed.csv",
        ENTRY,
        "differs from the series' unit \"percent\"",
    );
}

#[test]
fn repeated() {
    let problems = literacy("literacy,,Vĩnh Phúc,2019,98.2,percent,final,high");
    expect(
        &problems,
        "observed.csv",
        "literacy, Vĩnh Phúc, 2019",
        "has a figure already",
    );
}

#[test]
fn not_a_number() {
    for value in ["abc", "\"98,2\"", "", "NaN", "inf", "9e1", "+98", "1.2.3", "-"] {
        let problems = literacy(&format!("literacy,,Vĩnh Phúc,2017,{value},percent,final,high"));
        expect(&problems, "observed.csv", ENTRY, "is not a number");
    }
}

#[test]
fn years() {
    let problems = literacy("literacy,,Vĩnh Phúc,1917,98.2,percent,final,high");
    expect(
        &problems,
        "observed.csv",
        "literacy, Vĩnh Phúc, 1917",
        "outside 1990 to 2100",
    );
    let problems = literacy("literacy,,Vĩnh Phúc,2017/18,98.2,percent,final,high");
    expect(
        &problems,
        "observed.csv",
        "literacy, Vĩnh Phúc, 2017/18",
        "is not a whole number",
    );
}

#[test]
fn unknown_status_and_confidence() {
    let problems = literacy("literacy,,Vĩnh Phúc,2017,98.2,percent,official,certain");
    expect(
        &problems,
        "observed.csv",
        ENTRY,
        "unknown status \"official\"; known: estimate, preliminary, final",
    );
    expect(&problems, "observed.csv", ENTRY, "unknown confidence \"certain\"");
}

#[test]
fn no_area() {
    let problems = literacy("literacy,,,2017,98.2,percent,final,high");
    expect(&problems, "observed.csv", "literacy, , 2017", "area is empty");
}

#[test]
fn note_in_one_language() {
    let problems = broken("observed.csv", ",giá so sánh,constant prices", ",giá so sánh,");
    expect(
        &problems,
        "observed.csv",
        "grdp_growth, Vĩnh Phúc, 2019",
        "one language only",
    );
}

#[test]
fn unknown_column() {
    let problems = broken("observed.csv", "note_vi,note_en\nincome", "note_vi,remark\nincome");
    assert_eq!(problems.len(), 1, "{problems:?}");
    expect(&problems, "observed.csv", "header", "the columns must be series,");
}

#[test]
fn row_of_the_wrong_length() {
    let problems = literacy("literacy,,Vĩnh Phúc,2017,98.2,percent,final,high,more");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].entry.starts_with("line "));
}

#[test]
fn all_problems_are_listed() {
    let mut folder = shipped();
    replace(&mut folder, "fields.toml", "en = \"Health\"", "en = \"\"");
    replace(&mut folder, "targets.toml", "prior = \"stock\"", "prior = \"stocks\"");
    replace(&mut folder, "targets.toml", "owner = \"2.8\"", "owner = \"3\"");
    replace(
        &mut folder,
        "observed.csv",
        LITERACY,
        "literacy,,Vĩnh Phúc,2017,high,percent,final,high",
    );
    let problems = data::make(&folder).expect_err("the data is bad");
    let files = problems.iter().map(|problem| problem.file).collect::<Vec<_>>();
    assert_eq!(files.len(), 4, "{problems:?}");
    for file in ["fields.toml", "targets.toml", "observed.csv"] {
        assert!(files.contains(&file));
    }
}
