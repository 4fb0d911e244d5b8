//! The equations, each with what it says and what its letters mean.

use engine::{COMMON_PERSISTENCE, LONG_RUN_FACTOR};
use leptos::prelude::*;
use plan::Language;

use super::notation::math;
use crate::state::use_state;
use crate::words;

const SCALES: [&str; 3] = ["z = ln y", "z = ln {y − L}/{U − y}", "z = y"];
const OBSERVED: [&str; 2] = [
    "b\u{302} = {z_n − z_1}/{t_n − t_1}",
    "S = ∑_{j} {(z_{j+1} − z_j − b\u{302} Δ_j)^2}/{Δ_j}",
];
const LEARNED: [&str; 4] = [
    "κ_n = κ_0 + T",
    "m_n = {κ_0 m_0 + T b\u{302}}/{κ_n}",
    "ν_n = ν_0 + n − 1",
    "s_n^2 = {1}/{ν_n} [ν_0 s_0^2 + S + {κ_0 T}/{κ_n} (b\u{302} − m_0)^2]",
];
const PROJECTED: [&str; 5] = [
    "z_{n + h} ∼ t_{ν_n} (μ_h , σ_h)",
    "μ_h = z_n + m_0 (h − D_h) + m_n D_h , D_h = {φ (1 − φ^h)}/{1 − φ}",
    "σ_h^2 = s_n^2 [V_h + {D_h^2}/{κ_n} + {(h − D_h)^2}/{κ_∞}]",
    "V_h = λ^2 V_h (ρ_f) + (1 − λ^2) V_h (ρ)",
    "V_h (ρ) = h + 2 ∑_{k = 1}^{h − 1} (h − k) ρ^k",
];
const CHANCE: [&str; 2] = [
    "P (y ≥ y^∗) = 1 − F_{ν_n} ({z^∗ − μ_h}/{σ_h})",
    "P (y < y^∗) = F_{ν_n} ({z^∗ − μ_h}/{σ_h})",
];
const TYPED: [&str; 2] = ["μ_h = z_n + ∑_{k = 1}^{h} g_k", "σ_h^2 = s_n^2 [V_h + {h^2}/{κ_p}]"];
const LEVEL: [&str; 3] = [
    "κ_n = κ_0 + n , μ_n = {κ_0 m_0 + n z\u{304}}/{κ_n}",
    "z ∼ t_{ν_n} (μ_n , s_n √{1 + {1}/{κ_n}})",
    "P_m = E [Φ ({μ − z^∗}/{s})^m]",
];
const UNITS: [&str; 2] = [
    "h = {κ_0 h_0 + a}/{κ_0 + w}",
    "k_T = k_0 + Bin (M − k_0 , 1 − ∏_t (1 − h_t))",
];
const DEEDS: [&str; 3] = [
    "P (X ≤ t) = I_u (α , β) , u = {t − a}/{b − a}",
    "α = 1 + 4 {m − a}/{b − a} , β = 1 + 4 {b − m}/{b − a}",
    "P (X ≤ t) = 1 − (1 − h)^n",
];
const PACE: [&str; 2] = ["g = ({y^∗}/{y_n})^{{1}/{h}} − 1", "g = {y^∗ − y_n}/{h}"];
const DRAWS: [&str; 1] = ["ε_{i t} = λ_i f_t + √{1 − λ_i^2} u_{i t}"];

/// Every equation of the page.
#[cfg(test)]
pub const ALL: [&str; 29] = {
    let parts: [&[&str]; 11] = [
        &SCALES, &OBSERVED, &LEARNED, &PROJECTED, &CHANCE, &TYPED, &LEVEL, &UNITS, &DEEDS, &PACE, &DRAWS,
    ];
    let mut all = [""; 29];
    let (mut part, mut place, mut filled) = (0, 0, 0);
    while part < parts.len() {
        if place == parts[part].len() {
            (part, place) = (part + 1, 0);
        } else {
            all[filled] = parts[part][place];
            (place, filled) = (place + 1, filled + 1);
        }
    }
    all
};

/// All models, in the order a reader meets them.
#[component]
pub fn Equations() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    // The texts are filled and drawn anew for another language; the equations have none.
    move || {
        let language = language.get();
        let models: [(&str, Vec<String>, &[&str]); 11] = [
            (tr!(language, method.eq_scale), scale(language), &SCALES),
            (
                tr!(language, method.eq_observed),
                one(tr!(language, method.eq_observed_text)),
                &OBSERVED,
            ),
            (tr!(language, method.eq_learned), learned(language), &LEARNED),
            (tr!(language, method.eq_projected), projected(language), &PROJECTED),
            (
                tr!(language, method.eq_chance),
                one(tr!(language, method.eq_chance_text)),
                &CHANCE,
            ),
            (
                tr!(language, method.eq_typed),
                one(tr!(language, method.eq_typed_text)),
                &TYPED,
            ),
            (
                tr!(language, method.eq_level),
                one(tr!(language, method.eq_level_text)),
                &LEVEL,
            ),
            (
                tr!(language, method.eq_units),
                one(tr!(language, method.eq_units_text)),
                &UNITS,
            ),
            (
                tr!(language, method.eq_deeds),
                one(tr!(language, method.eq_deeds_text)),
                &DEEDS,
            ),
            (
                tr!(language, method.eq_pace),
                one(tr!(language, method.eq_pace_text)),
                &PACE,
            ),
            (tr!(language, method.eq_draws), draws(language), &DRAWS),
        ];
        let models = models.map(|(title, texts, equations)| model(title, texts, equations));
        view! { {models.into_iter().collect::<Vec<AnyView>>()} <Identities/> }
    }
}

fn model(title: &'static str, texts: Vec<String>, equations: &[&str]) -> AnyView {
    let texts: Vec<AnyView> = texts
        .into_iter()
        .map(|text| view! { <p>{text}</p> }.into_any())
        .collect();
    let equations: String = equations.iter().copied().map(math).collect();
    view! {
        <h3>{title}</h3>
        {texts}
        <div class="equations" inner_html=equations></div>
    }
    .into_any()
}

fn one(text: &str) -> Vec<String> {
    vec![text.to_string()]
}

fn scale(language: Language) -> Vec<String> {
    let full = words::amount(100.0 - engine::CEILING_TOLERANCE, 1, language);
    vec![
        tr!(language, method.eq_scale_text).to_string(),
        tr!(language, method.eq_scale_full, full = full),
    ]
}

fn learned(language: Language) -> Vec<String> {
    vec![
        tr!(language, method.eq_learned_text).to_string(),
        tr!(language, method.eq_learned_symbols).to_string(),
    ]
}

fn projected(language: Language) -> Vec<String> {
    vec![
        tr!(language, method.eq_projected_text).to_string(),
        tr!(
            language,
            method.eq_projected_symbols,
            factor = words::amount(LONG_RUN_FACTOR, 1, language),
            common = words::amount(COMMON_PERSISTENCE, 2, language)
        ),
    ]
}

fn draws(language: Language) -> Vec<String> {
    let count = |count: u32| words::number(f64::from(count), 0, language);
    vec![tr!(
        language,
        method.eq_draws_text,
        rest = count(engine::ensemble::DRAWS_AT_REST),
        motion = count(engine::ensemble::DRAWS_IN_MOTION),
        rng = engine::draws::RNG_ID
    )]
}

/// What some figures consist of, in the plan's own words.
#[component]
fn Identities() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let identities = move || {
        let language = language.get();
        let targets = state.plan.targets.iter();
        let drivers = targets.flat_map(|target| target.drivers.iter().map(move |driver| (target, driver)));
        let line = |(target, driver): (&plan::Target, &plan::Driver)| {
            view! { <div><dt>{target.name.get(language)}</dt><dd>{driver.identity.get(language)}</dd></div> }.into_any()
        };
        drivers.map(line).collect::<Vec<AnyView>>()
    };
    view! {
        <h3>{move || tr!(language.get(), method.eq_identities)}</h3>
        <p>{move || tr!(language.get(), method.eq_identities_text)}</p>
        <dl class="identities">{identities}</dl>
    }
}
