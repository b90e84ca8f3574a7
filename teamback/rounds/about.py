"""What is known about an athlete on a morning besides the daily facts: decision, red flags, tests, OSTRC."""

from dataclasses import dataclass

from teamback.clinic.assessment.ostrc_weekly import Weekly
from teamback.record.events import Availability
from teamback.record.kept import Kept
from teamback.rounds.tested import NEVER, Tested
from teamback.rounds.urgent.red_flags import Standing


@dataclass(frozen=True)
class About:
    """The decision in force, red flags, the last baseline, the stage of the case that limits most, and the
    newest weekly answer on health problems, where it is asked for and may be read.
    """

    decision: Kept[Availability] | None = None
    red_flag: Standing = Standing()
    tested: Tested = NEVER
    stage: str = ""
    ostrc: Weekly | None = None
    ostrc_asked: bool = False
