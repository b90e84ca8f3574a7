"""PIN and link: who makes them, what they open, and when they open nothing any more."""

import pytest

from teamback.access import managing, self_check_in
from teamback.access.self_check_in import make_link, open_link, open_with_pin, set_pin, ways
from teamback.access.sessions import Sessions
from teamback.access.signing_in import sign_in
from teamback.access.throttle import FREE_BY_NAME, Throttle
from teamback.record.account import Account
from teamback.record.events import Left
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.erase import erase
from teamback.store.queries.accounts import access_lines
from teamback.store.verify import verify
from tests.squads import ADMIN, COACH, LEAD, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, of, oneself

TABLET = Scope("Changing room", "check-in tablet", "kiosk", frozenset({"first"}))
SESSIONS = Sessions("0123456789abcdef" * 2, 12)
KARI, OLA = 1, 2


def other(pin: str) -> str:
    return f"{(int(pin) + 1) % 10**6:06}"


def opens(store: Store, key: str) -> bool:
    try:
        return open_link(store, SESSIONS, key)[0].athlete is not None
    except Refusal:
        return False


def test_the_right_pin_lets_the_athlete_in_and_each_try_leaves_a_line(store: Store) -> None:
    pin = set_pin(store, KARI, PHYSIO)
    assert len(pin) == 6
    assert open_with_pin(store, Throttle(), TABLET, KARI, f" {pin} ") == Scope(
        "Kari", "athlete", "phone", frozenset({"first"}), KARI
    )
    for athlete, typed in ((KARI, other(pin)), (OLA, pin), (KARI, "")):
        with pytest.raises(Refusal, match="not right, or none is set"):
            open_with_pin(store, Throttle(), TABLET, athlete, typed)
    lines = access_lines(store, ADMIN, 50)
    assert [line.what for line in reversed(lines)] == [
        *("made", "pin_set", "pin_right", "pin_wrong", "pin_wrong")
    ]
    assert pin not in str(lines)
    assert verify(store).faults == ()


def test_whoever_guesses_waits_and_another_athlete_does_not(store: Store) -> None:
    pin, olas, throttle = set_pin(store, KARI, PHYSIO), set_pin(store, OLA, PHYSIO), Throttle()
    for _ in range(FREE_BY_NAME):
        with pytest.raises(Refusal, match="not right"):
            open_with_pin(store, throttle, TABLET, KARI, other(pin))
    with pytest.raises(Refusal, match="Too many tries"):
        open_with_pin(store, throttle, TABLET, KARI, pin)
    assert open_with_pin(store, throttle, TABLET, OLA, olas).athlete == OLA


def test_a_new_pin_ends_the_old_one_and_a_removed_one_opens_nothing(store: Store) -> None:
    first, key = set_pin(store, KARI, PHYSIO), make_link(store, SESSIONS, KARI, PHYSIO, 30)
    second = set_pin(store, KARI, PHYSIO)
    assert opens(store, key)
    if first != second:
        with pytest.raises(Refusal):
            open_with_pin(store, Throttle(), TABLET, KARI, first)
    open_with_pin(store, Throttle(), TABLET, KARI, second)
    self_check_in.remove_pin(store, KARI, PHYSIO)
    assert not ways(store, KARI, PHYSIO).pin
    with pytest.raises(Refusal):
        open_with_pin(store, Throttle(), TABLET, KARI, second)
    assert verify(store).faults == ()


def test_a_pin_signs_nobody_in(store: Store) -> None:
    pin = set_pin(store, KARI, PHYSIO)
    with pytest.raises(Refusal, match="Name or password"):
        sign_in(store, Throttle(), "check-in of athlete 1", pin, "here")


def test_a_tablet_opens_for_its_own_squads_alone(store: Store) -> None:
    (boje,) = a_squad(store, "Boje", "second")
    pin = set_pin(store, boje, PHYSIO)
    with pytest.raises(Refusal):
        open_with_pin(store, Throttle(), TABLET, boje, pin)


def test_a_link_holds_until_its_day_or_until_a_newer_one_or_until_it_is_revoked(
    store: Store, clock: Clock
) -> None:
    first = make_link(store, SESSIONS, KARI, PHYSIO, 30)
    assert opens(store, first)
    second = make_link(store, SESSIONS, KARI, PHYSIO, 30)
    assert not opens(store, first)
    assert opens(store, second)
    clock.later(days=29.9)
    assert opens(store, second)
    clock.later(days=0.2)
    assert not opens(store, second)
    assert ways(store, KARI, PHYSIO).link_until is None
    third = make_link(store, SESSIONS, KARI, PHYSIO, 30)
    until = ways(store, KARI, PHYSIO).link_until
    assert until
    assert (until - clock()).days == 30
    self_check_in.revoke_link(store, KARI, PHYSIO)
    assert not opens(store, third)
    assert ways(store, KARI, PHYSIO).link_until is None


def test_a_forged_or_swapped_link_opens_nothing(store: Store) -> None:
    mine, olas = (make_link(store, SESSIONS, athlete, PHYSIO, 30) for athlete in (KARI, OLA))
    said, _ = mine.rsplit(".", 1)
    account, _ = open_link(store, SESSIONS, mine)
    cookie = SESSIONS.begin(store, account)
    foreign = make_link(store, Sessions("f" * 32, 12), OLA, PHYSIO, 30)
    for key in ("", "x", said, f"{said}.{olas.rsplit('.', 1)[1]}", mine.swapcase(), cookie, foreign):
        assert not opens(store, key), key
    assert SESSIONS.account(store, mine) is None


def test_who_left_or_was_erased_has_neither(store: Store) -> None:
    pin, key = set_pin(store, KARI, PHYSIO), make_link(store, SESSIONS, KARI, PHYSIO, 30)
    olas = make_link(store, SESSIONS, OLA, PHYSIO, 30)
    store.keep([Left(day=MONDAY, athlete=KARI, squad="first")], LEAD)
    assert not opens(store, key)
    with pytest.raises(Refusal):
        open_with_pin(store, Throttle(), TABLET, KARI, pin)
    with pytest.raises(Refusal, match="on no squad"):
        set_pin(store, KARI, PHYSIO)
    erase(store, OLA, LEAD, "asked for")
    assert not opens(store, olas)
    assert verify(store).faults == ()


@pytest.mark.parametrize("by", [S_AND_C, COACH, ADMIN, oneself(KARI), TABLET, of(PHYSIO, "second")], ids=str)
def test_the_medical_staff_of_the_squad_gives_them_and_nobody_else(store: Store, by: Scope) -> None:
    for asked in (
        lambda: set_pin(store, KARI, by),
        lambda: make_link(store, SESSIONS, KARI, by, 30),
        lambda: ways(store, KARI, by),
    ):
        with pytest.raises(Refusal):
            asked()


def test_an_account_of_their_own_stands_beside_them_and_nobody_makes_such_a_one_by_hand(
    store: Store,
) -> None:
    set_pin(store, KARI, PHYSIO)
    managing.add(store, Account("kari", "Kari", "athlete", "athlete", athlete=KARI), LEAD)
    with pytest.raises(Refusal, match="Choose a role"):
        managing.add(store, Account("ola", "Ola", "athlete", "phone", athlete=OLA), LEAD)
