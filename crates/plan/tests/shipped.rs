//! The shipped plan holds what the province's plan says: counts, words, order.

use std::collections::BTreeSet;
use std::path::Path;

use plan::{
    BASES, Driver, DriverKind, Language, Model, OTHER_SERIES, Observation, PLAN, Parameter, ParameterRole, TargetKind,
    Text,
};

/// Rows of `observed.csv` with a figure, counted when the figures were gathered. A row may only be added with its source.
const OBSERVED_ROWS: usize = 145;

/// The plan's own text, white space left out: the scan breaks lines anywhere.
fn plan_text() -> String {
    squeeze(&std::fs::read_to_string(file("plan.vi.txt")).expect("plan/plan.vi.txt is committed"))
}

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plan").join(name)
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

fn observations() -> impl Iterator<Item = &'static Observation> {
    let targets = PLAN
        .targets
        .iter()
        .flat_map(|target| target.observations.iter().chain(target.references));
    targets.chain(OTHER_SERIES.iter().flat_map(|series| series.observations))
}

#[test]
fn counts_are_those_of_the_plan() {
    assert_eq!(PLAN.targets.len(), 45);
    let years = PLAN
        .targets
        .iter()
        .flat_map(|target| target.milestones)
        .map(|milestone| milestone.year);
    let years = years.collect::<Vec<_>>();
    assert_eq!(years.len(), 57);
    assert_eq!(
        years.iter().filter(|year| matches!(year, None | Some(2025))).count(),
        40
    );
    assert_eq!(years.iter().filter(|year| **year == Some(2030)).count(), 17);
    assert_eq!(PLAN.owners.len(), 24);
    assert_eq!(PLAN.fields.len(), 11);
    assert_eq!(
        PLAN.targets
            .iter()
            .filter(|target| target.observations.is_empty())
            .count(),
        22
    );
}

fn drivers() -> impl Iterator<Item = &'static Driver> {
    PLAN.targets.iter().flat_map(|target| target.drivers)
}

fn parameters() -> impl Iterator<Item = &'static Parameter> {
    let own = drivers().flat_map(|driver| driver.parameters);
    own.chain(PLAN.shared)
}

#[test]
fn identities_are_those_of_the_methods() {
    use DriverKind::{Connections, EntryAndExit, GrowthDifference, IncomeBySource, StockPerPopulation};
    let found = PLAN.targets.iter().flat_map(|target| {
        let own = target.drivers.iter();
        own.map(|driver| (target.id, driver.kind, driver.basis.map(|basis| basis.id)))
    });
    let expected = [
        ("income_per_capita", IncomeBySource, None),
        ("hospital_beds", StockPerPopulation, None),
        ("enterprises", EntryAndExit, Some("in operation")),
        ("enterprises", EntryAndExit, Some("registered so far")),
        ("household_businesses", EntryAndExit, None),
        ("doctors", StockPerPopulation, None),
        ("rural_clean_water", Connections, None),
        ("urban_population", GrowthDifference, None),
        ("urban_clean_water", Connections, None),
        ("housing_floor_area", StockPerPopulation, None),
    ];
    let mut found: Vec<_> = found.map(|found| format!("{found:?}")).collect();
    let mut expected: Vec<_> = expected.map(|expected| format!("{expected:?}")).into();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(parameters().count(), 34);
}

#[test]
fn every_parameter_says_where_it_comes_from() {
    for parameter in parameters() {
        for text in [parameter.name, parameter.unit, parameter.source] {
            for language in [Language::Vietnamese, Language::English] {
                assert!(!text.get(language).trim().is_empty(), "{}", parameter.id);
            }
        }
        assert_ne!(parameter.source.vi, parameter.source.en, "{}", parameter.id);
        let range = parameter.range;
        let is_inside = |value: f64| range.minimum <= value && value <= range.maximum;
        assert!(parameter.value.is_none_or(is_inside), "{}", parameter.id);
        // What is measured says the year it was measured in.
        let has_year = |text: &str| text.contains("20");
        let is_measured = parameter.evidence == plan::Evidence::Data;
        assert!(!is_measured || has_year(parameter.source.vi), "{}", parameter.id);
    }
    for driver in drivers() {
        assert_ne!(driver.identity.vi, driver.identity.en);
    }
}

#[test]
fn income_by_source_adds_up_to_the_survey() {
    let income = PLAN.target("income_per_capita").expect("shipped").drivers;
    let [driver] = income else { panic!("one identity") };
    let sum: f64 = driver.parts.iter().map(|part| part.figure.value).sum();
    // Thousand đồng a month, table 7 of the survey. Its total is 4587.1; its parts are rounded one by one.
    assert!((sum - 4587.2).abs() < 1e-9, "{sum}");
    assert!(driver.parts.iter().all(|part| part.figure.year == 2020));
    let survey = PLAN.target("income_per_capita").expect("shipped").observations;
    let figure = survey.iter().find(|figure| figure.year == 2020).expect("shipped").value;
    assert!((figure - 4587.1 * 12.0 / 1000.0).abs() < 1e-9, "{figure}");
}

#[test]
fn shared_rates_are_there_once() {
    let roles = PLAN.shared.iter().map(|parameter| (parameter.code, parameter.role));
    let expected = [
        (1, ParameterRole::PopulationGrowth),
        (2, ParameterRole::Inflation),
        (3, ParameterRole::Conversions),
    ];
    assert_eq!(roles.collect::<Vec<_>>(), expected);
    assert!(PLAN.shared.iter().all(|parameter| parameter.value.is_some()));
}

#[test]
fn people_and_units_are_counted() {
    let years = PLAN.population.iter().map(|figure| figure.year).collect::<Vec<_>>();
    assert_eq!(years, (2015..=2022).collect::<Vec<i16>>());
    assert!(PLAN.population.iter().all(|figure| figure.value > 1e6));
    let of_units = PLAN.targets.iter().filter_map(|target| {
        let method = target.method.filter(|method| method.prior.model == Model::Units)?;
        Some((target.id, method.units?.value, method.is_share))
    });
    let expected = [
        ("new_rural_districts", 9.0, true),
        ("advanced_rural_districts", 9.0, false),
        ("advanced_rural_communes", 112.0, true),
        ("model_rural_communes", 112.0, true),
    ];
    assert_eq!(of_units.collect::<Vec<_>>(), expected);
}

#[test]
fn exposures_follow_the_economy_the_budget_and_the_rest() {
    for (id, exposure) in [
        ("income_per_capita", 0.6),
        ("enterprises", 0.6),
        ("household_businesses", 0.6),
        ("hospital_beds", 0.4),
        ("housing_floor_area", 0.4),
        ("urban_clean_water", 0.4),
        ("full_vaccination", 0.2),
        ("maternal_mortality", 0.2),
        ("life_expectancy", 0.2),
        ("e_government_rank", 0.0),
        ("crime_clearance", 0.0),
        ("new_rural_districts", 0.0),
    ] {
        let method = PLAN.target(id).and_then(|target| target.method).expect("projected");
        assert_eq!(method.exposure, exposure, "{id}");
    }
}

#[test]
fn every_published_figure_is_carried_once() {
    let text = std::fs::read_to_string(file("observed.csv")).expect("plan/observed.csv is committed");
    let rows = text.lines().filter(|line| !line.starts_with('#')).count() - 1;
    assert_eq!(rows, OBSERVED_ROWS);
    assert_eq!(observations().count(), OBSERVED_ROWS);
}

#[test]
fn figures_keep_their_published_digits() {
    let income = PLAN.target("income_per_capita").expect("shipped");
    let survey = income
        .observations
        .iter()
        .find(|figure| figure.year == 2020)
        .expect("shipped");
    assert_eq!((survey.value, survey.decimals), (55.0452, 4));
    let water = PLAN.target("urban_clean_water").expect("shipped").observations[0];
    assert_eq!((water.value, water.decimals), (74.0, 1));
}

#[test]
fn references_stand_beside_their_target() {
    let with_references = PLAN.targets.iter().filter(|target| !target.references.is_empty());
    let counts = with_references
        .map(|target| (target.id, target.references.len()))
        .collect::<Vec<_>>();
    assert_eq!(counts, [("income_per_capita", 6), ("stunting_under5", 1)]);
    assert!(OTHER_SERIES.iter().all(|series| !series.id.ends_with("_reference")));
}

#[test]
fn figures_of_a_target_stand_by_basis_and_year() {
    for target in PLAN.targets {
        let keys = target
            .observations
            .iter()
            .map(|figure| (figure.basis.map_or(0, |basis| basis.code), figure.year));
        assert!(keys.is_sorted(), "{}", target.id);
    }
}

#[test]
fn only_deeds_are_not_projected() {
    for target in PLAN.targets {
        assert_eq!(
            target.method.is_none(),
            target.kind == TargetKind::Deed,
            "{}",
            target.id
        );
    }
}

#[test]
fn citations_are_the_words_of_the_plan() {
    let text = plan_text();
    for target in PLAN.targets {
        for citation in target.citations {
            assert!(text.contains(&squeeze(citation)), "{}: {citation}", target.id);
        }
    }
}

#[test]
fn owners_stand_in_the_plan_under_their_item() {
    // Where the scan or the heading differs from the name: (item, as the text has it).
    const AS_SCANNED: [(&str, &str); 2] = [
        (
            "2.20",
            "Đài Phát thanh và Truyền hình tỉnh Vĩnh Phúc, Báo Vĩnh Phúc, Công thông tin giao tiếp điện tử tỉnh",
        ),
        // A heading about a duty, not a name.
        ("2.24", "Nâng cao trách nhiệm của doanh nghiệp, người dân"),
    ];
    let text = plan_text();
    for (index, owner) in PLAN.owners.iter().enumerate() {
        assert_eq!(owner.item, format!("2.{}", index + 1));
        let scanned = AS_SCANNED.iter().find(|(item, _)| *item == owner.item);
        let name = scanned.map_or(owner.name.vi, |(_, name)| name);
        assert!(text.contains(&squeeze(&format!("{}. {name}", owner.item))), "{name}");
    }
}

#[test]
fn codes_are_unique_and_stay_what_they_were() {
    let codes = PLAN.targets.iter().map(|target| target.code).collect::<Vec<_>>();
    assert_eq!(codes, (1..=45).collect::<Vec<u8>>());
    let bases = BASES.iter().map(|basis| basis.code).collect::<Vec<_>>();
    assert_eq!(bases, (1..=12).collect::<Vec<u8>>());
    // Links in the world name these numbers.
    for (code, id) in [
        (1, "income_per_capita"),
        (24, "art_performances"),
        (45, "e_government_participation"),
    ] {
        assert_eq!(PLAN.target_by_code(code).map(|target| target.id), Some(id));
    }
}

#[test]
fn every_label_exists_in_both_languages() {
    let mut texts = vec![PLAN.title, PLAN.territory_note];
    texts.extend(PLAN.fields.iter().map(|field| field.name));
    texts.extend(PLAN.owners.iter().flat_map(|owner| [owner.name, owner.short]));
    texts.extend(BASES.iter().map(|basis| basis.name));
    for target in PLAN.targets {
        texts.extend([target.name, target.unit.label]);
        texts.extend(target.note);
        texts.extend(
            target
                .method
                .into_iter()
                .flat_map(|method| [method.prior.name, method.prior.argument]),
        );
    }
    texts.extend(OTHER_SERIES.iter().flat_map(|series| [series.name, series.unit.label]));
    texts.extend(observations().filter_map(|figure| figure.note));
    for text in texts {
        for language in [Language::Vietnamese, Language::English] {
            assert!(!text.get(language).trim().is_empty(), "{text:?}");
        }
    }
}

#[test]
fn sentences_are_translated() {
    // A sentence that is the same in both languages has been forgotten in one.
    let notes = PLAN.targets.iter().filter_map(|target| target.note);
    let arguments = PLAN
        .targets
        .iter()
        .filter_map(|target| target.method)
        .map(|method| method.prior.argument);
    let figures = observations().filter_map(|figure| figure.note);
    let is_same = |text: &Text| text.vi == text.en;
    let forgotten = notes
        .chain(arguments)
        .chain(figures)
        .filter(is_same)
        .collect::<Vec<_>>();
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

#[test]
fn board_order_groups_every_target() {
    let used = PLAN
        .targets
        .iter()
        .map(|target| target.field.id)
        .collect::<BTreeSet<_>>();
    let order = PLAN.fields.iter().map(|field| field.id).collect::<Vec<_>>();
    let expected = [
        "income",
        "health",
        "education",
        "economy",
        "rural",
        "urban",
        "environment",
        "culture",
        "security",
        "transport",
        "digital",
    ];
    assert_eq!(order, expected);
    assert_eq!(used.len(), order.len());
}
