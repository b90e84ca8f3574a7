"""The board of one squad of 30 with two years of history, beside the scan it cannot beat and plain pandas."""

import datetime as dt
import random
import shutil
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from benchmarks.timing import Line, medians
from teamback.record.event import Event
from teamback.record.events import AthleteNamed, CheckIn, Joined, Session, SquadNamed
from teamback.record.scales import WELLNESS_ITEMS
from teamback.record.scope import Scope
from teamback.rounds.counted import Counted
from teamback.rounds.facts import read_facts
from teamback.rounds.limits_now import bring_into_force, limits_at
from teamback.rounds.squad_day import LOOKS_BACK, squad_day
from teamback.rounds.squads import looked_at, squad_named
from teamback.store import Store, open_store
from teamback.store.queries.roster import roster

Copy = duckdb.DuckDBPyConnection
ATHLETES, DAYS, SQUAD, RUNS = 30, 730, "first-team", 15
PHYSIO = Scope("Bench", "physio", "clinician")
_SUMS = """
select (select sum(low_back_now) + sum(fatigue) + sum(sleep_quality) + sum(soreness) + sum(stress) + sum(mood)
  + sum(flare::int) + sum(athlete) + sum(seq) from check_in where home = $1 and day between $2 and $3),
 (select sum(minutes) + sum(rpe) + sum(pain_before) + sum(pain_during) + sum(pain_after) + sum(length(start))
  + sum(length(type)) + sum(athlete) + sum(seq) from session where home = $1 and day between $2 and $3)
"""


def fill(path: Path) -> None:
    """Writes an invented squad with two years of check-ins and sessions up to today."""
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
        for number in range(1, ATHLETES + 1):
            if dice.random() < 0.92:
                events.append(_check_in(day, number, dice))
            if back and dice.random() < 0.7:
                events.append(_session(day, number, dice))
    store.keep(events, PHYSIO)
    bring_into_force(store, today)
    store.close()


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
    board, counted, history, scan, scan_all, pandas_board = medians(
        RUNS,
        lambda: squad_day(store, SQUAD, today, None, PHYSIO),
        lambda: _measured(store, today, today - LOOKS_BACK),
        lambda: _measured(store, today, two_years),
        lambda: store.engine.read(_SUMS, [SQUAD, today - LOOKS_BACK, today]),
        lambda: store.engine.read(_SUMS, [SQUAD, two_years, today]),
        lambda: _as_an_analyst_writes_it(copy, two_years, today),
    )
    store.close()
    copy.close()
    return [
        Line("board, whole, / scan of its 63 days", board * 1e3, scan * 1e3, "ms", "-"),
        Line("board read and measured / scan of its 63 days", counted * 1e3, scan * 1e3, "ms", "-"),
        Line("two years, read and measured / their scan", history * 1e3, scan_all * 1e3, "ms", "<= 2.0"),
        Line("pandas over two years / scan of two years", pandas_board * 1e3, scan_all * 1e3, "ms", "-"),
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
