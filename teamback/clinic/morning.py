"""What the rules read about one athlete on one morning, and what a rule gives back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from teamback.clinic.limits import Limits
from teamback.clinic.response import Response, must_not_be_nan
from teamback.record.flag import Reason, RowRead, Rows

HOUSE_RULE = "house rule"


@dataclass(frozen=True)
class StaleTest:
    """A test that is older, in days, than the window of the criterion that reads it."""

    title: str
    days_old: int
    window: int


OUT, SUBSTANTIAL, PROBLEM, WELL, NOT_SAID = "out", "substantial", "problem", "well", "not_said"


@dataclass(frozen=True)
class Reported:
    """What an athlete's newest answer to the weekly questions (OSTRC) comes to, and how severe it is.

    `standing`: could not take part, a substantial problem, another problem, none, or not said.
    """

    day: dt.date
    standing: str
    severity: float | None = None


@dataclass(frozen=True, kw_only=True)
class Morning:
    """One athlete on one day; None is not known, never zero. Figures come from the measures as counted.

    Pain is NRS 0 to 10, wellness the total of five items (5 to 25, high is good), load in AU.
    `rows` holds the rows of the record behind each topic: check_in, yesterday, session, pain_trend, wellness,
    load (two weeks), week_load, reporting, availability, red_flag, tests, ostrc.
    """

    day: dt.date
    checked_in: bool = False
    pain_now: float | None = None
    flare: bool | None = None
    wellness_total: float | None = None
    """The total, known only when all five items were answered."""
    wellness_answered: int = 0
    """How many of the five items were answered today."""
    wellness_mean: float | None = None
    wellness_sd: float | None = None
    wellness_scores: int = 0
    """Totals known in the athlete's own previous 28 days, today left out."""
    wellness_z: float | None = None
    yesterday_pain: float | None = None
    yesterday_wellness: float | None = None
    response: Response | None = None
    """Of the last session before this morning; None when none is recorded."""
    pain_last7: float | None = None
    pain_last7_entries: int = 0
    pain_prev7: float | None = None
    pain_prev7_entries: int = 0
    week_load: float | None = None
    week_known_days: int = 0
    prev_week_load: float | None = None
    prev_week_known_days: int = 0
    load_change: float | None = None
    """Percent on the week before."""
    monotony: float | None = None
    expected_check_ins: int | None = None
    given_check_ins: int | None = None
    """The last check-ins that were expected (14 at most), and how many of those were given."""
    review_on: dt.date | None = None
    """Review date of the live availability."""
    red_flag_open: bool = False
    """Whether a confirmed red flag of ES1 to ES4 is not reviewed yet."""
    baseline_on: dt.date | None = None
    """The last day on which tests were made as a baseline, when well."""
    stale_tests: tuple[StaleTest, ...] = ()
    ostrc: Reported | None = None
    """The newest answer to the weekly questions on health problems."""
    ostrc_asked: bool = True
    """Whether they are put to this athlete, and their answers may reach whoever looks."""
    rows: Mapping[str, tuple[RowRead, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        must_not_be_nan(self)

    @property
    def reported(self) -> bool:
        """Whether today's check-in answers back pain and wellness: without it nothing is green."""
        return self.checked_in and self.pain_now is not None and self.wellness_total is not None

    def read(self, *topics: str) -> Sequence[RowRead]:
        """The rows behind some topics, each once, in the order of the journal; looked up when looked at."""

        def rows() -> list[RowRead]:
            found = {row.seq: row for topic in topics for row in self.rows.get(topic, ())}
            return [found[seq] for seq in sorted(found)]

        return Rows(rows)


@dataclass(frozen=True)
class Input:
    """How one input of the flag stands: when `known`, in the words of a green row, else what is unknown."""

    known: bool
    says: str


def by_limit(
    limits: Limits,
    entry: str,
    *,
    rule: str,
    level: str,
    says: str,
    value: float,
    threshold: str,
    rows: Sequence[RowRead],
) -> Reason:
    """A reason that rests on one threshold, with that threshold's source and status."""
    limit = limits[entry]
    return Reason(rule, level, says, value, threshold, limit.cited, limit.status, limits.version, rows)
