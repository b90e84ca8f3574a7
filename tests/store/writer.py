"""A process that writes until it is killed, and says after each batch which numbers were kept."""

from itertools import count
from multiprocessing.connection import Connection

from teamback.record.events import Session
from teamback.store import open_store
from tests.squads import MONDAY, PHYSIO


def write_on(path: str, said: Connection) -> None:
    """Opens the store, says None, then keeps batches of one to forty sessions of athlete 1 for ever."""
    store = open_store(path)
    said.send(None)
    for batch in count():
        sessions = [Session(day=MONDAY, athlete=1, minutes=minutes) for minutes in range(1 + batch * 13 % 40)]
        kept = store.keep(sessions, PHYSIO)
        said.send((kept[0], kept[-1]))
