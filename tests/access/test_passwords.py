"""Passwords are kept as argon2id, long enough, and no name can be told from another by the time it takes."""

import re

import pytest

from teamback.access import passwords
from teamback.record.refusal import Refusal


def test_what_is_kept_is_argon2id_with_64_mib() -> None:
    kept = passwords.hashed("a quiet morning in November")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.matches(kept, "a quiet morning in November")
    assert not passwords.matches(kept, "a quiet morning in november")


def test_without_a_hash_the_same_work_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    passwords._of_nobody.cache_clear()
    passwords.get_ready()
    verified: list[str] = []
    real = passwords._HASHER

    class Watched:
        def verify(self, kept: str, password: str) -> bool:
            verified.append(kept)
            return real.verify(kept, password)

    monkeypatch.setattr(passwords, "_HASHER", Watched())
    assert not passwords.matches(None, "whatever it is")
    (kept,) = verified
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_damaged_hash_lets_nobody_in() -> None:
    assert not passwords.matches("", "")
    assert not passwords.matches("$argon2id$", "")


def test_a_one_time_password_is_long_and_new_each_time() -> None:
    drawn = {passwords.used_once() for _ in range(50)}
    assert len(drawn) == 50
    assert all(re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", once) for once in drawn)


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ("elevenchars", "at least 12"),
        ("x" * 129, "at most 128"),
        ("aaaaaaaaaaaaaaaa", "easily guessed"),
        ("dana.bergdana", "little more than the name"),
        ("DanaBerg2026", "little more than the name"),
    ],
)
def test_a_weak_password_is_refused_with_what_to_do(new: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        passwords.refuse(new, new, "dana.berg", "Dana Berg")


def test_four_words_will_do() -> None:
    passwords.refuse("four plain words here", "four plain words here", "dana", "Dana Berg")
