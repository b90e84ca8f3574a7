"""Time loss, severity, incidence and burden, against published cases and the output of the named packages."""

import csv
import datetime as dt
import statistics
from pathlib import Path

import pytest

from teamback.clinic.surveillance.rates import rates, spread
from teamback.clinic.surveillance.severity import SCHEMES, bin_of, counts
from teamback.clinic.surveillance.time_loss import CaseSpan, counted_days, lost_by_case, standing, stretches
from teamback.record.events import Availability
from tests.measures.oracle import REAL_DATA, rows, skipped_without_real_data

ORACLES = Path(__file__).parents[1] / "oracles"
DAY = dt.timedelta(days=1)
TIME_LOSS = list(csv.DictReader((ORACLES / "ioc_time_loss_cases.csv").open(encoding="utf-8")))
BINS = list(csv.DictReader((ORACLES / "injury_severity_bins.csv").open(encoding="utf-8")))


def unavailable(case: dict[str, str]) -> list[dt.date]:
    """The days of a published case on which the athlete was not fully available."""
    starts = [dt.date.fromisoformat(day) for day in case["time_loss_start"].split(";")]
    if not case["available_again"]:
        return starts
    end = dt.date.fromisoformat(case["available_again"])
    return [starts[0] + n * DAY for n in range((end - starts[0]).days)]


@pytest.mark.parametrize("case", TIME_LOSS, ids=lambda case: case["case"])
def test_published_cases_of_time_loss(case: dict[str, str]) -> None:
    assert len(counted_days(unavailable(case))) == int(case["expected_days"])


@pytest.mark.parametrize("case", TIME_LOSS, ids=lambda case: case["case"])
def test_the_same_cases_as_decisions_about_availability(case: dict[str, str]) -> None:
    days = unavailable(case)
    onset = dt.date.fromisoformat(case["time_loss_start"].split(";")[0]) - 3 * DAY
    history = [decision(onset, "full")]
    for stretch in stretches(days):
        history += [decision(stretch[0], "out"), decision(stretch[-1] + DAY, "full")]
    lost = lost_by_case(history, [CaseSpan(7, "injury", onset)], onset, onset + 40 * DAY)
    assert len(counted_days(lost.get(7, ()))) == int(case["expected_days"])


def decision(day: dt.date, training: str, **said: str) -> Availability:
    match = "available" if training == "full" else "not_available"
    fields = {"match": match, "reason": None if training == "full" else "injury"} | said
    return Availability(day=day, athlete=1, training=training, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("row", BINS, ids=lambda row: f"{row['scheme']}-{row['label']}")
def test_severity_bins_as_published(row: dict[str, str]) -> None:
    least, most = int(row["min_days"]), int(row["max_days"] or 400)
    assert {bin_of(days, row["scheme"]).label for days in (least, most)} == {row["label"]}
    assert most + 1 > 400 or bin_of(most + 1, row["scheme"]).label != row["label"]
    assert least == 0 or bin_of(least - 1, row["scheme"]).label != row["label"]


def test_every_scheme_has_its_rows_and_empty_classes_are_counted() -> None:
    assert {scheme: len(bins) for scheme, bins in SCHEMES.items()} == {
        scheme: sum(row["scheme"] == scheme for row in BINS) for scheme in SCHEMES
    }
    assert list(counts([0, 3, 30], "IOC2020").values()) == [1, 1, 0, 1]


MON = dt.date(2026, 11, 2)
INJURY, ILLNESS = CaseSpan(1, "injury", MON), CaseSpan(2, "illness", MON + DAY)


def test_a_day_belongs_to_the_case_that_began_first_and_to_one_only() -> None:
    second = CaseSpan(3, "injury", MON + 2 * DAY)
    history = [decision(MON, "out"), decision(MON + 5 * DAY, "full")]
    lost = lost_by_case(history, [second, INJURY], MON, MON + 9 * DAY)
    assert {whose: len(days) for whose, days in lost.items()} == {1: 5}


def test_an_illness_takes_the_days_lost_for_illness_and_a_closed_case_none() -> None:
    closed = CaseSpan(1, "injury", MON, MON + 2 * DAY)
    history = [decision(MON, "out"), decision(MON + 3 * DAY, "out", reason="illness")]
    lost = lost_by_case(history, [closed, ILLNESS], MON, MON + 4 * DAY)
    assert lost == {1: (MON, MON + DAY), None: (MON + 2 * DAY,), 2: (MON + 3 * DAY, MON + 4 * DAY)}


def test_another_absence_takes_no_day_lost() -> None:
    lost = lost_by_case([decision(MON, "out")], [CaseSpan(9, "absence", MON)], MON, MON + DAY)
    assert lost == {None: (MON, MON + DAY)}


def test_modified_is_time_lost_and_so_is_a_match_that_may_not_be_played() -> None:
    assert standing(decision(MON, "modified")) == "less"
    assert standing(decision(MON, "full", match="limited_minutes")) == "less"
    assert standing(decision(MON, "full", match="not_decided")) == "full"
    assert standing(decision(MON, "out", reason="personal")) == "away"
    assert standing(decision(MON, "not_decided")) == standing(None) == "undecided"


def test_a_day_managed_for_load_is_less_than_full_and_no_time_loss() -> None:
    history = [decision(MON, "modified", reason="load")]
    assert standing(history[0]) == "less"
    assert lost_by_case(history, [INJURY], MON, MON + 3 * DAY) == {}


def test_few_events_are_marked_and_without_exposure_there_is_no_rate() -> None:
    assert rates([3] * 4, 500).few
    assert not rates([3] * 5, 500).few
    nothing = rates([], 0)
    assert (nothing.incidence, nothing.burden, nothing.incidence_limits) == (None, None, None)
    none_yet = rates([], 1000)
    assert none_yet.incidence == 0
    assert none_yet.incidence_limits is not None
    assert none_yet.incidence_limits.high == pytest.approx(3.689, abs=1e-3)
    assert spread([]) is None


@pytest.mark.real_data
@skipped_without_real_data
@pytest.mark.parametrize(("unit", "per"), [("per_100_matches(9000_min)", 9000), ("per_1000_h", 1000)])
def test_incidence_and_burden_come_out_to_the_digits_given(unit: str, per: float) -> None:
    lost, minutes = injurytools()
    exposure = minutes if per == 9000 else minutes / 60
    found, days = rates(lost, exposure, per), spread(lost)
    (row,) = [row for row in table("it_overall_output") if row["unit"] == unit]
    assert (found.events, found.days_lost) == (int(row["injuries"]), int(row["days_lost"]))
    assert round(exposure, 4) == float(row["exposure"])
    assert round(found.incidence or 0, 4) == float(row["incidence"])
    assert round(found.burden or 0, 4) == float(row["burden"])
    limits = found.incidence_limits
    assert limits is not None
    assert (round(limits.low, 4), round(limits.high, 4)) == (
        float(row["inc_lower_exact"]),
        float(row["inc_upper_exact"]),
    )
    assert days is not None
    assert round(days.mean, 4) == float(row["mean_days"])
    assert (days.median, days.lower, days.upper) == tuple(
        float(row[name]) for name in ("median_days", "q25", "q75")
    )


@pytest.mark.real_data
@skipped_without_real_data
def test_the_back_injuries_among_them_come_out_too() -> None:
    (row,) = table("it_back_subset")
    wanted = row["subset"].split("|")
    lost = [int(i["days_lost"]) for i in table("it_injuries_input") if i["injury"] in wanted]
    found = rates(lost, injurytools()[1] / 60)
    assert found.few
    assert (found.events, found.days_lost) == (int(row["injuries"]), int(row["days_lost"]))
    assert round(found.incidence or 0, 4) == float(row["incidence_per_1000h"])
    assert round(found.burden or 0, 4) == float(row["burden_per_1000h"])
    limits = found.incidence_limits
    assert limits is not None
    assert (round(limits.low, 4), round(limits.high, 4)) == (
        float(row["inc_lower_exact"]),
        float(row["inc_upper_exact"]),
    )
    assert (statistics.fmean(lost), statistics.median(lost)) == (
        float(row["mean_days"]),
        float(row["median_days"]),
    )


@pytest.mark.real_data
@skipped_without_real_data
def test_the_package_counts_one_day_more_than_the_ioc_rule() -> None:
    for row in table("it_injuries_input"):
        start, end = (dt.date.fromisoformat(row[f"date_{what}"]) for what in ("injured", "recovered"))
        days = [start + n * DAY for n in range((end - start).days)]
        assert len(counted_days(days)) == max(int(row["days_lost"]) - 1, 0)


def table(name: str) -> list[dict[str, str]]:
    assert REAL_DATA is not None
    return rows(REAL_DATA / "reference" / f"{name}.csv")


def injurytools() -> tuple[list[int], float]:
    """Days lost by each injury of the package's players, and the minutes they played."""
    minutes = sum(float(row["minutes_played"]) for row in table("it_exposures_input"))
    return [int(row["days_lost"]) for row in table("it_injuries_input")], minutes
