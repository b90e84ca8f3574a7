"""Runs every benchmark and prints ratios of medians; trust the ratios, not the milliseconds."""

import tempfile
from pathlib import Path

from benchmarks import browser, figures, page, squad_board
from benchmarks.timing import Line, table


def main() -> None:
    """Prints one table: what, ours, the thing it is held against, the ratio and the goal."""
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.duckdb"
        squad_board.fill(path)
        lines += squad_board.measure(path)
        lines += page.measure(path)
        lines += browser.measure(path, Path(folder))
    lines += figures.measure()
    print(table(lines))


if __name__ == "__main__":
    main()
