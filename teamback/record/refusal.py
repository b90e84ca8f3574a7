"""The one exception of the product: something is refused, in one clear sentence that says what to do."""

import datetime as dt

from teamback.record.words import who as in_words


class Refusal(Exception):
    """Nothing was written; the message is a sentence for the screen, `field` the input it stands beside."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class ChangedSince(Refusal):
    """Somebody else changed the same subject while a form was open."""

    def __init__(self, who: str, when: dt.datetime) -> None:
        super().__init__(
            f"{in_words(who)} was first: this record was changed while your form was open. "
            "What you typed is still here; look at the change, then save again."
        )
        self.who = who
        self.when = when
