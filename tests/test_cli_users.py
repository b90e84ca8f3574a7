"""Accounts on the command line, and when other computers are served."""

import json
import os
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from teamback.access import passwords
from teamback.access.signing_in import sign_in
from teamback.access.throttle import Throttle
from teamback.record.account import Account
from teamback.store import open_store
from teamback.store.queries.accounts import accounts
from tests.commands import exported, let_in, refused, teamback
from tests.squads import LEAD

ANNA = ("anna", "--person", "Anna Vik", "--role", "lead", "--profession", "doctor")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the small squad."""
    path = tmp_path / "club" / "store.duckdb"
    let_in(exported(tmp_path / "export"), path)
    return path


def user(*words: object, store: Path) -> list[str]:
    return teamback("user", *words, "--store", store).stdout.splitlines()


def kept(store: Path) -> list[Account]:
    opened = open_store(str(store))
    found = accounts(opened, LEAD)
    opened.close()
    return found


def once_of(said: list[str]) -> str:
    assert said[1] == "It has to be changed at the first sign-in. It is not shown again."
    return said[0].split(": ")[1]


def test_the_first_account_makes_the_store(tmp_path: Path) -> None:
    store = tmp_path / "new" / "store.duckdb"
    once = once_of(user("add", *ANNA, store=store))
    opened = open_store(str(store))
    assert sign_in(opened, Throttle(), "anna", once, "here").role == "lead"
    opened.close()


def test_accounts_are_added_listed_disabled_enabled_and_reset(store: Path) -> None:
    first = once_of(user("add", *ANNA, store=store))
    user("add", "dana", "--person", "Dana Berg", "--role", "clinician", "--squad", "first TEAM", store=store)
    user("add", "jo", "--person", "Jo", "--role", "athlete", "--athlete", "jo berg", store=store)
    (said,) = user("add", "Kim@club.example", "--person", "Kim", "--role", "coach", "--sso", store=store)
    assert said == "Kim signs in through the club's own sign-in as kim@club.example."
    assert user("disable", "DANA", store=store) == ["dana is disabled."]
    listed = user("list", store=store)
    assert listed[0].split() == ["anna", "Lead", "clinician", "Anna", "Vik", "one-time", "password"]
    assert listed[1].endswith("Clinician  Dana Berg  first-team  disabled")
    anna, dana, jo, kim = kept(store)
    assert (dana.profession, dana.squads, dana.disabled) == ("physio", frozenset({"first-team"}), True)
    assert (jo.role, jo.athlete is not None, kim.must_change) == ("athlete", True, False)
    assert user("enable", "dana", store=store) == ["dana may sign in again."]
    assert once_of(user("reset", "anna", store=store)) != first
    assert kept(store)[0].generation != anna.generation


def test_what_is_wrong_is_one_sentence(store: Path) -> None:
    said = refused("user", "list", "--store", store)
    assert said == "There is no account yet. Make the first with teamback user add."
    assert refused("user", "disable", "x", "--store", store).startswith("There is no account x.")
    athlete = ["user", "add", "x1", "--person", "X", "--role", "athlete", "--store", store]
    assert refused(*athlete) == "An athlete's account names the athlete, and no other account does."
    assert refused(*athlete, "--athlete", "Nobody").startswith("No athlete is called Nobody.")
    coach = ["user", "add", "x1", "--person", "X", "--role", "coach", "--store", store]
    assert refused(*coach, "--squad", "Second").startswith("There is no squad Second.")
    assert refused(*coach, "--profession", "doctor").startswith("Choose a role")
    assert refused("user", "list", "--store", store.parent / "none.duckdb").startswith("There is no store")


def test_the_first_account_that_is_refused_leaves_no_store(tmp_path: Path) -> None:
    store = tmp_path / "new" / "store.duckdb"
    refused("user", "add", "a b", "--person", "X", "--role", "lead", "--store", store)
    assert os.listdir(tmp_path) == []


HOSTS = ["0.0.0.0", "192.168.1.20", "::", "club.example"]


@pytest.mark.parametrize("host", HOSTS)
def test_other_computers_are_not_served_in_the_clear(tmp_path: Path, host: str) -> None:
    said = refused("serve", "--host", host, "--store", tmp_path / "new.duckdb")
    assert said.startswith(f"{host} is reached from other computers, so passwords would travel in the clear")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("host", HOSTS)
def test_other_computers_are_not_served_before_anybody_can_sign_in(
    tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEAMBACK_URL", "https://teamback.example")
    said = refused("serve", "--host", host, "--store", tmp_path / "new.duckdb")
    assert said.startswith(f"{host} is reached from other computers, and nobody can sign in yet.")
    assert os.listdir(tmp_path) == []
    teamback("user", "add", *ANNA, "--store", tmp_path / "new.duckdb")
    with pytest.raises(AssertionError, match="runs Streamlit"):
        served(tmp_path / "new.duckdb", host, monkeypatch)


def test_with_a_provider_nobody_needs_an_account_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEAMBACK_URL", "https://teamback.example")
    monkeypatch.setenv("TEAMBACK_OIDC_METADATA", "https://club.example/.well-known/openid-configuration")
    with pytest.raises(AssertionError, match="runs Streamlit"):
        served(tmp_path / "new.duckdb", "0.0.0.0", monkeypatch)
    roles = {"staff": {"role": "coach", "profession": "doctor"}}
    monkeypatch.setenv("TEAMBACK_OIDC_ROLES", json.dumps(roles))
    said = refused("serve", "--store", tmp_path / "new.duckdb")
    assert said.startswith("TEAMBACK_OIDC_ROLES gives staff the role coach as doctor")


@pytest.mark.parametrize(
    ("name", "value"), [("SECRET_KEY", "short"), ("SESSION_HOURS", "0"), ("TODAY", "monday")]
)
def test_a_setting_that_cannot_be_used_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"TEAMBACK_{name}", value)
    said = refused("serve", "--store", tmp_path / "new.duckdb")
    assert said.startswith(f"TEAMBACK_{name} cannot be used: ")


def served(store: Path, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As far as `serve` goes before it listens."""

    def runs(*given: object, **more: object) -> None:
        raise AssertionError("runs Streamlit")

    monkeypatch.setattr("teamback.cli.refuse_port", lambda *_: None)
    monkeypatch.setattr("teamback.cli.run_streamlit", runs)
    from click.testing import CliRunner

    from teamback.cli import main

    done = CliRunner().invoke(main, ["serve", "--host", host, "--store", str(store)])
    assert done.exception
    raise done.exception
