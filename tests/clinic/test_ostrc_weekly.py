"""The worked example of the OSTRC's authors: weekly prevalence, incidence, means, and the table of cases."""

import datetime as dt
from collections import defaultdict
from statistics import stdev

import pytest

from teamback.clinic.assessment.ostrc_weekly import (
    Share,
    Weekly,
    cases,
    incidence,
    mean_share,
    prevalence,
)

from .mornings import oracle

WEEKS = ["2023-01-07", "2023-01-14", "2023-01-21"]
INPUT, OUTPUT = oracle("ostrc_weekly_input"), oracle("ostrc_prevalence_output")


def weeks(column: str, **only: str) -> list[dict[int, bool | None]]:
    """Each week's answers by athlete."""
    found: dict[str, dict[int, bool | None]] = defaultdict(dict)
    for row in INPUT:
        if all(row[name] == value for name, value in only.items()):
            found[row["date_sent"]][int(row["id_participant"])] = row[column] == "1"
    return [found[week] for week in WEEKS]


def shares(measure: str) -> list[Share | None]:
    """What the input gives for a measure of the output table, week by week."""
    if measure.startswith("mean_prevalence_injury_"):
        return [prevalence(week) for week in weeks("injury", gender=measure.rsplit("_", 1)[1].title())]
    if measure == "mean_prevalence_substantial":
        return [prevalence(week) for week in weeks("injury_substantial")]
    told = weeks("injury")
    if "incidence" in measure:
        return [incidence(week, told[i - 1] if i else None) for i, week in enumerate(told)]
    return [prevalence(week) for week in told]


@pytest.mark.parametrize("row", OUTPUT, ids=lambda row: f"{row['measure']} {row['date']}".strip())
def test_every_published_figure_comes_out(row: dict[str, str]) -> None:
    found = shares(row["measure"])
    if row["date"]:
        one = found[WEEKS.index(row["date"])]
        if not row["value"]:
            assert one is None
            return
        assert one is not None
        assert (one.of, one.count) == (int(row["n_responses"]), int(row["n_cases"]))
        assert one.value == pytest.approx(float(row["value"]), abs=5e-4)
        return
    mean = mean_share(found)
    assert mean is not None
    value, limits = mean
    assert limits is not None
    assert value == pytest.approx(float(row["value"]), abs=5e-4)
    assert limits.low == pytest.approx(float(row["ci_lower"]), abs=6e-3 if "male" in row["measure"] else 6e-4)
    assert limits.high == pytest.approx(
        float(row["ci_upper"]), abs=6e-3 if "male" in row["measure"] else 6e-4
    )
    shown = limits.within(0.0, 1.0)
    assert 0 <= shown.low <= shown.high <= 1
    if "sd" in row["note"]:
        known = [share.value for share in found if share and share.value is not None]
        assert f"{stdev(known):.3g}" in row["note"]


def test_a_week_has_a_wilson_interval_and_nobody_has_none() -> None:
    interval = Share(5, 6).interval
    assert interval is not None
    assert (interval.low, interval.high) == (pytest.approx(0.436, abs=1e-3), pytest.approx(0.970, abs=1e-3))
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)


def test_the_first_week_is_known_only_when_nobody_has_a_problem() -> None:
    assert incidence({1: False, 2: False}, None) == Share(0, 2)
    assert incidence({1: True, 2: False}, None) is None


def test_new_is_a_problem_after_an_answered_week_without_one() -> None:
    before = {1: False, 2: True, 3: None}
    assert incidence({1: True, 2: True, 3: True, 4: True, 5: None}, before) == Share(1, 4)


ANSWERS = {
    1: [
        ("2022-12-07", 25, 0, 0, 0),
        ("2022-12-14", 0, 0, 0, 0),
        ("2023-01-01", 8, 0, 17, 25),
        ("2023-01-07", 8, 8, 8, 8),
        ("2023-01-14", 8, 17, 8, 0),
    ],
    2: [("2023-01-05", 0, 0, 0, 0), ("2023-01-12", 8, 8, 0, 0)],
    4: [("2023-01-01", 8, 8, 8, 0), ("2023-01-08", 0, 0, 0, 0)],
}
"""Answers that the published cases can have come from: the package's own input is not among the tables."""


@pytest.mark.parametrize("row", oracle("ostrc_case_data"), ids=lambda row: f"case {row['id_case']}")
def test_every_case_of_the_published_table_comes_out(row: dict[str, str]) -> None:
    answers = [Weekly(dt.date.fromisoformat(day), *q) for day, *q in ANSWERS[int(row["id_participant"])]]
    (case,) = [one for one in cases(answers) if one.first.isoformat() == row["date_start"]]
    assert case.last.isoformat() == row["date_end"]
    assert (case.duration, case.time_loss) == (int(row["duration_weeks"]), int(row["timeloss_weeks"]))
    assert case.substantial == (row["substantial"] == "1")
    assert case.weeks[0].severity == float(row["severity_first_row"])


def test_silence_neither_counts_nor_ends_a_problem() -> None:
    day = dt.date(2026, 11, 2)
    told = [8.0, None, 17.0, 0.0, 8.0]
    answers = [Weekly(day + dt.timedelta(days=7 * i), q1) for i, q1 in enumerate(told)]
    assert [(case.first.day, case.duration) for case in cases(answers[::-1])] == [(2, 2), (30, 1)]
    assert Weekly(day, 0.0, 17.0, 0.0).substantial is False
    assert Weekly(day, 8.0, None, 0.0).substantial is None
