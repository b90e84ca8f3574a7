"""Education where it is called for: after a check-in with pain, in the story, in the why panel."""

from typing import Any

import pytest
from squads import MONDAY, PHYSIO, a_squad, mornings, oneself

from teamback.record.events import EducationRead
from teamback.record.refusal import Refusal
from teamback.rounds.education import read_on
from teamback.rounds.keeping import keep
from teamback.store import Store

WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4}


def titles(page: Any) -> list[str]:
    return [part.label for part in page.expander]


def test_after_a_check_in_with_pain_cards_are_offered_and_one_is_marked_as_read(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="4", **WELL), oneself(kari))
    page = open_page("athlete/check_in", who="athlete")
    assert "Pacing after a flare-up" in titles(page)
    assert "Early warning signs" in titles(page)
    page.button(key="read-after-pacing").click().run()
    assert read_on(store, PHYSIO, kari, MONDAY) == {"pacing": MONDAY}
    assert "read-after-pacing" not in [button.key for button in page.button]


def test_without_pain_nothing_is_offered(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="0", **WELL), oneself(kari))
    assert titles(open_page("athlete/check_in", who="athlete")) == []


def test_the_why_panel_names_the_cards_of_a_rule_and_who_has_read_them(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="6", **WELL), oneself(kari))
    store.keep([EducationRead(day=MONDAY, athlete=kari, card="pacing")], oneself(kari))
    page = open_page("squad/readiness")
    page.session_state["readiness-open"] = (kari, 0)
    page.run()
    said = " ".join(part.proto.body for part in page.get("html"))
    assert "Education: Early warning signs, Pacing after a flare-up" in said
    captions = [caption.value for caption in page.caption]
    assert "Read on Mon 23 Nov." in captions
    assert "Not read yet." in captions


def test_all_cards_stand_in_the_story(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    page = open_page("athlete/story", who="athlete", view="education")
    assert len(titles(page)) == 7
    page.button(key="read-story-warm_up").click().run()
    assert read_on(store, oneself(kari), kari, MONDAY) == {"warm_up": MONDAY}


def test_a_card_that_is_not_there_is_not_marked_as_read(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    with pytest.raises(Refusal, match="no such card"):
        keep(store, [EducationRead(day=MONDAY, athlete=kari, card="nothing")], oneself(kari), None)
