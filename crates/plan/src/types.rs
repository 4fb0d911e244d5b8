//! The words of a plan: targets, milestones, owners, units, observed figures and the assumptions shipped with them.
//!
//! Plain static data. Nothing here computes a projection or knows a browser.

/// A text in both languages of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Text {
    /// The text in `language`.
    #[must_use]
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Vietnamese => self.vi,
            Language::English => self.en,
        }
    }
}

/// The languages every text of the plan exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    #[default]
    Vietnamese,
    English,
}

/// A whole plan as it is shipped: everything the page knows before the reader does anything.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// Short identity that a link or a file carries, for example `vinh-phuc-2020`.
    pub id: &'static str,
    /// Version of the data, raised whenever a figure, a target or an assumption changes.
    pub data_version: &'static str,
    pub title: Text,
    /// What the reader must know about the territory (mergers, lost levels).
    pub territory_note: Text,
    /// Year from which progress is measured.
    pub base_year: i16,
    /// Last year of the plan's first horizon, shown where a milestone has no year of its own.
    pub end_year: i16,
    pub fields: &'static [Field],
    pub owners: &'static [Owner],
    pub targets: &'static [Target],
    /// Rates that several targets' identities share, such as population growth.
    pub shared: &'static [Parameter],
    /// Average population by year, for everything that is counted per head; empty where a plan has no such target.
    pub population: &'static [Observation],
}

impl Plan {
    /// The target of this id.
    #[must_use]
    pub fn target(&self, id: &str) -> Option<&'static Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The years in which milestones stand, increasing; last None, where some have no year.
    #[must_use]
    pub fn milestone_years(&self) -> Vec<Option<i16>> {
        let milestones = self.targets.iter().flat_map(|target| target.milestones);
        let mut years: Vec<Option<i16>> = milestones.map(|milestone| milestone.year).collect();
        years.sort_by_key(|year| (year.is_none(), *year));
        years.dedup();
        years
    }

    /// The target that a link means by `code`.
    #[must_use]
    pub fn target_by_code(&self, code: u8) -> Option<&'static Target> {
        self.targets.iter().find(|target| target.code == code)
    }
}

/// A field of the plan, such as health or education.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub id: &'static str,
    pub name: Text,
}

/// The agency or group that leads an item of part II of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// Place in the plan, for example `2.5`.
    pub item: &'static str,
    pub name: Text,
    /// The short name people use.
    pub short: Text,
}

/// A unit of measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    pub id: &'static str,
    /// Stands behind a number: `triệu đồng/người/năm`, `%`.
    pub label: Text,
    /// Digits after the decimal mark when a projected figure is shown.
    pub decimals: u8,
    /// Least and greatest value that make sense, both inclusive.
    pub minimum: f64,
    pub maximum: f64,
    /// Shares out of 100, which are projected on the logit scale.
    pub is_percent: bool,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
}

/// What kind of promise a target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetKind {
    /// A measured level with milestones by year.
    Number,
    /// The same bar every year.
    Annual,
    /// A place in a ranking, 1 is best.
    Rank,
    /// Compared with another area's figure, which the reader supplies.
    Versus,
    /// Done or not done.
    Deed,
    /// The plan leaves the number to another document; the reader may supply it.
    Unset,
}

/// How a milestone is judged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    AtLeast(f64),
    Above(f64),
    AtMost(f64),
    Below(f64),
    /// About the value; met from the value on, in the better direction.
    About(f64),
    /// Met from `from` on, "within" up to `to`, above past it.
    Range {
        from: f64,
        to: f64,
    },
    RankAtMost(f64),
    /// Better than the compared area.
    Beats,
    Done,
}

/// What a target asks by a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Milestone {
    /// None where the plan gives no year.
    pub year: Option<i16>,
    pub rule: Rule,
}

/// One measurable promise of the plan.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Stable number that links carry; never reused for another target.
    pub code: u8,
    pub id: &'static str,
    pub kind: TargetKind,
    pub field: &'static Field,
    /// None: the whole province answers for it (owner "I" in the data).
    pub owner: Option<&'static Owner>,
    /// Places in the plan, for example `II.2.5(6)`.
    pub sections: &'static [&'static str],
    pub name: Text,
    pub unit: &'static Unit,
    pub better: Better,
    /// The plan's own words, in Vietnamese.
    pub citations: &'static [&'static str],
    pub milestones: &'static [Milestone],
    pub note: Option<Text>,
    /// How it is projected; None for deeds.
    pub method: Option<Method>,
    /// Identities that can replace its path, at most one for each basis of its figures.
    pub drivers: &'static [Driver],
    /// Published figures of this target, by basis and year.
    pub observations: &'static [Observation],
    /// Figures of another area or series shown beside a `versus` target, such as the delta's average.
    pub references: &'static [Observation],
}

/// A definition or survey that figures rest on. Figures on different bases are never joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// Stable number that links carry; never reused.
    pub code: u8,
    pub id: &'static str,
    pub name: Text,
}

/// How firm a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Estimate,
    Preliminary,
    Final,
}

/// How much the reader may trust a figure's source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    Low,
    Medium,
    High,
}

/// A published figure with its source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observation {
    /// None where the series has one definition only.
    pub basis: Option<&'static Basis>,
    /// The territory the figure counts.
    pub area: &'static str,
    pub year: i16,
    pub value: f64,
    /// Digits after the decimal point as published.
    pub decimals: u8,
    pub status: Status,
    pub confidence: Confidence,
    pub source: &'static str,
    /// Where the source stands, without a scheme; empty where it is not online.
    pub address: &'static str,
    pub note: Option<Text>,
}

/// A published series that is not a target: context such as population or growth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Series {
    pub id: &'static str,
    pub name: Text,
    pub unit: &'static Unit,
    /// By basis, area and year.
    pub observations: &'static [Observation],
    /// How it would be projected if it were a target, so that the assumptions of that family can be back-tested on it; None
    /// where no family of targets is of its kind.
    pub tested_with: Option<Method>,
}

/// The scale on which a target is projected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// ln(y): money, stocks, open counts, falling rates.
    Log,
    /// y itself: life expectancy.
    Identity,
    /// ln((y − lower)/(upper − y)): shares and ranks.
    Logit,
}

/// What the figures of a target do over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// A random walk with shrunken, damped drift.
    Drift,
    /// Yearly figures around one level: the same bar every year.
    Level,
    /// Units out of a known number, of which each that is left may get there in a year.
    Units,
}

/// Where an assumption comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    Data,
    Law,
    Literature,
    Judgement,
}

/// The limits and the step of a lever, in the lever's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeverRange {
    pub minimum: f64,
    pub maximum: f64,
    pub step: f64,
}

/// The assumptions shipped for a family of targets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    pub id: &'static str,
    pub name: Text,
    pub scale: Scale,
    pub model: Model,
    /// Reference change a year: percent (compound) on the log scale, units on the identity scale, log points × 100 of the
    /// odds on the logit scale. Not used by the level model, whose reference is the plan's own bar.
    pub reference_rate: f64,
    /// Years of pseudo-history behind the reference rate (or pseudo-observations behind the reference level).
    pub reference_weight: f64,
    /// Standard deviation of one year's change, on the transformed scale.
    pub volatility: f64,
    /// Pseudo-increments behind the volatility.
    pub volatility_weight: f64,
    /// Share of the drift's distance to the reference rate that survives a year.
    pub damping: f64,
    /// Correlation of one year's shock with the next.
    pub persistence: f64,
    /// Years of history that growth typed by the reader is taken to be worth.
    pub plan_weight: f64,
    /// Limits of the reference-rate lever.
    pub reference_range: LeverRange,
    /// Limits of the growth levers: percent a year on the log scale, units of the target a year elsewhere.
    pub growth_range: LeverRange,
    pub evidence: Evidence,
    /// The argument for the numbers, with its source.
    pub argument: Text,
}

/// How one target is projected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Method {
    pub prior: &'static Prior,
    /// Bounds of the logit scale (0 and 100 for shares, 0.5 and N + 0.5 for a rank among N).
    pub lower: f64,
    pub upper: f64,
    /// Whether a ceiling below `upper` makes sense and is offered as a lever.
    pub has_ceiling: bool,
    /// λ in 0..1: how much of a year's shock is the one that all targets share.
    pub exposure: f64,
    /// Whether the figure is a share in percent.
    pub is_share: bool,
    /// Units in all, for the units model: the newest figure of a published series.
    pub units: Option<&'static Observation>,
}

/// An identity that a target's figure consists of; it may replace the target's path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Driver {
    pub kind: DriverKind,
    /// The definition of the figures it holds for; None where it holds for all.
    pub basis: Option<&'static Basis>,
    /// The identity in words and signs.
    pub identity: Text,
    /// People (or whatever the figure is counted against) per unit of the figure: 10,000 for beds per 10,000 people.
    pub per: f64,
    /// What one conversion (a shared flow) does to the stock: 1 in, −1 out, 0 nothing.
    pub conversion: f64,
    /// The parts that the figure is the sum of, with their newest figures; empty for other identities.
    pub parts: &'static [Part],
    pub parameters: &'static [Parameter],
}

/// Which identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DriverKind {
    /// A sum of sources, each moved by earners, earnings and prices.
    IncomeBySource,
    /// A stock with losses and additions, over the population.
    StockPerPopulation,
    /// Urban and rural population growing at different rates.
    GrowthDifference,
    /// A stock with entries and exits.
    EntryAndExit,
    /// Connected households over all households.
    Connections,
}

/// A part of a sum, such as income from wages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    pub name: Text,
    /// Its published figure.
    pub figure: &'static Observation,
}

/// A rate or a flow of an identity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Stable number that links carry, unique for a target (and among the shared ones); never reused.
    pub code: u8,
    pub id: &'static str,
    pub role: ParameterRole,
    pub name: Text,
    /// What stands behind its number: `giường/năm`.
    pub unit: Text,
    /// The value shipped; None: whatever keeps the figure where it is.
    pub value: Option<f64>,
    pub range: LeverRange,
    pub evidence: Evidence,
    /// Where the value comes from, or why it is assumed.
    pub source: Text,
}

/// What a parameter does in its identity. Rates are percent a year, flows are units a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterRole {
    /// Shared: growth of the population.
    PopulationGrowth,
    /// Shared: rise of prices.
    Inflation,
    /// Shared: units of one stock that turn into units of another, a flow: household businesses that become enterprises.
    Conversions,
    /// Share of a stock lost in a year.
    Loss,
    /// Units added to a stock, a flow.
    Additions,
    /// Units that come back to a stock, a flow.
    Returns,
    /// Urban minus rural population growth.
    GrowthDifference,
    /// New connections, percent of the households of the newest figure.
    NewConnections,
    /// Growth of the number of households.
    HouseholdGrowth,
    /// Growth of the earners per inhabitant in a part.
    Earners(u8),
    /// Real growth of what an earner earns in a part.
    Earnings(u8),
}
