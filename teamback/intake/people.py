"""Who the rows are about: athletes recognised on the squad, or those who join with the file."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from teamback.intake.joining import Newcomer, Newcomers
from teamback.intake.preset import Preset
from teamback.intake.rows import LEFT_OUT, UNCHANGED, UPDATED, Row
from teamback.intake.squad import Target
from teamback.record.events import AthleteNamed, CalendarEntry, Joined, Left
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.intake import squad_moves
from teamback.store.queries.roster import athletes_named

_AMBIGUOUS = "{} is the name of two athletes here. Write an external id of the one who is meant."


class People:
    """The squad's athletes as the record has them, and the newcomers of one import."""

    def __init__(self, store: Store, target: Target, preset: Preset, own: frozenset[int]) -> None:
        self.target, self.preset, self.own = target, preset, own
        self.moves: dict[int, list[Kept[Joined] | Kept[Left]]] = defaultdict(list)
        for move in squad_moves(store, PROGRAM, target.squad):
            self.moves[move.event.athlete].append(move)
        self.named = athletes_named(store, PROGRAM, list(self.moves))
        self.homes = {athlete: kept.event.home for athlete, kept in self.named.items()}
        self.newcomers = Newcomers(target, preset)
        self._described: set[int] = set()
        self._index: dict[str, set[int]] = defaultdict(set)
        for athlete, kept in self.named.items():
            for text in _called(kept.event, preset):
                self._index[folded(text)].add(athlete)

    def settle(self, store: Store, rows: Sequence[Row]) -> list[Entry]:
        """Says of each open row whom it is about, or refuses it; returns what is written about athletes."""
        corrected = []
        for row in sorted(rows, key=_order):
            if not row.outcome and row.source.event is AthleteNamed:
                corrected += self._describe(row)
            elif not row.outcome:
                self._recognise(row)
        self.newcomers.refuse_known_elsewhere(store)
        taken = {kept.event.known_as for kept in self.named.values()}
        return [*corrected, *self.newcomers.entries(taken)]

    def _key(self, row: Row) -> str:
        written = row.written_athlete
        return folded(f"{self.preset.system}:{written}" if self.preset.system else written)

    def _describe(self, row: Row) -> list[Entry]:
        """A row of details: of a newcomer, or of an athlete who is here."""
        key = self._key(row)
        found = self._index.get(key, set())
        if key in self.newcomers or found & self._described:
            row.refuse(f"{row.written_athlete} stands in the file twice. Keep one row.")
        elif len(found) > 1:
            row.refuse(_AMBIGUOUS.format(row.written_athlete))
        elif found:
            (row.athlete,) = found
            self._described |= found
            return self._correct(row, self.named[row.athlete])
        else:
            self.newcomers[key] = Newcomer(row.written_athlete, row)
            self.newcomers[key].add(row)
        return []

    def _correct(self, row: Row, kept: Kept[AthleteNamed]) -> list[Entry]:
        joined = [move.event.day for move in self.moves[kept.event.athlete] if isinstance(move.event, Joined)]
        said = _with_ids_there(row.values, kept.event)
        if row.day and row.day not in joined:
            row.refuse(
                f"{row.written_athlete} joined on {joined[0]}. Correct the day, or change it under People."
            )
        elif all(getattr(kept.event, name) == value for name, value in said.items()):
            row.settle(UNCHANGED)
        elif kept.batch in self.own:
            row.settle(UPDATED)
            return [Entry(replace(kept.event, **said), kept.seq)]
        elif kept.replaces is not None:
            row.settle(LEFT_OUT, f"{kept.recorded_by} changed this entry later: that stands")
        else:
            row.refuse(
                f"{kept.recorded_by} entered {row.written_athlete} otherwise. Correct the athlete under "
                "People, or take the row out."
            )
        return []

    def _recognise(self, row: Row) -> None:
        appointment = row.source.event is CalendarEntry
        if appointment and not row.written_athlete:
            return
        key = self._key(row)
        found = self._index.get(key, set())
        if len(found) > 1:
            row.refuse(_AMBIGUOUS.format(row.written_athlete))
        elif found:
            (row.athlete,) = found
            self._refuse_after_leaving(row)
        elif key in self.newcomers or (self.target.is_new and not appointment):
            self.newcomers.setdefault(key, Newcomer(row.written_athlete)).add(row)
        else:
            self._refuse_stranger(row)

    def _refuse_stranger(self, row: Row) -> None:
        written, system = row.written_athlete, self.preset.system
        by_id = f" with the external id {system}:{written}" if system else ""
        row.refuse(
            f"{written} is not on {self.target.name}. Add the athlete under People{by_id}, or take "
            "the row out."
        )

    def _refuse_after_leaving(self, row: Row) -> None:
        assert row.athlete is not None
        before = [move.event for move in self.moves[row.athlete] if move.event.day <= row.dated]
        if before and isinstance(before[-1], Left):
            row.refuse(
                f"{row.written_athlete} left {self.target.name} on {before[-1].day}. Correct the day, or "
                "take the row out."
            )


def folded(text: str) -> str:
    """A name as it is compared: however its letters are cased or its accents composed."""
    return unicodedata.normalize("NFC", text).casefold()


def _order(row: Row) -> tuple[bool, bool]:
    # Who is described comes first, and an appointment makes nobody an athlete of the squad.
    return row.source.event is not AthleteNamed, row.source.event is CalendarEntry


def _called(athlete: AthleteNamed, preset: Preset) -> list[str]:
    """What the files of a preset may call an athlete."""
    names = [] if preset.system else [athlete.known_as, *([athlete.name] if athlete.name else [])]
    return [*names, *athlete.external_ids]


def _with_ids_there(values: dict[str, Any], athlete: AthleteNamed) -> dict[str, Any]:
    """The values, with the external ids that the record has besides those of the file."""
    if "external_ids" not in values:
        return values
    return values | {"external_ids": tuple(dict.fromkeys((*athlete.external_ids, *values["external_ids"])))}
