"""What reaches the browser: bytes of the morning board, and its first render beside an empty page."""

import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, WebSocket, sync_playwright

from benchmarks.timing import Line

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from find_browser import arguments, find_browser
from running import ROOT, front_door, wait_ready

_RUNS = 7
_FRONT = "import streamlit as st\nfrom teamback.server import routes\n"
_EMPTY = "import streamlit as st\nst.set_page_config(layout='wide')\nst.title('Empty')\n"


def measure(path: Path, folder: Path) -> list[Line]:
    """Payload of the board in kB, and the time from navigation to a settled page."""
    script, front = folder / "empty_main.py", folder / "empty.py"
    script.write_text(_EMPTY)
    front.write_text(f"{_FRONT}app = st.App({str(script)!r}, routes=routes)\n")
    told = {"TEAMBACK_STORE": str(path), "TEAMBACK_DEMO": "true"}
    nowhere = {"TEAMBACK_STORE": ":memory:"}
    with (
        front_door(ROOT / "streamlit_app.py", folder / "board.log", told) as board,
        front_door(front, folder / "empty.log", nowhere) as empty,
        sync_playwright() as playwright,
    ):
        found = find_browser(playwright, ROOT / "tests" / "output" / "browser")
        chromium = playwright.chromium.launch(executable_path=found, args=arguments())
        times: dict[str, list[float]] = {board: [], empty: []}
        sizes: list[int] = []
        for _ in range(_RUNS + 1):
            sizes.append(_render(chromium, f"{board}/readiness", times[board]))
            _render(chromium, empty, times[empty])
        chromium.close()
    ours, nothing = (statistics.median(kept[1:]) for kept in times.values())
    return [
        Line("first render of the board / empty page", ours, nothing, "s", "<= 2"),
        Line("payload of the board / 40 kB", statistics.median(sizes) / 1e3, 40, "kB", "<= 1"),
    ]


def _render(browser: Browser, url: str, times: list[float]) -> int:
    """Opens a page in a fresh context; notes the seconds and returns the bytes its websocket received."""
    received: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.on("websocket", listen)
    start = time.perf_counter()
    page.goto(url)
    wait_ready(page)
    times.append(time.perf_counter() - start)
    page.wait_for_timeout(300)
    page.context.close()
    return sum(received)
