"""What supersedes what: an entry counts until its batch is undone, and while no correction of it stands.

A correction supersedes the entry it replaces and all that this one had replaced before, so that undoing a
correction in the middle does not bring its first version back beside the last. Undoing a batch ends, from
then on, what its entries had superseded; what was known before stays as it was.
"""

from collections.abc import Sequence

from teamback.store.engine import Execute

Superseded = tuple[int, int, int | None]

_REPLACED = """
insert into superseded (seq, by_seq)
with news as (select unnest($1::bigint[]) as target, unnest($2::bigint[]) as by_seq)
select target, by_seq from news
union all
select s.seq, n.by_seq from superseded s join news n on n.target = s.by_seq
"""


def supersede(execute: Execute, replaced: Sequence[tuple[int, int]]) -> None:
    """Notes which entries are replaced or set aside by which new ones: pairs (old, new)."""
    if replaced:
        execute(_REPLACED, [[old for old, _ in replaced], [new for _, new in replaced]])


def undo(execute: Execute, batch: int, by_seq: int) -> None:
    """Notes that a batch counts no longer from entry `by_seq` on."""
    execute(
        "update superseded set until_seq = $1::bigint"
        " where by_seq in (select seq from journal where batch = $2::bigint)",
        [by_seq, batch],
    )
    execute(
        "insert into superseded (seq, by_seq) select seq, $1::bigint from journal where batch = $2::bigint",
        [by_seq, batch],
    )


def as_the_journal_says(read: Execute) -> set[Superseded]:
    """What the table must hold, made anew from the journal alone."""
    undone = {
        int(seq): int(by_seq)
        for seq, by_seq in read(
            "select j.seq, u.seq from journal j join undone u on u.undone_batch = j.batch", []
        )
    }
    replaces = {
        int(seq): int(old)
        for seq, old in read("select seq, replaces from journal where replaces is not null", [])
    }
    said: set[Superseded] = {(seq, by_seq, None) for seq, by_seq in undone.items()}
    for seq, old in replaces.items():
        step: int | None = old
        while step is not None and (step, seq, undone.get(seq)) not in said:
            said.add((step, seq, undone.get(seq)))
            step = replaces.get(step)
    return said
