//! Where labels go so that none hides another or is cut off. It must not draw anything.

use crate::clip::Place;

/// Room taken on a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Room {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Room {
    fn meets(&self, other: &Room) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn holds(&self, (x, y): Place) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

/// A label for a mark: the room of the mark itself and the width of the words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub mark: Room,
    pub width: f64,
}

/// What labels should keep away from.
pub(crate) struct Obstacles<'a> {
    /// What no label leaves.
    pub frame: Room,
    /// Words that stand already.
    pub words: &'a [Room],
    pub points: &'a [Room],
    pub lines: &'a [Vec<Place>],
    /// Heights of grid lines, which may pass a label but should not strike it through.
    pub rules: &'a [f64],
}

/// The place of each label: the middle of its baseline. Above its mark where possible, below it next, further off where
/// something is in the way; the cheapest of these wins, so that every label has a place.
pub(crate) fn beside_marks(wanted: &[Wanted], obstacles: &Obstacles<'_>, size: f64) -> Vec<Place> {
    let mut placed: Vec<Room> = obstacles.words.to_vec();
    let mut out = Vec::with_capacity(wanted.len());
    for (index, label) in wanted.iter().enumerate() {
        let middle = (label.mark.left + label.mark.right) / 2.0;
        let half = label.width / 2.0;
        let aside = (half - (label.mark.right - label.mark.left) / 2.0).max(0.0);
        let mut best: Option<(f64, Place, Room)> = None;
        for level in 0..4 {
            let further = f64::from(level) * (size + 3.0);
            for (side, baseline) in [
                (0.0, label.mark.top - 6.0 - further),
                (1.5, label.mark.bottom + 5.0 + size * 0.8 + further),
            ] {
                for (nudge, shift) in [
                    (0.0, 0.0),
                    (1.0, -aside / 2.0),
                    (1.0, aside / 2.0),
                    (2.0, -aside),
                    (2.0, aside),
                ] {
                    let least = obstacles.frame.left + half;
                    let most = (obstacles.frame.right - half).max(least);
                    let x = (middle + shift).clamp(least, most);
                    let room = Room {
                        left: x - half - 2.0,
                        top: baseline - size * 0.85,
                        right: x + half + 2.0,
                        bottom: baseline + size * 0.25,
                    };
                    let mut cost = side + f64::from(level) * 4.0 + nudge;
                    if room.top < obstacles.frame.top || room.bottom > obstacles.frame.bottom {
                        cost += 1000.0;
                    }
                    cost += 200.0 * placed.iter().filter(|other| room.meets(other)).count() as f64;
                    let other_marks = wanted.iter().enumerate().filter(|(other, _)| *other != index);
                    cost += 60.0 * other_marks.filter(|(_, other)| room.meets(&other.mark)).count() as f64;
                    cost += 25.0 * obstacles.points.iter().filter(|point| room.meets(point)).count() as f64;
                    let struck = |rule: &&f64| (baseline - size * 0.6..baseline - size * 0.05).contains(*rule);
                    cost += 2.0 * obstacles.rules.iter().filter(struck).count() as f64;
                    cost += 7.0 * obstacles.lines.iter().filter(|line| crosses(line, &room)).count() as f64;
                    if best.as_ref().is_none_or(|(least, ..)| cost < *least) {
                        best = Some((cost, (x, baseline), room));
                    }
                }
            }
        }
        if let Some((_, place, room)) = best {
            placed.push(room);
            out.push(place);
        }
    }
    out
}

/// Whether a line runs through a room. Looked at every few units, which is finer than any label is high.
fn crosses(line: &[Place], room: &Room) -> bool {
    line.windows(2).any(|ends| {
        let ((from_x, from_y), (to_x, to_y)) = (ends[0], ends[1]);
        let beside = from_x.max(to_x) < room.left || from_x.min(to_x) > room.right;
        let away = from_y.max(to_y) < room.top || from_y.min(to_y) > room.bottom;
        !beside
            && !away
            && (0..=8).any(|step| {
                let share = f64::from(step) / 8.0;
                room.holds((from_x + share * (to_x - from_x), from_y + share * (to_y - from_y)))
            })
    })
}

/// What a height may be off by after a gap was added to it and taken away.
const ROUNDING: f64 = 1e-6;

/// Where a line ends that wants a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub(crate) height: f64,
    /// How far its name may stand from there at most.
    pub(crate) reach: f64,
}

/// The heights of labels at the end of lines, most important first: each at its own height, or as near to it as there is
/// room, or left out (`None`) where that is out of its reach. Those that reach further than a gap stand in the order of their
/// lines, and where lines end together in the order they are given in.
pub(crate) fn stacked(wanted: &[Option<End>], top: f64, bottom: f64, gap: f64) -> Vec<Option<f64>> {
    let mut taken: Vec<f64> = Vec::with_capacity(wanted.len());
    let place = |end: &Option<End>| {
        let End { height, reach } = (*end)?;
        let height = height.clamp(top, bottom);
        let free =
            |at: f64| (top..=bottom).contains(&at) && taken.iter().all(|other| (other - at).abs() > gap - ROUNDING);
        let near = taken.iter().flat_map(|other| [other - gap, other + gap]);
        let place = core::iter::once(height)
            .chain(near)
            .filter(|at| free(*at) && (at - height).abs() < reach)
            .min_by(|one, other| (one - height).abs().total_cmp(&(other - height).abs()))?;
        taken.push(place);
        Some(place)
    };
    let mut places: Vec<Option<f64>> = wanted.iter().map(place).collect();
    let mut far: Vec<(usize, f64)> = wanted
        .iter()
        .enumerate()
        .filter_map(|(index, end)| Some((index, (*end)?)))
        .filter(|(index, end)| end.reach > gap && places[*index].is_some())
        // By half units: what differs by less ends together for the eye.
        .map(|(index, end)| (index, (end.height * 2.0).round()))
        .collect();
    let mut heights: Vec<f64> = far.iter().filter_map(|(index, _)| places[*index]).collect();
    heights.sort_by(f64::total_cmp);
    far.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    for ((index, _), height) in far.into_iter().zip(heights) {
        places[index] = Some(height);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{End, Obstacles, Room, Wanted, beside_marks, stacked};

    #[test]
    fn labels_of_near_marks_stay_apart_and_within_the_frame() {
        let mark = |x: f64, y: f64| Room {
            left: x - 10.0,
            top: y - 1.5,
            right: x + 10.0,
            bottom: y + 1.5,
        };
        let wanted = [(180.0, 20.0), (185.0, 22.0), (195.0, 21.0)].map(|(x, y)| Wanted {
            mark: mark(x, y),
            width: 80.0,
        });
        let frame = Room {
            left: 0.0,
            top: 0.0,
            right: 200.0,
            bottom: 150.0,
        };
        let obstacles = Obstacles {
            frame,
            words: &[],
            points: &[],
            lines: &[],
            rules: &[],
        };
        let places = beside_marks(&wanted, &obstacles, 12.0);
        for (index, one) in places.iter().enumerate() {
            assert!(
                one.0 >= 40.0 && one.0 <= 160.0 && one.1 > 10.0 && one.1 < 150.0,
                "{places:?}"
            );
            for other in &places[index + 1..] {
                assert!(
                    (one.0 - other.0).abs() >= 80.0 || (one.1 - other.1).abs() >= 12.0,
                    "{places:?}"
                );
            }
        }
    }

    fn near(height: f64) -> Option<End> {
        Some(End { height, reach: 13.0 })
    }

    #[test]
    fn the_more_important_end_label_keeps_its_height() {
        let heights = stacked(&[near(50.0), near(45.0), near(47.0), None], 0.0, 100.0, 13.0);
        assert_eq!(heights, [Some(50.0), Some(37.0), None, None]);
    }

    #[test]
    fn lines_that_end_together_keep_their_names() {
        let line = Some(End {
            height: 50.0,
            reach: 52.0,
        });
        let heights = stacked(&[line, line, line, line], 0.0, 100.0, 13.0);
        assert_eq!(heights, [Some(24.0), Some(37.0), Some(50.0), Some(63.0)]);
        // Whichever of them ends a hair lower.
        let lower = Some(End {
            height: 50.1,
            reach: 52.0,
        });
        let heights = stacked(&[lower, line, line, line], 0.0, 100.0, 13.0);
        assert!(heights[1..].iter().all(|other| heights[0] < *other), "{heights:?}");
        // Lines that cross on their way trade their places.
        let one = |height: f64| Some(End { height, reach: 52.0 });
        let heights = stacked(&[one(50.0), one(55.0), one(45.0)], 0.0, 100.0, 13.0);
        assert!(heights[2] < heights[0] && heights[0] < heights[1], "{heights:?}");
        // What is added to a height cannot always be taken away from it without a rest.
        for tenth in 0..1000 {
            let height = 0.1 * f64::from(tenth);
            let line = Some(End { height, reach: 52.0 });
            let heights = stacked(&[line, line, line, line], 0.0, 100.0, 12.1);
            assert!(heights.iter().all(Option::is_some), "{height}: {heights:?}");
        }
    }
}
