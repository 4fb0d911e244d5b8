//! One lever: slider, number field, unit, shipped value and a way back.

use engine::{Change, Lever, LeverId, LeverUnit, Phase};
use leptos::prelude::*;

use super::edit::Edit;
use crate::components::NumberField;
use crate::state::{actions, use_state};
use crate::words;

/// One lever.
#[component]
pub fn LeverControl(
    /// The target's code, or that of what all targets share.
    code: u8,
    /// Always the same one in the same unit, whatever its value: whoever shows it makes another control for another one.
    lever: ReadSignal<Lever>,
    /// The last year with a figure, where the lever changes nothing because of it.
    has_effect: Signal<Option<i16>>,
    /// The newest figure of the target.
    newest: Signal<Option<f64>>,
) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = state.plan.target_by_code(code);
    let Lever { id, range, .. } = lever.get_untracked();
    let name = move || words::lever_name(state.plan, target, id, language.get());
    let unit =
        Memo::new(move |_| lever.with_untracked(|lever| words::lever_unit(state.plan, target, lever, language.get())));
    let value = Memo::new(move |_| lever.with(|lever| lever.value));
    let text = Memo::new(move |_| words::lever_value(value.get(), language.get()));
    let set = move |value: Option<f64>| {
        actions::change(state, code, Change::Lever(id, value))
            .map_err(|error| words::input_error(&error, &name(), language.get_untracked()))
    };
    let edit = Edit::new();
    // None as shipped.
    let moved_to = move || {
        let lever = lever.get_untracked();
        lever.is_moved.then_some(lever.value)
    };
    let commit = Callback::new(move |typed: String| {
        edit.begin(moved_to());
        let language = language.get_untracked();
        let taken = match words::parse_number(&typed, language) {
            Some(value) => set(Some(value)),
            None => {
                let example = words::lever_value(lever.get_untracked().shipped, language);
                Err(tr!(language, input.not_a_number, field = name(), example = example).to_string())
            }
        };
        let taken = taken.map_err(|message| {
            edit.refuse(state, set);
            format!("{message} {}", tr!(language, input.still, value = text.get_untracked()))
        });
        edit.made(moved_to());
        taken
    });
    let field_id = format!("lever-{code}-{}", key(id));
    let slider_id = format!("{field_id}-slider");
    #[expect(clippy::float_cmp, reason = "a pace that was held at a limit is that limit")]
    let is_limit = move |value: f64| value == range.minimum || value == range.maximum;
    let shipped_value = Memo::new(move |_| lever.with(|lever| lever.shipped));
    let shipped = move || {
        let shipped = shipped_value.get();
        let value = words::lever_value(shipped, language.get());
        match id {
            // The plan asks nothing after its second horizon.
            LeverId::Growth(Phase::First | Phase::Second) if is_limit(shipped) => {
                tr!(language.get(), lever.shipped_limit, value = value).to_string()
            }
            LeverId::Growth(Phase::First | Phase::Second) => {
                tr!(language.get(), lever.shipped_plan, value = value).to_string()
            }
            LeverId::Parameter(parameter)
                if words::parameter(state.plan, target, parameter).is_some_and(|known| known.value.is_none()) =>
            {
                tr!(language.get(), lever.shipped_rest, value = value).to_string()
            }
            _ => tr!(language.get(), lever.shipped, value = value).to_string(),
        }
    };
    // Nobody reads odds: what they are worth where the target stands.
    let in_points = move || {
        let target = target.filter(|target| target.unit.is_percent)?;
        if lever.with_untracked(|lever| lever.unit != LeverUnit::OddsPercentPerYear) {
            return None;
        }
        let points = engine::odds_in_points(target, value.get(), newest.get()?)?;
        let language = language.get();
        let points = words::signed(points, if points.abs() < 0.1 { 2 } else { 1 }, language);
        Some(tr!(language, lever.points_first, points = points).to_string())
    };
    let is_moved = Memo::new(move |_| lever.with(|lever| lever.is_moved));
    let past = move || {
        let year = has_effect.get()?;
        Some(tr!(language.get(), lever.past, year = year.to_string()).to_string())
    };
    // A finger that scrolls has moved the slider before anybody knows that it scrolls.
    let hold = Edit::new();
    // What the slider itself has given. It stands there already: to tell it so costs the frame that shows the move.
    let in_hand = StoredValue::new(None::<f64>);
    let place = Memo::new_with_compare(
        move |_| {
            let value = value.get();
            (value, in_hand.try_update_value(Option::take).flatten() == Some(value))
        },
        |_, place| place.is_none_or(|(_, is_there)| !is_there),
    );
    // Whether the slider is moved by keys: each press of an arrow says that it is done.
    let by_keys = StoredValue::new(false);
    view! {
        <div class="lever" data-lever=key(id) class:moved=move || is_moved.get()>
            <label for=field_id.clone()>{name} <small class="soft">{unit}</small></label>
            <div class="field">
                <NumberField id=field_id label=Signal::derive(move || format!("{}, {}", name(), unit.get())) text=text commit is_signed=range.minimum < 0.0
                    on_leave=Callback::new(move |()| edit.end(state)) on_cancel=Callback::new(move |()| edit.cancel(state, moved_to(), set))/>
            </div>
            <div class="track"><input
                id=slider_id
                type="range"
                min=range.minimum
                max=range.maximum
                step=range.step
                aria-label=name
                aria-valuetext=move || format!("{} {}", text.get(), unit.get())
                prop:value=move || place.with(|(value, _)| value.to_string())
                on:input=move |event| {
                    // A slider stays within its own limits; what it gives is always taken.
                    if let Ok(given) = event_target_value(&event).parse()
                        && lever.with_untracked(|lever| lever.value != given)
                    {
                        in_hand.set_value(Some(given));
                        let _ = set(Some(given));
                        hold.made(moved_to());
                    }
                }
                on:keydown=move |_| by_keys.set_value(true)
                on:pointerdown=move |_| {
                    by_keys.set_value(false);
                    hold.end(state);
                    hold.begin(moved_to());
                }
                on:pointercancel=move |_| hold.cancel(state, moved_to(), set)
                on:change=move |_| if !by_keys.get_value() { actions::end_burst(state); }
                // Leaving the page disposes the lever first.
                on:blur=move |_| if by_keys.try_get_value().is_some() { actions::end_burst(state); }
            /></div>
            <p class="was">
                {move || in_points().map(|points| view! { <span class="block">{points}</span> })}
                {move || past().unwrap_or_else(shipped)}
                {move || is_moved.get().then(|| view! {
                    " · "
                    <button type="button" class="inline" aria-label=move || tr!(language.get(), lever.reset, name = name())
                        on:click=move |_| {
                            let _ = set(None);
                            actions::end_burst(state);
                        }>{move || tr!(language.get(), lever.reset_short)}</button>
                })}
            </p>
        </div>
    }
}

/// A name for ids and tests.
fn key(id: LeverId) -> String {
    let name = match id {
        LeverId::Growth(Phase::First) => "growth-first",
        LeverId::Growth(Phase::Second) => "growth-second",
        LeverId::Growth(Phase::After) => "growth-after",
        LeverId::ReferenceRate => "reference-rate",
        LeverId::ReferenceLevel => "reference-level",
        LeverId::ReferenceWeight => "reference-weight",
        LeverId::Volatility => "volatility",
        LeverId::Ceiling => "ceiling",
        LeverId::Units => "units",
        LeverId::Earliest => "earliest",
        LeverId::Likeliest => "likeliest",
        LeverId::Latest => "latest",
        LeverId::Hazard => "hazard",
        LeverId::CrisisProbability => "crisis-probability",
        LeverId::CrisisDepth => "crisis-depth",
        LeverId::CrisisRebound => "crisis-rebound",
        LeverId::Seed => "seed",
        LeverId::Parameter(code) => return format!("parameter-{code}"),
    };
    name.to_string()
}
