//! The shapes of the TOML files, entry by entry. An unknown key is an error everywhere.
//!
//! Words with a closed list (kinds, rules, scales) are enumerations, so that a misspelt one is refused with the list.

use serde::Deserialize;

/// A text in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub vi: String,
    pub en: String,
}

/// `plan.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub id: String,
    pub data_version: String,
    pub base_year: i16,
    pub end_year: i16,
    pub title: Text,
    pub territory_note: Text,
    /// The series of average population by year, for what is counted per head.
    pub population: Option<String>,
}

/// An entry of `fields.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: String,
    pub name: Text,
}

/// An entry of `units.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub id: String,
    pub label: Text,
    pub decimals: u8,
    pub minimum: f64,
    pub maximum: f64,
    #[serde(default)]
    pub percent: bool,
}

/// An entry of `owners.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    pub item: String,
    pub name: Text,
    pub short: Text,
}

/// An entry of `bases.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    pub code: u8,
    pub id: String,
    pub name: Text,
}

/// An entry of `series.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    pub id: String,
    pub unit: String,
    pub name: Text,
    pub reference_of: Option<String>,
    /// The prior that is back-tested on it.
    pub tested_with: Option<String>,
}

/// Limits and step of a lever.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    pub minimum: f64,
    pub maximum: f64,
    pub step: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    Log,
    Identity,
    Logit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    Drift,
    Level,
    Units,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    Data,
    Law,
    Literature,
    Judgement,
}

/// An entry of `assumptions.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prior {
    pub id: String,
    pub name: Text,
    pub scale: Scale,
    pub model: Model,
    pub reference_rate: Option<f64>,
    pub reference_weight: f64,
    pub volatility: f64,
    pub volatility_weight: f64,
    pub damping: f64,
    pub persistence: f64,
    pub exposure: f64,
    pub plan_weight: f64,
    pub reference_range: Option<Range>,
    pub growth_range: Option<Range>,
    pub evidence: Evidence,
    pub argument: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Number,
    Annual,
    Rank,
    Versus,
    Deed,
    Unset,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    Higher,
    Lower,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    AtLeast,
    Above,
    AtMost,
    Below,
    About,
    Range,
    RankAtMost,
    Beats,
    Done,
}

/// A milestone of a target.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    pub year: Option<i16>,
    pub rule: Rule,
    pub value: Option<f64>,
    pub upper: Option<f64>,
}

/// An entry of `targets.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    pub code: u8,
    pub id: String,
    pub kind: Kind,
    pub field: String,
    pub owner: String,
    pub section: Vec<String>,
    pub name: Text,
    pub unit: String,
    pub better: Better,
    pub cite: Vec<String>,
    pub milestone: Vec<Milestone>,
    pub prior: Option<String>,
    pub bounds: Option<[f64; 2]>,
    #[serde(default)]
    pub ceiling: bool,
    pub exposure: Option<f64>,
    pub units_of: Option<String>,
    pub note: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DriverKind {
    IncomeBySource,
    StockPerPopulation,
    GrowthDifference,
    EntryAndExit,
    Connections,
}

/// What a unit of the shared flow of conversions does to a stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conversion {
    In,
    Out,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    PopulationGrowth,
    Inflation,
    Conversions,
    Loss,
    Additions,
    Returns,
    GrowthDifference,
    NewConnections,
    HouseholdGrowth,
    Earners,
    Earnings,
}

/// A rate or a flow of an identity; an entry of `shared.toml` or of a driver.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    pub code: u8,
    pub id: String,
    pub role: Role,
    /// The part that earners or earnings are of, from 1.
    pub part: Option<u8>,
    pub name: Text,
    pub unit: Text,
    pub value: Option<f64>,
    pub range: Range,
    pub evidence: Evidence,
    pub source: Text,
}

/// A part of a sum.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub series: String,
    pub name: Text,
}

/// An entry of `drivers.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Driver {
    pub target: String,
    pub kind: DriverKind,
    pub basis: Option<String>,
    pub identity: Text,
    #[serde(default = "one")]
    pub per: f64,
    pub conversion: Option<Conversion>,
    #[serde(default)]
    pub part: Vec<Part>,
    pub parameter: Vec<Parameter>,
}

const fn one() -> f64 {
    1.0
}
