"""What is said in a week and is none of it: work, other people's days, since when, an age, a day off from work."""

from collections.abc import Callable

from bot.language.day_marks import tells_run
from bot.language.frames import COPULAS, Items, is_day, is_filler, is_now
from bot.language.held import Held, any_item, any_mark, any_means, any_text, any_value
from bot.language.items import (
    Clock,
    Dated,
    Days,
    Distance,
    Doubtful,
    Duration,
    Item,
    OtherDays,
    Pace,
    Repeats,
    WeekOf,
    Word,
)
from bot.language.leads import is_of_title
from bot.language.meaning import Doubt
from bot.language.week_remarks import NOTHING_ELSE, is_all_told, is_each_of, is_of_week
from bot.training.runs import RunKind

_I_AM = frozenset({"i'm", "im", "i am", "am", "aged", "turning"})
_SINCE = frozenset({"from", "since", "starting", "as of", "beginning"})
_NEAR = 2
_RISING = frozenset(
    {"up", "awake", "alarm", "wake up", "get up", "wake", "finish", "finishing", "finished", "ends", "done"}
)
_LEAVING_REACH = 15
_CLAUSE_ENDS = ".,;!?()\n"
_BETWEEN = frozenset({"in between", "between", "inbetween"})
_ONLY = frozenset({"just", "only", "its", "it's"})


Aside = Callable[[Items, int], bool]


def is_aside(items: Held, index: int) -> bool:
    """Tell whether an item is none of the week's: "now", the day or time that was, since when, a count of runs."""
    item = items[index]
    if not isinstance(item.value, Word):
        asides = _OF_VALUES.get(type(item.value), ())
    else:
        asides = _OF_WORDS if item.senses or item.number is not None or item.text in _ALONE else ()
    return (any_item(items, is_now) and _is_now(items, index)) or any(is_one(items, index) for is_one in asides)


def _is_now(items: Items, index: int) -> bool:
    """Tell whether an item is the "now" of the message, or the day that this says too."""
    return any(one.start == items[index].start and is_now(one) for one in items[max(0, index - 1) : index + 2])


def _is_age(items: Items, index: int) -> bool:
    """Tell whether a number is how old the runner is: "I'm 64 and I jog mon wed fri"."""
    behind = items[index + 1 : index + 2]
    told = any_means(behind, "word", "and") or any_mark(behind, ",.;") or any_means(behind, "span", "year")
    return items[index].number is not None and index > 0 and items[index - 1].text in _I_AM and told


def _is_leaving(items: Items, index: int) -> bool:
    """Tell whether "off" says when a run that is told begins: "fourteen on Sunday, off at nine", "10k, off by 7"."""
    if items[index].text != "off" or not isinstance((*items, items[index])[index + 1].value, Clock):
        return False
    first = max(0, index - _LEAVING_REACH)
    begin = next((at for at in range(index, first, -1) if items[at - 1].is_mark(".;\n")), first)
    return any(item.number is not None or tells_run(item) for item in items[begin:index])


def _is_of_end(items: Items, index: int) -> bool:
    """Tell whether a day is only up to when nothing is run: "long run friday then nothing till monday".

    Of "nothing till saturday's 12k" nothing stands for no day.
    """
    if items[index].means("kind") == RunKind.REST and any_means(items[index + 1 : index + 2], "word", "until"):
        return _is_told_until(items, index + 1)
    until = index if items[index].is_word("until") else index - 1
    if until < 1 or not items[until].is_word("until") or not any(map(is_day, items[until + 1 : until + 2])):
        return False
    ends = until + 2 >= len(items) or _ends_until(items[until + 2])
    rests = items[until - 1].means("kind") == RunKind.REST
    return rests and (ends or index == until)


def _ends_until(item: Item) -> bool:
    """Tell whether nothing is said of a day up to which nothing is run: "nothing til thurs this wk then …"."""
    return item.is_mark(",.;!)\n") or isinstance(item.value, WeekOf) or item.is_word("and") or item.text == "then"


def _is_told_until(items: Items, until: int) -> bool:
    """Tell whether the day behind "until" has a run of its own right behind it."""
    day, run = items[until + 1 : until + 2], items[until + 2 : until + 3]
    return any_item(day, is_day) and any_item(run, tells_run)


def _is_off_work(items: Items, index: int) -> bool:
    """Tell whether a day off is from work, for a run is told of the day: "long run mon (my day off) 10am"."""
    before, behind = items[max(0, index - _NEAR) : index], items[index + 1 : index + 2]
    bracketed = any_mark(before, "(") and any_mark(behind, ")")
    return items[index].means("kind") == RunKind.REST and bracketed and any_text(before, ("my",))


def _is_between(items: Items, index: int) -> bool:
    """Tell whether days of rest are only said to lie between the others: "rest days in between"."""
    behind = items[index + 1 : index + 2]
    if items[index].means("kind") != RunKind.REST or not any_text(behind, _BETWEEN):
        return False
    before = items[index - 1 : index] if index else ()
    return all(one.is_mark(_CLAUSE_ENDS) or one.is_word("and") or one.text in {"with", "a", "w"} for one in before)


def _is_denied(items: Items, index: int) -> bool:
    """Tell whether a kind, or its "no", is of what the week is without: "No speed, only for health"."""
    begin = index - 1 if items[index].means("kind") else index
    if begin < 0 or items[begin].text != "no" or begin + 1 == len(items):
        return False
    if items[begin + 1].means("kind") in {None, RunKind.REST, RunKind.OTHER}:
        return False
    start = next((at for at in range(begin, 0, -1) if items[at - 1].is_mark(_CLAUSE_ENDS)), 0)
    end = next((at for at in range(begin, len(items)) if items[at].is_mark(_CLAUSE_ENDS)), len(items))
    return not any(is_day(item) for item in items[start:end])


def _is_other_time(items: Items, index: int) -> bool:
    """Tell whether a time is no run's: a chat's stamp ("[14:02] Kev:"), or the alarm ("up at 5, out by 5:20")."""
    if not isinstance(items[index].value, Clock) or not index:
        return False
    if items[index - 1].is_mark("[") and any_mark(items[index + 1 : index + 2], "]"):
        return True
    end = next((at for at in range(index, len(items)) if items[at].is_mark(".;\n")), len(items))
    later = any_value(items[index + 1 : end], Clock)
    return later and items[index - 1].text in _RISING


def _is_heading_day(items: Items, index: int) -> bool:
    """Tell whether days named one by one behind it are all that a sentence says: "weekends only. sat …"."""
    value = items[index].value
    if not isinstance(value, Days) or not value.habit or len(value.days) < _NEAR:
        return False
    if any_value(items[index:], OtherDays):
        return False
    end = next((at for at in range(index, len(items)) if items[at].is_mark(".:;!\n")), len(items))
    begin = next((at for at in range(index, 0, -1) if items[at - 1].is_mark(".:;!\n")), 0)
    others = (item for at, item in enumerate(items[begin:end], start=begin) if at != index)
    alone = all(is_filler(item) or is_now(item) or isinstance(item.value, Dated) for item in others)
    named = {day for item in items[end:] if isinstance(item.value, Days) for day in item.value.days}
    return alone and len(set(value.days) & named) >= _NEAR


def _is_since(items: Items, index: int) -> bool:
    """Tell whether a day only says from when on days behind it hold: "from monday I run easy mon wed fri"."""
    since = 0 < index <= _NEAR and items[index - 1].text in _SINCE and isinstance(items[index].value, Days)
    return since and any_value(items[index + 1 :], Days)


def _is_count(items: Items, index: int) -> bool:
    """Tell whether "2x" counts the runs of the days behind it: "2x easy (tue/thu)"."""
    if not isinstance(items[index].value, Repeats):
        return False
    behind = tuple(item for item in items[index + 1 : index + _NEAR + _NEAR] if not item.is_mark("("))[:_NEAR]
    led = next((item for item in items[index + 1 :] if item.is_mark(":,.\n") or not _is_of_now(item)), None)
    heads = led is not None and led.is_mark(":") and not any(map(is_day, items[:index]))
    return heads or (len(behind) == _NEAR and bool(behind[0].means("kind")) and isinstance(behind[1].value, Days))


def _is_rate(items: Items, index: int) -> bool:
    """Tell whether runs are only counted before their days: "I do three runs a week, tue, thu and sat, all slow"."""
    behind = [item for item in items[index + 1 : index + 1 + _NEAR] if not item.is_mark(",:(-")]
    kinds = {item.means("kind") for item in items} - {None, RunKind.OTHER, RunKind.REST, RunKind.LONG, RunKind.RACE}
    return bool(kinds) and any(map(is_day, behind[:1]))


def _is_other_turn(items: Items, index: int) -> bool:
    """Tell whether "otherwise" only tells the other turn of a day: "3k TT every fortnight otherwise 400s"."""
    return items[index].start > 0 and any(
        isinstance(item.value, Doubtful) and item.value.unread.doubt is Doubt.PATTERN
        for item in items[max(0, index - _NEAR) : index]
    )


def _is_of_now(item: Item) -> bool:
    """Tell whether an item only says that something is so now: "3 x just now"."""
    return is_filler(item) or is_now(item) or (isinstance(item.value, Dated) and not item.value.named)


def _is_old(items: Items, index: int) -> bool:
    """Tell whether "instead of sunday" begins here, or is that Sunday, behind another day; a time behind another."""
    begin = index if items[index].means("action") == "instead_of" else index - 1
    if begin < 0 or items[begin].means("action") != "instead_of" or begin + 1 == len(items):
        return False
    behind = items[begin + 1].value
    days = isinstance(behind, Days) and any(is_day(item) for item in items[:begin])
    return days or (isinstance(behind, Clock) and any_value(items[:begin], Clock))


def goes_on_to_days(items: Items, index: int) -> bool:
    """Tell whether "everything else is jogging" goes on to name the days: "… mon and fri", "otherwise just sundays"."""
    run = any_text(items[index + 1 : index + 2], _ONLY)
    for item in items[index + 1 :]:
        if isinstance(item.value, Days):
            return run
        measured = isinstance(item.value, Distance | Duration)
        leads = item.text in COPULAS or item.is_mark(":")
        run = run or measured or leads or item.means("kind") not in (None, RunKind.REST)
        if item.is_word("all_days_but") or not (measured or leads or is_filler(item) or item.means("kind")):
            return False
        if item.is_mark(",.;\n"):
            return False
    return False


_ALONE = frozenset({"off", "no", *NOTHING_ELSE})
# By the class of the value: a word can be other asides than a day or a time.
_OF_WORDS: tuple[Aside, ...] = (
    *(_is_old, _is_denied, _is_age, _is_leaving, _is_of_end, _is_off_work, _is_between, is_of_week, is_all_told),
)
_OF_VALUES: dict[type, tuple[Aside, ...]] = {
    Days: (_is_old, _is_since, _is_of_end, _is_heading_day, is_of_title, is_each_of),
    Dated: (_is_of_end,),
    OtherDays: (_is_of_end, _is_other_turn),
    Doubtful: (_is_of_end,),
    Clock: (_is_old, _is_other_time),
    Pace: (_is_rate,),
    Repeats: (_is_count,),
}
