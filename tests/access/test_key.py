"""The key is made once, for its owner alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from teamback.access.key import kept_at
from teamback.record.refusal import Refusal


def test_the_key_is_made_at_the_first_start_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "private" / "secret_key"
    key = kept_at(path)
    assert len(key) == 64
    assert kept_at(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret_key"]


def test_programs_that_start_at_once_have_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = iter(range(100))
    monkeypatch.setattr("teamback.access.key.os.getpid", lambda: next(numbers))
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: kept_at(tmp_path / "secret_key"), range(16)))
    assert len(keys) == 1


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short")
    with pytest.raises(Refusal, match="too short"):
        kept_at(tmp_path / "secret_key")
