//! The number field: a person's text stays while it is typed, a wrong one gets a message, another hand wins.

use kichban::components::NumberField;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, HtmlInputElement};

/// A field on the page, with the number it commits to.
struct Mounted {
    place: HtmlElement,
    value: RwSignal<f64>,
}

impl Mounted {
    fn new() -> (Self, impl Sized) {
        let document = web_sys::window().unwrap().document().unwrap();
        let place: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        document.body().unwrap().append_child(&place).unwrap();
        let value = RwSignal::new(7.5);
        let handle = mount_to(place.clone(), move || {
            let commit = Callback::new(move |typed: String| match typed.parse::<f64>() {
                Ok(number) if number <= 10.0 => {
                    value.set(number);
                    Ok(())
                }
                _ => Err("at most 10".to_string()),
            });
            view! { <NumberField id="field".to_string() label="Growth" text=Signal::derive(move || value.get().to_string()) commit/> }
        });
        (Self { place, value }, handle)
    }

    fn input(&self) -> HtmlInputElement {
        self.place.query_selector("input").unwrap().unwrap().unchecked_into()
    }

    async fn type_text(&self, text: &str) {
        self.input().set_value(text);
        self.input().dispatch_event(&Event::new("input").unwrap()).unwrap();
        tick().await;
    }

    async fn leave(&self) {
        self.input().dispatch_event(&Event::new("blur").unwrap()).unwrap();
        tick().await;
    }

    fn message(&self) -> String {
        self.place
            .query_selector(".error")
            .unwrap()
            .unwrap()
            .text_content()
            .unwrap_or_default()
    }
}

#[wasm_bindgen_test]
async fn text_stays_as_typed_until_the_field_is_left() {
    let (mounted, _handle) = Mounted::new();
    mounted.type_text("8.50").await;
    assert_eq!(mounted.value.get_untracked(), 8.5);
    assert_eq!(mounted.input().value(), "8.50");
    mounted.leave().await;
    assert_eq!(mounted.input().value(), "8.5");
}

#[wasm_bindgen_test]
async fn a_text_that_cannot_be_used_stays_with_its_message() {
    let (mounted, _handle) = Mounted::new();
    mounted.type_text("1000").await;
    mounted.leave().await;
    assert_eq!(mounted.value.get_untracked(), 7.5);
    assert_eq!(mounted.input().value(), "1000");
    assert_eq!(mounted.message(), "at most 10");
    assert_eq!(mounted.input().get_attribute("aria-invalid").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn another_hand_wins_over_what_was_typed() {
    let (mounted, _handle) = Mounted::new();
    mounted.type_text("abc").await;
    mounted.value.set(3.0);
    tick().await;
    assert_eq!(mounted.input().value(), "3");
    assert_eq!(mounted.message(), "");
}
