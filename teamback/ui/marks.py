"""How things are marked: a shape with a word for what the data says, a chip with a word for a decision."""

from html import escape

from teamback.record.flag import AMBER, GREEN, INFO, NOT_REPORTED, RED
from teamback.record.words import FLAGS, TRAINING

GLYPHS = {RED: "▲", AMBER: "◆", NOT_REPORTED: "○", GREEN: "●", INFO: "i"}
TRAINING_GLYPHS = {"full": "✓", "modified": "◐", "rehab": "↻", "out": "✕", "not_decided": "–"}


def training_words(training: str) -> str:
    """A decision as text: its sign and its word."""
    return f"{TRAINING_GLYPHS[training]} {TRAINING[training]}"


def flag_mark(level: str, text: str | None = None) -> str:
    """A flag as HTML: the shape in its colour, then the word (or another text that carries it)."""
    said = escape(text or FLAGS[level])
    return f'<span class="tb-flag tb-{level}"><i aria-hidden="true">{GLYPHS[level]}</i>{said}</span>'


def chip(training: str, text: str | None = None) -> str:
    """A decision as HTML: a labelled chip that never wears a flag's colour."""
    said = escape(text or TRAINING[training])
    glyph = TRAINING_GLYPHS[training]
    return f'<span class="tb-chip tb-{training}"><i aria-hidden="true">{glyph}</i>{said}</span>'
