"""What is only talk in a week: brackets and reasons whose words are strange and tell of no run, day or time."""

from collections.abc import Iterator

from bot.language.frames import Items, is_day, is_filler, is_point, is_spelled
from bot.language.items import (
    Clock,
    Days,
    Distance,
    Doubtful,
    Duration,
    Item,
    Pace,
    PartOfDay,
    Repeats,
    SameAs,
    line_end,
    no_run,
)
from bot.training.runs import RunKind

_ENDS = ".,;!?()|\t\n"
_SENTENCE_ENDS = ".;!?\n"
_MUST = frozenset({"be", "to be"})
_ENDING = frozenset({"back", "home", "desk", "finished", "done", "showered", "back home"})
_END_REACH = 4
_NEAR = 2
_MORE = frozenset({"again", "also", "second", "then", "and", "both", "all", "each", "start", "starts"})
_SEVERAL = 3


def without_brackets(items: Items) -> Iterator[Item]:
    """Leave out brackets with a strange word and nothing of a week: "(blood pressure, nothing exciting)"."""
    index = 0
    while index < len(items):
        end = _end_of_brackets(items, index) if items[index].is_mark("(") else None
        if end is not None and _is_chatter(items[index + 1 : end]):
            index = end
        else:
            yield items[index]
        index += 1


def without_ends(items: Items) -> Iterator[Item]:
    """Leave out until when a run may last: "tues easy 6:20am (have to be home by 7:30)"."""
    ends = {at for index in range(len(items)) for at in _words_of_end(items, index)}
    yield from (item for index, item in enumerate(items) if index not in ends)


def _words_of_end(items: Items, index: int) -> range:
    """Return where the words stand that tell until when, and their time."""
    if items[index].text not in _MUST:
        return range(0)
    behind = items[index + 1 : index + 1 + _END_REACH]
    clock = next((at for at, item in enumerate(behind) if isinstance(item.value, Clock)), 0)
    said = behind[:clock]
    ends = any(item.text in _ENDING for item in said)
    return range(index, index + clock + 2) if ends and not any(map(_is_of_week, said)) else range(0)


def with_days_off(items: Items) -> Items:
    """Return a week's items with "sat I'm on my feet so nothing" as a day without a run, whatever else is said."""
    for index, item in enumerate(items):
        if item.text == "so" and (end := _end_of_denial(items, index)) and (days := _days_before(items, index)):
            begin = _begin_of_clause(items, days[0])
            lead = () if not any(map(is_day, items[begin : days[0]])) else items[begin : days[0]]
            off = (line_end(item.start), *(items[at] for at in days), no_run(item.end), line_end(items[end - 1].end))
            return (*items[:begin], *lead, *off, *with_days_off(items[end:]))
    return items


def _end_of_denial(items: Items, index: int) -> int | None:
    """Return where "no running then" ends behind a "so", if it is all that stands there."""
    rests = items[index + 1 : index + 2]
    if not any(one.means("kind") == RunKind.REST or one.text == "no" for one in rests):
        return None
    end = next((at for at in range(index + 2, len(items)) if items[at].is_mark(_ENDS)), len(items))
    return end if all(is_filler(one) for one in items[index + 2 : end]) else None


def _days_before(items: Items, index: int) -> list[int]:
    """Return where the list of days stands that a "so" speaks of: the last one in its clause."""
    days: list[int] = []
    for at in range(index - 1, _begin_of_clause(items, index) - 1, -1):
        if isinstance(items[at].value, Days):
            days.insert(0, at)
        elif days and not (items[at].is_word("and") or items[at].is_mark("/&+")):
            break
    return days


def _begin_of_clause(items: Items, index: int) -> int:
    return next((at for at in range(index, 0, -1) if items[at - 1].is_mark(_ENDS)), 0)


def _end_of_brackets(items: Items, index: int) -> int | None:
    return next((at for at in range(index, len(items)) if items[at].is_mark(")\n")), None)


def _is_chatter(said: Items) -> bool:
    named = any(map(is_day, said))
    kinds = {item.means("kind") for item in said} - ({None, "other"} if named else {None, "other", RunKind.REST})
    told = any(_tells(item) and not isinstance(item.value, Days) for item in said)
    return any(map(is_strange, said)) and not kinds and not told


def without_reasons(items: Items) -> Iterator[Item]:
    """Leave out before or after what a run is, where that is something strange: "after my pills have gone down"."""
    index = 0
    while index < len(items):
        end = _end_of_reason(items, index) if items[index].is_word("before", "after") else index
        reason = items[index + 1 : end]
        strange = (
            len(reason) >= _SEVERAL
            or any(isinstance(item.value, Clock) for item in reason)
            or any(map(is_strange, reason))
            or _is_beside_training(items, index, end)
        )
        if end > index and strange:
            index = end
        else:
            yield items[index]
            index += 1


def _is_beside_training(items: Items, index: int, end: int) -> bool:
    """Tell whether a run is only told to be before or after other training: "sun long after the bike"."""
    other = any(item.means("not_run") for item in items[index + 1 : end])
    before = items[_begin_of_clause(items, index) : index]
    ends = end == len(items) or items[end].is_mark(_ENDS) or isinstance(items[end].value, Clock | PartOfDay)
    runs = {item.means("kind") for item in before} - {None, "other", RunKind.REST}
    return other and ends and bool(runs) and not any(item.means("not_run") for item in before)


def _end_of_reason(items: Items, index: int) -> int:
    # "Easy before my 9am": the lecture's time.
    other = any(item.text == "my" for item in items[index + 1 : index + _NEAR])
    other = other and any(isinstance(item.value, Clock) for item in items[index + _NEAR : index + _NEAR + 1])
    begin = index + 1 + _NEAR * other
    return next(
        (
            at
            for at in range(begin, len(items))
            if items[at].is_mark(_ENDS + ":=-")
            or _tells(items[at])
            or is_named(items[at])
            or (items[at].means("kind") and any(map(_tells, items[at + 1 : at + 2])))
        ),
        len(items),
    )


def is_strange(item: Item) -> bool:
    """Tell whether a word is none that the vocabulary knows."""
    return item.text.isalpha() and len(item.text) > 1 and not item.senses


def is_named(item: Item) -> bool:
    """Tell whether a word can only be a kind of run."""
    return item.means("kind") not in (None, "other") and item.means("loose_kind") is None


def _tells(item: Item) -> bool:
    values = (Clock, Distance, Doubtful, Duration, Pace, PartOfDay, Repeats, SameAs)
    numbered = item.number is not None and not is_spelled(item)
    return numbered or is_day(item) or isinstance(item.value, values) or item.is_word("or", "all_days_but")


def without_other_times(items: Items) -> Items:
    """Return a week's items without a sentence whose time is nobody's run: "… sat long 8am. I go to bed at 10"."""
    kept: list[Item] = []
    begin = 0
    for index in range(len(items) + 1):
        if index < len(items) and not (items[index].is_mark(_SENTENCE_ENDS) and not is_point(items, index)):
            continue
        said = items[begin:index]
        if not (begin and _is_other_time(said) and _is_timed(kept)):
            kept += said
        begin = index
    return tuple(kept)


def _is_other_time(said: Items) -> bool:
    """Tell whether a sentence tells a time of something that is done, and nothing of a run or day."""
    clocks = sum(isinstance(item.value, Clock) for item in said)
    of_week = any(_is_of_week(item) or item.text in _MORE for item in said)
    return clocks == 1 and not of_week and any(map(_is_doing, said))


def _is_of_week(item: Item) -> bool:
    values = (Distance, Doubtful, Duration, Pace, PartOfDay, Repeats, SameAs)
    return is_day(item) or isinstance(item.value, values) or bool(item.means("kind") or item.means("run_part"))


def _is_doing(item: Item) -> bool:
    return is_strange(item) or item.means("unsure") == "others" or item.text in {"bed", "work", "shift"}


def _is_timed(before: list[Item]) -> bool:
    """Tell whether the day that is named last has its time."""
    last = next((at for at in range(len(before) - 1, -1, -1) if is_day(before[at])), len(before))
    return any(isinstance(item.value, Clock) for item in before[last:])
