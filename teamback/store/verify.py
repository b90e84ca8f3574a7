"""Whether the journal is as it was written: every digest, the chain, and what supersedes what."""

from collections.abc import Iterator
from dataclasses import dataclass

from teamback.record.events import KINDS
from teamback.store.appending import HASHED_HEAD
from teamback.store.digest import START_OF_CHAIN, digest, link
from teamback.store.engine import Row
from teamback.store.journal import Store
from teamback.store.read_log import first_broken_reading
from teamback.store.tables import column_types


@dataclass(frozen=True)
class Verified:
    """What a verification found: how many entries, how many erased, the head, and what is wrong."""

    entries: int
    erased: int
    head: str
    faults: tuple[str, ...]


def verify(store: Store) -> Verified:
    """Reads the whole journal; faults are sentences, the first altered entry first."""
    entries, erased, chain, faults = 0, 0, START_OF_CHAIN, []
    sql = f"select {', '.join(HASHED_HEAD)}, salt, digest, chain from journal order by seq"
    content = _contents(store)
    for expected, row in enumerate(store.engine.read(sql), 1):
        *head, salt, kept_digest, kept_chain = row
        entries += 1
        chain = link(chain, kept_digest)
        if fault := _fault(expected, head, salt, kept_digest, content.get(head[0])):
            faults.append(fault)
        if chain != kept_chain:
            faults.append(f"Entry {head[0]} does not follow from the one before it: the chain is broken.")
            break
        erased += salt is None
    faults += list(_other_faults(store, erased))
    return Verified(entries, erased, chain, tuple(faults))


def _fault(expected: int, head: list[object], salt: str | None, kept: str, content: Row | None) -> str | None:
    seq, kind = head[0], str(head[1])
    if seq != expected:
        return f"Entry {expected} is missing from the journal."
    if salt is None:
        return f"Entry {seq} was erased, but content is there." if content else None
    if content is None:
        return f"Entry {seq} ({kind}) has lost its content."
    fields = dict(zip(column_types(KINDS[kind]), content, strict=True))
    if digest(dict(zip(HASHED_HEAD, head, strict=True)), fields, salt) != kept:
        return f"Entry {seq} ({kind} of {head[3]:%d %b %Y}) was altered after it was recorded."
    return None


def _contents(store: Store) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for kind in KINDS.values():
        sql = f"select seq, {', '.join(column_types(kind))} from {kind.kind}"
        found |= {row[0]: row[1:] for row in store.engine.read(sql)}
    return found


def _other_faults(store: Store, erased: int) -> Iterator[str]:
    declared = int(store.engine.read("select coalesce(sum(entries), 0) from erased")[0][0])
    if erased != declared:
        yield f"{erased} entries are without content, but erasures account for {declared}."
    ours = set(store.engine.read("select seq, by_seq from superseded"))
    theirs = set(store.engine.read("select replaces, seq from journal where replaces is not null"))
    undone = "select j.seq, u.seq from journal j join undone u on u.undone_batch = j.batch"
    theirs |= set(store.engine.read(undone))
    if strange := sorted(ours ^ theirs):
        yield f"What replaces entry {strange[0][0]} does not agree with the journal."
    if broken := first_broken_reading(store):
        yield f"Line {broken} of the log of who opened what was altered."


def describe(result: Verified) -> str:
    """The result in one line for the command line."""
    if result.faults:
        return result.faults[0]
    gone = f", {result.erased} erased" if result.erased else ""
    return f"{result.entries:,} entries{gone}: every digest and the chain hold. Head {result.head[:16]}."
