"""Who is on which squad, since when, and under which names other systems know them?"""

from collections.abc import Mapping

import streamlit as st

from teamback import app
from teamback.record.events import SquadNamed
from teamback.record.refusal import Refusal
from teamback.reports.athlete_file import as_zip
from teamback.rounds import joining, new_squad
from teamback.rounds.own_data import guardians, removal
from teamback.rounds.own_data.guardians import Guarded, guarded
from teamback.rounds.own_data.held import held
from teamback.rounds.people import People, Person, people
from teamback.ui import drawer
from teamback.ui.beside import Beside
from teamback.ui.desk import (
    athlete_form,
    guardian_form,
    moving_form,
    people_table,
    record_panel,
    squad_form,
    way_panel,
)
from teamback.ui.form import Form
from teamback.ui.save_bar import save

scope, in_view = app.enter_desk("People")
store = app.open_store()
kept = app.just_kept()
batch = kept[0] if kept else 0


def squad(was: SquadNamed | None = None) -> None:
    """The form of a new squad, or of the one in view."""
    beside, key = Beside(), "this-squad" if was else "squad"
    typed = squad_form.ask(f"{key}-{batch}", new_squad.time_zones(), beside, was)
    if not save(key, beside):
        return
    if refusals := list(new_squad.refusals(typed, store, was)):
        return beside.say(refusals)
    with app.saying_why():
        saying = "saved." if was else "is there: choose it above."
        app.keep([new_squad.as_squad(typed, store, was)], scope, None, f"{typed.name} {saying}")


def details(here: app.Here, who: Person | None, form: Form) -> None:
    """The form of a new athlete, or of one whose details are corrected."""
    beside = Beside()
    typed = athlete_form.ask(form.key, who, here.squad.sport, here.today, beside)
    same = joining.same_name(typed, who, store, scope)
    refusals = joining.refusals(typed, here.today, who, store)
    if form.save(beside, refusals, same, athlete_form.another_person(same)):
        new = joining.new_athlete(typed, here.squad.squad, here.today)
        saying = f"{typed.known_as} is {'saved' if who else 'on the squad'}."
        form.keep(joining.corrected(typed, who) if who else new, saying, beside)


def check_in(who: Person, key: str) -> None:
    """PIN and link, with which the athlete checks in and does nothing else; each is told once."""
    once = f"{drawer.key('people', batch)}-told-{who.athlete}"  # gone when the panel is left
    told: tuple[str, str] | None = st.session_state.get(once)
    there, zone = app.ways_to_check_in(who.athlete, scope), app.time_zone(store)
    if asked := way_panel.ask(who.known_as, who.is_here, there, told, zone, key):
        with app.saying_why():
            st.session_state[once] = app.change_way(asked, who.athlete, scope)
            st.rerun()


def record(here: app.Here, who: Person, key: str) -> None:
    """Everything held on the athlete: handed out, or removed by two people."""
    number, beside = who.athlete, Beside()
    record_panel.hand_out(who.known_as, lambda: as_zip(held(store, scope, number)), here.today)
    stands = removal.removal(store, scope, number, app.retention())
    wanted = record_panel.ask_removal(stands, scope.signature, here.today, key, beside)
    if wanted is None:
        return
    try:
        if wanted.act == record_panel.ASK:
            removal.ask(store, scope, number, wanted.how, wanted.reason)
        elif wanted.act == record_panel.WITHDRAW and stands.asked:
            removal.withdraw(store, scope, stands.asked)
        else:
            removal.carry_out(store, scope, number, wanted.how, wanted.reason, app.retention())
    except Refusal as refusal:
        return beside.say([refusal])
    app.say(record_panel.DONE[wanted.act])


def panel(here: app.Here, who: Person, everybody: People, of: Guarded, forms: Mapping[str, Form]) -> None:
    """One athlete: who they are, where they go, who stands for them, and what is held on them."""
    with_guardian = who.is_minor is not False or bool(of.guardians)
    side = people_table.choose_side(who, with_guardian, scope.role == "lead", open_as(who.athlete))
    form = forms[side]
    if side == people_table.DETAILS:
        details(here, who, form)
    elif side == people_table.SQUADS:
        moving_form.write(form, who, everybody.others)
    elif side == people_table.CHECK_IN:
        check_in(who, form.key)
    elif side == people_table.GUARDIANS:
        guardian_form.write_guardian(form, who.athlete, of)
    elif side == people_table.CONSENTS:
        guardian_form.write_consent(form, who.athlete, of)
    else:
        record(here, who, form.key)


def open_as(what: int) -> str:
    """The name under which something is open: another after each saving."""
    return f"people-{what}-{batch}"


def desk(here: app.Here) -> None:
    """The roster, and one panel for what is opened."""
    everybody = app.once(here, people)
    numbers = tuple(one.athlete for one in (*everybody.here, *everybody.gone))
    guards = app.once(here, guarded, numbers)
    guardian_form.notice(
        guardians.needs_a_word(everybody.here, guards), guardians.age_not_known(everybody.here)
    )
    key = drawer.key("people", batch)
    asked = people_table.buttons()
    asked = people_table.here(everybody.here, here.squad.squad, here.today, f"{key}-here") or asked
    asked = people_table.gone(everybody.gone, here.today, f"{key}-gone") or asked
    what = drawer.what_is_open("people", batch, asked)
    if what == people_table.ADD:
        drawer.draw("people", "Add an athlete", details, here, None, app.form(here, open_as(what)))
    elif what == people_table.MAKE:
        drawer.draw("people", "New squad", squad)
    elif what == people_table.SETTINGS:
        drawer.draw("people", here.squad.name, squad, here.squad)
    elif who := everybody.who(what):
        forms = {side: app.form(here, f"{open_as(what)}-{side.lower()}") for side in people_table.SIDES}
        drawer.draw("people", who.known_as, panel, here, who, everybody, guards[who.athlete], forms)


if in_view is None:
    people_table.no_squad_yet()
    squad()
else:
    desk(in_view)
