//! The figures in force: one basis, the reader's in place of the published ones.

use engine::{Change, Origin, bases};

use crate::support::{PLANNED, figure, project, target};

fn years(id: &str, changes: &[Change]) -> Vec<i16> {
    project(id, changes)
        .series
        .figures
        .iter()
        .map(|figure| figure.year)
        .collect()
}

#[test]
fn the_basis_with_the_newest_figure_is_used_until_the_reader_picks_another() {
    for (id, known, default_years, other, other_years) in [
        ("income_per_capita", vec![2, 1], vec![2021, 2022], 1, vec![2020]),
        (
            "urban_population",
            vec![3, 4],
            vec![2017, 2019, 2020, 2022],
            4,
            vec![2017, 2020],
        ),
        ("enterprises", vec![5, 6], vec![2019, 2023, 2025], 6, vec![2022]),
    ] {
        let codes: Vec<u8> = bases(target(id)).iter().map(|basis| basis.code).collect();
        assert_eq!(codes, known, "{id}");
        assert_eq!(years(id, &[]), default_years, "{id}");
        assert_eq!(years(id, &[Change::Basis(Some(other))]), other_years, "{id}");
        let back = [Change::Basis(Some(other)), Change::Basis(None)];
        assert_eq!(years(id, &back), default_years, "{id} back again");
    }
}

#[test]
fn bases_are_never_joined() {
    for target in plan::plan().targets {
        for basis in bases(target) {
            for mode in [None, Some(PLANNED)] {
                let mut changes = vec![Change::Basis(Some(basis.code))];
                changes.extend(mode);
                if target
                    .method
                    .is_none_or(|method| method.prior.model == plan::Model::Level)
                {
                    changes.truncate(1);
                }
                let series = project(target.id, &changes).series;
                assert_eq!(series.basis, Some(basis), "{}", target.id);
                for figure in series.figures {
                    let Origin::Published(observation) = figure.origin else {
                        panic!("nobody typed a figure")
                    };
                    assert_eq!(observation.basis, Some(basis), "{} {}", target.id, figure.year);
                }
            }
        }
    }
}

#[test]
fn targets_with_one_definition_have_no_basis() {
    assert!(bases(target("hospital_beds")).is_empty());
    assert_eq!(project("hospital_beds", &[]).series.basis, None);
    assert!(bases(target("full_vaccination")).is_empty());
}

#[test]
fn a_figure_of_the_reader_stands_in_for_the_published_one() {
    let projection = project("hospital_beds", &[figure(2021, 36.5)]);
    let figures = &projection.series.figures;
    assert_eq!(figures.len(), 2);
    assert_eq!((figures[1].value, figures[1].decimals), (36.5, 1));
    let Origin::User {
        replaces: Some(published),
    } = figures[1].origin
    else {
        panic!("{:?}", figures[1])
    };
    assert_eq!(published.value, 39.0);
    assert_eq!(figures[1].status(), None);
    assert!(figures[0].status().is_some());
    let new = project("hospital_beds", &[figure(2015, 25.0)]);
    assert_eq!(new.series.figures[0].origin, Origin::User { replaces: None });
    assert_eq!(
        years("hospital_beds", &[figure(2015, 25.0)]),
        [2015, 2020, 2021],
        "sorted by year"
    );
}

#[test]
fn digits_of_a_typed_figure_are_those_it_shows() {
    for (value, decimals) in [
        (40.0, 0),
        (40.5, 1),
        (40.25, 2),
        (40.125, 3),
        (40.0625, 4),
        (1.0 / 3.0, 4),
        (0.1 + 0.2, 1),
    ] {
        let projection = project("hospital_beds", &[figure(2023, value)]);
        assert_eq!(projection.series.last().unwrap().decimals, decimals, "{value}");
    }
}
