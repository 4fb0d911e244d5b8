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
        LeverId::Units => 9,
        LeverId::Earliest => 10,
        LeverId::Likeliest => 11,
        LeverId::Latest => 12,
        LeverId::Hazard => 13,
        LeverId::CrisisProbability => 14,
        LeverId::CrisisDepth => 15,
        LeverId::CrisisRebound => 16,
        LeverId::Seed => 17,
        // The data keeps parameters' codes within 1 to 200; a byte holds them with room for the kind.
        LeverId::Parameter(code) => FIRST_PARAMETER.saturating_add(code),
    }
}

/// Codes above it are parameters.
const FIRST_PARAMETER: u8 = 32;

pub(super) fn lever(code: u8) -> Option<LeverId> {
    if code > FIRST_PARAMETER {
        return Some(LeverId::Parameter(code - FIRST_PARAMETER));
    }
    LeverId::ALL.into_iter().find(|id| lever_code(*id) == code)
}

pub(super) const fn mode_code(mode: Mode) -> u8 {
    match mode {
        Mode::Trend => 0,
        Mode::Plan => 1,
        Mode::Driver => 2,
    }
}

pub(super) fn mode(code: u8) -> Option<Mode> {
    Mode::ALL.into_iter().find(|mode| mode_code(*mode) == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back() {
        for id in LeverId::ALL {
            assert_eq!(lever(lever_code(id)), Some(id));
        }
        for code in 1..=200 {
            assert_eq!(
                lever(lever_code(LeverId::Parameter(code))),
                Some(LeverId::Parameter(code))
            );
        }
        for known in Mode::ALL {
            assert_eq!(mode(mode_code(known)), Some(known));
        }
        assert_eq!((lever(0), lever(18), lever(32), mode(3)), (None, None, None, None));
    }
}
