"""What a row's cells say, in the record's own terms: typed, on their scales, the declared way up."""

import datetime as dt
import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from teamback.intake import cells
from teamback.intake.cells import Unreadable
from teamback.intake.preset import READABLE, Column, Preset
from teamback.intake.rows import LEFT_OUT, Row
from teamback.record import words
from teamback.record.events import AthleteNamed, CalendarEntry
from teamback.record.scales import SCALES

_WORDS: dict[str, Mapping[str, str]] = {
    "what": words.CALENDAR,
    "side": words.SIDES,
    "type": words.SESSION_TYPES,
    "participation": words.PARTICIPATION,
    "activities": words.ACTIVITIES,
    "pain_site": words.SITES,
    "sex": words.SEXES,
    "sport": words.SPORTS,
}
_TYPES = {kind: typing.get_type_hints(event) for kind, event in READABLE.items()}


@dataclass(frozen=True)
class Reader:
    """Reads cells as a preset declares them; `today` is the squad's own."""

    preset: Preset
    zone: ZoneInfo
    today: dt.date
    athlete: str = ""
    """Whose file it is, where the preset has no column for it."""

    def read(self, row: Row) -> None:
        """Fills a row's day and values, or settles it as invalid or as saying nothing."""
        try:
            if not row.source.athlete:
                row.written_athlete = self.athlete
            row.day = self._day(row)
            self._know_athlete(row)
            row.values = {
                column.field: self._value(row, name, column)
                for name, column in self._columns(row).items()
                if column.field and self._text(row, name)
            }
            for name, column in self._columns(row).items():
                if column.as_written and (text := self._text(row, name)):
                    row.values[column.as_written] = cells.plain(text)
            for name, column in self._columns(row).items():
                if column.product_of:
                    self._check_product(row, name, column)
        except Unreadable as fault:
            row.refuse(str(fault))
            return
        except cells.NotKept as why:
            row.settle(LEFT_OUT, str(why))
            return
        if not row.values and row.source.columns and row.source.event is not AthleteNamed:
            row.settle(LEFT_OUT, "it holds no answer")

    def _columns(self, row: Row) -> dict[str, Column]:
        return {"value": row.source.value} if row.source.value else row.source.columns

    def _text(self, row: Row, name: str) -> str:
        text = row.cells.get(name, "")
        return "" if text in self.preset.missing else text

    def _day(self, row: Row) -> dt.date | None:
        event = row.source.event
        if not row.written_day:
            if event is AthleteNamed:
                return None
            raise Unreadable("The day is missing. Write it in.")
        if row.source.day_of:
            day = cells.day_of(row.written_day, row.source.day_of)
        else:
            said = row.written_day.split(" ")[0] if row.source.with_time else row.written_day
            day = cells.day(said, self.preset.dates)
        if day > self.today and event is not CalendarEntry:
            raise Unreadable(f'"{row.written_day}" has not come yet. Correct the day.')
        return day

    def _know_athlete(self, row: Row) -> None:
        name = cells.plain(row.written_athlete)
        if not name and row.source.event is not CalendarEntry:
            raise Unreadable("The athlete is missing. Write the name in.")
        pattern = self.preset.athletes
        if name and pattern and not re.fullmatch(pattern, name):
            raise Unreadable(f"{name} is not how {self.preset.title} names an athlete. Take it out.")

    def _value(self, row: Row, name: str, column: Column) -> Any:
        try:
            text = self._text(row, name)
            if column.words:
                value: Any = cells.read_by(cells.plain(text), column.words, column.not_kept)
            else:
                value = self._typed(text, row.source.kind, column.field)
        except Unreadable as fault:
            raise Unreadable(str(fault) if name == "value" else f"{name}: {fault}") from None
        if scale := SCALES.get(column.field):
            if sentence := scale.refuse(value):
                raise Unreadable(f"{sentence} Correct it.")
            if column.reversed_scale():
                return scale.low + scale.high - value
        return value

    def _typed(self, text: str, kind: str, field: str) -> Any:
        hint = _TYPES[kind][field]
        base = next((part for part in typing.get_args(hint) if part is not type(None)), hint)
        if typing.get_origin(hint) is tuple:
            listed = cells.parts(cells.plain(text))
            return tuple(cells.word(part, _WORDS[field]) for part in listed) if field in _WORDS else listed
        if field in _WORDS:
            return cells.word(text, _WORDS[field])
        if field == "start":
            return cells.clock(text)
        return self._plainly()[base](text)

    def _plainly(self) -> dict[type, Callable[[str], Any]]:
        return {
            float: lambda text: cells.number(text, self.preset.decimals),
            bool: cells.yes_or_no,
            str: cells.plain,
            dt.date: lambda text: cells.day(text, self.preset.dates),
            dt.datetime: lambda text: cells.moment(text, self.zone),
        }

    def _check_product(self, row: Row, name: str, column: Column) -> None:
        texts = [self._text(row, part) for part in (name, *column.product_of)]
        if not all(texts):
            return
        total, *factors = (cells.number(text, self.preset.decimals) for text in texts)
        product = 1.0
        for factor in factors:
            product *= factor
        if abs(total - product) > 0.005:
            raise Unreadable(
                f"{name} is {total:g}, but {' x '.join(column.product_of)} is {product:g}. Correct one."
            )
