"""The watch over red flags that nobody has acknowledged: looks every minute, and at once when one is kept."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from teamback.app import opening
from teamback.app.alert_post import send
from teamback.record.refusal import Refusal
from teamback.reports.alert import message
from teamback.rounds.urgent.alerting import claimed, due, settled
from teamback.settings import Settings
from teamback.store import Store

EVERY = 60.0  # seconds
_called = threading.Event()
_log = logging.getLogger(__name__)


def look(store: Store, by: Settings) -> int:
    """Sends every alert that is due, and writes down what came of it; gives how many were sent."""
    sent = 0
    for alert in due(store, by.alert_channels):
        if (claim := claimed(store, alert)) is None:
            continue
        said = message(alert, claim.event.sent_at, by.club_name, by.url)
        failure = send(alert.channel, said, alert.due.to_lead, by)
        settled(store, claim, failure)
        sent += failure is None
        if failure:
            _log.warning("An alert did not leave by %s: %s", alert.channel, failure)
    return sent


def call() -> None:
    """A warning sign was kept: the watch looks now, and does not wait for its minute."""
    _called.set()


@contextmanager
def watching() -> Iterator[None]:
    """While the block lasts a thread keeps watch, where any way out of the house is set."""
    by, over = opening.settings(), threading.Event()
    if not by.alert_channels:
        yield
        return
    thread = threading.Thread(target=_keep_watch, args=(by, over), name="alert-watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        _called.set()
        thread.join(EVERY)


def _keep_watch(by: Settings, over: threading.Event) -> None:
    while not over.is_set():
        try:
            look(opening.open_store(), by)
        except Refusal as refusal:
            _log.error("%s", refusal.sentence)
        except Exception as error:  # the watch goes on, whatever happens to one look
            _log.error("The alert watch failed once: %s", type(error).__name__)
        _called.wait(EVERY)
        _called.clear()
