"""Questionnaires of which the record holds the total: ranges, what a total means, and what may be saved."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from teamback.clinic.assessment import ostrc
from teamback.record.events import InstrumentTotal
from teamback.record.refusal import Refusal
from teamback.record.words import short_day

_COPYRIGHT = "Under copyright: use a licensed form on paper or in its own system, and enter the total here."


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """One questionnaire; its items are not shown here. `change` is its minimal important change.

    `total` says what is entered, `low` and `high` bound it, `best` says which end is good.
    """

    key: str
    title: str
    total: str
    unit: str
    high: float
    licence: str
    source: str
    status: str
    low: float = 0
    best: str = "low"
    whole: bool = True
    change: float | None = None
    change_source: str = ""


_OSTELO = "Ostelo 2008, Spine: this change, or 30 % from baseline"
_TABLE = (
    Instrument(
        key="ostrc",
        title="Health problems of the last week (OSTRC)",
        total="Severity",
        unit="of 100",
        high=100,
        licence="The questions stand here in our own short wording; the original is in Clarsen 2020.",
        source="Clarsen 2020, Br J Sports Med (doi 10.1136/bjsports-2019-101337)",
        status="published",
    ),
    Instrument(
        key="ostrc_v1",
        title="Health problems of the last week (OSTRC, 2013)",
        total="Severity",
        unit="of 100",
        high=100,
        licence="Older answers only; new ones use the version of 2020.",
        source="Clarsen 2013, Br J Sports Med 47:495",
        status="published",
    ),
    Instrument(
        key="odi",
        title="Oswestry Disability Index (ODI)",
        total="Sum of the answered sections",
        unit="%",
        high=100,
        whole=False,
        change=10,
        change_source=_OSTELO,
        licence=_COPYRIGHT,
        source="Scoring rule of the ODI: sum / (5 x sections answered) x 100",
        status="published",
    ),
    Instrument(
        key="rmdq",
        title="Roland-Morris Disability Questionnaire (RMDQ)",
        total="Statements ticked",
        unit="of 24",
        high=24,
        change=5,
        change_source=_OSTELO,
        licence="Said to be free for clinicians; its statements are not shipped here. Enter the count.",
        source="Roland and Morris; recovered at 2 or less with no pain (Kamper 2010)",
        status="published",
    ),
    Instrument(
        key="start_back",
        title="STarT Back screening tool",
        total="Overall score",
        unit="of 9",
        high=9,
        licence=_COPYRIGHT,
        source="Keele University; risk groups as given by Physiopedia",
        status="practice",
    ),
    Instrument(
        key="micheli",
        title="Micheli Functional Scale",
        total="Total",
        unit="of 100",
        high=100,
        whole=False,
        licence=_COPYRIGHT,
        source="d'Hemecourt 2012: validated from 12 to 22 years",
        status="published",
    ),
    Instrument(
        key="iprrs",
        title="Readiness to return after injury (I-PRRS)",
        total="The six answers added, divided by 10",
        unit="of 60",
        high=60,
        whole=False,
        best="high",
        licence=_COPYRIGHT,
        source="Glazer 2009, as given by momsteam: 50 to 60 ready, below 50 more time",
        status="practice",
    ),
)
INSTRUMENTS: Mapping[str, Instrument] = {one.key: one for one in _TABLE}
"""By key, as the record names them."""
ODI_SECTIONS = 10


def refusals(typed: InstrumentTotal, today: dt.date, joined: dt.date | None = None) -> tuple[Refusal, ...]:
    """Everything that refuses a total as typed; empty means that it may be saved."""
    if typed.instrument not in INSTRUMENTS:
        return (Refusal(f"{typed.instrument} is no instrument of the list: choose one.", "instrument"),)
    return (*_day(typed.day, today, joined), *_answers(typed), *_total(typed), *_beside_the_total(typed))


def _day(day: dt.date, today: dt.date, joined: dt.date | None) -> Iterator[Refusal]:
    if day > today:
        yield Refusal(f"{short_day(day, today)} lies in the future: enter what was answered.", "day")
    if joined and day < joined:
        yield Refusal(f"{short_day(day, today)} lies before the athlete joined.", "day")


def _answers(typed: InstrumentTotal) -> Iterator[Refusal]:
    given = [typed.q1, typed.q2, typed.q3, typed.q4]
    choices = ostrc.ANSWERS.get(typed.instrument)
    if choices is None:
        if any(answer is not None for answer in given):
            yield Refusal(
                f"{INSTRUMENTS[typed.instrument].title} has no single answers: leave them out.", "q1"
            )
        return
    if all(answer is None for answer in given):
        yield Refusal("No question was answered: answer at least one.", "q1")
    for n, (answer, allowed) in enumerate(zip(given, choices, strict=True), 1):
        if answer is not None and answer not in allowed:
            words = ", ".join(f"{value:g}" for value in allowed)
            yield Refusal(f"Answer {n} is {answer:g}, but must be one of {words}.", f"q{n}")
    if typed.total != ostrc.severity(typed.q1, typed.q2, typed.q3, typed.q4):
        yield Refusal("Severity is the sum of the four answers, and not known without all of them.", "total")


def _total(typed: InstrumentTotal) -> Iterator[Refusal]:
    one, total = INSTRUMENTS[typed.instrument], typed.total
    if typed.instrument in ostrc.ANSWERS:
        return
    if total is None:
        yield Refusal(f"{one.title}: enter the total.", "total")
    elif total != total or not one.low <= total <= one.high:
        yield Refusal(
            f"{one.title} is {total:g}, but must lie between {one.low:g} and {one.high:g}.", "total"
        )
    elif one.whole and total != int(total):
        yield Refusal(f"{one.title} is {total:g}, but must be a whole number.", "total")


def _beside_the_total(typed: InstrumentTotal) -> Iterator[Refusal]:
    distress, sections = typed.distress, typed.sections_answered
    if distress is not None and typed.instrument != "start_back":
        yield Refusal("The distress subscale belongs to STarT Back alone.", "distress")
    elif distress is not None and typed.total is not None and distress > typed.total:
        yield Refusal(
            f"Distress ({distress:g}) cannot be above the overall score ({typed.total:g}).", "distress"
        )
    if sections is not None and typed.instrument != "odi":
        yield Refusal("Sections answered belong to the ODI alone.", "sections_answered")
    elif sections is not None and not 1 <= sections <= ODI_SECTIONS:
        yield Refusal(f"{sections} sections answered: it must be 1 to {ODI_SECTIONS}.", "sections_answered")
