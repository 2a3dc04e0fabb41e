"""Numbers as they stand in a text: "4", "4.5", "4,5"."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.frames import Items
from bot.language.items import Item


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the places of its first item and of the first one after it."""

    value: float
    start: int
    end: int


def numbers_in(items: Items) -> Iterator[Number]:
    """Yield the numbers that stand without a unit; a point or comma between two in digits joins them."""
    index = 0
    while index < len(items):
        whole = _digits(items[index])
        if whole is None:
            index += 1
            continue
        fraction = _is_fraction(items, index)
        value = float(f"{whole}.{_digits(items[index + 2])}") if fraction else float(whole)
        end = index + (3 if fraction else 1)
        yield Number(-value if is_negative(items, index) else value, index, end)
        index = end


def is_negative(items: Items, index: int) -> bool:
    """Tell whether a minus sign stands before a number: glued to it, and to nothing else ("-3", but not "13-17")."""
    if index == 0 or not items[index - 1].is_mark("-") or items[index - 1].end != items[index].start:
        return False
    return index == 1 or items[index - 2].end < items[index - 1].start


def _is_fraction(items: Items, index: int) -> bool:
    if index + 2 >= len(items) or not items[index + 1].is_mark(".,") or _digits(items[index + 2]) is None:
        return False
    return items[index].end == items[index + 1].start and items[index + 1].end == items[index + 2].start


def _digits(item: Item) -> int | None:
    """Return a number in digits, or in a word that can be nothing else ("five", but not "a")."""
    number = item.number
    if number is None or (item.means("number") and number <= 1):
        return None
    return number
