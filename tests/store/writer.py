"""Processes that write until they are killed, or until the disk is full, and say what was kept."""

import resource
from itertools import count
from multiprocessing.connection import Connection

from teamback.record.events import Session
from teamback.record.refusal import Refusal
from teamback.store import open_store
from tests.squads import MONDAY, PHYSIO, a_squad


def write_on(path: str, said: Connection) -> None:
    """Opens the store, says None, then keeps batches of one to forty sessions of athlete 1 for ever."""
    store = open_store(path)
    said.send(None)
    for batch in count():
        sessions = [Session(day=MONDAY, athlete=1, minutes=minutes) for minutes in range(1 + batch * 13 % 40)]
        kept = store.keep(sessions, PHYSIO)
        said.send((kept[0], kept[-1]))


def write_until_full(path: str, size: int, said: Connection) -> None:
    """Writes to a file that may not grow past `size` bytes; says the last number kept, and the refusal."""
    store = open_store(path)
    (kari,) = a_squad(store, "Kari")
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    kept = store.head()
    try:
        while True:
            kept = store.keep([Session(day=MONDAY, athlete=kari, note="x" * 50)] * 1000, PHYSIO)[-1]
    except Refusal as refusal:
        said.send((kept, refusal.sentence))
