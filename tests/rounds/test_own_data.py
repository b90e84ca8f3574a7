"""What is held on a person leaves whole; and a person goes before their time only by two people."""

import csv
import io
import json
from dataclasses import replace

import pytest

from teamback.clinic.retention import Rules
from teamback.record.events import KINDS, AthleteNamed, CalendarEntry, Left
from teamback.record.refusal import Refusal
from teamback.reports.athlete_file import files
from teamback.rounds.own_data import removal
from teamback.rounds.own_data.held import held
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.audit import erasures
from teamback.store.queries.roster import athlete_named
from teamback.store.read_log import note_opened
from teamback.store.tables import column_types
from tests.squads import ADMIN, DAY, DOCTOR, LEAD, MONDAY, PHYSIO, S_AND_C, a_squad, mornings, of
from tests.store.filled import text_of
from tests.store.test_erase import NAME, a_life

ANOTHER = replace(LEAD, person="Per Holm")


def born(store: Store, athlete: int, year: int) -> None:
    """The date of birth comes in."""
    named = athlete_named(store, LEAD, athlete)
    assert named
    store.keep([Entry(replace(named.event, date_of_birth=MONDAY.replace(year=year)), named.seq)], LEAD)


def test_every_field_held_on_a_person_is_in_the_page_and_in_the_files(store: Store) -> None:
    canary = a_life(store)
    said = files(held(store, LEAD, canary))
    page, everything = said["index.html"], json.loads(said["everything.json"])
    for kind in KINDS.values():
        if "athlete" in column_types(kind) and kind is not CalendarEntry:
            assert f"tables/{kind.kind}.csv" in said, kind.kind
            assert everything["entries"][kind.kind]
    assert text_of(AthleteNamed, "name", NAME) in page
    assert f"{NAME} mistyped it" in page
    assert "Set aside by Dana Berg, physio" in page
    assert "Undone with its batch by Erik Vold, doctor" in page
    note = next(csv.DictReader(io.StringIO(said["tables/note.csv"])))
    assert note["subjective"] == text_of(KINDS["note"], "subjective", NAME)
    assert "Ola" not in page


def test_who_read_the_record_is_in_it_and_that_it_was_handed_out_is_written_down(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    note_opened(store, DOCTOR, "case", str(kari))
    record = held(store, LEAD, kari)
    assert [(r.person, r.page) for r in record.readings] == [
        (LEAD.signature, "export"),
        (DOCTOR.signature, "case"),
    ]
    assert "<td>Erik Vold, doctor</td><td>case</td>" in files(record)["index.html"]


@pytest.mark.parametrize("person", [PHYSIO, S_AND_C, ADMIN], ids=lambda p: p.role)
def test_only_the_lead_hands_a_record_out(store: Store, person: object) -> None:
    (kari,) = a_squad(store, "Kari")
    with pytest.raises(Refusal, match="Only the lead clinician hands out"):
        held(store, person, kari)  # type: ignore[arg-type]


def test_a_formula_that_somebody_typed_is_harmless_in_a_spreadsheet_and_a_tag_in_the_page(
    store: Store,
) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="3", note="=HYPERLINK(1)<script>"), PHYSIO)
    said = files(held(store, LEAD, kari))
    assert "=HYPERLINK(1)&lt;script&gt;" in said["index.html"]
    assert "<script>" not in said["index.html"]
    (row,) = csv.DictReader(io.StringIO(said["tables/check_in.csv"]))
    assert row["note"] == "'=HYPERLINK(1)<script>"


def test_before_its_time_a_person_goes_by_two_people_alone(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    born(store, kari, 1995)
    store.keep([Left(day=MONDAY - DAY, athlete=kari, squad="first")], LEAD)
    stands = removal.removal(store, LEAD, kari, Rules())
    assert (stands.last_contact, stands.until) == (MONDAY - DAY, (MONDAY - DAY).replace(year=2034))
    with pytest.raises(Refusal, match=r"kept until 22 Nov 2034.*Nobody has asked"):
        removal.carry_out(store, LEAD, kari, removal.ERASE, "asked in writing", Rules())
    with pytest.raises(Refusal, match="without the person's name"):
        removal.ask(store, LEAD, kari, removal.ERASE, "Kari wants it")
    removal.ask(store, LEAD, kari, removal.ERASE, "asked in writing")
    with pytest.raises(Refusal, match="You asked for this yourself"):
        removal.carry_out(store, LEAD, kari, removal.ERASE, "asked in writing", Rules())
    with pytest.raises(Refusal, match="Nobody has asked for this yet"):
        removal.carry_out(store, ANOTHER, kari, removal.ANONYMISE, "asked in writing", Rules())
    removal.carry_out(store, ANOTHER, kari, removal.ERASE, "asked in writing", Rules())
    (gone,) = erasures(store, LEAD)
    assert (gone.recorded_by, gone.event.asked_by, gone.event.how) == (
        ANOTHER.signature,
        LEAD.signature,
        "erase",
    )
    assert athlete_named(store, LEAD, kari) is None
    assert athlete_named(store, LEAD, ola)


def test_a_request_that_was_taken_back_counts_no_longer(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    removal.ask(store, LEAD, kari, removal.ERASE, "asked in writing")
    asked = removal.removal(store, LEAD, kari, Rules()).asked
    assert asked
    removal.withdraw(store, ANOTHER, asked)
    assert removal.removal(store, LEAD, kari, Rules()).asked is None
    with pytest.raises(Refusal, match="date of birth is not known"):
        removal.carry_out(store, ANOTHER, kari, removal.ERASE, "asked in writing", Rules())


def test_after_its_time_one_person_is_enough(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    born(store, kari, 1990)
    store.keep([Left(day=MONDAY - DAY, athlete=kari, squad="first")], LEAD)
    removal.carry_out(store, ADMIN, kari, removal.ANONYMISE, "time is over", Rules(years=0, age=25))
    (gone,) = erasures(store, LEAD)
    assert (gone.event.how, gone.event.asked_by) == ("anonymise", None)


def test_whoever_is_still_on_a_squad_had_contact_today(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    born(store, kari, 1990)
    assert removal.removal(store, LEAD, kari, Rules()).last_contact == MONDAY
    with pytest.raises(Refusal, match="Only the lead clinician or an administrator removes"):
        removal.removal(store, DOCTOR, kari, Rules())


def test_a_lead_removes_nobody_of_another_squad(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    a_squad(store, "Boje", "second")
    removal.ask(store, LEAD, kari, removal.ERASE, "asked in writing")
    elsewhere = of(ANOTHER, "second")
    assert removal.open_removals(store, elsewhere, Rules()) == []
    with pytest.raises(Refusal, match="Nobody is known under the number 1"):
        removal.carry_out(store, elsewhere, kari, removal.ERASE, "asked in writing", Rules())
    assert [stands.athlete for stands in removal.open_removals(store, ANOTHER, Rules())] == [kari]


def test_a_clinician_who_is_not_the_lead_asks_for_nothing(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    for person in (DOCTOR, S_AND_C):
        with pytest.raises(Refusal):
            removal.ask(store, person, kari, removal.ERASE, "asked in writing")
