"""Two numbers with a colon between them, and paces that quicken: "6:00 -> 5:00"."""

from bot.language.items import Context, Tokens
from bot.language.tokens import at

_SLOWEST_PACE = 12
_QUICKENS = 5


def colon_parts(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """Return the two numbers of "6:30" and the index after them, whatever their size."""
    first, colon, second = at(tokens, index), at(tokens, index + 1), at(tokens, index + 2)
    written = colon.text == ":" and colon.glued and second.glued and second.text.isdecimal()
    if not written or first.number is None or second.number is None or first.spelled:
        return None
    return first.number, second.number, index + 3


def quickening(tokens: Tokens, index: int, context: Context) -> int | None:
    """Return the index after "6:00 -> 5:00" and "6:10-5:20": no stretch of a day ends before it begins."""
    first = colon_parts(tokens, index)
    if first is None or context.moving:
        return None
    after = first[2]
    while at(tokens, after).text in {"-", ">", "\u2192"}:
        after += 1
    second = colon_parts(tokens, after) if after > first[2] else None
    quicker = second is not None and second[:2] < first[:2] and first[0] <= _SLOWEST_PACE
    # "12:45-1:30" is an hour at noon: nobody quickens so much.
    quicker = quicker and second is not None and first[0] - second[0] <= _QUICKENS
    return second[2] if second is not None and quicker and at(tokens, second[2]).means("half") is None else None
