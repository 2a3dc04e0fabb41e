"""What a heading says of the days under it: "easy runs: mon 5k, wed 6k", "Evenings: mon easy 7", "3x/week: tu th"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.language.frames import Group, Items, is_day, names_kind
from bot.language.held import any_value
from bot.language.items import Clock, Distance, Duration, PartOfDay
from bot.training.runs import RunKind

_OFTEN = frozenset({RunKind.EASY, RunKind.RECOVERY, RunKind.STEADY})


def made_runs(run: Items, groups: Iterable[Group]) -> Iterator[Group]:
    """Give the days that are only named, or timed, the run of their introduction: "3x/week: tu th sa"."""
    for found in groups:
        told = names_kind(found.content) or any_value(found.content, Distance, Duration)
        yield found if told or not run else replace(found, content=(*found.content, *run))


def heading_of(segment: Items) -> Items:
    """Return the kind or the part of the day that stands over several days; nobody runs long twice a week."""
    first = next((index for index, item in enumerate(segment) if is_day(item)), 0)
    if not first or not segment[first - 1].is_mark(":"):
        return ()
    before = segment[:first]
    kinds = [item for item in before if item.means("kind") not in (None, "other", RunKind.REST)]
    parts = [item for item in before if isinstance(item.value, PartOfDay)]
    often = (item for item in kinds[-1:] if item.text.endswith("s") or item.means("kind") in _OFTEN)
    return (*often, *parts[:1])


def under(heading: Items, groups: Iterable[Group]) -> Iterator[Group]:
    """Give the days what their heading says, where they say nothing of that sort."""
    for found in groups:
        named, timed = names_kind(found.content), _is_timed(found)
        more = tuple(item for item in heading if not (timed if isinstance(item.value, PartOfDay) else named))
        yield replace(found, content=(*more, *found.content)) if more and found.days else found


def _is_timed(found: Group) -> bool:
    return any(
        isinstance(item.value, PartOfDay) or (isinstance(item.value, Clock) and item.value.padded)
        for item in found.content
    )
