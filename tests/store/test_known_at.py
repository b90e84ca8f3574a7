"""As it stood then: asked again later, every query says what it said at the time."""

import inspect
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from teamback.record.event import Event
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.engine import Engine
from tests.squads import LEAD, Clock
from tests.store.asked import ASKED, Ask, answer
from tests.store.season import BOJE, GONE, KARI, LI, OLA, play

ATHLETES = (KARI, OLA, LI, GONE, BOJE)


def looks_back(query: str) -> bool:
    """Whether a query takes what was known as an argument."""
    module, name = query.split(".")
    function = getattr(import_module(f"teamback.store.queries.{module}"), name)
    return "known_at" in inspect.signature(function).parameters


class Watched(Store):
    """A store that calls somebody after each write."""

    def __init__(self, engine: Engine, clock: Clock, after: Callable[[Store], None]) -> None:
        super().__init__(engine, clock)
        self.after = after

    def keep(self, events: Sequence[Event | Entry], by: Scope, *, seen: int | None = None) -> range:
        numbers = super().keep(events, by, seen=seen)
        self.after(self)
        return numbers

    def undo(self, batch: int, by: Scope, reason: str) -> int:
        count = super().undo(batch, by, reason)
        self.after(self)
        return count


def test_every_query_says_later_what_it_said_at_the_time(duck: Store, clock: Clock) -> None:
    # Half of the journal then is not half of it now, so the one query that is asked so is left out.
    queries = [query for query in ASKED if looks_back(query) and query != "coach_sheet.then_and_now"]
    said: dict[int, dict[str, Any]] = {}

    def ask_everything(store: Store) -> None:
        said[store.head()] = {query: answer(query, Ask(store, LEAD, "first", ATHLETES)) for query in queries}

    play(Watched(duck.engine, clock, ask_everything), clock, erasing=False)
    assert len(said) > 20
    for head, then in said.items():
        for query in queries:
            assert answer(query, Ask(duck, LEAD, "first", ATHLETES, head)) == then[query], (query, head)
    first, last = said[min(said)], said[max(said)]
    assert [query for query in queries if first[query] == last[query]] == []
