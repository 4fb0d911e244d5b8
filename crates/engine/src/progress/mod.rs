//! Progress so far, judged by the four methods that offices use, side by side. Describes; foretells nothing.
//!
//! One file a method, each a plain function of numbers, and [`assess()`], which applies all four to a milestone of a
//! target. No method is bent to agree with another: where they differ, that is shown.

mod anticipated;
mod assess;
mod course;
mod current_status;
mod expected;
mod gap_share;
mod no_target;
mod pace_ratio;
mod result;
mod subject;

pub use anticipated::{Anticipated, AnticipatedCategory, WILL_BE_MET, anticipate, anticipated_weights};
pub use assess::assess;
pub use course::Course;
pub use current_status::{current_status, parity_status};
pub use expected::{ExpectedCategory, FAIR, expected_ratio, expected_value};
pub use gap_share::share_closed;
pub use no_target::{category_without_target, limit_factor};
pub use pace_ratio::{
    MODERATE, ON_TRACK, PaceCategory, actual_growth, gap_closing_ratio, growth_ratio, pace_score, points_ratio,
    ratio_on_scale, required_growth,
};
pub use result::{Assessment, Measure, MethodResult, Obstacle, PaceRatio, Progress, ProgressMethod};
