"""The signed cookie: which account, of which generation, in which session, until when."""

import hashlib
import hmac
import secrets

from itsdangerous import BadData, URLSafeSerializer

from teamback.record.account import Account
from teamback.store import Store
from teamback.store.access_log import note
from teamback.store.queries.accounts import account_in_session

COOKIE = "teamback"


class Sessions:
    """Writes and reads the cookie. It ends at a fixed hour: a websocket could not be given a later one."""

    def __init__(self, key: str, hours: float) -> None:
        self.seconds = int(hours * 3600)
        self._key = key
        self._signer = URLSafeSerializer(key, salt="teamback session")

    def begin(self, store: Store, account: Account, until: int | None = None) -> str:
        """A cookie for an account that has just signed in; it ends after its hours, or at `until`."""
        until = until or int(store.now().timestamp()) + self.seconds
        said: str = self._signer.dumps([account.number, account.generation, secrets.token_hex(12), until])
        return said

    def account(self, store: Store, cookie: str | None) -> Account | None:
        """Whose cookie this is; None for a forged, expired, ended or foreign one."""
        read = self._read(cookie)
        if read is None or read[3] <= store.now().timestamp():
            return None
        return account_in_session(store, *read[:3])

    def end(self, store: Store, cookie: str | None) -> None:
        """Signs out: this cookie opens nothing any more, wherever a copy of it is."""
        account, read = self.account(store, cookie), self._read(cookie)
        if account and read:
            note(store, "signed_out", account.number, about=read[2])

    def key_for(self, purpose: str) -> str:
        """A key of its own for another purpose, made from the same one."""
        return hmac.new(self._key.encode(), purpose.encode(), hashlib.sha256).hexdigest()

    def _read(self, cookie: str | None) -> tuple[int, str, str, int] | None:
        try:
            number, generation, session, until = self._signer.loads(cookie or "")
        except (BadData, ValueError, TypeError):
            return None
        return int(number), str(generation), str(session), int(until)
