//! The command line as data. Must not run anything.

use std::ffi::OsString;

use pico_args::Arguments;
use plan::Target;

/// What `kichban --help` prints.
pub const HELP: &str = "\
kichban: projections of a plan's targets under scenarios

  kichban project INPUT… [--target ID]… [--format csv|json] [--today YEAR]
      Every projected number: for each target and year the median and the ends of the middle 50, 80 and 95 %; for
      each milestone the judgement, its probability and the pace it takes. With several inputs each has its column,
      and probabilities are compared with those of the first.
  kichban xmile INPUT [--target ID]…
      The model behind the medians as stocks and flows, an XMILE 1.0 file for programs of system dynamics.
  kichban check INPUT… [--today YEAR]
      What of each input is not taken, by path and reason, the versions it was made with, and for a link that says what
      its author saw: then and now.
  kichban targets
      The targets: id, unit, name in English and in Vietnamese, separated by tabs.
  kichban --version
      The versions of the program, of the plan's data and of the mathematics.

INPUT is a link (a whole address or the part that begins with v1), a file with a scenario, many or a link, or - for
standard input. A file with many scenarios and a link that compares several stand for as many inputs. Without --today
the year is that of the system's clock.

Examples
  kichban project scenario.json --target income_per_capita > income.csv
  kichban project 'v1Y_0CBgEBFP-WAQQMCjIwMjYtMTEtMjQx4pzRNA' --format json --today 2026
  kichban project trend.json faster.json > compared.csv
  kichban xmile scenario.json > scenario.xmile
  kichban check scenario.json && echo taken in whole

Ends with 0 when all is well, 1 when an input has problems (told on standard error), 2 when it was called wrongly.
";

/// Years that today may lie in: from the plan's time to when nobody asks any more.
const TODAY_YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Help,
    Version,
    Targets,
    Project(ProjectOptions),
    Xmile(XmileOptions),
    Check(CheckOptions),
}

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
}

/// Options of `project`.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectOptions {
    /// At least one.
    pub inputs: Vec<OsString>,
    /// In the plan's order; all of them where none was named.
    pub targets: Vec<&'static Target>,
    pub format: Format,
    /// None: the system's clock says it.
    pub today_year: Option<i16>,
}

/// Options of `check`.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckOptions {
    /// At least one.
    pub inputs: Vec<OsString>,
    /// None: the system's clock says it.
    pub today_year: Option<i16>,
}

/// Options of `xmile`.
#[derive(Debug, Clone, PartialEq)]
pub struct XmileOptions {
    pub input: OsString,
    /// In the plan's order; all of them where none was named.
    pub targets: Vec<&'static Target>,
}

/// Reads the words after `kichban`.
///
/// # Errors
/// A sentence that says what was not understood.
pub fn read(words: Vec<OsString>) -> Result<Command, String> {
    let mut words = Arguments::from_vec(words);
    if words.contains(["-h", "--help"]) {
        return Ok(Command::Help);
    }
    if words.contains(["-V", "--version"]) {
        return Ok(Command::Version);
    }
    let command = words.subcommand().map_err(|error| error.to_string())?;
    match command.as_deref() {
        None => Err("there is no command".to_owned()),
        Some("help") => Ok(Command::Help),
        Some("targets") => match inputs(words)?.first() {
            None => Ok(Command::Targets),
            Some(word) => Err(format!("`{}` is not understood here", word.to_string_lossy())),
        },
        Some("check") => Ok(Command::Check(CheckOptions {
            today_year: today(&mut words)?,
            inputs: at_least_one(inputs(words)?)?,
        })),
        Some("project") => Ok(Command::Project(ProjectOptions {
            targets: targets(&mut words)?,
            format: words
                .opt_value_from_fn("--format", format)
                .map_err(|error| error.to_string())?
                .unwrap_or(Format::Csv),
            today_year: today(&mut words)?,
            inputs: at_least_one(inputs(words)?)?,
        })),
        Some("xmile") => {
            let targets = targets(&mut words)?;
            let [input] = <[OsString; 1]>::try_from(at_least_one(inputs(words)?)?)
                .map_err(|inputs| format!("`xmile` takes one input, not {}", inputs.len()))?;
            Ok(Command::Xmile(XmileOptions { input, targets }))
        }
        Some(other) => Err(format!("there is no command `{other}`")),
    }
}

/// What is left: inputs. Whatever else looks like an option is none of ours.
fn inputs(words: Arguments) -> Result<Vec<OsString>, String> {
    let rest = words.finish();
    match rest
        .iter()
        .find(|word| word.to_string_lossy().starts_with('-') && *word != "-")
    {
        Some(word) => Err(format!("`{}` is not understood here", word.to_string_lossy())),
        None => Ok(rest),
    }
}

fn at_least_one(inputs: Vec<OsString>) -> Result<Vec<OsString>, String> {
    if inputs.is_empty() {
        return Err("there is no input: name a link, a file, or - for standard input".to_owned());
    }
    if inputs.iter().filter(|input| *input == "-").count() > 1 {
        return Err("standard input can be read once".to_owned());
    }
    Ok(inputs)
}

fn targets(words: &mut Arguments) -> Result<Vec<&'static Target>, String> {
    let ids: Vec<String> = words.values_from_str("--target").map_err(|error| error.to_string())?;
    let all = plan::plan().targets;
    if let Some(id) = ids.iter().find(|id| all.iter().all(|target| target.id != id.as_str())) {
        return Err(format!("the plan has no target `{id}`; `kichban targets` lists them"));
    }
    let asked = |target: &&'static Target| ids.is_empty() || ids.iter().any(|id| id == target.id);
    Ok(all.iter().filter(asked).collect())
}

fn format(text: &str) -> Result<Format, String> {
    match text {
        "csv" => Ok(Format::Csv),
        "json" => Ok(Format::Json),
        other => Err(format!("there is no format `{other}`: it is csv or json")),
    }
}

fn today(words: &mut Arguments) -> Result<Option<i16>, String> {
    let year = words.opt_value_from_fn("--today", year);
    year.map_err(|error| error.to_string())
}

fn year(text: &str) -> Result<i16, String> {
    let year = text.parse().ok().filter(|year| TODAY_YEARS.contains(year));
    year.ok_or_else(|| {
        format!(
            "`{text}` is no year between {} and {}",
            TODAY_YEARS.start(),
            TODAY_YEARS.end()
        )
    })
}
