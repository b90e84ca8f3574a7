"""A process killed in the middle of writing loses nothing it had said was kept."""

import multiprocessing
import random
import sys
import time
import types
from pathlib import Path

import pytest

from teamback.store import open_store
from teamback.store.verify import verify
from tests.squads import a_squad
from tests.store.writer import write_on, write_until_full

ROUNDS = 50
MOST, LONGEST = 4, 0.05
"""A writer says that so many batches are kept, at most, and lives so many seconds longer, at most: some die
before their first one is kept, and a machine under load changes nothing of that."""

# A server process that has everything imported makes each writer: the start of Python is most of a round.
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["tests.store.writer"])


def test_fifty_kills_in_mid_write_lose_no_acknowledged_write_and_the_chain_holds(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each writer begins by importing the main module again; a test of a page may have left its script there.
    monkeypatch.setitem(sys.modules, "__main__", types.ModuleType("__main__"))
    store = open_store(str(file))
    a_squad(store, "Kari")
    store.close()
    chance = random.Random(2026)
    acknowledged = [
        numbers
        for _ in range(ROUNDS)
        for numbers in write_until_killed(file, chance.randint(0, MOST), chance.uniform(0, LONGEST))
    ]
    store = open_store(str(file))
    assert verify(store).faults == ()
    there = dict(store.engine.read("select seq, minutes from session"))
    for first, last in acknowledged:
        assert [there.get(seq) for seq in range(first, last + 1)] == list(range(last - first + 1))
    batches = store.engine.read("select count(*), max(seq) - min(seq) + 1 from journal group by batch")
    assert all(count == span for count, span in batches)
    assert len(batches) > len(acknowledged) > ROUNDS
    store.close()


def write_until_killed(file: Path, batches: int, seconds: float) -> list[tuple[int, int]]:
    """Lets a process write for a while and kills it; returns the numbers it had said were kept."""
    hears, says = _processes.Pipe(duplex=False)
    writer = _processes.Process(target=write_on, args=(str(file), says))
    writer.start()
    says.close()
    heard = [hears.recv() for _ in range(1 + batches)]
    time.sleep(seconds)
    writer.kill()
    writer.join()
    try:
        while True:
            heard.append(hears.recv())
    except EOFError:
        return heard[1:]


def test_a_full_disk_keeps_nothing_of_a_batch_and_says_so_and_loses_nothing_before_it(file: Path) -> None:
    hears, says = _processes.Pipe(duplex=False)
    writer = _processes.Process(target=write_until_full, args=(str(file), 1_000_000, says))
    writer.start()
    says.close()
    kept, sentence = hears.recv()
    writer.join()
    assert sentence.startswith("Nothing was kept: the store cannot be written (")
    assert "\n" not in sentence
    store = open_store(str(file))
    assert store.head() == kept > 3
    assert verify(store).faults == ()
    store.close()
