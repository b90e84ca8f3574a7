"""Which files there are under a path, and which of a preset's kinds each one is."""

from dataclasses import dataclass
from pathlib import Path

from teamback.intake.layouts import header_fault
from teamback.intake.preset import LeftOut, Preset, Source
from teamback.intake.reading import table
from teamback.record.refusal import Refusal

_DATA = (".csv", ".tsv", ".txt", ".json", ".xlsx", ".xls", ".ods", ".xml")
_ABOUT = ("readme", "license", "licence")


@dataclass(frozen=True)
class Found:
    """One file, the name it is shown by, and how the preset declares it."""

    path: Path
    shown: str
    declared: Source | LeftOut


def files_of(path: Path, preset: Preset) -> list[Found]:
    """The files to read, each with its kind; Refusal for none, or for one that the preset does not know."""
    if path.is_file():
        return [Found(path, path.name, _by_path(path, preset) or _by_header(path, path.name, preset))]
    if not path.is_dir():
        raise Refusal(f"There is no file or folder {path}. Check the path.", "path")
    found = []
    for inside in sorted(path.rglob("*")):
        shown = inside.relative_to(path).as_posix()
        if inside.is_file() and _holds_data(inside, shown):
            found.append(Found(inside, shown, _by_path(inside, preset) or _by_header(inside, shown, preset)))
    if not found:
        wanted = ", ".join(source.path for source in preset.files)
        raise Refusal(f"{path} holds none of the files that {preset.name} reads: {wanted}.", "path")
    return found


def _holds_data(path: Path, shown: str) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in shown.split("/"))
    about = path.stem.casefold().startswith(_ABOUT)
    return not hidden and not about and path.suffix.casefold() in _DATA


def _by_path(path: Path, preset: Preset) -> Source | LeftOut | None:
    kinds: tuple[Source | LeftOut, ...] = (*preset.files, *preset.left_out)
    for declared in kinds:
        if path.absolute().match(declared.path):
            return declared
    return None


def _by_header(path: Path, shown: str, preset: Preset) -> Source:
    """A file under another name is known by its header, when that fits one kind and no other."""
    by_name = [source for source in preset.files if Path(source.path).name == path.name]
    if len(by_name) == 1:
        return by_name[0]
    long = [source for source in preset.files if source.layout == "long"]
    wanted = ", ".join(source.path for source in preset.files)
    if not long:
        raise Refusal(
            f"{shown} is not a file that {preset.name} reads. Take it out, or name one of: {wanted}."
        )
    header = table(path, shown).header
    fitting = [source for source in long if header_fault(header, source) is None]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        named = " or ".join(source.path for source in fitting)
        raise Refusal(f"{shown} could be {named}. Give the file the name of what it is.")
    closest = max(
        long, key=lambda source: len({source.athlete, *source.dated_by, *source.columns} & set(header))
    )
    raise Refusal(f"{shown}, line 1, read as {closest.path}: {header_fault(header, closest)}")
