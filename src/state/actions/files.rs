//! Files: scenarios out as documented JSON, and in from a picker or a drop.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::limits::FILE_BYTES;
use wire::{DocumentError, Saved, file};

use super::super::{AppState, Imported, Refused, keys, shelf, tabs};
use super::scenarios::{content, open_stored};
use super::sharing::today;
use crate::platform::files::{self, File};
use crate::platform::{clock, download, storage};

const JSON: &str = "application/json";

/// Gives one scenario out as a file; `stem` begins the file's name.
pub fn export_one(state: AppState, id: &str, stem: &str) {
    if let Some(saved) = content(state, id) {
        let _ = save(state, &[saved], stem);
    }
}

/// Gives the open scenario out as a file, kept or not.
pub fn export_open(state: AppState, stem: &str) {
    let saved = state.open.with_untracked(|open| open.saved.clone());
    let _ = save(state, &[saved], stem);
}

/// Gives every scenario out as one file: the copy that outlives this browser. More than a file holds go into several.
pub fn export_all(state: AppState, stem: &str) {
    super::super::saving::flush(state);
    let all: Vec<Saved> = shelf::list(state.plan)
        .into_iter()
        .filter_map(|stored| content(state, &stored.id))
        .collect();
    let mut is_saved = !all.is_empty();
    for (place, some) in all.chunks(wire::limits::FILE_SCENARIOS).enumerate() {
        let stem = if place == 0 {
            stem.to_string()
        } else {
            format!("{stem}-{}", place + 1)
        };
        is_saved &= save(state, some, &stem);
    }
    if is_saved {
        let now = clock::now();
        let _ = storage::write(keys::BACKUP, &now);
        state.backup.set(Some(now));
    }
}

/// Gives a document that this page cannot open out as it stands.
pub fn export_aside(key: &str) {
    if let Ok(Some(text)) = storage::read(key) {
        download::text(&format!("{key}.json"), JSON, &text);
    }
}

fn save(state: AppState, scenarios: &[Saved], stem: &str) -> bool {
    let date = today();
    let Ok(text) = file::to_text(scenarios, state.plan, date) else {
        return false;
    };
    let date = date.map(wire::Day::to_iso).unwrap_or_default();
    download::text(&format!("{}-{date}.json", file_name(stem)), JSON, &text)
}

/// A name that every system takes: letters and digits without their marks, hyphens between them.
fn file_name(name: &str) -> String {
    let folded = crate::words::fold(name);
    let words = folded
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(60).collect();
    if name.is_empty() { "kich-ban".to_string() } else { name }
}

/// Takes the files in that were picked in a field.
pub fn import_picked(state: AppState, event: &leptos::ev::Event) {
    import(state, files::picked(event));
}

/// Takes the files in that were dropped.
pub fn import_dropped(state: AppState, event: &leptos::ev::DragEvent) {
    import(state, files::dropped(event));
}

/// Whether what is dragged is a file; the browser then shows that it can be dropped.
pub fn allow_drop(event: &leptos::ev::DragEvent) -> bool {
    let is_file = files::is_file(event);
    if is_file {
        event.prevent_default();
    }
    is_file
}

/// What came of the last file has been read.
pub fn dismiss_import(state: AppState) {
    state.imported.set(None);
}

fn import(state: AppState, files: Vec<File>) {
    if files.is_empty() {
        return;
    }
    state.imported.set(None);
    spawn_local(async move {
        let mut imported = Imported::default();
        for file in files {
            let name = file.name();
            if let Err(refused) = import_one(state, &file, &mut imported).await {
                imported.refused.push((name, refused));
            }
        }
        tabs::refresh(state);
        // One that came alone is what the reader wants to see.
        if let (1, Some(id)) = (imported.count, imported.opens.take()) {
            open_stored(state, &id);
        }
        let _ = state.imported.try_set(Some(imported));
    });
}

async fn import_one(state: AppState, file: &File, imported: &mut Imported) -> Result<(), Refused> {
    #[expect(clippy::cast_precision_loss, reason = "a few megabytes")]
    let limit = FILE_BYTES as f64;
    if file.bytes() > limit {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a length; saturates"
        )]
        let bytes = file.bytes() as usize;
        let limit = FILE_BYTES;
        return Err(Refused::Document(DocumentError::TooLarge { bytes, limit }));
    }
    let text = file.text().await.ok_or(Refused::Unreadable)?;
    let read = file::from_text(&text, state.plan).map_err(Refused::Document)?;
    imported.problems.extend(read.problems);
    let known: Vec<Saved> = shelf::list(state.plan)
        .into_iter()
        .filter_map(|stored| Some(shelf::read(state.plan, &stored.id)?.ok()?.saved))
        .collect();
    for taken in read.scenarios {
        if known.contains(&taken.saved) {
            imported.known += 1;
            continue;
        }
        let id = clock::unique_id();
        let text = shelf::text_of(&taken.saved, state.plan);
        shelf::write(&id, &text).map_err(|_| Refused::NoRoom)?;
        imported.count += 1;
        imported.opens = Some(id);
    }
    Ok(())
}
