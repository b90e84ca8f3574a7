"""The board of one squad of 30 with two years of history, beside the scan it cannot beat and plain pandas."""

import datetime as dt
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from benchmarks.timing import Line, medians
from teamback.record.event import Event
from teamback.record.events import (
    AthleteNamed,
    Availability,
    CalendarEntry,
    CheckIn,
    Joined,
    RestDay,
    Session,
    SquadNamed,
)
from teamback.record.scales import WELLNESS_ITEMS
from teamback.record.scope import Scope
from teamback.rounds.counted import Counted
from teamback.rounds.facts import read_facts
from teamback.rounds.limits_now import bring_into_force, limits_at
from teamback.rounds.squad_day import LOOKS_BACK, squad_day
from teamback.rounds.squads import looked_at, squad_named
from teamback.store import Store, open_store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.queries.roster import roster

Copy = duckdb.DuckDBPyConnection
ATHLETES, DAYS, SQUAD, RUNS = 30, 730, "first-team", 15
PHYSIO = Scope("Bench", "physio", "clinician")

_DAILY = "t.home = $2::text and t.day between $3::date and $4::date"
_EVER_ON = "t.athlete in (select m.athlete from joined m where m.squad = $2::text)"
_MOVED = (
    "(select seq, athlete, squad, loan from joined"
    " union all select seq, athlete, squad, false from left_squad)"
)
_FACTS = {
    "check_in": ("low_back_now fatigue sleep_quality soreness stress mood flare::int athlete", "", _DAILY),
    "session": ("minutes rpe pain_before pain_during pain_after athlete", "start", _DAILY),
    "rest_day": ("athlete", "", _DAILY),
}
_PEOPLE = {
    "squad": ("", "squad name sport time_zone", "true"),
    _MOVED: ("athlete loan::int", "squad", _EVER_ON),
    "athlete": ("athlete", "known_as position sport home", _EVER_ON),
    "calendar": (
        "planned_minutes planned_load athlete",
        "what start place title",
        "t.squad = $2::text and t.day between $3::date and $4::date",
    ),
}
_CLINICAL = {
    "availability": (
        "athlete minutes_cap until_reviewed::int",
        "training match restrictions can_do text_to_coach reason clinical_note",
        f"{_EVER_ON} and t.day <= $4::date",
    ),
    "red_flag_screen": (
        "athlete confirmed::int background::int",
        "yes no unknown raised",
        "t.home = $2::text and t.day <= $4::date",
    ),
    "case_opened": ("case_id athlete", "pathway", f"{_EVER_ON} and t.day <= $4::date"),
    "task_act": ("athlete cause", "rule act outcome", f"{_EVER_ON} and t.day <= $4::date"),
    "test_result": (
        "athlete value baseline::int",
        "test side unit",
        "t.home = $2::text and t.day <= $4::date",
    ),
    "instrument_total": (
        "athlete q1 q2 q3 q4",
        "instrument",
        "t.home = $2::text and t.day between $4::date - 8 and $4::date",
    ),
}


def _sums(tables: dict[str, tuple[str, str, str]]) -> str:
    """The limit: DuckDB adds up every column that the answer needs, of the live rows in its scope.

    One statement with a select a table: the fastest of the ways that were tried (a select in a select a table
    takes half as long again, a statement a table nearly twice as long).
    """
    sums = []
    for table, (numbers, texts, where) in tables.items():
        added = ["sum(t.seq)", *(f"sum(t.{name})" for name in numbers.split())]
        added += [f"sum(length(t.{name}))" for name in texts.split()]
        sums.append(f"select {' + '.join(added)} from {table} t where {where} and {LIVE}")
    return " union all ".join(sums)


def fill(path: Path) -> None:
    """Writes an invented squad with two years of check-ins, sessions, plans and decisions up to today."""
    store = open_store(str(path))
    today, dice = store.clock().date(), random.Random(7)
    first = today - dt.timedelta(days=DAYS)
    events: list[Event] = [SquadNamed(day=first, squad=SQUAD, name="First team")]
    for number in range(1, ATHLETES + 1):
        name = f"Athlete {number}"
        events += [
            AthleteNamed(day=first, athlete=number, home=SQUAD, known_as=name),
            Joined(day=first, athlete=number, squad=SQUAD),
        ]
    for back in range(DAYS, -1, -1):
        day = today - dt.timedelta(days=back)
        events.append(_plan(day))
        for number in range(1, ATHLETES + 1):
            if (back + number) % 60 == 0:
                events.append(_decision(day, number, dice))
            if dice.random() < 0.92:
                events.append(_check_in(day, number, dice))
            if back and dice.random() < 0.7:
                events.append(_session(day, number, dice))
            elif dice.random() < 0.2:
                events.append(RestDay(day=day, athlete=number))
    store.keep(events, PHYSIO)
    bring_into_force(store, today)
    store.close()


def _plan(day: dt.date) -> CalendarEntry:
    what = {0: "day_off", 5: "match"}.get(day.weekday(), "training")
    start = None if what == "day_off" else "10:30"
    return CalendarEntry(day=day, squad=SQUAD, what=what, start=start, place="Main pitch")


def _decision(day: dt.date, number: int, dice: random.Random) -> Availability:
    training = dice.choice(["full", "full", "modified"])
    limits = ("contact",) if training == "modified" else ()
    return Availability(day=day, athlete=number, training=training, match="available", restrictions=limits)


def _check_in(day: dt.date, number: int, dice: random.Random) -> CheckIn:
    items = {item: float(dice.choice([3, 3, 4, 4, 5])) for item in WELLNESS_ITEMS}
    pain = float(dice.choice([0, 0, 0, 0, 1, 1, 2]))
    return CheckIn(day=day, athlete=number, low_back_now=pain, flare=False, **items)


def _session(day: dt.date, number: int, dice: random.Random) -> Session:
    rpe, during = float(dice.choice([3, 5, 6, 7])), float(dice.choice([0, 0, 1, 2]))
    return Session(
        day=day,
        athlete=number,
        start="10:30",
        type="training",
        minutes=75.0,
        rpe=rpe,
        pain_before=0.0,
        pain_during=during,
        pain_after=0.0,
    )


def measure(path: Path) -> list[Line]:
    """Our board, its reading and measuring alone, and pandas, each against the scan of the same columns."""
    copy = duckdb.connect(shutil.copy(path, path.with_suffix(".copy")), read_only=True)
    store = open_store(str(path))
    today = store.clock().date()
    two_years = today - dt.timedelta(days=DAYS)
    recent = today - LOOKS_BACK
    of_the_board, of_the_history = _sums(_FACTS | _PEOPLE | _CLINICAL), _sums(_FACTS | _PEOPLE)

    def scan(sql: str, since: dt.date) -> Callable[[], object]:
        return lambda: store.engine.read(sql, [EVERYTHING_KNOWN, SQUAD, since, today])

    board, board_scan, history, history_scan, facts_scan, pandas_board = medians(
        RUNS,
        lambda: squad_day(store, SQUAD, today, None, PHYSIO),
        scan(of_the_board, recent),
        lambda: _measured(store, today, two_years),
        scan(of_the_history, two_years),
        scan(_sums(_FACTS), two_years),
        lambda: _as_an_analyst_writes_it(copy, two_years, today),
    )
    store.close()
    copy.close()
    return [
        Line("board, whole, / scan of all it needs", board * 1e3, board_scan * 1e3, "ms", "<= 2.0"),
        Line("two years measured / scan of all they need", history * 1e3, history_scan * 1e3, "ms", "<= 2.0"),
        Line("two years measured / scan of daily facts alone", history * 1e3, facts_scan * 1e3, "ms", "-"),
        Line("pandas over two years / scan of daily facts", pandas_board * 1e3, facts_scan * 1e3, "ms", "-"),
        Line("our board, whole, / pandas", board * 1e3, pandas_board * 1e3, "ms", "< 1"),
    ]


def _measured(store: Store, today: dt.date, since: dt.date) -> Counted:
    limits = limits_at(store, None)
    named = squad_named(store, PHYSIO, SQUAD)
    people = roster(store, PHYSIO, SQUAD, today)
    facts = read_facts(store, PHYSIO, SQUAD, people, since, today)
    return Counted(facts, limits, *looked_at(store, named, today))


def _as_an_analyst_writes_it(copy: Copy, since: dt.date, today: dt.date) -> pd.DataFrame:
    """The same figures as a notebook would have them: frames, groupby and rolling windows."""
    mornings = copy.execute("select * from check_in where home = $1 and day >= $2", [SQUAD, since]).df()
    sessions = copy.execute("select * from session where home = $1 and day >= $2", [SQUAD, since]).df()
    days = pd.date_range(since, today)
    mornings["wellness"] = mornings[list(WELLNESS_ITEMS)].sum(axis=1, skipna=False)
    sessions["load"] = sessions["rpe"] * sessions["minutes"]
    load = sessions.groupby(["athlete", "day"])["load"].sum().reset_index()
    rows = []
    for athlete, own in mornings.groupby("athlete"):
        frame = own.set_index("day").reindex(days)
        frame["load"] = load[load["athlete"] == athlete].set_index("day")["load"].reindex(days)
        before = frame["wellness"].shift(1).rolling(28, min_periods=14)
        frame["z"] = (frame["wellness"] - before.mean()) / before.std().clip(lower=1)
        week = frame["load"].rolling(7, min_periods=5)
        frame["week"], frame["monotony"] = week.sum(), week.mean() / week.std()
        frame["change"] = frame["week"].pct_change(7, fill_method=None)
        frame["usual"] = pd.concat([frame["week"].shift(7 * k) for k in range(1, 5)], axis=1).mean(axis=1)
        frame["pain7"] = frame["low_back_now"].rolling(7, min_periods=4).mean()
        frame["ewma"] = frame["load"].fillna(0).ewm(alpha=2 / 29, adjust=False).mean()
        rows.append(frame.iloc[[-1]].assign(athlete=athlete))
    return pd.concat(rows).sort_values("z").replace({np.nan: None})
