//! A link as a QR code, for paper and for screens that are photographed.

use std::fmt::Write as _;

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

/// Light modules around the code, which the standard asks for.
const QUIET: i32 = 4;

/// Modules on a side from which on a small drawing is hard to read with a phone.
const DENSE: i32 = 75;

/// The code of `text`; nothing where it is too long for one.
#[component]
pub fn QrCode(text: String, label: &'static str) -> impl IntoView {
    let code = Code::encode_text(&text, QrCodeEcc::Low).ok()?;
    let side = code.size() + 2 * QUIET;
    let class = if side > DENSE { "qr dense" } else { "qr" };
    // Always dark on light: many readers do not know a code in reverse.
    Some(view! {
        <svg class=class viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges">
            <rect width=side.to_string() height=side.to_string() fill="#ffffff"/>
            <path d=path(&code) fill="#000000"/>
        </svg>
    })
}

/// One rectangle for every run of dark modules in a row.
fn path(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                // Into a string: it cannot fail.
                let _ = write!(path, "M{} {}h{}v1H{}z", from + QUIET, y + QUIET, x - from, from + QUIET);
            }
            x += 1;
        }
    }
    path
}
