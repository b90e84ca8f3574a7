"""Whether a change of pain is one that matters: 2 points or 30 % of where it began, and what it hangs on."""

from dataclasses import dataclass

from teamback.clinic.limits import Limits

BETTER, WORSE, SMALL = "better", "worse", "small"
DEPENDS_ON_THE_START = (
    "What counts as a change hangs on where the pain began: from 1 to 4 about 1 point, from 5 to 7 about 2, "
    "from 8 to 10 about 3 to 4 (hospital cohort of 1232, doi 10.1055/a-1304-3677)"
)
_FELT = ((4.5, "about 1 point"), (7.5, "about 2 points"), (10.0, "about 3 to 4 points"))
"""Up to which start of pain (NRS) which change was felt as one, by that cohort."""


@dataclass(frozen=True)
class Change:
    """A change of pain from where it began; `standing` says whether it matters, and which way."""

    before: float
    now: float
    standing: str

    @property
    def points(self) -> float:
        """Now less before: below 0 is less pain."""
        return round(self.now - self.before, 9)

    @property
    def percent(self) -> float | None:
        """The same in percent of where it began; None where that is 0."""
        return round(100 * self.points / self.before, 9) if self.before > 0 else None

    @property
    def says(self) -> str:
        """The change in words, with its figures."""
        share = "" if self.percent is None else f", {self.percent:+.0f} %"
        figures = f"{self.before:.1f} to {self.now:.1f} ({self.points:+.1f}{share})"
        return f"{_WORDS[self.standing]}: {figures}"


_WORDS = {
    BETTER: "Less pain, a change that matters",
    WORSE: "More pain, a change that matters",
    SMALL: "No change that matters",
}


def change_of_pain(before: float, now: float, limits: Limits) -> Change:
    """Whether pain (NRS, 0 to 10) changed by a minimal important change (Ostelo 2008).

    For the better: 2 points, or 30 % of where it began. For the worse: 2 points alone, as 30 % of a little
    pain is next to nothing (house rule).
    """
    rise = round(now - before, 9)
    points, share = limits["change_points"].value, limits["change_percent"].value
    if rise >= points:
        return Change(before, now, WORSE)
    better = -rise >= points or (rise < 0 and -rise >= round(share * before / 100, 9))
    return Change(before, now, BETTER if better else SMALL)


def felt_from(before: float) -> str:
    """How large a change was felt as one by people whose pain began at this score."""
    return next(said for up_to, said in _FELT if before <= up_to)
