"""Making a person anonymous: all that is held on them goes, and their facts are recorded anew of nobody."""

import re
import secrets
from typing import Any

from teamback.record.event import Event, columns, must_fields
from teamback.record.events import (
    AthleteNamed,
    Availability,
    CaseClosed,
    CaseOpened,
    CaseUpdated,
    CheckIn,
    InstrumentTotal,
    Joined,
    Left,
    ManoeuvreScore,
    Observation,
    PainEntry,
    RedFlagScreen,
    RestDay,
    Session,
    SessionExercise,
    StageChange,
    TestResult,
)
from teamback.record.field_words import vocabulary
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.appending import Entry
from teamback.store.engine import Execute
from teamback.store.erase import Staying, erase
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.tables import column_types, from_column, lists

STAYING: tuple[type[Event], ...] = (
    AthleteNamed,
    Joined,
    Left,
    CheckIn,
    Session,
    RestDay,
    Observation,
    SessionExercise,
    Availability,
    TestResult,
    InstrumentTotal,
    RedFlagScreen,
    CaseOpened,
    CaseUpdated,
    CaseClosed,
    StageChange,
    PainEntry,
    ManoeuvreScore,
)
"""What statistics are made from: in the order in which one rests on the other."""
GOES = {"known_as", "name", "date_of_birth", "external_ids", "position", "rated_at"}
"""Fields that say who it was, though they are no free text."""
CODES = {
    *("athlete.home", "joined.squad", "left_squad.squad", "session.start"),
    *("session_exercise.exercise", "session_exercise.programme", "session_exercise.substitute"),
    *("observation.scale", "test_result.test", "test_result.unit", "test_result.battery"),
    *("instrument_total.instrument", "red_flag_screen.yes", "red_flag_screen.no"),
    *("red_flag_screen.unknown", "red_flag_screen.raised", "case_opened.pathway"),
    *("case_opened.diagnosis_code", "case_updated.diagnosis_code", "stage_change.unmet"),
}
"""Texts that are keys and codes of ours; every other text stays only where it is one of our words."""
_CODE = re.compile(r"[\w%/.:-]{1,40}")
_MOVES = (
    "select t.squad, t.here from (select seq, day, athlete, squad, true as here from joined union all"
    " select seq, day, athlete, squad, false as here from left_squad) t"
    f" where t.athlete = $2::bigint and {LIVE} order by t.day, t.seq"
)


def anonymise(store: Store, athlete: int, by: Scope, reason: str, asked_by: str | None = None) -> int:
    """Removes a person, keeps their facts under a number and a name that lead to nobody, and returns it.

    Name, date of birth, ids, contacts and every free text go; days, scores, yes and no, and words and
    codes of ours stay, recorded anew in the program's name. Entries that counted no longer go altogether.
    """
    number = secrets.randbits(52)
    erase(store, athlete, by, reason, lambda execute: _facts(execute, athlete, number), asked_by)
    return number


def _facts(execute: Execute, athlete: int, number: int) -> Staying:
    if _still_here(execute, athlete):
        raise Refusal("This athlete is still on a squad. Let them leave it first, then make them anonymous.")
    cases: dict[int, int] = {}
    entries: list[Entry] = []
    homes: dict[int, str] = {}
    for kind in STAYING:
        for row in _rows(execute, kind, athlete):
            if stays := _of_nobody(kind, row, number, cases):
                entries.append(Entry(kind(**stays)))
                homes |= {number: stays["home"]} if kind is AthleteNamed else {}
    return entries, homes


def _still_here(execute: Execute, athlete: int) -> bool:
    moves = execute(_MOVES, [EVERYTHING_KNOWN, athlete])
    return any(dict(moves).values())


def _rows(execute: Execute, kind: type[Event], athlete: int) -> list[dict[str, Any]]:
    names = list(column_types(kind))
    asked = ", ".join(f"t.{name}" for name in names)
    sql = f"select {asked} from {kind.kind} t where t.athlete = $2::bigint and {LIVE} order by t.seq"
    found = execute(sql, [EVERYTHING_KNOWN, athlete])
    rows = [dict(zip(names, row, strict=True)) for row in found]
    return [{n: from_column(kind, n, v) if n in lists(kind) else v for n, v in row.items()} for row in rows]


def _of_nobody(
    kind: type[Event], row: dict[str, Any], number: int, cases: dict[int, int]
) -> dict[str, Any] | None:
    """What stays of an entry; None where it says nothing without what goes."""
    stays = {name: _stays(kind, name, row[name]) for name in columns(kind)} | {"day": row["day"]}
    stays["athlete"] = number
    if kind is AthleteNamed:
        stays["known_as"] = f"Former athlete {number % 10_000:04}"
    if row.get("case_id") is not None:
        stays["case_id"] = cases.setdefault(row["case_id"], secrets.randbits(52))
    if kind is StageChange:
        stays["stage_name"] = f"Stage {row['to_stage']}"
    return stays if all(stays[name] is not None for name in must_fields(kind)) else None


def _stays(kind: type[Event], name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return () if name in GOES else tuple(one for one in value if _is_a_word(kind, name, one))
    if name in GOES or (isinstance(value, str) and not _is_a_word(kind, name, value)):
        return "" if kind is CaseOpened and name == "pathway" else None
    return value


def _is_a_word(kind: type[Event], name: str, value: str) -> bool:
    where = f"{kind.kind}.{name}"
    return value in vocabulary(kind.kind, name) or (where in CODES and bool(_CODE.fullmatch(value)))
