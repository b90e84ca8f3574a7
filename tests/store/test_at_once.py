"""Several people at once: who was first is named, nobody is refused for another athlete, nothing is lost."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from teamback.record.events import CalendarEntry, Session, SetAside
from teamback.record.refusal import ChangedSince, Refusal
from teamback.store import Store, open_store
from teamback.store.appending import Entry
from teamback.store.queries.daily import daily_entries
from teamback.store.read_log import note_opened
from teamback.store.verify import verify
from tests.squads import (
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    sessions,
)

WRITE = """
import sys
from concurrent.futures import ThreadPoolExecutor
from teamback.record.events import Session
from teamback.store import open_store
from tests.squads import MONDAY, PHYSIO

store = open_store(sys.argv[1])
def write(athlete):
    events = [Session(day=MONDAY, athlete=athlete, minutes=60)] * 3
    return [tuple(store.keep(events, PHYSIO)) for _ in range(8)]
with ThreadPoolExecutor(5) as people:
    for batches in people.map(write, [1, 2, 1, 2, 1]):
        for numbers in batches:
            print(*numbers)
store.close()
"""


def test_the_second_of_two_people_on_one_athlete_is_told_who_was_first(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    seen = store.head()
    clock.later(minutes=3)
    store.keep([decided(kari, "out")], DOCTOR, seen=seen)
    head = store.head()
    with pytest.raises(ChangedSince, match="Erik Vold, doctor was first") as first:
        store.keep([decided(kari, "full")], PHYSIO, seen=seen)
    assert (first.value.who, first.value.when) == ("Erik Vold, doctor", clock.at)
    assert store.head() == head
    store.keep([decided(kari, "full")], PHYSIO, seen=head)


def test_a_check_in_of_another_athlete_in_between_refuses_nobody(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    seen = store.head()
    store.keep(mornings(ola, low_back_now="3"), PHYSIO, seen=seen)
    assert store.keep(mornings(kari, low_back_now="2"), DOCTOR, seen=seen)


def test_two_who_correct_the_same_check_in_are_told_apart_by_who_was_first(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (wrong,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    store.keep([Entry(*mornings(kari, low_back_now="1"), wrong)], DOCTOR, seen=wrong)
    with pytest.raises(ChangedSince, match="Erik Vold"):
        store.keep([Entry(*mornings(kari, low_back_now="2"), wrong)], PHYSIO, seen=wrong)
    with pytest.raises(Refusal, match="already corrected or withdrawn"):
        store.keep([Entry(*mornings(kari, low_back_now="2"), wrong)], PHYSIO)


def test_setting_aside_is_a_change_to_the_athlete_and_so_is_undoing(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    first, _ = store.keep(sessions(kari, minutes="60 60"), PHYSIO)
    seen = store.head()
    aside = Entry(SetAside(day=MONDAY, whom=str(kari), reason="not Kari's"), first)
    store.keep([aside], DOCTOR, seen=seen)
    with pytest.raises(ChangedSince, match="Erik Vold"):
        store.keep([decided(kari, "full")], PHYSIO, seen=seen)
    seen = store.head()
    store.undo(first, LEAD, "wrong file")
    with pytest.raises(ChangedSince, match="Anna Vik"):
        store.keep([decided(kari, "full")], PHYSIO, seen=seen)


def test_a_batch_a_squad_and_an_athlete_of_one_name_are_three_subjects(store: Store) -> None:
    a_squad(store, "Kari", "1")
    a_squad(store, "Ola", "second")
    (batch,) = store.keep(mornings(2, low_back_now="3"), PHYSIO)
    seen = store.head()
    store.keep([CalendarEntry(day=MONDAY, squad="1", what="match")], S_AND_C)
    store.undo(batch, LEAD, "of squad second")
    assert store.keep(mornings(1, low_back_now="2"), PHYSIO, seen=seen)
    with pytest.raises(ChangedSince, match="Ben Roe"):
        store.keep([CalendarEntry(day=MONDAY, squad="1", what="day_off")], PHYSIO, seen=seen)


def test_of_many_who_save_on_one_athlete_at_once_exactly_one_is_first(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    seen = store.head()

    def save(_: int) -> str:
        try:
            store.keep([decided(kari, "full")], PHYSIO, seen=seen)
        except ChangedSince:
            return "told"
        return "kept"

    with ThreadPoolExecutor(8) as people:
        said = list(people.map(save, range(8)))
    assert sorted(said) == ["kept"] + ["told"] * 7
    assert store.head() == seen + 1


def test_of_many_first_check_ins_of_one_morning_one_is_kept(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")

    def check_in(_: int) -> bool:
        try:
            return bool(store.keep(mornings(kari, low_back_now="2"), PHYSIO))
        except Refusal:
            return False

    with ThreadPoolExecutor(8) as people:
        assert sum(people.map(check_in, range(8))) == 1


def test_threads_that_write_read_and_log_at_once_lose_nothing(store: Store) -> None:
    squad = a_squad(store, "Kari Ola Li Boje")
    before = store.head()

    def work(athlete: int) -> list[range]:
        kept = []
        for back in range(6):
            kept.append(store.keep(sessions(athlete, MONDAY - back * DAY, minutes="60 60"), PHYSIO))
            note_opened(store, PHYSIO, "story", str(athlete))
            mine = daily_entries(
                store, Session, PHYSIO, [athlete], ["first"], MONDAY - 9 * DAY, MONDAY, kept[-1][-1]
            )
            assert len(mine) == 2 * (back + 1)
        return kept

    with ThreadPoolExecutor(4) as people:
        kept = [batch for batches in people.map(work, squad) for batch in batches]
    numbers = sorted(seq for batch in kept for seq in batch)
    assert numbers == list(range(before + 1, before + 49))
    result = verify(store)
    assert (result.faults, result.entries, result.ends.readings) == ((), before + 48, 24)


def test_two_processes_with_five_threads_each_lose_nothing(postgres_url: str) -> None:
    store = open_store(postgres_url, Clock())
    a_squad(store, "Kari Ola")
    before = store.head()
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, postgres_url], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [line.split() for writer in writers for line in writer.communicate()[0].splitlines()]
    assert [writer.returncode for writer in writers] == [0, 0]
    batches = [[int(number) for number in line] for line in said]
    assert all(batch[-1] - batch[0] == 2 for batch in batches)
    assert sorted(n for batch in batches for n in batch) == list(range(before + 1, before + 241))
    result = verify(store)
    assert (result.faults, result.entries) == ((), before + 240)
    store.close()
