"""The one rule of which entries count, shared by every query."""

LIVE = (
    "t.seq <= $1::bigint and t.seq not in (select s.seq from superseded s"
    " where s.by_seq <= $1::bigint and (s.until_seq is null or s.until_seq > $1::bigint))"
)
"""True for a row `t` that counts when everything up to entry $1 is known: recorded by then, and by then not
replaced, not undone with its batch, not set aside."""

EVERYTHING_KNOWN = 2**62
"""What $1 is when all that is known now counts."""
