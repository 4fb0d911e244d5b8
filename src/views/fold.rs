//! A part of the page folded away under its heading: what is in it is made when it is opened, and gone once it is closed.

use leptos::prelude::*;
use plan::Language;

use crate::state::use_state;

/// A fold; its children cost nothing while it is closed.
#[component]
pub fn Fold(
    /// The heading.
    title: fn(Language) -> &'static str,
    /// Level of the heading, 2 or 3.
    level: u8,
    /// Class of the whole.
    class: &'static str,
    /// Open from the start.
    is_open: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let language = use_state().language();
    let details = NodeRef::<leptos::html::Details>::new();
    let shown = RwSignal::new(is_open);
    let heading = move || {
        let title = title(language.get());
        if level == 2 {
            view! { <h2>{title}</h2> }.into_any()
        } else {
            view! { <h3>{title}</h3> }.into_any()
        }
    };
    view! {
        <details class=format!("fold {class}") open=is_open node_ref=details
            on:toggle=move |_| shown.set(details.get_untracked().is_some_and(|details| details.open()))>
            <summary>{heading}</summary>
            {move || shown.get().then(|| view! { <div class="folded">{children()}</div> }.into_any())}
        </details>
    }
}
