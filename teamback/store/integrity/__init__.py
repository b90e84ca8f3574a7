"""What the journal refuses, whoever asks, before anything is written: a sentence for each reason."""

from teamback.store.integrity.batch import prepare, refuse, refuse_changed_since, refuse_undo
from teamback.store.integrity.fit import refuse_text
from teamback.store.integrity.orphans import refuse_orphans
from teamback.store.integrity.standing import refuse_check_ins_brought_back

__all__ = [
    "prepare",
    "refuse",
    "refuse_changed_since",
    "refuse_check_ins_brought_back",
    "refuse_orphans",
    "refuse_text",
    "refuse_undo",
]
