"""Who wrote and who opened what of whom, and does the record hold?"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from zoneinfo import ZoneInfo

import streamlit as st

from teamback import app
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN
from teamback.reports.history import opened_csv, written_csv
from teamback.rounds.history.chain import checked
from teamback.rounds.history.compared import compared
from teamback.rounds.history.opened import opened
from teamback.rounds.history.written import Line, handed_out, of_squad, written
from teamback.rounds.own_data import removal
from teamback.rounds.own_data.backups import removed, standing
from teamback.ui import drawer
from teamback.ui.beside import Beside
from teamback.ui.desk import history_entry, history_table, the_record
from teamback.ui.desk.record_panel import DONE, WITHDRAW

scope, in_view = app.enter_desk("History")
store, plan = app.open_store(), app.backups()


def what_was_written(here: app.Here) -> None:
    """Every entry of the squad's athletes; a row opens both sides of a change."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        lines = app.once(here, written, history_table.choose_period())
        sought = history_table.choose(
            (line.of_whom for line in lines), (line.by for line in lines), (line.kind for line in lines)
        )
    shown = [line for line in lines if sought.passes(line.of_whom, line.by, line.kind)]
    if not shown:
        st.info("Nothing was written in these days. Look further back.", icon=":material/info:")
        return
    history_table.count(len(shown), len(lines), lambda n: "entry" if n == 1 else "entries")
    picked = history_table.written(shown, here.today, drawer.key("history", 0))
    number = drawer.what_is_open("history", 0, shown[picked].kept.seq if picked is not None else None)
    download(partial(entries_as_file, shown), f"written-{here.squad.squad}-{here.today}.csv")
    if line := next((line for line in shown if line.kept.seq == number), None):
        drawer.draw("history", history_entry.title(line), entry, here, line)


def entry(here: app.Here, line: Line) -> None:
    """One entry, looked at closely; the log of readings keeps who did."""
    if line.athlete is not None:
        app.opened("history", line.athlete)
    look = of_squad(here.scope, here.squad.squad)
    history_entry.draw(line, compared(store, look, line, ZoneInfo(here.squad.time_zone)), here.today)


def what_was_opened(here: app.Here) -> None:
    """Who opened which page of whom."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        lines = app.once(here, opened, history_table.choose_period())
        sought = history_table.choose((line.of_whom for line in lines), (line.by for line in lines))
    shown = [line for line in lines if sought.passes(line.of_whom, line.by)]
    if not shown:
        st.info("Nobody opened a record in these days. Look further back.", icon=":material/info:")
        return
    history_table.count(len(shown), len(lines), lambda n: "opening" if n == 1 else "openings")
    history_table.readings(shown, here.today)
    download(partial(opened_csv, shown), f"opened-{here.squad.squad}-{here.today}.csv")


def entries_as_file(lines: Sequence[Line]) -> str:
    """The entries with what they say: the log of readings keeps of whom they left."""
    handed_out(store, scope, lines)
    return written_csv(lines)


def download(made: Callable[[], str], name: str) -> None:
    """The lines in view as a file, made when it is asked for."""
    st.download_button("These lines as a file (CSV)", made, name, "text/csv", icon=":material/download:")


def the_whole_record() -> None:
    """The chain, the backups, and who was removed."""
    zone = ZoneInfo(in_view.squad.time_zone) if in_view else None
    the_record.ask(partial(checked, store, plan.folder), zone)
    the_record.backups(standing(store, plan), zone)
    second_person(in_view.today if in_view else store.clock().date())
    whole_club = scope.audience == CLINICIAN and scope.squads is None  # a removal names no squad
    the_record.removals(removed(store, plan), whole_club, zone)


def second_person(today: dt.date) -> None:
    """The removals that somebody asked for, and that another person carries out."""
    beside, rules = Beside(), app.retention()
    asked = removal.open_removals(store, scope, rules)
    if pressed := the_record.requests(asked, scope.signature, today, beside, scope.audience == CLINICIAN):
        stands, wanted = pressed
        try:
            removal.settle(store, scope, stands, wanted.act == WITHDRAW, rules)
        except Refusal as refusal:
            return beside.say([refusal])
        app.say(DONE[wanted.act])


sections = [history_table.WRITTEN, history_table.OPENED] if in_view else []
section = history_table.choose_section([*sections, history_table.RECORD])
with app.saying_why():
    if in_view and section == history_table.WRITTEN:
        what_was_written(in_view)
    elif in_view and section == history_table.OPENED:
        what_was_opened(in_view)
    else:
        the_whole_record()
