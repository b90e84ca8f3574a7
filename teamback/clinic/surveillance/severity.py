"""Severity of injuries by days lost, in the bins in use: IOC 2020, UEFA, and those of injurytools."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Bin:
    """One class of severity: from so many days lost to so many (None: and more)."""

    label: str
    least: int
    most: int | None

    @property
    def days(self) -> str:
        """Its days in words."""
        if self.most is None:
            return f"{self.least} d and more"
        return f"{self.least} d" if self.least == self.most else f"{self.least} to {self.most} d"


SCHEMES: dict[str, tuple[Bin, ...]] = {
    "IOC2020": (Bin("none", 0, 0), Bin("1-7", 1, 7), Bin("8-28", 8, 28), Bin(">28", 29, None)),
    "UEFA": (
        Bin("slight/minimal", 0, 3),
        Bin("mild", 4, 7),
        Bin("moderate", 8, 28),
        Bin("severe", 29, None),
    ),
    "injurytools": (
        Bin("Minor", 0, 6),
        Bin("Moderate", 7, 27),
        Bin("Severe", 28, 83),
        Bin("Very_severe", 84, None),
    ),
}
TITLES = {"IOC2020": "IOC 2020", "UEFA": "UEFA", "injurytools": "injurytools (R)"}


def bin_of(days_lost: int, scheme: str) -> Bin:
    """The class of so many days lost."""
    return next(b for b in SCHEMES[scheme] if b.most is None or days_lost <= b.most)


def counts(days_lost: Sequence[int], scheme: str) -> dict[Bin, int]:
    """How many events lie in each class, the empty ones too."""
    found = [bin_of(days, scheme) for days in days_lost]
    return {each: found.count(each) for each in SCHEMES[scheme]}
