"""What is said in a week and is none of it: work, other people's days, since when, an age, a day off from work."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.language.day_marks import tells_run
from bot.language.frames import THEY, Items, is_day, is_filler, is_now
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
    PartOfDay,
    Repeats,
    WeekOf,
    Word,
    line_end,
    no_run,
)
from bot.language.leads import is_of_title
from bot.language.meaning import Doubt
from bot.language.week_remarks import NOTHING_ELSE, is_all_told, is_each_of, is_of_week
from bot.training.runs import RunKind

_I_AM = frozenset({"i'm", "im", "i am", "am", "aged", "turning"})
_SINCE = frozenset({"from", "since", "starting", "as of", "beginning"})
_NEAR = 2
_AT_WORK = frozenset({"i", "i'm", "im", "on", "am", "at", "and", "my"})
_RISING = frozenset({"up", "awake", "alarm", "wake up", "get up", "wake"})
_LEAVING_REACH = 15
_RUN = frozenset({"run", "runs", "trains", "jogs", "races", "train", "jog", "race"})
_SUBJECTS = frozenset({"i", "i'll", "i'd", "we"})
_OPEN = frozenset({"varies", "whatever", "depends", "tbd", "tba", "tbc", "open", "flexible", "vary"})
_WORKS = frozenset({"work", "working", "shift", "shifts", "call", "duty", "lates", "earlies"})
_CLAUSE_ENDS = ".,;!?()\n"
_BETWEEN = frozenset({"in between", "between", "inbetween"})
_TOWARDS = frozenset(
    {"training for", "train for", "training", "building", "building up", "prep", "prepping", "goal", "target"}
)
_ONLY = frozenset({"just", "only", "its", "it's"})


Aside = Callable[[Items, int], bool]


def without_clauses(items: Items) -> Iterator[Item]:
    """Leave out the days of work that are told for what is left: "I work nights Mon-Wed so running is thu easy"."""
    start = 0
    for index in range(len(items) + 1):
        heads = index < len(items) and items[index].is_mark(":") and _is_outlook(items[start:index])
        if index < len(items) and not (heads or items[index].is_mark(_CLAUSE_ENDS) or items[index].text == "so"):
            continue
        clause = items[start:index]
        works = _is_work(clause) or _is_other_training(clause, items[index:])
        if works and not clause[0].is_mark("("):
            yield from _days_off(clause)
        aside = works or _is_remark(clause) or _is_anothers(clause) or _is_outlook(clause)
        if not (aside or _is_no_time(clause, items[index:])):
            yield from _up_to_open(clause)
        start = index


def _days_off(clause: Items) -> Iterator[Item]:
    """Yield the days on which somebody works as days without a run: "mon wed thu I'm on shift"."""
    for item in clause:
        if isinstance(item.value, Days):
            yield from (line_end(item.start), item, no_run(item.end), line_end(item.end))


def _up_to_open(clause: Items) -> Items:
    """Return a clause up to a dash behind which the rest of the week is left open."""
    dashes = (at for at, item in enumerate(clause) if item.is_mark("-") or item.is_word("and") or at == 0)
    return next((clause[:at] for at in dashes if _is_left_open(clause[at:])), clause)


def _is_anothers(clause: Items) -> bool:
    """Tell whether a clause tells what somebody else does on a day: "On Saturdays he runs and I bake"."""
    runs = any(one.text in THEY and two.text in _RUN for one, two in pairwise(clause))
    return (
        runs
        and any_item(clause, is_day)
        and not any(two.text in _RUN for one, two in pairwise(clause) if one.text == "i")
    )


def _is_work(clause: Items) -> bool:
    opens = any_text(clause[:1], ("working",))
    works = opens or any(two.text in _WORKS and one.text in _AT_WORK for one, two in pairwise(clause))
    shifts = any_text(clause, ("shifts",)) and any_value(clause, Repeats, Duration)
    runs = any_means(clause, "kind") or any_value(clause, Distance)
    runs = runs or (any_value(clause, Repeats, Duration) and not shifts)
    return (works or shifts) and not runs and any_item(clause, is_day)


def _is_other_training(clause: Items, behind: Items) -> bool:
    """Tell whether other training is told for the days that are left: "mon wed fri are swim days so running is …"."""
    runs = any_means(clause, "kind") or any_value(clause, Repeats, Distance, Clock)
    runs = runs or any_means(clause, "unsure", "others")
    other = any_means(clause, "not_run") and any_item(clause, is_day) and not runs
    return other and any_text(behind[:1], ("so",)) and any_item(behind, is_day) and any_means(behind, "kind")


def _is_remark(clause: Items) -> bool:
    """Tell whether a part of a sentence only doubts, and tells nothing: "idk if that's enough lol"."""
    told = any(is_day(item) or item.means("kind") or not isinstance(item.value, Word) for item in clause)
    doubts = any_means(clause[: _NEAR + 1], "unsure", "word")
    return doubts and not told and not any(item.number is not None or item.is_word("or") for item in clause)


def _is_outlook(clause: Items) -> bool:
    """Tell whether a part of a sentence only says up to what, or for what, the week holds: "thats me til the half"."""
    lead = next((at for at, item in enumerate(clause) if item.is_word("until") or item.text in _TOWARDS), len(clause))
    race = any(item.means("race_distance") or item.means("kind") == RunKind.RACE for item in clause[lead:])
    told = any_item(clause, is_day) or any_value(clause, Repeats, Duration, Clock, Distance)
    return race and not told


def _is_no_time(clause: Items, behind: Items) -> bool:
    """Tell whether a part of the day is only ruled out before "so": "weekdays i cant do mornings so its tue 8pm"."""
    so = any_text(behind[:1], ("so",))
    parts = any_value(clause, PartOfDay)
    denied = any((item.is_word("no") and not item.means("kind")) or item.means("action") == "skip" for item in clause)
    told = any_value(clause, Repeats, Duration, Clock, Distance) or any_means(clause, "kind")
    return so and parts and denied and not told


def _is_left_open(clause: Items) -> bool:
    """Tell whether the rest of the week is only said to be open: "rest I make up as I go", "the rest varies"."""
    words = [item for item in clause if not item.is_mark(_CLAUSE_ENDS) and item.text not in {"-", "the", "and"}]
    opens = len(words) > 1 and (words[0].text == "rest" or isinstance(words[0].value, OtherDays))
    open_ended = opens and (words[1].text in _SUBJECTS or any_text(words[1:], _OPEN))
    return open_ended and not any(is_day(item) or tells_run(item) for item in words[1:])


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


def _is_day_of_reason(items: Items, index: int) -> bool:
    """Tell whether a day in brackets is only why a run is as it is: "mon easy (recovery from sunday)"."""
    behind = items[index + 1 : index + 2]
    if not isinstance(items[index].value, Days) or not any_mark(behind, ")"):
        return False
    led = items[index - 1] if index else items[index]
    return led.text in {"from", "for"} or led.is_word("after", "before")


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
        run = run or measured or item.means("kind") not in (None, RunKind.REST)
        if item.is_word("all_days_but") or not (measured or is_filler(item) or item.means("kind")):
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
    Days: (_is_old, _is_since, _is_of_end, _is_heading_day, _is_day_of_reason, is_of_title, is_each_of),
    Dated: (_is_of_end,),
    OtherDays: (_is_of_end, _is_other_turn),
    Doubtful: (_is_of_end,),
    Clock: (_is_old, _is_other_time),
    Pace: (_is_rate,),
    Repeats: (_is_count,),
}
