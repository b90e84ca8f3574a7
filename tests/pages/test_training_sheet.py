"""The training sheet, as a coach meets it."""

import re
from collections.abc import Callable
from html import unescape

from squads import DAY, MONDAY, PHYSIO, Clock, a_squad, decided
from streamlit.testing.v1 import AppTest

from teamback.store import Store

OpenPage = Callable[..., AppTest]
WEDNESDAY = MONDAY + 2 * DAY
LIMITED = {"restrictions": ("lift_and_hinge", "contact"), "review_on": WEDNESDAY, "reason": "injury"}


def text(page: AppTest) -> str:
    """The words of the sheet, without its marks."""
    (sheet,) = [html.proto.body for html in page.get("html") if "<article" in html.proto.body]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", sheet)))


def test_a_coach_has_this_page_and_no_other(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    page = open_page("coach/training_sheet", who="coach")
    assert page.title[0].value == "Training sheet"
    for other in ("squad/readiness", "squad/load", "athlete/story", "desk/people", "desk/calendar"):
        try:
            page.switch_page(f"../pages/{other}.py")
        except ValueError:
            continue
        raise AssertionError(f"a coach reaches {other}")


def test_modified_says_what_not_what_and_for_how_long(store: Store, open_page: OpenPage) -> None:
    (kari,) = a_squad(store, "Kari")
    words = {"can_do": "Passing, pool", "minutes_cap": 45.0, "text_to_coach": "Last drill only."}
    store.keep([decided(kari, "modified", **LIMITED, **words)], PHYSIO)
    said = text(open_page("coach/training_sheet", who="coach"))
    assert "Modified (1) Kari no lift and hinge contact up to 45 min match: not available" in said
    assert "review Wed 25 Nov yes Passing, pool Last drill only." in said


def test_out_until_reviewed_reads_under_review(store: Store, open_page: OpenPage) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    out = {"review_on": WEDNESDAY, "reason": "injury"}
    store.keep([decided(kari, "out", until_reviewed=True, **out), decided(ola, "out", **out)], PHYSIO)
    said = text(open_page("coach/training_sheet", who="coach"))
    assert "Out (2) Kari Out – under review" in said
    assert "before practice under review: Kari" in said
    assert said.count("under review") == 2


def test_who_was_never_decided_about_is_not_among_the_full(store: Store, open_page: OpenPage) -> None:
    kari, _ = a_squad(store, "Kari Ola")
    store.keep([decided(kari, "full")], PHYSIO)
    said = text(open_page("coach/training_sheet", who="coach"))
    assert "Full (1) Kari – Not decided: ask the medical staff before practice (1) Ola" in said


def test_full_in_training_says_who_may_not_play(store: Store, open_page: OpenPage) -> None:
    kari, ola, per = a_squad(store, "Kari Ola Per")
    decisions = [decided(kari, "full"), decided(ola, "full", match="not_available")]
    store.keep([*decisions, decided(per, "full", match="not_decided")], PHYSIO)
    said = text(open_page("coach/training_sheet", who="coach"))
    assert "Full (3) Kari Ola Per match: not available Ola match: not decided Per" in said


def test_a_review_that_is_overdue_is_said_to_be(store: Store, open_page: OpenPage, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([decided(kari, "rehab", MONDAY - 5 * DAY, review_on=MONDAY - DAY, reason="injury")], PHYSIO)
    assert "review was due Sun 22 Nov" in text(open_page("coach/training_sheet", who="coach"))


def test_what_changed_stands_above_the_lists(store: Store, open_page: OpenPage, clock: Clock) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([decided(athlete, "full") for athlete in (kari, ola)], PHYSIO)
    clock.later(days=1)
    store.keep([decided(kari, "modified", MONDAY + DAY, **LIMITED)], PHYSIO)
    said = text(open_page("coach/training_sheet", who="coach"))
    assert "Changed since yesterday’s sheet Full → Modified: Kari Talk to the medical staff" in said
    assert "before practice nobody ✓ Full (1) Ola" in said
    assert "As of 08:30 by the medical staff, last decision 08:30" in said


def test_names_and_words_are_shown_as_typed(store: Store, open_page: OpenPage) -> None:
    typed = ["<b>", "*x*", ":red[x]", "=1+1", "O'Brien", "李", "🙂"]
    first, *_ = a_squad(store, " ".join(typed))
    store.keep([decided(first, "modified", **LIMITED, text_to_coach="<i>only</i> *pool* & bike")], PHYSIO)
    said = text(open_page("coach/training_sheet", who="coach"))
    assert all(name in said for name in typed)
    assert "<i>only</i> *pool* & bike" in said


def test_an_empty_roster_says_what_to_do(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari", joined=MONDAY)
    page = open_page("coach/training_sheet", who="coach", day=(MONDAY - DAY).isoformat())
    assert "Nobody is on this squad on this day" in page.info[0].value


def test_whom_to_talk_about_says_why_in_the_coachs_words(store: Store, open_page: OpenPage) -> None:
    kari, ola, per, _ = a_squad(store, "Kari Ola Per Ida")
    today = decided(ola, "rehab", MONDAY, review_on=MONDAY, reason="injury")
    store.keep([decided(kari, "full", talk_first=True), today, decided(per, "full")], PHYSIO)
    said = text(open_page("coach/training_sheet", who="coach"))
    assert "before practice not decided: Ida · the staff asks for it: Kari · review today: Ola" in said


def test_a_coach_acknowledges_and_clinicians_see_who_and_when(store: Store, open_page: OpenPage) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([decided(kari, "full"), decided(ola, "full")], PHYSIO)
    page = open_page("coach/training_sheet", who="coach")
    assert "Not acknowledged yet" in text(page)
    page.button(key="acknowledge").click().run()
    seen = open_page("coach/training_sheet", who="physio")
    assert "Acknowledged by Rosa Bianchi, coach, 08:30" in text(seen)
    assert not [button for button in seen.button if button.key == "acknowledge"]
    store.keep([decided(ola, "modified", **LIMITED)], PHYSIO)
    page = open_page("coach/training_sheet", who="coach")
    assert "coach, 08:30; changed since: Ola" in text(page)
    assert page.button(key="acknowledge").label == "Acknowledge the changes"
    page.button(key="acknowledge").click().run()
    assert "changed since" not in text(open_page("coach/training_sheet", who="coach"))
