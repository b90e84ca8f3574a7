"""Reading a pathway from its file: whatever cannot be relied on is refused with file, stage and the mend."""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from teamback.clinic.return_to_sport.pathway import OF_STAGE, Criterion, Pathway, Stage
from teamback.clinic.return_to_sport.pathway_criterion import ADVISORY, criterion, impossible
from teamback.clinic.return_to_sport.pathway_fields import (
    DATE,
    LIST,
    NUMBER,
    TABLES,
    WORDS,
    YES_OR_NO,
    Field,
    one_of,
    refusals,
    some_of,
    whole,
)
from teamback.record.clinical_words import NATURES, REGIONS
from teamback.record.refusal import Refusal
from teamback.record.words import STATUS, TRAINING

FOLDER = Path(__file__).parents[3] / "data" / "pathways"
_PROPOSED = tuple(word for word in TRAINING if word != "not_decided")
_SIGN = ("doctor", "physio")
_HEAD: dict[str, Field] = {
    **dict.fromkeys(("title", "source", "checked_by"), WORDS),
    "regions": some_of(REGIONS),
    "natures": some_of(NATURES),
    "status": one_of(STATUS),
    "next_review": DATE,
    "draft": YES_OR_NO.optional,
    "needs_reference_load": YES_OR_NO.optional,
}
_TABLES = {"every_stage": TABLES.optional, "stage": TABLES}
_STAGE: dict[str, Field] = {
    "number": whole(0),
    **dict.fromkeys(("name", "bern_phase", "aim", "allowed", "not_allowed", "source"), WORDS),
    "availability": one_of(_PROPOSED),
    "min_days": whole(0),
    "sessions": whole(0),
    "signed_by": some_of(_SIGN),
    "status": one_of(STATUS),
    "exercises": LIST.optional,
    "load_ceiling": NUMBER.optional,
    "rpe_ceiling": NUMBER.optional,
    "may_be_passed": YES_OR_NO.optional,
}
_CRITERIA = {"criterion": TABLES.optional}


def read(path: Path, measures: Collection[str]) -> Pathway:
    """The pathway in a file; Refusal when it is no pathway, or names a measure that there is not."""
    pathway, found = examine(path, measures)
    if pathway is None:
        raise found[0]
    return pathway


def examine(path: Path, measures: Collection[str]) -> tuple[Pathway | None, tuple[Refusal, ...]]:
    """The pathway in a file, or everything that keeps it from being one."""
    return from_bytes(path.read_bytes(), path.name, measures)


def from_bytes(
    raw: bytes, file: str, measures: Collection[str]
) -> tuple[Pathway | None, tuple[Refusal, ...]]:
    """As `from_text`, for what lies on the disk."""
    try:
        return from_text(raw.decode("utf-8").replace("\r\n", "\n"), file, measures)
    except UnicodeDecodeError:
        return None, (Refusal(f"{file} is not text in UTF-8: save it as UTF-8."),)


def from_text(text: str, file: str, measures: Collection[str]) -> tuple[Pathway | None, tuple[Refusal, ...]]:
    """The pathway that a text says, or everything that keeps it from being one; `file` is its name."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return None, (Refusal(f"{file} is not valid TOML ({error}): mend that place."),)
    found = list(refusals(table, _HEAD | _TABLES, file))
    if found:
        return None, tuple(found)
    stages = [_stage(stage, table.get("every_stage", []), measures, file, found) for stage in table["stage"]]
    found += _together(table, stages, file)
    found += () if found else _never_asked(table, stages, file)
    if found:
        return None, _each_once(found)
    said = {name: _plain(table[name]) for name in _HEAD if name in table}
    return Pathway(key=file.removesuffix(".toml"), stages=tuple(s for s in stages if s), **said), ()


def _stage(
    table: Mapping[str, Any],
    every: list[dict[str, Any]],
    measures: Collection[str],
    file: str,
    found: list[Refusal],
) -> Stage | None:
    """One stage with its criteria; what is wrong goes to `found`."""
    where = f"{file}, stage {table.get('number', '?')}"
    before = len(found)
    found += refusals(table, _STAGE | _CRITERIA, where)
    if len(found) > before:
        return None
    said = {name: _plain(table[name]) for name in _STAGE if name in table}
    stage, asked = Stage(**said), []
    for one in _criteria(every, table.get("criterion", []), measures, file, where, found):
        if one.asked_at(stage.number, case_day=10**6) and _has_figure(one, stage):
            asked.append(one)
            found += impossible(one, stage, where)
    if not any(one.kind != ADVISORY for one in asked) and len(found) == before:
        found.append(Refusal(f"{where}: it has no criterion in the way, so nothing would be asked. Add one."))
    return Stage(**said, criteria=tuple(asked))


def _criteria(
    every: list[dict[str, Any]],
    own: list[dict[str, Any]],
    measures: Collection[str],
    file: str,
    where: str,
    found: list[Refusal],
) -> Iterator[Criterion]:
    for tables, place in ((every, f"{file}, every stage"), (own, where)):
        for table in tables:
            try:
                yield criterion(table, measures, place)
            except Refusal as refusal:
                found.append(refusal)


def _has_figure(one: Criterion, stage: Stage) -> bool:
    """A criterion held against a figure of the stage is not asked where the stage has none."""
    figures = [part.compare.value for part in one.parts() if part.compare]
    return all(
        getattr(stage, f) not in _NO_FIGURE[f] for f in figures if isinstance(f, str) and f in OF_STAGE
    )


_NO_FIGURE: dict[str, tuple[int | None, ...]] = {"min_days": (0,), "sessions": (0,), "load_ceiling": (None,)}


def _together(table: Mapping[str, Any], stages: Sequence[Stage | None], file: str) -> Iterator[Refusal]:
    """What is wrong with the stages of a file taken together."""
    if len(stages) < 2:
        yield Refusal(f"{file}: a pathway has two stages or more. Add [[stage]] tables.")
    numbers = [stage.get("number") for stage in table["stage"]]
    for place, number in enumerate(numbers):
        if number != place:
            says = "it cannot be reached: stages are numbered 0, 1, 2 in order, without a gap"
            yield Refusal(f"{file}, stage {number}: {says}. Number it {place}.")
            break
    written = _written(table, file)
    times = Counter(id_ for _, id_ in written)
    for where, id_ in written:
        if times[id_] > 1:
            yield Refusal(f"{where}, criterion {id_}: its id is used {times[id_]} times. Give each its own.")


def _never_asked(table: Mapping[str, Any], stages: Sequence[Stage | None], file: str) -> Iterator[Refusal]:
    asked = {one.id for stage in stages if stage for one in stage.criteria}
    for where, id_ in _written(table, file):
        if id_ not in asked:
            yield Refusal(f"{where}, criterion {id_}: it is asked at no stage. Mend from_stage and to_stage.")


def _written(table: Mapping[str, Any], file: str) -> list[tuple[str, str]]:
    """Every criterion of a file, by its place and its id."""
    found = [(f"{file}, every stage", one) for one in table.get("every_stage", [])]
    for stage in table["stage"]:
        own, here = stage.get("criterion", []), f"{file}, stage {stage.get('number', '?')}"
        found += [(here, one) for one in own if isinstance(one, dict)] if isinstance(own, list) else []
    return [(where, str(one.get("id", "?"))) for where, one in found]


def _each_once(found: list[Refusal]) -> tuple[Refusal, ...]:
    """A criterion of every stage is read for each: what is wrong with it is said once."""
    return tuple({refusal.sentence: refusal for refusal in found}.values())


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
