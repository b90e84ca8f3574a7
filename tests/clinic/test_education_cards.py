"""The education cards: every file can be read, says its sources, and is called for by rules there are."""

import re
from pathlib import Path

import pytest

from teamback.clinic.education import FOLDER, called_for, cards, read
from teamback.record.refusal import Refusal

ROOT = Path(__file__).parents[2]
GOOD = """+++
title = "T"
says = "S"
rules = ["P1"]
sources = ["one"]
status = "house rule"
checked_by = "nobody"
next_review = 2027-05-31
+++

Text.
"""
ASKED = {"spine_and_load", "warning_signs", "pacing", "warm_up", "lifting", "sitting_and_travel"}


def test_the_cards_asked_for_are_there_and_short() -> None:
    assert set(cards()) >= ASKED
    assert len(cards()) == len(list(FOLDER.glob("*.md")))
    for card in cards().values():
        assert 60 <= len(card.text.split()) <= 220, card.key
        assert any("Michael Cox" in source for source in card.sources), card.key


def test_no_card_takes_a_sentence_of_the_founding_article_or_asks_for_anything_outside() -> None:
    for card in cards().values():
        assert not re.search(r"https?://|!\[|<[a-z]", card.text), card.key


def test_the_rules_that_speak_of_pain_call_for_pacing_and_warning_signs() -> None:
    for rule in ("P1", "F1", "ES8"):
        assert {"pacing", "warning_signs"} <= {card.key for card in called_for([rule])}
    assert {card.key for card in called_for(["W1"])} == {"sleep_and_load"}
    assert called_for(["M1"]) == ()


def test_every_rule_named_on_a_card_is_one_of_the_house() -> None:
    named = {rule for card in cards().values() for rule in card.rules}
    text = (ROOT / "tests/oracles/escalation_rules.csv").read_text(encoding="utf-8")
    readiness = {"P1", "P2", "P3", "F1", "W1", "L1", "L2"}
    assert named <= readiness | set(re.findall(r"ES\d+", text))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("+++\ntitle", "title", "between two lines"),
        ('title = "T"\n', "", "title is missing"),
        ("title =", 'more = "x"\ntitle =', "more is not known"),
        ('["P1"]', "[]", "rules is a list"),
        ('"house rule"', '"sure"', "status must be one of"),
        ("2027-05-31", '"soon"', "next_review must be a date"),
        ('"S"', '""', "says must be words"),
        ('title = "T"', "title = T", "not valid TOML"),
    ],
)
def test_a_card_that_cannot_be_relied_on_is_refused_with_the_mend(old: str, new: str, sentence: str) -> None:
    assert read("good", GOOD).title == "T"
    with pytest.raises(Refusal, match=sentence):
        read("bad", GOOD.replace(old, new, 1))
