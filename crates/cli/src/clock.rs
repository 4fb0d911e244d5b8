//! Today by the system's clock, where the command line does not say it.

use std::time::{SystemTime, UNIX_EPOCH};

use wire::Day;

const SECONDS_A_DAY: u64 = 86_400;
/// Vietnam is seven hours ahead all year.
const SECONDS_AHEAD: u64 = 7 * 3_600;

/// The day in Vietnam. A clock beyond the year 9999 is taken for one that stands still.
pub fn today() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    day(since.as_secs())
}

/// The day in Vietnam so many seconds after 1970 began in Greenwich.
fn day(seconds: u64) -> Day {
    let days = u32::try_from((seconds + SECONDS_AHEAD) / SECONDS_A_DAY).ok();
    days.and_then(Day::from_days).unwrap_or(Day::FIRST)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_begins_seven_hours_before_that_of_greenwich() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (1_798_736_400 - 1, "2026-12-31"),
            (1_798_736_400, "2027-01-01"),
            (u64::MAX - 100_000, "1970-01-01"),
        ] {
            assert_eq!(day(seconds).to_iso(), expected, "{seconds}");
        }
    }
}
