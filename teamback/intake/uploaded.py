"""A file that comes through the browser: previewed like any other, when it is of the kind a page asks for."""

from pathlib import Path
from tempfile import TemporaryDirectory

from teamback.intake.account import Preview
from teamback.intake.previewing import preview
from teamback.record.event import Event
from teamback.record.events import SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store import Store

PRESET = "teamback"


def preview_uploaded(
    name: str, data: bytes, kind: type[Event], squad: SquadNamed, store: Store, by: Scope
) -> Preview:
    """What would happen if a CSV file of teamback's own shape came in to a squad; nothing is written.

    Refusal when it cannot be read, or brings entries of another kind than `kind`.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "file.csv")
        path.write_bytes(data)
        seen = preview(path, PRESET, squad.squad, store, by)
    if any(not isinstance(entry.event, kind) for entry in seen.entries):
        raise Refusal(f"{name} holds other entries than those of the {kind.kind}. Choose another file.")
    return seen
