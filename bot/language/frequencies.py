"""How often one runs, which says nothing about which days: "3 days a week", "twice weekly", "I run 3 times"."""

from bot.language.items import Match, Pace, Tokens
from bot.language.tokens import at

_GOING_OUT = frozenset(
    {
        "out",
        "get out",
        "go out",
        "train",
        "go",
        "lift",
        "i lift",
        "i go",
        "i train",
        "workout",
        "exercise",
        "gym",
        "training",
    }
)
COUNT_ENDS = frozenset({"", ".", ",", ":", ";", "\n", "!", "-", "("})


def frequency_at(tokens: Tokens, index: int) -> Match | None:
    """Read "3 days a week", "twice a week", "5 days/week": how often says nothing about which days."""
    start = at(tokens, index)
    if start.number is None:
        return None
    unit = at(tokens, index + 1)
    if unit.means("span") == "day" or unit.text in {"runs", "sessions"}:
        after = how_often(tokens, index + 2)
        return None if after is None else (Pace(), after)
    crossed = unit.is_word("x", "times")
    after = how_often(tokens, index + 1 + crossed) if start.spelled or crossed else None
    return None if after is None else (Pace(), after)


def how_often(tokens: Tokens, index: int) -> int | None:
    """Return the index behind "a week", "per month", "weekly"."""
    joint = at(tokens, index)
    if joint.is_word("weekly"):
        return index + 1
    per = joint.is_word("per", "every") or joint.text in {"a", "/", "each"}
    return index + 2 if per and at(tokens, index + 1).means("span") in {"week", "month"} else None


def counts_runs(tokens: Tokens, index: int) -> bool:
    """Tell whether somebody goes out so many times: "I run like 3 times", "I only get out three times"."""
    before = [at(tokens, index - step) for step in (1, 2)]
    return any(token.means("kind") == "other" or token.text in _GOING_OUT for token in before)
