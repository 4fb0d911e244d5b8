//! JSON text, one level at a time: an object keeps what a map would lose, the order of the keys and keys that stand twice,
//! and leaves each value as the text it is until somebody asks for it. So a value that nobody knows can be kept as it is,
//! and no depth of nesting needs memory.

use core::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::limits::OBJECT_ENTRIES;

/// A value, as far as the formats have a use for it.
#[derive(Debug, Clone)]
pub(crate) enum Node<'a> {
    /// What is too large for a double is infinite.
    Number(f64),
    Text(String),
    Object(Object<'a>),
    /// See [`elements`].
    List,
    /// null, true, false, and what holds texts that are none, such as half a surrogate pair.
    Other,
}

/// Keys and values in the order of the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Object<'a> {
    pub(crate) entries: Vec<(String, &'a RawValue)>,
    /// Whether the text had more entries than are read.
    pub(crate) is_cut: bool,
}

impl<'a> Object<'a> {
    /// Reads a whole text; None where it is JSON, but no object.
    pub(crate) fn parse(text: &'a str) -> Result<Option<Self>, serde_json::Error> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let object = deserializer.deserialize_any(ObjectVisitor)?;
        deserializer.end()?;
        Ok(object)
    }

    /// The first value with `key`.
    fn get(&self, key: &str) -> Option<Node<'a>> {
        let found = self.entries.iter().find(|(known, _)| known == key);
        found.map(|(_, raw)| node(raw))
    }

    pub(crate) fn text(&self, key: &str) -> Option<String> {
        match self.get(key)? {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn number(&self, key: &str) -> Option<f64> {
        match self.get(key)? {
            Node::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// What a value is.
pub(crate) fn node(raw: &RawValue) -> Node<'_> {
    let text = raw.get();
    let known = match text.bytes().next() {
        Some(b'{') => Object::parse(text).ok().flatten().map(Node::Object),
        Some(b'[') => Some(Node::List),
        Some(b'"') => serde_json::from_str(text).ok().map(Node::Text),
        // A number of JSON is one of Rust, which reads it to the nearest double.
        Some(b'-' | b'0'..=b'9') => text.parse().ok().map(Node::Number),
        _ => None,
    };
    known.unwrap_or(Node::Other)
}

/// The first `most` elements of a list, and how many more there are.
pub(crate) fn elements(list: &RawValue, most: usize) -> (Vec<&RawValue>, usize) {
    let mut deserializer = serde_json::Deserializer::from_str(list.get());
    deserializer.deserialize_seq(ListVisitor { most }).unwrap_or_default()
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Option<Object<'de>>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut object = Object::default();
        while object.entries.len() < OBJECT_ENTRIES {
            let Some(entry) = map.next_entry()? else {
                return Ok(Some(object));
            };
            object.entries.push(entry);
        }
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            object.is_cut = true;
        }
        Ok(Some(object))
    }
}

struct ListVisitor {
    most: usize,
}

impl<'de> Visitor<'de> for ListVisitor {
    type Value = (Vec<&'de RawValue>, usize);

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while elements.len() < self.most {
            let Some(element) = list.next_element()? else {
                return Ok((elements, 0));
            };
            elements.push(element);
        }
        let mut more = 0;
        while list.next_element::<IgnoredAny>()?.is_some() {
            more += 1;
        }
        Ok((elements, more))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Object<'_> {
        let Ok(Some(object)) = Object::parse(text) else {
            unreachable!("an object: {text}");
        };
        object
    }

    #[test]
    fn keeps_order_repeated_keys_and_the_text_of_values() {
        let object = object(r#" {"b": 1.5, "a": "x", "b": [1, {"c": 2}], "n": null, "o": {"p":7}} "#);
        let entries: Vec<(&str, &str)> = object
            .entries
            .iter()
            .map(|(key, raw)| (key.as_str(), raw.get()))
            .collect();
        let expected = [
            ("b", "1.5"),
            ("a", r#""x""#),
            ("b", r#"[1, {"c": 2}]"#),
            ("n", "null"),
            ("o", r#"{"p":7}"#),
        ];
        assert_eq!(entries, expected);
        assert_eq!(object.number("b"), Some(1.5));
        assert_eq!(object.text("a").as_deref(), Some("x"));
        assert!(matches!(object.get("n"), Some(Node::Other)));
        assert!(matches!(object.get("o"), Some(Node::Object(inner)) if inner.number("p") == Some(7.0)));
    }

    #[test]
    fn numbers_are_exact() {
        for number in [
            0.1 + 0.2,
            1.0 / 3.0,
            5e-324,
            f64::MAX,
            123_456_789.123_456_78,
            -7.0,
            9_007_199_254_740_993.0,
        ] {
            assert_eq!(object(&format!(r#"{{"a":{number}}}"#)).number("a"), Some(number));
        }
        assert_eq!(
            object(r#"{"a":9007199254740993}"#).number("a"),
            Some(9_007_199_254_740_992.0)
        );
        assert_eq!(object(r#"{"a":-1e999}"#).number("a"), Some(f64::NEG_INFINITY));
    }

    #[test]
    fn lists_end_where_asked() {
        let object = object(r#"{"a":[1,"b",{}]}"#);
        let list = object.entries.first().map(|(_, raw)| *raw);
        let texts = |most| {
            let (elements, more) = list.map(|list| elements(list, most)).unwrap_or_default();
            (elements.iter().map(|raw| raw.get()).collect::<Vec<_>>(), more)
        };
        assert_eq!(texts(3), (vec!["1", r#""b""#, "{}"], 0));
        assert_eq!(texts(2), (vec!["1", r#""b""#], 1));
        assert_eq!(texts(0), (vec![], 3));
    }

    #[test]
    fn depth_and_entries_end_somewhere() {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let deep = format!(r#"{{"b":{}1{}}}"#, open.repeat(20_000), close.repeat(20_000));
            assert_eq!(object(&deep).entries.len(), 1);
            assert!(Object::parse(&open.repeat(20_000)).is_err(), "{open}");
        }
        let long = format!("{{{}\"z\":1}}", r#""a":1,"#.repeat(10_000));
        let object = object(&long);
        assert_eq!((object.entries.len(), object.is_cut), (OBJECT_ENTRIES, true));
    }

    #[test]
    fn half_a_surrogate_pair_is_no_text() {
        assert!(matches!(object(r#"{"a":"\ud800"}"#).get("a"), Some(Node::Other)));
        assert!(Object::parse(r#"{"\ud800":1}"#).is_err());
    }
}
