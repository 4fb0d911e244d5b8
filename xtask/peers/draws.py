"""The job of 10,000 draws in numpy, and its closed form in SciPy.

23 walks on the log scale over 13 years. A year's shock is λ f + √(1 − λ²) u: f common to all walks, AR(1) with ρ_f; u each
walk's own, AR(1) with ρ; both begin in their stationary state. The spread is that of a scaled chi-square, so each year is
a Student-t; the drift is uncertain in the walk's own rate and in the long-run rate. Wanted: seven quantiles a year of the
first walk, and for each walk the probability of its bar in two years. draws.mjs does the same.

Prints `draws_10000_ms` (median of 15 runs, without the interpreter's start) and `probability` lines.
"""

import statistics
import time

import numpy as np
from scipy import stats

DRAWS, WALKS, YEARS = 10_000, 23, 13
LOADING, OWN, COMMON, DAMPING, DEGREES = 0.4, 0.3, 0.5, 0.9, 4
SPREAD, RATE, WEIGHT, LONG_RATE, LONG_WEIGHT = 0.05, 0.06, 6.0, 0.05, 16.0
QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]
# Years after 2022 and the growth asked until then.
BARS = [(3, 1.2), (8, 1.5)]
START = np.log(40.0 + np.arange(WALKS))
AHEAD = np.arange(1, YEARS + 1)
DAMPED = np.cumsum(DAMPING**AHEAD)


def autoregression(shocks, rho):
    """Turns independent shocks (years first) into those of a stationary AR(1), in place."""
    scale = np.sqrt(1 - rho * rho)
    for year in range(1, len(shocks)):
        shocks[year] *= scale
        shocks[year] += rho * shocks[year - 1]
    return shocks


def job(rng):
    common = autoregression(rng.standard_normal((YEARS, DRAWS)), COMMON)
    own = autoregression(rng.standard_normal((YEARS, WALKS, DRAWS)), OWN)
    spread = SPREAD * np.sqrt(DEGREES / rng.chisquare(DEGREES, (WALKS, DRAWS)))
    rate = RATE + spread / np.sqrt(WEIGHT) * rng.standard_normal((WALKS, DRAWS))
    long_rate = LONG_RATE + spread / np.sqrt(LONG_WEIGHT) * rng.standard_normal((WALKS, DRAWS))
    own *= np.sqrt(1 - LOADING**2)
    own += LOADING * common[:, None, :]
    walks = np.cumsum(own, axis=0, out=own)
    walks *= spread
    walks += START[:, None]
    for year in range(YEARS):
        walks[year] += long_rate * (AHEAD[year] - DAMPED[year]) + rate * DAMPED[year]
    figures = np.exp(walks, out=walks)
    fan = np.quantile(figures[:, 0, :], QUANTILES, axis=1)
    met = [(figures[ahead - 1] >= (growth * np.exp(START))[:, None]).mean(axis=1) for ahead, growth in BARS]
    return fan, met


def shock_variance(h, rho):
    return h + 2 * sum((h - k) * rho**k for k in range(1, h))


def closed_form(ahead, growth):
    damped = DAMPED[ahead - 1]
    location = LONG_RATE * (ahead - damped) + RATE * damped
    shocks = LOADING**2 * shock_variance(ahead, COMMON) + (1 - LOADING**2) * shock_variance(ahead, OWN)
    variance = shocks + damped**2 / WEIGHT + (ahead - damped) ** 2 / LONG_WEIGHT
    return stats.t.sf((np.log(growth) - location) / (SPREAD * np.sqrt(variance)), DEGREES)


def main():
    rng = np.random.default_rng(20251231)
    took, means = [], []
    for _ in range(15):
        begin = time.perf_counter()
        _, met = job(rng)
        took.append((time.perf_counter() - begin) * 1000)
        means.append([share.mean() for share in met])
    print(f"draws_10000_ms {statistics.median(took):.1f}")
    for (ahead, growth), found in zip(BARS, np.mean(means, axis=0)):
        expected = closed_form(ahead, growth)
        print(f"probability_{ahead} {found:.4f}")
        print(f"closed_form_{ahead} {expected:.4f}")


main()
