import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from teamback.clinic.assessment import instrument_scores as scores
from teamback.clinic.assessment.instrument_scores import MIC, MIC_SHARE, improved_enough, in_words
from teamback.clinic.assessment.instruments import INSTRUMENTS, Instrument, refusals
from teamback.clinic.assessment.ostrc import ANSWERS, health_problem, severity, substantial
from teamback.clinic.assessment.symmetry import mdc95
from teamback.measures.load import session_load
from teamback.measures.wellness import wellness_total
from teamback.record.events import InstrumentTotal

from .mornings import MONDAY, number, oracle


def yes_no(cell: str) -> bool | None:
    return None if cell == "" else cell == "1"


@pytest.mark.parametrize("case", oracle("ostrc_item_cases"), ids=lambda case: case["case"])
def test_a_worked_answer_to_the_four_questions(case: dict[str, str]) -> None:
    version = {"2.0": "ostrc", "1.0": "ostrc_v1"}[case["version"]]
    q1, q2, q3, q4 = (number(case[f"q{n}"]) for n in range(1, 5))
    assert health_problem(q1) is yes_no(case["health_problem"])
    assert substantial(q1, q2, q3, version) is yes_no(case["substantial"])
    assert severity(q1, q2, q3, q4) == number(case["severity"])


def numbers(text: str) -> list[float]:
    return [float(word) for word in re.findall(r"\d+(?:\.\d+)?", text)]


def odi(told: list[float]) -> float:
    return scores.odi_percent(told[1], int(told[0]))


Worked = Callable[[list[float]], float | str | bool | None]
NUMBERS: dict[str, Worked] = {
    "ODI": odi,
    "RMDQ": lambda told: scores.improvement(*told),
    "I-PRRS": scores.iprrs_total,
    "Hooper (4 items)": scores.hooper,
    "Hooper (5 items variant)": scores.hooper,
    "McLean wellness": lambda told: float(wellness_total(np.array(told)[:, None, None])[0, 0]),
    "MDC95": lambda told: mdc95(told[0]),
    "sRPE": lambda told: float(session_load(*told)),
}
SCALES = {"NRS": "nrs", "VAS 0-100": "vas", "RMDQ 0-24": "rmdq", "ODI 0-100": "odi", "Quebec 0-100": "quebec"}
ROWS = oracle("instrument_cases")


def named(row: dict[str, str]) -> str:
    return f"{row['instrument']}: {row['input']}"


@pytest.mark.parametrize("row", [r for r in ROWS if r["instrument"] in NUMBERS], ids=named)
def test_a_worked_figure(row: dict[str, str]) -> None:
    found = NUMBERS[row["instrument"]](numbers(row["input"]))
    expected = numbers(row["expected"])[0]
    rough = {"RMDQ": 0.5, "MDC95": 0.1, "ODI": 0.06}.get(row["instrument"], 1e-9)
    assert found == pytest.approx(expected, abs=rough)
    if row["instrument"] == "I-PRRS":
        assert isinstance(found, float)
        assert scores.iprrs_ready(found) is ("not yet" not in row["expected"])


@pytest.mark.parametrize("row", [r for r in ROWS if r["instrument"] == "STarT Back"], ids=named)
def test_a_worked_risk_group(row: dict[str, str]) -> None:
    assert scores.start_back_risk(*numbers(row["input"])) == row["expected"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["instrument"] == "MIC"], ids=named)
def test_a_worked_important_change(row: dict[str, str]) -> None:
    points, percent = numbers(row["expected"])
    scale = SCALES[row["input"]]
    assert (MIC[scale], MIC_SHARE * 100) == (points, percent)
    high = 10 * points
    assert improved_enough(scale, high, high - points)
    assert not improved_enough(scale, high, high - points + 0.01)
    assert improved_enough(scale, points, points * 0.7)
    assert not improved_enough(scale, points, points * 0.71)
    assert not improved_enough(scale, 0, 0)
    if scale in INSTRUMENTS:
        assert INSTRUMENTS[scale].change == points


def test_the_worked_recovery() -> None:
    (row,) = [r for r in ROWS if r["instrument"] == "Recovered"]
    assert row["input"] == "NRS 0 and RMDQ <=2"
    assert scores.recovered(0, 2) is True
    assert scores.recovered(1, 2) is False
    assert scores.recovered(0, 3) is False
    assert scores.recovered(0, None) is None
    assert scores.recovered(None, 0) is None


def test_the_worked_most_limiting_outcome() -> None:
    (row,) = [r for r in ROWS if r["instrument"] == "StARRT"]
    told = {part.split(" ")[0]: "not acceptable" not in part for part in row["input"].split("; ")}
    assert told == {"reinjury": True, "work": False, "cost": True}
    assert scores.most_limiting(told) == ("work",)
    assert row["expected"].startswith("No RTP")
    assert scores.most_limiting(told | {"work": True}) == ()
    assert scores.most_limiting({"reinjury": None}) == ("reinjury",)


def test_every_row_of_the_table_was_worked() -> None:
    worked = {*NUMBERS, "STarT Back", "MIC", "Recovered", "StARRT"}
    assert {row["instrument"] for row in ROWS} == worked


def total(instrument: str, **fields: Any) -> InstrumentTotal:
    return InstrumentTotal(day=MONDAY, athlete=1, instrument=instrument, **fields)


def refused(typed: InstrumentTotal) -> list[tuple[str | None, str]]:
    return [(refusal.field, refusal.sentence) for refusal in refusals(typed, MONDAY, MONDAY)]


@pytest.mark.parametrize(
    "one", [one for one in INSTRUMENTS.values() if one.key not in ANSWERS], ids=lambda o: o.key
)
def test_a_total_lies_within_its_range(one: Instrument) -> None:
    assert refused(total(one.key, total=one.low)) == refused(total(one.key, total=one.high)) == []
    for value in (one.low - 1, one.high + 1, float("nan")):
        assert [field for field, _ in refused(total(one.key, total=value))] == ["total"]
    assert refused(total(one.key)) == [("total", f"{one.title}: enter the total.")]
    assert bool(refused(total(one.key, total=one.low + 0.5))) is one.whole
    assert [field for field, _ in refused(total(one.key, total=one.low, q1=0))] == ["q1"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (total("vas", total=3.0), "instrument"),
        (total("ostrc"), "q1"),
        (total("ostrc", q1=9.0), "q1"),
        (total("ostrc", q1=8.0, q2=13.0), "q2"),
        (total("ostrc_v1", q1=8.0, q2=8.0), "q2"),
        (total("ostrc", q1=8.0, q2=8.0, q3=8.0, q4=8.0), "total"),
        (total("ostrc", q1=8.0, total=8.0), "total"),
        (total("rmdq", total=3.0, distress=2.0), "distress"),
        (total("start_back", total=3.0, distress=4.0), "distress"),
        (total("rmdq", total=3.0, sections_answered=9), "sections_answered"),
        (total("odi", total=30.0, sections_answered=0), "sections_answered"),
        (total("odi", total=30.0, sections_answered=11), "sections_answered"),
        (replace(total("odi", total=30.0), day=MONDAY + dt.timedelta(days=1)), "day"),
        (replace(total("odi", total=30.0), day=MONDAY - dt.timedelta(days=1)), "day"),
    ],
)
def test_what_cannot_be_so_is_refused_beside_its_field(typed: InstrumentTotal, field: str) -> None:
    assert [named for named, _ in refused(typed)] == [field]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (total("ostrc", q1=0.0, q2=0.0, q3=0.0, q4=0.0, total=0.0), "no problem"),
        (total("ostrc", q1=8.0, q2=8.0, q3=8.0, q4=8.0, total=32.0), "problem, not substantial"),
        (total("ostrc", q1=8.0), "problem, whether substantial is not known"),
        (total("ostrc", q2=17.0), "substantial problem"),
        (total("ostrc", q4=8.0), "not known: participation not answered"),
        (total("start_back", total=6.0, distress=4.0), "high risk"),
        (total("start_back", total=6.0), "risk not known: distress subscale missing"),
        (total("iprrs", total=50.0), "feels ready (50 to 60)"),
        (total("iprrs", total=49.9), "not yet (below 50)"),
        (total("rmdq", total=2.0), "as low as in recovery (2 or less)"),
        (total("rmdq", total=3.0), ""),
        (total("micheli", total=47.0), ""),
    ],
)
def test_what_a_total_means(typed: InstrumentTotal, says: str) -> None:
    assert refused(typed) == []
    assert in_words(typed) == says


def test_no_item_of_a_protected_questionnaire_is_shipped_and_each_says_where_it_comes_from() -> None:
    for one in INSTRUMENTS.values():
        assert one.licence.endswith(".")
        assert one.source
        assert one.status in ("published", "practice", "house rule")


@pytest.mark.parametrize("items", [[], [3, 2, 4], [3, 2, 4, 3, 3, 3], [0, 2, 4, 3], [3, 2, 4, 8]])
def test_answers_that_are_not_hoopers_have_no_sum(items: list[float]) -> None:
    assert scores.hooper(items) is None
