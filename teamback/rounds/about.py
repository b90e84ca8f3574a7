"""What is known about an athlete on a morning besides the daily facts: decision, red flags, tests, OSTRC."""

from collections.abc import Callable
from dataclasses import dataclass, field

from teamback.clinic.assessment.ostrc_weekly import Weekly
from teamback.record.events import Availability
from teamback.record.kept import Numbered
from teamback.rounds.tested import NEVER, Tested
from teamback.rounds.urgent.red_flags import Standing


@dataclass(frozen=True)
class Decision(Numbered[Availability]):
    """The availability in force; who decided is looked up when asked, as most of a board nobody opens."""

    by: Callable[[], str] = field(compare=False)


@dataclass(frozen=True)
class About:
    """The decision in force, red flags, the last baseline, the stage of the case that limits most, and the
    newest weekly answer on health problems, where it is asked for and may be read.
    """

    decision: Decision | None = None
    red_flag: Standing = Standing()
    tested: Tested = NEVER
    stage: str = ""
    ostrc: Weekly | None = None
    ostrc_asked: bool = False
