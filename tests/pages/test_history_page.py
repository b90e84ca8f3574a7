"""The history page: who wrote and opened what of whom, old and new side by side, and the chain verified."""

from collections.abc import Callable
from pathlib import Path

import pytest
from canaries import heard, sow
from squads import DOCTOR, LEAD, MONDAY, PHYSIO, Clock, a_squad, mornings
from streamlit.testing.v1 import AppTest

from teamback.record.events import SetAside
from teamback.record.scope import Scope
from teamback.rounds.own_data import removal
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.backup import backup
from teamback.store.erase import erase
from teamback.store.queries.audit import erasures
from teamback.store.read_log import note_opened
from teamback.ui import view_as
from tests.pages.test_coach_receives_nothing_clinical import drawn

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where backups would be."""
    monkeypatch.setenv("TEAMBACK_BACKUP_FOLDER", str(tmp_path / "backups"))
    return tmp_path / "backups"


@pytest.fixture
def kari(store: Store) -> int:
    """Kari's check-in was corrected by the doctor, Ola's set aside, another batch undone."""
    kari, ola = a_squad(store, "Kari Ola")
    (wrong,) = store.keep(mornings(kari, low_back_now="7", note="<b>stiff</b>"), PHYSIO)
    store.keep([Entry(mornings(kari, low_back_now="2", note="<b>stiff</b>")[0], wrong)], DOCTOR)
    (aside,) = store.keep(mornings(ola, low_back_now="9"), PHYSIO)
    reason = "somebody else's report"
    store.keep([Entry(SetAside(day=MONDAY, whom=str(ola), reason=reason), aside)], PHYSIO)
    batch = store.keep(mornings(ola, MONDAY.replace(day=20), low_back_now="4 5"), PHYSIO)
    store.undo(batch.start, DOCTOR, "the wrong file")
    note_opened(store, DOCTOR, "case", str(kari))
    return kari


def table(page: AppTest) -> list[dict[str, str]]:
    return list(page.dataframe[0].value.fillna("").to_dict("records")) if page.dataframe else []


def opened(page: AppTest, number: int) -> str:
    """What the panel of an entry shows."""
    page.session_state["history-open"] = (number, 0)
    page.run()
    return "".join(part.proto.body for part in page.get("html") if 'class="tb-entry"' in part.proto.body)


def show(page: AppTest, section: str) -> AppTest:
    return page.segmented_control(key="history-section").set_value(section).run()


@pytest.mark.usefixtures("kari")
def test_every_entry_has_its_line_with_who_when_whom_and_what_became_of_it(open_page: OpenPage) -> None:
    lines = table(open_page("desk/history"))
    said = [(line["by"], line["what"], line["of"], line["became"]) for line in lines]
    assert said[:2] == [
        ("Erik Vold, doctor", "Batch undone", "Ola", ""),
        ("Dana Berg, physio", "Check-in", "Ola", "Undone by Erik Vold, doctor"),
    ]
    assert ("Dana Berg, physio", "Check-in", "Kari", "Corrected by Erik Vold, doctor") in said
    assert ("Erik Vold, doctor", "Check-in", "Kari", "Corrects an earlier entry") in said
    assert ("Dana Berg, physio", "Check-in", "Ola", "Set aside by Dana Berg, physio") in said
    assert lines[0]["when"] == "Mon 23 Nov 08:30"


def test_a_correction_shows_old_and_new_side_by_side(store: Store, kari: int, open_page: OpenPage) -> None:
    page = open_page("desk/history")
    ((new, old),) = store.engine.read(
        "select seq, replaces from journal where replaces is not null and kind = 'check_in'"
    )
    for number in (new, old):
        panel = opened(page, number)
        assert "<th>Before" in panel
        assert "Dana Berg, physio" in panel
        assert "<td>7</td><td>2</td>" in panel
        assert panel.count('class="tb-changed"') == 1
        assert "&lt;b&gt;stiff&lt;/b&gt;" in panel


def test_what_was_set_aside_or_undone_shows_what_it_said_and_why(
    store: Store, kari: int, open_page: OpenPage
) -> None:
    page = open_page("desk/history")
    assert store.engine.read("select page from read_log") == [("case",)]
    ((aside, target),) = store.engine.read("select seq, replaces from journal where kind = 'set_aside'")
    for number in (aside, target):
        panel = opened(page, number)
        assert "somebody else&#x27;s report" in panel
        assert "<td>9</td>" in panel
    assert store.engine.read("select page, subject from read_log")[1:] == [("history", "2")]
    ((undone, batch),) = store.engine.read("select seq, undone_batch from undone")
    assert "A batch of 2 entries: 2 Check-in. Counts no longer." in opened(page, undone)
    assert "the wrong file" in opened(page, batch)


@pytest.mark.usefixtures("kari")
def test_it_is_filtered_by_athlete_person_and_kind_and_leaves_as_a_file(open_page: OpenPage) -> None:
    page = open_page("desk/history")
    assert page.selectbox(key="history-athlete").options == ["Kari", "Ola"]
    page.selectbox(key="history-athlete").set_value("Kari").run()
    assert {line["of"] for line in table(page)} == {"Kari"}
    page.selectbox(key="history-person").set_value("Erik Vold, doctor").run()
    assert [line["what"] for line in table(page)] == ["Check-in"]
    page.selectbox(key="history-person").set_value(None).run()
    page.multiselect(key="history-kinds").set_value(["joined"]).run()
    assert [line["what"] for line in table(page)] == ["Joined a squad"]


def test_who_opened_what_is_told(store: Store, kari: int, open_page: OpenPage) -> None:
    note_opened(store, Scope("Kari", "athlete", "athlete", athlete=kari), "story", str(kari))
    page = show(open_page("desk/history"), "Opened")
    said = [(line["by"], line["page"], line["of"]) for line in table(page)]
    assert said == [("Kari, athlete", "Story", "Kari"), ("Erik Vold, doctor", "Case", "Kari")]


@pytest.mark.usefixtures("kari")
def test_another_squad_is_not_told_of(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Boje", "second")
    page = open_page("desk/history", squad="second")
    assert {line["of"] for line in table(page)} == {"Boje", ""}
    assert "Check-in" not in {line["what"] for line in table(page)}
    assert not table(show(page, "Opened"))


@pytest.mark.usefixtures("kari")
def test_the_chain_is_verified_on_the_page_and_an_altered_entry_named(
    store: Store, clock: Clock, folder: Path, open_page: OpenPage
) -> None:
    page = show(open_page("desk/history"), "The record")
    assert "There is no backup here yet" in page.warning[0].value
    page.button(key="history-verify").click().run()
    assert "The record is as it was written" in page.success[0].value
    assert "an end that was cut off would not be seen" in page.success[0].value
    backup(store, folder)
    page.button(key="history-verify").click().run()
    assert "Its end is as the backup of Mon 23 Nov 08:30 has it" in page.success[0].value
    store.engine.write(
        lambda execute: execute("update check_in set low_back_now = 1 where low_back_now = 2", [])
    )
    page.button(key="history-verify").click().run()
    assert "The record is not as it was written" in page.error[0].value
    assert "was altered after it was recorded" in page.error[0].value


def test_a_removal_is_told_without_a_name_and_with_the_backups_that_hold_it(
    store: Store, kari: int, folder: Path, open_page: OpenPage
) -> None:
    backup(store, folder)
    erase(store, kari, LEAD, "asked in writing", asked_by=DOCTOR.signature)
    page = show(open_page("desk/history", who="doctor"), "The record")
    (said,) = [text.value for text in page.markdown if "Erased" in text.value]
    assert "asked for by Erik Vold, doctor" in said
    assert "1 backup still holds this person" in said
    assert "nothing deletes old ones" in said
    assert "Kari" not in said


def test_an_administrator_sees_the_record_and_nothing_clinical(
    store: Store, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    canaries = sow(store)
    admin = Scope("Ida Lund", "administrator", "admin")
    monkeypatch.setitem(view_as.DEMO_STAFF, "admin", admin)
    page = open_page("desk/history", who="admin")
    assert page.segmented_control(key="history-section").options == ["The record"]
    page.button(key="history-verify").click().run()
    assert "The record is as it was written" in page.success[0].value
    assert heard(canaries, drawn(page)) - {"erased.asked_by"} == set()


def test_an_administrator_is_the_second_person_of_a_removal(
    store: Store, kari: int, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    removal.ask(store, LEAD, kari, removal.ERASE, "asked in writing")
    monkeypatch.setitem(view_as.DEMO_STAFF, "admin", Scope("Ida Lund", "administrator", "admin"))
    page = open_page("desk/history", who="admin")
    (asked,) = [box.value for box in page.warning if "asked on" in box.value]
    assert "Anna Vik, doctor asked on Mon 23 Nov: erase" in asked
    assert "in writing" not in asked
    page.checkbox(key=f"history-{kari}-sure").check().run()
    page.button(key=f"history-{kari}-do").click().run()
    assert [gone.event.asked_by for gone in erasures(store, LEAD)] == [LEAD.signature]
    assert any("Erased" in text.value for text in page.markdown)


@pytest.mark.parametrize("who", ["s_and_c", "coach"])
def test_nobody_else_has_this_page(store: Store, open_page: OpenPage, who: str) -> None:
    a_squad(store, "Kari")
    with pytest.raises(ValueError, match="history"):
        open_page("desk/history", who=who)
