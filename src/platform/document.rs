//! What belongs to the whole document: language, title, colour scheme, focus.

use wasm_bindgen::JsCast;

fn root() -> Option<web_sys::Element> {
    super::window()?.document()?.document_element()
}

/// Sets the language that screen readers and hyphenation use.
pub fn set_language(tag: &str) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Whether this is the page for frames: `<html data-embed>`, which `cargo xtask dist` writes.
#[must_use]
pub fn is_embed() -> bool {
    root().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = super::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Whether the reader's system asks for a dark page.
#[must_use]
pub fn prefers_dark() -> bool {
    super::window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Whether the reader's system asks for less motion.
#[must_use]
pub fn prefers_less_motion() -> bool {
    super::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Chooses light or dark; None follows the system.
pub fn set_scheme(scheme: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match scheme {
        Some(scheme) => root.set_attribute("data-scheme", scheme),
        None => root.remove_attribute("data-scheme"),
    };
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}

/// Moves the keyboard's focus to the element with `id` and to the top of the page.
pub fn focus_top(id: &str) {
    scroll_to_top();
    focus(id);
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the keyboard's focus to the element with `id`.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the keyboard's focus to the element with `id`, in the middle of the window; false where there is none.
#[must_use]
pub fn focus_in_the_middle(id: &str) -> bool {
    let Some(element) = element(id) else {
        return false;
    };
    let _ = element.focus();
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// Whether the keyboard's focus stands within the screen.
#[must_use]
pub fn is_in_use() -> bool {
    let document = super::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("main :focus").ok().flatten().is_some())
}

/// Removes what the page showed before the app was ready.
pub fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

fn element(id: &str) -> Option<web_sys::HtmlElement> {
    let document = super::window()?.document()?;
    document.get_element_by_id(id)?.dyn_into().ok()
}

/// Width of the window in CSS pixels.
#[must_use]
pub fn width() -> f64 {
    super::window()
        .and_then(|window| window.inner_width().ok())
        .and_then(|width| width.as_f64())
        .unwrap_or(1024.0)
}

/// Where on an element, from its left edge (0) to its right (1), a pointer stands.
#[must_use]
pub fn pointer_share(event: &web_sys::Event, client_x: f64) -> Option<f64> {
    let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let bounds = element.get_bounding_client_rect();
    (bounds.width() > 0.0).then(|| ((client_x - bounds.left()) / bounds.width()).clamp(0.0, 1.0))
}

/// Selects what stands in the field that an event came from.
pub fn select_all(event: &web_sys::Event) {
    let Some(target) = event.target() else { return };
    match target.dyn_into::<web_sys::HtmlInputElement>() {
        Ok(field) => field.select(),
        Err(target) => {
            if let Ok(area) = target.dyn_into::<web_sys::HtmlTextAreaElement>() {
                area.select();
            }
        }
    }
}

/// Chooses the first entry of the list that an event came from.
pub fn choose_first(event: &web_sys::Event) {
    let list = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
    if let Some(list) = list {
        list.set_selected_index(0);
    }
}

/// Whether an event comes from a field for text (not for a number), where the browser's own undo is wanted.
#[must_use]
pub fn is_in_text(event: &web_sys::Event) -> bool {
    let Some(target) = event.target() else { return false };
    if target.is_instance_of::<web_sys::HtmlTextAreaElement>() {
        return true;
    }
    target.dyn_into::<web_sys::HtmlInputElement>().is_ok_and(|field| {
        matches!(field.type_().as_str(), "text" | "search") && !field.class_list().contains("number")
    })
}
