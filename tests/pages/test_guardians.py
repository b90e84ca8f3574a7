"""Guardians and consents of athletes under age, and the whole record, as they are met on the people page."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from squads import COACH, LEAD, MONDAY, PHYSIO, S_AND_C, a_squad, decided, oneself
from streamlit.testing.v1 import AppTest

from teamback.record.events import CaseOpened, Consent, Guardian
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.reports.athlete_file import as_zip
from teamback.rounds.own_data.held import held
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.audit import erasures
from teamback.store.queries.entries import kept
from teamback.store.queries.roster import athlete_named
from teamback.ui import view_as

OpenPage = Callable[..., AppTest]
FORM = "people-{}-0"


def born(store: Store, athlete: int, day: dt.date) -> None:
    named = athlete_named(store, LEAD, athlete)
    assert named
    store.keep([Entry(replace(named.event, date_of_birth=day), named.seq)], LEAD)


@pytest.fixture
def kari(store: Store) -> int:
    """Kari is 16, Ola 25, and nobody knows how old Ida is."""
    kari, ola, _ = a_squad(store, "Kari Ola Ida")
    born(store, kari, dt.date(2010, 5, 1))
    born(store, ola, dt.date(2001, 5, 1))
    return kari


def side(page: AppTest, athlete: int, name: str) -> AppTest:
    page.session_state["people-open"] = (athlete, 0)
    page.run()
    return page.segmented_control(key=f"{FORM.format(athlete)}-side").set_value(name).run()


def shown(page: AppTest) -> str:
    return "".join(part.proto.body for part in page.get("html"))


def test_who_is_under_age_without_consent_is_named_until_a_guardian_consents(
    store: Store, kari: int, open_page: OpenPage
) -> None:
    page = open_page("desk/people")
    (notice,) = [box.value for box in page.warning if "Under age" in box.value]
    assert "**Kari** (16): keeping health data, assessment and treatment" in notice
    assert "Ola" not in notice
    assert any("nobody knows whether they are under age: Ida." in text.value for text in page.caption)
    page = side(page, kari, "Guardians")
    form = f"{FORM.format(kari)}-guardians"
    page.text_input(key=f"{form}-name").set_value("Mor <b>Berg").run()
    page.button(key=f"tb-go-{form}").click().run()
    said = [error.value for error in page.error]
    assert any("one of them has to reach somebody" in sentence for sentence in said)
    page.selectbox(key=f"{form}-relation").set_value("mother")
    page.text_input(key=f"{form}-phone").set_value("+47 900 00 000").run()
    page.button(key=f"tb-go-{form}").click().run()
    (mother,) = kept(store, Guardian, PHYSIO, "true", [], None)
    assert (mother.event.name, mother.event.relation, mother.event.phone) == (
        "Mor <b>Berg",
        "mother",
        "+47 900 00 000",
    )


def test_a_consent_is_given_and_withdrawn_by_the_latest_word(
    store: Store, kari: int, open_page: OpenPage
) -> None:
    store.keep(
        [Guardian(day=MONDAY, athlete=kari, name="Mor Berg", relation="mother", mail="m@b.no")], PHYSIO
    )
    words = [
        Consent(day=MONDAY, athlete=kari, what=what, given=True, given_by="Mor Berg")
        for what in ("health_data", "treatment")
    ]
    store.keep(words, PHYSIO)
    page = open_page("desk/people")
    assert not [box.value for box in page.warning if "Under age" in box.value]
    page = side(page, kari, "Consents")
    assert "given Mon 23 Nov by Mor Berg; entered by Dana Berg, physio" in shown(page)
    form = f"{FORM.format(kari)}-consents"
    page.selectbox(key=f"{form}-what").set_value("treatment")
    page.radio(key=f"{form}-given").set_value("Withdrawn").run()
    page.button(key=f"tb-go-{form}").click().run()
    (notice,) = [box.value for box in page.warning if "Under age" in box.value]
    assert "**Kari** (16): assessment and treatment" in notice


def test_neither_guardian_nor_consent_is_for_a_coach_or_the_performance_staff(
    store: Store, kari: int
) -> None:
    store.keep(
        [Guardian(day=MONDAY, athlete=kari, name="Mor Berg", relation="mother", mail="m@b.no")], PHYSIO
    )
    for person in (COACH, S_AND_C):
        with pytest.raises(Refusal, match="does not read entries of this kind"):
            kept(store, Guardian, person, "true", [], None)
    assert kept(store, Guardian, oneself(kari), "true", [], None)


def test_the_coachs_sheet_says_nothing_about_age_or_consent(
    store: Store, kari: int, open_page: OpenPage
) -> None:
    store.keep([decided(kari, "full")], PHYSIO)
    page = open_page("coach/training_sheet", who="coach")
    said = shown(page) + "".join(
        box.value for box in [*page.warning, *page.info, *page.markdown, *page.caption]
    )
    assert "Kari" in said
    assert "consent" not in said.lower()
    assert "under age" not in said.lower()


def test_the_case_page_shows_the_age(store: Store, kari: int, open_page: OpenPage) -> None:
    store.keep(
        [CaseOpened(day=MONDAY, athlete=kari, case_id=7, nature="injury", region="L", onset=MONDAY)], LEAD
    )
    assert "16 years, under age" in shown(open_page("athlete/case", athlete=str(kari)))


def test_the_lead_hands_the_whole_record_out_and_nobody_else(
    store: Store, kari: int, open_page: OpenPage
) -> None:
    page = side(open_page("desk/people", who="doctor"), kari, "Record")
    assert page.get("download_button")
    names = zipfile.ZipFile(io.BytesIO(as_zip(held(store, LEAD, kari)))).namelist()
    assert {"index.html", "everything.json", "tables/athlete.csv"} <= set(names)
    page = open_page("desk/people", who="physio")
    page.session_state["people-open"] = (kari, 0)
    page.run()
    assert "Record" not in page.segmented_control(key=f"{FORM.format(kari)}-side").options


def test_a_person_is_erased_on_the_page_by_two_leads(
    store: Store, kari: int, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(view_as.DEMO_STAFF, "second", Scope("Dr Holm", "doctor", "lead"))
    form = f"{FORM.format(kari)}-record"
    page = side(open_page("desk/people", who="doctor"), kari, "Record")
    page.text_input(key=f"{form}-why").set_value("asked in writing").run()
    page.button(key=f"{form}-ask").click().run()
    assert any("You asked for this yourself" in box.value for box in page.info)
    assert not [button for button in page.button if button.key == f"{form}-do"]
    second = side(open_page("desk/people", who="second"), kari, "Record")
    assert any("Dr Lee, doctor asked on" in box.value for box in second.warning)
    assert second.button(key=f"{form}-do").disabled
    second.checkbox(key=f"{form}-sure").check().run()
    second.button(key=f"{form}-do").click().run()
    assert athlete_named(store, LEAD, kari) is None
    (gone,) = erasures(store, LEAD)
    assert (gone.recorded_by, gone.event.asked_by) == ("Dr Holm, doctor", "Dr Lee, doctor")
