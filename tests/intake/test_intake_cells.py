"""Cells: numbers and days are read one way or refused, whatever is typed."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teamback.intake.cells import Unreadable, clock, day, moment, number, parts, plain, word, yes_or_no
from teamback.record.words import CALENDAR, SESSION_TYPES

ORDERS = {
    "YYYY-MM-DD": "{0:%Y}-{0:%m}-{0:%d}",
    "DD.MM.YYYY": "{0:%d}.{0:%m}.{0:%Y}",
    "DD/MM/YYYY": "{0:%d}/{0:%m}/{0:%Y}",
    "MM/DD/YYYY": "{0:%m}/{0:%d}/{0:%Y}",
}
DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31))


def read_or_refused(read: Callable[[], object]) -> tuple[object, str]:
    """What was read, or None and the sentence that refuses it."""
    try:
        return read(), ""
    except Unreadable as refused:
        return None, str(refused)


@given(DAYS, st.sampled_from(sorted(ORDERS)))
def test_a_day_written_as_declared_is_that_day(value: dt.date, order: str) -> None:
    assert day(ORDERS[order].format(value), order) == value


@given(DAYS, st.sampled_from(sorted(ORDERS)), st.sampled_from(sorted(ORDERS)))
def test_a_day_written_in_another_order_is_that_day_by_chance_alone(
    value: dt.date, written: str, declared: str
) -> None:
    text = ORDERS[written].format(value)
    try:
        read = day(text, declared)
    except Unreadable:
        return
    assert ORDERS[declared].format(read) == text


@given(DAYS)
def test_a_date_with_slashes_is_never_taken_for_an_iso_day(value: dt.date) -> None:
    with pytest.raises(Unreadable):
        day(f"{value:%d/%m/%Y}", "YYYY-MM-DD")


@given(st.text(max_size=12))
@example("2026-02-30")
@example("٢٠٢٦-٠١-٠١")
@example("2026-1-1 ")
@example("0021-01-01")
def test_any_text_is_a_day_or_is_refused_in_a_sentence(text: str) -> None:
    read, says = read_or_refused(lambda: day(text, "YYYY-MM-DD"))
    if isinstance(read, dt.date):
        assert [int(part) for part in text.split("-")] == [read.year, read.month, read.day]
    else:
        assert says.endswith(".")


def test_a_date_that_can_be_read_two_ways_is_named_with_both() -> None:
    with pytest.raises(
        Unreadable, match=r'"03/04/2026" can be read two ways, 3 Apr or 4 Mar\. Write days as'
    ):
        day("03/04/2026", "YYYY-MM-DD")
    with pytest.raises(Unreadable, match="two ways, 3 Apr or 4 Mar"):
        day("3.4.26", "DD.MM.YYYY")


@given(st.decimals(min_value=-1000, max_value=100000, places=2), st.sampled_from(["point", "comma"]))
def test_a_number_with_the_declared_mark_is_that_number(value: object, decimals: str) -> None:
    text = str(value).replace(".", "," if decimals == "comma" else ".")
    assert number(text, decimals) == float(str(value))


@given(st.decimals(min_value=-1000, max_value=100000, places=2))
def test_the_other_decimal_mark_is_never_guessed(value: object) -> None:
    with pytest.raises(Unreadable, match="two ways"):
        number(str(value).replace(".", ","), "point")
    with pytest.raises(Unreadable, match="two ways"):
        number(str(value), "comma")


@given(st.text(max_size=10))
@example("1e3")
@example("inf")
@example("nan")
@example("1_000")
@example("٣")
@example("7/10")
@example("1,057")
@example("2.932,5")
def test_any_text_is_a_plain_number_or_is_refused_in_a_sentence(text: str) -> None:
    read, says = read_or_refused(lambda: number(text, "point"))
    if read is None:
        assert text in says
        assert says.endswith(".")
    else:
        assert set(text) <= set("0123456789.+-")
        assert read == float(text)


def test_words_are_known_by_what_is_stored_and_by_what_the_screen_shows() -> None:
    assert word("Squad day off", CALENDAR) == "day_off"
    assert word("MATCH", SESSION_TYPES) == "match"
    with pytest.raises(Unreadable, match='"kamp" is not one of: training, match'):
        word("kamp", SESSION_TYPES)


def test_yes_no_times_and_lists_are_read_as_people_write_them() -> None:
    assert yes_or_no("Yes") is True
    assert yes_or_no("false") is False
    assert clock("7:05") == "07:05"
    assert parts("run; jump|cut;") == ("run", "jump", "cut")
    oslo = moment("2026-11-23T07:30", ZoneInfo("Europe/Oslo"))
    assert oslo.astimezone(dt.UTC) == dt.datetime(2026, 11, 23, 6, 30, tzinfo=dt.UTC)
    assert moment("2026-11-23 07:30+00:00", ZoneInfo("Europe/Oslo")).hour == 7


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (yes_or_no, "1"),
        (yes_or_no, "perhaps"),
        (clock, "24:00"),
        (clock, "noon"),
        (lambda text: moment(text, ZoneInfo("UTC")), "2026-11-23"),
        (lambda text: moment(text, ZoneInfo("UTC")), "0001-01-01T00:00"),
    ],
)
def test_what_is_not_plain_is_refused_with_what_to_write(read: object, text: str) -> None:
    with pytest.raises(Unreadable, match=f'"{text}".* Write'):
        read(text)  # type: ignore[operator]


@pytest.mark.parametrize("name", ["<b>", "*x*", ":red[x]", "=1+1", "O'Brien", "李", "🏉", "a\nb"])
def test_text_is_kept_as_it_was_typed(name: str) -> None:
    assert plain(name) == name


@pytest.mark.parametrize("text", ["half \ud800", "bell \a"])
def test_text_that_cannot_be_written_down_again_is_refused(text: str) -> None:
    with pytest.raises(Unreadable, match="Type it again"):
        plain(text)
