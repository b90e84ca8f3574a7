"""The thresholds that the rules read: numbers with unit, source, status, checker and review date."""

import datetime as dt
import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from teamback.record.refusal import Refusal
from teamback.record.words import STATUS

LIMITS_FILE = Path(__file__).parents[2] / "data" / "limits.toml"

NEEDED = (
    "low_back_amber",
    "low_back_red",
    "response_peak_amber",
    "response_peak_red",
    "response_rise_red",
    "response_rise_red_from",
    "response_rise_amber",
    "response_rise_amber_from",
    "response_rise_repeated",
    "response_wait_hours",
    "response_window_hours",
    "session_default_hour",
    "pain_trend_amber",
    "pain_trend_red",
    "pain_trend_entries",
    "wellness_info",
    "wellness_amber",
    "wellness_window_days",
    "wellness_scores_needed",
    "wellness_sd_floor",
    "load_rise_info",
    "load_rise_strong",
    "load_week_from",
    "load_known_days",
    "usual_weeks_needed",
    "acwr_known_days",
    "monotony_info",
    "reporting_share",
    "reporting_window_days",
    "reference_known_days",
    "nearly_pain_free",
    "reporting_gap_days",
    "check_in_fresh_days",
    "session_fresh_days",
    "ostrc_fresh_days",
    "flare_window_days",
    "flare_days_needed",
    "flare_above_median",
    "flare_from",
    "load_over_ceiling",
    "stage_longer_factor",
    "baseline_battery_days",
    "referral_pain",
    "referral_days",
    "referral_gap_days",
    "referral_last_days",
    "change_points",
    "change_percent",
    "episode_free_days",
    "recurrence_pain",
    "pain_usual_days",
    "pain_usual_scores",
    "pain_usual_sd_floor",
    "trigger_entries",
)

_NOT_ABOVE = (
    ("low_back_amber", "low_back_red"),
    ("response_peak_amber", "response_peak_red"),
    ("response_rise_amber", "response_rise_red"),
    ("pain_trend_amber", "pain_trend_red"),
    ("wellness_amber", "wellness_info"),
    ("load_rise_info", "load_rise_strong"),
)


@dataclass(frozen=True)
class Limit:
    """One threshold: its value in `unit`, what it `says`, and who stands behind it."""

    name: str
    value: float
    unit: str
    says: str
    source: str
    status: str
    checked_by: str
    next_review: dt.date
    doi: str | None = None

    @property
    def cited(self) -> str:
        """The source as the screen cites it."""
        return f"{self.source} (doi {self.doi})" if self.doi else self.source


@dataclass(frozen=True)
class Limits:
    """All thresholds of one version, by name: `limits["low_back_red"].value`."""

    version: str
    entries: Mapping[str, Limit]

    def __getitem__(self, name: str) -> Limit:
        return self.entries[name]

    def __iter__(self) -> Iterator[Limit]:
        return iter(self.entries.values())

    @classmethod
    def from_text(cls, text: str, younger: "Limits | None" = None) -> "Limits":
        """Read a limits file; Refusal, naming the entry and how to mend it, when it cannot be relied on.

        In a file of the past, entries that no rule needed then are those of the `younger` limits.
        """
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise Refusal(f"The limits are not valid TOML ({error}): mend that place.") from error
        version = tables.pop("version", None)
        if not isinstance(version, str) or not version.strip():
            raise Refusal('The limits have no version: add a first line such as version = "2026-11".')
        entries = dict(younger.entries) if younger else {}
        entries |= {name: _limit(name, table) for name, table in tables.items()}
        for name in NEEDED:
            if name not in entries:
                raise Refusal(f"The limits lack [{name}]: add it with {', '.join(_FIELDS)}.")
        for lower, upper in _NOT_ABOVE:
            if entries[lower].value > entries[upper].value:
                raise Refusal(f"In the limits [{lower}] lies above [{upper}]: change one of the two values.")
        return cls(version, entries)


_TEXTS = ("unit", "says", "source", "status", "checked_by")
_FIELDS = ("value", *_TEXTS, "next_review")


def _limit(name: str, table: Any) -> Limit:
    if not isinstance(table, dict):
        raise Refusal(f"{name} in the limits is no table: write [{name}] above its {', '.join(_FIELDS)}.")
    for field in _FIELDS:
        if field not in table:
            raise Refusal(f"[{name}] in the limits has no {field}: add a line {field} = ...", field)
    for field in table:
        if field not in (*_FIELDS, "doi"):
            raise Refusal(f"[{name}] in the limits has an unknown field {field}: take it out.", field)
    for field in (*_TEXTS, *(("doi",) if "doi" in table else ())):
        if not isinstance(table[field], str) or not table[field].strip():
            raise Refusal(f"{field} of [{name}] in the limits must be words in quotes.", field)
    value, status, review = table["value"], table["status"], table["next_review"]
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Refusal(
            f"value of [{name}] in the limits is {value!r}: write a number without quotes.", "value"
        )
    if status not in STATUS:
        choices = ", ".join(f'"{word}"' for word in STATUS)
        raise Refusal(f'status of [{name}] in the limits is "{status}": write one of {choices}.', "status")
    if type(review) is not dt.date:
        raise Refusal(
            f"next_review of [{name}] in the limits must be a date such as 2027-05-31.", "next_review"
        )
    return Limit(name=name, **table)
