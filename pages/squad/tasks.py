"""What has to be done, by whom, by when?"""

from collections.abc import Callable

from teamback import app
from teamback.record.kept import RosterAthlete
from teamback.rounds.reports_of_day import people_of
from teamback.rounds.urgent.task_help import to_hold
from teamback.rounds.urgent.tasks import squad_tasks
from teamback.ui import drawer
from teamback.ui.check_ins import check_in_who
from teamback.ui.form import Form
from teamback.ui.urgent import inflammatory_form, task_beside, task_list, task_panel

here = app.enter_squad("Tasks", choose_day=False)
found = app.once(here, squad_tasks)
saved, _ = app.just_kept() or (0, "")


def warning_signs(who: RosterAthlete, form: Form) -> None:
    """The warning signs, asked of an athlete by staff."""
    app.ask_warning_signs(here, form, who.athlete, who.home)


def inflammatory(who: RosterAthlete, form: Form) -> None:
    """The questions on inflammatory back pain, asked of an athlete by staff."""
    app.ask_inflammatory(here, form, who.athlete)


def of_somebody(name: str, ask: Callable[[RosterAthlete, Form], None]) -> None:
    """Questions outside a check-in and outside a task: first whom."""
    people = people_of(here.store, here.scope, here.squad.squad, here.today)
    athlete = check_in_who.choose(people)
    who = next((one for one in people if one.athlete == athlete), None)
    if who:
        ask(who, app.form(here, f"{name}-{athlete}"))


by = task_panel.Writing(
    scope=here.scope,
    today=here.today,
    zone=here.squad.time_zone,
    screen=warning_signs,
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
    drawer.draw("tasks", "Screen for warning signs", of_somebody, what, warning_signs)
elif what == task_list.INFLAMMATORY:
    drawer.draw("tasks", inflammatory_form.TITLE, of_somebody, what, inflammatory)
for item in found.open:
    if what == (key := task_panel.form_of(item.task)):
        app.opened("tasks", item.task.athlete)
        about = (item, found.alerts_about(item.task), by, app.form(here, key), lambda n: app.links(here, n))
        drawer.draw("tasks", item.who.known_as, task_panel.panel, *about)
