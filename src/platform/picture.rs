//! Drawings out of the page as pictures, and the colours they have on it.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Pixels of a picture a unit of its drawing: sharp on paper.
const SCALE: f64 = 2.0;

/// The colours that the custom properties `names` stand for in the scheme in force, as the browser writes them.
#[must_use]
pub fn colours<const N: usize>(names: [&str; N]) -> Option<[String; N]> {
    let window = super::window()?;
    let document = window.document()?;
    // A custom property is kept as it was written; what it comes to shows on an element that is coloured by it.
    let probe: web_sys::HtmlElement = document.create_element("span").ok()?.dyn_into().ok()?;
    document.body()?.append_child(&probe).ok()?;
    let colours = names.map(|name| {
        let _ = probe.style().set_property("color", &format!("var({name})"));
        let computed = window.get_computed_style(&probe).ok().flatten();
        computed
            .and_then(|computed| computed.get_property_value("color").ok())
            .unwrap_or_default()
    });
    probe.remove();
    Some(colours)
}

/// Offers a drawing as a PNG file; false where the browser cannot.
pub async fn save(name: &str, svg: &str, size: (f64, f64)) -> bool {
    try_save(name, svg, size).await.is_ok()
}

async fn try_save(name: &str, svg: &str, (width, height): (f64, f64)) -> Result<(), JsValue> {
    let document = super::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let image = web_sys::HtmlImageElement::new()?;
    // Not an object's address, which the page's policy has no pictures from.
    let text: String = js_sys::encode_uri_component(svg).into();
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{text}"));
    JsFuture::from(image.decode()).await?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some thousand pixels"
    )]
    let pixels = [width, height].map(|length| (length * SCALE).ceil().clamp(1.0, 8_000.0) as u32);
    canvas.set_width(pixels[0]);
    canvas.set_height(pixels[1]);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: web_sys::CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(pixels[0]),
        f64::from(pixels[1]),
    )?;
    let blob = js_sys::Promise::new(&mut |resolve, reject| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(take.unchecked_ref()).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    let blob: web_sys::Blob = JsFuture::from(blob).await?.dyn_into()?;
    super::download::offer(name, &blob)
}
