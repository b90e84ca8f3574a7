"""The house keeps its rules: who may import whom, one question a page, pinned versions, clean code."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())
LONGEST_FILE = 250  # lines; past it a file wants splitting by meaning
TOP_LEVEL = {
    *(".ci", ".dockerignore", ".gitattributes", ".gitignore", ".streamlit", "CHANGELOG.md", "Dockerfile"),
    *("LICENSE", "README.md", "benchmarks", "compose.yaml", "data", "docs", "pages", "pyproject.toml"),
    *("streamlit_app.py", "teamback", "tests"),
}
VAGUE = {"common", "core", "helper", "helpers", "managers", "services", "util", "utils"}
REGISTRIES = [
    re.compile(rf"\b{address}\b")
    for address in (r"pypi\.org", r"pythonhosted\.org", r"registry\.npmjs\.org", r"registry\.yarnpkg\.com")
]


def files_of_the_project() -> list[Path]:
    """Every file that git keeps, or would be asked to keep."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file()]


def modules(*folders: str) -> list[Path]:
    """The Python files below these folders."""
    inside = [ROOT / folder for folder in folders]
    python = [path for path in files_of_the_project() if path.suffix == ".py"]
    return [path for path in python if any(path.is_relative_to(folder) for folder in inside)]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def run(*command: str) -> None:
    """Runs a tool of the environment on the project; what it says is the failure."""
    program = [str(Path(sys.executable).with_name(command[0])), *command[1:]]
    done = subprocess.run(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout


def test_nobody_imports_past_the_rule_of_dependence() -> None:
    run("lint-imports", "--no-cache", "--no-logo")


def test_the_code_is_clean() -> None:
    run("ruff", "check", "--no-cache")


def test_the_code_is_formatted() -> None:
    run("ruff", "format", "--check", "--no-cache")


def test_the_types_hold() -> None:
    run("mypy", "--no-error-summary")


def test_the_top_level_holds_only_what_the_design_names() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in files_of_the_project()} <= TOP_LEVEL


def test_no_folder_or_module_has_a_name_that_says_nothing() -> None:
    parts = {part for path in modules("teamback", "pages", "tests") for part in path.relative_to(ROOT).parts}
    assert not {part.removesuffix(".py") for part in parts} & VAGUE


def test_every_file_of_tests_has_a_name_of_its_own() -> None:
    names = [path.name for path in modules("tests") if path.name.startswith("test_")]
    assert len(set(names)) == len(names)


def test_no_file_is_longer_than_can_be_read_in_one_go() -> None:
    python = modules("teamback", "pages", "tests", "benchmarks", "streamlit_app.py")
    lengths = {named(path): len(path.read_text().splitlines()) for path in python}
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}


def test_every_module_opens_with_a_sentence() -> None:
    python = modules("teamback", "pages", "benchmarks", "streamlit_app.py")
    assert not [named(path) for path in python if not ast.get_docstring(ast.parse(path.read_text()))]


def test_a_page_answers_one_question() -> None:
    pages = modules("pages")
    assert pages
    for page in pages:
        question = ast.get_docstring(ast.parse(page.read_text())) or ""
        assert re.fullmatch(r"[^?\n]+\?", question), f"{named(page)} opens with no question: {question!r}"


def test_no_file_names_the_address_of_a_package_registry() -> None:
    texts = {path: path.read_bytes().decode(errors="ignore") for path in files_of_the_project()}
    assert not [named(path) for path, text in texts.items() if any(r.search(text) for r in REGISTRIES)]


def test_the_file_with_download_addresses_is_not_kept() -> None:
    assert ROOT / "uv.lock" not in files_of_the_project()


def test_every_installed_package_is_pinned_to_its_version() -> None:
    pins = [re.split(r"==|;", pin) for pin in SETTINGS["tool"]["uv"]["constraint-dependencies"]]
    pinned = {(name.strip(), rest[0].strip()) for name, *rest in pins}
    installed = {
        (re.sub(r"[-_.]+", "-", package.name).lower(), package.version) for package in distributions()
    }
    not_ours = {(name, version) for name, version in installed if name != "teamback"}
    assert not_ours - pinned == set()


@pytest.mark.parametrize("requirement", SETTINGS["build-system"]["requires"])
def test_what_builds_the_package_is_pinned(requirement: str) -> None:
    name = re.split(r"[<>=!~ ]", requirement)[0]
    pins = SETTINGS["tool"]["uv"]["build-constraint-dependencies"]
    assert [pin for pin in pins if re.fullmatch(rf"{name}==[\w.]+", pin)]
