//! A number of the reader's that may be left empty: a compared figure, a date, a probability.

use engine::Change;
use leptos::prelude::*;

use super::edit::Edit;
use crate::components::NumberField;
use crate::state::{actions, use_state};
use crate::words;

/// What is typed into the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// A number.
    Number,
    /// A year with its fraction, or a quarter.
    Date,
}

/// The field with its label; an emptied one takes the number back.
#[component]
pub fn OptionalField(
    /// Code of the target.
    code: u8,
    /// Id of the field.
    id: String,
    /// What the number is called.
    name: Signal<String>,
    /// What stands behind its name.
    unit: Signal<String>,
    typed: Typed,
    /// The number in force.
    value: Memo<Option<f64>>,
    /// The change that a number makes.
    change: Callback<Option<f64>, Change>,
) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let text = move || match (value.get(), typed) {
        (None, _) => String::new(),
        (Some(value), Typed::Number) => words::amount(value, 4, language.get()),
        (Some(value), Typed::Date) => words::date(value, language.get()),
    };
    let edit = Edit::new();
    let set = move |value: Option<f64>| {
        let language = language.get_untracked();
        actions::change(state, code, change.run(value))
            .map_err(|error| words::input_error(&error, &name.get_untracked(), language))
    };
    let read = move |text: &str| {
        let (language, field) = (language.get_untracked(), name.get_untracked());
        match typed {
            Typed::Number => words::parse_number(text, language).ok_or_else(|| {
                let example = words::number(7.5, 1, language);
                tr!(language, input.not_a_number, field = field, example = example).to_string()
            }),
            Typed::Date => words::parse_date(text, language).ok_or_else(|| {
                let example = words::date(2027.5, language);
                tr!(language, deed.not_a_date, field = field, example = example).to_string()
            }),
        }
    };
    let commit = Callback::new(move |text: String| {
        edit.begin(value.get_untracked());
        let taken = if text.trim().is_empty() {
            set(None)
        } else {
            read(&text).and_then(|value| set(Some(value)))
        };
        let taken = taken.inspect_err(|_| edit.refuse(state, set));
        edit.made(value.get_untracked());
        taken
    });
    view! {
        <div class="lever">
            <label for=id.clone()>{move || name.get()} " " <small class="soft">{move || unit.get()}</small></label>
            <div class="field">
                <NumberField id label=name text=Signal::derive(text) commit on_leave=Callback::new(move |()| edit.end(state)) on_cancel=Callback::new(move |()| edit.cancel(state, value.get_untracked(), set))/>
            </div>
        </div>
    }
}
