"""Staff answer where they act; the athlete reads it in check-in and story."""

from typing import Any

import pytest
from squads import DAY, MONDAY, PHYSIO, a_squad, mornings, oneself
from streamlit.testing.v1 import AppTest

from teamback.store import Store

WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4}
LINE = "Gym without lifts <b>today</b>"


def html(page: AppTest) -> str:
    return " ".join(part.proto.body for part in page.get("html"))


@pytest.mark.parametrize("who", ["physio", "s_and_c"])
def test_a_line_from_the_why_panel_reaches_the_athlete(store: Store, open_page: Any, who: str) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="4", **WELL), oneself(kari))
    page = open_page("squad/readiness", who=who)
    page.session_state["readiness-open"] = (kari, 0)
    page.run()
    assert page.button(key=f"tell-{kari}").disabled
    field = page.text_input(key=f"answer-{kari}")
    assert field.label == "To the back pain of 4 of 10 on Mon 23 Nov"
    field.set_value(LINE).run()
    page.button(key=f"tell-{kari}").click().run()
    phone = open_page("athlete/check_in", who="athlete")
    told = phone.info[0].value
    assert told.startswith("Because of your back pain of 4 of 10 on Mon 23 Nov: Gym without lifts")
    assert "<b>" not in told.replace(r"\<b\>", "")
    story = open_page("athlete/story", who="athlete")
    assert "Gym without lifts &lt;b&gt;today&lt;/b&gt;" in html(story)
    assert "Gym without lifts" in html(open_page("athlete/story", athlete=str(kari)))


def test_without_a_report_there_is_nothing_to_answer(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, until=MONDAY - 8 * DAY, low_back_now="4"), PHYSIO)
    page = open_page("squad/readiness")
    page.session_state["readiness-open"] = (kari, 0)
    page.run()
    assert f"tell-{kari}" not in [button.key for button in page.button]
    assert "there is no report to answer" in " ".join(caption.value for caption in page.caption)
