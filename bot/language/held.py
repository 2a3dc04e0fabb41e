"""What a message holds, seen once: whether any of its items means this or says that is asked hundreds of times.

The items of a message are `Held`; a stretch of them is a plain tuple, which is looked through as it is short.
"""

from collections.abc import Callable, Collection, Iterable
from functools import wraps
from typing import Any, Generic, TypeVar

from bot.language.items import Item
from bot.language.tokens import Token

T = TypeVar("T")


class _Once(Generic[T]):
    """An attribute that is made when it is first asked for; unlike the library's it takes no lock."""

    def __init__(self, make: Callable[["Held"], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __get__(self, held: "Held", _: type) -> T:
        value = held.__dict__[self._make.__name__] = self._make(held)
        return value


class Held(tuple[Item, ...]):  # noqa: SLOT001 - a tuple can have none that hold anything
    """The items of a message, or of a part that is read as one, with what is known of them all."""

    @_Once
    def keys(self) -> dict[str, set[str]]:
        """Return the groups of the vocabulary that any word stands in, with the words' keys."""
        found: dict[str, set[str]] = {}
        for item in self:
            for group, key in item.senses.items():
                found.setdefault(group, set()).add(key)
        return found

    @_Once
    def texts(self) -> frozenset[str]:
        """Return all words and marks as they were written, in lower case."""
        return frozenset([item.text for item in self])

    @_Once
    def classes(self) -> frozenset[type]:
        """Return the classes of all values."""
        return frozenset([type(item.value) for item in self])

    @_Once
    def answers(self) -> dict[object, Any]:
        """Return what was asked of the items so far, by the function that answers it."""
        return {}


def any_means(items: Iterable[Item | Token], group: str, *keys: str) -> bool:
    """Tell whether any word has a meaning in a group of the vocabulary; where keys are named, one of these."""
    if type(items) is Held:
        found = items.keys.get(group)
        return found is not None and not (keys and found.isdisjoint(keys))
    for item in items:  # noqa: SIM110 - a generator takes three times as long
        if group in item.senses and not (keys and item.senses[group] not in keys):
            return True
    return False


def any_text(items: Iterable[Item], texts: Collection[str]) -> bool:
    """Tell whether any word or mark is one of these."""
    if type(items) is Held:
        return not items.texts.isdisjoint(texts)
    for item in items:  # noqa: SIM110 - a generator takes three times as long
        if item.text in texts:
            return True
    return False


def any_mark(items: Iterable[Item], marks: str) -> bool:
    """Tell whether any item is one of these one-character marks."""
    if type(items) is Held:
        return not items.texts.isdisjoint(marks)
    for item in items:  # noqa: SIM110 - a generator takes three times as long
        if item.text in marks and item.text != "":
            return True
    return False


def any_value(items: Iterable[Item], *classes: type) -> bool:
    """Tell whether any item is a value of one of these classes."""
    if type(items) is Held:
        return not items.classes.isdisjoint(classes)
    for item in items:  # noqa: SIM110 - a generator takes three times as long
        if type(item.value) in classes:
            return True
    return False


def any_item(items: Iterable[Item], tells: Callable[[Item], object]) -> bool:
    """Tell whether something holds of any item, by a function of the item alone."""
    if type(items) is not Held:
        return any(map(tells, items))
    answers = items.answers
    if tells not in answers:
        answers[tells] = any(map(tells, items))
    return bool(answers[tells])


def asked_once(answer: Callable[[tuple[Item, ...]], T]) -> Callable[[tuple[Item, ...]], T]:
    """Keep with the items of a message what a function answers of them."""

    @wraps(answer)
    def kept(items: tuple[Item, ...]) -> T:
        if type(items) is not Held:
            return answer(items)
        answers = items.answers
        if answer not in answers:
            answers[answer] = answer(items)
        kept_answer: T = answers[answer]
        return kept_answer

    return kept
