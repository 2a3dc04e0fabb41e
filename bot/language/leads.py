"""Where what introduces a week ends, and its first day stands."""

from collections.abc import Iterator

from bot.language.frames import Items, is_day, is_now, is_point
from bot.language.held import any_means, any_value
from bot.language.items import Clock, Days, Distance, Duration, Item, Word
from bot.training.time import Weekday

_ENDS = ".!:;\n"
JOINTS = frozenset({"so", "but"})
_CLAUSE_ENDS = f"{_ENDS},()"
_ABOUT = frozenset({"maybe", "probably", "prob", "i think", "perhaps", "possibly", "say"})
REASONS = frozenset(
    {"unless", "whenever", "because", "cause", "cos", "cuz", "bc", "when", "while", "once", "depending on"}
)
_LEADING = frozenset({"is", "goes", "says", "looks like", "was"})
_PLANS = frozenset({"plan", "week", "schedule", "routine", "program", "programme"})


def without_hedges(items: Items) -> Iterator[Item]:
    """Leave out what only softens a time ("long run maybe 3pm"), and "when the kids are at swimming"."""
    skipped = 0
    first = first_day(items)
    for index, item in enumerate(items):
        behind = items[index + 1 : index + 2]
        if item.text in REASONS and index > first + 1:
            skipped = max(skipped, _reason_end(items, index))
        if index >= skipped and not (index and item.text in _ABOUT and any_value(behind, Clock, Distance, Duration)):
            yield item


def _reason_end(items: Items, index: int) -> int:
    """Return where a reason ends that tells of other training and of no run; where it begins when it does not."""
    end = index + 1
    while end < len(items) and not (
        items[end].is_mark(_CLAUSE_ENDS + "-?") or items[end].is_word("and") or is_day(items[end])
    ):
        if (
            items[end].is_word("no")
            or items[end].means("kind")
            or items[end].number is not None
            or not isinstance(items[end].value, Word)
        ):
            return index
        end += 1
    return end if any_means(items[index:end], "not_run") else index


def first_day(items: Items) -> int:
    """Return where the first day of the week stands; the length of the text where none is named."""
    days = (
        index
        for index, item in enumerate(items)
        if is_day(item) and not is_of_title(items, index) and not any(map(is_now, items[index + 1 : index + 2]))
    )
    return next(days, len(items))


def is_of_title(items: Items, index: int) -> bool:
    """Tell whether "daily" only names what a plan is in place of: "garmin daily is a mess so: mon easy, …"."""
    value = items[index].value
    if not isinstance(value, Days) or len(value.days) < len(Weekday):
        return False
    colon = next((place for place in range(index, len(items)) if items[place].is_mark(":")), len(items))
    title = items[index + 1 : colon]
    told = any(is_day(item) or item.means("kind") or not isinstance(item.value, Word) for item in title)
    return len(title) > 1 and not told and any(is_day(item) for item in items[colon:])


def behind_opening(items: Items) -> int:
    """Return the index behind the last mark, dash or "so" that parts an introduction from the first day."""
    return next((at + 1 for at in range(first_day(items) - 1, -1, -1) if _ends_opening(items, at)), 0)


def _ends_opening(items: Items, index: int) -> bool:
    item = items[index]
    ends = item.is_mark(_ENDS) and not is_point(items, index)
    return ends or item.text in JOINTS or _is_dash(items, index) or is_plan_joint(items, index)


def is_plan_joint(items: Items, index: int) -> bool:
    """Tell whether "the plan is" stands right before the first day."""
    led = index > 0 and items[index].text in _LEADING and items[index - 1].text in _PLANS
    return led and any(map(is_day, items[index + 1 : index + 2]))


def _is_dash(items: Items, index: int) -> bool:
    """Tell whether a dash with room on both sides stands behind words."""
    if not 0 < index < len(items) - 1 or not items[index].is_mark("-"):
        return False
    return items[index - 1].end < items[index].start and items[index].end < items[index + 1].start


def clauses(items: Items) -> Iterator[Items]:
    """Yield the clauses of an introduction."""
    clause: list[Item] = []
    for item in items:
        if item.is_mark(_CLAUSE_ENDS) or item.text in JOINTS or item.text == "-":
            if clause:
                yield tuple(clause)
            clause = []
        else:
            clause.append(item)
    if clause:
        yield tuple(clause)
