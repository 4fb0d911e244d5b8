//! Questions and answers as texts between the page and its worker. Never kept, never shared: both sides are of one build.
//!
//! One line a part, fields apart by control characters that no text of the page holds.

use std::str::FromStr;

use engine::LeverId;
use plan::{Language, Plan};
use wire::{MadeWith, Saved, document};

use super::{Ask, Cell, LeverLine, Part, Question, Values};

/// Between the fields of a line.
const FIELD: char = '\u{1F}';
/// Between the cells of a row, and the lines of levers.
const CELL: char = '\u{1E}';
/// Between the parts of a cell.
const PIECE: char = '\u{1D}';
/// Between rows.
const ROW: char = '\u{1C}';

/// The text of a question.
#[must_use]
pub fn write_question(question: &Question, plan: &Plan) -> String {
    let (kind, milestone, option) = match question.ask {
        Ask::Goal { milestone, goal } => ("goal", milestone, goal),
        Ask::Matters {
            milestone,
            by_probability,
        } => ("matters", milestone, usize::from(by_probability)),
        Ask::Contributions { milestone } => ("contributions", milestone, 0),
        Ask::Record => ("record", 0, 0),
        Ask::Progress => ("progress", 0, 0),
        Ask::BackTest => ("backtest", 0, 0),
        Ask::Equation => ("equation", 0, 0),
        Ask::BackTests => ("backtests", 0, 0),
    };
    let language = match question.language {
        Language::Vietnamese => "vi",
        Language::English => "en",
    };
    let saved = Saved {
        scenario: question.scenario.clone(),
        ..Saved::default()
    };
    let Question {
        slot,
        revision,
        code,
        today_year,
        ..
    } = question;
    let scenario = document::to_text(&saved, plan, &MadeWith::now(plan));
    format!("{slot} {revision} {code} {kind} {milestone} {option} {language} {today_year}\n{scenario}")
}

/// Reads a question; None for any other text.
#[must_use]
pub fn read_question(text: &str, plan: &Plan) -> Option<Question> {
    let (line, scenario) = text.split_once('\n')?;
    let words: Vec<&str> = line.split(' ').collect();
    let [slot, revision, code, kind, milestone, option, language, today_year] = words.as_slice() else {
        return None;
    };
    let (milestone, option) = (milestone.parse().ok()?, option.parse::<usize>().ok()?);
    Some(Question {
        slot: slot.parse().ok()?,
        revision: revision.parse().ok()?,
        code: code.parse().ok()?,
        ask: match *kind {
            "goal" => Ask::Goal {
                milestone,
                goal: option,
            },
            "matters" => Ask::Matters {
                milestone,
                by_probability: option == 1,
            },
            "contributions" => Ask::Contributions { milestone },
            "record" => Ask::Record,
            "progress" => Ask::Progress,
            "backtest" => Ask::BackTest,
            "equation" => Ask::Equation,
            "backtests" => Ask::BackTests,
            _ => return None,
        },
        language: match *language {
            "vi" => Language::Vietnamese,
            "en" => Language::English,
            _ => return None,
        },
        today_year: today_year.parse().ok()?,
        scenario: document::from_text(scenario, plan).ok()?.value.scenario,
    })
}

/// The text of the answer to `question`.
#[must_use]
pub fn write_answer(question: &Question, parts: &[Part]) -> String {
    let head = format!("{} {}", question.slot, question.revision);
    std::iter::once(head)
        .chain(parts.iter().map(write_part))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Reads an answer: slot, revision and parts; None for any other text.
#[must_use]
pub fn read_answer(text: &str) -> Option<(u32, u32, Vec<Part>)> {
    let mut lines = text.split('\n');
    let (slot, revision) = lines.next()?.split_once(' ')?;
    let parts: Option<Vec<Part>> = lines.map(read_part).collect();
    Some((slot.parse().ok()?, revision.parse().ok()?, parts?))
}

fn write_part(part: &Part) -> String {
    let fields = match part {
        Part::Heading(level, text) => vec!["h".to_string(), level.to_string(), text.clone()],
        Part::Text(class, text) => vec!["p".to_string(), class.clone(), text.clone()],
        Part::Strong(class, sentence, number, more) => {
            let fields = ["b", class, sentence, number, more];
            fields.map(str::to_string).to_vec()
        }
        Part::Strip(dots, zero, needed, text) => {
            let dots = dots.iter().map(f64::to_string);
            vec![
                "d".to_string(),
                join(dots, CELL),
                zero.to_string(),
                needed.to_string(),
                text.clone(),
            ]
        }
        Part::Code(text) => vec!["c".to_string(), text.clone()],
        Part::Table(class, head, rows) => {
            let rows: Vec<String> = rows.iter().map(|row| write_row(row)).collect();
            vec![
                "t".to_string(),
                class.clone(),
                write_row(head),
                rows.join(&ROW.to_string()),
            ]
        }
        Part::Shares(shares) => {
            let shares = shares.iter().map(|(share, text)| format!("{share}{PIECE}{text}"));
            vec!["s".to_string(), join(shares, CELL)]
        }
        Part::Levers(class, lines) => {
            let lines = lines.iter().map(|line| {
                let (word, label, values) = line.apply.clone().unwrap_or_default();
                let pieces = [&line.name, &line.unit, &line.now, &line.needed, &word, &label];
                let pieces = pieces.into_iter().cloned().chain([write_values(&values)]);
                join(pieces, PIECE)
            });
            vec!["l".to_string(), class.clone(), join(lines, CELL)]
        }
        Part::Apply(text, word, values) => {
            vec!["a".to_string(), text.clone(), word.clone(), write_values(values)]
        }
    };
    // A text of ours has no line break; one that had would only end its part early.
    join(fields.into_iter(), FIELD).replace('\n', " ")
}

fn read_part(line: &str) -> Option<Part> {
    let fields: Vec<&str> = line.split(FIELD).collect();
    Some(match fields.as_slice() {
        ["h", level, text] => Part::Heading(level.parse().ok()?, (*text).to_string()),
        ["p", class, text] => Part::Text((*class).to_string(), (*text).to_string()),
        ["b", class, sentence, number, more] => {
            let [class, sentence, number, more] = [class, sentence, number, more].map(|text| (*text).to_string());
            Part::Strong(class, sentence, number, more)
        }
        ["d", dots, zero, needed, text] => {
            let dots: Option<Vec<f64>> = list(dots, CELL).map(|dot| dot.parse().ok()).collect();
            Part::Strip(dots?, zero.parse().ok()?, needed.parse().ok()?, (*text).to_string())
        }
        ["c", text] => Part::Code((*text).to_string()),
        ["t", class, head, rows] => {
            let rows: Option<Vec<Vec<Cell>>> = list(rows, ROW).map(read_row).collect();
            Part::Table((*class).to_string(), read_row(head)?, rows?)
        }
        ["s", shares] => {
            let share = |text: &str| {
                let (share, words) = text.split_once(PIECE)?;
                Some((share.parse().ok()?, words.to_string()))
            };
            Part::Shares(list(shares, CELL).map(share).collect::<Option<_>>()?)
        }
        ["l", class, lines] => {
            let lines = list(lines, CELL).map(read_line);
            Part::Levers((*class).to_string(), lines.collect::<Option<_>>()?)
        }
        ["a", text, word, values] => Part::Apply((*text).to_string(), (*word).to_string(), read_values(values)?),
        _ => return None,
    })
}

fn write_row(row: &[Cell]) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => join(["x", text].into_iter(), PIECE),
        Cell::Number(text) => join(["n", text].into_iter(), PIECE),
        Cell::Noted(text, note) => join(["o", text, note].into_iter(), PIECE),
        Cell::Marked(text, mark) => join(["m", text, mark].into_iter(), PIECE),
        Cell::Swing(low, base, high) => format!("w{PIECE}{low}{PIECE}{base}{PIECE}{high}"),
        Cell::Part(zero, end) => format!("r{PIECE}{zero}{PIECE}{end}"),
        Cell::Verdict(class, sign, word) => join(["v", class, sign, word].into_iter(), PIECE),
    };
    join(row.iter().map(cell), CELL)
}

fn read_row(row: &str) -> Option<Vec<Cell>> {
    let cell = |cell: &str| {
        let pieces: Vec<&str> = cell.split(PIECE).collect();
        Some(match pieces.as_slice() {
            ["x", text] => Cell::Text((*text).to_string()),
            ["n", text] => Cell::Number((*text).to_string()),
            ["o", text, note] => Cell::Noted((*text).to_string(), (*note).to_string()),
            ["m", text, mark] => Cell::Marked((*text).to_string(), (*mark).to_string()),
            ["w", low, base, high] => Cell::Swing(low.parse().ok()?, base.parse().ok()?, high.parse().ok()?),
            ["r", zero, end] => Cell::Part(zero.parse().ok()?, end.parse().ok()?),
            ["v", class, sign, word] => Cell::Verdict((*class).to_string(), (*sign).to_string(), (*word).to_string()),
            _ => return None,
        })
    };
    list(row, CELL).map(cell).collect()
}

fn read_line(line: &str) -> Option<LeverLine> {
    let pieces: Vec<&str> = line.split(PIECE).collect();
    let [name, unit, now, needed, word, label, values] = pieces.as_slice() else {
        return None;
    };
    let values = read_values(values)?;
    let apply = (!values.is_empty()).then(|| ((*word).to_string(), (*label).to_string(), values));
    Some(LeverLine {
        name: (*name).to_string(),
        unit: (*unit).to_string(),
        now: (*now).to_string(),
        needed: (*needed).to_string(),
        apply,
    })
}

/// Levers by their place in the list of all, parameters by their code behind it.
fn write_values(values: &Values) -> String {
    let value = |(code, id, value): &(u8, LeverId, f64)| {
        let place = match id {
            LeverId::Parameter(parameter) => LeverId::ALL.len() + usize::from(*parameter),
            _ => LeverId::ALL.iter().position(|known| known == id).unwrap_or_default(),
        };
        format!("{code}:{place}:{value}")
    };
    join(values.iter().map(value), ' ')
}

fn read_values(text: &str) -> Option<Values> {
    let value = |text: &str| {
        let mut numbers = text.split(':');
        let code = next(&mut numbers)?;
        let place: usize = next(&mut numbers)?;
        let id = match LeverId::ALL.get(place) {
            Some(id) => *id,
            None => LeverId::Parameter(u8::try_from(place - LeverId::ALL.len()).ok()?),
        };
        Some((code, id, next(&mut numbers)?))
    };
    list(text, ' ').map(value).collect()
}

fn next<'a, T: FromStr>(words: &mut impl Iterator<Item = &'a str>) -> Option<T> {
    words.next()?.parse().ok()
}

/// The items of a list; an empty text is an empty list.
fn list(text: &str, gap: char) -> impl Iterator<Item = &str> {
    text.split(gap).filter(move |_| !text.is_empty())
}

fn join<T: AsRef<str>>(items: impl Iterator<Item = T>, gap: char) -> String {
    let mut text = String::new();
    for (place, item) in items.enumerate() {
        if place > 0 {
            text.push(gap);
        }
        text.push_str(item.as_ref());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::{Phase, Scenario};

    fn question(ask: Ask) -> Question {
        Question {
            slot: 3,
            revision: 9,
            code: 1,
            ask,
            language: Language::English,
            today_year: 2026,
            scenario: Scenario::default(),
        }
    }

    #[test]
    fn questions_arrive_as_they_were_asked() {
        let plan = plan::plan();
        for ask in [
            Ask::Goal { milestone: 1, goal: 3 },
            Ask::Matters {
                milestone: 0,
                by_probability: true,
            },
            Ask::Contributions { milestone: 1 },
            Ask::Record,
            Ask::Progress,
            Ask::BackTest,
            Ask::Equation,
            Ask::BackTests,
        ] {
            let question = question(ask);
            assert_eq!(read_question(&write_question(&question, plan), plan), Some(question));
        }
        for text in [
            "",
            "1 2 3\n{}",
            "1 2 3 goal x 0 en 2026\n{}",
            "1 2 3 sing 0 0 en 2026\n{}",
        ] {
            assert_eq!(read_question(text, plan), None, "{text}");
        }
    }

    #[test]
    fn answers_arrive_as_they_were_given() {
        let values: Values = vec![
            (1, LeverId::Growth(Phase::Second), 9.25),
            (0, LeverId::Parameter(2), -1.5),
        ];
        let line = |apply| LeverLine {
            name: "Tăng trưởng".to_string(),
            unit: "%/năm".to_string(),
            now: "8".to_string(),
            needed: "9,25".to_string(),
            apply,
        };
        let apply = Some(("Dùng".to_string(), "Dùng 9,25".to_string(), values.clone()));
        let cells = vec![
            Cell::Text("a".to_string()),
            Cell::Number("1,5".to_string()),
            Cell::Noted("a".to_string(), "b".to_string()),
            Cell::Marked("a".to_string(), String::new()),
            Cell::Swing(0.1, 0.5, 1.0),
            Cell::Part(0.0, -0.25),
            Cell::Verdict("v-met".to_string(), "●".to_string(), "met".to_string()),
        ];
        let parts = vec![
            Part::Heading(3, "Tiêu đề".to_string()),
            Part::Text(String::new(), String::new()),
            Part::Code("z = ln y".to_string()),
            Part::Strong("flow".to_string(), "a".to_string(), "1".to_string(), String::new()),
            Part::Strip(vec![0.0, 0.5], 0.25, 1.0, "b".to_string()),
            Part::Strip(Vec::new(), 0.25, 1.0, "b".to_string()),
            Part::Table("bars".to_string(), cells.clone(), vec![cells.clone(), cells]),
            Part::Table(String::new(), Vec::new(), Vec::new()),
            Part::Shares(vec![(0.25, "25% a".to_string()), (0.75, "75% b".to_string())]),
            Part::Levers("alone".to_string(), vec![line(apply), line(None)]),
            Part::Apply("so".to_string(), "use".to_string(), values),
        ];
        let text = write_answer(&question(Ask::Progress), &parts);
        assert_eq!(read_answer(&text), Some((3, 9, parts)));
        assert_eq!(read_answer("3 9\nq"), None);
        assert_eq!(read_answer(""), None);
        assert_eq!(read_answer("3 9"), Some((3, 9, Vec::new())));
    }
}
