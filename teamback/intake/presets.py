"""The presets there are: one TOML file each in data/mappings, read and checked."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from teamback.intake.preset import Preset
from teamback.record.refusal import Refusal

MAPPINGS = Path(__file__).parents[2] / "data" / "mappings"


def preset_names() -> list[str]:
    """The presets there are, by name."""
    return sorted(path.stem for path in MAPPINGS.glob("*.toml"))


def load_preset(name: str, folder: Path = MAPPINGS) -> Preset:
    """Reads and checks a preset; Refusal names the file, the entry and what is wrong with it."""
    path = folder / f"{name}.toml"
    if path.stem != name or path not in folder.glob("*.toml"):
        there = ", ".join(sorted(found.stem for found in folder.glob("*.toml")))
        raise Refusal(f"There is no preset {name}. There are: {there}.")
    try:
        return Preset.model_validate({"name": name, **tomllib.loads(path.read_text("utf-8"))})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(f"The preset {path} is not valid TOML: {error}. Mend that place.") from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        raise Refusal(f"The preset {path} cannot be used. Mend its entry '{entry}': {said}.") from error
