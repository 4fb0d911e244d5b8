//! Which screen is shown, and its address. A shared scenario may stand before the view: `#v1…/t/income_per_capita`.

use plan::Plan;

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// All targets.
    #[default]
    Board,
    /// One target, by its code.
    Target(u8),
    /// All levers beside charts and cells.
    Levers,
    /// Several scenarios beside each other.
    Compare,
    /// What is kept in this browser.
    Scenarios,
    /// How everything is computed.
    Method,
    /// The open scenario on paper.
    Brief,
    /// An address that the page does not have.
    NotFound,
}

/// The screens that a word names.
const NAMED: [(&str, View); 5] = [
    ("levers", View::Levers),
    ("compare", View::Compare),
    ("scenarios", View::Scenarios),
    ("method", View::Method),
    ("brief", View::Brief),
];

/// Splits the fragment into the shared scenarios before it (empty: none) and the view.
#[must_use]
pub fn parse<'a>(fragment: &'a str, plan: &Plan) -> (&'a str, View) {
    let (link, path) = fragment.split_once('/').unwrap_or((fragment, ""));
    let view = match path.split_once('/') {
        Some(("t", id)) => plan
            .targets
            .iter()
            .find(|target| target.id == id)
            .map_or(View::NotFound, |target| View::Target(target.code)),
        None if path.is_empty() => View::Board,
        _ => NAMED
            .iter()
            .find(|(name, _)| *name == path)
            .map_or(View::NotFound, |(_, view)| *view),
    };
    (link, view)
}

/// The fragment of a view behind shared scenarios (empty: none).
#[must_use]
pub fn fragment(link: &str, view: View, plan: &Plan) -> String {
    if let View::Target(code) = view
        && let Some(target) = plan.targets.iter().find(|target| target.code == code)
    {
        return format!("{link}/t/{}", target.id);
    }
    match NAMED.iter().find(|(_, named)| *named == view) {
        Some((name, _)) => format!("{link}/{name}"),
        None if link.is_empty() => "/".to_string(),
        None => link.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{View, fragment, parse};

    #[test]
    fn an_address_comes_back_from_its_view() {
        let plan = plan::plan();
        for (text, link, view) in [
            ("/", "", View::Board),
            ("/t/income_per_capita", "", View::Target(plan.targets[0].code)),
            ("v1abc", "v1abc", View::Board),
            ("v1abc/t/income_per_capita", "v1abc", View::Target(plan.targets[0].code)),
            ("/levers", "", View::Levers),
            ("v1abc.v1def/compare", "v1abc.v1def", View::Compare),
        ] {
            assert_eq!(parse(text, plan), (link, view), "{text}");
            assert_eq!(fragment(link, view, plan), text);
        }
    }

    #[test]
    fn unknown_addresses_are_said_to_be_unknown() {
        let plan = plan::plan();
        assert_eq!(parse("/t/nothing", plan).1, View::NotFound);
        assert_eq!(parse("", plan), ("", View::Board));
        assert_eq!(parse("/x", plan).1, View::NotFound);
    }
}
