//! The equation of the fan with the numbers in it, so that anyone can compute a figure again.

use engine::{Equation, Inputs, LeverId, MilestoneResult, Mode, Projection, Setting, Transform};
use plan::{Language, Target};

use super::{About, Part};
use crate::words;

/// The lines.
pub(super) fn answer(about: &About<'_>) -> Vec<Part> {
    let lines = lines(
        &about.setting,
        about.target,
        about.inputs,
        about.projection,
        about.language,
    );
    lines.into_iter().map(Part::Code).collect()
}

/// The equations in plain signs; numbers to six digits.
fn lines(
    setting: &Setting<'_>,
    target: &Target,
    inputs: &Inputs,
    projection: &Projection,
    language: Language,
) -> Vec<String> {
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
            if let Some(planned) = planned(target, projection, language) {
                let weight = target.method.map_or(0.0, |method| method.prior.plan_weight);
                lines.push(planned.to_string());
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
            if projection.mode != Mode::Trend {
                lines.push(tr!(language, target.equation_units_path).to_string());
            }
            lines.push("k(h) = k₀ + Bin(M − k₀; 1 − Π (1 − hₜ))".to_string());
        }
    }
    lines.extend(inputs.shocks().map(|(year, size)| {
        let size = n(size);
        tr!(language, target.equation_shock, year = year.to_string(), size = size).to_string()
    }));
    let is_drift = matches!(equation, Equation::Drift(..));
    lines.extend(
        is_drift
            .then(|| crisis(setting, target, projection, language))
            .flatten(),
    );
    lines.extend(
        projection
            .milestones
            .iter()
            .filter_map(|milestone| worked(milestone, language)),
    );
    lines.push(if matches!(equation, Equation::Units(..)) {
        tr!(language, target.equation_units_symbols).to_string()
    } else {
        tr!(language, target.equation_symbols).to_string()
    });
    lines
}

/// Where the median comes from when it is not the trend; None in Trend mode and where no identity holds.
fn planned(target: &Target, projection: &Projection, language: Language) -> Option<&'static str> {
    match projection.mode {
        Mode::Trend => None,
        Mode::Plan => Some(tr!(language, target.equation_planned)),
        Mode::Driver => engine::driver::of(target, &projection.series).map(|_| tr!(language, target.equation_identity)),
    }
}

/// What crises do, while a reader has turned them on.
fn crisis(setting: &Setting<'_>, target: &Target, projection: &Projection, language: Language) -> Option<String> {
    let lever = |id: LeverId| words::amount(setting.lever(id) / 100.0, 4, language);
    let exposure = target.method?.exposure;
    setting.crisis(exposure)?;
    let last = projection.series.last()?.year;
    let text = tr!(
        language,
        target.equation_crisis,
        year = (last.max(setting.today_year - 1) + 1).to_string(),
        probability = lever(LeverId::CrisisProbability),
        depth = lever(LeverId::CrisisDepth),
        exposure = words::amount(exposure, 2, language),
        rebound = lever(LeverId::CrisisRebound)
    );
    Some(text.to_string())
}

/// One milestone with its numbers: location, scale, the bar on the scale, and the probability unrounded. A count has no
/// location, only its median.
fn worked(milestone: &MilestoneResult, language: Language) -> Option<String> {
    let (probability, threshold) = (milestone.probability?, milestone.threshold?);
    let n = |value: f64| words::amount(value, 6, language);
    let year = milestone.year.map(|year| format!("{year}: ")).unwrap_or_default();
    let place = match milestone.forecast {
        Some(forecast) => format!("μ = {}; σ = {}", n(forecast.location), n(forecast.scale)),
        None => format!("{} = {}", tr!(language, target.equation_median), n(milestone.value?)),
    };
    Some(format!(
        "{year}{place}; y* = {}; P = {}",
        n(threshold.effective()),
        n(probability)
    ))
}
