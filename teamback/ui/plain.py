"""Text that people typed, shown as typed where Streamlit would read it as markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>:$~=&])")


def as_typed(text: str) -> str:
    """The text with every character of markdown's escaped."""
    return _SPECIAL.sub(r"\\\1", text)
