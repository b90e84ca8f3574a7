"""What verification checks beside the chain: nothing stands in the tables that the journal does not say."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from teamback.record.events import KINDS
from teamback.store.engine import Execute, Row
from teamback.store.erase import REMAINS, pseudonym
from teamback.store.superseding import as_the_journal_says


def cross_faults(read: Execute) -> Iterator[str]:
    """What is wrong though every entry's own digest may hold, a sentence each."""
    yield from _content_without_entry(read)
    yield from _erased_without_leave(read)
    yield from _superseded_otherwise(read)


def _content_without_entry(read: Execute) -> Iterator[str]:
    """A row that no entry of the journal accounts for would count on every page."""
    for kind in KINDS:
        strange = read(
            f"select t.seq, count(*) from {kind} t left join journal j on j.seq = t.seq and j.kind = $1::text"
            " group by t.seq having count(*) > 1 or count(j.seq) = 0 order by t.seq",
            [kind],
        )
        for seq, count in strange:
            said = f"is there {count} times" if count > 1 else "belongs to no entry of the journal"
            yield f"The content of entry {seq} ({kind}) {said}."


def _erased_without_leave(read: Execute) -> Iterator[str]:
    """Erased entries stand under a name made of what remains of them, which the erasure recorded."""
    remains: dict[str, list[Row]] = defaultdict(list)
    for subject, *row in read(
        f"select subject, {', '.join(REMAINS)} from journal where salt is null order by seq", []
    ):
        remains[subject].append(tuple(row))
    declared: dict[str, int] = dict(read("select erased_as, entries from erased", []))
    for name, rows in remains.items():
        if name not in declared:
            yield from (f"Entry {row[0]} ({row[1]}) lost its content without an erasure." for row in rows)
    for name, entries in declared.items():
        rows = remains.get(name, [])
        if len(rows) != entries or pseudonym(rows) != name:
            yield f"What remains of {entries} erased entries was altered ({len(rows)} there, {name[:16]})."


def _superseded_otherwise(read: Execute) -> Iterator[str]:
    there = Counter(read("select seq, by_seq, until_seq from superseded", []))
    said = Counter(as_the_journal_says(read))
    for seq, _, _ in sorted(((there - said) + (said - there)), key=lambda row: row[:2]):
        yield f"What supersedes entry {seq} does not agree with the journal."
