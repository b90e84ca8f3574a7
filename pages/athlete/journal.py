"""What hurt, after what, and how sure am I of each movement again?"""

import streamlit as st

from teamback import app
from teamback.record.events import PainEntry
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.rounds.correcting import in_place_of, may_write, set_aside
from teamback.rounds.journal import journal_writing
from teamback.rounds.reports_of_day import Person, people_of, person
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in, check_in_who
from teamback.ui.form import Form
from teamback.ui.journal import journal_form, journal_list, progress_form

here = app.enter_to_record("Journal")
myself = here.scope.athlete
batch, _ = app.just_kept() or (0, "")


@st.fragment
def entry(who: Person, was: Kept[PainEntry] | None, form: Form) -> None:
    """One entry; a tap runs this part alone."""
    beside, old = Beside(), was.event if was else None
    note, local = may_write(here.scope, PainEntry, "note"), journal_list.local(old, here.squad)
    answers, when = journal_form.ask(form.key, old, local, here.today, note, beside)
    if not form.save(beside):
        return
    typed = journal_writing.entry(answers, when, who, here.squad, here.scope, old)
    if isinstance(typed, Refusal):
        return beside.say([typed])
    if refusals := journal_writing.refusals(typed, who, here.squad, here.store.clock()):
        return beside.say(refusals)
    kept = in_place_of(here.store, here.scope, who, typed, was)
    form.keep([kept], "Saved in the journal.", beside)


@st.fragment
def progress(who: Person, form: Form) -> None:
    """The movements, two taps each."""
    beside = Beside()
    scored = journal_writing.scores_lately(here.store, here.scope, who, here.day)
    names = journal_writing.movements(scored, here.squad.sport)
    typed = progress_form.ask(form.key, names, scored, here.day)
    if not form.save(beside):
        return
    entries = journal_writing.progress(here.store, here.scope, who, here.day, typed, scored)
    if refusals := journal_writing.against(entries, here.today, who.joined):
        return beside.say(refusals)
    form.keep(entries, "Saved in the diary.", beside)


def journal(who: Person, key: str) -> None:
    """The entries, or the one that is written."""
    lines = journal_writing.written_lately(here.store, here.scope, who, here.day)
    chosen = journal_list.choose(lines, here.squad, here.today, key, staff=myself is None)
    if chosen.set_aside:
        with app.saying_why():
            aside = set_aside(chosen.set_aside, "Entered by mistake.")
            app.keep([aside], here.scope, here.seen, "Set aside.")
    if chosen.open is not None:
        was = next((line.entry for line in lines if line.counts and line.entry.seq == chosen.open), None)
        entry(who, was, app.form(here, f"{key}-{chosen.open}"))


with st.container(width=check_in.WIDTH):
    view = journal_list.choose_view()
    people = [] if myself else people_of(here.store, here.scope, here.squad.squad, here.day)
    number = myself if myself is not None else check_in_who.choose(people)
    if number is not None:
        app.opened("journal", number)
        key = f"{view}-{number}-{here.day}-{batch}"
        who = person(here.store, here.scope, number)
        if view == journal_list.PAIN:
            journal(who, key)
        else:
            progress(who, app.form(here, key))
    if myself is not None:
        check_in.urgent()
