//! A field for a number: what a person types stays as typed while it is edited; the number lives elsewhere.

use leptos::prelude::*;

/// What was typed, and the text of the committed value at that moment. Once that text changes (a slider moved, undo),
/// what was typed no longer counts.
#[derive(Clone, PartialEq)]
struct Draft {
    typed: String,
    committed: String,
    error: Option<String>,
}

/// A text field that commits a number.
#[component]
pub fn NumberField(
    /// Id of the field; the message's id is made from it.
    id: String,
    /// What it is for, to a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// The committed value as text.
    #[prop(into)]
    text: Signal<String>,
    /// Takes what was typed; answers with a sentence when it cannot be used.
    commit: Callback<String, Result<(), String>>,
    /// Whether it takes numbers below zero.
    #[prop(default = false)]
    is_signed: bool,
    /// Called when the field is left: the end of a burst of changes.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// Called when what was typed is given up: whoever took a number while it was typed puts back what stood before.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let draft = RwSignal::new(None::<Draft>);
    let current = move || draft.get().filter(|draft| draft.committed == text.get());
    let shown = move || current().map_or_else(|| text.get(), |draft| draft.typed);
    let error = Memo::new(move |_| current().and_then(|draft| draft.error));
    // Once another number counts, by undo or a slider, what was typed for the one before must not come back with it.
    Effect::new(move |_| {
        let is_past = text
            .with(|text| draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.committed != *text)));
        if is_past {
            draft.set(None);
        }
    });
    let leave = move || {
        // Leaving the page disposes the field first; the browser then says that it lost the focus.
        let Some(error) = error.try_get_untracked() else { return };
        // A text that could not be used stays, with its message: nothing typed is lost.
        if error.is_none() {
            draft.set(None);
        }
        if let Some(on_leave) = on_leave {
            on_leave.run(());
        }
    };
    let message_id = format!("{id}-message");
    let described_by = message_id.clone();
    view! {
        // A box of its own, so that the field can be laid out by itself: see `.box` in the style.
        <span class="box"><input
            id=id
            class="number"
            type="text"
            // The keys for decimals of some phones have no minus.
            inputmode=if is_signed { "text" } else { "decimal" }
            autocomplete="off"
            aria-label=move || label.get()
            aria-invalid=move || error.with(Option::is_some).to_string()
            aria-describedby=described_by
            prop:value=shown
            on:input=move |event| {
                let typed = event_target_value(&event);
                let error = commit.run(typed.clone()).err();
                draft.set(Some(Draft {
                    typed,
                    committed: text.get_untracked(),
                    error,
                }));
            }
            on:blur=move |_| leave()
            on:keydown=move |event| match event.key().as_str() {
                "Escape" => {
                    if let Some(on_cancel) = on_cancel {
                        on_cancel.run(());
                    }
                    draft.set(None);
                }
                // What counts from here on: a text that cannot be used later falls back to it.
                "Enter" => leave(),
                _ => {}
            }
        /></span>
        <span id=message_id class="error" role="alert">{move || error.get()}</span>
    }
}
