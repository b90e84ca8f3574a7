"""teamback's own CSV files: what comes in, accounted for row by row."""

from pathlib import Path

import pytest

from teamback.intake import commit, preview, write_rejects
from teamback.record.events import RestDay
from teamback.record.refusal import Refusal
from teamback.store import Store
from teamback.store.queries.calendar import calendar
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.history import imports
from teamback.store.queries.roster import athlete_named, memberships, squads
from tests.intake.exported import (
    AHEAD,
    ANNA,
    CHECK_INS,
    LONG_AGO,
    SESSIONS,
    TODAY,
    athletes,
    check_ins,
    let_in,
    look,
    sessions,
    write,
)


def test_a_new_squad_is_made_and_athletes_join_on_their_first_day(store: Store, tmp_path: Path) -> None:
    write(tmp_path, "check_ins.csv", CHECK_INS)
    write(tmp_path, "sessions.csv", SESSIONS)
    came = let_in(store, tmp_path)
    assert [squad.name for squad in squads(store, ANNA)] == ["First team"]
    people = athletes(store)
    assert sorted(people) == ["Jo Berg", "Kim Dahl"]
    assert {str(memberships(store, ANNA, n)[0].event.day) for n in people.values()} == {"2026-11-20"}
    assert came.rows == 5
    assert {kept.batch for kept in check_ins(store)} == {came.batch}
    (imported,) = imports(store, ANNA)
    assert (imported.event.preset, imported.event.row_count) == ("teamback", 5)
    assert imported.recorded_by == "Anna Vik, physio"


def test_an_unanswered_question_stays_unanswered(store: Store, tmp_path: Path) -> None:
    let_in(store, write(tmp_path, "check_ins.csv", CHECK_INS))
    jo = athletes(store)["Jo Berg"]
    said = {str(k.event.day): k.event for k in check_ins(store) if k.event.athlete == jo}
    assert said["2026-11-20"].low_back_now == 2
    assert said["2026-11-21"].low_back_now is None
    assert said["2026-11-21"].sleep_h == 8


def test_every_row_has_one_outcome_and_they_add_up(store: Store, tmp_path: Path) -> None:
    let_in(store, write(tmp_path, "check_ins.csv", CHECK_INS))
    text = CHECK_INS.replace("2026-11-21,,3,8", "2026-11-21,1,3,8") + (
        "Kim Dahl,2026-11-22,,,\nKim Dahl,2026-11-22,12,1,1\nKim Dahl,2026-11-22,1,1,1\n"
    )
    seen = look(store, write(tmp_path, "check_ins.csv", text))
    counts = seen.counts["check_ins.csv"]
    assert counts == {"new": 1, "updated": 1, "unchanged": 2, "left out": 1, "invalid": 1}
    assert counts.total() == len(text.splitlines()) - 1
    assert [(item.reason, item.rows) for item in seen.left_out] == [("it holds no answer", 1)]
    assert [str(row.place) for row in seen.invalid] == ["check_ins.csv, line 6"]


def test_details_of_athletes_come_with_their_own_file(store: Store, tmp_path: Path) -> None:
    write(tmp_path, "check_ins.csv", CHECK_INS)
    write(
        tmp_path,
        "athletes.csv",
        "athlete,joined,name,date_of_birth,position,external_ids\n"
        "Jo Berg,2026-07-01,Johanna Berg,2001-02-03,GK,garmin:12;polar:x\n",
    )
    let_in(store, tmp_path)
    kept = athlete_named(store, ANNA, athletes(store)["Jo Berg"])
    assert kept is not None
    assert (kept.event.name, str(kept.event.date_of_birth)) == ("Johanna Berg", "2001-02-03")
    assert kept.event.external_ids == ("garmin:12", "polar:x")
    (joined,) = memberships(store, ANNA, kept.event.athlete)
    assert str(joined.event.day) == "2026-07-01"


def test_an_athlete_is_recognised_by_name_or_external_id(store: Store, tmp_path: Path) -> None:
    test_details_of_athletes_come_with_their_own_file(store, tmp_path)
    other = tmp_path / "other"
    text = "athlete,day\nJOHANNA BERG,2026-11-10\ngarmin:12,2026-11-11\njo berg,2026-11-12\n"
    let_in(store, write(other, "rest_days.csv", text))
    jo = athletes(store)["Jo Berg"]
    rests = daily_entries(store, RestDay, ANNA, [jo], ["first-team"], LONG_AGO, AHEAD)
    assert [rest.event.day.day for rest in rests] == [10, 11, 12]


def test_an_athlete_file_adds_to_an_existing_squad(store: Store, tmp_path: Path) -> None:
    let_in(store, write(tmp_path, "check_ins.csv", CHECK_INS))
    folder = tmp_path / "later"
    write(folder, "athletes.csv", "athlete,joined\nLo Moe,2026-11-22\nJo Berg,2026-11-20\n")
    write(folder, "check_ins.csv", "athlete,day,mood\nLo Moe,2026-11-22,4\n")
    seen = look(store, folder)
    assert seen.counts["athletes.csv"] == {"new": 1, "unchanged": 1}
    commit(seen, store, ANNA)
    assert sorted(athletes(store)) == ["Jo Berg", "Kim Dahl", "Lo Moe"]


def test_names_are_kept_as_they_were_typed(store: Store, tmp_path: Path) -> None:
    names = ["<b>", "*x*", ":red[x]", "=1+1", "O'Brien", "李", "🏉"]
    rows = "".join(f"{name},2026-11-20,4,=1+1\n" for name in names)
    let_in(store, write(tmp_path, "check_ins.csv", "athlete,day,mood,note\n" + rows))
    assert sorted(athletes(store)) == sorted(names)
    assert {kept.event.note for kept in check_ins(store)} == {"=1+1"}


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_delimiter_and_byte_order_mark_are_seen(
    store: Store, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "check_ins.csv"
    path.write_bytes(CHECK_INS.replace(",", delimiter).replace("\n", "\r\n").encode(encoding))
    assert let_in(store, path).rows == 3


def test_a_file_under_another_name_is_known_by_its_header(store: Store, tmp_path: Path) -> None:
    let_in(store, write(tmp_path, "monday export.csv", SESSIONS))
    assert {kept.event.start for kept in sessions(store)} == {"10:00"}


def test_the_calendar_comes_in_and_may_lie_ahead(store: Store, tmp_path: Path) -> None:
    text = (
        "day,what,start,place,planned_minutes\n2026-11-29,match,15:00,Away,90\n2026-11-30,Squad day off,,,\n"
    )
    let_in(store, write(tmp_path, "calendar.csv", text))
    assert squads(store, ANNA)[0].day == TODAY
    assert [k.event.what for k in calendar(store, ANNA, "first-team", LONG_AGO, AHEAD)] == [
        "match",
        "day_off",
    ]
    seen = look(store, write(tmp_path, "calendar.csv", text.replace("Away", "Home")))
    assert seen.counts["calendar.csv"] == {"updated": 1, "unchanged": 1}
    commit(seen, store, ANNA)
    assert [k.event.place for k in calendar(store, ANNA, "first-team", LONG_AGO, AHEAD)] == ["Home", None]


def test_an_appointment_makes_nobody_an_athlete(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "calendar.csv", "day,what,athlete\n2026-12-01,appointment,Jo Berg\n")
    with pytest.raises(Refusal, match="Jo Berg is not on First team"):
        let_in(store, path)
    write(tmp_path, "check_ins.csv", CHECK_INS)
    let_in(store, tmp_path)
    (kept,) = calendar(store, ANNA, "first-team", LONG_AGO, AHEAD)
    assert kept.event.athlete == athletes(store)["Jo Berg"]


def test_valid_rows_come_in_alone_when_a_file_for_the_others_is_named(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "check_ins.csv", CHECK_INS + 'Jo Berg,2026-11-22,7/10,4,"=1,5"\n')
    seen, rejects = look(store, path), tmp_path / "rejects.csv"
    came = commit(seen, store, ANNA, rejects=rejects)
    assert (came.rows, came.rejected, len(check_ins(store))) == (3, 1, 3)
    head, line = rejects.read_text(encoding="utf-8").splitlines()
    assert head == "file,line,column,reason,content"
    assert line.startswith('check_ins.csv,5,,"low_back_now: ""7/10"" is not a number')
    assert "2026-11-22" in line
    assert "=1,5" in line


def test_the_file_to_be_read_is_not_written_over(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "check_ins.csv", CHECK_INS + "Jo Berg,2026-11-22,7/10,4,8\n")
    with pytest.raises(Refusal, match="is the file to be read"):
        write_rejects(look(store, path), path)
    with pytest.raises(Refusal, match="cannot be written"):
        write_rejects(look(store, path), tmp_path / "no" / "such" / "folder.csv")


def test_a_squad_is_found_however_its_name_is_cased(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "check_ins.csv", CHECK_INS)
    let_in(store, path)
    assert look(store, path, squad="FIRST TEAM").total == {"unchanged": 3}
    assert look(store, path, squad="first-team").total == {"unchanged": 3}
    other = look(store, write(tmp_path, "calendar.csv", "day,what\n2026-11-29,match\n"), squad="First-Team!")
    assert (other.target.is_new, other.target.squad) == (True, "first-team-2")


def test_times_are_in_the_squads_own_zone(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "check_ins.csv", "athlete,day,mood,rated_at\nJo,2026-11-20,4,2026-11-20T07:30\n")
    commit(preview(path, "teamback", "First team", store, ANNA, time_zone="Europe/Oslo"), store, ANNA)
    (kept,) = check_ins(store)
    assert kept.event.rated_at is not None
    assert kept.event.rated_at.astimezone().utctimetuple()[3:5] == (6, 30)
    assert squads(store, ANNA)[0].time_zone == "Europe/Oslo"
