//! What is wrong with an input: the field and the limit, in a sentence.

use engine::{InputError, InputField, LeverId, Problem};
use leptos_i18n::td_string;
use plan::Language;

use super::{amount, date, locale, number};

/// The sentence for an input that was refused; `field` is what the page calls it.
#[must_use]
pub fn input_error(error: &InputError, field: &str, language: Language) -> String {
    let locale = locale(language);
    match (error.field, error.problem) {
        (
            InputField::ObservationYear | InputField::ThresholdYear | InputField::ShockYear,
            Problem::OutOfRange { minimum, maximum },
        ) => td_string!(
            locale,
            input.year_range,
            minimum = format!("{minimum:.0}"),
            maximum = format!("{maximum:.0}")
        )
        .to_string(),
        (
            InputField::Lever(LeverId::Earliest | LeverId::Likeliest | LeverId::Latest),
            Problem::OutOfRange { minimum, maximum },
        ) => td_string!(
            locale,
            input.out_of_range,
            field = field.to_string(),
            minimum = date(minimum, language),
            maximum = date(maximum, language)
        )
        .to_string(),
        (_, Problem::OutOfRange { minimum, maximum }) => td_string!(
            locale,
            input.out_of_range,
            field = field.to_string(),
            minimum = amount(minimum, 3, language),
            maximum = amount(maximum, 3, language)
        )
        .to_string(),
        (_, Problem::NotANumber) => td_string!(
            locale,
            input.not_a_number,
            field = field.to_string(),
            example = number(7.5, 1, language)
        )
        .to_string(),
        (_, Problem::NotApplicable) => td_string!(locale, input.not_applicable, field = field.to_string()).to_string(),
        (_, Problem::NotWhole) => td_string!(locale, lever.whole, field = field.to_string()).to_string(),
        _ => td_string!(locale, input.generic).to_string(),
    }
}
