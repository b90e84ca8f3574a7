"""What the surroundings say about this run: which store, whether it is the demo, which day is today."""

import datetime as dt
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

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

    def clock(self) -> dt.datetime:
        """The present; on a day that was asked for, the present time of that day."""
        now = dt.datetime.now(dt.UTC)
        return now if self.today is None else dt.datetime.combine(self.today, now.timetz())
