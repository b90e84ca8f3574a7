"""What the surroundings say about this run: which store, which day is today, what is kept for how long."""

import datetime as dt
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from teamback.clinic.retention import Rules
from teamback.rounds.own_data.backups import Plan

ROOT = Path(__file__).parents[1]
PRIVATE = ROOT / "data" / "private"
DEFAULT_STORE = str(PRIVATE / "teamback.duckdb")
DEMO_STORE = str(PRIVATE / "demo.duckdb")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Granted(BaseModel):
    """What a value of the provider's claim gives here."""

    model_config = ConfigDict(extra="forbid")

    role: str
    profession: str
    squads: frozenset[str] | None = None


class Settings(BaseSettings):
    """Read from variables that begin with TEAMBACK_, which the command line sets."""

    model_config = SettingsConfigDict(env_prefix="TEAMBACK_")

    store: str = DEFAULT_STORE
    demo: bool = False
    today: dt.date | None = None
    club_phone: str | None = None
    """Whom an athlete rings with a warning sign: the medical staff's number."""
    club_name: str = ""
    """How an alert names the club."""
    url: str | None = None
    """Under which address people reach it (https://teamback.club.example), when not on this computer."""
    alert_smtp_host: str | None = None
    alert_smtp_port: int = Field(default=587, ge=1, le=65535)
    alert_smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    alert_smtp_user: str | None = None
    alert_smtp_password: SecretStr = SecretStr("")
    alert_from: str | None = None
    alert_to: str = ""
    """The clinicians' mail addresses, parted by commas; mail leaves when the host and these are set."""
    alert_to_lead: str = ""
    """Who is told besides when nobody has acknowledged."""
    alert_webhook: str | None = None
    """An address (https://...) that is sent the same words as JSON."""
    secret_key: SecretStr | None = Field(default=None, min_length=32)
    """What cookies are signed with; without it a key is made in data/private."""
    session_hours: float = Field(default=12, gt=0, le=24 * 14)
    """How long somebody stays signed in."""
    link_days: int = Field(default=30, ge=1, le=366)
    """How long the link holds with which an athlete checks in on a phone."""
    oidc_metadata: str | None = None
    """The address of the provider's openid-configuration."""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = SecretStr("")
    oidc_name: str = "your club's account"
    """How the button says where one signs in."""
    oidc_claim: str = "groups"
    oidc_roles: dict[str, Granted] = {}
    """Value of the claim: {"role": ..., "profession": ..., "squads": [...]}; the first that fits counts."""

    @field_validator("alert_webhook", "url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value and urlsplit(value).scheme not in ("http", "https"):
            raise ValueError("must begin with https:// or http://")
        return value or None

    @property
    def alert_channels(self) -> tuple[str, ...]:
        """The ways on which an alert leaves the house; none in the demo unless they are set."""
        by_mail = ("mail",) if self.alert_smtp_host and self.alert_to.strip() else ()
        return (*by_mail, *(("webhook",) if self.alert_webhook else ()))

    @property
    def secure(self) -> bool:
        """Whether people reach it over https."""
        return bool(self.url and urlsplit(self.url).scheme == "https")

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which it answers."""
        own = urlsplit(self.url).hostname if self.url else None
        return LOOPBACK | ({own} if own else frozenset())

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
