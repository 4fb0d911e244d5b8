//! Scenarios to begin with.

use engine::Preset;
use leptos::prelude::*;
use plan::Language;

use crate::state::{actions, use_state};

/// A button for each preset, with what it is.
#[component]
pub fn Presets() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let presets = Preset::ALL.map(|preset| {
        view! {
            <li>
                <button type="button" data-preset=format!("{preset:?}")
                    on:click=move |_| actions::start_new(state, preset, name(preset, language.get_untracked()))>
                    {move || name(preset, language.get())}
                </button>
                <p class="soft">{move || about(preset, language.get())}</p>
            </li>
        }
        .into_any()
    });
    view! {
        <section aria-labelledby="presets-heading">
            <h2 id="presets-heading">{move || tr!(language.get(), shelf.begin)}</h2>
            <p class="soft">{move || tr!(language.get(), shelf.begin_explain)}</p>
            <ul class="presets">{presets.into_iter().collect_view()}</ul>
        </section>
    }
}

fn name(preset: Preset, language: Language) -> &'static str {
    match preset {
        Preset::Trend => tr!(language, shelf.preset_trend),
        Preset::AsWritten => tr!(language, shelf.preset_as_written),
        Preset::Slow => tr!(language, shelf.preset_slow),
        Preset::Crisis => tr!(language, shelf.preset_crisis),
    }
}

fn about(preset: Preset, language: Language) -> &'static str {
    match preset {
        Preset::Trend => tr!(language, shelf.about_trend),
        Preset::AsWritten => tr!(language, shelf.about_as_written),
        Preset::Slow => tr!(language, shelf.about_slow),
        Preset::Crisis => tr!(language, shelf.about_crisis),
    }
}
