"""A squad of thirty on a busy morning: the fullest training sheet that must fit one page."""

import datetime as dt

from teamback.record.events import CalendarEntry
from teamback.store import Store
from tests.squads import MONDAY, PHYSIO, a_squad, decided

NAMES = (
    "Abel Berg Costa Diaz Eriksen Fofana Garcia Haas Ito Jansen Keita Lind Moreau Nilsen Okafor Perez "
    "Quiroga Rossi Sato Traoré Ueda Vidal Walker Xhaka Yilmaz Zidane O'Brien Bianchi <b>Ola</b> :red[Kim]"
)
LONG = "Works apart in the second half hour, then joins the small-sided games without duels and sprints. "


def thirty(store: Store) -> list[int]:
    """Nineteen Full, five Modified, three in Rehab, three Out, and a match on Wednesday."""
    people = a_squad(store, NAMES)
    modified, rehab, out = people[12:17], people[17:20], people[20:23]
    wednesday = MONDAY + dt.timedelta(days=2)
    away = {"review_on": wednesday, "reason": "injury", "text_to_coach": (LONG * 2).strip()}
    limits = {"restrictions": ("lift_and_hinge", "contact", "full_speed"), "can_do": LONG.strip()}
    decisions = [decided(athlete, "full") for athlete in people if athlete not in modified + rehab + out]
    decisions += [decided(athlete, "modified", minutes_cap=45.0, **limits, **away) for athlete in modified]
    decisions += [decided(athlete, "rehab", **away) for athlete in rehab]
    decisions += [decided(athlete, "out", until_reviewed=athlete == out[0], **away) for athlete in out]
    store.keep(decisions, PHYSIO)
    training = CalendarEntry(day=MONDAY, squad="first", what="training", start="10:30", place="Pitch 1")
    match = CalendarEntry(day=wednesday, squad="first", what="match", start="19:00")
    store.keep([training, match], PHYSIO)
    return people
