"""What check-ins, sessions and the pain journal of a year say to the rules of escalation: plain columns."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.response import SessionPain, judge_response
from teamback.clinic.urgent.signs import Flare, Heard, Scored, SessionSign
from teamback.measures.grid import Ints, last_row, spread
from teamback.measures.pain import pain_of_day
from teamback.measures.response import session_responses
from teamback.record.event import Event
from teamback.record.events import CheckIn, Observation, PainEntry, Session
from teamback.record.flag import RED
from teamback.record.kept import Numbered
from teamback.record.scope import PROGRAM
from teamback.rounds.facts import EPOCH
from teamback.store import Store
from teamback.store.engine import Columns
from teamback.store.queries.daily import daily_columns

LOOKS_BACK = dt.timedelta(days=365)
"""A task that nobody closed stays open for as long."""
_MORNING = dt.time(10)
_LOW_BACK = "low_back"
_CHECK_IN = ("low_back_now", "low_back_worst", "flare", "rated_at")
_SESSION = ("start", "minutes", "pain_before", "pain_during", "pain_after", "pain_site")
_ENTRY = ("pain", "site", "position_trigger", "preceding_activity")
_IN_A_SESSION = {
    "pain_before": "before a session",
    "pain_during": "in a session",
    "pain_after": "after a session",
}


@dataclass
class Evidence:
    """What one athlete's daily facts say, each kind oldest first."""

    pains: list[Scored] = field(default_factory=list)
    severe: list[Scored] = field(default_factory=list)
    sessions: list[SessionSign] = field(default_factory=list)
    triggers: list[Numbered[PainEntry]] = field(default_factory=list)
    flares: list[Flare] = field(default_factory=list)
    heard: Heard | None = None

    @property
    def entries(self) -> Iterator[int]:
        """The numbers of all entries on which a task could rest."""
        yield from (one.seq for one in (*self.pains, *self.severe))
        yield from (one.seq for one in self.triggers)
        yield from (one.seq for one in self.sessions if one.red or one.rise)


class Read:
    """The year's rows of some athletes; `row` and `column` are the place of each in [athlete, day] arrays."""

    def __init__(
        self,
        store: Store,
        athletes: Sequence[int],
        homes: Sequence[str],
        day: dt.date,
        known_at: int | None,
        looks_back: dt.timedelta = LOOKS_BACK,
    ) -> None:
        self.athletes = np.array(sorted(set(athletes)), dtype=np.int64)
        self.first = day - looks_back
        self.shape = (len(self.athletes), looks_back.days + 1)
        self._asked = (PROGRAM, sorted(set(homes)), self.first, day, known_at)
        self._store = store
        self.check_ins = self._placed(CheckIn, _CHECK_IN)
        self.sessions = self._placed(Session, _SESSION)
        self.journal = self._placed(PainEntry, _ENTRY)
        self.observations = self._placed(Observation, ("scale", "value"))

    def _placed(self, kind: type[Event], fields: Sequence[str]) -> Columns:
        """Rows of these athletes in the order of the days, those of a day as they were entered."""
        found = daily_columns(self._store, kind, fields, *self._asked)
        row = np.searchsorted(self.athletes, found["athlete"]).clip(max=len(self.athletes) - 1)
        mine = np.flatnonzero(self.athletes[row] == found["athlete"])
        mine = mine[np.lexsort((found["seq"][mine], found["day"][mine]))]
        column = found["day"][mine] - (self.first - EPOCH).days
        return {name: values[mine] for name, values in found.items()} | {"row": row[mine], "column": column}

    def day(self, column: int) -> dt.date:
        """The day of a column."""
        return self.first + dt.timedelta(days=int(column))


def evidence(read: Read, limits: Limits, zone: str) -> dict[int, Evidence]:
    """What the rows say about each athlete, oldest first."""
    found: dict[int, Evidence] = defaultdict(Evidence)
    if not len(read.athletes):
        return found
    for row, pain in _pain_days(read, limits["referral_pain"].value):
        found[int(read.athletes[row])].pains.append(pain)
    for row, pain in severe(read, limits["severe_pain"].value):
        found[int(read.athletes[row])].severe.append(pain)
    for row, session in _sessions(read, limits):
        found[int(read.athletes[row])].sessions.append(session)
    for entry in _triggers(read):
        found[entry.event.athlete].triggers.append(entry)
    rows = read.check_ins
    for i in np.flatnonzero(rows["flare"] == 1):
        flare = Flare(int(rows["seq"][i]), read.day(rows["column"][i]))
        found[int(rows["athlete"][i])].flares.append(flare)
    for row, i in enumerate(last_row(rows["row"], np.zeros_like(rows["row"]), (len(read.athletes), 1))[:, 0]):
        if i >= 0:
            found[int(read.athletes[row])].heard = _heard(read, int(i), zone)
    return found


def _heard(read: Read, i: int, zone: str) -> Heard:
    """When a check-in was given; one without a time counts as given at ten in the morning."""
    rows = read.check_ins
    seq, rated = int(rows["seq"][i]), float(rows["rated_at"][i])
    if rated == rated:
        return Heard(seq, dt.datetime.fromtimestamp(rated, dt.UTC))
    return Heard(seq, dt.datetime.combine(read.day(rows["column"][i]), _MORNING, ZoneInfo(zone)))


def _mornings(read: Read, name: str) -> np.ndarray:
    rows = read.check_ins
    return spread(rows[name].astype(np.float64), rows["row"], rows["column"], read.shape, how="last")


def _peak(rows: Columns) -> np.ndarray:
    return np.fmax(rows["pain_during"], rows["pain_after"])


def _pain_days(read: Read, at_least: float) -> Iterator[tuple[int, Scored]]:
    """The days on which the low back hurt so much, each with the entry that says so: the morning's first."""
    rows, morning = read.sessions, _mornings(read, "low_back_now")
    about_back = np.array([site in (None, _LOW_BACK) for site in rows["pain_site"]], dtype=bool)
    row, column, peak = rows["row"][about_back], rows["column"][about_back], _peak(rows)[about_back]
    worst = pain_of_day(morning, row, column, peak)
    check_in = _mornings(read, "seq")
    hurt = peak >= at_least
    session = spread(
        rows["seq"][about_back][hurt].astype(np.float64), row[hurt], column[hurt], read.shape, "last"
    )
    for a, day in np.argwhere(worst >= at_least):
        seq = check_in[a, day] if morning[a, day] >= at_least else session[a, day]
        yield int(a), Scored(int(seq), read.day(day), float(worst[a, day]))


def severe(read: Read, at_least: float) -> list[tuple[int, Scored]]:
    """Every score that high with the athlete's row: in a check-in, a session, the journal; as entered."""
    return sorted(_severe(read, at_least), key=lambda item: item[1].seq)


def _severe(read: Read, at_least: float) -> Iterator[tuple[int, Scored]]:
    rows = read.check_ins
    both = np.fmax(rows["low_back_now"], rows["low_back_worst"])
    yield from _high(read, rows, both, at_least, "in the check-in")
    rows = read.sessions
    scores = np.stack([rows[name] for name in _IN_A_SESSION])
    worst = np.fmax.reduce(scores, axis=0)
    for place, (name, where) in enumerate(_IN_A_SESSION.items()):
        first = (scores == worst).argmax(axis=0) == place
        yield from _high(read, rows, np.where(first, rows[name], np.nan), at_least, where)
    yield from _high(read, read.journal, read.journal["pain"], at_least, "in the pain journal")
    rows = read.observations
    of_pain = np.array([scale == "morning_pain" for scale in rows["scale"]], dtype=bool)
    yield from _high(read, rows, np.where(of_pain, rows["value"], np.nan), at_least, "in the check-in")


def _high(
    read: Read, rows: Columns, scores: np.ndarray, at_least: float, where: str
) -> Iterator[tuple[int, Scored]]:
    for i in np.flatnonzero(scores >= at_least):
        pain = Scored(int(rows["seq"][i]), read.day(rows["column"][i]), float(scores[i]), where)
        yield int(rows["row"][i]), pain


def _sessions(read: Read, limits: Limits) -> Iterator[tuple[int, SessionSign]]:
    """The scored sessions of whoever has at least two that grew or were red: nobody else can need them."""
    rows = read.sessions
    peak = _peak(rows)
    rise = peak - rows["pain_before"]
    joined = session_responses(
        rows["row"], rows["column"], rows["pain_before"], rows["pain_during"], rows["pain_after"],
        _mornings(read, "low_back_now"),
    )  # fmt: skip
    scored = ~np.isnan(peak) & (rows["minutes"] != 0)
    could_be_red = scored & (
        (peak > limits["response_peak_red"].value) | (joined.next >= limits["response_rise_red_from"].value)
    )
    red = np.zeros(len(peak), dtype=bool)
    for i in np.flatnonzero(could_be_red):
        peaked, base, following = (None if a[i] != a[i] else float(a[i]) for a in joined)
        pain = SessionPain(peaked, base, following, hours_since=0.0)
        red[i] = judge_response(pain, limits).level == RED
    counted = scored & (red | (rise >= limits["activity_rise"].value))
    enough = np.bincount(rows["row"][counted], minlength=read.shape[0]) > 1
    for i in _by_time(rows, np.flatnonzero(scored & enough[rows["row"]])):
        points = None if rise[i] != rise[i] else float(rise[i])
        sign = SessionSign(int(rows["seq"][i]), read.day(rows["column"][i]), points, bool(red[i]))
        yield int(rows["row"][i]), sign


def _by_time(rows: Columns, chosen: Ints) -> Ints:
    start = np.nan_to_num(rows["start"][chosen], nan=-1.0)
    return chosen[np.lexsort((rows["seq"][chosen], start, rows["column"][chosen]))]


def _triggers(read: Read) -> Iterator[Numbered[PainEntry]]:
    """The journal's entries about the low back that hurt in extension."""
    rows = read.journal
    extension = np.array(
        [
            (site, trigger) == (_LOW_BACK, "extension")
            for site, trigger in zip(rows["site"], rows["position_trigger"], strict=True)
        ],
        dtype=bool,
    )
    for i in np.flatnonzero(extension):
        entry = PainEntry(
            day=read.day(rows["column"][i]),
            athlete=int(rows["athlete"][i]),
            site=_LOW_BACK,
            position_trigger="extension",
            preceding_activity=rows["preceding_activity"][i],
        )
        yield Numbered(int(rows["seq"][i]), entry)
