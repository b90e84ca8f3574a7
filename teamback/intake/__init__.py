"""How other systems' files come in: reading, mapping, preview, and one batch that can be undone."""

from teamback.intake.account import Preview
from teamback.intake.committing import CameIn, commit, write_rejects
from teamback.intake.presets import preset_names
from teamback.intake.previewing import preview
from teamback.intake.telling import run_import
from teamback.intake.uploaded import preview_uploaded

__all__ = [
    "CameIn",
    "Preview",
    "commit",
    "preset_names",
    "preview",
    "preview_uploaded",
    "run_import",
    "write_rejects",
]
