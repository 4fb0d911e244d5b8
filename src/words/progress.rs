//! The methods of progress so far: their names, classes, numbers and why they say nothing.

use engine::Outlook;
use engine::progress::{Measure, MethodResult, Obstacle, Progress, ProgressMethod};
use leptos_i18n::td_string;
use plan::Language;

use super::{amount, locale, number};

/// The name of a method and who uses it.
#[must_use]
pub fn progress_method(method: ProgressMethod, language: Language) -> &'static str {
    let locale = locale(language);
    match method {
        ProgressMethod::GrowthRatio => td_string!(locale, progress.eurostat),
        ProgressMethod::ExpectedRatio => td_string!(locale, progress.unsd),
        ProgressMethod::AnticipatedProgress => td_string!(locale, progress.escap),
        ProgressMethod::GapShare => td_string!(locale, progress.gap),
    }
}

/// The common class in words.
#[must_use]
pub fn progress_class(progress: Progress, language: Language) -> &'static str {
    let locale = locale(language);
    match progress {
        Progress::Achieved => td_string!(locale, progress.achieved),
        Progress::OnTrack => td_string!(locale, progress.on_track),
        Progress::Slow => td_string!(locale, progress.slow),
        Progress::Stalled => td_string!(locale, progress.stalled),
        Progress::Reversing => td_string!(locale, progress.reversing),
        Progress::NotAssessed(_) => td_string!(locale, progress.not_assessed),
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
        Measure::CompoundGrowth => td_string!(locale, progress.times_growth, value = times()).to_string(),
        Measure::Points => td_string!(locale, progress.times_points, value = times()).to_string(),
        Measure::LogOdds => td_string!(locale, progress.times_odds, value = times()).to_string(),
        Measure::RankLogOdds => td_string!(locale, progress.times_rank, value = times()).to_string(),
        Measure::YearsMet => td_string!(locale, progress.years_met, value = share(value, language)).to_string(),
        Measure::ExpectedShare | Measure::MedianShare => {
            td_string!(locale, progress.share, value = share(value, language)).to_string()
        }
        Measure::AnticipatedIndex => td_string!(locale, progress.index, value = amount(value, 1, language)).to_string(),
    }
}

fn obstacle_word(obstacle: Obstacle, language: Language) -> &'static str {
    let locale = locale(language);
    match obstacle {
        Obstacle::NoThreshold => td_string!(locale, progress.no_threshold),
        Obstacle::NoDeadline => td_string!(locale, progress.no_deadline),
        Obstacle::NoFigure => td_string!(locale, progress.no_figure),
        Obstacle::OneFigure => td_string!(locale, progress.one_figure),
        Obstacle::NothingSinceBase => td_string!(locale, progress.nothing_since),
        Obstacle::NoGapAtBase => td_string!(locale, progress.no_gap),
        Obstacle::NoGrowth => td_string!(locale, progress.no_growth),
        Obstacle::RankHasNoGrowth => td_string!(locale, progress.rank_growth),
        Obstacle::YesOrNo => td_string!(locale, progress.yes_no),
        Obstacle::EveryYear => td_string!(locale, progress.every_year),
        Obstacle::NoMedian => td_string!(locale, progress.no_median),
        Obstacle::DeadlineReached => td_string!(locale, progress.deadline),
        Obstacle::OutsideScale => td_string!(locale, progress.outside),
    }
}
