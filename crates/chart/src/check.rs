//! What a chart must fulfil before anything is computed from it. It must not mend anything.

use crate::error::ChartError;
use crate::input::FanChart;

/// Beyond this neighbouring figures have the same place on any drawing, and ticks lose their last digit.
const LARGEST: f64 = 1e15;

pub(crate) fn number(value: f64, field: &'static str) -> Result<(), ChartError> {
    if !value.is_finite() {
        Err(ChartError::NotFinite { field })
    } else if value.abs() > LARGEST {
        Err(ChartError::TooLarge { field })
    } else {
        Ok(())
    }
}

pub(crate) fn ordered(lower: f64, upper: f64, field: &'static str) -> Result<(), ChartError> {
    number(lower, field)?;
    number(upper, field)?;
    if lower > upper {
        Err(ChartError::Order { field })
    } else {
        Ok(())
    }
}

pub(crate) fn size(value: f64, least: f64, field: &'static str) -> Result<(), ChartError> {
    // Written so that a size that is not a number is refused as well.
    if (least..=10_000.0).contains(&value) {
        Ok(())
    } else {
        Err(ChartError::Size { field })
    }
}

pub(crate) fn years(first: i16, last: i16) -> Result<(), ChartError> {
    if first < last {
        Ok(())
    } else {
        Err(ChartError::Years { first, last })
    }
}

/// Years that rise, by exactly one where `contiguous`.
pub(crate) fn sequence(
    years: impl Iterator<Item = i16>,
    contiguous: bool,
    field: &'static str,
) -> Result<(), ChartError> {
    let mut previous: Option<i32> = None;
    for year in years {
        let next = i32::from(year);
        if previous.is_some_and(|before| next <= before || (contiguous && next != before + 1)) {
            return Err(ChartError::Sequence { field, year });
        }
        previous = Some(next);
    }
    Ok(())
}

pub(crate) fn fan(chart: &FanChart) -> Result<(), ChartError> {
    years(chart.first_year, chart.last_year)?;
    size(f64::from(chart.width), 160.0, "width")?;
    size(f64::from(chart.height), 120.0, "height")?;
    let mut letters = chart.id.chars();
    if !letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        || !letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')
    {
        return Err(ChartError::Id);
    }
    for (bound, field) in [(chart.floor, "floor"), (chart.ceil, "ceil")] {
        bound.map_or(Ok(()), |bound| number(bound, field))?;
    }
    if let (Some(floor), Some(ceil)) = (chart.floor, chart.ceil)
        && floor >= ceil
    {
        return Err(ChartError::Order { field: "floor" });
    }
    sequence(chart.observed.iter().map(|point| point.year), false, "observed")?;
    for point in &chart.observed {
        number(point.value, "observed")?;
    }
    sequence(chart.projected.iter().map(|year| year.year), true, "projected")?;
    for year in &chart.projected {
        number(year.median, "projected.median")?;
        for ((lower, upper), field) in year
            .bands
            .into_iter()
            .zip(["projected.50", "projected.80", "projected.95"])
        {
            ordered(lower, upper, field)?;
        }
    }
    for other in &chart.others {
        sequence(other.years.iter().map(|(year, _)| *year), false, "others")?;
        other
            .years
            .iter()
            .try_for_each(|(_, median)| number(*median, "others"))?;
    }
    for mark in &chart.marks {
        number(mark.from, "marks")?;
        mark.to.map_or(Ok(()), |to| ordered(mark.from, to, "marks"))?;
    }
    for pace in &chart.paces {
        sequence(pace.iter().map(|(year, _)| *year), false, "paces")?;
        for (_, value) in pace {
            number(*value, "paces")?;
        }
    }
    Ok(())
}
