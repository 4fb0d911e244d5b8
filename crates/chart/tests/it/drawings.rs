//! The text of sample drawings, looked at in the gallery before it was accepted.

use crate::cases;

use chart::{
    FanChart, Palette, Shows, SparkChart, SparkYear, fan_drawing, fan_moved, fan_svg, resolve_colours, sparkline_svg,
};

/// One element a line, so that a difference can be read.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

fn drawn(chart: &FanChart) -> String {
    fan_svg(chart, &cases::vietnamese).expect("a sample chart")
}

#[test]
fn the_axis_stays_while_what_is_shown_fits() {
    let axis = |times: f64, axis_before| {
        let mut chart = cases::observed();
        for point in &mut chart.observed {
            point.value *= times;
        }
        let chart = FanChart {
            axis_before,
            marks: Vec::new(),
            ..chart
        };
        let (_, plot) = fan_drawing(&chart, &cases::vietnamese).expect("a sample chart");
        (plot.low, plot.high)
    };
    let before = axis(1.0, None);
    assert_ne!(axis(0.8, None), before, "the sample has to want another axis");
    assert_eq!(axis(0.8, Some(before)), before);
    assert_eq!(
        axis(3.0, Some(before)),
        axis(3.0, None),
        "what does not fit has its own"
    );
    assert_eq!(
        axis(0.1, Some(before)),
        axis(0.1, None),
        "what would lie flat has its own"
    );
}

#[test]
fn a_moved_fan_is_drawn_as_in_a_drawing_of_its_own() {
    // Without labels of what is asked, which stay where they were.
    let before = FanChart {
        marks: Vec::new(),
        ..cases::life()
    };
    let (svg, plot) = fan_drawing(&before, &cases::vietnamese).expect("a sample chart");
    let moved = |by: f64| {
        let mut chart = before.clone();
        for (place, year) in chart.projected.iter_mut().enumerate().skip(1) {
            let by = by * place as f64;
            year.median += by;
            year.bands = year.bands.map(|(lower, upper)| (lower + by, upper + by));
        }
        chart.axis_before = Some((plot.low, plot.high));
        chart
    };
    let chart = moved(0.01);
    let (expected, same) = fan_drawing(&chart, &cases::vietnamese).expect("a sample chart");
    assert_eq!(same, plot, "the sample has to stay on its scale");
    assert_ne!(expected, svg, "the sample has to move");
    let drawn = fan_moved(&svg, &plot, &chart).expect("only the fan has moved");
    assert_eq!(lines(&drawn), lines(&expected));

    assert_eq!(fan_moved(&svg, &plot, &moved(5.0)), None, "beyond the plot");
}

#[test]
fn life_expectancy() {
    insta::assert_snapshot!(lines(&drawn(&cases::life())));
}

#[test]
fn rank_with_every_kind_of_point() {
    insta::assert_snapshot!(lines(&drawn(&cases::rank())));
}

#[test]
fn people_on_a_phone() {
    insta::assert_snapshot!(lines(&drawn(&cases::small(cases::people()))));
}

#[test]
fn only_what_is_asked() {
    insta::assert_snapshot!(lines(&drawn(&cases::asked())));
}

#[test]
fn sparkline() {
    let projected = [
        (2022, 74.4, 74.4, 74.4),
        (2023, 74.5, 74.3, 74.7),
        (2024, 74.6, 74.2, 75.0),
    ];
    let projected = projected.map(|(year, median, lower, upper)| SparkYear {
        year,
        median,
        lower,
        upper,
    });
    let spark = SparkChart {
        first_year: 2015,
        last_year: 2035,
        observed: &[(2017, 74.1), (2019, 74.3), (2022, 74.4)],
        projected: &projected,
        marks: &[(2025, 75.0), (2030, 76.0)],
        inverse: false,
        width: 120.0,
        height: 28.0,
    };
    insta::assert_snapshot!(lines(&sparkline_svg(&spark).expect("a sample sparkline")));
}

#[test]
fn a_file_has_no_custom_properties_and_a_ground() {
    let palette = Palette {
        ink: "#1a1d21",
        soft: "#565d66",
        rule: "#dedad0",
        fan: "#0a5a83",
        goal: "#9a4a06",
        paper: "#fffefb",
        others: ["#111111", "#222222", "#333333"],
        face: "Noto Sans, sans-serif",
    };
    let file = resolve_colours(&drawn(&cases::life()), &palette);
    assert!(!file.contains("var("), "{file}");
    assert!(file.starts_with("<svg font-family=\"Noto Sans, sans-serif\" xmlns="));
    assert!(file.contains("</desc><rect width=\"100%\" height=\"100%\" fill=\"#fffefb\"/>"));

    let hostile = Palette {
        ink: "red\"/><script>",
        ..palette
    };
    assert!(!resolve_colours(&drawn(&cases::life()), &hostile).contains("<script"));
}

#[test]
fn a_strict_policy_is_met() {
    for chart in cases::all() {
        let svg = drawn(&chart);
        assert!(!svg.contains("style") && !svg.contains("#C5A1"), "{svg}");
    }
}

#[test]
fn words_cannot_become_markup() {
    let hostile = "<script>alert('1')</script> \"&\" fill=\"#C5A101\" \u{0} \u{fffe} ]]>";
    let mut chart = cases::life();
    chart.labels.title = hostile.to_owned();
    chart.labels.description = hostile.to_owned();
    chart.labels.median = hostile.to_owned();
    chart.labels.unit = hostile.to_owned();
    chart.marks[0].label = hostile.to_owned();
    let svg = fan_svg(&chart, &|_, _| hostile.to_owned()).expect("a chart with odd words");
    assert!(
        !svg.contains("<script") && !svg.contains('\u{0}') && !svg.contains('\u{fffe}'),
        "{svg}"
    );
    // A stand-in in words is no colour and stays as it was written.
    assert!(svg.contains("#C5A101"));
    let palette = Palette {
        ink: "#000",
        soft: "#000",
        rule: "#000",
        fan: "#000",
        goal: "#000",
        paper: "#fff",
        others: ["#111111", "#222222", "#333333"],
        face: "serif",
    };
    assert!(!resolve_colours(&svg, &palette).contains("<script"));
}

#[test]
fn same_input_same_bytes() {
    for chart in cases::all() {
        assert_eq!(drawn(&chart), drawn(&chart.clone()));
    }
}

/// Every part that can be turned off, with the other parts left as they are.
fn with_shows(chart: &FanChart, change: impl Fn(&mut Shows)) -> String {
    let mut chart = chart.clone();
    change(&mut chart.shows);
    drawn(&chart)
}

#[test]
fn what_is_turned_off_goes_and_nothing_moves() {
    let chart = FanChart {
        paces: vec![vec![(2022, 74.4), (2025, 75.0)]],
        ..cases::life()
    };
    let whole = drawn(&chart);
    let changes: [fn(&mut Shows); 7] = [
        |shows| shows.observed = false,
        |shows| shows.median = false,
        |shows| shows.bands[0] = false,
        |shows| shows.bands[1] = false,
        |shows| shows.bands[2] = false,
        |shows| shows.marks = false,
        |shows| shows.paces = false,
    ];
    for (place, change) in changes.into_iter().enumerate() {
        let less = with_shows(&chart, change);
        assert!(less.len() < whole.len(), "{place}");
        if place == 5 {
            // Labels of marks make room for each other; the rest is where it was.
            continue;
        }
        let (less, whole) = (lines(&less), lines(&whole));
        let gone = |line: &&str| !less.lines().any(|other| other == *line);
        let new = less
            .lines()
            .filter(|line| !whole.lines().any(|other| other == *line))
            .count();
        assert!(whole.lines().filter(gone).count() >= 1, "{place}");
        // A label of a mark may come nearer once what stood in its way is gone.
        assert!(new <= chart.marks.len(), "{place}: {less}");
    }
}

#[test]
fn a_pace_is_a_dotted_line() {
    let chart = FanChart {
        paces: vec![vec![(2022, 74.4), (2023, 74.6), (2025, 75.0)]],
        ..cases::life()
    };
    let before = lines(&drawn(&cases::life()));
    let drawing = lines(&drawn(&chart));
    let new: Vec<&str> = drawing
        .lines()
        .filter(|line| !before.lines().any(|other| other == *line))
        .collect();
    assert!(
        new.iter()
            .any(|line| line.contains("1.5") && line.contains("var(--goal)")),
        "{new:?}"
    );
}

#[test]
fn a_sheet_stands_on_its_own_and_escapes_its_words() {
    let chart = cases::life();
    let palette = Palette {
        ink: "#111111",
        soft: "#555555",
        rule: "#cccccc",
        fan: "#0a5a83",
        goal: "#9a4a06",
        paper: "#ffffff",
        others: ["#111111", "#222222", "#333333"],
        face: "sans-serif",
    };
    let notes = ["a < b & \"c\"".to_owned(), "x".repeat(400)];
    let (svg, size) = chart::sheet(&drawn(&chart), (760.0, 380.0), "Tuổi thọ <script>", &notes, &palette);
    assert!(!svg.contains("var(--") && !svg.contains("<script"), "{svg}");
    assert!(
        svg.contains("&lt;script&gt;") && svg.contains("a &lt; b &amp; &quot;c&quot;"),
        "{svg}"
    );
    assert!(size.width > 760.0 && size.height > 380.0 + 4.0 * 11.0, "{size:?}");
    assert!(
        svg.contains("><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/><text"),
        "{svg}"
    );
    assert_eq!(svg.matches("<svg").count(), 2);
    assert_eq!(svg.matches("</svg>").count(), 2);
}
