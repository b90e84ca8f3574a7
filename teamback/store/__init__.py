"""Where it is kept: the journal, its schema and migrations, and the only SQL of the product."""

from teamback.store.journal import Store
from teamback.store.opening import open_store

__all__ = ["Store", "open_store"]
