"""Bad input: one clear sentence with file, line and what to do, and nothing is written."""

from pathlib import Path

import pytest

from teamback.intake import commit, preview
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store
from tests.intake.exported import ANNA, CHECK_INS, FIRST, let_in, look, soccermon_folder, write

HEAD = "athlete,day,low_back_now,fatigue\n"


def refused(store: Store, path: Path, preset: str = "teamback") -> str:
    """The sentence that refuses a path; the journal is as long as before."""
    before = store.head()
    with pytest.raises(Refusal) as refusal:
        let_in(store, path, preset)
    assert store.head() == before
    return refusal.value.sentence


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("check_ins.csv", HEAD + "Jo,2026-11-20,7/10,4\n", 'line 2: low_back_now: "7/10" is not a number'),
        (
            "check_ins.csv",
            HEAD + "Jo,2026-11-20,11,4\n",
            "line 2: Low back pain now is 11, but",
        ),
        (
            "check_ins.csv",
            HEAD + "Jo,2026-11-20,2,3.5\n",
            "line 2: Fatigue is 3.5, but must be a whole",
        ),
        ("check_ins.csv", HEAD + 'Jo,2026-11-20,"1,5",4\n', 'low_back_now: "1,5" can be read two ways'),
        ("check_ins.csv", HEAD + "Jo,03/04/2026,1,4\n", 'line 2: "03/04/2026" can be read two ways'),
        ("check_ins.csv", HEAD + "Jo,2026-11-24,1,4\n", 'line 2: "2026-11-24" has not come yet'),
        ("check_ins.csv", HEAD + "Jo,,1,4\n", "line 2: The day is missing"),
        ("check_ins.csv", HEAD + ",2026-11-20,1,4\n", "line 2: The athlete is missing"),
        ("check_ins.csv", HEAD + "Jo,2026-11-20,1,4\nJo,2026-11-21,1", "line 3: This line has 3 cells"),
        ("check_ins.csv", HEAD + 'Jo,2026-11-20,"1', "line 2: the quotation marks do not close"),
        ("check_ins.csv", HEAD + "Jo,2026-11-20,1,4\nJo,2026-11-20,1,4\n", "stands in check_ins.csv, line 2"),
        ("check_ins.csv", "athlete,day,pain\nJo,2026-11-20,1\n", "line 1: the column pain is not known"),
        ("check_ins.csv", "athlete,fatigue\nJo,1\n", "line 1: the column day is missing"),
        (
            "check_ins.csv",
            "athlete,day,mood,mood\nJo,2026-11-20,1,2\n",
            "line 1: two columns are called mood",
        ),
        ("check_ins.csv", "athlete,day,mood,\nJo,2026-11-20,1,\n", "line 1: column 4 has no name"),
        ("check_ins.csv", "athlete,day;mood\nJo,2026-11-20;1\n", "not clear which sign separates"),
        ("check_ins.csv", HEAD, "holds no row under its header"),
        ("check_ins.csv", "", "is empty"),
        ("check_ins.csv", "\ufeff \n\n", "is empty"),
        (
            "sessions.csv",
            "athlete,day,minutes,rpe\nJo,2026-11-20,60,11\n",
            "RPE is 11, but must lie between",
        ),
        ("sessions.csv", "athlete,day,minutes\nJo,2026-11-20,-5\n", "Minutes is -5, but must lie"),
        (
            "sessions.csv",
            "athlete,day,minutes,type\nJo,2026-11-20,5,x\n",
            'type: "x" is not one of: training',
        ),
        ("calendar.csv", "day,what\n2026-12-01,party\n", 'what: "party" is not one of: training, match'),
        ("rest_days.csv", "athlete,day\nJo,2026-11-20\nJo,2026-11-20\n", "line 3: This rest day stands in"),
        ("whatever.csv", "athlete,day\nJo,2026-11-20\n", "could be check_ins.csv or rest_days.csv"),
        ("whatever.csv", "a,b\n1,2\n", "read as athletes.csv: the column a is not known"),
    ],
)
def test_one_sentence_says_where_and_what(
    store: Store, tmp_path: Path, name: str, text: str, says: str
) -> None:
    sentence = refused(store, write(tmp_path, name, text))
    assert sentence.startswith(name)
    assert says in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 and the rest of a workbook", "is a workbook or an archive, not a CSV file. Save it as"),
        (b"athlete,day,note\nJo,2026-11-20,\x00\x01\x02\n", "is not a text file"),
        ("athlete,day,note\nJo,2026-11-20,mår bra\n".encode("cp1252"), "line 2: this is not text in UTF-8"),
    ],
)
def test_a_file_that_is_no_csv_is_refused(store: Store, tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "check_ins.csv"
    path.write_bytes(data)
    assert says in refused(store, path)


def test_a_path_that_is_not_there_or_holds_nothing_to_read_is_refused(store: Store, tmp_path: Path) -> None:
    assert "There is no file or folder" in refused(store, tmp_path / "nowhere.csv")
    assert "holds none of the files that teamback reads: athletes.csv" in refused(store, tmp_path)
    write(tmp_path, "other/gps.csv", "Player,Distance\nJo,3000\n")
    assert "gps.csv, line 1" in refused(store, tmp_path)


def test_an_athlete_who_is_not_on_an_existing_squad_is_invalid(store: Store, tmp_path: Path) -> None:
    let_in(store, write(tmp_path, "check_ins.csv", CHECK_INS))
    sentence = refused(store, write(tmp_path, "check_ins.csv", CHECK_INS + "Lo Moe,2026-11-21,1,4,\n"))
    assert sentence.startswith(
        "check_ins.csv, line 5: Lo Moe is not on First team. Add the athlete under People"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"a": [{"rpe": 5', "session.json, line 1: this is no whole JSON"),
        ("[1, 2]", "does not hold a list for each athlete"),
        (f'{{"{FIRST}": 5}}', "has no list of entries"),
        (f'{{"{FIRST}": [], "{FIRST}": []}}', "stands in it twice"),
        (f'{{"{FIRST}": [7]}}', "entry 1: This is not an entry"),
        (f'{{"{FIRST}": [{{"date": "13.09.2026", "rpe": 5, "hr": 1}}]}}', "The name hr is not known"),
        (f'{{"{FIRST}": [{{"date": "13.09.2026", "rpe": 11}}]}}', "entry 1: RPE is 11"),
        (f'{{"{FIRST}": [{{"date": "13.09.2026", "rpe": NaN}}]}}', '"NaN" is not a number'),
        (f'{{"{FIRST}": [{{"date": "2026-09-13", "rpe": 5}}]}}', "is not a day written as DD.MM.YYYY"),
        (
            f'{{"{FIRST}": [{{"date": "13.09.2026", "rpe": 5, "duration": 60, "srpe": 310}}]}}',
            "srpe is 310, but rpe x duration is 300",
        ),
        ('{"Average": [{"date": "13.09.2026", "rpe": 5}]}', "Average is not how SoccerMon"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_json_is_refused_with_its_place(store: Store, tmp_path: Path, text: str, says: str) -> None:
    folder = soccermon_folder(tmp_path)
    write(folder, "training-load/session.json", text)
    sentence = refused(store, folder, "soccermon")
    assert sentence.startswith("training-load/session.json")
    assert says in sentence


def test_a_wide_file_that_is_cut_off_names_the_line(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "wellness/mood.csv", f"Mood Data,{FIRST},x\n13.09.2026,4.0,\n14.09.2026,4")
    assert "mood.csv, line 3: This line has 2 cells, the header 3" in refused(store, path, "soccermon")


def test_who_may_not_bring_files_in_is_told(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "check_ins.csv", CHECK_INS)
    coach = Scope("Carl", "coach", "coach")
    with pytest.raises(Refusal, match="Your role does not bring files in"):
        preview(path, "teamback", "First team", store, coach)
    elsewhere = Scope("Dora", "physio", "clinician", frozenset({"second-team"}))
    with pytest.raises(Refusal, match="only the lead makes a new one"):
        preview(path, "teamback", "First team", store, elsewhere)
    commit(look(store, path), store, ANNA)
    with pytest.raises(Refusal, match="You do not work with First team"):
        preview(path, "teamback", "First team", store, elsewhere)


def test_a_preset_or_time_zone_that_does_not_exist_is_named(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "check_ins.csv", CHECK_INS)
    with pytest.raises(
        Refusal, match=r"There is no preset catapult\. There are: pain_diary, soccermon, teamback"
    ):
        preview(path, "catapult", "First team", store, ANNA)
    with pytest.raises(Refusal, match="There is no time zone Oslo"):
        preview(path, "teamback", "First team", store, ANNA, time_zone="Oslo")
    with pytest.raises(Refusal, match="The squad has no name"):
        preview(path, "teamback", " ", store, ANNA)
