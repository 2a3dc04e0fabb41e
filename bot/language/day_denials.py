"""Days that are only denied: "no weekend running", "never on a Monday", "long run fri this week, not sun"."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, is_day
from bot.language.held import any_text
from bot.language.items import Days, Item, line_end, no_run
from bot.language.some_days import BECAUSE
from bot.training.time import WEEKEND

_RUNNING = frozenset({"running", "run", "runs", "training"})
_NO = frozenset({"no", "never", "not"})
_CANNOT = ("can't", "cant", "cannot", "can not", "don't", "dont", "never")
_OF_A_PAIR = 2
_ARTICLES = frozenset({"a", "any", "the", "on", "this"})
_ENDS = ",.;!)\n"


def with_denied_days(items: Items) -> Iterator[Item]:
    """Yield days that are denied as days of rest; one that another takes the place of in its sentence is left out."""
    skipped = 0
    for index, item in enumerate(items):
        if index < skipped:
            continue
        place = denied_at(items, index)
        if place is None:
            yield item
            continue
        skipped = place + 1 + _runs_behind(items, place)
        if not _is_replaced(items, index):
            yield from (line_end(item.start), _all(items[place]), no_run(items[place].end))


def _all(item: Item) -> Item:
    """Return "mondays or wednesdays" as both: nothing is run on either."""
    return replace(item, value=replace(item.value, either=False)) if isinstance(item.value, Days) else item


def denied_at(items: Items, index: int) -> int | None:
    """Return where the days stand that are denied from here on."""
    item = items[index]
    cannot = item.means("action") == "skip" and item.text.startswith(_CANNOT)
    excepts = item.is_word("all_days_but") and item.text.startswith(("never", "not")) and _opens(items, index)
    if not (item.text in _NO or excepts or cannot) or (index and items[index - 1].is_word("all_days_but")):
        return None
    place = index + 1
    while place < len(items) and items[place].text in _ARTICLES:
        place += 1
    days = items[place].value if place < len(items) else None
    if not isinstance(days, Days):
        return None
    runs = _runs_behind(items, place)
    behind = place + 1 + runs
    ends = behind >= len(items) or items[behind].is_mark(_ENDS) or items[behind].text in BECAUSE
    # "Wed not tues for intervals".
    ends = ends or (index > 0 and is_day(items[index - 1]) and items[behind].text == "for")
    told = (
        (days.habit and set(days.days) != set(WEEKEND))
        if cannot
        else (runs or item.text != "no" or days.habit or _opens_list(items, index))
    )
    return place if ends and told else None


def _days_before(items: Items, index: int) -> int:
    """Return how many days are told before in the sentence."""
    count = 0
    for item in reversed(items[:index]):
        if item.is_mark(".;!\n"):
            break
        count += len(item.value.days) if isinstance(item.value, Days) else 0
    return count


def _runs_behind(items: Items, place: int) -> int:
    return int(any_text(items[place + 1 : place + 2], _RUNNING))


def _opens(items: Items, index: int) -> bool:
    return index == 0 or items[index - 1].is_mark(".;!\n")


def _opens_list(items: Items, index: int) -> bool:
    """Tell whether "no" begins a part of a list of days: "no mon, tue 6 easy, …", "… and no sunday, sat long"."""
    opens = index == 0 or items[index - 1].is_mark(",.;\n") or items[index - 1].is_word("and")
    return opens and sum(isinstance(item.value, Days) for item in items) > _OF_A_PAIR


def _is_replaced(items: Items, index: int) -> bool:
    """Tell whether another day is named right before: "long run fri this week not sun"."""
    return items[index].text == "not" and _days_before(items, index) == 1
