"""Which entries count, against a slow and obvious model: on random histories, at every moment of them."""

from contextlib import ExitStack
from dataclasses import dataclass, field

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from teamback.record.events import SetAside
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.verify import verify
from tests.fresh_stores import in_memory
from tests.squads import LEAD, MONDAY, PHYSIO, Clock, a_squad, sessions

_LIVE_SESSIONS = f"select t.seq from session t where {LIVE} order by t.seq"


@dataclass(frozen=True)
class Noted:
    """One entry as the model remembers it."""

    seq: int
    batch: int
    replaces: int | None
    is_session: bool


@dataclass
class Model:
    """Everything that happened; a question is answered by going through all of it."""

    entries: list[Noted] = field(default_factory=list)
    undone: dict[int, int] = field(default_factory=dict)

    def counts(self, entry: Noted, at: int) -> bool:
        """Recorded by then, its batch not undone by then, and no correction of it standing then."""
        return self.stands(entry, at) and not self.corrected(entry, at)

    def stands(self, entry: Noted, at: int) -> bool:
        return entry.seq <= at and self.undone.get(entry.batch, at + 1) > at

    def corrected(self, entry: Noted, at: int) -> bool:
        corrections = [other for other in self.entries if other.replaces == entry.seq]
        return any(self.stands(other, at) or self.corrected(other, at) for other in corrections)

    def live(self, at: int) -> list[int]:
        return [entry.seq for entry in self.entries if entry.is_session and self.counts(entry, at)]


class Histories(RuleBasedStateMachine):
    """Sessions kept, corrected, set aside and undone, in any order and any number at once."""

    store: Store
    kari: int

    @initialize()
    def begin(self) -> None:
        self.ward = ExitStack()
        self.store = self.ward.enter_context(in_memory(Clock()))
        (self.kari,) = a_squad(self.store, "Kari")
        self.model = Model()
        self.began = self.store.head()

    def keep(self, entries: list[Entry]) -> None:
        numbers = self.store.keep(entries, PHYSIO)
        for seq, entry in zip(numbers, entries, strict=True):
            is_session = not isinstance(entry.event, SetAside)
            self.model.entries.append(Noted(seq, numbers[0], entry.replaces, is_session))

    def now_live(self) -> list[int]:
        return self.model.live(self.store.head())

    @rule(new=st.integers(1, 3), data=st.data())
    def keep_some_and_correct_some(self, new: int, data: st.DataObject) -> None:
        corrected = data.draw(st.sets(st.sampled_from(self.now_live()))) if self.now_live() else set()
        (session,) = sessions(self.kari, minutes="60")
        self.keep([Entry(session)] * new + [Entry(session, seq) for seq in sorted(corrected)])

    @precondition(lambda self: self.now_live())
    @rule(data=st.data())
    def set_one_aside(self, data: st.DataObject) -> None:
        seq = data.draw(st.sampled_from(self.now_live()))
        self.keep([Entry(SetAside(day=MONDAY, whom=str(self.kari), reason="mistyped"), seq)])

    @precondition(lambda self: {e.batch for e in self.model.entries} - self.model.undone.keys())
    @rule(data=st.data())
    def undo_a_batch(self, data: st.DataObject) -> None:
        batches = sorted({e.batch for e in self.model.entries} - self.model.undone.keys())
        batch = data.draw(st.sampled_from(batches))
        self.store.undo(batch, LEAD, "wrong file")
        self.model.undone[batch] = self.store.head()

    @invariant()
    def what_counts_is_what_the_model_says(self) -> None:
        assert self.live(EVERYTHING_KNOWN) == self.now_live()

    def live(self, at: int) -> list[int]:
        return [seq for (seq,) in self.store.engine.read(_LIVE_SESSIONS, [at])]

    def teardown(self) -> None:
        if hasattr(self, "store"):
            for at in range(self.began, self.store.head() + 1):
                assert self.live(at) == self.model.live(at)
            assert verify(self.store).faults == ()
            self.ward.close()


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
