"""The nightly backup, made by the program itself while it runs: it alone has the store's file open."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from teamback.app import opening
from teamback.record.refusal import Refusal
from teamback.rounds.own_data import backups
from teamback.settings import Backups

LOOK = 60.0
"""So many seconds pass between two looks at the clock; after a failure it is an hour."""
_AFTER_A_FAILURE = 3600.0

_log = logging.getLogger(__name__)


@asynccontextmanager
async def nightly() -> AsyncIterator[None]:
    """Backups are made while this is entered; none in the demo, nor where nobody said how."""
    if opening.settings().demo:
        yield
        return
    plan = Backups().plan()
    if not plan.wanted:
        _log.warning("No nightly backup: set TEAMBACK_BACKUP_RECIPIENT (teamback keys makes the keys).")
        yield
        return
    watching = asyncio.create_task(_watch(plan))
    try:
        yield
    finally:
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


async def _watch(wanted: backups.Plan) -> None:
    while True:
        went_well = await asyncio.to_thread(look, wanted)
        await asyncio.sleep(LOOK if went_well else _AFTER_A_FAILURE)


def look(wanted: backups.Plan) -> bool:
    """Makes the backup that is due, if one is; False when that failed, and the log says why."""
    try:
        store = opening.open_store()
        backups.expire(store, wanted)
        if backups.is_due(store, wanted):
            _log.info("Backed up to %s", backups.make(store, wanted))
        return True
    except Refusal as refusal:
        _log.error("%s", refusal.sentence)
    except Exception as error:  # what it says may quote the record
        _log.error("The nightly backup failed (%s).", type(error).__name__)
    return False
