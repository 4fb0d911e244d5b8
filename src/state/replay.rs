//! Replay of the last change: for a moment the projections show the scenario before it and on the way back. The open
//! scenario, its history and what is kept of it stay as they are.

use engine::Scenario;
use engine::between::between;
use leptos::prelude::*;

use super::AppState;
use crate::platform::document;
use crate::platform::timer::Pause;

/// Time between two pictures of the motion.
const FRAME_MILLISECONDS: u64 = 50;
/// Pictures on the way to the scenario before, and from there on: a second and a half in all.
const FRAMES: [u32; 2] = [10, 14];
/// How long the scenario before stands still; longer where there is no motion.
const HOLD_MILLISECONDS: u64 = 300;
const HOLD_WITHOUT_MOTION_MILLISECONDS: u64 = 1_200;

/// Replay of the last change, for as long as the screen that shows it lives.
#[derive(Clone, Copy)]
pub struct Replay {
    state: AppState,
    before: Memo<Option<Scenario>>,
    is_running: RwSignal<bool>,
    pause: StoredValue<Pause>,
}

impl Replay {
    /// Nothing is replayed yet. A change of the open scenario ends what is.
    #[must_use]
    pub fn new(state: AppState) -> Self {
        let replay = Self {
            state,
            before: Memo::new(move |_| before_last_change(state)),
            is_running: RwSignal::new(false),
            pause: StoredValue::new(Pause::default()),
        };
        Effect::new(move |earlier: Option<()>| {
            state.open.track();
            if earlier.is_some() {
                replay.stop();
            }
        });
        on_cleanup(move || replay.stop());
        replay
    }

    /// The scenario before the last change; None where nothing was changed since the scenario was opened.
    #[must_use]
    pub const fn before(&self) -> Memo<Option<Scenario>> {
        self.before
    }

    /// Whether the projections show another scenario than the open one.
    #[must_use]
    pub fn is_running(&self) -> ReadSignal<bool> {
        self.is_running.read_only()
    }

    /// Shows the scenario before the last change, and the way from there to the open one. A second call ends it.
    pub fn play(self) {
        if self.is_running.get_untracked() {
            self.stop();
            return;
        }
        let Some(before) = self.before.get_untracked() else {
            return;
        };
        self.is_running.set(true);
        self.show(StoredValue::new((before, frames(document::prefers_less_motion()))), 0);
    }

    fn show(self, film: StoredValue<(Scenario, Vec<(f64, u64)>)>, place: usize) {
        let frame = film.try_with_value(|(before, frames)| {
            let (share, milliseconds) = frames.get(place).copied()?;
            let after = self.state.open.with_untracked(|open| open.saved.scenario.clone());
            let scenario = between(self.state.plan, self.state.today_year, before, &after, share);
            Some((scenario, milliseconds))
        });
        let Some((scenario, milliseconds)) = frame.flatten() else {
            self.stop();
            return;
        };
        self.state.projections.show_instead(Some(scenario));
        let _ = self
            .pause
            .try_update_value(|pause| pause.restart(milliseconds, move || self.show(film, place + 1)));
    }

    fn stop(self) {
        let _ = self.pause.try_update_value(Pause::cancel);
        self.state.projections.show_instead(None);
        // The screen may be going.
        let _ = self.is_running.try_set(false);
    }
}

/// Where on the way from before (0) to after (1) each picture stands, and for how many milliseconds.
fn frames(without_motion: bool) -> Vec<(f64, u64)> {
    if without_motion {
        return vec![(0.0, HOLD_WITHOUT_MOTION_MILLISECONDS)];
    }
    let [back, forth] = FRAMES.map(|count| {
        (1..count).map(move |place| {
            let share = f64::from(place) / f64::from(count);
            // Slow at both ends.
            share * share * (3.0 - 2.0 * share)
        })
    });
    let moving = |share: f64| (share, FRAME_MILLISECONDS);
    let back = back.map(|share| moving(1.0 - share));
    let held = std::iter::once((0.0, HOLD_MILLISECONDS));
    back.chain(held).chain(forth.map(moving)).collect()
}

/// The scenario that the last change was made to; None where there is none, or where it changed no assumption.
fn before_last_change(state: AppState) -> Option<Scenario> {
    state.open.with(|open| {
        let now = &open.saved;
        state.history.with(|history| {
            let mut earlier = history.earlier(now, state.plan).map(|saved| saved.scenario);
            earlier.find(|scenario| *scenario != now.scenario)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::frames;

    #[test]
    fn the_way_goes_back_stands_and_comes_forth_in_a_second_and_a_half() {
        let frames = frames(false);
        let time: u64 = frames.iter().map(|(_, milliseconds)| milliseconds).sum();
        assert!((1_300..=1_600).contains(&time), "{time}");
        let turn = frames.iter().position(|(share, _)| *share == 0.0).unwrap();
        let shares: Vec<f64> = frames.iter().map(|(share, _)| *share).collect();
        assert!(shares[..=turn].is_sorted_by(|one, other| one > other), "{shares:?}");
        assert!(shares[turn..].is_sorted_by(|one, other| one < other), "{shares:?}");
    }

    #[test]
    fn without_motion_only_the_scenario_before_is_shown() {
        assert_eq!(frames(true).len(), 1);
    }
}
