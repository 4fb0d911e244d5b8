//! A system model as an XMILE 1.0 file, for programs of system dynamics.
//!
//! Source: XML Interchange Language for System Dynamics (XMILE) Version 1.0, OASIS Standard, 14 December 2015.

use core::fmt::Write as _;

use engine::ENGINE_VERSION;
use engine::system::{Condition, Expression, Label, Stock, SystemModel, Variable};
use plan::{Language, Plan};

/// The file of `model`, made from the scenario called `name` (a reader's text; may be empty). Labels are in `language`.
/// Equal arguments give equal text.
#[must_use]
pub fn to_text(model: &SystemModel, plan: &Plan, name: &str, language: Language) -> String {
    let mut text = String::new();
    let _ = write_file(&mut text, model, plan, name, language);
    text
}

fn write_file(
    text: &mut String,
    model: &SystemModel,
    plan: &Plan,
    name: &str,
    language: Language,
) -> core::fmt::Result {
    let title = if name.is_empty() {
        plan.title.get(language)
    } else {
        name
    };
    let crises = if model.leaves_out_crises {
        " The scenario's crises are random and left out."
    } else {
        ""
    };
    let (start, stop) = (model.start, model.stop);
    writeln!(text, r#"<?xml version="1.0" encoding="utf-8"?>"#)?;
    writeln!(
        text,
        r#"<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">"#
    )?;
    writeln!(text, "  <header>")?;
    writeln!(text, "    <name>{}</name>", escaped(title))?;
    writeln!(text, "    <vendor>Kịch Bản</vendor>")?;
    writeln!(
        text,
        r#"    <product version="{}" lang="{}">Kịch Bản, plan {}, data {}</product>"#,
        escaped(ENGINE_VERSION),
        match language {
            Language::Vietnamese => "vi",
            Language::English => "en",
        },
        escaped(plan.id),
        escaped(plan.data_version)
    )?;
    writeln!(
        text,
        "    <caption>Medians only; a count out of a known number is its expected count.{crises}</caption>"
    )?;
    writeln!(text, "  </header>")?;
    writeln!(text, r#"  <sim_specs method="Euler" time_units="Year">"#)?;
    writeln!(
        text,
        "    <start>{start}</start>\n    <stop>{stop}</stop>\n    <dt>1</dt>"
    )?;
    writeln!(text, "  </sim_specs>\n  <model>\n    <variables>")?;
    for stock in &model.stocks {
        write_stock(text, stock, language)?;
    }
    for flow in &model.flows {
        write_variable(text, "flow", flow, language)?;
    }
    for auxiliary in &model.auxiliaries {
        write_variable(text, "aux", auxiliary, language)?;
    }
    writeln!(text, "    </variables>\n  </model>\n</xmile>")
}

fn write_stock(text: &mut String, stock: &Stock, language: Language) -> core::fmt::Result {
    writeln!(text, r#"      <stock name="{}">"#, escaped(&stock.name))?;
    write_inside(text, &stock.initial, stock.label, language)?;
    for flow in &stock.inflows {
        writeln!(text, "        <inflow>{}</inflow>", escaped(flow))?;
    }
    for flow in &stock.outflows {
        writeln!(text, "        <outflow>{}</outflow>", escaped(flow))?;
    }
    writeln!(text, "      </stock>")
}

fn write_variable(text: &mut String, kind: &str, variable: &Variable, language: Language) -> core::fmt::Result {
    writeln!(text, r#"      <{kind} name="{}">"#, escaped(&variable.name))?;
    write_inside(text, &variable.equation, variable.label, language)?;
    writeln!(text, "      </{kind}>")
}

fn write_inside(
    text: &mut String,
    equation: &Expression,
    label: Option<Label>,
    language: Language,
) -> core::fmt::Result {
    if let Some(label) = label {
        let (name, unit) = (label.name.get(language), label.unit.get(language));
        writeln!(text, "        <doc>{} [{}]</doc>", escaped(name), escaped(unit))?;
    }
    writeln!(text, "        <eqn>{}</eqn>", escaped(&equation_text(equation)))
}

/// An equation in XMILE's words. Everything with two sides stands in brackets, so that no reader's rules of precedence
/// matter.
fn equation_text(equation: &Expression) -> String {
    let both =
        |a: &Expression, sign: &str, b: &Expression| format!("({} {sign} {})", equation_text(a), equation_text(b));
    match equation {
        Expression::Number(number) => number_text(*number),
        Expression::Variable(name) => name.clone(),
        Expression::Time => "TIME".to_string(),
        Expression::Sum(a, b) => both(a, "+", b),
        Expression::Difference(a, b) => both(a, "-", b),
        Expression::Product(a, b) => both(a, "*", b),
        Expression::Quotient(a, b) => both(a, "/", b),
        Expression::Exponential(a) => format!("EXP({})", equation_text(a)),
        Expression::Logarithm(a) => format!("LN({})", equation_text(a)),
        Expression::Least(a, b) => format!("MIN({}, {})", equation_text(a), equation_text(b)),
        Expression::Greatest(a, b) => format!("MAX({}, {})", equation_text(a), equation_text(b)),
        Expression::If(condition, then, otherwise) => {
            let asked = match condition.as_ref() {
                Condition::Less(a, b) => format!("({} < {})", equation_text(a), equation_text(b)),
                Condition::Equal(a, b) => format!("({} = {})", equation_text(a), equation_text(b)),
            };
            format!(
                "(IF {asked} THEN {} ELSE {})",
                equation_text(then),
                equation_text(otherwise)
            )
        }
    }
}

/// The shortest decimal that reads back as the same number; negative ones in brackets, as `2 - -1` is not for everybody.
fn number_text(number: f64) -> String {
    if number < 0.0 {
        format!("({number})")
    } else {
        // Not `-0`.
        format!("{}", number + 0.0)
    }
}

/// Text for the inside of an element or of an attribute in double quotes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no way to write these.
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use engine::system::{Condition, Expression};

    use super::{equation_text, escaped};

    #[test]
    fn equations_are_read_in_one_way_only() {
        let name = || Expression::Variable("a_1".to_string());
        let cases = [
            (name() - (name() - 1.0), "(a_1 - (a_1 - 1))"),
            (name() * -0.25 / 3e-7, "((a_1 * (-0.25)) / 0.0000003)"),
            (name().ln().exp().at_most(-0.0), "MIN(EXP(LN(a_1)), 0)"),
            (
                Expression::when(
                    Condition::Less(Expression::Time, 2025.0.into()),
                    1.0,
                    name().at_least(2.0),
                ) + 1.0,
                "((IF (TIME < 2025) THEN 1 ELSE MAX(a_1, 2)) + 1)",
            ),
        ];
        for (equation, text) in cases {
            assert_eq!(equation_text(&equation), text);
        }
    }

    #[test]
    fn names_of_readers_do_not_become_markup() {
        assert_eq!(
            escaped("a\u{1}<b c=\"d\">&amp;\n</b> ẵ"),
            "a&lt;b c=&quot;d&quot;&gt;&amp;amp;\n&lt;/b&gt; ẵ"
        );
    }
}
