"""Alerts of ES1 to ES4 reach real servers without a clinical word, and are repeated until heard (ES16)."""

import csv
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from teamback.app import alert_watch, opening
from teamback.app.alert_watch import look, watching
from teamback.clinic.urgent.red_flags_file import in_force
from teamback.record.events import AlertSent, RedFlagScreen, TaskAct
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.rounds.keeping import keep
from teamback.rounds.urgent.alerting import claimed, due, sent_about
from teamback.settings import Settings
from teamback.store import Store, open_store
from tests.post_boxes import PostBox, mail_server, text_of, webhook
from tests.squads import DOCTOR, LEAD, MONDAY, PHYSIO, Clock, a_squad, oneself

CLINICAL = "red flag|saddle|numb|bladder|bowel|cauda|emergency|pain|back pain|leg|ES1|ES2|Kari|hospital|MRI"
TABLE = Path(__file__).parents[1] / "oracles" / "escalation_rules.csv"
ADDRESSES = {"alert_to": "physio@club.example, doctor@club.example", "alert_to_lead": "lead@club.example"}


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


@pytest.fixture
def mail() -> Iterator[PostBox]:
    with mail_server() as box:
        yield box


@pytest.fixture
def by(mail: PostBox) -> Settings:
    return Settings(
        alert_smtp_host="127.0.0.1",
        alert_smtp_port=mail.port,
        alert_smtp_security="none",
        alert_from="teamback@club.example",
        club_name="Lakeside",
        url="https://teamback.club.example/",
        **ADDRESSES,
    )


def confirmed(store: Store, athlete: int, item: str = "saddle") -> None:
    no = tuple(one.key for one in in_force().items if one.key != item)
    screen = RedFlagScreen(day=MONDAY, athlete=athlete, yes=(item,), no=no, confirmed=True)
    keep(store, [screen], oneself(athlete), None)


def heard(store: Store, athlete: int) -> None:
    (alert,) = {(one.event.rule, one.event.cause) for one in sent_about(store, [athlete])}
    act = TaskAct(day=MONDAY, athlete=athlete, rule=alert[0], cause=alert[1], act="acknowledged")
    keep(store, [act], PHYSIO, store.head())


def written(store: Store, athlete: int) -> list[tuple[str, int, str | None]]:
    return [(k.event.channel, k.event.attempt, k.event.failure) for k in sent_about(store, [athlete])]


def test_the_first_alert_leaves_at_once_and_says_where_to_look(
    store: Store, kari: int, mail: PostBox, by: Settings
) -> None:
    confirmed(store, kari)
    assert look(store, by) == 1
    (came,) = mail.came
    assert came["Subject"] == "An athlete needs a clinician now"
    text = text_of(came)
    assert "Lakeside, First: an athlete needs a clinician now." in text
    assert "https://teamback.club.example/tasks?squad=first" in text
    assert "Sent Mon 23 Nov 08:30, attempt 1." in text
    assert mail.to == [["physio@club.example", "doctor@club.example"]]
    assert written(store, kari) == [("mail", 1, None)]
    assert {kept.recorded_by for kept in sent_about(store, [kari])} == {PROGRAM.signature}


@pytest.mark.parametrize("rule", ["ES1", "ES2", "ES3", "ES4"])
def test_no_clinical_word_leaves_by_mail_or_webhook(
    store: Store, kari: int, mail: PostBox, by: Settings, rule: str
) -> None:
    item = next(one for one in in_force().items if one.rule == rule)
    confirmed(store, kari, item.key)
    with webhook() as hook:
        both = by.model_copy(update={"alert_webhook": f"http://127.0.0.1:{hook.port}/alert"})
        assert look(store, both) == 2
        everything = mail.came[0].as_string() + str(hook.came[0])
    assert not re.search(rf"\b({CLINICAL})\b", everything, re.I)
    assert not [word for word in item.short.split() if len(word) > 3 and word.lower() in everything.lower()]
    assert hook.came[0]["text"].startswith("Lakeside, First: an athlete needs a clinician now.")
    assert hook.came[0]["at"] == "2026-11-23T08:30:00+00:00"


def test_es16_it_is_repeated_after_30_minutes_to_all_and_the_lead_until_somebody_acknowledges(
    store: Store, kari: int, mail: PostBox, by: Settings, clock: Clock
) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["rule"] == "ES16")
    assert row["trigger"] == "An alert of ES1 to ES4 not acknowledged within 30 min"
    assert row["action"] == "repeat to all clinicians and the lead"
    confirmed(store, kari)
    sent = []
    for _ in range(62):
        sent.append(look(store, by))
        clock.later(minutes=1)
    assert [minute for minute, one in enumerate(sent) if one] == [0, 30, 60]
    assert [len(to) for to in mail.to] == [2, 3, 3]
    assert "Nobody has acknowledged it since Mon 23 Nov 08:30." in text_of(mail.came[1])
    assert mail.came[1]["Subject"] == "An athlete needs a clinician now (not acknowledged yet)"
    heard(store, kari)
    clock.later(hours=2)
    assert look(store, by) == 0


def test_an_alert_does_not_hold_up_whoever_acknowledges(store: Store, kari: int, by: Settings) -> None:
    confirmed(store, kari)
    seen = store.head()
    look(store, by)
    cause = sent_about(store, [kari])[0].event.cause
    act = TaskAct(day=MONDAY, athlete=kari, rule="ES1", cause=cause, act="acknowledged")
    keep(store, [act], DOCTOR, seen)
    assert due(store, ["mail"]) == []


def test_a_server_that_is_down_is_a_sentence_and_is_tried_again(
    store: Store, kari: int, mail: PostBox, by: Settings, clock: Clock
) -> None:
    confirmed(store, kari)
    mail.refusing = 451
    tried = []
    for minute in range(12):
        before = len(written(store, kari))
        look(store, by)
        tried += [minute] if len(written(store, kari)) > before else []
        clock.later(minutes=1)
    assert tried == [0, 1, 3, 7]
    assert written(store, kari)[0] == ("mail", 1, "The mail server refused it (451).")
    mail.refusing = None
    clock.later(minutes=3)
    assert look(store, by) == 1
    assert written(store, kari)[-1] == ("mail", 5, None)
    nowhere = by.model_copy(update={"alert_smtp_port": _a_port_where_nobody_listens()})
    clock.later(minutes=30)
    assert look(store, nowhere) == 0
    assert written(store, kari)[-1][2] == "The mail server could not be reached (ConnectionRefusedError)."


def _a_port_where_nobody_listens() -> int:
    with mail_server() as gone:
        return gone.port


def test_one_way_that_fails_does_not_keep_the_other(
    store: Store, kari: int, mail: PostBox, by: Settings
) -> None:
    confirmed(store, kari)
    with webhook() as hook:
        hook.refusing = 500
        both = by.model_copy(update={"alert_webhook": f"http://127.0.0.1:{hook.port}/"})
        assert look(store, both) == 1
    assert ("webhook", 1, "The webhook refused it (500).") in written(store, kari)
    assert len(mail.came) == 1


def test_nothing_is_sent_in_the_clear_where_starttls_is_set(
    store: Store, kari: int, mail: PostBox, by: Settings
) -> None:
    confirmed(store, kari)
    assert look(store, by.model_copy(update={"alert_smtp_security": "starttls"})) == 0
    assert mail.came == []
    assert "does not offer what is set" in (written(store, kari)[0][2] or "")


def test_of_two_servers_at_once_one_sends(store: Store, kari: int, mail: PostBox, by: Settings) -> None:
    confirmed(store, kari)
    with ThreadPoolExecutor(4) as servers:
        assert sum(servers.map(lambda _: look(store, by), range(4))) == 1
    assert len(mail.came) == 1


def test_on_postgresql_too_the_second_finds_it_taken(postgres_url: str, clock: Clock) -> None:
    one, other = open_store(postgres_url, clock), open_store(postgres_url, clock)
    try:
        (kari,) = a_squad(one, "Kari")
        confirmed(one, kari)
        mine, yours = due(one, ["mail"]), due(other, ["mail"])
        assert [mine[0].key] == [yours[0].key]
        assert claimed(one, mine[0]) is not None
        assert claimed(other, yours[0]) is None
        assert due(other, ["mail"]) == []
    finally:
        one.close()
        other.close()


def test_after_a_restart_it_goes_on_where_it_was(
    store: Store, kari: int, mail: PostBox, by: Settings, clock: Clock
) -> None:
    confirmed(store, kari)
    assert claimed(store, due(store, by.alert_channels)[0])
    clock.later(minutes=4)
    assert look(store, by) == 0
    clock.later(minutes=1)
    assert look(store, by) == 1
    assert written(store, kari) == [("mail", 1, "It is on its way."), ("mail", 2, None)]


def test_nobody_but_the_program_writes_down_an_alert(store: Store, kari: int) -> None:
    sent = AlertSent(
        day=MONDAY, athlete=kari, rule="ES1", cause=1, channel="mail", sent_at=store.now(), attempt=1
    )
    for person in (DOCTOR, LEAD, oneself(kari)):
        with pytest.raises(Refusal):
            store.keep([sent], person)


def test_the_watch_is_called_when_a_sign_is_kept_and_does_not_wait_for_its_minute(
    store: Store, kari: int, mail: PostBox, by: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_open", [store])
    monkeypatch.setattr(opening, "settings", lambda: by)
    with watching():
        confirmed(store, kari)
        alert_watch.call()
        end = time.monotonic() + 10
        while not mail.came and time.monotonic() < end:
            time.sleep(0.02)
    assert len(mail.came) == 1
