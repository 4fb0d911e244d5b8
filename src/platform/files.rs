//! Files into the page: picked in a field or dropped on an element. They are hostile until somebody has read them.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// A file that the reader has given; nothing of it is read yet.
#[derive(Debug, Clone)]
pub struct File(web_sys::File);

impl File {
    /// Its name, as the reader's system has it.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its length in bytes.
    #[must_use]
    pub fn bytes(&self) -> f64 {
        self.0.size()
    }

    /// Its text; None where it cannot be read. What is not UTF-8 is replaced by the browser.
    pub async fn text(&self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }
}

/// The files that were picked in the field that an event came from; the field is emptied, so that the same file can be picked
/// again.
#[must_use]
pub fn picked(event: &web_sys::Event) -> Vec<File> {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(field) = field else { return Vec::new() };
    let files = listed(field.files());
    field.set_value("");
    files
}

/// The files that were dropped; the browser would otherwise open them in place of the page.
#[must_use]
pub fn dropped(event: &web_sys::DragEvent) -> Vec<File> {
    event.prevent_default();
    listed(event.data_transfer().and_then(|transfer| transfer.files()))
}

/// Whether something that is dragged over the page is a file.
#[must_use]
pub fn is_file(event: &web_sys::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

fn listed(files: Option<web_sys::FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length())
        .filter_map(|place| files.get(place))
        .map(File)
        .collect()
}
