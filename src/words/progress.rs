//! The methods of progress so far: their names, classes, numbers and why they say nothing.

use engine::Outlook;
use engine::progress::{Measure, MethodResult, Obstacle, Progress, ProgressMethod};
use plan::Language;

use super::{amount, locale, number};

/// The name of a method and who uses it.
#[must_use]
pub fn progress_method(method: ProgressMethod, language: Language) -> &'static str {
    let locale = locale(language);
    match method {
        ProgressMethod::GrowthRatio => text!(locale, progress.eurostat),
        ProgressMethod::ExpectedRatio => text!(locale, progress.unsd),
        ProgressMethod::AnticipatedProgress => text!(locale, progress.escap),
        ProgressMethod::GapShare => text!(locale, progress.gap),
    }
}

/// The common class in words.
#[must_use]
pub fn progress_class(progress: Progress, language: Language) -> &'static str {
    let locale = locale(language);
    match progress {
        Progress::Achieved => text!(locale, progress.achieved),
        Progress::OnTrack => text!(locale, progress.on_track),
        Progress::Slow => text!(locale, progress.slow),
        Progress::Stalled => text!(locale, progress.stalled),
        Progress::Reversing => text!(locale, progress.reversing),
        Progress::NotAssessed(_) => text!(locale, progress.not_assessed),
    }
}

/// The group whose colour a class takes.
#[must_use]
pub const fn progress_outlook(progress: Progress) -> Outlook {
    match progress {
        Progress::Achieved => Outlook::Met,
        Progress::OnTrack => Outlook::OnCourse,
        Progress::Slow => Outlook::Even,
        Progress::Stalled | Progress::Reversing => Outlook::AtRisk,
        Progress::NotAssessed(_) => Outlook::Unknown,
    }
}

/// The sign of a class; going the wrong way has one of its own.
#[must_use]
pub const fn progress_sign(progress: Progress) -> &'static str {
    match progress {
        Progress::Reversing => "▽",
        _ => super::sign(progress_outlook(progress)),
    }
}

/// A method's own number in its own measure, or why there is none.
#[must_use]
pub fn progress_number(result: &MethodResult, language: Language) -> String {
    match (result.number, result.progress) {
        (Some(value), _) => measured(result.measure, value, language),
        (None, Progress::NotAssessed(obstacle)) => obstacle_word(obstacle, language).to_string(),
        (None, _) => String::new(),
    }
}

/// A fraction as a whole percent, without the caution that probabilities need.
#[must_use]
pub fn share(value: f64, language: Language) -> String {
    format!("{}%", number(value * 100.0, 0, language))
}

/// A number with what it measures.
#[must_use]
pub fn measured(measure: Measure, value: f64, language: Language) -> String {
    let locale = locale(language);
    let times = || number(value, 2, language);
    match measure {
        Measure::CompoundGrowth => text!(locale, progress.times_growth, value = times()).to_string(),
        Measure::Points => text!(locale, progress.times_points, value = times()).to_string(),
        Measure::LogOdds => text!(locale, progress.times_odds, value = times()).to_string(),
        Measure::RankLogOdds => text!(locale, progress.times_rank, value = times()).to_string(),
        Measure::YearsMet => text!(locale, progress.years_met, value = share(value, language)).to_string(),
        Measure::ExpectedShare | Measure::MedianShare => {
            text!(locale, progress.share, value = share(value, language)).to_string()
        }
        Measure::AnticipatedIndex => text!(locale, progress.index, value = amount(value, 1, language)).to_string(),
    }
}

fn obstacle_word(obstacle: Obstacle, language: Language) -> &'static str {
    let locale = locale(language);
    match obstacle {
        Obstacle::NoThreshold => text!(locale, progress.no_threshold),
        Obstacle::NoDeadline => text!(locale, progress.no_deadline),
        Obstacle::NoFigure => text!(locale, progress.no_figure),
        Obstacle::OneFigure => text!(locale, progress.one_figure),
        Obstacle::NothingSinceBase => text!(locale, progress.nothing_since),
        Obstacle::NoGapAtBase => text!(locale, progress.no_gap),
        Obstacle::NoGrowth => text!(locale, progress.no_growth),
        Obstacle::RankHasNoGrowth => text!(locale, progress.rank_growth),
        Obstacle::YesOrNo => text!(locale, progress.yes_no),
        Obstacle::EveryYear => text!(locale, progress.every_year),
        Obstacle::NoMedian => text!(locale, progress.no_median),
        Obstacle::DeadlineReached => text!(locale, progress.deadline),
        Obstacle::OutsideScale => text!(locale, progress.outside),
    }
}
