"""Small exported files in the shapes that the presets read, and the people who bring them."""

import datetime as dt
import json
from pathlib import Path

from teamback.intake import CameIn, Preview, commit, preview
from teamback.record.events import CheckIn, Session
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.roster import roster

ANNA = Scope("Anna Vik", "physio", "lead")
BEN = Scope("Ben Roe", "s_and_c", "performance")
NOW = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
TODAY = NOW.date()
LONG_AGO, AHEAD = dt.date(2000, 1, 1), dt.date(2030, 1, 1)

FIRST, SECOND = (
    "TeamB-2f23d7d5-2326-49ce-b9c8-5a6303f785c5",
    "TeamB-f67673c0-d467-4832-9519-55133a2647e5",
)
ITEMS = ("fatigue", "sleep_quality", "soreness", "stress", "mood", "sleep_duration")

CHECK_INS = """athlete,day,low_back_now,fatigue,sleep_h
Jo Berg,2026-11-20,2,4,7.5
Jo Berg,2026-11-21,,3,8
Kim Dahl,2026-11-21,0,5,
"""
SESSIONS = """athlete,day,start,minutes,rpe
Jo Berg,2026-11-20,10:00,60,5
Kim Dahl,2026-11-20,10:00,60,7
"""


def write(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def look(store: Store, path: Path, preset: str = "teamback", squad: str = "First team") -> Preview:
    return preview(path, preset, squad, store, ANNA)


def let_in(store: Store, path: Path, preset: str = "teamback", squad: str = "First team") -> CameIn:
    return commit(look(store, path, preset, squad), store, ANNA)


def soccermon_folder(folder: Path) -> Path:
    """Two players and two days in the shape of SoccerMon, with a session reported twice."""
    for item in ITEMS:
        lines = [f"{item.title()} Data,{FIRST},{SECOND}", "14.09.2026,3.0,", "15.09.2026,4.0,2.0"]
        write(folder, f"wellness/{item}.csv", "\n".join(lines) + "\n")
    write(folder, "wellness/readiness.csv", f"Readiness Data,{FIRST}\n14.09.2026,7.0\n")
    session = {"srpe": 300, "rpe": 5, "duration": 60, "date": "13.09.2026"}
    write(folder, "training-load/session.json", json.dumps({FIRST: [session, session], SECOND: []}))
    write(folder, "training-load/atl.csv", f"Date,{FIRST},{SECOND}\n13.09.2026,85.7,0.0\n")
    write(folder, "injury/injury.csv", f'player_name,type,timestamp\n{FIRST},"{{}}",13.09.2026\n')
    write(folder, "README.txt", "where this comes from")
    return folder


def athletes(store: Store, squad: str = "first-team", day: dt.date = TODAY) -> dict[str, int]:
    """The numbers of a squad's athletes by the name they are known as."""
    return {person.known_as: person.athlete for person in roster(store, ANNA, squad, day)}


def check_ins(store: Store, squad: str = "first-team") -> list[Kept[CheckIn]]:
    people = list(athletes(store, squad).values())
    return daily_entries(store, CheckIn, ANNA, people, [squad], LONG_AGO, AHEAD)


def sessions(store: Store, squad: str = "first-team") -> list[Kept[Session]]:
    people = list(athletes(store, squad).values())
    return daily_entries(store, Session, ANNA, people, [squad], LONG_AGO, AHEAD)
