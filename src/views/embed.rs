//! One target under a frozen scenario, for a frame in somebody else's page: verdicts, chart, source and date, and the way to the
//! whole page. Nothing can be changed here and nothing is kept.

use std::collections::BTreeSet;

use engine::{MilestoneResult, Origin};
use leptos::prelude::*;
use plan::{Language, Target};

use super::name::open_name;
use super::notices::ThenAndNow;
use super::target::{Plot, Size};
use crate::app::HEADING_ID;
use crate::state::{View, actions, use_state};
use crate::words;

/// The framed page.
#[component]
pub fn Embed(view: View) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let code = match view {
        View::Target(code) => code,
        _ => state.plan.targets[0].code,
    };
    let position = state
        .plan
        .targets
        .iter()
        .position(|target| target.code == code)
        .unwrap_or(0);
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let narrow = state.narrow();
    let size = Signal::derive(move || if narrow.get() { Size::Low } else { Size::Wide });
    let hint = Signal::derive(move || tr!(language.get(), target.read_hint).to_string());
    let milestones = move || {
        let language = language.get();
        projection.with(|projection| {
            let lines = projection
                .milestones
                .iter()
                .map(|result| milestone(target, result, language));
            lines.collect::<Vec<_>>()
        })
    };
    let sources = move || {
        projection.with(|projection| {
            let published = projection
                .series
                .figures
                .iter()
                .filter_map(|figure| match figure.origin {
                    Origin::Published(observation) => Some(observation.source),
                    Origin::User { .. } => None,
                });
            published
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
                .join("; ")
        })
    };
    let scenario = move || open_name(state, language.get());
    view! {
        <main class="embed">
            <h1 id=HEADING_ID tabindex="-1">{move || target.name.get(language.get())}</h1>
            <p class="soft small">
                {move || state.plan.title.get(language.get())} " · " {move || tr!(language.get(), target.chart_scenario)} " " <b>{scenario}</b>
            </p>
            <ul class="milestones">{milestones}</ul>
            <figure>
                <figcaption>{move || tr!(language.get(), target.chart_title, unit = target.unit.label.get(language.get()))}</figcaption>
                <Plot position id="embed".to_string() size hint/>
            </figure>
            <ThenAndNow/>
            <p class="soft small">
                {move || tr!(language.get(), embed.sources)} " " <span lang="vi">{sources}</span> ". "
                {move || tr!(language.get(), app.versions, data = state.plan.data_version, engine = engine::ENGINE_VERSION)} ". "
                <a href=move || actions::whole_page(state) target="_blank" rel="noopener">{move || tr!(language.get(), embed.whole)}</a>
            </p>
        </main>
    }
}

fn milestone(target: &Target, result: &MilestoneResult, language: Language) -> AnyView {
    let outlook = result.verdict.outlook();
    let year = result.year.map(|year| format!("{year}: "));
    let rule = words::rule(target, result.rule, result.threshold.as_ref(), language);
    let percent = result
        .probability
        .map(|share| format!(" {}", words::percent(share, language)));
    view! {
        <li>
            {year} {rule} " "
            <span class=format!("verdict {}", words::outlook_class(outlook))>
                <span class="sign" aria-hidden="true">{words::sign(outlook)}</span>
                {words::verdict(result.verdict, language)}
            </span>
            {percent}
        </li>
    }
    .into_any()
}
