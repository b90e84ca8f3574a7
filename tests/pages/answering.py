"""What a person does on a page: taps answers, presses a button, reads what it says."""

from collections.abc import Mapping
from typing import Any

from streamlit.testing.v1 import AppTest


def answer(at: AppTest, answers: Mapping[str, Any]) -> AppTest:
    """Taps these answers to the questions of these labels; a question comes only once the page asks it."""
    for question, value in answers.items():
        (asked,) = [group for group in at.button_group if group.label == question]
        asked.set_value(value)
    return at.run()


def press(at: AppTest, label: str) -> AppTest:
    """Presses the one button with this label."""
    (button,) = [button for button in at.button if button.label == label]
    return button.click().run()


def questions(at: AppTest) -> list[str]:
    """What is asked with buttons, from the top."""
    return [group.label for group in at.button_group]


def labels(at: AppTest) -> list[str]:
    """The buttons there are."""
    return [button.label for button in at.button]


def said(at: AppTest) -> str:
    """All that the page says in boxes, without the escaping of markdown."""
    boxes = [*at.success, *at.error, *at.warning, *at.info]
    return "\n".join(box.value for box in boxes).replace("\\", "")


def html(at: AppTest) -> str:
    """What the page draws as HTML."""
    return "\n".join(element.proto.body for element in at.get("html"))
