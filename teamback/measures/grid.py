"""The [athlete, day] array that every measure counts over: NaN is unknown, and 0 is only what was entered."""

from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Shape = tuple[int, int]


def unmasked(column: npt.ArrayLike) -> Floats:
    """A column of the store as float64: a masked entry (null) is NaN, never the number behind the mask."""
    return np.asarray(np.ma.filled(np.ma.asarray(column, dtype=np.float64), np.nan))


def spread(
    values: npt.ArrayLike, athlete: Ints, day: Ints, shape: Shape, how: Literal["sum", "last"]
) -> Floats:
    """Put rows on an [athlete, day] array; a cell without a row is NaN.

    values, athlete and day are one-dimensional and of one length (also 0); athlete and day count from 0, and
    rows outside shape are left out. "sum" adds the rows of a cell, and one unknown row makes the cell unknown
    (a session without minutes: that day's load is not known). "last" keeps the row that comes last, also
    when it is unknown.
    """
    row, column, inside = _located(athlete, day, shape)
    cell = row * shape[1] + column
    return _ON_A_CELL[how](unmasked(values)[inside], cell, shape[0] * shape[1]).reshape(shape)


def last_row(athlete: Ints, day: Ints, shape: Shape) -> Ints:
    """The number of the row that comes last in each cell, -1 for none: an [athlete, day] array."""
    row, column, inside = _located(athlete, day, shape)
    return _last_row(row * shape[1] + column, np.flatnonzero(inside), shape[0] * shape[1]).reshape(shape)


def picked(grid: Floats, athlete: Ints, day: Ints, later: int = 0) -> Floats:
    """What stands in an [athlete, day] array at each pair, or so many days later; NaN outside the array."""
    found = np.full(len(athlete), np.nan)
    row, column, inside = _located(athlete, np.asarray(day) + later, (grid.shape[0], grid.shape[1]))
    found[inside] = grid[row, column]
    return found


def _located(athlete: Ints, day: Ints, shape: Shape) -> tuple[Ints, Ints, Bools]:
    """The pairs that lie inside the shape, and which of the rows given those are."""
    row, column = np.asarray(athlete, np.int64), np.asarray(day, np.int64)
    inside = (row >= 0) & (row < shape[0]) & (column >= 0) & (column < shape[1])
    return (row, column, inside) if inside.all() else (row[inside], column[inside], inside)


def _sum(values: Floats, cell: Ints, cells: int) -> Floats:
    sums = np.bincount(cell, weights=values, minlength=cells)
    return np.where(np.bincount(cell, minlength=cells) > 0, sums, np.nan)


def _last(values: Floats, cell: Ints, cells: int) -> Floats:
    return at_rows(values, _last_row(cell, np.arange(len(cell)), cells))


def at_rows(values: Floats, row: Ints) -> Floats:
    """What a column holds at each row number; NaN for row -1."""
    if not len(values):
        return np.full(row.shape, np.nan)
    return np.where(row < 0, np.nan, values[row])


def _last_row(cell: Ints, number: Ints, cells: int) -> Ints:
    # numpy promises no order for repeated indices, so the last row is looked for, not hoped for
    row = np.full(cells, -1)
    np.maximum.at(row, cell, number)
    return row


_ON_A_CELL = {"sum": _sum, "last": _last}
