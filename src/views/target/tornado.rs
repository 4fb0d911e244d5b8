//! What matters: each assumption from its low to its high end, and where the width of the fan comes from.
//!
//! Computed while it is open, once the assumptions rest.

use engine::question::{self, Bar, Tornado};
use engine::{Equation, Projection};
use leptos::prelude::*;
use plan::{Language, Target, TargetKind};

use super::fold::Fold;
use super::question::{Levers, Question};
use crate::components::{Cell, Choice, StackedBar, Table};
use crate::state::use_state;
use crate::words;

/// The panel, folded away until it is wanted.
#[component]
pub fn TornadoPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, matters.title) level=2 class="matters" is_open=false><Matters position/></Fold> }
}

#[component]
fn Matters(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    // No assumption moves the newest figure, which stands for the median of a bar that holds every year.
    let is_annual = target.kind == TargetKind::Annual;
    let outcome = RwSignal::new(usize::from(is_annual));
    let question = Question::new(position, "matters-milestone");
    let tornado = Memo::new(move |_| {
        let (shared, own) = question.rest();
        question::tornado(&state.setting(&shared), target, &own, question.milestone()?.index)
    });
    let options = Signal::derive(move || {
        let words = [
            tr!(language.get(), matters.median),
            tr!(language.get(), matters.probability),
        ];
        words
            .into_iter()
            .skip(usize::from(is_annual))
            .map(str::to_string)
            .collect()
    });
    let label = Signal::derive(move || tr!(language.get(), matters.outcome).to_string());
    let projection = state.projections.at(position);
    let shown = move || {
        let language = language.get();
        let (shared, own) = question.rest();
        tornado.with(|tornado| {
            let Some(tornado) = tornado else {
                return view! { <p class="soft">{tr!(language, matters.none)}</p> }.into_any();
            };
            let levers = Levers::of(state, target, &shared, &own);
            let year = question.milestone().and_then(|asked| asked.year);
            let spread = year.and_then(|year| {
                // The inputs at rest say when it has changed.
                let shares = projection.with_untracked(|projection| shares(target, projection, year))?;
                Some(spread(year, shares, language))
            });
            view! { {table(target, tornado, &levers, outcome.get() == 1, language)} {spread} }.into_any()
        })
    };
    view! {
        <div class="choosing">{question.choice()} <Choice id="outcome" label options chosen=outcome/></div>
        {shown}
    }
}

fn table(target: &Target, tornado: &Tornado, levers: &Levers, by_probability: bool, language: Language) -> AnyView {
    let ends = |bar: &Bar| if by_probability { bar.probabilities } else { bar.medians };
    let swing = |bar: &Bar| {
        if by_probability {
            bar.probability_swing()
        } else {
            bar.median_swing()
        }
    };
    let base = if by_probability {
        tornado.probability
    } else {
        tornado.median
    };
    let bars = by_swing(&tornado.bars, swing);
    let all = || bars.iter().flat_map(|bar| ends(bar)).chain([base]);
    let (least, most) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    );
    let at = |value: f64| {
        if most > least {
            (value - least) / (most - least)
        } else {
            0.5
        }
    };
    let text = |value: f64| {
        if by_probability {
            words::percent(value, language)
        } else {
            words::level(value, target.unit, language)
        }
    };
    let row = |bar: &&Bar| {
        let [low, high] = ends(bar);
        let range = tr!(
            language,
            matters.range,
            low = words::amount(bar.assumption.low, 2, language),
            high = words::amount(bar.assumption.high, 2, language)
        );
        let range = format!("{range} {}", levers.unit(&bar.assumption, language));
        vec![
            Cell::Noted(levers.name(&bar.assumption, language), range),
            Cell::Swing(at(low), at(base), at(high)),
            Cell::Number(format!("{} → {}", text(low), text(high))),
        ]
    };
    let rows: Vec<Vec<Cell>> = bars.iter().map(row).collect();
    let outcome = if by_probability {
        tr!(language, matters.probability)
    } else {
        tr!(language, matters.median)
    };
    let head = [tr!(language, matters.assumption), outcome, ""];
    view! {
        <p class="soft small">{tr!(language, matters.explain, value = text(base)).to_string()}</p>
        <Table class="bars" head=head.map(|word| Cell::Text(word.to_string())).to_vec() rows/>
        <p class="soft small">{tr!(language, matters.limits)}</p>
    }
    .into_any()
}

/// The bars that move anything, the widest first. There are a dozen at most: a general sort would cost the page more bytes
/// than it is worth.
fn by_swing(bars: &[Bar], swing: impl Fn(&Bar) -> f64) -> Vec<&Bar> {
    let mut left: Vec<&Bar> = bars.iter().filter(|bar| swing(bar) > 0.0).collect();
    let mut sorted = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let mut widest = 0;
        for (place, bar) in left.iter().enumerate() {
            if swing(bar) > swing(left[widest]) {
                widest = place;
            }
        }
        sorted.push(left.remove(widest));
    }
    sorted
}

/// Where the width of the fan in `year` comes from.
fn spread(year: i16, shares: [f64; 4], language: Language) -> AnyView {
    let names = [
        tr!(language, matters.common),
        tr!(language, matters.own),
        tr!(language, matters.rate),
        tr!(language, matters.long_run),
    ];
    let legend = names
        .into_iter()
        .zip(shares)
        .enumerate()
        .filter(|(_, (_, share))| *share >= 0.005);
    let legend = legend.map(|(place, (name, share))| {
        let key = format!("s{place}");
        view! {
            <li>
                <svg class="stacked key" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect class=key x="0.5" y="0.5" width="11" height="11"/></svg>
                " " <b>{words::share(share, language)}</b> " " {name}
            </li>
        }
        .into_any()
    });
    view! {
        <h3>{tr!(language, matters.spread_title, year = year.to_string()).to_string()}</h3>
        <StackedBar shares=shares.to_vec()/>
        <ul class="legend">{legend.collect::<Vec<AnyView>>()}</ul>
        <p class="soft small">{tr!(language, matters.spread_explain)}</p>
    }
    .into_any()
}

/// Common, own, rate, long-run rate; None where the year has a figure or figures do not drift.
fn shares(target: &Target, projection: &Projection, year: i16) -> Option<[f64; 4]> {
    let Some((_, Equation::Drift(drift, prior))) = projection.equation else {
        return None;
    };
    let years = u16::try_from(year.checked_sub(drift.last_year)?).ok()?;
    let weight = target.method?.prior.plan_weight;
    let shares = question::spread_shares(&drift, &prior, projection.mode, weight, years)?;
    Some([shares.common, shares.own, shares.rate, shares.long_run])
}
