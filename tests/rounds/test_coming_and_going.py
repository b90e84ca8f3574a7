"""People come, are corrected, move, leave and come back; the record keeps every step."""

import datetime as dt
from dataclasses import replace

import pytest

from teamback.record.events import AthleteNamed, Left
from teamback.record.words import SPORTS
from teamback.rounds import joining, new_squad
from teamback.rounds.joining import Details
from teamback.rounds.moving import BACK, LEAVE
from teamback.rounds.new_squad import TypedSquad
from teamback.rounds.people import Person
from teamback.store import Store
from tests.rounds.squad_people import details_of, does, everybody, names, one
from tests.squads import A_YEAR_AGO, DAY, LEAD, MONDAY, a_squad

NEW = Details("Ida", None, None, None, None, "football", (), MONDAY, False)


def says(typed: Details, store: Store, who: Person | None = None) -> list[tuple[str | None, str]]:
    return [(r.field, r.sentence) for r in joining.refusals(typed, MONDAY, who, store)]


def test_a_new_athlete_is_on_the_roster_from_their_first_day(store: Store) -> None:
    a_squad(store, "Kari")
    typed = replace(NEW, joined=MONDAY - 3 * DAY, loan=True, position="Wing", external_ids=("gps:7",))
    named, joined = joining.new_athlete(typed, "first", MONDAY)
    store.keep([named, joined], LEAD)
    ida = one(store, "Ida")
    assert ida.loan
    assert ida.named.event.home == "first"
    assert ida.named.event.external_ids == ("gps:7",)
    assert names(store, "first", MONDAY - 4 * DAY) == ["Kari"]
    assert names(store, "first", MONDAY - 3 * DAY) == ["Ida", "Kari"]


def test_numbers_are_drawn_by_lot_and_fit_a_browsers_whole_numbers(store: Store) -> None:
    drawn = {joining.new_athlete(NEW, "first", MONDAY)[0].subject for _ in range(50)}
    assert len(drawn) == 50
    assert all(0 <= int(number) < 2**53 for number in drawn)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"known_as": ""}, "known_as"),
        ({"joined": None}, "joined"),
        ({"joined": MONDAY + DAY}, "joined"),
        ({"date_of_birth": dt.date(1826, 5, 1)}, "date_of_birth"),
        ({"external_ids": ("catapult",)}, "external_ids"),
        ({"external_ids": ("catapult:",)}, "external_ids"),
        ({"external_ids": ("my system:7",)}, "external_ids"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    store: Store, changed: dict[str, object], field: str
) -> None:
    assert says(NEW, store) == []
    assert [where for where, _ in says(replace(NEW, **changed), store)] == [field]  # type: ignore[arg-type]


def test_an_external_id_leads_to_one_athlete_in_the_whole_record(store: Store) -> None:
    a_squad(store, "Kari")
    (far,) = a_squad(store, "Li", squad="second")
    kari = one(store, "Kari")
    taken = replace(kari.named.event, external_ids=("gps:7", "league:9"))
    store.keep(joining.corrected(details_of(kari, external_ids=taken.external_ids), kari), LEAD)
    ((field, sentence),) = says(replace(NEW, external_ids=("gps:7", "gps:8")), store)
    assert field == "external_ids"
    assert sentence.startswith("gps:7 belongs to another athlete")
    assert says(replace(NEW, external_ids=("gps:77",)), store) == []
    again = one(store, "Kari")
    assert says(details_of(again), store, again) == []
    assert far != kari.athlete


def test_somebody_of_the_same_name_is_named_first_also_when_they_left(store: Store) -> None:
    (kari,) = a_squad(store, "Kari", squad="second")
    full = AthleteNamed(
        day=MONDAY,
        athlete=kari,
        home="second",
        known_as="Kari",
        name="Kari Nes",
        date_of_birth=dt.date(1999, 5, 3),
    )
    store.keep([full, Left(day=MONDAY, athlete=kari, squad="second")], LEAD)
    expected = ["Kari (Kari Nes), born 3 May 1999, is on record already."]
    assert joining.same_name(replace(NEW, known_as="kari"), None, store, LEAD) == expected
    assert joining.same_name(replace(NEW, name="KARI NES"), None, store, LEAD) == expected
    assert joining.same_name(replace(NEW, known_as="Karin"), None, store, LEAD) == []


def test_who_is_corrected_is_no_namesake_of_themselves(store: Store) -> None:
    a_squad(store, "Kari Ola")
    kari = one(store, "Kari")
    assert joining.same_name(details_of(kari, position="Wing"), kari, store, LEAD) == []
    assert joining.same_name(details_of(kari, known_as="Ola"), kari, store, LEAD) == [
        "Ola is on record already."
    ]


def test_a_correction_takes_the_place_of_what_stood_there_and_home_stays(store: Store) -> None:
    a_squad(store, "Kari")
    kari = one(store, "Kari")
    store.keep(joining.corrected(details_of(kari, known_as="K. Nes", position="Wing"), kari), LEAD)
    now = one(store, "K. Nes")
    assert now.named.replaces == kari.named.seq
    assert now.named.event.home == "first"
    assert now.move == kari.move


def test_the_first_day_and_the_loan_can_be_corrected(store: Store) -> None:
    a_squad(store, "Kari")
    kari = one(store, "Kari")
    earlier = A_YEAR_AGO - 30 * DAY
    store.keep(joining.corrected(details_of(kari, joined=earlier, loan=True), kari), LEAD)
    assert names(store, "first", earlier) == ["Kari"]
    assert one(store, "Kari").loan


def test_nothing_changed_is_nothing_to_keep(store: Store) -> None:
    a_squad(store, "Kari")
    kari = one(store, "Kari")
    assert joining.corrected(details_of(kari), kari) == []


def test_a_stay_cannot_be_made_to_begin_before_the_last_one_ended(store: Store) -> None:
    a_squad(store, "Kari")
    does(store, one(store, "Kari"), what=LEAVE, reason="Transfer", day=MONDAY - 20 * DAY)
    does(store, one(store, "Kari"), what=BACK, day=MONDAY - 5 * DAY)
    kari = one(store, "Kari")
    ((field, _),) = says(details_of(kari, joined=MONDAY - 21 * DAY), store, kari)
    assert field == "joined"
    assert says(details_of(kari, joined=MONDAY - 20 * DAY), store, kari) == []


def test_age_is_counted_in_whole_years_up_to_the_birthday(store: Store) -> None:
    a_squad(store, "Kari Ola")
    for name, born in (("Kari", dt.date(2000, 11, 23)), ("Ola", dt.date(2000, 11, 24))):
        who = one(store, name)
        store.keep(joining.corrected(details_of(who, date_of_birth=born), who), LEAD)
    assert [who.age for who in everybody(store).here] == [26, 25]


def test_a_squad_gets_a_key_of_its_own_and_a_day_of_its_own(store: Store) -> None:
    a_squad(store, "Kari")
    assert [r.field for r in new_squad.refusals(TypedSquad("", "football", None), store)] == [
        "name",
        "time_zone",
    ]
    assert [r.field for r in new_squad.refusals(TypedSquad("FIRST", "football", "Europe/Oslo"), store)] == [
        "name"
    ]
    made = new_squad.as_squad(TypedSquad("First!", "rugby", "Pacific/Kiritimati"), store)
    assert (made.squad, made.sport) == ("first-2", "rugby")
    assert made.day == MONDAY
    assert new_squad.key_for("李", {"李"}) == "李-2"
    assert new_squad.key_for("<b>", set()) == "b"
    assert new_squad.key_for(":-)", set()) == "squad"
    assert set(new_squad.time_zones()) >= {"UTC", "Europe/Oslo", "America/New_York"}
    assert made.sport in SPORTS
