//! Every milestone under each scenario, and how far its probability moves on the same draws.

use engine::{MilestoneResult, Projection};
use leptos::prelude::*;
use plan::{Language, Target};
use wire::paired::{Answer, Versus};

use super::columns::{Columns, LETTERS};
use crate::state::{AppState, Comparison, View, actions, compared, use_state};
use crate::words;

/// The table; what is the same under all of them is left out unless asked for.
#[component]
pub fn Milestones() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let columns: Columns = expect_context();
    let comparison = compared(state);
    let shows_all = RwSignal::new(false);
    let rows = Memo::new(move |_| rows(state, columns));
    let shown = Memo::new(move |_| {
        let all = shows_all.get();
        rows.with(|rows| {
            rows.iter()
                .filter(|row| all || row.differs())
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let counts = Memo::new(move |_| rows.with(|rows| (rows.iter().filter(|row| row.differs()).count(), rows.len())));
    let note = move || match comparison.get() {
        Comparison::Waiting => tr!(language.get(), compare.waiting).to_string(),
        Comparison::Failed => tr!(language.get(), compare.failed).to_string(),
        Comparison::Given(answer, _) => tr!(
            language.get(),
            compare.same_draws,
            draws = words::number(f64::from(answer.draws), 0, language.get())
        ),
    };
    let body = move || {
        let language = language.get();
        let answer = match comparison.get() {
            Comparison::Given(answer, _) => Some(answer),
            _ => None,
        };
        shown
            .get()
            .iter()
            .map(|row| line(state, row, answer.as_deref(), language))
            .collect::<Vec<_>>()
    };
    let head = move || {
        let names = columns.names.get();
        let cell = |(place, name): (usize, String)| {
            let letter = LETTERS.get(place).copied().unwrap_or_default();
            view! { <th scope="col">{letter} " " <span class="soft">{name}</span></th> }.into_any()
        };
        names.into_iter().enumerate().map(cell).collect::<Vec<_>>()
    };
    view! {
        <section aria-labelledby="milestones-heading">
            <h2 id="milestones-heading">{move || tr!(language.get(), compare.milestones)}</h2>
            <p class="soft">
                {move || { let (differing, all) = counts.get(); tr!(language.get(), compare.differing, count = differing, all = all) }} " " {note}
            </p>
            <label class="all">
                <input type="checkbox" prop:checked=move || shows_all.get() on:change=move |event| shows_all.set(event_target_checked(&event))/>
                {move || tr!(language.get(), compare.show_all)}
            </label>
            <div class="wide" role="region" tabindex="0" aria-labelledby="milestones-heading">
                <table class="side-by-side">
                    <thead><tr>
                        <th scope="col">{move || tr!(language.get(), compare.milestone)}</th>
                        {head}
                    </tr></thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
        </section>
    }
}

/// A milestone under each scenario, the open one first.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    position: usize,
    index: usize,
    results: Vec<Option<MilestoneResult>>,
    /// The median in its year.
    medians: Vec<Option<f64>>,
}

impl Row {
    /// Whether a reader would see a difference: in verdict, median or a percent.
    fn differs(&self) -> bool {
        let shown = |place: usize| {
            let result = self.results[place].map(|result| {
                #[expect(clippy::cast_possible_truncation, reason = "a share in thousandths")]
                let share = result.probability.map(|share| (share * 1000.0).round() as i32);
                (result.verdict, share)
            });
            (result, self.medians[place].map(f64::to_bits))
        };
        (1..self.results.len()).any(|place| shown(place) != shown(0))
    }
}

fn rows(state: AppState, columns: Columns) -> Vec<Row> {
    columns.others.with(|others| {
        let targets = state.plan.targets.iter().enumerate();
        targets
            .flat_map(|(position, _)| {
                let own = state.projections.at(position).get();
                let rows = 0..own.milestones.len();
                rows.map(|index| {
                    let all = std::iter::once(&own).chain(others.iter().map(|column| &column.projections[position]));
                    let (results, medians) = all.map(|projection| at(projection, index)).unzip();
                    Row {
                        position,
                        index,
                        results,
                        medians,
                    }
                })
                .collect::<Vec<_>>()
            })
            .collect()
    })
}

fn at(projection: &Projection, index: usize) -> (Option<MilestoneResult>, Option<f64>) {
    let result = projection.milestones.get(index).copied();
    let year = result.and_then(|result| result.year);
    let median = year.and_then(|year| projection.path.iter().find(|point| point.year == year));
    (result, median.map(|point| point.median))
}

fn line(state: AppState, row: &Row, answer: Option<&Answer>, language: Language) -> AnyView {
    let target = &state.plan.targets[row.position];
    let found = answer.and_then(|answer| {
        let is_it =
            |milestone: &&wire::paired::Milestone| milestone.code == target.code && milestone.index == row.index;
        answer.milestones.iter().find(is_it)
    });
    let cells = row
        .results
        .iter()
        .zip(&row.medians)
        .enumerate()
        .map(|(place, (result, median))| {
            let versus = place
                .checked_sub(1)
                .and_then(|other| found?.versus.get(other).copied().flatten());
            cell(target, place, (result.as_ref(), *median), versus, language)
        });
    let cells: Vec<AnyView> = cells.collect();
    let first = row.results.first().copied().flatten();
    let asked = first.map(|result| words::rule(target, result.rule, result.threshold.as_ref(), language));
    let year = first.and_then(|result| result.year).map(|year| format!("{year}: "));
    let code = target.code;
    view! {
        <tr>
            <th scope="row">
                <a href=move || { state.view().track(); actions::href(state, View::Target(code)) }>{target.name.get(language)}</a>
                <small class="soft block">{year} {asked}</small>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(
    target: &Target,
    place: usize,
    (result, median): (Option<&MilestoneResult>, Option<f64>),
    versus: Option<Versus>,
    language: Language,
) -> AnyView {
    // Where the heading cannot stay in sight.
    let letter = LETTERS.get(place).copied().unwrap_or_default();
    let letter = view! { <span class="letter soft">{letter}</span> };
    let Some(result) = result else {
        return view! { <td>{letter} "–"</td> }.into_any();
    };
    let outlook = result.verdict.outlook();
    let percent = result
        .probability
        .map(|share| format!(" {}", words::percent(share, language)));
    let median = median.map(|median| {
        let number = words::number(median, target.unit.decimals, language);
        view! { <small class="soft block">{tr!(language, compare.median, value = words::with_unit(&number, target.unit, language))}</small> }
    });
    let moved = versus.filter(|versus| versus.difference != 0.0).map(|versus| {
        let points = words::signed(versus.difference * 100.0, 1, language);
        let error = words::number(versus.standard_error * 200.0, 1, language);
        view! { <small class="block moved">{tr!(language, compare.points, points = points, error = error)}</small> }
    });
    view! {
        <td>
            {letter}
            <span class=format!("verdict {}", words::outlook_class(outlook))>
                <span class="sign" aria-hidden="true">{words::sign(outlook)}</span>
                {words::verdict(result.verdict, language)}
            </span>
            {percent}
            {median}
            {moved}
        </td>
    }
    .into_any()
}
