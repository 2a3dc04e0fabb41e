"""Lifts that the bot has no name for: "flurbs 3x10 20kg", "3x10 crunches" are no deadlifts."""

from collections.abc import Sequence
from itertools import takewhile

from bot.language.tokens import Token, at

_SHORTEST = 3
# How a deadlift is done, or how it went; "paused 3x5" and "3x5 beltless" name no other lift.
_MANNERS = frozenset(
    {"paused", "pause", "beltless", "belted", "raw", "strapped", "straps", "touch", "tng", "banded", "bands", "chains"}
) | {
    *("comp", "competition", "conv", "top", "working", "main", "backoff", "back", "first", "last", "second", "third"),
    *("straight", "across", "amrap", "emom", "total", "grand", "fine", "good", "great", "nice", "solid", "smooth"),
    *("ok", "okay", "done", "week", "today", "yesterday", "then", "hook", "mixed", "double", "overhand", "grip"),
    *("strict", "slow", "fast", "explosive", "dead", "stop", "floor", "each", "per", "for", "with", "and", "plus"),
    *(
        "warm",
        "ups",
        "cluster",
        "clusters",
        "deficit",
        "deficits",
        "ramping",
        "feeling",
        "felt",
        "hitting",
        "entry",
        "log",
        "new",
        "planned",
    ),
}
# "Chest fly", "leg curl": these name a part of the body, or a journey, where they name no lift.
_OTHER_SENSES = frozenset({"body", "state_word"})

Tokens = Sequence[Token]


def is_of_another(tokens: Tokens) -> bool:
    """Tell whether sets that name no lift are of one that the bot does not know."""
    if any(token.means("lift") for token in tokens):
        return False
    return _opens_with_another(tokens) or any(
        begins_another(tokens, index) or _ends_in_another(tokens, index) for index in range(len(tokens))
    )


def _opens_with_another(tokens: Tokens) -> bool:
    """Tell whether nothing but an unknown name stands before the first number: "cable kickbacks 20kg 3x10"."""
    opening = list(takewhile(lambda token: token.number is None, tokens))
    if opening and opening[-1].text in {":", "-"}:
        opening.pop()
    return bool(opening) and len(opening) < len(tokens) and all(map(_is_strange, opening))


def begins_another(tokens: Tokens, index: int) -> bool:
    """Tell whether an unknown name stands right before sets: "flurbs 3x10"."""
    behind = index + 1 + (at(tokens, index + 1).text in {":", "-"})
    return _is_strange(at(tokens, index)) and _are_sets(tokens, behind)


def _ends_in_another(tokens: Tokens, index: int) -> bool:
    """Tell whether an unknown name stands right behind sets: "3x10 crunches", "3 sets of 10 crunches"."""
    if not _are_sets(tokens, index):
        return False
    behind = index + 3 + at(tokens, index + 3).is_word("of")
    return _is_strange(at(tokens, behind)) and at(tokens, index - 1).number is None


def _are_sets(tokens: Tokens, index: int) -> bool:
    """Tell whether "3x10" or "3 sets of 10" begins here."""
    first, joint, second = (at(tokens, index + step) for step in range(3))
    joined = joint.is_word("x", "times") or joint.means("lift_word") == "sets"
    return first.number is not None and joined and second.number is not None


def _is_strange(token: Token) -> bool:
    """Tell whether a word means nothing of lifting, of when or of how it went."""
    named = token.is_name and token.text.isalpha() and len(token.text) >= _SHORTEST and token.number is None
    return named and token.text not in _MANNERS and _OTHER_SENSES.issuperset(token.senses)
