"""What has to be done, by whom, by when?"""

from collections.abc import Callable

from teamback import app
from teamback.record.kept import RosterAthlete
from teamback.rounds.reports_of_day import people_of
from teamback.rounds.urgent.morning_report import background_of
from teamback.rounds.urgent.task_help import born, to_hold
from teamback.rounds.urgent.tasks import squad_tasks
from teamback.ui import drawer
from teamback.ui.check_ins import check_in_who
from teamback.ui.urgent import (
    inflammatory_form,
    red_flag_form,
    task_beside,
    task_forms,
    task_list,
    task_panel,
)

here = app.enter_squad("Tasks", choose_day=False)
found = app.once(here, squad_tasks)
saved, _ = app.just_kept() or (0, "")


def screen(who: RosterAthlete, form: str) -> None:
    """The warning signs, asked of an athlete by staff."""
    before = background_of(here.store, here.scope, who.athlete, who.home, here.today)
    entries = red_flag_form.form(form, who.athlete, here.today, here.scope.signature, before)
    if entries:
        app.keep_form(entries, here, form, "Screen saved", task_forms.refused)


def inflammatory(who: RosterAthlete, form: str) -> None:
    """The questions on inflammatory back pain, asked of an athlete by staff."""
    known = born(here.store, here.scope, who.athlete)
    typed = inflammatory_form.form(form, who.athlete, here.today, known.on, known.limits)
    if typed:
        app.keep_form([typed], here, form, "Screen saved", task_forms.refused)


def of_somebody(name: str, ask: Callable[[RosterAthlete, str], None]) -> None:
    """Questions outside a check-in and outside a task: first whom."""
    people = people_of(here.store, here.scope, here.squad.squad, here.today)
    athlete = check_in_who.choose(people)
    who = next((one for one in people if one.athlete == athlete), None)
    if who:
        app.seen(f"{name}-{athlete}", here)
        ask(who, f"{name}-{athlete}")


by = task_panel.Writing(
    scope=here.scope,
    today=here.today,
    zone=here.squad.time_zone,
    keep=lambda form, events, saying: app.keep_form(events, here, form, saying, task_forms.refused),
    screen=screen,
    to_hold=lambda athlete: to_hold(here.store, here.scope, athlete, here.today),
)
task_beside.whether_alerts_leave(app.settings().alert_channels)
task_beside.appointments(found.appointments)
chosen, items, asked = task_list.head(found, here.scope.profession, saved)
opened, act = task_list.listed(chosen, items, found, by)
if act:
    with app.saying_why():
        app.keep([act], here.scope, here.seen, "Saved")
what = drawer.what_is_open("tasks", saved, asked or opened)
if what == task_list.SCREEN:
    drawer.draw("tasks", "Screen for warning signs", of_somebody, what, screen)
elif what == task_list.INFLAMMATORY:
    drawer.draw("tasks", inflammatory_form.TITLE, of_somebody, what, inflammatory)
for item in found.open:
    if what == (form := task_panel.form_of(item.task)):
        app.opened("tasks", item.task.athlete)
        app.seen(form, here)
        about = (item, found.alerts_about(item.task), by, app.changed(form), lambda n: app.links(here, n))
        drawer.draw("tasks", item.who.known_as, task_panel.panel, *about)
