"""The command line in tests: one call and what it said, and a small squad to let in."""

from pathlib import Path

from click.testing import CliRunner, Result

from teamback.cli import main

SESSIONS = """athlete,day,start,minutes,rpe
Jo Berg,2026-11-19,10:00,60,5
Jo Berg,2026-11-20,10:00,75,6
Kim Dahl,2026-11-20,10:00,75,7
"""
CHECK_INS = """athlete,day,low_back_now,fatigue,sleep_quality,soreness,stress,mood
Jo Berg,2026-11-20,2,4,4,4,4,4
Kim Dahl,2026-11-20,,3,3,3,3,3
"""


def teamback(*words: object, code: int = 0) -> Result:
    """Runs a command; what it writes to standard error is one sentence, and none when all went well."""
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exit_code == code, (done.exit_code, done.output, done.exception)
    if code == 0:
        assert done.stderr == ""
    elif code == 1:
        assert done.stderr.startswith("Error: ")
        assert done.stderr.endswith(".\n")
        assert done.stderr.count("\n") == 1
    return done


def refused(*words: object) -> str:
    """The sentence with which a command refuses."""
    return teamback(*words, code=1).stderr.removeprefix("Error: ").strip()


def exported(folder: Path, **texts: str) -> Path:
    """A folder with these CSV files, by default the small squad's."""
    folder.mkdir(exist_ok=True)
    for name, text in (texts or {"sessions": SESSIONS, "check_ins": CHECK_INS}).items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def let_in(path: Path, store: Path, *more: object, code: int = 0) -> Result:
    """Imports our own CSV files into the squad "First team"."""
    return teamback(
        "import", path, "--as", "teamback", "--squad", "First team", "--store", store, *more, code=code
    )
