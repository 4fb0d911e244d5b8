//! A drawing that follows its source, changed where it differs.

use leptos::prelude::*;

use crate::state::actions::charts::redraw;

/// The drawing in an element of its own.
#[component]
pub fn Drawing(
    /// Markup of the chart crate.
    #[prop(into)]
    svg: Signal<String>,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    // What stands there.
    Effect::new(move |before: Option<Option<String>>| {
        let place = place.get()?;
        let after = svg.get();
        redraw(&place, before.flatten().as_deref(), &after);
        Some(after)
    });
    view! { <div node_ref=place></div> }
}
