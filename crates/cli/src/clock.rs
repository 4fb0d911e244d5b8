//! Today's year by the system's clock, where the command line does not say it.

use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_A_DAY: u64 = 86_400;
/// Vietnam is seven hours ahead all year.
const SECONDS_AHEAD: u64 = 7 * 3_600;

/// The year in Vietnam.
pub fn year() -> i16 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    year_of_day((since.as_secs() + SECONDS_AHEAD) / SECONDS_A_DAY)
}

/// The year in which the day so many days after 1 January 1970 lies.
fn year_of_day(day: u64) -> i16 {
    let mut year = 1970_i16;
    let mut left = day;
    loop {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = if is_leap { 366 } else { 365 };
        if left < days || year == i16::MAX {
            return year;
        }
        left -= days;
        year += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::year_of_day;

    #[test]
    fn years_turn_on_new_years_day() {
        for (day, year) in [
            (0, 1970),
            (364, 1970),
            (365, 1971),
            (10_956, 1999),
            (10_957, 2000),
            (11_322, 2000),
            (11_323, 2001),
            (20_453, 2025),
            (20_454, 2026),
        ] {
            assert_eq!(year_of_day(day), year, "day {day}");
        }
    }
}
