//! The numbers that links of version 1 carry for modes and levers. Stable: never changed, never used for another thing.

use engine::{LeverId, Mode, Phase};

pub(super) const fn lever_code(id: LeverId) -> u8 {
    match id {
        LeverId::Growth(Phase::First) => 1,
        LeverId::Growth(Phase::Second) => 2,
        LeverId::Growth(Phase::After) => 3,
        LeverId::ReferenceRate => 4,
        LeverId::ReferenceLevel => 5,
        LeverId::ReferenceWeight => 6,
        LeverId::Volatility => 7,
        LeverId::Ceiling => 8,
    }
}

pub(super) fn lever(code: u8) -> Option<LeverId> {
    LeverId::ALL.into_iter().find(|id| lever_code(*id) == code)
}

pub(super) const fn mode_code(mode: Mode) -> u8 {
    match mode {
        Mode::Trend => 0,
        Mode::Plan => 1,
    }
}

pub(super) fn mode(code: u8) -> Option<Mode> {
    [Mode::Trend, Mode::Plan]
        .into_iter()
        .find(|mode| mode_code(*mode) == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back() {
        for id in LeverId::ALL {
            assert_eq!(lever(lever_code(id)), Some(id));
        }
        for known in [Mode::Trend, Mode::Plan] {
            assert_eq!(mode(mode_code(known)), Some(known));
        }
        assert_eq!((lever(0), lever(9), mode(2)), (None, None, None));
    }
}
