import re

import pytest

from teamback.clinic.urgent.red_flags import Answers
from teamback.clinic.urgent.red_flags_file import NEEDED, RED_FLAGS_FILE, in_force, read
from teamback.record.refusal import Refusal

from .mornings import MONDAY

TEXT = RED_FLAGS_FILE.read_text(encoding="utf-8")


def test_the_shipped_file_says_what_each_rule_needs() -> None:
    flags = in_force()
    assert tuple(flags.rules) == NEEDED
    assert {item.rule for item in flags.items} == set(NEEDED) - {"ES15"}
    for rule in flags.rules.values():
        assert rule.athlete
        assert rule.source
        assert rule.status in ("published", "practice", "house rule")


def without(block: str) -> str:
    return re.sub(rf"(?ms)^\[{re.escape(block)}\].*?(?=^\[)", "", TEXT, count=1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("version =", "red.toml is not valid TOML"),
        (without("rule.ES3"), r"rule ES3 is missing. Add \[rule.ES3\]"),
        (TEXT.replace('rule = "ES2"', 'rule = "ES9"'), "item one_leg: rule is 'ES9', but knows"),
        (without("rule.ES15"), r"rule ES15 is missing. Add \[rule.ES15\]"),
        (TEXT.replace('level = "urgent"', 'level = "soon"', 1), "rule ES2: level is 'soon', but knows"),
        (TEXT.replace('due = "now"', 'due = "then"'), "rule ES1: due is 'then', but knows now, today"),
        (TEXT.replace('owner = ["doctor"]', "owner = []", 1), "rule ES2: nobody owns it"),
        (TEXT.replace('owner = ["doctor"]', 'owner = ["wizard"]', 1), "rule ES2: owner is 'wizard'"),
        (TEXT.replace("2027-05-31", '"soon"', 1), "rule ES1: next_review must be a date"),
        (TEXT.replace('status = "published"', 'status = "sure"', 1), "rule ES1: status is 'sure'"),
        (TEXT.replace('key = "bowel"', 'key = "bladder"'), "bladder is asked twice"),
        (TEXT.replace('key = "cancer"', 'key = "bladder"'), "bladder is asked twice"),
        (TEXT.replace('says = "Fever or chills"', 'says = " "'), "item fever: says must be words"),
        (TEXT.replace('short = "bowel"', 'shrt = "bowel"'), "item bowel: short is missing"),
        (
            TEXT.replace('short = "bowel"', 'short = "bowel"\nkind = "x"'),
            "item bowel: kind is not known here",
        ),
        (TEXT.replace('rule = "ES2"', 'rule = "ES1"'), "no item speaks to rule ES2"),
        (TEXT.replace("standing_days = 7", "standing_days = 30"), "standing_days must be a whole number"),
        (TEXT.replace("standing_days = 7", ""), "standing_days is missing"),
    ],
)
def test_a_file_that_cannot_be_relied_on_is_refused_by_name(text: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read(text, "red.toml")


def test_what_was_asked_and_not_answered_is_unknown_and_never_a_no() -> None:
    (screen,) = Answers(yes=("saddle",), no=("fever",), unsure=("bowel",), open=("bladder",)).screens(
        1, MONDAY
    )
    assert (screen.yes, screen.no, screen.unknown) == (("saddle",), ("fever",), ("bowel", "bladder"))
    assert not screen.confirmed


def test_the_background_is_a_screen_of_its_own() -> None:
    past = Answers(yes=("cancer",), open=("steroids",))
    both = Answers(no=("fever",), background=past).screens(1, MONDAY, confirmed=True, asked_by="Dana")
    assert [(s.background, s.confirmed, s.asked_by) for s in both] == [
        (False, True, "Dana"),
        (True, False, "Dana"),
    ]
    assert (both[1].yes, both[1].unknown) == (("cancer",), ("steroids",))
    assert len(Answers(no=("fever",), background=Answers(open=("cancer",))).screens(1, MONDAY)) == 1
