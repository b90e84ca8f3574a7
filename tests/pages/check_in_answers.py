"""The questions of the check-in with the answers of a well athlete, and what is kept of them."""

import datetime as dt

from squads import MONDAY
from streamlit.testing.v1 import AppTest

from teamback.record.events import CheckIn
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.daily import daily_entries

PAIN = "How is your lower back right now?"
WORST = "How bad was it at its worst in the last 24 hours?"
MOOD = "How is your mood?"
SIGNS = "Is any of this new since your last check-in?"
NO_SIGNS = {SIGNS: "none"}
ALL_WELL = {
    PAIN: 0,
    "How fresh do you feel?": 4,
    "How well did you sleep?": 5,
    "How sore are your muscles?": 5,
    "How relaxed are you?": 4,
    MOOD: 5,
    "How many hours did you sleep?": 7.5,
}


def on_the_map(page: AppTest, area: str | None) -> AppTest:
    """Chooses a place from the list, into which the figure writes too: a tap on it wants a browser."""
    (places,) = [box for box in page.selectbox if (box.key or "").startswith("tb-area-")]
    return places.set_value(area).run()


def check_ins(store: Store, athlete: int, day: dt.date = MONDAY) -> list[Kept[CheckIn]]:
    """The check-ins that count."""
    return daily_entries(store, CheckIn, PROGRAM, [athlete], ["first"], day, day)
