"""The low back's figures: a gap stays a gap, a change is a band, and a day's label says all that is known."""

import datetime as dt
from dataclasses import replace

import numpy as np

from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.rounds.low_back.against_baseline import Baseline
from teamback.rounds.low_back.athlete_low_back import ChangeMade, Mean
from teamback.rounds.low_back.pain_days import PainDays
from teamback.rounds.low_back.pain_journal import JournalEntry
from teamback.ui.low_back.athlete_figure import athlete_figure, numbered
from teamback.ui.low_back.baseline_figure import baseline_figure
from teamback.ui.low_back.journal_figure import journal_figure

LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
FIRST = dt.date(2026, 11, 1)
N = np.nan
KNEE = JournalEntry(1, FIRST, 2.5, None, None, "knee", None, None, None, None, None)


def days(**lines: list[float]) -> PainDays:
    size = len(next(iter(lines.values())))
    empty = dict.fromkeys(
        (
            *("morning", "before", "during", "after", "next_morning"),
            *("week", "usual", "usual_sd", "load"),
        ),
        np.full(size, np.nan),
    )
    no = dict.fromkeys(("rest", "flare_reported", "flare_by_pain"), np.zeros(size, bool))
    given = {name: np.array(values) for name, values in lines.items()}
    return PainDays(first=FIRST, **empty | no | given)


def made(since: int, until: int | None, ended: bool = False, kept: bool = False) -> ChangeMade:
    end = None if until is None else FIRST + dt.timedelta(days=until)
    about = {"seq": 1, "what": "footwear", "change": "x", "before": Mean(None, 0), "after": Mean(None, 0)}
    begin = FIRST + dt.timedelta(days=since)
    return ChangeMade(since=begin, until=end, ended=ended, kept_for_good=kept, **about)  # type: ignore[arg-type]


def trace(drawn: object, name: str) -> object:
    return next(t for t in drawn.data if t.name == name)  # type: ignore[attr-defined]


def test_no_line_bridges_a_morning_without_score() -> None:
    drawn = athlete_figure(days(morning=[1, N, 3]), (), LIMITS)
    morning = trace(drawn, "Morning")
    assert np.isnan(morning.y[1])  # type: ignore[attr-defined]
    assert morning.connectgaps is False  # type: ignore[attr-defined]


def test_a_score_of_0_is_drawn_smaller_and_a_session_without_score_is_not_drawn() -> None:
    drawn = athlete_figure(days(morning=[0, 0, 0], during=[0, 4, N]), (), LIMITS)
    during = trace(drawn, "During")
    sizes = during.marker.size  # type: ignore[attr-defined]
    assert sizes[0] < sizes[1]
    assert np.isnan(during.y[2])  # type: ignore[attr-defined]


def test_the_label_of_a_day_says_what_is_known_and_what_is_not() -> None:
    drawn = athlete_figure(days(morning=[2, N], before=[2, N], during=[4, N], load=[300, N]), (), LIMITS)
    first, second = drawn.data[0].text
    assert "Morning 2/10<br>Before 2/10, During 4/10<br>Load 300 AU" in first
    assert "Morning not answered<br>No score around a session<br>Load not known" in second


def test_a_change_is_a_band_from_its_first_day_to_its_last_and_goes_on_where_nobody_ended_it() -> None:
    changes = (made(1, 3, ended=True), made(2, 2), made(0, 2, ended=True, kept=True))
    drawn = athlete_figure(days(morning=[0.0] * 6), changes, LIMITS)
    ends = [(shape.x0.day, shape.x1.day) for shape in drawn.layout.shapes]
    assert ends == [(1, 4), (2, 6), (31, 6)]
    last = FIRST + dt.timedelta(days=5)
    assert len(numbered(changes, FIRST + dt.timedelta(days=4), last)) == 2, "an ended one is out of view"


def test_three_years_of_a_diary_are_one_line_with_its_gaps() -> None:
    entries = [replace(KNEE, day=FIRST + dt.timedelta(days=n), pain=n % 7 / 2) for n in range(0, 1096, 3)]
    last = entries[-1].day
    drawn = journal_figure([*entries, replace(entries[0], pain=9.5)], FIRST, last)
    worst = trace(drawn, "Worst of the day")
    assert len(worst.y) == (last - FIRST).days + 1  # type: ignore[attr-defined]
    assert worst.y[0] == 9.5  # type: ignore[attr-defined]
    assert np.isnan(worst.y[1])  # type: ignore[attr-defined]
    assert len(trace(drawn, "Entry").x) == len(entries) + 1  # type: ignore[attr-defined]


def test_a_line_without_baseline_has_no_dashed_line() -> None:
    points = ((FIRST, 2.0, 7),)
    drawn = baseline_figure(
        Baseline(points, 1.0, 20), Baseline((), None, 0), Baseline(points, None, 0), FIRST, FIRST
    )
    assert [t.line.dash for t in drawn.data].count("dash") == 1
