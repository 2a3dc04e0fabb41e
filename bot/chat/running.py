"""Running after a lift, as text."""

from collections.abc import Iterator

from bot.chat.words import Reader
from bot.guidance.running import RunAdvice


def lines(reader: Reader, advice: RunAdvice) -> Iterator[str]:
    """Yield the advice."""
    yield f"{reader}{advice}"
