"""The pathways as a table of plain text: each stage with its figures and what has to hold before the next."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from teamback.clinic.return_to_sport.pathway import Pathway, Stage
from teamback.clinic.return_to_sport.pathway_file import FOLDER
from teamback.clinic.return_to_sport.pathways import DRAFT, check
from teamback.record.refusal import Refusal
from teamback.record.words import TRAINING, short_day


def checked(path: Path | None, today: dt.date) -> str:
    """The table of all pathways, or of those of a file or folder; Refusal that lists all that is wrong."""
    good, found = check(path or FOLDER, today)
    if found:
        faults = [" ".join(refusal.sentence.split()) for refusal in found]
        raise Refusal("\n".join(faults))
    return as_table(good)


def as_table(pathways: Sequence[Pathway]) -> str:
    """Every pathway with a line a stage; empty without any."""
    return "\n\n".join(_one(pathway) for pathway in pathways)


def _one(pathway: Pathway) -> str:
    draft = f", {DRAFT}" if pathway.draft else ""
    due = f"{short_day(pathway.next_review)} {pathway.next_review.year}"
    head = f"{pathway.title} ({pathway.key}{draft}), {pathway.status}, review due {due}"
    rows: list[tuple[str, ...]] = [
        ("stage", "name", "availability", "days", "sessions", "ceiling", "criteria")
    ]
    rows += [_stage(stage) for stage in pathway.stages]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([head, *(f"  {line.rstrip()}" for line in lines)])


def _stage(stage: Stage) -> tuple[str, ...]:
    ceiling = "none" if stage.load_ceiling is None else f"{stage.load_ceiling:g} %"
    ids = ", ".join(one.id for one in stage.criteria)
    numbers = (str(stage.min_days), str(stage.sessions), ceiling, f"{len(stage.criteria)}: {ids}")
    return (str(stage.number), stage.name, TRAINING[stage.availability], *numbers)
