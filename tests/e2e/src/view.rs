//! The windows a page is looked at through.

/// The size of a window in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// Of what is seen of the page, without the browser's own bars.
    pub width: u32,
    /// As the width.
    pub height: u32,
    /// A phone has scroll bars that take no room, and obeys the page's `viewport`.
    pub is_phone: bool,
}

/// A weak office laptop.
pub const WIDE: View = View {
    width: 1366,
    height: 768,
    is_phone: false,
};

/// A common phone.
pub const PHONE: View = View {
    width: 390,
    height: 844,
    is_phone: true,
};

/// The narrowest window that WCAG 2.2 (1.4.10) wants to work without scrolling sideways.
pub const SMALL_PHONE: View = View {
    width: 320,
    height: 568,
    is_phone: true,
};
