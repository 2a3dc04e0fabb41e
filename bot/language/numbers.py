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
        end = index + 1
        if _is_fraction(items, index):
            yield Number(float(f"{whole}.{_digits(items[index + 2])}"), index, index + 3)
            end = index + 3
        else:
            yield Number(float(whole), index, end)
        index = end


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
