"""Erasing a person: content and salts go, digests and chain stay, and the journal says that it was done."""

import hashlib
from collections.abc import Callable, Mapping, Sequence

from teamback.record.event import columns
from teamback.record.events import KINDS, Erased
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.store.accounts import erase_account
from teamback.store.appending import Entry, append
from teamback.store.digest import canonical
from teamback.store.engine import Execute, Row
from teamback.store.integrity import refuse_text
from teamback.store.integrity.authority import MAY_REMOVE
from teamback.store.journal import Store

REMAINS = ("seq", "kind", "day", "recorded_at", "batch", "replaces", "digest")
"""What the journal keeps of an erased entry: none of it names the person."""

_WHO = "erased"
_ABOUT_ATHLETES = [kind.kind for kind in KINDS.values() if "athlete" in columns(kind)]
_LEAVE = "update journal set salt = null, recorded_by = $2, subject = $3 where seq = any($1::bigint[])"


Staying = tuple[Sequence[Entry], Mapping[int, str]]
"""What is recorded anew in the place of what goes, with the home squads of those it is about."""


def erase(
    store: Store,
    athlete: int,
    by: Scope,
    reason: str,
    staying: Callable[[Execute], Staying] | None = None,
    asked_by: str | None = None,
) -> int:
    """Deletes everything held on one athlete, for good; returns how many entries lost their content.

    The journal keeps a line an entry (a number, a day, a digest); the log of who opened what keeps the
    athlete's number, which then leads to nobody. Backups made before still hold the person: delete them.
    `staying` gives what is recorded anew, in the same transaction; `asked_by` had asked for the removal.
    """
    if by.role not in MAY_REMOVE:
        raise Refusal("Only the lead clinician or an administrator erases a person.")
    refuse_text(reason, "reason")

    def work(execute: Execute) -> int:
        refuse_naming(execute, athlete, reason)
        stays, homes = staying(execute) if staying else ((), {})
        gone = _delete(execute, athlete)
        erase_account(execute, store, athlete, by)
        remains = execute(
            f"select {', '.join(REMAINS)} from journal where seq = any($1::bigint[]) order by seq", [gone]
        )
        name = pseudonym(remains)
        execute(_LEAVE, [gone, _WHO, name])
        now = store.now()
        erased = Erased(
            day=now.date(),
            erased_as=name,
            reason=reason,
            entries=len(gone),
            how="anonymise" if staying else "erase",
            asked_by=asked_by,
        )
        append(execute, [Entry(erased)], by, now)
        if stays:
            append(execute, stays, PROGRAM, now, homes)
        return len(gone)

    count = store.engine.write(work)
    store.engine.forget()
    return count


def pseudonym(remains: list[Row]) -> str:
    """The name under which erased entries stand: made from what remains of them, so that it proves them."""
    text = "".join(canonical(dict(zip(REMAINS, row, strict=True))) for row in remains)
    return f"erased {hashlib.sha256(text.encode()).hexdigest()}"


def _delete(execute: Execute, athlete: int) -> list[int]:
    gone = [
        int(seq)
        for kind in _ABOUT_ATHLETES
        for (seq,) in execute(f"delete from {kind} where athlete = $1::bigint returning seq", [athlete])
    ]
    if not gone:
        raise Refusal("Nothing is held on this athlete.")
    # What set an entry of theirs aside says why, in words that may name them.
    withdrawn = "select seq from journal where kind = 'set_aside' and replaces = any($1::bigint[])"
    gone += [
        int(seq)
        for (seq,) in execute(f"delete from set_aside where seq in ({withdrawn}) returning seq", [list(gone)])
    ]
    return gone


def refuse_naming(execute: Execute, athlete: int, reason: str) -> None:
    """The reason stays in the journal: it may not bring back the name that goes."""
    names = execute("select known_as, name from athlete where athlete = $1::bigint", [athlete])
    if any(name and name.casefold() in reason.casefold() for row in names for name in row):
        raise Refusal("The reason stays in the journal: write it without the person's name.", "reason")
