"""Compares numbers of the engine with SciPy's and statsmodels' own.

Reads lines `function(arguments) value` from standard input, as crates/engine/examples/reference.rs prints them.
Prints the worst relative difference of each function; fails above the tolerance.
"""

import re
import sys

import numpy as np
import statsmodels.api as sm
from scipy import interpolate, stats

TOLERANCE = 1e-12


def points(text):
    pairs = [pair.split(":") for pair in text.split("|")]
    return np.array([[float(x), float(y)] for x, y in pairs]).T


def pert(a, m, b):
    width = b - a
    return stats.beta(1 + 4 * (m - a) / width, 1 + 4 * (b - m) / width, loc=a, scale=width)


def ols(text, year):
    x, y = points(text)
    fit = sm.OLS(y, sm.add_constant(x - x[-1])).fit()
    return fit.get_prediction([[1.0, year - x[-1]]])


def each(text):
    return stats.poisson_binom([float(p) for p in text.split("|")])


FUNCTIONS = {
    "student_cdf": lambda nu, x: stats.t.cdf(x, nu),
    "student_survival": lambda nu, x: stats.t.sf(x, nu),
    "student_quantile": lambda nu, p: stats.t.ppf(p, nu),
    "normal_cdf": lambda x: stats.norm.cdf(x),
    "normal_quantile": lambda p: stats.norm.ppf(p),
    "beta_cdf": lambda a, b, x: stats.beta.cdf(x, a, b),
    "beta_quantile": lambda a, b, p: stats.beta.ppf(p, a, b),
    "pert_cdf": lambda a, m, b, x: pert(a, m, b).cdf(x),
    "pert_quantile": lambda a, m, b, p: pert(a, m, b).ppf(p),
    "binomial_mass": lambda n, p, k: stats.binom.pmf(k, n, p),
    "binomial_at_most": lambda n, p, k: stats.binom.cdf(k, n, p),
    "binomial_at_least": lambda n, p, k: stats.binom.sf(k - 1, n, p),
    "binomial_quantile": lambda n, p, q: stats.binom.ppf(q, n, p),
    "each_at_least": lambda text, k: each(text).sf(k - 1),
    "pchip": lambda text, x: interpolate.PchipInterpolator(*points(text))(x),
    "ols_location": lambda text, year: ols(text, year).predicted_mean[0],
    "ols_scale": lambda text, year: ols(text, year).se_obs[0],
    "ols_upper_95": lambda text, year: ols(text, year).conf_int(obs=True, alpha=0.05)[0][1],
}


def argument(text):
    return text if "|" in text else float(text)


def main():
    worst = {}
    for line in sys.stdin:
        name, arguments, value = re.fullmatch(r"(\w+)\((.*)\) (\S+)\n?", line).groups()
        expected = float(FUNCTIONS[name](*[argument(text) for text in arguments.split(",")]))
        gap = abs(float(value) - expected)
        # Relative, for the far ends of distributions as well.
        gap = gap / abs(expected) if expected else gap
        count, largest = worst.get(name, (0, (0.0, "")))
        worst[name] = (count + 1, max(largest, (gap, f"({arguments}): {value}, not {expected!r}")))
    missing = FUNCTIONS.keys() - worst.keys()
    if missing:
        sys.exit(f"the engine says nothing about {', '.join(sorted(missing))}")
    failed = []
    for name, (count, (gap, place)) in worst.items():
        print(f"    {name:<20} {count:>4} values, worst relative difference {gap:.1e}")
        if not gap <= TOLERANCE:
            failed.append(f"{name}{place}")
    if failed:
        sys.exit("\n".join(failed))


main()
