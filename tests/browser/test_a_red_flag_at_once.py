"""A warning sign confirmed on a phone: what athlete, physio and coach see, and the alert that leaves."""

import shutil
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from post_boxes import PostBox, mail_server, text_of
from running import DEMO_DAY, OpenPage, showing_demo, wait_ready

from teamback.record.scope import PROGRAM
from teamback.store import open_store
from teamback.store.queries.roster import roster

pytestmark = pytest.mark.browser

WHO = "P. Raman"
SADDLE = "Numb between the legs or around the buttocks"
CLINICAL = ("red flag", "saddle", "numb", "pain", "emergency")


@pytest.fixture(scope="module")
def mail() -> Iterator[PostBox]:
    """The mail server of the club."""
    with mail_server() as box:
        yield box


@pytest.fixture(scope="module")
def demo(
    demo_made: Path, tmp_path_factory: pytest.TempPathFactory, mail: PostBox
) -> Iterator[tuple[str, int]]:
    """The address of the demo on a copy of its own, and the number of an athlete who has not checked in."""
    store = tmp_path_factory.mktemp("flag") / "demo.duckdb"
    shutil.copy(demo_made, store)
    opened = open_store(str(store))
    people = roster(opened, PROGRAM, "first-team", DEMO_DAY, None)
    opened.close()
    number = next(person.athlete for person in people if person.known_as == WHO)
    by_mail = {
        "TEAMBACK_ALERT_SMTP_HOST": "127.0.0.1",
        "TEAMBACK_ALERT_SMTP_PORT": str(mail.port),
        "TEAMBACK_ALERT_SMTP_SECURITY": "none",
        "TEAMBACK_ALERT_TO": "clinicians@club.example",
        "TEAMBACK_CLUB_PHONE": "0800 12 34",
        "TEAMBACK_URL": "http://127.0.0.1",
    }
    with showing_demo(store, DEMO_DAY, store.with_name("log"), **by_mail) as url:
        yield url, number


def answer(phone: Page, question: str, word: str) -> None:
    group = phone.get_by_role("radiogroup", name=question)
    group.get_by_role("radio", name=word, exact=True).tap()
    wait_ready(phone)


def row(page: Page) -> Locator:
    """Her row, as a phone's board has it: a card with all its words."""
    return page.get_by_role("row").filter(has_text=WHO)


def on_the_sheet(page: Page) -> list[str]:
    """What the coach's sheet says below her name, up to the sign of the next group."""
    expect(page.get_by_role("article")).to_contain_text(WHO)
    lines = page.get_by_role("article").inner_text().splitlines()
    after = [line.strip() for line in lines[lines.index(WHO) + 1 :] if line.strip()]
    return after[: after.index("–")]


def confirm_a_sign(phone: Page) -> None:
    """Pain, a yes among the warning signs, and the second tap that confirms it."""
    answer(phone, "How is your lower back right now?", "5")
    answer(phone, "Is any of this new since your last check-in?", "Yes, or not sure")
    answer(phone, SADDLE, "Yes")
    expect(phone.get_by_text("You said yes to:")).to_be_visible()
    phone.get_by_role("button", name="Yes, this is new: confirm").tap()


def came(mail: PostBox) -> EmailMessage:
    """The one mail that arrived."""
    end = time.monotonic() + 15
    while not mail.came and time.monotonic() < end:
        time.sleep(0.1)
    (one,) = mail.came
    return one


def test_a_confirmed_sign_tells_the_athlete_alerts_sets_out_and_says_nothing_to_the_coach(
    demo: tuple[str, int], open_page: OpenPage, mail: PostBox
) -> None:
    url, number = demo
    physio = open_page(f"{url}/readiness?as=physio", width=390, height=844)
    coach = open_page(f"{url}/training_sheet?as=coach")
    phone = open_page(f"{url}/?as=athlete&who={number}", width=390, height=844)
    for page in (physio, coach, phone):
        wait_ready(page)
    expect(row(physio)).not_to_contain_text("Out")
    confirm_a_sign(phone)
    emergency = phone.get_by_role("alert").filter(has_text="Go to hospital now")
    expect(emergency).to_be_in_viewport(timeout=15_000)
    expect(emergency).to_contain_text("Nobody may be watching this screen. Call 0800 12 34 now")
    wait_ready(phone)
    alert = came(mail)
    assert alert["Subject"] == "An athlete needs a clinician now"
    assert "http://127.0.0.1/tasks?squad=first-team" in text_of(alert)
    words = alert.as_string().casefold()
    assert not [word for word in (*CLINICAL, WHO.casefold()) if word in words]
    for page in (physio, coach):
        page.reload()
        wait_ready(page)
    expect(physio.get_by_text(f"{WHO}: red flag not acknowledged, emergency")).to_be_in_viewport()
    expect(row(physio)).to_contain_text("Out")
    expect(row(physio)).to_contain_text("until reviewed")
    assert "\n".join(on_the_sheet(coach)) == "Out – under review match: not available"
    words = coach.locator("body").inner_text().casefold()
    assert not [word for word in CLINICAL if word in words]
