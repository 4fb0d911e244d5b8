//! Days of the calendar, as saved forms name them. Must not read a clock: whoever makes a form says what day it is.

/// A day between 1 January 1970 and 31 December 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u32);

/// 31 December 9999.
const LAST: u32 = 2_932_896;
/// Days from 1 March 0000, where the arithmetic below begins, to 1 January 1970.
const BEFORE_1970: u32 = 719_468;
/// Days of 400 years.
const ERA: u32 = 146_097;

impl Day {
    /// The day so many days after 1 January 1970; None beyond the year 9999.
    #[must_use]
    pub fn from_days(days: u32) -> Option<Self> {
        (days <= LAST).then_some(Self(days))
    }

    /// Days after 1 January 1970.
    #[must_use]
    pub const fn days(self) -> u32 {
        self.0
    }

    /// The day that a calendar calls so; None where there is no such day.
    #[must_use]
    pub fn from_date(year: u16, month: u8, day: u8) -> Option<Self> {
        let (year, month, day) = (u32::from(year), u32::from(month), u32::from(day));
        if !(1970..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        // Years that begin in March end with the day that not every year has.
        let shifted = if month > 2 { year } else { year - 1 };
        let of_era = shifted % 400;
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        let found = Self((shifted / 400 * ERA + of_era).checked_sub(BEFORE_1970)?);
        // The 31st of a short month would be a day of the next one.
        let is_a_day = found.date()
            == (
                u16::try_from(year).ok()?,
                u8::try_from(month).ok()?,
                u8::try_from(day).ok()?,
            );
        is_a_day.then_some(found)
    }

    /// Year, month from 1 and day from 1.
    #[must_use]
    pub fn date(self) -> (u16, u8, u8) {
        let days = self.0 + BEFORE_1970;
        let of_era = days % ERA;
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = days / ERA * 400 + year_of_era + u32::from(month <= 2);
        // A year up to 9999, a month and a day of a month.
        let narrow = |value: u32| u8::try_from(value).unwrap_or_default();
        (u16::try_from(year).unwrap_or_default(), narrow(month), narrow(day))
    }

    /// The year it lies in.
    #[must_use]
    pub fn year(self) -> i16 {
        i16::try_from(self.date().0).unwrap_or(i16::MAX)
    }

    /// The day as `2026-11-24`.
    #[must_use]
    pub fn to_iso(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Reads `2026-11-24`; None for any other text.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let is_plain = text.len() == 10 && text.bytes().all(|letter| letter.is_ascii_digit() || letter == b'-');
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if !is_plain || parts.next().is_some() || (year.len(), month.len()) != (4, 2) {
            return None;
        }
        Self::from_date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, LAST};

    #[test]
    fn days_have_their_dates() {
        for (days, text) in [
            (0, "1970-01-01"),
            (364, "1970-12-31"),
            (10_956, "1999-12-31"),
            (11_016, "2000-02-29"),
            (11_017, "2000-03-01"),
            (18_262, "2020-01-01"),
            (20_781, "2026-11-24"),
            (47_540, "2100-02-28"),
            (47_541, "2100-03-01"),
            (LAST, "9999-12-31"),
        ] {
            let day = Day::from_days(days);
            assert_eq!(day.map(Day::to_iso).as_deref(), Some(text));
            assert_eq!(Day::from_iso(text), day);
        }
        assert_eq!(Day::from_days(LAST + 1), None);
    }

    #[test]
    fn every_day_comes_back() {
        for days in (0..LAST).step_by(7) {
            let day = Day(days);
            let (year, month, date) = day.date();
            assert_eq!(Day::from_date(year, month, date), Some(day));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2026-11-31",
            "2025-02-29",
            "2100-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "1969-12-31",
            "2026-1-024",
            "026-11-0024",
            "2026-11-24Z",
            "+026-11-24",
            "2026-11-2\u{664}",
        ] {
            assert_eq!(Day::from_iso(text), None, "{text}");
        }
    }
}
