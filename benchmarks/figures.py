"""EWMA and z against plain Python with exact sums, over 2 and 20 years: how far they are apart."""

import math

import numpy as np

from benchmarks.timing import Line
from teamback.measures.trend import ewma
from teamback.measures.wellness import usual_before, z_score

_YEARS = (2, 20)
_ALLOWED = 1e-9


def measure() -> list[Line]:
    """The largest relative difference, against the one that is allowed."""
    lines = []
    for years in _YEARS:
        days = round(365.25 * years)
        dice = np.random.default_rng(years)
        load = dice.gamma(2, 200, (3, days))
        apart = max(_apart(ewma(load, days=28)[i], _ewma(list(load[i]), 28)) for i in range(3))
        lines.append(Line(f"EWMA over {years} years, relative difference", apart, _ALLOWED, "", "<= 1"))
        scores = dice.integers(10, 25, (3, days)).astype(float)
        usual = usual_before(scores, days=28, at_least=14)
        z = z_score(scores, usual.mean, usual.sd, sd_floor=1.0)
        apart = max(_apart(z[i, 28:], _z(list(scores[i]))) for i in range(3))
        lines.append(Line(f"z over {years} years, relative difference", apart, _ALLOWED, "", "<= 1"))
    return lines


def _apart(ours: np.ndarray, plain: list[float]) -> float:
    return max(abs(a - b) / max(abs(b), 1e-12) for a, b in zip(ours, plain, strict=True) if b)


def _ewma(load: list[float], n: int) -> list[float]:
    weight, line = 2 / (n + 1), [load[0]]
    for value in load[1:]:
        line.append(math.fsum((value * weight, line[-1] * (1 - weight))))
    return line


def _z(scores: list[float]) -> list[float]:
    line = []
    for day in range(28, len(scores)):
        before = scores[day - 28 : day]
        mean = math.fsum(before) / 28
        sd = math.sqrt(math.fsum((value - mean) ** 2 for value in before) / 27)
        line.append((scores[day] - mean) / max(sd, 1.0))
    return line
