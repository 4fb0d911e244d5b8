//! What the chart shows, each part with its sign: a button turns it off and on. The kinds of points stand beside them.

use chart::Shows;
use engine::{Attainment, Projection};
use leptos::prelude::*;
use plan::{Language, Status};

use crate::state::use_state;

/// A part of the chart that can be turned off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Observed,
    Median,
    Band(usize),
    Marks,
    Paces,
}

const PARTS: [Part; 7] = [
    Part::Observed,
    Part::Median,
    Part::Band(0),
    Part::Band(1),
    Part::Band(2),
    Part::Marks,
    Part::Paces,
];

impl Part {
    fn of(self, shows: &mut Shows) -> &mut bool {
        match self {
            Self::Observed => &mut shows.observed,
            Self::Median => &mut shows.median,
            Self::Band(place) => &mut shows.bands[place],
            Self::Marks => &mut shows.marks,
            Self::Paces => &mut shows.paces,
        }
    }

    fn word(self, language: Language) -> &'static str {
        match self {
            Self::Observed => tr!(language, chart.observed),
            Self::Median => tr!(language, chart.median),
            Self::Band(place) => ["50%", "80%", "95%"][place],
            Self::Marks => tr!(language, chart.marks),
            Self::Paces => tr!(language, chart.paces),
        }
    }

    /// Whether there is anything of it.
    fn is_there(self, projection: &Projection) -> bool {
        let mut milestones = projection.milestones.iter();
        match self {
            Self::Observed => !projection.series.figures.is_empty(),
            Self::Median | Self::Band(_) => !projection.path.is_empty(),
            Self::Marks => milestones.any(|milestone| milestone.threshold.is_some()),
            Self::Paces => milestones
                .any(|milestone| milestone.required.is_some() && milestone.attainment != Some(Attainment::Already)),
        }
    }

    fn sign(self) -> AnyView {
        let inner = match self {
            Self::Observed => view! { <line x1="0" x2="22" y1="6" y2="6" stroke="var(--ink)" stroke-width="2"/><circle cx="11" cy="6" r="3.5" fill="var(--ink)"/> }.into_any(),
            Self::Median => view! { <line x1="0" x2="22" y1="6" y2="6" stroke="var(--fan)" stroke-width="2" stroke-dasharray="5 3"/> }.into_any(),
            Self::Band(place) => {
                // The bands lie upon one another, so the inner ones are darker.
                let opacity = ["0.42", "0.24", "0.11"][place];
                view! { <rect x="0" y="1" width="22" height="10" fill="var(--fan)" fill-opacity=opacity/> }.into_any()
            }
            Self::Marks => view! { <line x1="2" x2="20" y1="6" y2="6" stroke="var(--goal)" stroke-width="3"/> }.into_any(),
            Self::Paces => view! { <line x1="0" x2="22" y1="6" y2="6" stroke="var(--goal)" stroke-width="1.5" stroke-dasharray="1.5 4"/> }.into_any(),
        };
        view! { <svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">{inner}</svg> }.into_any()
    }
}

/// The legend of the chart of the target at `position`.
#[component]
pub fn Legend(position: usize, shows: RwSignal<Shows>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.rested(position);
    let there = Memo::new(move |_| projection.with(|projection| PARTS.map(|part| part.is_there(projection))));
    let button = move |(part, is_there): (Part, bool)| {
        let is_shown = move || *part.of(&mut shows.get());
        is_there.then(|| {
            view! {
                <button type="button" class="toggle" aria-pressed=move || is_shown().to_string()
                    on:click=move |_| shows.update(|shows| { let shown = part.of(shows); *shown = !*shown; })>
                    {part.sign()} {move || part.word(language.get())}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <div class="chart-parts" role="group" aria-label=move || tr!(language.get(), chart.legend)>
            {move || PARTS.into_iter().zip(there.get()).filter_map(button).collect::<Vec<AnyView>>()}
        </div>
        <Kinds position/>
    }
}

/// The kinds of points on the chart, where there is more than one.
#[component]
fn Kinds(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.rested(position);
    let known = Memo::new(move |_| {
        projection.with(|projection| {
            let has = |status: Option<Status>| projection.series.figures.iter().any(|figure| figure.status() == status);
            let known = [
                Some(Status::Final),
                Some(Status::Preliminary),
                Some(Status::Estimate),
                None,
            ];
            known.map(has)
        })
    });
    let sign = |place: usize| {
        match place {
        0 => view! { <circle cx="7" cy="7" r="4" fill="var(--ink)" stroke="var(--ink)" stroke-width="2"/> }.into_any(),
        1 => view! { <circle cx="7" cy="7" r="4" fill="var(--paper)" stroke="var(--ink)" stroke-width="2"/> }.into_any(),
        2 => view! { <path d="M7 1.5L12.5 7L7 12.5L1.5 7Z" fill="var(--paper)" stroke="var(--ink)" stroke-width="2"/> }.into_any(),
        _ => view! { <rect x="2.5" y="2.5" width="9" height="9" fill="var(--fan)" stroke="var(--paper)" stroke-width="1"/> }.into_any(),
    }
    };
    let word = move |place: usize| {
        let language = language.get();
        match place {
            0 => tr!(language, target.status_final),
            1 => tr!(language, target.status_preliminary),
            2 => tr!(language, target.status_estimate),
            _ => tr!(language, target.figures_mine),
        }
    };
    move || {
        let known = known.get();
        let places = (0..known.len()).filter(|place| known[*place]);
        let items: Vec<AnyView> = places
            .map(|place| {
                view! { <li><svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">{sign(place)}</svg> " " {word(place)}</li> }.into_any()
            })
            .collect();
        (!items.is_empty()).then(|| {
            view! { <p class="kinds-title soft small">{tr!(language.get(), chart.kinds)}</p> <ul class="kinds soft">{items}</ul> }
        })
    }
}
