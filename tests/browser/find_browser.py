"""A browser for the tests: the one named, else one that is there, else one that is fetched; never none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Error, Playwright

NAMED = "TEAMBACK_BROWSER"
ON_PATH = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
MAC_APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
LAUNCH = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 600  # seconds for one installer
APT = ("chromium-headless-shell", "chromium")
"""The first has no window to draw: a page takes a tenth less of a processor."""

# Chromium from the npm package reads its libraries and fonts from the folder it lies in.
WRAPPER = """#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts" exec "$here/chromium" "$@"
"""
UNPACK = "import c from '@sparticuz/chromium'; await c.executablePath();"


def arguments() -> list[str]:
    """What a browser of the tests is started with."""
    return [*LAUNCH, "--no-sandbox"] if _is_root() else [*LAUNCH]


def find_browser(playwright: Playwright, folder: Path) -> Path:
    """The first browser that opens a page; what has to be fetched by npm is kept in `folder`.

    Raises RuntimeError with everything that was tried, as tests without a browser are not passed tests.
    """
    if named := os.environ.get(NAMED):
        if trouble := _trouble(playwright, Path(named)):
            raise RuntimeError(f"{NAMED} names {named}, which does not open a page: {trouble}")
        return Path(named)
    tried: list[str] = []
    for what, look in _places(playwright, folder):
        try:
            path = look()
        except (OSError, subprocess.SubprocessError) as error:
            tried.append(f"{what} ({_what_it_said(error)})")
            continue
        trouble = _trouble(playwright, path) if path else "not there"
        if path and not trouble:
            return path
        tried.append(f"{what} ({trouble})")
    raise RuntimeError(f"No browser for the tests; set {NAMED} to one. Tried: {'; '.join(tried)}.")


def _places(playwright: Playwright, folder: Path) -> Iterator[tuple[str, Callable[[], Path | None]]]:
    own = Path(playwright.chromium.executable_path)
    for name in ON_PATH:
        yield f"{name} on PATH", lambda name=name: _on_path(name)
    for app in MAC_APPS if sys.platform == "darwin" else ():
        yield app, lambda app=app: _there(Path(app))
    yield "playwright's own", lambda: _there(own)
    yield "playwright install chromium", lambda: _by_playwright(own)
    for name in APT:
        yield f"apt-get install {name}", lambda name=name: _by_apt(name)
    yield "npm install @sparticuz/chromium", lambda: _by_npm(folder)


def _on_path(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None


def _there(path: Path) -> Path | None:
    return path if path.exists() else None


def _by_playwright(own: Path) -> Path | None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return _there(own)


def _by_apt(name: str) -> Path | None:
    if not (_is_root() and shutil.which("apt-get")):
        raise OSError("only as root, where there is apt-get")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "-q", "update"], quiet)
    _run(["apt-get", "-qy", "--no-install-recommends", "install", name], quiet)
    return _on_path(name)


def _by_npm(folder: Path) -> Path:
    if not shutil.which("npm"):
        raise OSError("no npm")
    folder.mkdir(parents=True, exist_ok=True)
    _run(
        ["npm", "install", "--no-save", "--no-package-lock", "--prefix", ".", "@sparticuz/chromium"],
        at=folder,
    )
    # It unpacks into the folder for temporary files, and brings its libraries only where a cloud is named.
    where = os.environ | {"TMPDIR": str(folder.resolve()), "CODEBUILD_BUILD_IMAGE": "nodejs22.x"}
    _run(["node", "--input-type=module", "-e", UNPACK], where, at=folder)
    browser = folder.resolve() / "browser"
    browser.write_text(WRAPPER)
    browser.chmod(0o755)
    return browser


def _run(command: list[str], environment: dict[str, str] | None = None, at: Path | None = None) -> None:
    subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=PATIENCE, env=environment, cwd=at
    )


def _trouble(playwright: Playwright, path: Path) -> str | None:
    """None when the browser opens a page, else what it said."""
    try:
        browser = playwright.chromium.launch(executable_path=path, args=arguments(), timeout=60_000)
        browser.new_page().set_content("<p>Good morning</p>")
        browser.close()
    except Error as error:
        return error.message.strip().splitlines()[0]
    return None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _what_it_said(error: Exception) -> str:
    lines = str(getattr(error, "stderr", None) or error).strip().splitlines()
    return next((line for line in lines if line.startswith(("Error", "E:", "npm error"))), lines[-1])
