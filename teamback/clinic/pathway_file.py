"""Reading a pathway from its file: whatever cannot be relied on is refused with file, stage and the mend."""

import datetime as dt
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from teamback.clinic.pathway import (
    CHECK_INS,
    DAYS,
    NOW,
    OF_STAGE,
    SESSIONS,
    Comparison,
    Criterion,
    Pathway,
    Stage,
    Window,
)
from teamback.record.clinical_words import NATURES, REGIONS
from teamback.record.refusal import Refusal
from teamback.record.words import STATUS, TRAINING

FOLDER = Path(__file__).parents[2] / "data" / "pathways"
_HEAD = ("title", "regions", "natures", "source", "status", "checked_by", "next_review")
_HEAD_TOO = ("draft", "needs_reference_load", "every_stage", "stage")
_STAGE = (
    *("number", "name", "bern_phase", "availability", "aim", "allowed", "not_allowed", "min_days"),
    *("sessions", "signed_by", "source", "status"),
)
_STAGE_TOO = ("exercises", "load_ceiling", "rpe_ceiling", "may_be_passed", "criterion")
_WINDOWS = {"last_sessions": SESSIONS, "last_check_ins": CHECK_INS, "last_days": DAYS}
_COMPARISONS = ("at_least", "at_most", "below", "equals", "between", "of_own_best")
_PART = ("measure", *_WINDOWS, "in_stage", *_COMPARISONS)
_CRITERION = ("id", "says", "source", "status")
_CRITERION_TOO = (*_PART, "kind", "any_of", "from_stage", "to_stage", "from_case_day")
_KINDS = ("objective", "clinician", "advisory")
_SIGN = ("doctor", "physio")


def read(path: Path, measures: Collection[str]) -> Pathway:
    """The pathway in a file; Refusal when it is no pathway, or names a measure that there is not."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(f"{path.name} is not valid TOML ({error}): mend that place.") from error
    _fields(table, _HEAD, _HEAD_TOO, path.name)
    _one_of(table["natures"], NATURES, "natures", path.name)
    _one_of(table["regions"], REGIONS, "regions", path.name)
    _one_of([table["status"]], STATUS, "status", path.name)
    if type(table["next_review"]) is not dt.date:
        raise Refusal(f"{path.name}: next_review must be a date such as 2027-05-31.")
    stages = tuple(
        _stage(s, table.get("every_stage", []), measures, path.name) for s in table.get("stage", [])
    )
    _reachable(stages, path.name)
    head = {name: _plain(table[name]) for name in (*_HEAD, "draft", "needs_reference_load") if name in table}
    return Pathway(key=path.stem, stages=stages, **head)


def _stage(table: dict[str, Any], every: list[dict[str, Any]], measures: Collection[str], file: str) -> Stage:
    where = f"{file}, stage {table.get('number', '?')}"
    _fields(table, _STAGE, _STAGE_TOO, where)
    _one_of([table["availability"]], TRAINING, "availability", where)
    _one_of([table["status"]], STATUS, "status", where)
    _one_of(table["signed_by"], _SIGN, "signed_by", where)
    if not table["signed_by"]:
        raise Refusal(f"{where}: nobody signs it. Name who may: signed_by = {list(_SIGN)}.")
    if table["min_days"] < 0 or table["sessions"] < 0:
        raise Refusal(f"{where}: min_days and sessions are 0 or more.")
    said = {name: _plain(v) for name, v in table.items() if name != "criterion"}
    stage = Stage(**said)
    criteria = [_criterion(c, measures, where) for c in (*every, *table.get("criterion", []))]
    asked = tuple(c for c in criteria if c.asked_at(stage.number, case_day=10**6) and _has_figure(c, stage))
    if len({c.id for c in asked}) != len(asked):
        raise Refusal(f"{where}: two criteria have the same id. Give each one its own.")
    if not asked:
        raise Refusal(f"{where}: it has no criterion, so nothing would be asked. Add one.")
    return Stage(**said, criteria=asked)


def _has_figure(criterion: Criterion, stage: Stage) -> bool:
    """A criterion held against a figure of the stage is not asked where the stage has none."""
    figures = [part.compare.value for part in criterion.parts() if part.compare]
    return all(getattr(stage, f) is not None for f in figures if isinstance(f, str) and f in OF_STAGE)


def _criterion(table: dict[str, Any], measures: Collection[str], where: str) -> Criterion:
    here = f"{where}, criterion {table.get('id', '?')}"
    _fields(table, _CRITERION, _CRITERION_TOO, here)
    _one_of([table["status"]], STATUS, "status", here)
    _one_of([table.get("kind", "objective")], dict.fromkeys(_KINDS), "kind", here)
    said = {
        name: table[name]
        for name in (*_CRITERION, "kind", "from_stage", "to_stage", "from_case_day")
        if name in table
    }
    if "any_of" not in table:
        return Criterion(**said, **_part(table, measures, here))
    if len(table["any_of"]) < 2 or "measure" in table:
        raise Refusal(f"{here}: any_of lists two or more alternatives, and stands in place of a measure.")
    parts = tuple(Criterion(**said, **_part(part, measures, here)) for part in table["any_of"])
    return Criterion(**said, any_of=parts)


def _part(table: Mapping[str, Any], measures: Collection[str], where: str) -> dict[str, Any]:
    measure = table.get("measure")
    if measure not in measures:
        raise Refusal(f"{where}: there is no measure {measure}. Measures: {', '.join(sorted(measures))}.")
    compared = [name for name in _COMPARISONS if name in table]
    if len(compared) != 1:
        raise Refusal(f"{where}: write one comparison of {', '.join(_COMPARISONS)}.")
    windows = [name for name in _WINDOWS if name in table]
    if len(windows) > 1:
        raise Refusal(f"{where}: write one window of {', '.join(_WINDOWS)}, or none.")
    last = int(table[windows[0]]) if windows else 0
    if windows and last < 1:
        raise Refusal(f"{where}: {windows[0]} = {last} would look at nothing. Write 1 or more.")
    window = Window(_WINDOWS[windows[0]] if windows else NOW, last, bool(table.get("in_stage", False)))
    return {
        "measure": measure,
        "compare": _comparison(compared[0], table[compared[0]], where),
        "window": window,
    }


def _comparison(how: str, value: Any, where: str) -> Comparison:
    if how == "between":
        if not (isinstance(value, list) and len(value) == 2 and value[0] < value[1]):
            raise Refusal(
                f"{where}: between = [low, high], with low below high; anything else is met by nothing."
            )
        return Comparison(how, float(value[0]), float(value[1]))
    if isinstance(value, str):
        if how != "equals" and value not in OF_STAGE:
            raise Refusal(f"{where}: {how} = {value!r} is no figure of a stage: {', '.join(OF_STAGE)}.")
        return Comparison(how, value)
    if how == "of_own_best" and not 0 < value <= 100:
        raise Refusal(f"{where}: of_own_best is a percentage above 0 and up to 100.")
    return Comparison(how, float(value))


def _reachable(stages: tuple[Stage, ...], file: str) -> None:
    if len(stages) < 2:
        raise Refusal(f"{file}: a pathway has two stages or more. Add [[stage]] tables.")
    for place, stage in enumerate(stages):
        if stage.number != place:
            raise Refusal(
                f"{file}, stage {stage.number}: it cannot be reached: stages are numbered 0, 1, 2 in order, "
                f"without a gap. Number it {place}."
            )


def _fields(table: Mapping[str, Any], needed: Collection[str], also: Collection[str], where: str) -> None:
    for name in needed:
        if name not in table:
            raise Refusal(f"{where}: {name} is missing. Add a line {name} = ...")
    for name in table:
        if name not in needed and name not in also:
            raise Refusal(f"{where}: {name} is not known here. Take it out, or mend its spelling.")


def _one_of(values: Any, words: Collection[str], name: str, where: str) -> None:
    for value in values:
        if value not in words:
            raise Refusal(f"{where}: {name} has {value!r}, but knows {', '.join(words)} only.")


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
