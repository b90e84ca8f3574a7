"""What each figure of the surveillance counts, in one sentence, for the screen and for every export."""

from typing import NamedTuple


class Definition(NamedTuple):
    """A figure's label, its unit, and what it counts."""

    label: str
    unit: str
    says: str


DEFINITIONS: dict[str, Definition] = {
    "injuries": Definition(
        "Injuries",
        "cases",
        "Cases of the kind injury that began in the period, reinjuries and exacerbations among them; cases "
        "opened by mistake left out.",
    ),
    "time_loss": Definition(
        "Time-loss injuries", "cases", "Those of the injuries that cost at least one day (IOC 2020)."
    ),
    "back_injuries": Definition(
        "Low-back injuries",
        "cases",
        "Those of the injuries at the lumbosacral region (OSIICS L: lumbar spine, sacroiliac joints, "
        "buttocks).",
    ),
    "back_complaints": Definition(
        "Low-back complaints", "cases", "Cases of the kind complaint at the same region."
    ),
    "incidence": Definition(
        "Incidence",
        "per 1000 h",
        "Cases for every 1000 hours of exposure, with the exact Poisson interval of 95 % (Garwood 1936).",
    ),
    "burden": Definition(
        "Burden",
        "days per 1000 h",
        "Days lost by these cases for every 1000 hours of exposure; its interval takes each day for an "
        "event of its own and is rather narrow.",
    ),
    "days_lost": Definition(
        "Days lost",
        "days",
        "Days not fully available, by the clinicians' decisions: less than Full for training or less than "
        "Available for match, because of injury, illness or without a reason given. The first is day 0; "
        "where time loss is intermittent, every missed day counts (IOC 2020). A day belongs to the case that "
        "began first. What is still going on counts up to the last day.",
    ),
    "severity": Definition("Severity", "cases", "Injuries by their days lost."),
    "exposure": Definition(
        "Exposure",
        "h",
        "Minutes of sessions and matches in which an athlete took part, on days on the squad; rehab sessions "
        "are no exposure, and a session without minutes adds nothing and is counted apart.",
    ),
    "availability": Definition(
        "Availability",
        "%",
        "Days fully available of those on the squad with a decision; days away for personal reasons or "
        "international duty, and days without a decision, are in neither.",
    ),
    "time_loss_days": Definition(
        "Time-loss days",
        "days",
        "Days lost in the period by whatever case, also one that began before it, and those of no case.",
    ),
    "low_back_days": Definition(
        "Low-back days",
        "mornings",
        "Mornings on which low back pain was scored 2/10 or more, of the mornings on which it was answered.",
    ),
    "sessions": Definition("Sessions", "sessions", "Sessions and matches in which the athlete took part."),
    "adherence": Definition(
        "Adherence",
        "%",
        "Exercises done of those planned; without an entry one counts as not done.",
    ),
}
EXACT = "95 %, exact (Garwood)"
