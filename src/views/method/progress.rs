//! The four methods of progress so far: what each measures and where its classes begin.

use engine::progress::{FAIR, MODERATE, ON_TRACK, Progress, ProgressMethod, WILL_BE_MET};
use leptos::prelude::*;
use plan::Language;

use crate::answers::Cell;
use crate::components::Table;
use crate::state::use_state;
use crate::words;

/// The methods and their classes.
#[component]
pub fn ProgressMethods() -> impl IntoView {
    let language = use_state().language();
    move || {
        let language = language.get();
        let head = [
            tr!(language, progress.method),
            tr!(language, method.progress_measures),
            tr!(language, method.progress_classes),
        ];
        let head = head.map(|word| Cell::Text(word.to_string())).to_vec();
        let rows = ProgressMethod::ALL.map(|method| {
            vec![
                Cell::Text(words::progress_method(method, language).to_string()),
                Cell::Text(measures(method, language).to_string()),
                Cell::Text(classes(method, language)),
            ]
        });
        view! { <Table class="plain stack" head rows=rows.to_vec()/> <Classes/> }
    }
}

/// The common classes with their signs.
#[component]
fn Classes() -> impl IntoView {
    let language = use_state().language();
    let classes = [
        Progress::Achieved,
        Progress::OnTrack,
        Progress::Slow,
        Progress::Stalled,
        Progress::Reversing,
    ];
    let classes = move || {
        let class = |progress: Progress| {
            let class = format!("verdict {}", words::outlook_class(words::progress_outlook(progress)));
            view! {
                <li><span class=class><span class="sign" aria-hidden="true">{words::progress_sign(progress)}</span>{words::progress_class(progress, language.get())}</span></li>
            }
            .into_any()
        };
        classes.into_iter().map(class).collect::<Vec<AnyView>>()
    };
    view! { <ul class="groups">{classes}</ul> }
}

fn measures(method: ProgressMethod, language: Language) -> &'static str {
    match method {
        ProgressMethod::GrowthRatio => tr!(language, method.progress_growth),
        ProgressMethod::ExpectedRatio => tr!(language, method.progress_expected),
        ProgressMethod::AnticipatedProgress => tr!(language, method.progress_anticipated),
        ProgressMethod::GapShare => tr!(language, method.progress_gap),
    }
}

fn classes(method: ProgressMethod, language: Language) -> String {
    let percent = |fraction: f64| words::share(fraction, language);
    match method {
        ProgressMethod::GrowthRatio => tr!(
            language,
            method.classes_growth,
            on_track = percent(ON_TRACK),
            moderate = percent(MODERATE)
        ),
        ProgressMethod::ExpectedRatio | ProgressMethod::GapShare => tr!(
            language,
            method.classes_expected,
            on_track = percent(ON_TRACK),
            fair = percent(FAIR)
        ),
        ProgressMethod::AnticipatedProgress => tr!(
            language,
            method.classes_anticipated,
            met = words::amount(WILL_BE_MET, 1, language)
        ),
    }
}
