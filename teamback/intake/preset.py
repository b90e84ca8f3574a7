"""What an import preset declares about a system's files, so that nothing is guessed in silence."""

import re
from typing import Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, field_validator, model_validator

from teamback.record.event import Event, columns
from teamback.record.events import AthleteNamed, CalendarEntry, CheckIn, PainEntry, RestDay, Session
from teamback.record.scales import SCALES, Scale

READABLE: dict[str, type[Event]] = {
    kind.kind: kind for kind in (AthleteNamed, CheckIn, Session, RestDay, PainEntry, CalendarEntry)
}
"""The kinds that a file may bring. Availability is not among them: only a named clinician decides it."""

_BEST = {"high is good": "high", "low is good": "low"}
_RATED = ("/10", "1-5")
_DAYS = re.compile(r"(YYYY([-./])MM\2DD|(DD([-./])MM|MM([-./])DD)([-./])YYYY)")

Layout = Literal["long", "wide", "json by athlete"]


class _Declared(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(_Declared):
    """One column: the field it fills (its own name by default), and which end of its scale is good.

    With `product_of` it fills none: it must equal the product of those columns, and is not kept.
    `words` read a text by the first of them that one of its words begins with; `not_kept` are those that make
    the row one to leave out, with the reason; `as_written` is the field that keeps the text itself.
    """

    field: str = ""
    words: dict[str, str] = {}
    not_kept: dict[str, str] = {}
    as_written: str = ""
    direction: Literal["high is good", "low is good"] | None = None
    product_of: tuple[str, ...] = ()

    def reversed_scale(self) -> Scale | None:
        """The record's scale, where the file counts from its other end."""
        scale = SCALES.get(self.field)
        if scale and scale.best and self.direction and _BEST[self.direction] != scale.best:
            return scale
        return None


class Source(_Declared):
    """One kind of file: long (a row an entry), wide (a row a day, a column an athlete), or JSON lists.

    Without an `athlete` column the file is of one athlete, whom the person importing names. `day_of` are the
    columns of year, month and day, where no one column is the day; `with_time` says that a time follows the
    day in its column, which is not kept. `ignored` columns are known and not read.
    """

    path: str
    layout: Layout
    kind: str
    athlete: str = "athlete"
    day: str = "day"
    day_of: tuple[str, ...] = ()
    with_time: bool = False
    ignored: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    columns: dict[str, Column] = {}
    value: Column | None = None
    days_are_whole: bool = False

    @model_validator(mode="after")
    def _speaks_of_the_record(self) -> Self:
        if self.kind not in READABLE:
            raise ValueError(f"'{self.kind}' is no kind that a file may bring: {', '.join(READABLE)}")
        if (self.value is None) == (self.layout == "wide"):
            raise ValueError("a wide file, and no other, declares its 'value'")
        if self.day_of and len(self.day_of) != 3:
            raise ValueError("'day_of' names three columns: year, month and day")
        named = {name: _with_field(name, column) for name, column in self.columns.items()}
        for name, column in {**named, **({"value": self.value} if self.value else {})}.items():
            _check(name, column, READABLE[self.kind])
            if missing := [part for part in column.product_of if part not in named]:
                raise ValueError(f"{name}: there is no column '{missing[0]}' to multiply")
        object.__setattr__(self, "columns", named)
        return self

    @property
    def dated_by(self) -> tuple[str, ...]:
        """The columns that say the day."""
        return self.day_of or (self.day,)

    @property
    def event(self) -> type[Event]:
        """The kind of event that a row becomes."""
        return READABLE[self.kind]


class LeftOut(_Declared):
    """Files that are counted and not read, with the reason that the person importing is told."""

    path: str
    layout: Literal["long", "wide"]
    reason: str


class Preset(_Declared):
    """How one system's files are read: dates, decimals, athletes, and each file's columns."""

    name: str
    title: str
    dates: str
    decimals: Literal["point", "comma"]
    missing: tuple[str, ...] = ()
    system: str | None = None
    athletes: str | None = None
    time_zone: str | None = None
    files: tuple[Source, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def of_one_athlete(self) -> bool:
        """Whether the person importing has to say whose file it is."""
        return any(not source.athlete for source in self.files)

    @field_validator("dates")
    @classmethod
    def _one_order_of_days(cls, value: str) -> str:
        if not _DAYS.fullmatch(value):
            raise ValueError("write it such as YYYY-MM-DD, DD.MM.YYYY or MM/DD/YYYY")
        return value

    @field_validator("athletes")
    @classmethod
    def _a_pattern_with_a_label(cls, value: str | None) -> str | None:
        if value is not None and _compiled(value).groups != 1:
            raise ValueError("write a pattern with one group: the short name an athlete is shown by")
        return value

    @field_validator("time_zone")
    @classmethod
    def _a_known_time_zone(cls, value: str | None) -> str | None:
        if value is not None:
            _zone(value)
        return value


def _with_field(name: str, column: Column) -> Column:
    return column if column.field or column.product_of else column.model_copy(update={"field": name})


def _check(name: str, column: Column, kind: type[Event]) -> None:
    if column.product_of:
        return
    if column.field not in columns(kind):
        raise ValueError(f"{name}: a {kind.kind} has no field '{column.field}'")
    if column.as_written and column.as_written not in columns(kind):
        raise ValueError(f"{name}: a {kind.kind} has no field '{column.as_written}'")
    scale = SCALES.get(column.field)
    if scale and scale.best and column.direction is None:
        raise ValueError(f"{name}: declare its direction, 'high is good' or 'low is good'")
    if column.direction and not (scale and scale.best):
        raise ValueError(f"{name}: neither end of '{column.field}' is good; take its direction out")
    if (turned := column.reversed_scale()) and turned.unit not in _RATED:
        raise ValueError(f"{name}: {turned.unit} cannot be turned round; take its direction as it is")


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ValueError(f"this is no regular expression: {error}") from error


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"there is no time zone '{name}'; write it such as Europe/Oslo") from error
