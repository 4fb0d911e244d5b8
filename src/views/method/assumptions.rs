//! What is assumed before a figure is seen: the families of assumptions, the rates behind identities, and their grounds.

use engine::{Inputs, Lever, LeverId, shared_levers};
use leptos::prelude::*;
use plan::{Evidence, Language, Model, Parameter, Plan, Prior, Target};

use crate::answers::Cell;
use crate::components::Table;
use crate::state::{AppState, use_state};
use crate::words;

/// The families, the numbers of each, and why they are what they are.
#[component]
pub fn Families() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let families = families(state.plan);
        let head = [
            tr!(language, method.family),
            tr!(language, method.family_reference),
            "κ₀",
            "s₀",
            "ν₀",
            "φ",
            "ρ",
            "λ",
            "κₚ",
            tr!(language, method.basis),
        ];
        let head = head.into_iter().enumerate().map(|(place, word)| {
            let word = word.to_string();
            if (2..9).contains(&place) {
                Cell::Number(word)
            } else {
                Cell::Text(word)
            }
        });
        let head: Vec<Cell> = head.collect();
        let rows: Vec<Vec<Cell>> = families.iter().map(|family| family.row(state, language)).collect();
        let arguments: Vec<AnyView> = families
            .iter()
            .map(|family| {
                let prior = family.prior;
                view! { <div><dt>{prior.name.get(language)}</dt><dd>{prior.argument.get(language)}</dd></div> }
                    .into_any()
            })
            .collect();
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=tr!(language, method.families)>
                <Table class="plain families" head rows/>
            </div>
            <p class="soft small">{tr!(language, method.family_symbols)}</p>
            <h3>{tr!(language, method.arguments)}</h3>
            <dl class="identities">{arguments}</dl>
        }
    }
}

/// A family of assumptions and the targets that use it.
struct Family {
    prior: &'static Prior,
    targets: Vec<&'static Target>,
}

/// The families that the plan's targets use, in the order the targets name them.
fn families(plan: &'static Plan) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for target in plan.targets {
        let Some(method) = &target.method else { continue };
        match families.iter_mut().find(|family| family.prior.id == method.prior.id) {
            Some(family) => family.targets.push(target),
            None => families.push(Family {
                prior: method.prior,
                targets: vec![target],
            }),
        }
    }
    families
}

impl Family {
    fn row(&self, state: AppState, language: Language) -> Vec<Cell> {
        let prior = self.prior;
        let number = |value: f64| Cell::Number(words::amount(value, 2, language));
        // What a model does not use has no number.
        let of_drift = |value: f64| match prior.model {
            Model::Drift => number(value),
            Model::Level | Model::Units => Cell::Number("–".to_string()),
        };
        let spread = |value: f64| match prior.model {
            Model::Drift | Model::Level => number(value),
            Model::Units => Cell::Number("–".to_string()),
        };
        let count = tr!(language, method.family_targets, count = self.targets.len());
        vec![
            Cell::Noted(prior.name.get(language).to_string(), count),
            Cell::Text(self.reference(state, language)),
            number(prior.reference_weight),
            spread(prior.volatility),
            spread(prior.volatility_weight),
            of_drift(prior.damping),
            of_drift(prior.persistence),
            Cell::Number(match prior.model {
                Model::Drift => self.exposure(language),
                Model::Level | Model::Units => "–".to_string(),
            }),
            of_drift(prior.plan_weight),
            Cell::Text(words::evidence(prior.evidence, language).to_string()),
        ]
    }

    /// The reference as its lever shows it, with its unit.
    fn reference(&self, state: AppState, language: Language) -> String {
        if self.prior.model == Model::Level {
            return tr!(language, method.family_bar).to_string();
        }
        let of_target = |target: &&'static Target| {
            let levers = engine::levers(&state.setting(Inputs::NONE), target, Inputs::NONE);
            let is_reference = |lever: &Lever| matches!(lever.id, LeverId::ReferenceRate | LeverId::Hazard);
            let lever = levers.into_iter().find(is_reference)?;
            let unit = words::lever_unit(state.plan, Some(target), &lever, language);
            Some(format!("{} {unit}", words::lever_value(lever.shipped, language)))
        };
        self.targets.iter().find_map(of_target).unwrap_or_default()
    }

    /// λ of the family's targets, as a range where they differ.
    fn exposure(&self, language: Language) -> String {
        let exposures = self.targets.iter().filter_map(|target| Some(target.method?.exposure));
        let (least, most) = exposures.fold((f64::INFINITY, 0.0_f64), |(least, most), exposure| {
            (least.min(exposure), most.max(exposure))
        });
        let text = |value: f64| words::amount(value, 2, language);
        if least < most {
            format!("{}–{}", text(least), text(most))
        } else {
            text(most)
        }
    }
}

/// The rates that identities need, those that all targets share first, and the crisis.
#[component]
pub fn Rates() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let head = [
            tr!(language, method.rate),
            tr!(language, method.rate_value),
            tr!(language, method.basis),
            tr!(language, method.rate_source),
        ];
        let head = head.map(|word| Cell::Text(word.to_string())).to_vec();
        let shared = state
            .plan
            .shared
            .iter()
            .map(|parameter| rate(None, parameter, language));
        let own = state.plan.targets.iter().flat_map(|target| {
            let parameters = target.drivers.iter().flat_map(|driver| driver.parameters);
            parameters.map(move |parameter| rate(Some(target), parameter, language))
        });
        let rows: Vec<Vec<Cell>> = shared.chain(crisis(state, language)).chain(own).collect();
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=tr!(language, method.rates)>
                <Table class="plain rates stack" head rows/>
            </div>
        }
    }
}

fn rate(target: Option<&Target>, parameter: &Parameter, language: Language) -> Vec<Cell> {
    let owner = target.map_or(tr!(language, method.rate_shared), |target| target.name.get(language));
    let value = match parameter.value {
        Some(value) => format!(
            "{} {}",
            words::lever_value(value, language),
            parameter.unit.get(language)
        ),
        None => tr!(language, method.rate_keeps).to_string(),
    };
    vec![
        Cell::Noted(parameter.name.get(language).to_string(), owner.to_string()),
        Cell::Text(value),
        Cell::Text(words::evidence(parameter.evidence, language).to_string()),
        Cell::Text(parameter.source.get(language).to_string()),
    ]
}

/// What the numbers of the crisis test rest on.
const CRISIS_EVIDENCE: Evidence = Evidence::Literature;

fn crisis(state: AppState, language: Language) -> Vec<Vec<Cell>> {
    let row = |lever: Lever| {
        let unit = words::lever_unit(state.plan, None, &lever, language);
        vec![
            Cell::Noted(
                words::lever_name(state.plan, None, lever.id, language),
                tr!(language, method.rate_shared).to_string(),
            ),
            Cell::Text(format!("{} {unit}", words::lever_value(lever.shipped, language))),
            Cell::Text(words::evidence(CRISIS_EVIDENCE, language).to_string()),
            Cell::Text(tr!(language, method.crisis_source).to_string()),
        ]
    };
    crisis_levers(state.plan).map(row).collect()
}

fn crisis_levers(plan: &Plan) -> impl Iterator<Item = Lever> {
    let levers = shared_levers(plan, Inputs::NONE).into_iter();
    levers.filter(|lever| !matches!(lever.id, LeverId::Parameter(_)))
}

/// How many families and rates rest on what, as words.
pub fn grounds(plan: &'static Plan, language: Language) -> String {
    let families = families(plan).into_iter().map(|family| family.prior.evidence);
    let rates = plan
        .targets
        .iter()
        .flat_map(|target| target.drivers)
        .flat_map(|driver| driver.parameters);
    let rates = plan.shared.iter().chain(rates).map(|parameter| parameter.evidence);
    let crisis = crisis_levers(plan).map(|_| CRISIS_EVIDENCE);
    let all: Vec<Evidence> = families.chain(rates).chain(crisis).collect();
    let count = |evidence: Evidence| all.iter().filter(|known| **known == evidence).count();
    tr!(
        language,
        method.grounds,
        all = all.len(),
        data = count(Evidence::Data),
        law = count(Evidence::Law),
        literature = count(Evidence::Literature),
        judgement = count(Evidence::Judgement)
    )
}
