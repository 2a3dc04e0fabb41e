"""Ways to say a phrase, written as one: "(before|after) (the|my)? kids woke up"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

MOST_WAYS: Final = 2000
"""A phrase with more ways than that is a slip of its writer."""

_CHOICE: Final = re.compile(r"\(([^()]*)\)(\??)")


def ways_of(phrase: str) -> Iterator[str]:
    """Yield each way to say a phrase, in the order in which its choices are written; itself where it has none.

    ValueError names a phrase with a bracket that does not close, or with more than `MOST_WAYS` ways.
    """
    if not {"(", ")", "|"} & set(phrase):
        yield phrase
        return
    # Split at the choices, what stands around them alternates with what stands in them, and whether it may be left out.
    pieces = _CHOICE.split(phrase)
    fixed, choices, perhaps = pieces[::3], pieces[1::3], pieces[2::3]
    if any({"(", ")", "|"} & set(piece) for piece in fixed):
        raise ValueError(f"the brackets of {phrase!r} do not fit")
    options = [(*choice.split("|"), *([""] if mark else [])) for choice, mark in zip(choices, perhaps, strict=True)]
    many = 1
    for option in options:
        many *= len(option)
    if many > MOST_WAYS:
        raise ValueError(f"{phrase!r} stands for {many} phrases, more than {MOST_WAYS}")
    for chosen in product(*options):
        said = (part for pair in zip(fixed, (*chosen, ""), strict=True) for part in pair)
        yield " ".join("".join(said).split())


def spelled_out(groups: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, dict[str, list[str]]]:
    """Return groups with each way to say their phrases: "(early|late) run" becomes two.

    ValueError names the group and what does not fit in a phrase.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for group, keys in groups.items():
        try:
            found[group] = {
                key: [way for phrase in phrases for way in ways_of(phrase)] for key, phrases in keys.items()
            }
        except ValueError as error:
            raise ValueError(f"vocabulary group {group}: {error}") from None
    return found
