"""The product as a real process, and the moment when a page of it has settled."""

import datetime as dt
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
DEMO_DAY = dt.date(2026, 11, 23)
KEY = "what the tests sign their cookies with"
PATIENCE = 60  # seconds until a started product answers
OpenPage = Callable[..., Page]
SETTLED = (
    "[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
    ":not(:has([data-testid=stAppSkeleton], [data-testid=stSkeleton]))"
)


@contextmanager
def serving(store: Path | str, log: Path, **variables: str) -> Iterator[str]:
    """Runs `teamback serve` on a store until the block ends; gives its address. Cookies are signed with KEY.

    Raises RuntimeError with the log when it does not start.
    """
    teamback, port = Path(sys.executable).with_name("teamback"), _free_port()
    command = [str(teamback), "serve", "--store", str(store), "--port", str(port), "--no-browser"]
    with _running(command, port, log, {"TEAMBACK_SECRET_KEY": KEY, **variables}) as url:
        yield url


@contextmanager
def showing_demo(store: Path, today: dt.date, log: Path, **further: str) -> Iterator[str]:
    """Runs the front door as `teamback demo` does, on a store that was made ready for that day.

    `further` are more variables (`TEAMBACK_CLUB_PHONE="..."`).
    """
    about = {"TEAMBACK_STORE": str(store), "TEAMBACK_DEMO": "true", "TEAMBACK_TODAY": today.isoformat()}
    about |= further
    with front_door(ROOT / "streamlit_app.py", log, about) as url:
        yield url


@contextmanager
def front_door(script: Path, log: Path, variables: dict[str, str]) -> Iterator[str]:
    """Runs Streamlit on a front door, with further environment variables; gives its address."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with _running(command, port, log, variables) as url:
        yield url


@contextmanager
def _running(command: list[str], port: int, log: Path, variables: dict[str, str]) -> Iterator[str]:
    with log.open("wb") as writing:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | variables,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=writing,
            start_new_session=True,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_it_answers(url, process, log)
        yield url
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def wait_ready(page: Page) -> None:
    """Waits until Streamlit has run the script and drawn what it gave; raises after half a minute."""
    page.locator(SETTLED).wait_for(state="attached", timeout=30_000)


def choose(page: Page, label: str, option: str) -> None:
    """Picks an option of the select box with this label."""
    page.get_by_label(label).click()
    page.get_by_role("option", name=option, exact=True).click()


def _wait_until_it_answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            urlopen(f"{url}/readyz", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"teamback did not start: {log.read_text()[-2000:]}")


def _free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])
