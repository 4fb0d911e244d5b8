//! Verdicts: what happened, or how likely it is. Words and signs for them belong to the page.

/// How likely, in the words the IPCC uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// Below 10 %.
    VeryUnlikely,
    /// 10–33 %.
    Unlikely,
    /// 33–66 %: about as likely as not.
    Even,
    /// 66–90 %.
    Likely,
    /// 90 % and more.
    VeryLikely,
}

impl Likelihood {
    /// Every word, likeliest first.
    pub const ALL: [Self; 5] = [
        Self::VeryLikely,
        Self::Likely,
        Self::Even,
        Self::Unlikely,
        Self::VeryUnlikely,
    ];

    /// The least probability (fraction) that the word stands for.
    #[must_use]
    pub const fn least(self) -> f64 {
        match self {
            Self::VeryLikely => 0.90,
            Self::Likely => 0.66,
            Self::Even => 0.33,
            Self::Unlikely => 0.10,
            Self::VeryUnlikely => 0.0,
        }
    }

    /// The word for a probability (fraction).
    #[must_use]
    pub fn of(probability: f64) -> Self {
        let fits = |word: &Self| probability >= word.least();
        Self::ALL.into_iter().find(fits).unwrap_or(Self::VeryUnlikely)
    }
}

/// Why a milestone cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// No figure has been published or entered.
    NoObservation,
    /// The plan gives no number and the reader has entered none.
    NoThreshold,
    /// The compared area's figure is missing.
    NoComparison,
    /// Nobody has reported whether it was done.
    NotReported,
    /// All figures are younger than the milestone.
    NoFigureBefore,
}

/// The judgement on one milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Met by a figure of its year.
    Met,
    /// In the range asked for.
    Within,
    /// Past the range asked for.
    Exceeded,
    /// Not met by a figure of its year.
    Missed,
    /// No year is given and the newest figure does not meet it.
    NotYet,
    /// Not settled; how likely it is.
    Expected(Likelihood),
    /// Cannot be judged.
    NotAssessed(Reason),
}

/// The five groups in which a board counts verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outlook {
    /// Met, within or exceeded, by a figure.
    Met,
    /// Likely or very likely.
    OnCourse,
    /// About as likely as not.
    Even,
    /// Unlikely, missed or not yet met.
    AtRisk,
    /// Not assessed.
    Unknown,
}

impl Outlook {
    /// Every group, best first.
    pub const ALL: [Self; 5] = [Self::Met, Self::OnCourse, Self::Even, Self::AtRisk, Self::Unknown];
}

impl Verdict {
    /// The group this verdict counts in.
    #[must_use]
    pub const fn outlook(self) -> Outlook {
        match self {
            Self::Met | Self::Within | Self::Exceeded => Outlook::Met,
            Self::Expected(Likelihood::VeryLikely | Likelihood::Likely) => Outlook::OnCourse,
            Self::Expected(Likelihood::Even) => Outlook::Even,
            Self::Expected(Likelihood::Unlikely | Likelihood::VeryUnlikely) | Self::Missed | Self::NotYet => {
                Outlook::AtRisk
            }
            Self::NotAssessed(_) => Outlook::Unknown,
        }
    }
}
