//! The equation of the fan with the numbers in it, so that anyone can compute a figure again.

use engine::{Equation, MilestoneResult, Mode, Projection, Transform};
use leptos::prelude::*;
use plan::{Language, Target};

use crate::state::use_state;
use crate::words;

/// The panel, folded away until it is wanted.
#[component]
pub fn EquationPanel(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let is_open = RwSignal::new(false);
    let has_equation = Memo::new(move |_| projection.with(|projection| projection.equation.is_some()));
    move || {
        has_equation.get().then(|| {
            view! {
                <details class="equation" on:toggle=move |_| is_open.update(|open| *open = !*open)>
                    <summary>{move || tr!(language.get(), target.equation_title)}</summary>
                    {move || is_open.get().then(|| {
                        let language = language.get();
                        projection.with(|projection| lines(target, projection, language)).into_iter().map(|line| view! { <p><code>{line}</code></p> }).collect_view()
                    })}
                </details>
            }
        })
    }
}

/// The equations in plain signs; numbers to six digits.
fn lines(target: &Target, projection: &Projection, language: Language) -> Vec<String> {
    let n = |value: f64| words::amount(value, 6, language);
    let Some((transform, equation)) = projection.equation else {
        return Vec::new();
    };
    let scale = match transform {
        Transform::Identity => "z = y".to_string(),
        Transform::Log => "z = ln y".to_string(),
        Transform::Logit { lower, upper } => format!("z = ln((y − {}) / ({} − y))", n(lower), n(upper)),
    };
    let mut lines = vec![scale];
    match equation {
        Equation::Drift(drift, prior) => {
            lines.push(format!(
                "z({}) = {}; b̂ = {}",
                drift.last_year,
                n(drift.last),
                n(drift.observed_rate)
            ));
            lines.push(format!(
                "m₀ = {}; κ₀ = {}; ν₀ = {}; s₀ = {}; φ = {}; ρ = {}; κ∞ = {}; λ = {}; ρ_f = {}",
                n(prior.reference_rate),
                n(prior.reference_weight),
                n(prior.volatility_weight),
                n(prior.volatility),
                n(prior.damping),
                n(prior.persistence),
                n(prior.long_run_weight),
                n(prior.exposure),
                n(engine::COMMON_PERSISTENCE)
            ));
            lines.push(format!(
                "κₙ = {}; mₙ = {}; νₙ = {}; sₙ² = {}",
                n(drift.weight),
                n(drift.rate),
                n(drift.degrees),
                n(drift.variance)
            ));
            if projection.mode != Mode::Trend {
                let weight = target.method.map_or(0.0, |method| method.prior.plan_weight);
                lines.push(tr!(language, target.equation_planned).to_string());
                lines.push(format!(
                    "σ²(h) = sₙ² [ λ² V(h, ρ_f) + (1 − λ²) V(h, ρ) + h² / {} ],  V = h + 2 Σ (h − k) ρᵏ",
                    n(weight)
                ));
            } else {
                lines.push("μ(h) = z + m₀ (h − D) + mₙ D,  D = φ (1 − φʰ) / (1 − φ)".to_string());
                lines.push("σ²(h) = sₙ² [ λ² V(h, ρ_f) + (1 − λ²) V(h, ρ) + D² / κₙ + (h − D)² / κ∞ ],  V = h + 2 Σ (h − k) ρᵏ".to_string());
            }
            lines.push("z(h) ~ t(νₙ; μ, σ)".to_string());
        }
        Equation::Level(level, prior) => {
            lines.push(format!(
                "m₀ = {}; κ₀ = {}; ν₀ = {}; s₀ = {}",
                n(prior.reference_level),
                n(prior.reference_weight),
                n(prior.volatility_weight),
                n(prior.volatility)
            ));
            lines.push(format!(
                "κₙ = {}; μₙ = {}; νₙ = {}; sₙ² = {}",
                n(level.weight),
                n(level.level),
                n(level.degrees),
                n(level.variance)
            ));
            lines.push("z ~ t(νₙ; μₙ, sₙ √(1 + 1/κₙ))".to_string());
        }
        Equation::Units(units, prior) => {
            lines.push(format!(
                "M = {}; k₀ = {}; h₀ = {}; κ₀ = {}",
                n(f64::from(units.total)),
                n(f64::from(units.reached)),
                n(prior.hazard),
                n(prior.weight)
            ));
            lines.push(format!(
                "h = (κ₀ h₀ + {}) / (κ₀ + {}) = {}",
                n(units.gained),
                n(units.watched),
                n(units.hazard)
            ));
            lines.push("k(h) = k₀ + Bin(M − k₀; 1 − Π (1 − hₜ))".to_string());
        }
    }
    lines.extend(
        projection
            .milestones
            .iter()
            .filter_map(|milestone| worked(milestone, language)),
    );
    lines.push(tr!(language, target.equation_symbols).to_string());
    lines
}

/// One milestone with its numbers: location, scale, the bar on the scale, and the probability unrounded.
fn worked(milestone: &MilestoneResult, language: Language) -> Option<String> {
    let (forecast, probability, threshold) = (milestone.forecast?, milestone.probability?, milestone.threshold?);
    let n = |value: f64| words::amount(value, 6, language);
    let year = milestone.year.map(|year| format!("{year}: ")).unwrap_or_default();
    Some(format!(
        "{year}μ = {}; σ = {}; y* = {}; P = {}",
        n(forecast.location),
        n(forecast.scale),
        n(threshold.effective()),
        n(probability)
    ))
}
