"""Each reason carries the rows of the record that its rule read, and no others."""

from collections.abc import Sequence

from teamback.record.events import CalendarEntry
from teamback.record.flag import RowRead
from teamback.rounds.board import BoardRow
from teamback.store import Store
from tests.rounds.mornings_of import WELL, answered, board_of, row_of
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided, mornings, rest_days, sessions


def kari(store: Store) -> BoardRow:
    return row_of(board_of(store), "Kari")


def read_by(row: BoardRow, rule: str) -> list[int]:
    """The numbers of the entries that a rule read."""
    (reason,) = [reason for reason in row.flag.reasons if reason.rule == rule]
    return [read.seq for read in reason.rows]


def rows_of(row: BoardRow, rule: str) -> Sequence[RowRead]:
    return next(reason.rows for reason in row.flag.reasons if reason.rule == rule)


def days_of(row: BoardRow, rule: str) -> list[tuple[str, int]]:
    """Kind of each row, and how many days back it lies."""
    return [(read.kind, (MONDAY - read.day).days) for read in rows_of(row, rule)]


def test_pain_and_flare_of_this_morning_read_this_mornings_check_in(store: Store) -> None:
    athlete, other = a_squad(store, "Kari Ola")
    store.keep(answered(other, "6"), PHYSIO)
    *_, today = store.keep(mornings(athlete, low_back_now="0 0 6", flare=True, **WELL), PHYSIO)
    row = kari(store)
    assert read_by(row, "P1") == read_by(row, "F1") == [today]
    (read,) = rows_of(row, "P1")
    assert (read.kind, read.day, read.text) == ("check_in", MONDAY, "Back pain 6/10, wellness 20")


def test_who_did_not_check_in_is_shown_with_the_row_of_yesterday(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    *_, yesterday = store.keep(answered(athlete, "0 2", MONDAY - DAY), PHYSIO)
    assert read_by(kari(store), "D1") == [yesterday]


def test_a_response_reads_both_sessions_each_with_its_morning_and_the_next(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    check_ins = store.keep(answered(athlete, "0 0 1 0 0 1"), PHYSIO)
    pain = {"pain_during": 1, "pain_after": 1}
    older = store.keep(sessions(athlete, MONDAY - 7 * DAY, minutes="60", rpe="5", **pain), PHYSIO)
    before = store.keep(sessions(athlete, MONDAY - 4 * DAY, minutes="60", rpe="5", **pain), PHYSIO)
    last = store.keep(
        sessions(athlete, MONDAY - DAY, minutes="75", rpe="7", type="match", pain_before=0, **pain), PHYSIO
    )
    row = kari(store)
    assert read_by(row, "P2") == [check_ins[1], check_ins[2], check_ins[4], check_ins[5], *before, *last]
    assert older[0] not in read_by(row, "P2")
    assert rows_of(row, "P2")[-1].text == (
        "Match; 75 min; RPE 7; 525 AU; pain before, during, after: 0, 1, 1"
    )


def test_what_was_not_said_of_a_session_is_said_to_be_so(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(sessions(athlete, MONDAY - DAY, minutes="60", rpe="?", pain_after=6), PHYSIO)
    (read,) = rows_of(kari(store), "P2")
    assert read.text == (
        "Session; 60 min; RPE not said; not said AU; pain before, during, after: not said, not said, 6"
    )


def test_the_pain_trend_reads_two_weeks_and_wellness_today_and_28_days_before(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    pain = "0 " * 23 + "2 " * 7
    low = dict.fromkeys(WELL, "4 " * 29 + "1")
    kept = store.keep(mornings(athlete, low_back_now=pain, flare=False, **low), PHYSIO)
    row = kari(store)
    assert read_by(row, "P3") == list(kept)[-14:]
    assert read_by(row, "W1") == list(kept)[-29:]


def test_load_reads_two_weeks_of_sessions_and_rests_up_to_yesterday_and_monotony_one(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    weeks = "30 " * 2 + "50 50 50 50 50 . ." + " 70 71 70 71 70 . 69 " + "99"
    store.keep(sessions(athlete, MONDAY, minutes=weeks, rpe=5.0), PHYSIO)
    store.keep(rest_days(athlete, MONDAY - 9 * DAY), PHYSIO)
    store.keep([CalendarEntry(day=MONDAY - 2 * DAY, squad="first", what="day_off")], PHYSIO)
    row = kari(store)
    assert sorted(days_of(row, "L1")) == sorted(
        [*[("session", n) for n in (14, 13, 12, 11, 10, 7, 6, 5, 4, 3, 1)], ("rest_day", 9), ("calendar", 2)]
    )
    texts = {read.kind: read.text for read in rows_of(row, "L1")}
    assert (texts["rest_day"], texts["calendar"]) == ("Planned rest; 0 AU", "Squad day off; 0 AU")


def test_monotony_reads_one_week(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(sessions(athlete, MONDAY - DAY, minutes="60 " * 7 + "60 61 60 61 60 61 60", rpe=5.0), PHYSIO)
    assert days_of(kari(store), "L2") == [("session", n) for n in range(7, 0, -1)]


def test_reporting_reads_the_check_ins_of_the_last_14_expected_mornings(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    offs = [CalendarEntry(day=MONDAY - n * DAY, squad="first", what="day_off") for n in (1, 2, 8, 9, 15, 16)]
    store.keep(offs, PHYSIO)
    store.keep(answered(athlete, "0 0 . . 0 0 . . . . . . . 0 . . . . . 0"), PHYSIO)
    row = kari(store)
    assert "Checked in on 5 of the last 14 expected mornings" in [r.says for r in row.flag.reasons]
    assert days_of(row, "M1") == [("check_in", n) for n in (19, 18, 14, 6, 0)]


def test_an_overdue_review_reads_the_decision(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    (kept,) = store.keep([decided(athlete, "out", MONDAY - 9 * DAY, review_on=MONDAY - 2 * DAY)], DOCTOR)
    (read,) = rows_of(kari(store), "V1")
    assert (read.seq, read.kind, read.text) == (kept, "availability", "Out, decided by Erik Vold, doctor")


def test_a_green_row_carries_all_that_was_judged_each_once_in_the_order_of_the_journal(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    kept = store.keep(answered(athlete, "0 " * 40), PHYSIO)
    trained = store.keep(sessions(athlete, MONDAY - DAY, minutes="60 . 60", rpe=5.0, pain_after=0), PHYSIO)
    assert read_by(kari(store), "G") == [*list(kept)[-29:], *trained]


def test_a_row_older_than_any_rule_looks_is_read_by_none(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(answered(athlete, "6", MONDAY - 70 * DAY), PHYSIO)
    store.keep(sessions(athlete, MONDAY - 70 * DAY, minutes="60", rpe="5"), PHYSIO)
    assert [list(reason.rows) for reason in kari(store).flag.reasons] == [[], []]
