"""The scenes that tell criteria of one kind: met at the very threshold, just missed, and unknown."""

from collections.abc import Callable
from typing import Any

from teamback.record.event import Event
from teamback.record.events import RedFlagScreen
from tests.rounds.gate_scenes import Her, Scene, Tell
from tests.rounds.telling_red_flags import screen

SILENCE = "nothing is known"
OWN_BEST = 60
"""Days back, before every onset, on which the own best was set."""


def scene(called: str, becomes: str, tell: Tell = lambda _: (), /, **case: Any) -> Scene:
    return Scene(called, becomes, tell, case.pop("screens", {}), case)


def silent(becomes: str = "no_data", **case: Any) -> Scene:
    return scene(SILENCE, becomes, **case)


def flagged(her: Her) -> list[Event]:
    yes: RedFlagScreen = screen(her.athlete, "saddle", confirmed=True, raised=("ES1",))
    return [yes]


def peaks(limit: int, last: int) -> tuple[Scene, ...]:
    """Pain of a session at most a limit in the last so many; one before them was higher."""
    at, above = str(limit), str(limit + 1)
    return (
        scene("met", "met", lambda her: her.sessions(f"{above} {' '.join([at] * last)}")),
        scene("just missed", "not_met", lambda her: her.sessions(f"{above} {' '.join([at] * (last - 1))}")),
        scene("too few sessions", "no_data", lambda her: her.sessions(" ".join([at] * (last - 1)))),
        scene("one not scored", "no_data", lambda her: her.sessions(" ".join([at] * (last - 1)) + " ?")),
        scene("before the case", "no_data", lambda her: her.sessions(" ".join([at] * last), ago=11)),
        scene("long ago", "too_old", lambda her: her.sessions(" ".join([at] * last), ago=15), days=30),
        silent(),
    )


def pains(limit: int, last: int) -> tuple[Scene, ...]:
    """Morning pain at most a limit in the last so many check-ins."""
    at, above = str(limit), str(limit + 1)
    return (
        scene("met", "met", lambda her: her.mornings(f"{above} {' '.join([at] * last)}")),
        scene("just missed", "not_met", lambda her: her.mornings(f"{' '.join([at] * (last - 1))} {above}")),
        scene("one not answered", "no_data", lambda her: her.mornings(f"{' '.join([at] * last)} ?")),
        scene("too few", "no_data", lambda her: her.mornings(" ".join([at] * (last - 1)))),
        scene("before the case", "no_data", lambda her: her.mornings(" ".join([at] * last), ago=11)),
        scene("days ago", "too_old", lambda her: her.mornings(" ".join([at] * last), ago=4)),
        silent(),
    )


def tests(met: str, missed: str, of: str, days: int, **case: Any) -> tuple[Scene, ...]:
    """A test inside a window of days: at the threshold, just below, on the day after the window."""

    def told(said: str, ago: int) -> Callable[[Her], list[Event]]:
        return lambda her: her.test(ago, **{of: said})

    return (
        scene("met", "met", told(met, days - 1), **{"days": 60} | case),
        scene("just missed", "not_met", told(missed, 0), **case),
        scene("a newer one counts", "not_met", lambda h: told(met, 3)(h) + told(missed, 1)(h), **case),
        scene("a day too old", "too_old", told(met, days), **{"days": 60} | case),
        scene("before the case", "too_old", told(met, 2), **case | {"days": 1}),
        silent(**case),
    )


def judged(test: str) -> tuple[Scene, ...]:
    return (
        scene("met", "met", lambda her: her.test(9, **{test: "1"})),
        scene("not yet", "not_met", lambda her: her.test(9, **{test: "1"}) + her.test(0, **{test: "0"})),
        scene("before the case", "too_old", lambda her: her.test(11, **{test: "1"})),
        silent(),
    )


def pain_in(test: str, limit: int, days: int) -> tuple[Scene, ...]:
    def told(pain: float | None, ago: int) -> Callable[[Her], list[Event]]:
        return lambda her: her.test(ago, pain, **{test: "20"})

    return (
        scene("met", "met", told(limit, days - 1)),
        scene("just missed", "not_met", told(limit + 1, 0)),
        scene("pain not scored", "no_data", told(None, 0)),
        scene("a day too old", "too_old", told(0, days)),
        silent(),
    )


def own(met_alone: str, share: str, missed: str) -> tuple[Scene, ...]:
    """An extensor hold: a figure, or a share of the own best of 100 s from before the onset."""
    return (
        *tests(met_alone, missed, "biering_sorensen", 14),
        scene("met by share", "met", _hold(share, 100)),
        scene("share just missed", "not_met", _hold(str(int(share) - 1), 100)),
        scene("no own best", "not_met", lambda her: her.test(0, biering_sorensen=share)),
    )


def _hold(now: str, best: int) -> Callable[[Her], list[Event]]:
    return lambda her: her.test(OWN_BEST, biering_sorensen=str(best)) + her.test(0, biering_sorensen=now)


def totals(instrument: str, met: float, missed: float) -> tuple[Scene, ...]:
    return (
        scene("met", "met", lambda her: her.total(instrument, 6, total=met)),
        scene("just missed", "not_met", lambda her: her.total(instrument, 0, total=missed)),
        scene("a day too old", "too_old", lambda her: her.total(instrument, 7, total=met)),
        silent(),
    )
