"""Something that would be recognised anywhere, in every field that a coach may not read."""

import datetime as dt
import struct
import typing
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from squads import COACH, LEAD, MONDAY, PHYSIO, a_squad, mornings

from teamback.record.event import Event, audience_of
from teamback.record.events import (
    KINDS,
    AlertSent,
    AthleteNamed,
    Availability,
    CalendarEntry,
    CaseOpened,
    CheckIn,
    Erased,
    Imported,
    Left,
    RemovalRequested,
    SeasonPhase,
    Session,
    SetAside,
    Undone,
)
from teamback.record.programme import ProgrammeLine
from teamback.record.scales import SCALES
from teamback.record.scope import PROGRAM
from teamback.record.verdict import Verdict
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.erase import erase
from tests.store.filled import scale_of
from tests.store.season import CLINICAL

E = TypeVar("E", bound=Event)
TELLTALE_TIME = "03:17"
CASE = 907_199_254_999
_WORDS: dict[str, Any] = {
    "case_opened.nature": "injury",
    "stage_change.decision": "enter",
    "observation.scale": "morning_pain",
    "observation.value": 7.0,
    "programme.purpose": "week",
    "task_act.act": "acted",
    "pain_entry.site": "low_back",
    "season_phase.phase": "pre_season",
    "intervention.what": "footwear",
    "alert_sent.channel": "mail",
    "guardian.relation": "mother",
    "consent.what": "health_data",
    "removal_requested.how": "erase",
}
"""Fields that hold one of a few words, or a score beside one: too narrow to carry a canary."""


@dataclass
class Canaries:
    """What was sown: by field, the bytes that would give it away; and the fields too narrow to carry any."""

    sown: dict[str, tuple[bytes, ...]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)

    def filled(self, kind: type[E], **given: Any) -> E:
        """An event with a canary in every field that is not a coach's."""
        hints = typing.get_type_hints(kind)
        values = {
            f.name: self._value(kind, f.name, hints[f.name]) for f in fields(kind) if clinical(kind, f.name)
        }
        return kind(**values | given)

    def text(self, kind: type[Event], name: str) -> str:
        """A canary that is a text."""
        said = f"CANARY {kind.kind} {name}"
        self.sown[f"{kind.kind}.{name}"] = (said.encode(),)
        return said

    def _value(self, kind: type[Event], name: str, hint: Any) -> Any:
        where, n = f"{kind.kind}.{name}", len(self.sown)
        base = next((part for part in typing.get_args(hint) if part is not type(None)), hint)
        scale = SCALES.get(scale_of(kind, name) or "")
        if where in self.silent or base is bool or (scale and scale.whole):
            self.silent.add(where)
            return scale.high if scale else None if base is not bool else True
        if where in _WORDS:
            self.silent.add(where)
            return _WORDS[where]
        if name == "case_id" and base is int:
            self.sown[where] = (str(CASE).encode(), struct.pack("<q", CASE))
            return CASE
        if name == "start":
            self.sown[where] = (TELLTALE_TIME.encode(),)
            return TELLTALE_TIME
        if scale:
            number = round(scale.low + (scale.high - scale.low) * 0.6 + (n + 1) * 1.7e-5, 6)
            self.sown[where] = (repr(number).encode(), struct.pack("<d", number))
            return number
        if base is float:
            number = round(907.0 + (n + 1) * 1.7e-5, 6)
            self.sown[where] = (repr(number).encode(), struct.pack("<d", number))
            return number
        if base in (dt.date, dt.datetime):
            day = dt.date(1987, 3, 1) + dt.timedelta(days=n)
            self.sown[where] = (day.isoformat().encode(), f"{day.day} {day:%b} {day.year}".encode())
            return day if base is dt.date else dt.datetime.combine(day, dt.time(), dt.UTC)
        if base is int:
            number = 907_199_254_740 + n
            self.sown[where] = (str(number).encode(), struct.pack("<q", number))
            return number
        said = self.text(kind, name)
        if where == "stage_change.criteria":
            return (Verdict("canary", said, "met").as_text(),)
        if where == "programme.lines":
            return (ProgrammeLine("canary", note=said).as_text(),)
        return (said,) if typing.get_origin(hint) is tuple else said


def clinical(kind: type[Event], name: str) -> bool:
    """Whether a field may not reach a coach."""
    return name != "day" and not COACH.may_read(audience_of(kind, name))


def every_clinical_field() -> set[str]:
    """By the declarations of the record."""
    return {f"{k.kind}.{f.name}" for k in KINDS.values() for f in fields(k) if clinical(k, f.name)}


def sow(store: Store) -> Canaries:
    """A squad with a canary in every clinical field of every kind of entry, and in every reason given."""
    planted = Canaries(silent={"calendar.athlete", "undone.undone_batch", "erased.entries", "erased.how"})
    kari, ola, per, ida = a_squad(store, "Kari Ola Per Ida")
    about = {"day": MONDAY, "athlete": kari}
    entries = [
        planted.filled(AthleteNamed, **about, home="first", known_as="Kari"),
        planted.filled(CheckIn, **about),
        planted.filled(Session, **about),
        planted.filled(Availability, **about, training="out", match="not_available", until_reviewed=True),
        planted.filled(Left, day=MONDAY, athlete=per, squad="first"),
        planted.filled(CalendarEntry, **about, squad="first", what="appointment"),
        planted.filled(Imported, day=MONDAY, squad="first"),
        planted.filled(SeasonPhase, day=MONDAY, squad="first"),
    ]
    store.keep(entries, LEAD)
    opened = planted.filled(CaseOpened, **about)
    store.keep([opened, *(planted.filled(kind, **about) for kind in (*CLINICAL, RemovalRequested))], LEAD)
    store.keep([planted.filled(AlertSent, **about)], PROGRAM)
    (mistaken,) = store.keep(mornings(ola, low_back_now="9"), PHYSIO)
    aside = SetAside(day=MONDAY, whom=str(ola), reason=planted.text(SetAside, "reason"))
    store.keep([Entry(aside, mistaken)], PHYSIO)
    batch = store.keep(mornings(ola, low_back_now="8"), PHYSIO).start
    store.undo(batch, PHYSIO, planted.text(Undone, "reason"))
    asked_by = planted.text(Erased, "asked_by")
    erase(store, ida, LEAD, planted.text(Erased, "reason"), asked_by=asked_by)
    return planted


def heard(planted: Canaries, sent: bytes) -> set[str]:
    """The fields whose canary is in what was sent."""
    return {where for where, signs in planted.sown.items() if any(sign in sent for sign in signs)}
