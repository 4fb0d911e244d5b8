//! JSON text as a tree that keeps what a map would lose: the order of the keys and keys that stand twice.
//!
//! Depth and entries are limited; what lies beyond is passed over without being kept. Knows nothing of scenarios.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::limits::{DOCUMENT_DEPTH, OBJECT_ENTRIES};

/// A value, as far as the format has a use for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Number(f64),
    Text(String),
    Object(Object),
    /// null, true, false, a list, or an object that lies too deep.
    Other,
}

/// Keys and values in the order of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Object {
    pub(super) entries: Vec<(String, Node)>,
    /// Whether the text had more entries than are read.
    pub(super) is_cut: bool,
}

impl Object {
    /// The first value with `key`.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.entries
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, node)| node)
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn number(&self, key: &str) -> Option<f64> {
        match self.get(key)? {
            Node::Number(number) => Some(*number),
            _ => None,
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Node, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let node = Seed { depth: DOCUMENT_DEPTH }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(node)
}

/// Reads one value within which `depth` levels of objects are kept.
struct Seed {
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for Seed {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        if self.depth == 0 {
            deserializer.deserialize_ignored_any(IgnoredAny)?;
            return Ok(Node::Other);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Other)
    }

    #[expect(clippy::cast_precision_loss, reason = "the nearest double is what JSON numbers mean")]
    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "the nearest double is what JSON numbers mean")]
    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        Ok(Node::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_string()))
    }

    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Node::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut object = Object::default();
        while object.entries.len() < OBJECT_ENTRIES {
            let Some(key) = map.next_key::<String>()? else {
                return Ok(Node::Object(object));
            };
            let depth = self.depth - 1;
            object.entries.push((key, map.next_value_seed(Self { depth })?));
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            object.is_cut = true;
        }
        Ok(Node::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_repeated_keys() {
        let Ok(Node::Object(object)) = parse(r#"{"b": 1.5, "a": "x", "b": [1, {"c": 2}], "n": null}"#) else {
            unreachable!("an object");
        };
        let keys: Vec<&str> = object.entries.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["b", "a", "b", "n"]);
        assert_eq!(object.number("b"), Some(1.5));
        assert_eq!(object.text("a"), Some("x"));
        assert_eq!(object.get("n"), Some(&Node::Other));
    }

    #[test]
    fn numbers_are_exact() {
        for number in [0.1 + 0.2, 1.0 / 3.0, 5e-324, f64::MAX, 123_456_789.123_456_78, -7.0] {
            assert_eq!(parse(&format!("{number}")).ok(), Some(Node::Number(number)));
        }
    }

    #[test]
    fn depth_and_entries_end_somewhere() {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let deep = format!("{}1{}", open.repeat(20_000), close.repeat(20_000));
            assert!(parse(&deep).is_ok(), "{open}");
            assert!(parse(&open.repeat(20_000)).is_err(), "{open}");
        }
        let long = format!("{{{}\"z\":1}}", r#""a":1,"#.repeat(10_000));
        let Ok(Node::Object(object)) = parse(&long) else {
            unreachable!("an object");
        };
        assert_eq!((object.entries.len(), object.is_cut), (OBJECT_ENTRIES, true));
    }
}
