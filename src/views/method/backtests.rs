//! The back-test over everything that can be tested: asked of the worker, drawn as it answers.

use leptos::prelude::*;

use crate::answers::{Ask, Values};
use crate::components::Parts;
use crate::state::{Answer, answered, use_state};

/// The answer, for the scenario that is open.
#[component]
pub fn BackTests() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    // Of no one target.
    let answer = answered(state, engine::SHARED_CODE, Signal::stored(Some(Ask::BackTests)));
    // Nothing in it applies values.
    let on_use = Callback::new(|_: Values| {});
    move || match answer.get() {
        Answer::Given(parts) => view! { <div class="answer backtests"><Parts parts on_use/></div> }.into_any(),
        Answer::Waiting => view! { <p class="soft small">{tr!(language.get(), joint.waiting)}</p> }.into_any(),
        Answer::Failed => view! { <p class="soft small">{tr!(language.get(), joint.failed)}</p> }.into_any(),
    }
}
