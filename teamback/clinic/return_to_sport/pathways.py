"""All pathways of the house, read once for what their files say, and whether one may still be begun."""

import datetime as dt
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.clinic.return_to_sport.pathway_file import FOLDER as FOLDER
from teamback.clinic.return_to_sport.pathway_file import examine, from_bytes
from teamback.clinic.return_to_sport.pathway_measures import MEASURES
from teamback.record.clinical_words import NATURES
from teamback.record.refusal import Refusal
from teamback.record.words import short_day

DRAFT = "draft: not reviewed by a clinician"


def all_pathways(measures: Collection[str] = MEASURES, folder: Path = FOLDER) -> dict[str, Pathway]:
    """Every pathway by its key, drafts last; Refusal when a file cannot be relied on.

    A pathway whose review is overdue is among them: cases that are open go on by it (see `faults`).
    """
    known = frozenset(measures)
    found = [_read(path.name, path.read_bytes(), known) for path in sorted(folder.glob("*.toml"))]
    return {pathway.key: pathway for pathway in sorted(found, key=_in_order)}


def _in_order(pathway: Pathway) -> tuple[bool, int, str]:
    """Reviewed before drafts, injuries before illnesses, then by title."""
    return pathway.draft, min(map(list(NATURES).index, pathway.natures)), pathway.title


@lru_cache(maxsize=64)
def _read(file: str, raw: bytes, measures: frozenset[str]) -> Pathway:
    pathway, found = from_bytes(raw, file, measures)
    if pathway is None:
        raise found[0]
    return pathway


def faults(pathway: Pathway, today: dt.date) -> tuple[Refusal, ...]:
    """Why no new case may be opened on a pathway today; open cases go on, with this as a notice."""
    if not pathway.overdue(today):
        return ()
    due = short_day(pathway.next_review, today)
    says = f"{pathway.key}.toml: the review of {pathway.title} was due {due}"
    return (Refusal(f"{says}. Have a clinician review it and write the next date in next_review."),)


def check(
    path: Path, today: dt.date, measures: Collection[str] = MEASURES
) -> tuple[list[Pathway], list[Refusal]]:
    """The pathways in a folder or one file that may be used, and everything that is wrong with the others."""
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    good: list[Pathway] = []
    found: list[Refusal] = []
    for file in files:
        pathway, wrong = examine(file, measures)
        wrong = wrong or (faults(pathway, today) if pathway else ())
        found += wrong
        if pathway and not wrong:
            good.append(pathway)
    if not files:
        found.append(Refusal(f"There is no pathway in {path}. Add a file such as low_back.toml."))
    return good, found
