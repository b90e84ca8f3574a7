"""A journal or a log cut off at its end looks whole: only a backup knows where it ended."""

from pathlib import Path

import pytest

from teamback.record.refusal import Refusal
from teamback.store import Store
from teamback.store.backup import backup, ends_of
from teamback.store.read_log import note_opened
from teamback.store.verify import verify
from tests.squads import PHYSIO, a_squad, mornings


def test_a_tail_cut_off_looks_whole_but_not_beside_a_backup(store: Store, tmp_path: Path) -> None:
    (kari,) = a_squad(store, "Kari")
    (seq,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    ends = ends_of(backup(store, tmp_path))
    for table in ("check_in", "journal"):
        store.engine.write(lambda execute, table=table: execute(f"delete from {table} where seq = {seq}", []))
    assert verify(store).faults == ()
    (fault,) = verify(store, ends).faults
    assert fault == "Line 4 of journal is not as the backup has it: the end was cut off or rewritten."
    with pytest.raises(Refusal, match=r"Not backed up \(compared with teamback-.*\): Line 4 of journal"):
        backup(store, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_read_log_cut_short_is_seen_beside_a_backup(duck: Store, tmp_path: Path) -> None:
    (kari,) = a_squad(duck, "Kari")
    for _ in range(2):
        note_opened(duck, PHYSIO, "story", str(kari))
    ends = ends_of(backup(duck, tmp_path))
    duck.engine.write(lambda execute: execute("delete from read_log where number = 2", []))
    assert verify(duck).faults == ()
    (fault,) = verify(duck, ends).faults
    assert fault.startswith("Line 2 of read_log is not as the backup has it")
