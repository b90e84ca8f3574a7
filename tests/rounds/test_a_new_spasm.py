"""A back that seizes up on Monday is Full on the Monday after, entered day by day, without an override."""

import datetime as dt
from collections.abc import Iterator, Sequence

import pytest

from teamback.record.event import Event
from teamback.record.events import Assessment, Note, RestDay
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep as kept
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.stage_moves import decision
from teamback.store import Store, open_store
from teamback.store.queries.status import availability_on
from tests.cases import opening, reviewed
from tests.rounds.telling_red_flags import screen
from tests.squads import (
    DAY,
    DOCTOR,
    MONDAY,
    PHYSIO,
    Clock,
    a_squad,
    decided,
    mornings,
    oneself,
    rest_days,
    sessions,
)

WELL = dict.fromkeys(("fatigue", "sleep_quality", "soreness", "stress", "mood"), 4.0)
SETTLE = {"M-ALL-1", "M-ALL-2", "M-ALL-3", "M-ALL-4", "M-ALL-7", "M0-1", "M0-2", "M0-3", "M0-4"}
MODIFIED = {"M-ALL-2", "M-ALL-4", "M-ALL-7", "M1-1", "M1-3"}


class Ward:
    """One athlete, day by day: every entry is made at its own moment, through the write path."""

    def __init__(self) -> None:
        self.clock = Clock(dt.datetime(2026, 11, 22, 18, tzinfo=dt.UTC))
        self.store: Store = open_store(":memory:", self.clock)
        (self.kari,) = a_squad(self.store, "Kari")
        before = MONDAY - DAY
        usual = sessions(self.kari, before, minutes="80 60 90 . 75 90 . " * 4, rpe="5 5 6 . 6 8 . " * 4)
        off = [before - back * DAY for back in range(28) if back % 7 in (0, 3)]
        self.store.keep([*usual, *rest_days(self.kari, *off)], PHYSIO)
        self.case = 0

    def morning(self, day: int, pain: float, flare: bool = False) -> CaseReview | None:
        """The athlete's check-in at 07:30; what stands in the way is looked at an hour later."""
        self.clock.at = dt.datetime(2026, 11, 23, 7, 30, tzinfo=dt.UTC) + day * DAY
        (asked,) = mornings(
            self.kari, MONDAY + day * DAY, low_back_now=f"{pain:g}", flare="y" if flare else "n"
        )
        self.keep([type(asked)(**vars(asked) | WELL)], oneself(self.kari))
        self.clock.later(hours=1)
        return reviewed(self.store, self.case, self.kari) if self.case else None

    def session(self, day: int, minutes: int, rpe: int, pain: str, took_part: str) -> None:
        """The session of ten in the morning, entered when it is over: pain before and at its peak."""
        self.clock.at = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC) + day * DAY
        before, peak = pain.split()
        done = {"minutes": float(minutes), "rpe": float(rpe), "start": "10:00", "participation": took_part}
        scored = {"pain_before": float(before), "pain_during": peak, "pain_after": peak}
        self.keep(sessions(self.kari, MONDAY + day * DAY, **done, **scored), oneself(self.kari))

    def rest(self, day: int) -> None:
        self.clock.at = dt.datetime(2026, 11, 23, 18, tzinfo=dt.UTC) + day * DAY
        self.keep([RestDay(day=MONDAY + day * DAY, athlete=self.kari)], PHYSIO)

    def decide(self, review: CaseReview, what: str, to: int, day: int, training: str) -> None:
        """A move and its availability, in one save."""
        today = MONDAY + day * DAY
        limits = {} if training == "full" else {"review_on": today + 2 * DAY, "reason": "injury"}
        restrictions = ("lift_and_hinge", "contact") if training == "modified" else ()
        availability = decided(self.kari, training, today, restrictions=restrictions, **limits)
        self.keep([decision(review, what, to, "as found this morning"), availability])

    def training(self, day: int) -> str:
        today = MONDAY + day * DAY
        return availability_on(self.store, DOCTOR, [self.kari], today)[self.kari].event.training

    def keep(self, events: Sequence[Event], by: Scope = PHYSIO) -> None:
        kept(self.store, events, by, self.store.head())

    def open(self) -> None:
        """Monday: seen by the physio, screened, a case opened at Settle, Out."""
        self.clock.later(minutes=20)
        case, entered = opening(self.kari, "low_back_minor", 0, MONDAY, side="both")
        self.case = case.case_id
        out = decided(self.kari, "out", review_on=MONDAY + 2 * DAY, reason="injury")
        note = Note(day=MONDAY, athlete=self.kari, case_id=self.case, subjective="seized up when bending")
        self.keep([case, entered, out, note])


@pytest.fixture
def ward() -> Iterator[Ward]:
    made = Ward()
    yield made
    made.store.close()


def missing(review: CaseReview | None) -> set[str]:
    """What stands in the way of the next stage."""
    assert review is not None
    return {verdict.criterion for verdict in review.unmet}


def test_a_new_spasm_that_settles_in_eight_days_reaches_full_without_an_override(ward: Ward) -> None:
    ward.morning(0, 7, flare=True)
    ward.open()
    review = reviewed(ward.store, ward.case, ward.kari)
    assert missing(review) == SETTLE
    ward.keep([screen(ward.kari)])
    found = {"case_id": ward.case, "hypothesis": "muscle", "irritability": "high"}
    ward.keep([Assessment(day=MONDAY, athlete=ward.kari, **found)])
    assert missing(reviewed(ward.store, ward.case, ward.kari)) == SETTLE - {"M-ALL-1", "M0-1", "M0-4"}
    ward.rest(0)

    assert missing(ward.morning(1, 5)) == {"M-ALL-2", "M-ALL-3", "M-ALL-7", "M0-2", "M0-3"}
    ward.rest(1)

    assert missing(ward.morning(2, 4)) == {"M-ALL-2", "M-ALL-3", "M-ALL-7", "M0-2", "M0-3"}
    ward.session(2, 20, 2, "4 4", "rehab")

    review = ward.morning(3, 3)
    assert missing(review) == {"M0-2", "M0-3"}
    assert [s.response.level for s in review.stage_sessions] == ["amber"]  # type: ignore[union-attr]
    ward.session(3, 25, 2, "3 3", "rehab")

    review = ward.morning(4, 2)
    assert missing(review) == set()
    assert review is not None
    ward.decide(review, "progress", 1, 4, "modified")
    assert missing(reviewed(ward.store, ward.case, ward.kari)) == MODIFIED | {"M1-2"}
    ward.session(4, 50, 4, "2 2", "modified")

    assert missing(ward.morning(5, 1)) == {"M-ALL-4", "M-ALL-7", "M1-1", "M1-2", "M1-3"}
    ward.session(5, 60, 4, "1 1", "modified")

    assert missing(ward.morning(6, 1)) == set()
    ward.rest(6)

    review = ward.morning(7, 0)
    assert review is not None
    assert missing(review) == set()
    ward.decide(review, "progress", 2, 7, "full")
    assert ward.training(7) == "full"
    after = reviewed(ward.store, ward.case, ward.kari)
    assert (after.stage.name, after.case.case_day(MONDAY + 7 * DAY)) == ("Full", 8)
    assert [change.event.override for change in after.case.changes] == [False] * 3
    assert after.override_marks == ()
