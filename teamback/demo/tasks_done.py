"""What the invented staff did about the tasks of the season: each was looked at and closed."""

import datetime as dt

from teamback.record.events import TaskAct
from teamback.record.scope import Scope
from teamback.rounds.urgent.tasks import SquadTask, squad_tasks
from teamback.store import Store
from teamback.store.queries.roster import squads

OUTCOMES = {
    "ES8": "Examined: no neurological sign, no red flag. Plan adjusted, load held for a week.",
    "ES9": "Examined after training: lifting and sprinting cut down, back to usual within ten days.",
    "ES10": "Reviewed: problem known and in hand, exercises changed.",
    "ES11": "Examined: one-leg extension free of pain, no imaging. Extension held for a week.",
}
_OLD = dt.timedelta(days=10)
_MOST = 12  # rounds: a task that is closed may let the next one of the season be seen


def close_what_is_long_past(store: Store, last: dt.date, by: Scope) -> None:
    """Closes the tasks of the season that were due ten days before its last day, or earlier."""
    for squad in squads(store, by):
        for _ in range(_MOST):
            found = squad_tasks(store, squad.squad, last, None, by).open
            old = [one for one in found if one.task.rule in OUTCOMES and one.task.due <= last - _OLD]
            if not old:
                break
            store.keep([_closed(one) for one in old], by)


def _closed(item: SquadTask) -> TaskAct:
    task = item.task
    return TaskAct(
        day=task.due,
        athlete=task.athlete,
        rule=task.rule,
        cause=task.cause,
        act="closed",
        outcome=OUTCOMES[task.rule],
    )
