//! Where the observed figures come from: each source with its address, what it gives and for which years.

use std::collections::BTreeMap;

use leptos::prelude::*;
use plan::{Confidence, Language, Observation, Plan, Text};

use crate::state::use_state;

/// What one source gives.
struct Source {
    name: &'static str,
    address: &'static str,
    figures: usize,
    weakest: Confidence,
    /// Years by the name of the series.
    series: BTreeMap<&'static str, (Text, Vec<i16>)>,
}

/// The list, those with most figures first.
#[component]
pub fn Sources() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let sources = sources(state.plan);
        let figures: usize = sources.iter().map(|source| source.figures).sum();
        let count = tr!(
            language,
            method.sources_count,
            figures = figures,
            sources = sources.len()
        );
        let items: Vec<AnyView> = sources.iter().map(|source| item(source, language)).collect();
        view! { <p>{count}</p> <ol class="sources">{items}</ol> }
    }
}

fn item(source: &Source, language: Language) -> AnyView {
    let series: Vec<String> = source
        .series
        .values()
        .map(|(name, years)| {
            let years: Vec<String> = years.iter().map(i16::to_string).collect();
            format!("{} ({})", name.get(language), years.join(", "))
        })
        .collect();
    let link = (!source.address.is_empty()).then(|| {
        let address = format!("https://{}", source.address);
        view! { " " <a href=address rel="noreferrer external">{source.address}</a> }
    });
    let trust = match source.weakest {
        Confidence::Low => tr!(language, target.confidence_low),
        Confidence::Medium => tr!(language, target.confidence_medium),
        Confidence::High => tr!(language, target.confidence_high),
    };
    view! {
        // Sources call themselves by their Vietnamese names.
        <li><b lang="vi">{source.name}</b> {link} <span class="block">{series.join("; ")}</span> <small class="soft">{trust}</small></li>
    }
    .into_any()
}

fn sources(plan: &'static Plan) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let targets = plan.targets.iter().flat_map(|target| {
        let figures = target.observations.iter().chain(target.references);
        figures.map(move |figure| (target.id, target.name, figure))
    });
    let others = plan::OTHER_SERIES.iter().flat_map(|series| {
        series
            .observations
            .iter()
            .map(move |figure| (series.id, series.name, figure))
    });
    for (id, name, figure) in targets.chain(others) {
        add(&mut sources, id, name, figure);
    }
    sources.sort_by_key(|source| (std::cmp::Reverse(source.figures), source.name));
    sources
}

fn add(sources: &mut Vec<Source>, id: &'static str, name: Text, figure: &'static Observation) {
    let is_it = |source: &Source| source.name == figure.source && source.address == figure.address;
    let place = sources.iter().position(is_it).unwrap_or_else(|| {
        sources.push(Source {
            name: figure.source,
            address: figure.address,
            figures: 0,
            weakest: Confidence::High,
            series: BTreeMap::new(),
        });
        sources.len() - 1
    });
    let source = &mut sources[place];
    source.figures += 1;
    source.weakest = source.weakest.min(figure.confidence);
    let (_, years) = source.series.entry(id).or_insert_with(|| (name, Vec::new()));
    if !years.contains(&figure.year) {
        years.push(figure.year);
        years.sort_unstable();
    }
}
