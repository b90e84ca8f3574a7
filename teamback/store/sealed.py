"""Encrypted backups: sealed to a public key in the age format, opened with its secret key alone."""

import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyrage
from pyrage.x25519 import Identity, Recipient

from teamback.record.refusal import Refusal

_MARK = b"age-encryption.org/v1\n"
_ERRORS = (OSError, pyrage.EncryptError)


@dataclass(frozen=True)
class KeyPair:
    """A secret key, and the recipient to whom its owner has others encrypt."""

    secret: str
    recipient: str


def new_keys() -> KeyPair:
    """A key pair that never was before."""
    secret = Identity.generate()
    return KeyPair(str(secret), str(secret.to_public()))


def recipient_of(text: str) -> Recipient:
    """The public key that a text says; Refusal where it is none."""
    try:
        return Recipient.from_str(text.strip())
    except pyrage.RecipientError as error:
        raise Refusal(
            f"{text[:12]}... is no recipient: it begins with age1 and is made by `teamback keys`."
        ) from error


def key_in(file: Path) -> Identity:
    """The secret key that a file holds, as `teamback keys` and age write it; Refusal where there is none."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    try:
        return Identity.from_str(next(line for line in map(str.strip, lines) if line and line[0] != "#"))
    except (StopIteration, pyrage.IdentityError) as error:
        raise Refusal(f"{file} holds no secret key: its line begins with AGE-SECRET-KEY-1.") from error


def is_sealed(path: Path) -> bool:
    """Whether a file is encrypted."""
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


@contextmanager
def sealing(path: Path, to: str) -> Iterator[IO[bytes]]:
    """A file that encrypts what is written into it, as it is written: nothing of it lies open on the disk."""
    recipient = recipient_of(to)
    out, into = os.pipe()
    failed: list[Exception] = []

    def encrypt() -> None:
        try:
            with os.fdopen(out, "rb") as plain, path.open("wb") as kept:
                pyrage.encrypt_io(plain, kept, [recipient])
        except _ERRORS as error:
            failed.append(error)

    worker = threading.Thread(target=encrypt, name="encrypting a backup")
    worker.start()
    try:
        with os.fdopen(into, "wb") as plain:
            yield plain
    except BrokenPipeError:  # the other side has failed, and says why
        pass
    finally:
        worker.join()
    if failed:
        raise Refusal(f"Not backed up: the backup could not be written ({failed[0]}).") from failed[0]


@contextmanager
def unsealed(path: Path, key: Identity) -> Iterator[IO[bytes]]:
    """What an encrypted file holds, in a file without a name that is gone at the end."""
    with tempfile.TemporaryFile() as plain:
        try:
            with path.open("rb") as sealed:
                pyrage.decrypt_io(sealed, plain, [key])
        except (OSError, pyrage.DecryptError) as error:
            raise Refusal(
                f"{path} cannot be opened with this key, or is damaged. Nothing was restored."
            ) from error
        plain.seek(0)
        yield plain
