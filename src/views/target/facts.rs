//! The few facts on top: newest figure, each milestone's verdict, the pace so far.

use engine::{EveryYear, MilestoneResult, MilestoneState, Origin, Outlook, Phase, Threshold, Verdict};
use leptos::prelude::*;
use plan::{Language, Plan, Rule, Target, TargetKind};

use crate::components::VerdictMark;
use crate::state::{is_moving, use_state};
use crate::words;

/// The facts of the target at `position`, once a lever rests: the fan is what moves with the hand, and lines that are laid out
/// anew cost it a part of its frame.
#[component]
pub fn Facts(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let count = Memo::new(move |_| projection.with(|projection| projection.milestones.len()));
    let recent = Memo::new(move |_| projection.with(|projection| projection.recent));
    let has_probability = Memo::new(move |_| {
        projection.with(|projection| {
            projection
                .milestones
                .iter()
                .any(|milestone| milestone.probability.is_some())
        })
    });
    let is_moving = is_moving();
    view! {
        <dl class="facts" aria-busy=move || is_moving.get().then_some("true")>
            {(target.kind != TargetKind::Deed).then(|| view! { <Latest position/> })}
            {move || (0..count.get()).map(|index| view! { <MilestoneFact position index/> }).collect_view()}
            {move || recent.get().map(|recent| view! {
                <div>
                    <dt>{move || tr!(language.get(), target.recent, from = recent.from_year.to_string(), to = recent.to_year.to_string())}</dt>
                    <dd>{move || words::unit_per_year(&recent.pace, target.unit, language.get())}</dd>
                </div>
            })}
        </dl>
        {move || has_probability.get().then(|| view! { <p class="soft small">{move || tr!(language.get(), target.given_assumptions)}</p> })}
    }
}

#[component]
fn Latest(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let latest = Memo::new(move |_| projection.with(|projection| projection.series.last().copied()));
    let text = move || {
        let language = language.get();
        match latest.get() {
            Some(figure) => {
                let value = words::figure(&figure, language);
                let share = target.unit.is_percent;
                let value = if share { format!("{value}%") } else { value };
                let unit = if share { "" } else { target.unit.label.get(language) };
                let about = [unit, &figure.year.to_string(), words::status(&figure, language)];
                let about = about
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ");
                let note = match figure.origin {
                    Origin::Published(observation) => observation.note.map(|note| note.get(language)),
                    Origin::User { .. } => None,
                };
                view! { <span>{value}</span> " " <small class="block">{about}</small> <small class="soft block">{note}</small> }
                    .into_any()
            }
            None => view! { <small>{tr!(language, target.latest_none)}</small> }.into_any(),
        }
    };
    view! {
        <div class="latest">
            <dt>{move || tr!(language.get(), target.latest)}</dt>
            <dd>{text}</dd>
        </div>
    }
}

/// What a lever seldom changes about a milestone.
#[derive(Debug, Clone, PartialEq)]
struct Standing {
    year: Option<i16>,
    rule: Rule,
    threshold: Option<Threshold>,
    verdict: Verdict,
    /// What the verdict rests on, in words.
    basis: String,
}

#[component]
fn MilestoneFact(position: usize, index: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let result = Memo::new(move |_| projection.with(|projection| projection.milestones.get(index).copied()));
    let standing = Memo::new(move |_| {
        let result = result.get()?;
        Some(Standing {
            year: result.year,
            rule: result.rule,
            threshold: result.threshold,
            verdict: result.verdict,
            basis: words::state(&result, language.get()),
        })
    });
    let term = move || {
        let language = language.get();
        standing.get().map(|standing| {
            let rule = words::rule(target, standing.rule, standing.threshold.as_ref(), language);
            match standing.year {
                Some(year) => tr!(language, target.milestone, year = year.to_string(), rule = rule).to_string(),
                None => tr!(language, target.milestone_undated, rule = rule).to_string(),
            }
        })
    };
    let verdict = Memo::new(move |_| standing.with(|standing| standing.as_ref().map(|standing| standing.verdict)));
    let outlook = move || verdict.get().map_or(Outlook::Unknown, Verdict::outlook);
    let word = move || {
        verdict
            .get()
            .map_or("", |verdict| words::verdict(verdict, language.get()))
    };
    let details = move || result.get().map(|result| details(target, &result, language.get()));
    let basis = move || standing.get().map(|standing| standing.basis);
    let every_year = Memo::new(move |_| result.get().and_then(|result| result.every_year));
    let every_year = move || {
        let lines = stretches(state.plan, &every_year.get()?, language.get());
        Some(
            lines
                .into_iter()
                .map(|line| view! { <small class="block">{line}</small> })
                .collect_view(),
        )
    };
    view! {
        <div class=move || format!("milestone {}", words::outlook_class(outlook())) data-year=move || standing.get().and_then(|standing| standing.year)>
            <dt>{term}</dt>
            <dd>
                <VerdictMark sign=Signal::derive(move || words::sign(outlook())) word=Signal::derive(word)/>
                <small class="details">{details}</small>
                <small class="soft">{basis}</small>
                {every_year}
            </dd>
        </div>
    }
}

/// A bar that holds every year: the years of each horizon so far, and the chance that all the rest meet it.
fn stretches(plan: &Plan, every_year: &EveryYear, language: Language) -> Vec<String> {
    let years = |phase: Phase| {
        let from = phase.first_year(plan.base_year, plan.end_year).to_string();
        (from, phase.last_year(plan.end_year).to_string())
    };
    let all = |left: u16, probability: Option<f64>| {
        let probability = probability.filter(|_| left > 0)?;
        Some(
            tr!(
                language,
                target.every_year_all,
                percent = words::percent(probability, language)
            )
            .to_string(),
        )
    };
    let (
        (from, to),
        EveryYear {
            met,
            missed,
            left,
            later,
            ..
        },
    ) = (years(Phase::First), *every_year);
    let first = tr!(
        language,
        target.every_year,
        from = from,
        to = to,
        met = met,
        missed = missed,
        left = left
    );
    let first_all = if missed > 0 {
        Some(tr!(language, target.every_year_lost).to_string())
    } else {
        all(left, every_year.probability)
    };
    let (from, to) = years(Phase::Second);
    let second = tr!(language, target.every_year_later, from = from, to = to, left = later);
    let second_all = all(later, every_year.later_probability);
    let line = |counted: String, all: Option<String>| all.map_or(counted.clone(), |all| format!("{counted}; {all}"));
    vec![line(first.to_string(), first_all), line(second.to_string(), second_all)]
}

/// Probability, estimate and distance, as far as there are any.
fn details(target: &Target, result: &MilestoneResult, language: Language) -> String {
    let mut parts = Vec::new();
    if let Some(probability) = result.probability {
        let percent = words::percent(probability, language);
        parts.push(if target.kind == TargetKind::Annual {
            tr!(language, target.probability_yearly, percent = percent).to_string()
        } else {
            tr!(language, target.probability, percent = percent).to_string()
        });
    }
    let decimals = target.unit.decimals;
    if let Some(value) = result.value
        && matches!(result.state, MilestoneState::Unreported | MilestoneState::Open)
    {
        let value = words::level(value, target.unit, language);
        parts.push(tr!(language, target.estimate, value = value).to_string());
    }
    if let Some(headroom) = result.headroom {
        let size = words::amount(headroom.abs(), decimals, language);
        let is_exact = !size.chars().any(|digit| ('1'..='9').contains(&digit));
        // 99.52 % counts as 100 %: what is met is not short of anything.
        if is_exact {
            // Neither short of it nor past it by anything that shows.
        } else if headroom < 0.0 && result.verdict.outlook() != Outlook::Met {
            parts.push(tr!(language, target.short_by, value = size).to_string());
        } else if headroom > 0.0 {
            parts.push(tr!(language, target.past_by, value = size).to_string());
        }
    }
    if result.threshold.is_some_and(|threshold| threshold.rounds_to_full) {
        parts.push(tr!(language, target.rounds_to_full).to_string());
    }
    parts.join(" · ")
}
