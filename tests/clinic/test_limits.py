import datetime as dt
import re

import pytest

from teamback.clinic.limits import LIMITS_FILE, NEEDED, Limits
from teamback.record.refusal import Refusal
from teamback.record.words import STATUS

TEXT = LIMITS_FILE.read_text(encoding="utf-8")


def entry(name: str) -> str:
    """The lines of one entry of the shipped file."""
    found = re.search(rf"^\[{name}\]\n(?:.+\n)+", TEXT, flags=re.MULTILINE)
    assert found
    return found.group()


def changed(name: str, field: str, line: str) -> str:
    lines = re.sub(rf"^{field} = .*\n", line and f"{line}\n", entry(name), flags=re.MULTILINE)
    return TEXT.replace(entry(name), lines)


def refusal_of(text: str) -> str:
    with pytest.raises(Refusal) as refused:
        Limits.from_text(text)
    return refused.value.sentence


@pytest.mark.parametrize("name", NEEDED)
def test_a_limit_has_a_sentence_a_source_a_checker_and_a_review_to_come(limits: Limits, name: str) -> None:
    limit = limits[name]
    assert limit.says.endswith(".")
    assert limit.unit
    assert limit.source
    assert limit.status in STATUS
    assert limit.checked_by
    assert limit.next_review >= dt.date.today(), f"{name} is due for review by a clinician"


def test_the_file_holds_what_the_rules_need_and_nothing_that_nobody_reads(limits: Limits) -> None:
    assert {limit.name for limit in limits} == set(NEEDED)


def test_the_version_stands_in_the_file(limits: Limits) -> None:
    assert f'version = "{limits.version}"' in TEXT


def test_a_source_with_a_doi_is_cited_with_it(limits: Limits) -> None:
    assert limits["low_back_red"].cited.endswith("not from the back (doi 10.1177/0363546506298279)")
    assert limits["wellness_sd_floor"].cited == limits["wellness_sd_floor"].source


def test_whole_hours_of_the_day_and_negative_sds_read_as_numbers(limits: Limits) -> None:
    assert limits["session_default_hour"].value == 12
    assert limits["wellness_amber"].value == -2


@pytest.mark.parametrize("field", ["value", "unit", "says", "source", "status", "checked_by", "next_review"])
def test_a_missing_field_is_named_with_its_entry(field: str) -> None:
    sentence = refusal_of(changed("low_back_red", field, ""))
    assert sentence == f"[low_back_red] in the limits has no {field}: add a line {field} = ..."


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_entry_is_named(name: str) -> None:
    assert refusal_of(TEXT.replace(entry(name), "")).startswith(f"The limits lack [{name}]: add it")


@pytest.mark.parametrize("value", ['"5"', "true", "nan", "inf", "[5]"])
def test_a_value_that_is_no_number_is_refused(value: str) -> None:
    sentence = refusal_of(changed("low_back_red", "value", f"value = {value}"))
    assert sentence.startswith("value of [low_back_red] in the limits is ")
    assert sentence.endswith("write a number without quotes.")


def test_a_status_of_its_own_making_is_refused_with_the_three_words() -> None:
    sentence = refusal_of(changed("low_back_red", "status", 'status = "proven"'))
    assert sentence == (
        'status of [low_back_red] in the limits is "proven": '
        'write one of "published", "practice", "house rule".'
    )


@pytest.mark.parametrize(
    ("field", "line", "says"),
    [
        ("next_review", 'next_review = "soon"', "must be a date such as 2027-05-31."),
        ("next_review", "next_review = 2027-05-31T00:00:00", "must be a date such as 2027-05-31."),
        ("checked_by", 'checked_by = " "', "must be words in quotes."),
        ("doi", "doi = 7", "must be words in quotes."),
    ],
)
def test_a_field_of_the_wrong_kind_is_refused(field: str, line: str, says: str) -> None:
    assert refusal_of(changed("low_back_red", field, line)) == (
        f"{field} of [low_back_red] in the limits {says}"
    )


def test_a_misspelt_field_is_refused() -> None:
    sentence = refusal_of(changed("low_back_red", "doi", 'dio = "10.1"'))
    assert sentence == "[low_back_red] in the limits has an unknown field dio: take it out."


def test_an_amber_limit_above_its_red_one_is_refused() -> None:
    sentence = refusal_of(changed("low_back_amber", "value", "value = 6"))
    assert sentence == (
        "In the limits [low_back_amber] lies above [low_back_red]: change one of the two values."
    )


def test_an_amber_limit_may_equal_its_red_one() -> None:
    assert Limits.from_text(changed("low_back_amber", "value", "value = 5"))["low_back_amber"].value == 5


@pytest.mark.parametrize("line", ["", 'version = ""', "version = 2026"])
def test_limits_without_a_version_are_refused(line: str) -> None:
    sentence = refusal_of(TEXT.replace('version = "2026-11"', line))
    assert sentence.startswith("The limits have no version")


def test_text_that_is_no_toml_is_refused_with_the_place() -> None:
    assert "line 1" in refusal_of("[low_back_red\n")


def test_a_bare_number_in_place_of_an_entry_is_refused() -> None:
    assert refusal_of('version = "x"\nlow_back_red = 5').startswith("low_back_red in the limits is no table")


def test_limits_of_the_past_keep_their_own_and_take_from_the_younger_what_nobody_needed_then() -> None:
    past = changed("low_back_red", "value", "value = 7").replace(entry("usual_weeks_needed"), "")
    younger = Limits.from_text(TEXT)
    then = Limits.from_text(past, younger)
    assert then["low_back_red"].value == 7
    assert then["usual_weeks_needed"] == younger["usual_weeks_needed"]
