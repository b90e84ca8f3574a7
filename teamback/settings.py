"""What the surroundings say about this run: which store, whether it is the demo, which day is today."""

import datetime as dt
from pathlib import Path

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

    def clock(self) -> dt.datetime:
        """The present; on a day that was asked for, the present time of that day."""
        now = dt.datetime.now(dt.UTC)
        return now if self.today is None else dt.datetime.combine(self.today, now.timetz())
