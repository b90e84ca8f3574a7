"""A backup that is broken, altered or not for this store is refused, and leaves nothing half-written."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from teamback.record.refusal import Refusal
from teamback.store import Store, open_store
from teamback.store.backup import backup, restore
from teamback.store.read_log import note_opened
from tests.squads import PHYSIO, Clock, a_squad, mornings
from tests.store.backups import rewritten, rows
from tests.store.season import play


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_backup_is_refused_and_leaves_the_store_empty(
    duck: Store, clock: Clock, store: Store, tmp_path: Path, part: float
) -> None:
    play(duck, clock)
    whole = backup(duck, tmp_path).read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(Refusal, match=r"half\.zip is not a whole teamback backup\. Nothing was restored\."):
        restore(half, store.engine)
    assert not any(rows(store).values())


PLACES = 60
"""So many bytes are flipped, one at a time, all through the file: each costs a whole restoring."""


def test_a_backup_with_one_flipped_byte_anywhere_is_refused_and_leaves_the_store_empty(
    duck: Store, tmp_path: Path
) -> None:
    (kari,) = a_squad(duck, "Kari")
    duck.keep(mornings(kari, low_back_now="1 2 3"), PHYSIO)
    whole = backup(duck, tmp_path).read_bytes()
    fresh = open_store(":memory:")
    refused = 0
    for place in range(0, len(whole), max(97, len(whole) // PLACES)):
        spoilt = tmp_path / "spoilt.zip"
        spoilt.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        try:
            restored = restore(spoilt, fresh.engine)
        except Refusal:
            refused += 1
            assert not any(rows(fresh).values())
        else:  # a byte that carries nothing, such as the date of a file inside the zip
            assert rows(restored) == rows(duck)
            fresh = open_store(":memory:")
    assert refused > 20


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("check_in.jsonl", lambda b: b.replace(b"7.0", b"1.0"), r"Entry 4 \(check_in .*\) was altered"),
        ("journal.jsonl", lambda b: b[: b.rstrip().rindex(b"\n") + 1], "Not restored"),
        ("journal.jsonl", lambda b: b.replace(b'["seq"', b'["seq; drop table journal"'), "not a whole"),
        ("check_in.jsonl", lambda b: b + b'[1, "first"]\n', "not a whole"),
        ("check_in.jsonl", lambda b: b"", "not a whole"),
        ("about.json", lambda b: b"[]", "not a whole"),
        ("about.json", lambda b: b'{"schema": 1}', "not a whole"),
        ("about.json", lambda b: json.dumps(json.loads(b) | {"schema": 99}).encode(), "by a newer teamback"),
        ("read_log.jsonl", lambda b: b.replace(b"story", b"staff"), "Line 1 of the log"),
        ("read_log.jsonl", lambda b: b[: b.rstrip().rindex(b"\n") + 1], "does not end where it says"),
    ],
)
def test_a_backup_that_was_tampered_with_is_refused_and_leaves_the_store_empty(
    duck: Store, store: Store, tmp_path: Path, name: str, change: Callable[[bytes], bytes], said: str
) -> None:
    (kari,) = a_squad(duck, "Kari")
    duck.keep(mornings(kari, low_back_now="7"), PHYSIO)
    note_opened(duck, PHYSIO, "story", str(kari))
    spoilt = rewritten(backup(duck, tmp_path), name, change, tmp_path / "spoilt.zip")
    with pytest.raises(Refusal, match=said):
        restore(spoilt, store.engine)
    assert not any(rows(store).values())
    a_squad(store, "Boje")
    assert store.head() == 3


def test_restoring_into_a_store_that_is_not_empty_is_refused_and_changes_nothing(
    duck: Store, store: Store, tmp_path: Path
) -> None:
    a_squad(duck, "Kari")
    saved = backup(duck, tmp_path)
    a_squad(store, "Boje")
    before = rows(store)
    with pytest.raises(Refusal, match="This store is not empty"):
        restore(saved, store.engine)
    assert rows(store) == before


def test_a_store_that_only_noted_who_opened_what_is_not_empty_either(duck: Store, tmp_path: Path) -> None:
    saved = backup(duck, tmp_path)
    note_opened(duck, PHYSIO, "story", "1")
    with pytest.raises(Refusal, match="not empty"):
        restore(saved, duck.engine)


def test_a_file_that_is_not_there_and_one_that_is_no_backup_are_refused(duck: Store, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text("athlete,day\n")
    for name in ("nothing.zip", "export.csv"):
        with pytest.raises(Refusal, match=f"{name} is not a whole teamback backup"):
            restore(tmp_path / name, duck.engine)
