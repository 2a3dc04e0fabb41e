"""Before or after noon, as it is said beside an hour: "6p", "6 (pm)", "in the evening", "tonight"."""

from bot.language.items import Tokens
from bot.language.tokens import at

# So many tokens a run's words may have between "AM:" and "PM:".
_SECTION = 20
_SHORT_HALVES = {"a": "am", "p": "pm"}
_DOING = frozenset({"run", "jog", "go", "do"})
_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm", "tonight": "pm"}


def half_at(tokens: Tokens, index: int) -> tuple[int, str | None]:
    token = at(tokens, index)
    if token.text == "(" and (bracketed := at(tokens, index + 1).means("half")) and at(tokens, index + 2).text == ")":
        return index + 3, bracketed
    # "6p" and "5:30a", with nothing between.
    half = (
        token.means("half") or _before_a_run(tokens, index) or (_SHORT_HALVES.get(token.text) if token.glued else None)
    )
    return (index, None) if half is None or _opens_section(tokens, index) else (index + 1, half)


def _before_a_run(tokens: Tokens, index: int) -> str | None:
    """Read the "am" of "at 6 am I run"."""
    own = at(tokens, index).text == "am i" and at(tokens, index + 1).text in _DOING
    return "am" if own and at(tokens, index - 1).number is not None else None


def _opens_section(tokens: Tokens, index: int) -> bool:
    """Tell whether "PM:" begins what follows, as an "AM:" before it in its line does: "AM: easy 06:00 PM: gym"."""
    if at(tokens, index + 1).text != ":":
        return False
    for place in range(index - 1, max(index - _SECTION, 0), -1):
        if at(tokens, place).text == "\n":
            return False
        if at(tokens, place).means("half") and at(tokens, place + 1).text == ":":
            return at(tokens, place - 1).number is None
    return False


def half_by_part(tokens: Tokens, index: int) -> tuple[int, str | None]:
    """Read "in the evening" and "tonight" behind an hour; "tonight" stays to be read as a day."""
    token = at(tokens, index)
    if not ("near_day" in token.senses or token.is_word("in") or token.text.startswith("in the ")):
        return index, None
    if token.is_word("in") and at(tokens, index + 1).text == "the":
        part = at(tokens, index + 2).means("part")
        return index + 3, _HALVES.get(part or "")
    named = at(tokens, index + 1)
    if token.is_word("in") and named.text in _HALVES:
        # "6 in morning".
        return index + 2, _HALVES[named.text]
    if token.text.startswith("in the "):
        return index + 1, _HALVES.get(token.means("part") or "")
    # "Easy 5 tonight at 7": the time follows.
    timed = at(tokens, index + 1).is_word("at", "around")
    return index, _HALVES.get(token.means("part") or "") if token.means("near_day") and not timed else None


def half_of_old(tokens: Tokens, index: int) -> str | None:
    """Return the half of the day of the time that another one takes the place of: "7 instead of 6 in the evening"."""
    if at(tokens, index).means("action") != "instead_of":
        return None
    start = index + 1 + at(tokens, index + 1).is_word("at", "around")
    minutes = 2 * (at(tokens, start + 1).text in {":", "."})
    if at(tokens, start).number is None:
        return None
    after = start + 1 + minutes
    return half_at(tokens, after)[1] or half_by_part(tokens, after)[1]
