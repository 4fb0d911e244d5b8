//! What page and worker say to each other about several scenarios on the same draws: the texts between them. Never kept.
//!
//! The same draws mean that chance falls out of a difference: what is left is what the scenarios do.

use std::fmt::Write as _;
use std::str::FromStr;

use engine::ensemble::{Ensemble, Standing};
use plan::Plan;

use crate::document;
use crate::limits::COMPARED_LINKS;
use crate::saved::{MadeWith, Saved};

/// Several scenarios to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Counts requests: an answer to an older one is stale.
    pub revision: u32,
    /// How many draws.
    pub draws: u32,
    /// The year today lies in.
    pub today_year: i16,
    /// The scenarios; the others are compared with the first.
    pub members: Vec<Saved>,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// Of the request.
    pub revision: u32,
    /// How many draws.
    pub draws: u32,
    /// Every milestone, in the plan's order.
    pub milestones: Vec<Milestone>,
}

/// One milestone.
#[derive(Debug, Clone, PartialEq)]
pub struct Milestone {
    /// Code of the target.
    pub code: u8,
    /// Its place among the target's milestones.
    pub index: usize,
    /// For every scenario after the first: how far its probability is from the first one's. None where one of both cannot
    /// be judged.
    pub versus: Vec<Option<Versus>>,
}

/// A difference on the same draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Versus {
    /// Probability less the first scenario's, a fraction from −1 to 1.
    pub difference: f64,
    /// Its standard error, a fraction: what another set of draws would move it by.
    pub standard_error: f64,
}

/// Between two documents; JSON writes this character in another way, so that no document holds it.
const BETWEEN: char = '\u{1e}';

/// The text of a request.
#[must_use]
pub fn request(request: &Request, plan: &Plan) -> String {
    let Request {
        revision,
        draws,
        today_year,
        members,
    } = request;
    let made_with = MadeWith::now(plan);
    let mut text = format!("{revision} {draws} {today_year}\n");
    for (place, saved) in members.iter().enumerate() {
        if place > 0 {
            text.push(BETWEEN);
        }
        text.push_str(&document::to_text(saved, plan, &made_with));
    }
    text
}

/// Reads a request; None for any other text.
#[must_use]
pub fn read_request(text: &str, plan: &Plan) -> Option<Request> {
    let (line, documents) = text.split_once('\n')?;
    let mut words = line.split(' ');
    let members: Option<Vec<Saved>> = documents
        .split(BETWEEN)
        .take(COMPARED_LINKS + 1)
        .map(|text| Some(document::from_text(text, plan).ok()?.value))
        .collect();
    let members = members.filter(|members| members.len() <= COMPARED_LINKS)?;
    Some(Request {
        revision: next(&mut words)?,
        draws: next(&mut words)?,
        today_year: next(&mut words)?,
        members,
    })
}

/// The text of the answer: a line a milestone, then a pair of numbers or `-` for every scenario after the first.
#[must_use]
pub fn answer(request: &Request, ensembles: &[Ensemble]) -> String {
    let mut text = format!("{} {}", request.revision, request.draws);
    let Some((first, others)) = ensembles.split_first() else {
        return text;
    };
    for (place, milestone) in first.milestones.iter().enumerate() {
        // Into a string: it cannot fail.
        let _ = write!(text, "\n{} {}", milestone.code, milestone.index);
        for other in others {
            let standing = other.milestones.get(place).map(|milestone| &milestone.standing);
            let versus = standing.and_then(|second| versus(&milestone.standing, second, first.draws));
            let _ = match versus {
                Some(versus) => write!(text, " {} {}", versus.difference, versus.standard_error),
                None => write!(text, " - -"),
            };
        }
    }
    text
}

fn versus(first: &Standing, second: &Standing, draws: u32) -> Option<Versus> {
    let certain = |is_met: bool| if is_met { 1.0 } else { 0.0 };
    // Of a share against something certain.
    let alone = |share: f64| (share * (1.0 - share) / f64::from(draws.max(1))).sqrt();
    Some(match (first, second) {
        (Standing::Drawn(first), Standing::Drawn(second)) => {
            let paired = first.versus(second);
            Versus {
                difference: paired.difference,
                standard_error: paired.standard_error,
            }
        }
        (Standing::Certain(first), Standing::Certain(second)) => Versus {
            difference: certain(*second) - certain(*first),
            standard_error: 0.0,
        },
        (Standing::Certain(first), Standing::Drawn(second)) => Versus {
            difference: second.share() - certain(*first),
            standard_error: alone(second.share()),
        },
        (Standing::Drawn(first), Standing::Certain(second)) => Versus {
            difference: certain(*second) - first.share(),
            standard_error: alone(first.share()),
        },
        (Standing::Unknown, _) | (_, Standing::Unknown) => return None,
    })
}

/// Reads an answer; None for any other text.
#[must_use]
pub fn read_answer(text: &str) -> Option<Answer> {
    let mut lines = text.lines();
    let mut words = lines.next()?.split(' ');
    let (revision, draws) = (next(&mut words)?, next(&mut words)?);
    let milestones: Option<Vec<Milestone>> = lines
        .map(|line| {
            let mut words = line.split(' ');
            let (code, index) = (next(&mut words)?, next(&mut words)?);
            let mut versus = Vec::new();
            while let Some(first) = words.next() {
                let second = words.next()?;
                versus.push(match (first, second) {
                    ("-", "-") => None,
                    _ => Some(Versus {
                        difference: first.parse().ok()?,
                        standard_error: second.parse().ok()?,
                    }),
                });
            }
            Some(Milestone { code, index, versus })
        })
        .collect();
    Some(Answer {
        revision,
        draws,
        milestones: milestones?,
    })
}

fn next<'a, T: FromStr>(words: &mut impl Iterator<Item = &'a str>) -> Option<T> {
    words.next()?.parse().ok()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that goes wrong should stop")]
mod tests {
    use super::*;
    use engine::Preset;
    use engine::ensemble::EnsembleRun;

    fn of(preset: Preset) -> Saved {
        Saved {
            name: "Hai dòng\nvà \u{1e} dấu".to_string(),
            scenario: preset.scenario(plan::plan(), 2026),
            ..Saved::default()
        }
    }

    #[test]
    fn what_is_asked_and_answered_arrives_and_equal_scenarios_do_not_differ() {
        let plan = plan::plan();
        let members = vec![of(Preset::Trend), of(Preset::AsWritten), of(Preset::Trend)];
        let asked = Request {
            revision: 7,
            draws: 640,
            today_year: 2026,
            members,
        };
        let read = read_request(&request(&asked, plan), plan).expect("a request");
        assert_eq!((read.revision, read.draws, read.today_year), (7, 640, 2026));
        let scenarios =
            |request: &Request| -> Vec<_> { request.members.iter().map(|saved| saved.scenario.clone()).collect() };
        assert_eq!(scenarios(&read), scenarios(&asked));
        let draw = |saved: &Saved| EnsembleRun::new(plan, &saved.scenario, 2026, 640, None).finish();
        let ensembles: Vec<Ensemble> = read.members.iter().map(draw).collect();
        let told = read_answer(&answer(&read, &ensembles)).expect("an answer");
        assert_eq!((told.revision, told.draws), (7, 640));
        let drawn = ensembles.first().map(|first| first.milestones.len());
        assert_eq!(Some(told.milestones.len()), drawn);
        let mut moved = 0;
        for milestone in &told.milestones {
            assert_eq!(milestone.versus.len(), 2);
            if let [Some(plan), Some(same)] = milestone.versus[..] {
                assert_eq!((same.difference, same.standard_error), (0.0, 0.0));
                assert!(plan.standard_error >= 0.0 && plan.difference.abs() <= 1.0);
                moved += usize::from(plan.difference != 0.0);
            }
        }
        assert!(moved > 10, "{moved}");
    }

    #[test]
    fn anything_else_is_refused() {
        let plan = plan::plan();
        for text in ["", "\n", "1 2 2026\n{}", "1 2\n", "x 2 2026\n{}"] {
            assert_eq!(read_request(text, plan), None, "{text}");
        }
        for text in ["", "1", "1 2\n3", "1 2\n3 0 0.5", "1 2\n3 0 x y", "1 2\n3 0 - 1"] {
            assert_eq!(read_answer(text), None, "{text}");
        }
    }
}
