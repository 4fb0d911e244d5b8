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
    strongest: Confidence,
    /// Years by series and territory.
    series: BTreeMap<(&'static str, &'static str), (Text, Vec<i16>)>,
}

/// The list, those with most figures first.
#[component]
pub fn Sources() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let sources = sources(state.plan);
        let mut own = state.plan.targets.iter().flat_map(|target| target.observations);
        let home = own.next().map(|figure| figure.area);
        let figures: usize = sources.iter().map(|source| source.figures).sum();
        let count = tr!(
            language,
            method.sources_count,
            figures = figures,
            sources = sources.len()
        );
        let items: Vec<AnyView> = sources.iter().map(|source| item(source, home, language)).collect();
        view! { <p>{count}</p> <ol class="sources">{items}</ol> }
    }
}

fn item(source: &Source, home: Option<&str>, language: Language) -> AnyView {
    // One text a series, with what each territory has.
    let mut series: Vec<(&str, Text, Vec<String>)> = Vec::new();
    for ((id, area), (name, years)) in &source.series {
        let years: Vec<String> = years.iter().map(i16::to_string).collect();
        // Figures of the region and of the country stand beside the province's own.
        let area = if Some(*area) == home {
            String::new()
        } else {
            format!("{area}: ")
        };
        let part = format!("{area}{}", years.join(", "));
        match series.last_mut().filter(|(last, ..)| last == id) {
            Some((.., parts)) => parts.push(part),
            None => series.push((*id, *name, vec![part])),
        }
    }
    let series = series.into_iter();
    let series = series.map(|(_, name, parts)| format!("{} ({})", name.get(language), parts.join("; ")));
    let series: Vec<String> = series.collect();
    let link = (!source.address.is_empty()).then(|| {
        let address = format!("https://{}", source.address);
        view! { " " <a href=address rel="noreferrer external">{source.address}</a> }
    });
    let trust = match source.weakest {
        Confidence::Low => tr!(language, target.confidence_low),
        Confidence::Medium => tr!(language, target.confidence_medium),
        Confidence::High => tr!(language, target.confidence_high),
    };
    let trust = match source.weakest == source.strongest {
        true => trust.to_string(),
        false => tr!(language, target.confidence_or_better, weakest = trust).to_string(),
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
            strongest: Confidence::Low,
            series: BTreeMap::new(),
        });
        sources.len() - 1
    });
    let source = &mut sources[place];
    source.figures += 1;
    source.weakest = source.weakest.min(figure.confidence);
    source.strongest = source.strongest.max(figure.confidence);
    let (_, years) = source
        .series
        .entry((id, figure.area))
        .or_insert_with(|| (name, Vec::new()));
    if !years.contains(&figure.year) {
        years.push(figure.year);
        years.sort_unstable();
    }
}
