//! What matters: each assumption from its low to its high end, and where the width of the fan comes from.
//!
//! Computed while it is open, once the assumptions rest.

use engine::question::{self, Bar, Tornado};
use engine::{Equation, Projection};
use leptos::prelude::*;
use plan::{Language, Target, TargetKind};

use super::question::{Asked, Levers, MilestoneChoice, asked, at_rest, in_question};
use crate::components::{Fold, StackedBar, SwingBar};
use crate::state::use_state;
use crate::words;

/// The panel, folded away until it is wanted.
#[component]
pub fn TornadoPanel(position: usize) -> impl IntoView {
    let language = use_state().language();
    let title = Signal::derive(move || tr!(language.get(), matters.title).to_string());
    view! { <Fold title level=2 class="matters"><Matters position/></Fold> }
}

#[component]
fn Matters(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    // No assumption moves the newest figure, which stands for the median of a bar that holds every year.
    let is_annual = target.kind == TargetKind::Annual;
    let by_probability = RwSignal::new(is_annual);
    let chosen = RwSignal::new(None);
    let milestones = asked(state, position);
    let current = in_question(milestones, chosen);
    let rest = at_rest(state, target.code);
    let tornado = Memo::new(move |_| {
        let asked = current.get()?;
        rest.with(|(shared, own)| question::tornado(&state.setting(shared), target, own, asked.index))
    });
    let bars = move || {
        let language = language.get();
        tornado.with(|tornado| match tornado {
            None => view! { <p class="soft">{tr!(language, matters.none)}</p> }.into_any(),
            Some(tornado) => {
                let levers = rest.with_untracked(|(shared, own)| Levers::of(state, target, shared, own));
                table(target, tornado, &levers, by_probability.get(), language)
            }
        })
    };
    let outcome = move |value: bool, word: fn(Language) -> &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name="outcome" prop:checked=move || by_probability.get() == value on:change=move |_| by_probability.set(value)/>
                <span>{move || word(language.get())}</span>
            </label>
        }
    };
    view! {
        <div class="choosing">
            <MilestoneChoice target asked=milestones current chosen/>
            {(!is_annual).then(|| view! {
                <fieldset class="choices">
                    <legend>{move || tr!(language.get(), matters.outcome)}</legend>
                    {outcome(false, |language| tr!(language, matters.median))}
                    {outcome(true, |language| tr!(language, matters.probability))}
                </fieldset>
            })}
        </div>
        {bars}
        <Spread position current/>
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
    let mut bars: Vec<&Bar> = tornado.bars.iter().filter(|bar| swing(bar) > 0.0).collect();
    bars.sort_by(|one, other| swing(other).total_cmp(&swing(one)));
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
    let rows: Vec<AnyView> = bars
        .iter()
        .map(|bar| {
            let [low, high] = ends(bar);
            let range = tr!(
                language,
                matters.range,
                low = words::amount(bar.assumption.low, 2, language),
                high = words::amount(bar.assumption.high, 2, language)
            )
            .to_string();
            let unit = levers.unit(&bar.assumption, language);
            view! {
                <tr>
                    <th scope="row">{levers.name(&bar.assumption, language)} <small class="soft block">{range} " " {unit}</small></th>
                    <td class="bar"><SwingBar low=at(low) base=at(base) high=at(high)/></td>
                    <td class="num">{tr!(language, matters.ends, low = text(low), high = text(high)).to_string()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let outcome = if by_probability {
        tr!(language, matters.probability)
    } else {
        tr!(language, matters.median)
    };
    view! {
        <p class="soft small">{tr!(language, matters.explain, value = text(base)).to_string()}</p>
        <table class="bars">
            <thead><tr>
                <th scope="col">{tr!(language, matters.assumption)}</th>
                <th scope="col" colspan="2">{outcome}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="soft small">{tr!(language, matters.limits)}</p>
    }
    .into_any()
}

/// Where the width of the fan comes from, in the year in question.
#[component]
fn Spread(position: usize, current: Memo<Option<Asked>>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let shares = Memo::new(move |_| {
        let year = current.get()?.year?;
        projection
            .with(|projection| shares(target, projection, year))
            .map(|shares| (year, shares))
    });
    move || {
        let (year, shares) = shares.get()?;
        let language = language.get();
        let names = [
            tr!(language, matters.common),
            tr!(language, matters.own),
            tr!(language, matters.rate),
            tr!(language, matters.long_run),
        ];
        let legend = ["s0", "s1", "s2", "s3"]
            .into_iter()
            .zip(names)
            .zip(shares)
            .filter(|(_, share)| *share > 0.0);
        let legend = legend.map(|((class, name), share)| {
            view! {
                <li>
                    <svg class="stacked key" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect class=class x="0.5" y="0.5" width="11" height="11"/></svg>
                    <b>{words::share(share, language)}</b> " " {name}
                </li>
            }
        });
        Some(view! {
            <h3>{tr!(language, matters.spread_title, year = year.to_string()).to_string()}</h3>
            <StackedBar shares=shares.to_vec()/>
            <ul class="legend">{legend.collect_view()}</ul>
            <p class="soft small">{tr!(language, matters.spread_explain)}</p>
        })
    }
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
