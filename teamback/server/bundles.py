"""Streamlit's own scripts, styles and fonts, from memory: the only files that anybody may have."""

from mimetypes import guess_type
from pathlib import Path

import streamlit as st
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

FOLDER = Path(st.__file__).parent / "static"


class Bundles:
    """Gives Streamlit's scripts, styles and fonts from memory.

    A first page asks for 130 of them, and each was a walk through threads and a file in pieces. Their names
    carry a hash of their content, so a browser keeps them for a year.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._files = {f"/{file.relative_to(FOLDER).as_posix()}": file for file in FOLDER.glob("static/*/*")}
        self._answers: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["path"] if scope["type"] == "http" and scope["method"] == "GET" else ""
        if asked not in self._files:
            return await self.app(scope, receive, send)
        if asked not in self._answers:
            kind, _ = guess_type(asked)
            headers = {"Cache-Control": "public, immutable, max-age=31536000"}
            self._answers[asked] = Response(self._files[asked].read_bytes(), headers=headers, media_type=kind)
        await self._answers[asked](scope, receive, send)
