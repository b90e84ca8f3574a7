"""The two screens that staff ask outside a check-in: warning signs, and inflammatory back pain."""

from teamback.app.here import Here
from teamback.rounds.urgent.morning_report import background_of
from teamback.rounds.urgent.task_help import born
from teamback.ui.form import Form
from teamback.ui.urgent import inflammatory_form, red_flag_form


def ask_warning_signs(here: Here, form: Form, athlete: int, home: str) -> None:
    """The warning signs; what staff recorded of the athlete's past is there already."""
    form.say_who_was_first()
    before = background_of(here.store, here.scope, athlete, home, here.today)
    entries = red_flag_form.form(form.key, athlete, here.today, here.scope.signature, before)
    if entries:
        form.keep(entries, "Screen saved.")


def ask_inflammatory(here: Here, form: Form, athlete: int) -> None:
    """The questions on inflammatory back pain, which begin with the age at onset."""
    form.say_who_was_first()
    known = born(here.store, here.scope, athlete)
    typed = inflammatory_form.form(form.key, athlete, here.today, known.on, known.limits)
    if typed:
        form.keep([typed], "Screen saved.")
