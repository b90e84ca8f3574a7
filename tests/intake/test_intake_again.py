"""The same files again: unchanged, corrected at the source, corrected by a person, undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from teamback.intake import commit
from teamback.record.events import AthleteNamed, CheckIn, Joined, Left, SetAside
from teamback.record.refusal import ChangedSince, Refusal
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.roster import athlete_named, squads
from tests.intake.exported import (
    ANNA,
    BEN,
    CHECK_INS,
    SESSIONS,
    TODAY,
    athletes,
    check_ins,
    let_in,
    look,
    sessions,
    soccermon_folder,
    write,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "check_ins.csv", CHECK_INS)
    write(tmp_path, "sessions.csv", SESSIONS)
    return tmp_path


def test_the_same_files_again_change_nothing(store: Store, folder: Path) -> None:
    let_in(store, folder)
    head = store.head()
    again = look(store, folder)
    assert again.total == {"unchanged": 5}
    assert commit(again, store, ANNA).batch is None
    assert store.head() == head


def test_equal_sessions_of_a_day_are_two_and_again_unchanged(store: Store, tmp_path: Path) -> None:
    text = "athlete,day,minutes,rpe\n" + "Jo,2026-11-20,60,5\n" * 2 + "Jo,2026-11-20,60,\n"
    path = write(tmp_path, "sessions.csv", text)
    seen = look(store, path)
    assert "Equal to another one of the same athlete and day: 1 session. Each stays a session." in seen.notes
    commit(seen, store, ANNA)
    assert len(sessions(store)) == 3
    assert look(store, path).total == {"unchanged": 3}
    one_more = look(store, write(tmp_path, "sessions.csv", text + "Jo,2026-11-20,60,5\n"))
    assert one_more.total == {"unchanged": 3, "new": 1}


def test_the_order_of_the_lines_is_no_news(store: Store, tmp_path: Path) -> None:
    head, full, part = "athlete,day,minutes,rpe\n", "Jo,2026-11-20,60,5\n", "Jo,2026-11-20,60,\n"
    let_in(store, write(tmp_path, "sessions.csv", head + full + part))
    assert look(store, write(tmp_path, "sessions.csv", head + part + full)).total == {"unchanged": 2}


def test_a_changed_session_of_an_export_of_whole_days_replaces_its_old_self(
    store: Store, tmp_path: Path
) -> None:
    everything = soccermon_folder(tmp_path)
    let_in(store, everything, "soccermon")
    file = everything / "training-load" / "session.json"
    text = file.read_text().replace('"srpe": 300, "rpe": 5', '"srpe": 360, "rpe": 6', 1)
    seen = look(store, write(tmp_path, "training-load/session.json", text), "soccermon")
    assert seen.counts["session.json"] == {"unchanged": 1, "updated": 1}
    commit(seen, store, ANNA)
    assert sorted(kept.event.rpe or 0 for kept in sessions(store)) == [5, 6]


def test_a_value_corrected_at_the_source_replaces_the_one_it_brought(store: Store, folder: Path) -> None:
    let_in(store, folder)
    write(folder, "check_ins.csv", CHECK_INS.replace("2026-11-20,2,4", "2026-11-20,3,4"))
    write(folder, "sessions.csv", SESSIONS.replace("60,7", "75,7"))
    seen = look(store, folder)
    assert seen.total == {"updated": 2, "unchanged": 3}
    commit(seen, store, ANNA)
    assert sorted(k.event.low_back_now for k in check_ins(store) if k.event.low_back_now is not None) == [
        0,
        3,
    ]
    assert sorted(kept.event.minutes or 0 for kept in sessions(store)) == [60, 75]
    assert look(store, folder).total == {"unchanged": 5}
    write(folder, "check_ins.csv", CHECK_INS)
    assert look(store, folder).total == {"updated": 1, "unchanged": 4}


def test_an_answer_that_comes_later_is_added_to_the_check_in(store: Store, tmp_path: Path) -> None:
    everything = soccermon_folder(tmp_path / "all")
    let_in(store, everything / "wellness" / "mood.csv", "soccermon")
    seen = look(store, everything, "soccermon")
    assert seen.total == {"new": 17, "unchanged": 3, "left out": 4}
    commit(seen, store, ANNA)
    assert len(check_ins(store)) == 3
    assert all(kept.event.mood and kept.event.fatigue for kept in check_ins(store))


def test_what_a_person_entered_is_not_overwritten(store: Store, folder: Path) -> None:
    let_in(store, folder)
    jo = athletes(store)["Jo Berg"]
    store.keep([CheckIn(day=TODAY, athlete=jo, mood=2)], BEN)
    line = f"Jo Berg,{TODAY},,4,8\n"
    with pytest.raises(Refusal, match="line 5: Ben Roe, s_and_c entered something else here"):
        let_in(store, write(folder, "check_ins.csv", CHECK_INS + line))
    same = "athlete,day,mood\nJo Berg,2026-11-23,2\n"
    assert look(store, write(folder, "check_ins.csv", same)).counts["check_ins.csv"] == {"unchanged": 1}


def test_a_persons_correction_stands_when_the_file_comes_again(store: Store, folder: Path) -> None:
    let_in(store, folder)
    (check_in,) = [kept for kept in check_ins(store) if kept.event.low_back_now == 2]
    (session,) = [kept for kept in sessions(store) if kept.event.rpe == 5]
    store.keep([Entry(replace(check_in.event, low_back_now=5), check_in.seq)], BEN)
    store.keep([Entry(replace(session.event, rpe=6), session.seq)], BEN)
    seen = look(store, folder)
    assert seen.total == {"unchanged": 3, "left out": 2}
    assert {item.reason for item in seen.left_out} == {
        "Ben Roe, s_and_c changed this entry later: that stands"
    }
    write(folder, "sessions.csv", SESSIONS + "Jo Berg,2026-11-20,10:00,30,9\n")
    assert look(store, folder).counts["sessions.csv"] == {"unchanged": 1, "left out": 1, "new": 1}


def test_what_a_person_set_aside_does_not_come_back(store: Store, folder: Path) -> None:
    let_in(store, folder)
    (session,) = [kept for kept in sessions(store) if kept.event.rpe == 5]
    aside = SetAside(day=TODAY, whom=str(session.event.athlete), reason="entered twice")
    store.keep([Entry(aside, session.seq)], BEN)
    assert look(store, folder).counts["sessions.csv"] == {"unchanged": 1, "left out": 1}


def test_an_import_is_taken_back_whole_and_can_come_again(store: Store, folder: Path) -> None:
    first = look(store, folder)
    batch = commit(first, store, ANNA).batch
    assert batch is not None
    store.undo(batch, ANNA, "wrong squad")
    assert squads(store, ANNA) == []
    assert athletes(store) == {}
    again = look(store, folder)
    assert again.total == first.total == {"new": 5}
    commit(again, store, ANNA)
    assert len(athletes(store)) == 2
    assert len(check_ins(store)) == 3


def test_a_corrected_import_that_is_undone_gives_back_what_was_before(store: Store, folder: Path) -> None:
    let_in(store, folder)
    write(folder, "check_ins.csv", CHECK_INS.replace("2026-11-20,2,4", "2026-11-20,3,4"))
    batch = let_in(store, folder).batch
    assert batch is not None
    store.undo(batch, ANNA, "that was a typing error at the source")
    assert look(store, folder).total == {"updated": 1, "unchanged": 4}


def test_two_people_at_once_the_second_is_told(store: Store, folder: Path) -> None:
    let_in(store, folder)
    seen = look(store, write(folder, "check_ins.csv", CHECK_INS + "Jo Berg,2026-11-22,1,4,8\n"))
    store.keep([CheckIn(day=TODAY, athlete=athletes(store)["Jo Berg"], mood=3)], BEN)
    with pytest.raises(ChangedSince, match="Ben Roe, S&C was first"):
        commit(seen, store, ANNA)


def test_who_left_has_no_rows_after_that_day_and_keeps_those_before(store: Store, folder: Path) -> None:
    let_in(store, folder)
    jo = athletes(store)["Jo Berg"]
    left = TODAY.replace(day=22)
    store.keep([Left(day=left, athlete=jo, squad="first-team")], ANNA)
    before = "athlete,day,mood\nJo Berg,2026-11-19,4\n"
    assert look(store, write(folder, "check_ins.csv", before)).counts["check_ins.csv"] == {"new": 1}
    after = write(folder, "check_ins.csv", before + "Jo Berg,2026-11-22,4\n")
    with pytest.raises(Refusal, match="line 3: Jo Berg left First team on 2026-11-22"):
        let_in(store, after)
    store.keep([Joined(day=TODAY, athlete=jo, squad="first-team")], ANNA)
    back = write(folder, "check_ins.csv", "athlete,day,mood\nJo Berg,2026-11-23,4\n")
    assert look(store, back).counts["check_ins.csv"] == {"new": 1}


def test_a_person_is_one_athlete_whatever_squad_a_file_names(store: Store, tmp_path: Path) -> None:
    everything = soccermon_folder(tmp_path)
    let_in(store, everything, "soccermon")
    seen = look(store, everything, "soccermon", "Other team")
    assert seen.total["invalid"] == 20
    assert (
        "which another athlete has. Let that athlete join Other team under People" in seen.invalid[0].reason
    )
    assert seen.entries == ()


def test_details_corrected_at_the_source_are_updated(store: Store, tmp_path: Path) -> None:
    text = "athlete,joined,position,external_ids\nJo Berg,2026-07-01,GK,garmin:1\n"
    let_in(store, write(tmp_path, "athletes.csv", text))
    seen = look(store, write(tmp_path, "athletes.csv", text.replace("GK,garmin:1", "MF,polar:2")))
    assert seen.total == {"updated": 1}
    commit(seen, store, ANNA)
    assert look(store, tmp_path / "athletes.csv").total == {"unchanged": 1}
    twice = write(tmp_path, "athletes.csv", text + "garmin:1,2026-07-01,GK,\n")
    with pytest.raises(Refusal, match="line 3: garmin:1 stands in the file twice"):
        let_in(store, twice)
    moved = write(tmp_path, "athletes.csv", text.replace("2026-07-01", "2026-08-01"))
    with pytest.raises(Refusal, match="Jo Berg joined on 2026-07-01"):
        let_in(store, moved)


def test_details_that_a_person_corrected_stand(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "athletes.csv", "athlete,joined,position\nJo Berg,2026-07-01,GK\n")
    let_in(store, path)
    kept = athlete_named(store, ANNA, athletes(store)["Jo Berg"])
    assert kept is not None
    store.keep([Entry(replace(kept.event, position="DF"), kept.seq)], BEN)
    assert look(store, path).total == {"left out": 1}


def test_details_that_a_person_entered_are_not_overwritten(store: Store, tmp_path: Path) -> None:
    let_in(store, write(tmp_path, "check_ins.csv", CHECK_INS))
    lo = AthleteNamed(day=TODAY, athlete=7, home="first-team", known_as="Lo Moe", position="DF")
    store.keep([lo, Joined(day=TODAY, athlete=7, squad="first-team")], BEN)
    path = write(tmp_path, "athletes.csv", f"athlete,joined,position\nLo Moe,{TODAY},GK\n")
    with pytest.raises(Refusal, match="Ben Roe, s_and_c entered Lo Moe otherwise"):
        let_in(store, path)
    same = write(tmp_path, "athletes.csv", f"athlete,joined,position\nLo Moe,{TODAY},DF\n")
    assert look(store, same).total == {"unchanged": 1}
