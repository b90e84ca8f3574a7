"""What came before pain or with it, counted with how often; the clinician names a pattern, nobody a cause."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from teamback.clinic.limits import Limits

ONLY_COUNTED = "Counted as written down: says what came together, not what caused it"
_TIMES = ((6, "night"), (11, "morning"), (17, "midday"), (23, "evening"), (24, "night"))
"""Up to which hour of the day it is which time of day (pain_words.TIMES_OF_DAY)."""


@dataclass(frozen=True)
class Trigger:
    """One word, how many entries say it, how many of them have a score, and their mean pain (NRS).

    The mean is None below `trigger_entries` scored entries: a mean of three says little.
    """

    word: str
    n: int
    scored: int
    mean: float | None


def counted(entries: Iterable[tuple[str | None, float | None]], limits: Limits) -> tuple[Trigger, ...]:
    """How often each word stands beside a pain score, and the mean of those scores; most often first.

    An entry without the word is left out: not said is not "nothing in particular".
    """
    n: Counter[str] = Counter()
    scores: dict[str, list[float]] = {}
    for word, pain in entries:
        if word:
            n[word] += 1
            scores.setdefault(word, []).extend([] if pain is None else [pain])
    needed = limits["trigger_entries"].value
    found = [
        Trigger(word, count, len(of := scores[word]), sum(of) / len(of) if len(of) >= needed else None)
        for word, count in n.items()
    ]
    return tuple(sorted(found, key=lambda trigger: (-trigger.n, trigger.word)))


def time_of_day(hour: float) -> str:
    """The time of day of an hour in the squad's own time."""
    return next(word for up_to, word in _TIMES if hour < up_to)


def in_words(trigger: Trigger, words: Mapping[str, str]) -> str:
    """One trigger with its n; a word that is in no list stands as it was typed."""
    said = words.get(trigger.word, trigger.word)
    mean = "" if trigger.mean is None else f", mean pain {trigger.mean:.1f}"
    return f"{said}: n = {trigger.n}{mean}"
