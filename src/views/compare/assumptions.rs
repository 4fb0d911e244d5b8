//! What differs between the scenarios' assumptions.

use engine::between::{Difference, differences, without};
use engine::{Change, Scenario};
use leptos::prelude::*;
use plan::Language;

use super::columns::{Columns, LETTERS};
use crate::state::{AppState, use_state};
use crate::views::changed;

/// Lines that are shown before a reader asks for all.
const FIRST_LINES: usize = 12;

/// The table.
#[component]
pub fn Assumptions() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let columns: Columns = expect_context();
    let scenarios = Memo::new(move |_| {
        let open = state.open().with(|open| open.saved.scenario.clone());
        let others = columns
            .others
            .with(|others| others.iter().map(|column| column.scenario.clone()).collect::<Vec<_>>());
        std::iter::once(open).chain(others).collect::<Vec<Scenario>>()
    });
    let lines = Memo::new(move |_| {
        let language = language.get();
        // What reads the same is the same to a reader: a value set by hand to what is shipped.
        let reads_differently = |line: &Line, scenarios: &[Scenario]| {
            let texts = line.values.iter().zip(scenarios);
            let mut texts =
                texts.map(|(change, scenario)| changed::value(state, scenario, line.code, *change, language));
            let first = texts.next();
            texts.any(|text| Some(text) != first)
        };
        scenarios.with(|scenarios| {
            let mut lines = lines(scenarios);
            lines.retain(|line| reads_differently(line, scenarios));
            lines
        })
    });
    let shows_all = RwSignal::new(false);
    let more = Memo::new(move |_| lines.with(Vec::len).saturating_sub(FIRST_LINES));
    let head = move || {
        let count = columns.names.with(Vec::len);
        let heads = LETTERS
            .into_iter()
            .take(count)
            .map(|letter| view! { <th scope="col">{letter}</th> }.into_any());
        heads.collect::<Vec<_>>()
    };
    let body = move || {
        let language = language.get();
        scenarios.with(|scenarios| {
            lines.with(|lines| {
                let shown = if shows_all.get() { lines.len() } else { FIRST_LINES };
                lines
                    .iter()
                    .take(shown)
                    .map(|line| row(state, line, scenarios, language))
                    .collect::<Vec<_>>()
            })
        })
    };
    view! {
        <section aria-labelledby="assumptions-heading">
            <h2 id="assumptions-heading">{move || tr!(language.get(), compare.assumptions)}</h2>
            {move || if lines.with(Vec::is_empty) {
                view! { <p class="soft">{tr!(language.get(), compare.same_assumptions)}</p> }.into_any()
            } else {
                view! {
                    {move || (more.get() > 0).then(|| view! {
                        <label class="all">
                            <input type="checkbox" prop:checked=move || shows_all.get() on:change=move |event| shows_all.set(event_target_checked(&event))/>
                            {move || tr!(language.get(), compare.all_assumptions, count = more.get() + FIRST_LINES)}
                        </label>
                    })}
                    <div class="wide" role="region" tabindex="0" aria-labelledby="assumptions-heading">
                        <table class="side-by-side">
                            <thead><tr><th scope="col">{move || tr!(language.get(), compare.assumption)}</th>{head}</tr></thead>
                            <tbody>{body}</tbody>
                        </table>
                    </div>
                }
                .into_any()
            }}
        </section>
    }
}

/// One assumption that not all scenarios share: whose it is, and how each has it.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    code: u8,
    values: Vec<Change>,
}

fn lines(scenarios: &[Scenario]) -> Vec<Line> {
    let Some((first, others)) = scenarios.split_first() else {
        return Vec::new();
    };
    let mut lines: Vec<Line> = Vec::new();
    for (place, other) in others.iter().enumerate() {
        for Difference { code, before, after } in differences(first, other) {
            let is_it = |line: &&mut Line| line.code == code && without(line.values[0]) == without(before);
            let line = match lines.iter_mut().find(is_it) {
                Some(line) => line,
                None => {
                    // Those that do not differ from the first have its value.
                    let values = vec![before; scenarios.len()];
                    lines.push(Line { code, values });
                    let last = lines.len() - 1;
                    &mut lines[last]
                }
            };
            line.values[place + 1] = after;
        }
    }
    lines.sort_by_key(|line| line.code);
    lines
}

fn row(state: AppState, line: &Line, scenarios: &[Scenario], language: Language) -> AnyView {
    let cells = line
        .values
        .iter()
        .zip(scenarios)
        .zip(LETTERS)
        .map(|((change, scenario), letter)| {
            let value = changed::value(state, scenario, line.code, *change, language);
            view! { <td><span class="letter soft">{letter}</span> {value}</td> }.into_any()
        });
    let cells: Vec<AnyView> = cells.collect();
    let what = line
        .values
        .first()
        .map(|change| changed::what(state, line.code, *change, language));
    view! {
        <tr>
            <th scope="row">{changed::whose(state, line.code, language)} <small class="soft block">{what}</small></th>
            {cells}
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::lines;
    use engine::{Change, Mode, Scenario};

    #[test]
    fn each_assumption_has_one_line_with_every_scenarios_value() {
        let plan = plan::plan();
        let change = Change::Mode(Some(Mode::Plan));
        let code = plan.targets[0].code;
        let mut planned = Scenario::default();
        planned.apply(plan, code, change).unwrap();
        let found = lines(&[Scenario::default(), planned.clone(), Scenario::default()]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].values, [Change::Mode(None), change, Change::Mode(None)]);
        assert_eq!(lines(&[planned.clone(), planned]), []);
    }
}
