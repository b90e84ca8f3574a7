"""Athletes who join with a file: their numbers, names and first days."""

import datetime as dt
import re
import secrets
from collections import defaultdict
from dataclasses import dataclass, field

from teamback.intake.preset import Preset
from teamback.intake.rows import NEW, Row
from teamback.intake.squad import Target
from teamback.record.events import AthleteNamed, Joined
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.intake import athletes_known_as


@dataclass
class Newcomer:
    """An athlete who joins with the file; `details` is the row that describes them, where there is one."""

    written: str
    details: Row | None = None
    rows: list[Row] = field(default_factory=list)
    athlete: int = field(default_factory=lambda: secrets.randbits(52))

    def add(self, row: Row) -> None:
        """One more row is about this athlete."""
        row.athlete = self.athlete
        self.rows.append(row)


class Newcomers(dict[str, Newcomer]):
    """The newcomers of one import, by the name they are looked up by."""

    def __init__(self, target: Target, preset: Preset) -> None:
        super().__init__()
        self.target, self.preset = target, preset

    def refuse_known_elsewhere(self, store: Store) -> None:
        """Refuses the rows of a newcomer whose external id somebody else carries: a person is one athlete."""
        carried: dict[str, list[Newcomer]] = defaultdict(list)
        for newcomer in self.values():
            for text in self._external_ids(newcomer):
                carried[text].append(newcomer)
        there = athletes_known_as(store, PROGRAM, list(carried))
        taken = {text for kept in there for text in kept.event.external_ids}
        for text, newcomers in carried.items():
            for newcomer in newcomers if text in taken else newcomers[1:]:
                for row in newcomer.rows:
                    row.refuse(
                        f"{newcomer.written} carries the external id {text}, which another athlete has. Let "
                        f"that athlete join {self.target.name} under People, or correct the id."
                    )

    def entries(self, taken: set[str]) -> list[Entry]:
        """Who they are and that they joined; `taken` are the names the squad's athletes are known as."""
        entries: list[Entry] = []
        for newcomer in self.values():
            joined = self._first_day(newcomer)
            if joined is None:
                continue
            if newcomer.details and not newcomer.details.outcome:
                newcomer.details.settle(NEW)
            event = self._named(newcomer, joined, taken)
            taken = taken | {event.known_as}
            joins = Joined(day=joined, athlete=newcomer.athlete, squad=self.target.squad)
            entries += [Entry(event), Entry(joins)]
        return entries

    def _first_day(self, newcomer: Newcomer) -> dt.date | None:
        """The day that the describing row says, else the first day of the other rows that come in."""
        details = newcomer.details
        coming = [row for row in newcomer.rows if not row.outcome]
        if details in coming and details and details.day:
            return details.day
        first = min((row.day for row in coming if row.day), default=None)
        if first is None and details in coming and details:
            details.refuse(f"Nothing says when {newcomer.written} joined. Write the day in.")
        return first

    def _named(self, newcomer: Newcomer, day: dt.date, taken: set[str]) -> AthleteNamed:
        label = newcomer.written
        if self.preset.athletes and (found := re.fullmatch(self.preset.athletes, label)):
            label = label if found[1] in taken else found[1]
        details = newcomer.details
        given = dict(details.values) if details and details.outcome == NEW else {}
        given["external_ids"] = self._external_ids(newcomer)
        return AthleteNamed(
            day=day, athlete=newcomer.athlete, home=self.target.squad, known_as=label, **given
        )

    def _external_ids(self, newcomer: Newcomer) -> tuple[str, ...]:
        own = (f"{self.preset.system}:{newcomer.written}",) if self.preset.system else ()
        given = newcomer.details.values.get("external_ids", ()) if newcomer.details else ()
        return (*own, *given)
