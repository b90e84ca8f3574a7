"""The one exception of the product: something is refused, in one clear sentence that says what to do."""


class Refusal(Exception):
    """Nothing was written; the message is a sentence for the screen, `field` the input it stands beside."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
