"""Whether a day's time is all that is said of it, with what may stand around it: a route, company, why, a remark."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.doubles import is_time
from bot.language.frames import TRAININGS, Items, is_filler, outside_brackets, without_company
from bot.language.held import any_item, any_mark, any_means, any_text
from bot.language.items import Clock, Item

# "I work nights Mon-Wed": then nobody runs.
_BUSY = frozenset({"working", "works", "shift", "shifts"})
_WAY_BACK = frozenset({"back", "home", "return", "returning", "there"})
ROUTES = frozenset(
    {
        *("by", "along", "round", "around", "through", "over", "up", "down", "across", "near", "towards", "from"),
        *("beside", "past", "past the", "into", "between", "alongside", "behind"),
    }
)
_PLACES = frozenset(
    {
        *(
            "track",
            "park",
            "beach",
            "stadium",
            "river",
            "lake",
            "forest",
            "woods",
            "canal",
            "seafront",
            "prom",
            "trail",
        ),
        *("trails", "hills", "common", "village", "city", "town", "field", "fields", "reservoir", "promenade", "heath"),
    }
)
_PLACE_REACH = 4
_LONGEST_NAME = 3


def is_plain_time(content: Items) -> bool:
    """Tell whether a day's time, or part of the day, is all that is said of it: a run whose kind is not said."""
    outside = tuple(outside_brackets(content))
    # "Tuesdays = club (7pm)".
    content = tuple(
        _without_routes(
            up_to_remark(_without_reason(_up_to_reason(outside if any_item(outside, is_time) else content)))
        )
    )
    if any(two.text in _BUSY or (one.text == "i" and two.text == "work") for one, two in pairwise(content)):
        return False
    if any_item(content, is_time) and any_text(content, TRAININGS):
        content = tuple(_without_places(content))
    return any_item(content, is_time) and all(
        is_time(item) or is_filler(item) or item.text in _WAY_BACK | TRAININGS for item in without_company(content)
    )


def may_be_named(content: Items) -> bool:
    """Tell whether a run may have a strange name, right before its time: "tuesday nite hash at 6:30"."""
    place = next((at for at, item in enumerate(content) if isinstance(item.value, Clock)), None)
    if place is None:
        # A time that was worked out, as that of another run.
        return False
    lead = [item for item in content[:place] if not (is_filler(item) or is_time(item))]
    if any(item.text == "whatever" for item in lead[:2]):
        return len(lead) <= _LONGEST_NAME + 1
    named = bool(lead) and all(item.text.isalpha() and not item.senses for item in lead)
    return named and len(lead) <= _LONGEST_NAME and not any(item.text in _BUSY for item in content)


def _without_places(content: Items) -> Iterator[Item]:
    """Leave out where a club trains, and what is remarked behind a comma: "19.30 training at the athletics club"."""
    place = told = False
    for item in content:
        if told and item.is_mark(",") and not any(map(is_time, content[content.index(item) :])):
            return
        told = told or is_time(item)
        place = (place or item.is_word("at", "in")) and not (item.is_mark(",.;()\n") or is_time(item))
        if not place:
            yield item


def _up_to_reason(content: Items) -> Items:
    """Leave out why a day's time is as it is, behind it: "half six in the morning before the train"."""
    told = next((at for at, item in enumerate(content) if isinstance(item.value, Clock)), len(content))
    end = next((at for at in range(told, len(content)) if content[at].is_word("before", "after", "clause")), None)
    return content[:end]


def _without_reason(content: Items) -> Items:
    """Leave out why a day's time is as it is, before it: "mornings before lectures at 7"."""
    begin = next((at for at, item in enumerate(content) if item.is_word("before", "after")), len(content))
    end = next((at for at in range(begin, len(content)) if isinstance(content[at].value, Clock)), begin)
    parted = any_mark(content[begin:end], ",.;\n")
    return content if parted else (*content[:begin], *content[end:])


def up_to_remark(content: Items) -> Items:
    """Leave out a sentence behind a day's time that tells of no run and of nothing else: "sun 8am. hope thats ok"."""
    told = next((at for at, item in enumerate(content) if is_time(item)), len(content))
    end = next((at for at in range(told, len(content)) if content[at].is_mark(".!?\n")), len(content))
    behind = content[end:]
    tells = any(item.means("kind") or item.means("not_run") or is_time(item) or item.number for item in behind)
    return content if tells or any_means(behind, "word", "no") else content[:end]


def _without_routes(content: Items) -> Iterator[Item]:
    """Leave out where a run leads, behind its time up to a mark: "7:30am by the lake", "6pm at the beach"."""
    route = told = False
    for index, item in enumerate(content):
        told = told or is_time(item)
        at_place = item.is_word("at", "in") and any_text(content[index + 1 : index + 1 + _PLACE_REACH], _PLACES)
        begins = told and (item.text in ROUTES or at_place)
        route = (route or begins) and not (item.is_mark(",.;!()\n") or is_time(item))
        if not route:
            yield item
