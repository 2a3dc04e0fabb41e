"""Which sets of a log are work, and which were only said to be warm-up ("warmup 60x5, 80x3, then 3x4 100")."""

from collections.abc import Iterator, Sequence

from bot.language.tokens import Token, at

Tokens = Sequence[Token]

_ENDS = frozenset({"\n", ";", "then", "work", "working"})


def work_of(tokens: Tokens) -> Iterator[Token]:
    """Yield the tokens without those of warm-up sets; a line end, ";", "then" or "work" ends a warm-up."""
    part: list[Token] = []
    for token in tokens:
        if token.text in _ENDS:
            yield from _without_warm_up(part)
            part = []
        part.append(token)
    yield from _without_warm_up(part)


def _without_warm_up(part: Tokens) -> Tokens:
    """Leave out what follows "warm-up", or the sets right before it ("60x5 warm-up, 3x4 100")."""
    place = next((index for index, token in enumerate(part) if _opens_warm_up(part, index)), None)
    if place is None:
        return part
    commas = [index for index, token in enumerate(part) if token.text == ","]
    start = max((index for index in commas if index < place), default=0)
    if not any(token.number is not None for token in part[start:place]):
        return part[:place]
    return (*part[:start], *part[next((index for index in commas if index > place), len(part)) :])


def _opens_warm_up(part: Tokens, index: int) -> bool:
    """Tell whether sets are called warm-up here, and it is not "after a warm-up" or "no warm-up"."""
    if part[index].means("lift_word") != "warm_up":
        return False
    before = at(part, index - 1 - (at(part, index - 1).text in {"a", "my", "the"}))
    return not before.is_word("after", "no", "before") and before.means("run_part") != "with"
