//! What a document holds that this page does not know: a later page of the same format put it there. It is kept as the
//! text it was and written again where it stood, so that opening and saving loses nothing of it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::json::{Value, depth};
use crate::limits::{DOCUMENT_DEPTH, KEPT_BYTES};

/// Bytes that a text costs beside its letters, and a value beside its texts; rather more than less.
const TEXT_COST: usize = 32;
const VALUE_COST: usize = 64;

/// Parts of a document that are not known here. Links do not carry them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// JSON text by the keys of the objects it lies in, from the outside in, its own key last. In the order of the keys,
    /// so that equal documents have equal texts.
    values: BTreeMap<Vec<String>, String>,
    bytes: usize,
}

impl Kept {
    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// How many values are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Keeps a value that stands under `key` within the objects of `place`. False where it is too large or too deep, or
    /// too much is kept already.
    pub(crate) fn keep(&mut self, place: &[&str], key: &str, json: &RawValue) -> bool {
        let json = json.get();
        // What it costs to hold: many small entries must not be had for nothing.
        let path = place.iter().chain([&key]);
        let bytes = path.map(|part| part.len() + TEXT_COST).sum::<usize>() + json.len() + VALUE_COST;
        if bytes + self.bytes > KEPT_BYTES || depth(json) > DOCUMENT_DEPTH {
            return false;
        }
        self.bytes += bytes;
        let path = place.iter().chain([&key]).map(|part| (*part).to_string());
        self.values.insert(path.collect(), json.to_string());
        true
    }

    /// Puts everything into a document, behind what stands there.
    pub(crate) fn put_into(&self, document: &mut Value) {
        for (path, json) in &self.values {
            let Some((key, place)) = path.split_last() else {
                continue;
            };
            let object = place
                .iter()
                .try_fold(&mut *document, |object, part| within(object, part));
            let entries = object.and_then(Value::entries);
            // Something that has become known meanwhile was written already.
            let entries = entries.filter(|entries| entries.iter().all(|(known, _)| known != key));
            if let Some(entries) = entries {
                entries.push((key.clone(), Value::Json(json.clone())));
            }
        }
    }
}

/// The object under `key`, made where there is none.
fn within<'a>(object: &'a mut Value, key: &str) -> Option<&'a mut Value> {
    let entries = object.entries()?;
    let place = match entries.iter().position(|(known, _)| known == key) {
        Some(place) => place,
        None => {
            entries.push((key.to_string(), Value::Object(Vec::new())));
            entries.len() - 1
        }
    };
    entries.get_mut(place).map(|(_, value)| value)
}
