"""What has to be done, by whom, by when?"""

import streamlit as st

from teamback import app
from teamback.clinic.urgent.tasks import Task, against, refer
from teamback.record.events import TaskAct
from teamback.record.kept import RosterAthlete
from teamback.rounds.reports_of_day import people_of
from teamback.rounds.urgent.morning_report import background_of
from teamback.rounds.urgent.tasks import SquadTask, squad_tasks
from teamback.ui import drawer
from teamback.ui.check_ins import check_in_who
from teamback.ui.urgent import red_flag_form, task_forms, task_list

here = app.enter_squad("Tasks", choose_day=False)
found = app.once(here, squad_tasks)
saved, _ = app.just_kept() or (0, "")
SCREEN = "screen"


def act(task: Task, what: str, **said: str | None) -> TaskAct:
    """What this person does about a task."""
    return TaskAct(day=here.today, athlete=task.athlete, rule=task.rule, cause=task.cause, act=what, **said)


def form_of(task: Task) -> str:
    """The name of a task's form."""
    return f"task-{task.rule}-{task.cause}"


def panel(item: SquadTask) -> None:
    """One task: how far it is, and what can be done about it."""
    task, form = item.task, form_of(item.task)
    app.opened("tasks", task.athlete)
    st.html(task_list.told(item, here.today, here.squad.time_zone))
    app.links(here, task.athlete)
    if first := app.changed(form):
        st.error(first, icon=":material/group:")
    what = task_forms.choose(task.rule == "ES15", form)
    if what == task_forms.ASK_AGAIN:
        return screen(item.who, form)
    if what == task_forms.REFER:
        typed = task_forms.referral(form, task.athlete, here.today)
        if task_forms.save("Refer on", refer(typed, here.today), form):
            done = act(task, "acted", note="Referred on")
            app.keep_form([typed, done], here, form, "Referral saved", task_forms.refused)
        return
    if what == task_forms.CLOSE:
        ending = act(task, "closed", outcome=task_forms.outcome(form))
    else:
        ending = act(task, "acted", note=task_forms.note(form))
    label = "Close with this outcome" if what == task_forms.CLOSE else "Save"
    if task_forms.save(label, against(ending, task, here.scope), form):
        app.keep_form([ending], here, form, "Saved", task_forms.refused)


def screen(who: RosterAthlete, form: str) -> None:
    """The warning signs, asked of an athlete by staff."""
    before = background_of(here.store, here.scope, who.athlete, who.home, here.today)
    entries = red_flag_form.form(form, who.athlete, here.today, here.scope.signature, before)
    if entries:
        app.keep_form(entries, here, form, "Screen saved", task_forms.refused)


def screen_somebody() -> None:
    """A screen outside a check-in and outside a task: first whom."""
    people = people_of(here.store, here.scope, here.squad.squad, here.today)
    athlete = check_in_who.choose(people)
    who = next((one for one in people if one.athlete == athlete), None)
    if who:
        form = f"screen-{athlete}"
        app.seen(form, here)
        screen(who, form)


def listed(items: list[SquadTask]) -> object:
    """The cards; gives the task that is to be opened."""
    opened = None
    for item in items:
        for pressed in task_list.card(item, here.today, here.squad.time_zone):
            if pressed == "open":
                opened = form_of(item.task)
                continue
            with app.saying_why():
                app.keep([act(item.task, pressed)], here.scope, here.seen, "Saved")
    return opened


asked: object = None
with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    chosen, items = task_list.choose(found, here.scope.profession)
    if st.button("Screen an athlete", icon=":material/checklist:", key=f"screen-{saved}"):
        asked = SCREEN
if not items:
    task_list.nothing(chosen)
elif chosen == task_list.DONE:
    listed(list(items))
else:
    for heading, part in task_list.by_urgency(items, here.today).items():
        st.markdown(f"**{heading} ({len(part)})**")
        asked = listed(part) or asked
what = drawer.what_is_open("tasks", saved, asked)
if what == SCREEN:
    drawer.draw("tasks", "Screen for warning signs", screen_somebody)
for item in found.open:
    if what == form_of(item.task):
        app.seen(form_of(item.task), here)
        drawer.draw("tasks", item.who.known_as, panel, item)
