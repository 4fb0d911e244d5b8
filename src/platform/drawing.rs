//! A drawing on the page drawn again. Where only numbers and texts in it differ, those alone are changed: to parse all of
//! it, and to lay all of it out, takes longer than a frame has on a weak machine.
//!
//! Knows the markup of the chart crate: no comments, `<`, `>`, `&` and quotes always escaped, and in groups what comes and
//! goes, such as the numbers on an axis.

use wasm_bindgen::JsCast;
pub use web_sys::Element as Place;
use web_sys::{Element, Text};

/// Begins what comes and goes; it holds no other group.
const GROUP: &str = "<g>";
const GROUP_END: &str = "</g>";

/// Puts the drawing `after` into `place`, where `before` stands.
pub fn redraw(place: &Element, before: Option<&str>, after: &str) {
    let is_changed = before.is_some_and(|before| {
        differences(before, after).is_some_and(|differences| change(place, &differences).is_some())
    });
    if !is_changed {
        place.set_inner_html(after);
    }
}

/// What differs in the element with this number, counted in the order of the markup before.
#[derive(Debug, PartialEq, Eq)]
enum Difference<'a> {
    Attribute {
        element: u32,
        name: &'a str,
        value: &'a str,
    },
    /// Of its first child.
    Text { element: u32, text: &'a str },
    /// All that is in it.
    Content { element: u32, markup: &'a str },
}

/// None where the drawings differ outside of groups by more than attributes and texts, or by what would have to be read
/// as markup.
fn differences<'a>(before: &str, after: &'a str) -> Option<Vec<Difference<'a>>> {
    let (mut olds, mut found, mut element) = (before.split(GROUP), Vec::new(), 0);
    for (place, new) in after.split(GROUP).enumerate() {
        let (mut old, mut new) = (olds.next()?, new);
        if place > 0 {
            // The group, then what follows it.
            let (old_content, old_rest) = old.split_once(GROUP_END)?;
            let (new_content, new_rest) = new.split_once(GROUP_END)?;
            let known = found.len();
            if compare_all(old_content, new_content, element + 1, &mut found).is_none() {
                found.truncate(known);
                found.push(Difference::Content {
                    element,
                    markup: new_content,
                });
            }
            element += 1 + elements(old_content);
            (old, new) = (old_rest, new_rest);
        }
        compare_all(old, new, element, &mut found)?;
        element += elements(old);
    }
    olds.next().is_none().then_some(found)
}

fn elements(markup: &str) -> u32 {
    let tags = markup.split('<').skip(1);
    tags.map(|tag| u32::from(!tag.starts_with('/'))).sum()
}

/// Compares markup whose first element has this number.
fn compare_all<'a>(before: &str, after: &'a str, mut element: u32, found: &mut Vec<Difference<'a>>) -> Option<()> {
    let mut olds = before.split('<');
    for new in after.split('<') {
        let old = olds.next()?;
        let is_element = !new.is_empty() && !new.starts_with('/');
        if old != new {
            if !is_element {
                return None;
            }
            compare(old, new, element, found)?;
        }
        element += u32::from(is_element);
    }
    olds.next().is_none().then_some(())
}

/// Compares two pieces that begin with a tag's name.
fn compare<'a>(old: &str, new: &'a str, element: u32, found: &mut Vec<Difference<'a>>) -> Option<()> {
    let ((old_tag, old_text), (new_tag, new_text)) = (old.split_once('>')?, new.split_once('>')?);
    let (mut olds, mut news) = (old_tag.split('"'), new_tag.split('"'));
    // What stands between quotes is a value, and before it the name; the first name comes after the tag's.
    loop {
        let (old_name, new_name) = (olds.next(), news.next());
        if old_name != new_name {
            return None;
        }
        let Some(name) = new_name else { break };
        let (old_value, new_value) = (olds.next(), news.next());
        if old_value != new_value {
            let (name, value) = (name.rsplit(' ').next()?.strip_suffix('=')?, new_value?);
            old_value?;
            if value.contains('&') {
                return None;
            }
            found.push(Difference::Attribute { element, name, value });
        }
    }
    if old_text != new_text {
        let is_plain = !old_text.is_empty() && !new_text.is_empty() && !new_text.contains('&');
        is_plain.then(|| {
            found.push(Difference::Text {
                element,
                text: new_text,
            });
        })?;
    }
    Some(())
}

/// None where the page's elements are not those of the drawing; some may be changed then.
fn change(place: &Element, differences: &[Difference<'_>]) -> Option<()> {
    if differences.is_empty() {
        return Some(());
    }
    let elements = place.query_selector_all("*").ok()?;
    for difference in differences {
        match *difference {
            Difference::Attribute { element, name, value } => {
                let element: Element = elements.item(element)?.dyn_into().ok()?;
                element.set_attribute(name, value).ok()?;
            }
            Difference::Text { element, text } => {
                let first: Text = elements.item(element)?.first_child()?.dyn_into().ok()?;
                first.set_data(text);
            }
            Difference::Content { element, markup } => elements
                .item(element)?
                .dyn_into::<Element>()
                .ok()?
                .set_inner_html(markup),
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Difference, differences};

    const BEFORE: &str =
        "<svg width=\"9\"><title>A</title><path d=\"M 1 2\" fill=\"none\"/><text x=\"1\">ten</text></svg>";

    fn found<'a>(old: &str, new: &str, after: &'a mut String) -> Option<Vec<Difference<'a>>> {
        *after = BEFORE.replacen(old, new, 1);
        assert_ne!(after, BEFORE, "{old} is not in it");
        differences(BEFORE, after)
    }

    #[test]
    fn numbers_and_texts_are_changed_in_place() {
        assert_eq!(differences(BEFORE, BEFORE), Some(Vec::new()));
        let attribute = |element, name, value| Some(vec![Difference::Attribute { element, name, value }]);
        let text = |element, text| Some(vec![Difference::Text { element, text }]);
        let after = &mut String::new();
        assert_eq!(found("M 1 2", "M 3 4", after), attribute(2, "d", "M 3 4"));
        assert_eq!(found("width=\"9\"", "width=\"10\"", after), attribute(0, "width", "10"));
        assert_eq!(found("ten", "mười", after), text(3, "mười"));
        assert_eq!(found(">A<", ">B<", after), text(1, "B"));
        assert_eq!(
            found("x=\"1\">ten", "x=\"2\">two", after),
            Some(vec![
                Difference::Attribute {
                    element: 3,
                    name: "x",
                    value: "2"
                },
                Difference::Text {
                    element: 3,
                    text: "two"
                }
            ])
        );
    }

    #[test]
    fn what_comes_and_goes_in_a_group_leaves_the_rest_alone() {
        let before = "<svg><g><path d=\"1\"/></g><text>ten</text><g></g></svg>";
        let content = |element, markup| Difference::Content { element, markup };
        let text = |element, text| Difference::Text { element, text };
        for (after, expected) in [
            (
                "<svg><g><path d=\"1\"/><path d=\"2\"/></g><text>two</text><g></g></svg>",
                Some(vec![content(1, "<path d=\"1\"/><path d=\"2\"/>"), text(3, "two")]),
            ),
            (
                "<svg><g></g><text>two</text><g><rect/></g></svg>",
                Some(vec![content(1, ""), text(3, "two"), content(4, "<rect/>")]),
            ),
            (
                "<svg><g><path d=\"2\"/></g><text>ten</text><g></g></svg>",
                Some(vec![Difference::Attribute {
                    element: 2,
                    name: "d",
                    value: "2",
                }]),
            ),
            ("<svg><g><path d=\"1\"/></g><text>ten</text></svg>", None),
            ("<svg><g><path d=\"1\"/></g><g></g><text>ten</text></svg>", None),
            ("<svg><path d=\"1\"/><text>ten</text><g></g></svg>", None),
        ] {
            assert_eq!(differences(before, after), expected, "{after}");
        }
    }

    #[test]
    fn another_drawing_is_drawn_whole() {
        let after = &mut String::new();
        for (old, new) in [
            ("<path", "<rect"),
            (" fill=\"none\"", ""),
            (" fill=", " stroke="),
            ("<title>A</title>", ""),
            ("</svg>", "<path d=\"\"/></svg>"),
            ("ten", ""),
            ("ten", "a &amp; b"),
            ("none", "&quot;"),
            ("</text>", "</text>more"),
        ] {
            assert_eq!(found(old, new, after), None, "{old} to {new}");
        }
    }
}
