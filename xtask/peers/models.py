"""Runs an exported model in PySD and compares every variable and year with the engine's own run and its figures.

Usage: models.py MODEL.xmile RUN.txt FIGURES.csv
RUN.txt holds `name year value` lines of the engine's own run; FIGURES.csv is what `kichban project` prints.
Prints the number of comparisons and the worst relative difference; fails above the tolerance.
"""

import csv
import sys
import warnings

import pysd

TOLERANCE = 1e-9


def difference(found, expected):
    return abs(found - expected) / max(1.0, abs(expected))


def main(model_path, run_path, figures_path):
    warnings.simplefilter("ignore")
    model = pysd.read_xmile(model_path)
    table = model.run()
    worst = (0.0, "")
    compared = 0
    names = set()
    with open(run_path, encoding="utf-8") as lines:
        for line in lines:
            name, year, value = line.split()
            names.add(name)
            gap = difference(float(table[name][float(year)]), float(value))
            worst = max(worst, (gap, f"{name} {year}"))
            compared += 1
    figures = 0
    whole_units = 0
    with open(figures_path, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["record"] != "year":
                continue
            found = float(table[row["target"]][float(row["year"])])
            # The median of a count out of a known number is whole units; the model holds the expected count.
            size = row["target"] + "_unit_size"
            if size in names:
                whole_units += 1
                if abs(found - float(row["median"])) > float(table[size].iloc[0]):
                    sys.exit(f"{row['target']} {row['year']}: {found} is a unit or more from {row['median']}")
                continue
            gap = difference(found, float(row["median"]))
            worst = max(worst, (gap, f"{row['target']} {row['year']}"))
            figures += 1
    if not compared or not figures:
        sys.exit("nothing was compared")
    print(
        f"    {compared} values of {len(names)} variables and {figures} medians, worst relative difference "
        f"{worst[0]:.1e} ({worst[1]}); {whole_units} counts within a unit"
    )
    if not worst[0] <= TOLERANCE:
        sys.exit(f"more than {TOLERANCE:.0e}")


main(*sys.argv[1:])
