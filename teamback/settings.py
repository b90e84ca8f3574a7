"""What the surroundings say about this run: which store, which day is today, what is kept for how long."""

import datetime as dt
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from teamback.clinic.retention import Rules
from teamback.rounds.own_data.backups import Plan

ROOT = Path(__file__).parents[1]
PRIVATE = ROOT / "data" / "private"
DEFAULT_STORE = str(PRIVATE / "teamback.duckdb")
DEMO_STORE = str(PRIVATE / "demo.duckdb")


class Settings(BaseSettings):
    """Read from variables that begin with TEAMBACK_, which the command line sets."""

    model_config = SettingsConfigDict(env_prefix="TEAMBACK_")

    store: str = DEFAULT_STORE
    demo: bool = False
    today: dt.date | None = None
    club_phone: str | None = None
    """Whom an athlete rings with a warning sign: the medical staff's number."""

    def clock(self) -> dt.datetime:
        """The present; on a day that was asked for, the present time of that day."""
        now = dt.datetime.now(dt.UTC)
        return now if self.today is None else dt.datetime.combine(self.today, now.timetz())


class Backups(BaseSettings):
    """What is backed up every night, and for how long: variables that begin with TEAMBACK_BACKUP_."""

    model_config = SettingsConfigDict(env_prefix="TEAMBACK_BACKUP_")

    recipient: str | None = None
    """To whom backups are encrypted (age1...); `teamback keys` makes the pair of keys."""
    plain: bool = False
    """Whether backups that anybody can read are wanted all the same."""
    folder: Path = PRIVATE / "backups"
    at: dt.time = dt.time(3)
    """When, in the time of the first squad."""
    keep: int = Field(default=30, ge=1)
    """How many are kept."""
    days: int = Field(default=35, ge=1)
    """How old one may get: after an erasure, so long may a backup still hold the person."""

    def plan(self) -> Plan:
        """The same for whoever makes the backups."""
        return Plan(self.folder, self.recipient, self.plain, self.at, self.keep, self.days)


class Retention(BaseSettings):
    """How long a record is kept at least: variables that begin with TEAMBACK_RETENTION_."""

    model_config = SettingsConfigDict(env_prefix="TEAMBACK_RETENTION_")

    years: int = Field(default=8, ge=0)
    """After the last contact."""
    age: int = Field(default=25, ge=0)
    """And until this birthday."""

    def rules(self) -> Rules:
        """The same for whoever judges."""
        return Rules(self.years, self.age)
