"""The pages that stand before Streamlit: a heading and a form, in the house's colours, without a script."""

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlsplit

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse

from teamback.record.refusal import Refusal
from teamback.server.bundles import FOLDER

_HERE = Path(__file__).parent
_ICON = _HERE.parent / "ui" / "icon.svg"
_COLOURS = {
    "ground": "backgroundColor",
    "panel": "secondaryBackgroundColor",
    "text": "textColor",
    "line": "borderColor",
    "primary": "primaryColor",
    "wrong": "redTextColor",
    "wrong-ground": "redBackgroundColor",
    "right": "greenTextColor",
    "right-ground": "greenBackgroundColor",
}
_LONGEST_FORM = 20_000


def show(title: str, *parts: str, status: int = 200) -> HTMLResponse:
    """A whole page; what stands in `parts` is HTML already."""
    inside = "".join(parts)
    return HTMLResponse(
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f'<link rel="icon" href="data:image/svg+xml,{quote(_icon())}">'
        f"<title>{escape(title)} · teamback</title><style>{_style()}</style></head><body><main>"
        f'<p class="brand">{_icon()} teamback</p>'
        f"<h1>{escape(title)}</h1>{inside}</main></body></html>",
        status_code=status,
    )


def form(
    action: str,
    fields: Sequence[str],
    button: str,
    hidden: Mapping[str, str] | None = None,
    quiet: bool = False,
) -> str:
    """A form that is sent by POST; a press of Enter sends it too. A quiet one is beside the point."""
    look = ' class="quiet"' if quiet else ""
    kept = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in (hidden or {}).items()
    )
    return (
        f'<form method="post" action="{escape(action)}"{look}>{kept}{"".join(fields)}'
        f'<button type="submit">{escape(button)}</button></form>'
    )


def field(
    name: str, label: str, kind: str = "text", complete: str = "off", value: str = "", hint: str = ""
) -> str:
    """One line to type into, with its label above; `complete` tells a password manager what it is."""
    about = f'<span class="hint">{escape(hint)}</span>' if hint else ""
    spoken = ' autocapitalize="none" spellcheck="false"' if complete in ("username", "email") else ""
    return (
        f'<label><span>{escape(label)}</span>{about}<input name="{name}" type="{kind}"'
        f' autocomplete="{complete}" value="{escape(value)}" maxlength="200" required{spoken}></label>'
    )


def choice(name: str, label: str, options: Mapping[str, str]) -> str:
    """One of a few words."""
    listed = "".join(f'<option value="{escape(k)}">{escape(v)}</option>' for k, v in options.items())
    return f'<label><span>{escape(label)}</span><select name="{name}">{listed}</select></label>'


def text(said: str) -> str:
    """A paragraph."""
    return f"<p>{escape(said)}</p>"


def wrong(refusal: Refusal | None) -> str:
    """Why it was refused, above the form."""
    return f'<p class="wrong" role="alert">{escape(refusal.sentence)}</p>' if refusal else ""


def right(said: str) -> str:
    """What was done."""
    return f'<p class="right" role="status">{escape(said)}</p>' if said else ""


def link(to: str, said: str, button: bool = False) -> str:
    """A way to another page."""
    of_kind = ' class="button"' if button else ""
    return f'<p><a{of_kind} href="{escape(to)}">{escape(said)}</a></p>'


async def typed(request: Request) -> dict[str, str]:
    """What a form sent; Refusal when it is longer than any form here."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_FORM:
            raise Refusal("This is more than the form asks for.")
    return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))


def own_page(asked: str | None) -> str:
    """Where to go after sign-in: a page of this address, and never another site."""
    asked = asked or "/"
    parts = urlsplit(asked)
    own = not parts.scheme and not parts.netloc and asked.startswith("/") and asked[1:2] not in ("/", "\\")
    return asked if own and asked.isprintable() and "\\" not in asked else "/"


@cache
def _icon() -> str:
    return _ICON.read_text(encoding="utf-8").strip()


@cache
def _style() -> str:
    css = (_HERE / "form_page.css").read_text(encoding="utf-8")
    font = next(FOLDER.glob("static/media/SourceSansVF-Upright*.woff2"), None)
    face = ""
    if font:
        place = font.relative_to(FOLDER).as_posix()
        face = f'@font-face{{font-family:"Source Sans";src:url("/{place}");font-weight:200 900}}'
    dark = f"@media (prefers-color-scheme: dark){{:root{{{_colours('dark')}}}}}"
    return f"{face}:root{{{_colours('light')}}}{dark}{css}"


def _colours(scheme: str) -> str:
    return "".join(f"--{name}:{st.get_option(f'theme.{scheme}.{key}')};" for name, key in _COLOURS.items())
