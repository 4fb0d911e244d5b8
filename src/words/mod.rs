//! Figures and judgements of the engine in the reader's words. Knows languages and number formats; no signal, no element.

/// A text of `locales/`: `text!(locale, board.title)`, with values `name = value` behind it for what stands in braces.
///
/// The library would make a type and a formatter of each text with values, some 40 kB of the page in all; one function that
/// puts values between braces does for every text, and a test below compares the braces of both languages.
macro_rules! text {
    ($locale:expr, $($key:ident).+ $(,)?) => {
        leptos_i18n::td_string!($locale, $($key).+)
    };
    ($locale:expr, $($key:ident).+ $(, $name:ident = $value:expr)+ $(,)?) => {
        $crate::words::fill(
            leptos_i18n::td_string!($locale, $($key).+),
            &[$((stringify!($name), &$value)),+],
        )
    };
}
pub(crate) use text;

/// A text of `locales/` in a language of the plan: `tr!(language, board.title)`, with values `name = value` behind it.
macro_rules! tr {
    ($language:expr, $($key:ident).+ $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::text!($crate::words::locale($language), $($key).+ $(, $name = $value)*)
    };
}

mod about;
mod change;
mod fill;
mod fold;
mod input;
mod lever;
mod number;
mod parse;
mod problem;
mod progress;
mod rule;
mod scenario;
mod seen;
mod verdict;
mod warning;

pub use about::{basis, told_unit, unit_beside};
pub use change::{change_name, change_value, shock_unit};
pub use fill::fill;
pub use fold::fold;
pub use input::input_error;
pub use lever::{evidence, lever_name, lever_unit, lever_value, parameter};
pub use number::{amount, date, figure, level, number, percent, signed, unit_per_year, with_unit};
pub use parse::{parse_date, parse_number, parse_year};
pub use problem::{document_error, problem};
pub use progress::{
    measured, progress_class, progress_method, progress_number, progress_outlook, progress_sign, share,
};
pub use rule::{rule, threshold_value};
pub use scenario::{called, called_shared, scenario_name, shared_name};
pub use seen::{day, difference_lines, difference_reasons};
pub use verdict::{likelihood, outlook_class, outlook_word, sign, state, status, verdict};
pub use warning::warning;

use crate::i18n::Locale;
use plan::Language;

/// The page's language as the translations know it.
#[must_use]
pub const fn locale(language: Language) -> Locale {
    match language {
        Language::Vietnamese => Locale::vi,
        Language::English => Locale::en,
    }
}

/// The tag that `Intl` and the `lang` attribute take.
#[must_use]
pub const fn tag(language: Language) -> &'static str {
    match language {
        Language::Vietnamese => "vi",
        Language::English => "en",
    }
}
