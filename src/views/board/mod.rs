//! The board: every target of the plan, what happened, and where the open scenario leads.

mod cells;
mod filter;
mod joint;
mod row;

use engine::Outlook;
use leptos::prelude::*;
use plan::Language;

use crate::app::HEADING_ID;
use crate::state::{AppState, Turns, actions, use_state};
use crate::views::hints::Hints;
use crate::words;
pub use cells::{Altered, Cells};
use filter::{Filter, Group, Order, arranged};
use joint::JointPanel;
use row::{BoardHead, BoardRow, row_id};

/// What outlives the screen, so that coming back finds it as it was.
#[derive(Clone, Copy, Default)]
pub struct BoardMemory {
    /// What the reader asked the board to show.
    filter: RwSignal<Filter>,
    /// Code of the target that the reader comes back from.
    left_for: RwSignal<Option<u8>>,
}

impl BoardMemory {
    /// The reader comes back from the target with this code: its row takes the focus once it stands.
    pub fn come_back(self, code: u8) {
        self.left_for.set(Some(code));
    }
}

/// Rows that are built at once: some five milliseconds on a laptop.
const ROWS_A_TURN: usize = 3;
/// What is built between the cells and the rows: the panel of milestones taken together, and the filters.
const BEFORE_ROWS: usize = 2;

/// The screen.
#[component]
pub fn Board() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let memory: BoardMemory = expect_context();
    let filter = memory.filter;
    let groups = Memo::new(move |_| filter.with(|filter| arranged(state, filter)));
    let found =
        Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.positions.len()).sum::<usize>()));
    // All at once would hold up a weak machine for a quarter of a second. From the top to the bottom, so that nothing that
    // stands there moves.
    let years = state.plan.milestone_years().len();
    let in_rows = |group: &Group| group.positions.len().div_ceil(ROWS_A_TURN);
    let rows: usize = groups.with_untracked(|groups| groups.iter().map(in_rows).sum());
    let turns = Turns::start(years + BEFORE_ROWS + rows);
    let is_building = Memo::new(move |_| !turns.are_over());
    Effect::new(move |_| {
        if is_building.get() {
            return;
        }
        if let Some(code) = memory.left_for.get() {
            memory.left_for.set(None);
            // The last rows are built in this very turn, perhaps after this.
            actions::soon(move || {
                // A reader who has begun with something else meanwhile goes on with that. The filters may hide the row.
                if !actions::is_in_use() && !actions::focus_in_the_middle(&row_id(code)) {
                    actions::focus(HEADING_ID);
                }
            });
        }
    });
    view! {
        <main aria-busy=move || is_building.get().then_some("true")>
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), board.title, count = state.plan.targets.len())}</h1>
            <p class="lede">{move || tr!(language.get(), board.lede)}</p>
            <Hints/>
            // The cells are one link a milestone: too many stops on the way to the search.
            <a class="skip skip-cells" href="#search" on:click=move |event| {
                event.prevent_default();
                actions::focus("search");
            }>{move || tr!(language.get(), board.skip_cells)}</a>
            <Cells turns/>
            {turns.part(years, || view! { <JointPanel/> })}
            {turns.part(years + 1, move || view! {
                <FilterBar filter/>
                <p class="soft found" role="status">{move || found_words(found.get(), language.get())}</p>
            })}
            {move || {
                let mut turn = years + BEFORE_ROWS;
                groups.get().into_iter().map(|group| {
                    let first = turn;
                    turn += in_rows(&group);
                    view! { <Section group turns first/> }
                }).collect_view()
            }}
            {move || (found.get() == 0).then(|| view! {
                <p>{move || tr!(language.get(), board.none_found)} " "
                    <button type="button" on:click=move |_| filter.set(Filter::default())>{move || tr!(language.get(), board.clear_filters)}</button>
                </p>
            })}
        </main>
    }
}

/// How many targets a search has found.
pub fn found_words(count: usize, language: Language) -> String {
    match count {
        1 => tr!(language, board.found_one).to_string(),
        count => tr!(language, board.found, count = count),
    }
}

/// The targets of one field, from the turn `first` on; before it, as high as it is about to be.
#[component]
fn Section(group: Group, turns: Turns, first: usize) -> impl IntoView {
    let language = use_state().language();
    let rows = group.positions.len();
    let table = turns.part(first, move || {
        let heading = move || match group.field {
            Some(field) => field.name.get(language.get()),
            None => tr!(language.get(), board.ranking),
        };
        let rows = group.positions.chunks(ROWS_A_TURN).map(<[usize]>::to_vec).enumerate();
        let rows = rows.map(|(index, positions)| {
            turns.part(first + index, move || {
                positions
                    .iter()
                    .map(|position| view! { <BoardRow position=*position/> })
                    .collect_view()
            })
        });
        view! {
            <h2>{heading}</h2>
            <table class="board">
                <BoardHead/>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    });
    view! { <section class="field" class:unbuilt=move || !turns.has_come(first) style=("--rows", rows.to_string())>{table}</section> }
}

#[component]
fn FilterBar(filter: RwSignal<Filter>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <form class="filters" on:submit=move |event| event.prevent_default()>
            <label class="search">
                <span>{move || tr!(language.get(), board.search)}</span>
                <input type="search" id="search" placeholder=move || tr!(language.get(), board.search_hint)
                    prop:value=move || filter.with(|filter| filter.search.clone())
                    on:input=move |event| filter.update(|filter| filter.search = event_target_value(&event))/>
            </label>
            <label>
                <span>{move || tr!(language.get(), board.field)}</span>
                <select prop:value=move || filter.with(|filter| filter.field.unwrap_or_default())
                    on:change=move |event| filter.update(|filter| filter.field = chosen(state.plan.fields.iter().map(|field| field.id), &event_target_value(&event)))>
                    <option value="">{move || tr!(language.get(), board.all)}</option>
                    {state.plan.fields.iter().map(|field| view! { <option value=field.id>{move || field.name.get(language.get())}</option> }).collect_view()}
                </select>
            </label>
            <label>
                <span>{move || tr!(language.get(), board.owner)}</span>
                <select prop:value=move || filter.with(|filter| filter.owner.unwrap_or_default())
                    on:change=move |event| filter.update(|filter| filter.owner = chosen(owner_items(state).into_iter(), &event_target_value(&event)))>
                    <option value="">{move || tr!(language.get(), board.all)}</option>
                    {owner_items(state).into_iter().map(|item| view! { <option value=item>{move || owner_name(state, item, language.get())}</option> }).collect_view()}
                </select>
            </label>
            <label>
                <span>{move || tr!(language.get(), board.outlook)}</span>
                <select prop:value=move || filter.with(|filter| filter.outlook.map_or_else(String::new, |outlook| (outlook as usize).to_string()))
                    on:change=move |event| filter.update(|filter| {
                        filter.outlook = event_target_value(&event).parse::<usize>().ok().and_then(|position| Outlook::ALL.get(position).copied());
                    })>
                    <option value="">{move || tr!(language.get(), board.all)}</option>
                    {Outlook::ALL.into_iter().map(|outlook| view! {
                        <option value=(outlook as usize).to_string()>{move || words::outlook_word(outlook, language.get())}</option>
                    }).collect_view()}
                </select>
            </label>
            <label>
                <span>{move || tr!(language.get(), board.sort)}</span>
                <select class="order" prop:value=move || filter.with(|filter| match filter.order {
                        Order::Plan => "plan".to_string(),
                        Order::Likelihood(None) => "likelihood".to_string(),
                        Order::Likelihood(Some(year)) => year.to_string(),
                    })
                    on:change=move |event| filter.update(|filter| {
                        filter.order = match event_target_value(&event).as_str() {
                            "plan" => Order::Plan,
                            // No number: any year.
                            year => Order::Likelihood(year.parse().ok()),
                        };
                    })>
                    <option value="plan">{move || tr!(language.get(), board.sort_plan)}</option>
                    <option value="likelihood">{move || tr!(language.get(), board.sort_gap)}</option>
                    {state.plan.milestone_years().into_iter().flatten().map(|year| view! {
                        <option value=year.to_string()>{move || tr!(language.get(), board.sort_year, year = year.to_string()).to_string()}</option>
                    }).collect_view()}
                </select>
            </label>
        </form>
    }
}

/// The whole province's own targets stand under this item.
const WHOLE_PROVINCE: &str = "I";

/// Owners that lead at least one target, in the plan's order, the whole province first.
fn owner_items(state: AppState) -> Vec<&'static str> {
    let leads = |item: &str| {
        state
            .plan
            .targets
            .iter()
            .any(|target| target.owner.is_some_and(|owner| owner.item == item))
    };
    std::iter::once(WHOLE_PROVINCE)
        .chain(
            state
                .plan
                .owners
                .iter()
                .map(|owner| owner.item)
                .filter(|item| leads(item)),
        )
        .collect()
}

fn owner_name(state: AppState, item: &str, language: Language) -> &'static str {
    state.plan.owners.iter().find(|owner| owner.item == item).map_or_else(
        || tr!(language, board.whole_province),
        |owner| owner.short.get(language),
    )
}

/// The one of `known` that was chosen; None for all.
fn chosen(mut known: impl Iterator<Item = &'static str>, value: &str) -> Option<&'static str> {
    known.find(|item| *item == value)
}
