//! The scenarios that are kept: name, notes, last change, and what can be done with each.

use leptos::prelude::*;

use crate::state::{SaveState, Stored, View, actions, use_state};
use crate::words;

/// The list, the one changed last first.
#[component]
pub fn List() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let list = state.list();
    // Lines stay where they are while the screen is open: one that is renamed would go, and take the focus with it.
    let ids = Memo::new(move |before: Option<&Vec<String>>| {
        let now = list.with(|list| list.iter().map(|stored| stored.id.clone()).collect::<Vec<_>>());
        let known = before.cloned().unwrap_or_default();
        let new = now.iter().filter(|id| !known.contains(id));
        let stayed = known.iter().filter(|id| now.contains(id));
        new.chain(stayed).cloned().collect()
    });
    let is_unkept = Memo::new(move |_| state.save().get() == SaveState::Untouched);
    view! {
        <section aria-labelledby="kept-heading">
            <h2 id="kept-heading">{move || tr!(language.get(), shelf.kept)}</h2>
            {move || ids.with(Vec::is_empty).then(|| view! {
                <p class="soft">{move || tr!(language.get(), shelf.empty)}</p>
            })}
            {move || (is_unkept.get() && !ids.with(Vec::is_empty)).then(|| view! {
                <p class="soft">{move || tr!(language.get(), shelf.open_is_trend)}</p>
            })}
            <ul class="kept">
                <For each=move || ids.get() key=Clone::clone let:id>
                    <Line id/>
                </For>
            </ul>
            <p class="soft compare-hint" class:hidden=move || ids.with(Vec::len) < 2>
                {move || tr!(language.get(), shelf.compare_hint, most = actions::MOST_BESIDE)} " "
                <a href=move || { state.view().track(); actions::href(state, View::Compare) }>{move || tr!(language.get(), shelf.go_compare)}</a>
            </p>
        </section>
    }
}

/// One scenario.
#[component]
fn Line(id: String) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let id = StoredValue::new(id);
    let line = Memo::new(move |_| {
        let found = |list: &Vec<Stored>| id.with_value(|id| list.iter().find(|stored| stored.id == *id).cloned());
        state.list().with(found)
    });
    let is_open = Memo::new(move |_| {
        state
            .open()
            .with(|open| !open.is_preview && id.with_value(|id| open.id == *id))
    });
    let name = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.name.clone()).unwrap_or_default()));
    let notes = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.notes.clone()).unwrap_or_default()));
    let called = move || {
        words::called(
            &name.get(),
            line.with(|line| line.as_ref().is_none_or(|line| line.changes == 0)),
            language.get(),
        )
    };
    let facts = move || {
        let language = language.get();
        line.with(|line| {
            let line = line.as_ref()?;
            let changes = tr!(language, scenario.changes, count = line.changes);
            Some(match &line.changed {
                Some(at) => format!(
                    "{changes} · {}",
                    tr!(language, shelf.changed, when = actions::moment(at, language))
                ),
                None => changes,
            })
        })
    };
    let is_beside = Memo::new(move |_| {
        state
            .beside()
            .with(|beside| id.with_value(|id| beside.iter().any(|member| member.id.as_ref() == Some(id))))
    });
    let is_full = Memo::new(move |_| state.beside().with(|beside| beside.len() >= actions::MOST_BESIDE));
    // Every button says what it is about: a list of bare verbs means nothing to who hears it.
    let about = move |verb: &'static str| format!("{verb}: {}", called());
    view! {
        <li class:open=move || is_open.get() data-id=id.get_value()>
            <div class="who">
                <input type="text" maxlength="80" autocomplete="off" spellcheck="false"
                    aria-label=move || about(tr!(language.get(), scenario.name_label))
                    placeholder=called
                    prop:value=move || name.get()
                    on:change=move |event| id.with_value(|id| actions::rename_stored(state, id, &event_target_value(&event)))/>
                <p class="soft">
                    {move || is_open.get().then(|| view! { <strong>{move || tr!(language.get(), shelf.is_open)}</strong> " · " })}
                    {facts}
                </p>
            </div>
            <div class="row">
                {move || (!is_open.get()).then(|| view! {
                    <button type="button" class="main" aria-label=move || about(tr!(language.get(), shelf.open))
                        on:click=move |_| id.with_value(|id| actions::open_stored(state, id))>{move || tr!(language.get(), shelf.open)}</button>
                })}
                <button type="button" class="duplicate" aria-label=move || about(tr!(language.get(), shelf.duplicate))
                    on:click=move |_| {
                        let name = tr!(language.get_untracked(), shelf.copy_of, name = called());
                        id.with_value(|id| actions::duplicate(state, id, &name));
                    }>{move || tr!(language.get(), shelf.duplicate)}</button>
                <button type="button" class="file" aria-label=move || about(tr!(language.get(), scenario.save_file))
                    on:click=move |_| id.with_value(|id| actions::export_one(state, id, &called()))>{move || tr!(language.get(), scenario.save_file)}</button>
                <button type="button" class="delete" aria-label=move || about(tr!(language.get(), shelf.delete))
                    on:click=move |_| id.with_value(|id| actions::delete(state, id))>{move || tr!(language.get(), shelf.delete)}</button>
                {move || (!is_open.get()).then(|| view! {
                    <label class="beside">
                        <input type="checkbox" prop:checked=move || is_beside.get() disabled=move || is_full.get() && !is_beside.get()
                            aria-label=move || about(tr!(language.get(), shelf.compare))
                            on:change=move |_| id.with_value(|id| actions::toggle_beside(state, id))/>
                        {move || tr!(language.get(), shelf.compare)}
                    </label>
                })}
            </div>
            <details class="notes">
                <summary>{move || if notes.with(String::is_empty) {
                    tr!(language.get(), shelf.add_notes).to_string()
                } else {
                    first_line(&notes.get())
                }}</summary>
                <textarea rows="4" maxlength=actions::MOST_NOTES.to_string() aria-label=move || about(tr!(language.get(), shelf.notes))
                    prop:value=move || notes.get()
                    on:change=move |event| id.with_value(|id| actions::set_notes(state, id, &event_target_value(&event)))></textarea>
                <p class="soft small">{move || tr!(language.get(), shelf.notes_limit, limit = actions::MOST_NOTES)}</p>
            </details>
        </li>
    }
}

/// The beginning of the notes.
fn first_line(notes: &str) -> String {
    const CHARACTERS: usize = 90;
    let line = notes.lines().next().unwrap_or_default();
    let short: String = line.chars().take(CHARACTERS).collect();
    if short.len() < notes.len() {
        format!("{short}…")
    } else {
        short
    }
}

#[cfg(test)]
mod tests {
    use super::first_line;

    #[test]
    fn long_notes_are_shortened_and_say_so() {
        assert_eq!(first_line("ngắn"), "ngắn");
        assert_eq!(first_line("một\nhai"), "một…");
        assert_eq!(first_line(&"ă".repeat(100)).chars().count(), 91);
    }
}
