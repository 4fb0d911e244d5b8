//! All entries of a plan, read but not yet checked against each other.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::entries::{Basis, Driver, Field, Owner, Parameter, Plan, Prior, Series, Target, Unit};
use super::observed::{self, Row};
use super::{Folder, Problem};

/// Everything that the files say.
#[derive(Debug)]
pub struct Source {
    /// None where `plan.toml` could not be read.
    pub plan: Option<Plan>,
    pub fields: Vec<Field>,
    pub units: Vec<Unit>,
    pub owners: Vec<Owner>,
    pub bases: Vec<Basis>,
    pub priors: Vec<Prior>,
    pub targets: Vec<Target>,
    pub series: Vec<Series>,
    pub shared: Vec<Parameter>,
    pub drivers: Vec<Driver>,
    pub rows: Vec<Row>,
    /// Ids of entries that could not be read, by file: naming one is not a second problem.
    broken: BTreeMap<&'static str, Vec<String>>,
}

impl Source {
    /// Reads every entry that can be read and reports the others.
    pub fn read(folder: &Folder, problems: &mut Vec<Problem>) -> Self {
        let mut broken = BTreeMap::new();
        let text = folder.text("plan.toml");
        let plan = toml::from_str(text)
            .map_err(|error| problems.push(Problem::new("plan.toml", line(text, &error), error.message())))
            .ok();
        let mut reader = Reader {
            folder,
            problems,
            broken: &mut broken,
        };
        let fields = reader.entries("fields.toml", "field", "id");
        let units = reader.entries("units.toml", "unit", "id");
        let owners = reader.entries("owners.toml", "owner", "item");
        let bases = reader.entries("bases.toml", "basis", "id");
        let priors = reader.entries("assumptions.toml", "prior", "id");
        let targets = reader.entries("targets.toml", "target", "id");
        let series = reader.entries("series.toml", "series", "id");
        let shared = reader.list("shared.toml", "parameter", "id");
        let drivers = reader.list("drivers.toml", "driver", "target");
        let rows = observed::read(folder.text("observed.csv"), problems);
        Self {
            plan,
            fields,
            units,
            owners,
            bases,
            priors,
            targets,
            series,
            shared,
            drivers,
            rows,
            broken,
        }
    }

    /// Whether `file` has an entry `id` that was reported as unreadable.
    pub fn is_broken(&self, file: &str, id: &str) -> bool {
        self.broken
            .get(file)
            .is_some_and(|ids| ids.iter().any(|broken| broken == id))
    }

    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == id)
    }

    pub fn prior(&self, id: &str) -> Option<&Prior> {
        self.priors.iter().find(|prior| prior.id == id)
    }

    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The newest row of a series.
    pub fn newest(&self, series: &str) -> Option<&Row> {
        self.rows
            .iter()
            .filter(|row| row.series == series)
            .max_by_key(|row| row.year)
    }

    /// Whether a series certainly has no figure; not said when no figure at all could be read.
    pub fn lacks_figures(&self, series: &str) -> bool {
        !self.rows.is_empty() && self.newest(series).is_none()
    }

    /// The unit that figures of a target or series must be in, by its id.
    pub fn unit_of(&self, series: &str) -> Option<&str> {
        self.target(series).map(|target| target.unit.as_str()).or_else(|| {
            let series = self.series.iter().find(|candidate| candidate.id == series)?;
            Some(series.unit.as_str())
        })
    }
}

struct Reader<'a> {
    folder: &'a Folder,
    problems: &'a mut Vec<Problem>,
    broken: &'a mut BTreeMap<&'static str, Vec<String>>,
}

impl Reader<'_> {
    /// The entries `[[list]]` of a `file` that no plan can do without.
    fn entries<T: DeserializeOwned>(&mut self, file: &'static str, list: &str, id_key: &str) -> Vec<T> {
        let entries = self.list(file, list, id_key);
        if entries.is_empty() {
            self.refuse(file, "file".into(), &format!("no [[{list}]] could be read"));
        }
        entries
    }

    /// The entries `[[list]]` of `file`. Each is read by itself, so that one unknown key hides nothing behind it.
    fn list<T: DeserializeOwned>(&mut self, file: &'static str, list: &str, id_key: &str) -> Vec<T> {
        let text = self.folder.text(file);
        let table = match text.parse::<toml::Table>() {
            Ok(table) => table,
            Err(error) => {
                self.refuse(file, line(text, &error), error.message());
                return Vec::new();
            }
        };
        let mut entries = Vec::new();
        for (key, value) in table {
            match value {
                toml::Value::Array(values) if key == list => {
                    for (index, value) in values.into_iter().enumerate() {
                        let id = value.get(id_key).and_then(toml::Value::as_str).map(str::to_owned);
                        let name = id.clone().unwrap_or_else(|| format!("{list} number {}", index + 1));
                        match value.try_into() {
                            Ok(entry) => entries.push(entry),
                            Err(error) => {
                                self.refuse(file, name, toml::de::Error::message(&error));
                                self.broken.entry(file).or_default().extend(id);
                            }
                        }
                    }
                }
                _ => self.refuse(file, key, &format!("unknown key; entries are written [[{list}]]")),
            }
        }
        entries
    }

    fn refuse(&mut self, file: &'static str, entry: String, reason: &str) {
        self.problems.push(Problem::new(file, entry, reason));
    }
}

/// Where an error stands that no entry can be named for.
fn line(text: &str, error: &toml::de::Error) -> String {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("line {}", before.matches('\n').count() + 1)
}
