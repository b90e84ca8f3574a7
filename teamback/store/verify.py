"""Whether the journal is as it was written: every digest, the chain, and all that hangs on them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from teamback.record.events import KINDS
from teamback.store.access_log import access_held
from teamback.store.appending import HASHED_HEAD
from teamback.store.cross_check import cross_faults
from teamback.store.digest import START_OF_CHAIN, digest, link
from teamback.store.engine import Execute, Row
from teamback.store.journal import Store
from teamback.store.read_log import readings
from teamback.store.tables import content_types

_BLOCK = 50_000
_TOLD = 50
_TELL = 2_000
_JOURNAL = (
    f"select {', '.join(HASHED_HEAD)}, salt, digest, chain from journal where seq > $1::bigint"
    f" order by seq limit {_BLOCK}"
)
_BEFORE_ALL = -(2**62)


@dataclass(frozen=True)
class Ends:
    """Where the journal, the log of who opened what and that of sign-ins end: lengths and chains."""

    entries: int
    head: str
    readings: int
    readings_head: str
    accesses: int = 0
    accesses_head: str = START_OF_CHAIN


@dataclass(frozen=True)
class Verified:
    """What a verification found: how many entries, how many erased, where it all ends, and what is wrong."""

    entries: int
    erased: int
    ends: Ends
    faults: tuple[str, ...]

    @property
    def head(self) -> str:
        """The chain's last link."""
        return self.ends.head


def verify(store: Store, earlier: Ends | None = None, tell: Callable[[int], None] | None = None) -> Verified:
    """Reads the whole journal as it is at one moment; faults are sentences, the first altered entry first.

    `earlier` is what a backup says of its end (`backup.ends_of`): a journal cut off since then is seen by it.
    `tell` hears from time to time how many entries have been read.
    """
    return store.engine.snapshot(lambda read: verified(read, earlier, tell))


def verified(
    read: Execute, earlier: Ends | None = None, tell: Callable[[int], None] | None = None
) -> Verified:
    """As `verify`, inside a transaction."""
    entries, erased, chain = 0, 0, START_OF_CHAIN
    faults: list[str] = []
    for expected, (row, content) in enumerate(_with_content(read), 1):
        *head, salt, kept_digest, kept_chain = row
        entries += 1
        if tell and entries % _TELL == 0:
            tell(entries)
        erased += salt is None
        chain = link(chain, kept_digest)
        if fault := _fault(expected, head, salt, kept_digest, content):
            faults.append(fault)
        if chain != kept_chain:
            faults.append(f"Entry {head[0]} does not follow from the one before it: the chain is broken.")
            break
    faults += cross_faults(read)
    log = readings(read)
    if log.broken:
        faults.append(f"Line {log.broken} of the log of who opened what was altered.")
    accesses, accesses_head, wrong = access_held(read)
    faults += wrong
    if earlier:
        faults += _cut_off(read, earlier)
    ends = Ends(entries, chain, log.count, log.chain, accesses, accesses_head)
    return Verified(entries, erased, ends, _told(faults))


def _told(faults: list[str]) -> tuple[str, ...]:
    """The first faults, and how many more there are: a file rewritten as a whole has one an entry."""
    more = len(faults) - _TOLD
    return (*faults[:_TOLD], f"And {more:,} more.") if more > 0 else tuple(faults)


def _with_content(read: Execute) -> Iterator[tuple[Row, Row | None]]:
    """Every row of the journal with its content, a block at a time: a store may be larger than memory."""
    last = _BEFORE_ALL
    while rows := read(_JOURNAL, [last]):
        first, last = rows[0][0], rows[-1][0]
        content: dict[tuple[str, int], Row] = {}
        for kind in {row[1] for row in rows} & KINDS.keys():
            fields = ", ".join(content_types(KINDS[kind]))
            sql = f"select seq, {fields} from {kind} where seq between $1::bigint and $2::bigint"
            content |= {(kind, row[0]): row[1:] for row in read(sql, [first, last])}
        for row in rows:
            yield row, content.get((row[1], row[0]))


def _fault(expected: int, head: list[object], salt: str | None, kept: str, content: Row | None) -> str | None:
    seq, kind = head[0], str(head[1])
    if seq != expected:
        return f"Entry {expected} is missing from the journal."
    if salt is None:
        return f"Entry {seq} was erased, but content is there." if content else None
    if kind not in KINDS:
        return f"Entry {seq} is of a kind that there is not ({kind}): it was altered after it was recorded."
    if content is None:
        return f"Entry {seq} ({kind}) has lost its content."
    fields = dict(zip(content_types(KINDS[kind]), content, strict=True))
    if digest(dict(zip(HASHED_HEAD, head, strict=True)), fields, salt) != kept:
        return f"Entry {seq} ({kind} of {head[3]:%d %b %Y}) was altered after it was recorded."
    return None


def _cut_off(read: Execute, earlier: Ends) -> Iterator[str]:
    for table, key, count, head in (
        ("journal", "seq", earlier.entries, earlier.head),
        ("read_log", "number", earlier.readings, earlier.readings_head),
        ("access_log", "number", earlier.accesses, earlier.accesses_head),
    ):
        there = read(f"select chain from {table} where {key} = $1::bigint", [count])
        if count and there != [(head,)]:
            yield f"Line {count} of {table} is not as the backup has it: the end was cut off or rewritten."


def describe(result: Verified) -> str:
    """The result in one line for the command line."""
    if result.faults:
        return result.faults[0]
    gone = f", {result.erased} erased" if result.erased else ""
    return f"{result.entries:,} entries{gone}: every digest and the chain hold. Head {result.head[:16]}."
