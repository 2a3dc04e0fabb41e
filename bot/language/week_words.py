"""Words of a week that stand for something else in it: "now", "instead of sunday", "hard", "easy (mon, fri)"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.language.day_marks import tells_run
from bot.language.frames import Items, is_day, is_filler, is_now
from bot.language.items import Clock, Dated, Days, Distance, Duration, Item, OtherDays, Repeats, Word, line_end
from bot.language.openings import is_of_title
from bot.language.some_days import BECAUSE
from bot.language.vocabulary import Senses
from bot.training.runs import RunKind
from bot.training.time import WEEKEND, Weekday

_FASTER = frozenset({"faster", "quicker"})
_HARD = frozenset({"hard", "strong", "hard one", "the hard one"})
_QUICK = frozenset({"quick", "fast", "speedy", "hard-ish"})
_QUALITY = frozenset(
    {"quality", "quality days", "quality session", "quality sessions", "hard days", "workout days", "speed days"}
)
_MEETS = frozenset({"meet", "competition", "comp", "championships", "champs"})
_NOTHING_ON = "nothing on"
_NO_RUN = frozenset(
    {
        *("no", "nope", "none", "nada", "nil", "free", "x", "zip", "zero", "blank", "empty", "nah"),
        *("i sleep", "sleep", "sleep in", "i lie in", "family day", "family", "church"),
    }
)
_PARKRUN = "5"
_HALF = "21.0975"
_I_AM = frozenset({"i'm", "im", "i am", "am", "aged", "turning"})
_SINCE = frozenset({"from", "starting", "as of", "beginning"})
_NEAR = 2
_AT_WORK = frozenset({"i", "i'm", "im", "on", "am", "at", "and", "my"})
_RISING = frozenset({"up", "awake", "alarm", "wake up", "get up", "wake"})
_MOSTLY = frozenset({"mostly", "usually", "normally", "mainly", "preferably", "ideally", "generally", "often"})
_MOSTLY_REACH = 5
_LEAVING_REACH = 15
_LONGEST_BRACKETS = 60
_THEY = frozenset({"he", "she", "they"})
_RUN = frozenset({"run", "runs", "trains", "jogs", "races", "train", "jog", "race"})
_SUBJECTS = frozenset({"i", "i'll", "i'd", "we"})
_OPEN = frozenset({"varies", "whatever", "depends", "tbd", "tba", "tbc", "open", "flexible", "vary"})
_WORKS = frozenset({"work", "working", "shift", "shifts", "call", "duty"})
_CLAUSE_ENDS = ".,;!?()\n"


def plainly(items: Items) -> Items:
    """Return a week's items without "now" beside its days, the days that were, and "everything else" of named days."""
    items = tuple(_with_parkrun_day(tuple(_listed(items))))
    if not any(isinstance(item.value, Days) for item in items):
        return items
    items = tuple(_preferred(tuple(_without_reasons(tuple(_without_work(items))))))
    return tuple(_as_kind(items, index) for index in range(len(items)) if not _is_aside(items, index))


def _with_parkrun_day(items: Items) -> Iterator[Item]:
    """Yield a parkrun that ends a list of other days on its own one: "tues 5k 6:30, thurs 5k 6:30 and parkrun"."""
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    for index, item in enumerate(items):
        joined = index > 0 and (items[index - 1].is_word("and") or items[index - 1].is_mark(",+"))
        ends = index + 1 == len(items) or items[index + 1].is_mark(".;!)\n")
        if (
            len(days) >= _NEAR
            and joined
            and ends
            and item.means("race_distance") == _PARKRUN
            and days.isdisjoint(WEEKEND)
        ):
            yield line_end(item.start)
            yield Item(value=Days(days=(Weekday.SAT,)), start=item.start, end=item.start)
        yield item


def _without_work(items: Items) -> Iterator[Item]:
    """Leave out the days of work that are told for what is left: "I work nights Mon-Wed so running is thu easy"."""
    start = 0
    for index in range(len(items) + 1):
        if index < len(items) and not (items[index].is_mark(_CLAUSE_ENDS) or items[index].text == "so"):
            continue
        clause = items[start:index]
        if not (_is_work(clause) or _is_remark(clause) or _is_anothers(clause)):
            yield from _up_to_open(clause)
        start = index


def _up_to_open(clause: Items) -> Items:
    """Return a clause up to a dash behind which the rest of the week is left open."""
    dashes = (at for at, item in enumerate(clause) if item.is_mark("-") or item.is_word("and") or at == 0)
    return next((clause[:at] for at in dashes if _is_left_open(clause[at:])), clause)


def _is_anothers(clause: Items) -> bool:
    """Tell whether a clause tells what somebody else does on a day: "On Saturdays he runs and I bake"."""
    runs = any(one.text in _THEY and two.text in _RUN for one, two in pairwise(clause))
    return (
        runs
        and any(map(is_day, clause))
        and not any(two.text in _RUN for one, two in pairwise(clause) if one.text == "i")
    )


def _is_work(clause: Items) -> bool:
    opens = any(item.text == "working" for item in clause[:1])
    works = opens or any(two.text in _WORKS and one.text in _AT_WORK for one, two in pairwise(clause))
    runs = any(item.means("kind") or isinstance(item.value, Distance | Duration | Repeats) for item in clause)
    return works and not runs and any(map(is_day, clause))


def _preferred(items: Items) -> Iterator[Item]:
    """Yield the one day that a choice mostly falls on: "saturday or sunday but mostly saturday"."""
    skipped = 0
    for index, item in enumerate(items):
        mostly = _mostly(items, index)
        if mostly is not None:
            skipped = mostly
            yield replace(items[mostly], start=item.start)
        elif index > skipped or not skipped:
            yield item


def _mostly(items: Items, index: int) -> int | None:
    """Return where the day of "but mostly saturday" stands, behind a choice of days that holds it."""
    value = items[index].value
    if not isinstance(value, Days) or not value.either:
        return None
    for place in range(index + 1, min(index + 1 + _MOSTLY_REACH, len(items))):
        day = items[place].value
        if isinstance(day, Days):
            between = items[index + 1 : place]
            led = any(item.text in _MOSTLY for item in between)
            led = led or (day.habit and any(item.text in {"but", "("} for item in between))
            return place if led and set(day.days) < set(value.days) else None
    return None


def _is_remark(clause: Items) -> bool:
    """Tell whether a part of a sentence only doubts, and tells nothing: "idk if that's enough lol"."""
    told = any(is_day(item) or item.means("kind") or not isinstance(item.value, Word) for item in clause)
    doubts = any(item.means("unsure") == "word" for item in clause[: _NEAR + 1])
    return doubts and not told and not any(item.number is not None or item.is_word("or") for item in clause)


def _without_reasons(items: Items) -> Iterator[Item]:
    """Leave out why a day is as it is: "fri 10am because I'm off", "long sun if I'm not on"."""
    reason = days = told = False
    for item in items:
        days = days or is_day(item)
        told = (told or bool(item.means("kind"))) and not item.is_mark(".;\n")
        opens = days and (item.text in BECAUSE or (told and item.text == "if"))
        reason = (reason or opens) and not item.is_mark(".,;\n)")
        if not reason:
            yield item


def _is_aside(items: Items, index: int) -> bool:
    """Tell whether an item is none of the week's: "now", the day or time that was, since when, a count of runs."""
    now = any(one.start == items[index].start and is_now(one) for one in items[max(0, index - 1) : index + 2])
    return (
        now
        or _is_old(items, index)
        or _is_of_named_days(items, index)
        or _is_since(items, index)
        or _is_count(items, index)
        or is_of_title(items, index)
        or _is_denied(items, index)
        or _is_other_time(items, index)
        or _is_heading_day(items, index)
        or _is_age(items, index)
        or _is_leaving(items, index)
        or _is_of_end(items, index)
        or _is_off_work(items, index)
    )


def _is_age(items: Items, index: int) -> bool:
    """Tell whether a number is how old the runner is: "I'm 64 and I jog mon wed fri"."""
    behind = items[index + 1 : index + 2]
    told = any(item.is_word("and") or item.is_mark(",.;") or item.means("span") == "year" for item in behind)
    return items[index].number is not None and index > 0 and items[index - 1].text in _I_AM and told


def _is_leaving(items: Items, index: int) -> bool:
    """Tell whether "off" says when a run that is told begins: "fourteen on Sunday, off at nine", "10k, off by 7"."""
    if items[index].text != "off" or not isinstance((*items, items[index])[index + 1].value, Clock):
        return False
    first = max(0, index - _LEAVING_REACH)
    begin = next((at for at in range(index, first, -1) if items[at - 1].is_mark(".;\n")), first)
    return any(item.number is not None or tells_run(item) for item in items[begin:index])


def _is_of_end(items: Items, index: int) -> bool:
    """Tell whether a day is only up to when nothing is run: "long run friday then nothing till monday"."""
    until = index if items[index].is_word("until") else index - 1
    if until < 1 or not items[until].is_word("until") or not any(map(is_day, items[until + 1 : until + 2])):
        return False
    ends = until + 2 >= len(items) or items[until + 2].is_mark(",.;!)\n")
    return ends and items[until - 1].means("kind") == RunKind.REST


def _is_off_work(items: Items, index: int) -> bool:
    """Tell whether a day off is from work, for a run is told of the day: "long run mon (my day off) 10am"."""
    before, behind = items[max(0, index - _NEAR) : index], items[index + 1 : index + 2]
    bracketed = any(item.is_mark("(") for item in before) and any(item.is_mark(")") for item in behind)
    return items[index].means("kind") == RunKind.REST and bracketed and any(item.text == "my" for item in before)


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
    if items[index - 1].is_mark("[") and any(item.is_mark("]") for item in items[index + 1 : index + 2]):
        return True
    end = next((at for at in range(index, len(items)) if items[at].is_mark(".;\n")), len(items))
    later = any(isinstance(item.value, Clock) for item in items[index + 1 : end])
    return later and items[index - 1].text in _RISING


def _is_heading_day(items: Items, index: int) -> bool:
    """Tell whether days named one by one behind it are all that a sentence says: "weekends only. sat …"."""
    value = items[index].value
    if not isinstance(value, Days) or not value.habit or len(value.days) < _NEAR:
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
    return since and any(isinstance(item.value, Days) for item in items[index + 1 :])


def _is_count(items: Items, index: int) -> bool:
    """Tell whether "2x" counts the runs of the days behind it: "2x easy (tue/thu)"."""
    if not isinstance(items[index].value, Repeats):
        return False
    behind = items[index + 1 : index + 1 + _NEAR]
    heads = bool(behind) and behind[0].is_mark(":") and not any(map(is_day, items[:index]))
    return heads or (len(behind) == _NEAR and bool(behind[0].means("kind")) and isinstance(behind[1].value, Days))


def _as_kind(items: Items, index: int) -> Item:
    """Return "hard" and "no" beside a day as the kinds that they stand for there: "hard wednesday", "thu no"."""
    item = items[index]
    if item.text in _NO_RUN and _is_alone_behind_day(items, index):
        return _of_kind(item, RunKind.REST)
    if item.text == _NOTHING_ON and any(map(is_day, items[index + 1 : index + 2])):
        return _of_kind(item, RunKind.REST)
    if _is_the_rest(items, index):
        others = Item(value=OtherDays(), start=item.start, end=item.end)
        return line_end(item.start) if _goes_on_to_days(items, index) else others
    if item.text in _MEETS and _is_alone_behind_day(items, index):
        return _of_kind(item, RunKind.RACE)
    if item.text == "half" and _is_alone_behind_day(items, index):
        return _of_senses(item, {"race_distance": _HALF})
    if item.text in _QUALITY and (near := _days_beside(items, index)) and _are_told_again(items, near):
        return _of_kind(item, RunKind.OTHER)
    is_faster = item.text in _FASTER and any(one.text in {"is", "are"} for one in items[max(0, index - 1) : index])
    hard = item.text in _HARD or is_faster or (item.text in _QUICK and _is_alone_before_day(items, index))
    return _of_kind(item, RunKind.INTERVALS) if hard and _is_of_day(items, index) else item


def _of_kind(item: Item, kind: RunKind) -> Item:
    return _of_senses(item, {"kind": kind})


def _of_senses(item: Item, senses: Senses) -> Item:
    if not isinstance(item.value, Word):
        return item
    return replace(item, value=Word(token=replace(item.value.token, senses=senses)))


def _is_of_day(items: Items, index: int) -> bool:
    """Tell whether a word is said of a day that is told once: "wednesdays I go hard", "1 hard (wed)"."""
    start = index
    while start and is_filler(items[start - 1]) and not items[start - 1].is_mark(",.;|/\n"):
        start -= 1
    near = _days_beside(items, index, start)
    return bool(near) and not _are_told_again(items, near)


def _days_beside(items: Items, index: int, start: int | None = None) -> list[Item]:
    start = index if start is None else start
    before, behind = items[max(0, start - 1) : start], items[index + 1 : index + 1 + _NEAR]
    marked = behind[1:] if behind and behind[0].is_mark("(:-=") else behind[:1]
    return [one for one in (*before, *marked) if is_day(one)]


def _is_alone_behind_day(items: Items, index: int) -> bool:
    """Tell whether a "no" is all that is said of a day: "thu no, fri 8k"."""
    before = [item for item in items[max(0, index - _NEAR) : index] if not item.is_mark(":-=")]
    alone = index + 1 == len(items) or items[index + 1].is_mark(",.;/|\n(!)") or is_day(items[index + 1])
    return alone and bool(before) and is_day(before[-1])


def _is_alone_before_day(items: Items, index: int) -> bool:
    """Tell whether a word is all that is said of the day behind it: "easy tues, quick thurs"."""
    opens = index == 0 or items[index - 1].is_mark(",.;/|\n(") or items[index - 1].is_word("and")
    end = next((at for at in range(index + 2, len(items)) if items[at].is_mark(",.;\n)")), len(items))
    return opens and all(is_filler(item) or isinstance(item.value, Clock) for item in items[index + 2 : end])


def _are_told_again(items: Items, near: list[Item]) -> bool:
    """Tell whether days are told once more: "hard tue thu (tue = 400s, thu = tempo)"."""
    days = {day for item in near if isinstance(item.value, Days) for day in item.value.days}
    others = (item for item in items if item not in near and isinstance(item.value, Days))
    return any(days & set(item.value.days) for item in others if isinstance(item.value, Days))


def _is_old(items: Items, index: int) -> bool:
    """Tell whether "instead of sunday" begins here, or is that Sunday, behind another day; a time behind another."""
    begin = index if items[index].means("action") == "instead_of" else index - 1
    if begin < 0 or items[begin].means("action") != "instead_of" or begin + 1 == len(items):
        return False
    behind = items[begin + 1].value
    days = isinstance(behind, Days) and any(is_day(item) for item in items[:begin])
    return days or (isinstance(behind, Clock) and any(isinstance(item.value, Clock) for item in items[:begin]))


def _is_of_named_days(items: Items, index: int) -> bool:
    """Tell whether "everything else is jogging" goes on to name the days: "… mon and fri"."""
    return isinstance(items[index].value, OtherDays) and _goes_on_to_days(items, index)


def _goes_on_to_days(items: Items, index: int) -> bool:
    run = False
    for item in items[index + 1 :]:
        if isinstance(item.value, Days):
            return run
        run = run or item.means("kind") not in (None, RunKind.REST)
        if item.is_word("all_days_but") or not (is_filler(item) or item.means("kind")) or item.is_mark(",.;\n"):
            return False
    return False


def _is_the_rest(items: Items, index: int) -> bool:
    """Tell whether "rest" stands for what is left: "rest is easy jogging mon and fri"."""
    joint, kind = items[index + 1 : index + 2], items[index + 2 : index + 3]
    led = items[index].text == "rest" and any(item.text in {"is", "are"} for item in joint)
    return led and any(item.means("kind") not in (None, RunKind.REST) for item in kind)


def _is_left_open(clause: Items) -> bool:
    """Tell whether the rest of the week is only said to be open: "rest I make up as I go", "the rest varies"."""
    words = [item for item in clause if not item.is_mark(_CLAUSE_ENDS) and item.text not in {"-", "the", "and"}]
    opens = len(words) > 1 and (words[0].text == "rest" or isinstance(words[0].value, OtherDays))
    open_ended = opens and (words[1].text in _SUBJECTS or any(item.text in _OPEN for item in words[1:]))
    return open_ended and not any(is_day(item) or tells_run(item) for item in words[1:])


def _listed(items: Items) -> Iterator[Item]:
    """Yield days in brackets as one list ("2 easy (mon, fri)"), and other brackets as one part: "Tue (hills, 6pm)"."""
    index, depth = 0, 0
    while index < len(items):
        after = _bracketed(items, index) if items[index].is_mark("(") else None
        if items[index].is_mark("(") and (end := _told_by_day(items, index)):
            yield from (line_end(items[index].start), *items[index + 1 : end], line_end(items[end].start))
            index = end + 1
            continue
        if after is None:
            item = items[index]
            depth = 0 if item.is_mark(";\n") else max(0, depth + item.is_mark("(") - item.is_mark(")"))
            yield _as_bracket(item) if depth and item.is_mark(",") else item
            index += 1
            continue
        days = tuple(day for item in items[index:after] if isinstance(item.value, Days) for day in item.value.days)
        yield Item(value=Days(days=tuple(dict.fromkeys(days))), start=items[index].start, end=items[after - 1].end)
        index = after


def _told_by_day(items: Items, index: int) -> int | None:
    """Return where brackets close that tell each of several days apart: "Tue & Thu 7pm (track Tue, tempo Thu)"."""
    last = min(len(items), index + _LONGEST_BRACKETS)
    end = next((at for at in range(index, last) if items[at].is_mark(")\n")), last)
    inside = items[index + 1 : end]
    kinds = sum(
        item.means("kind") not in (None, "other", RunKind.REST) or isinstance(item.value, Repeats) for item in inside
    )
    days = sum(map(is_day, inside))
    return end if end < len(items) and items[end].is_mark(")") and days >= _NEAR and kinds >= _NEAR else None


def _as_bracket(item: Item) -> Item:
    """Return a comma in brackets as what parts no days."""
    assert isinstance(item.value, Word)  # noqa: S101 - for the type checker: it is a mark
    return replace(item, value=Word(token=replace(item.value.token, text="(")))


def _bracketed(items: Items, index: int) -> int | None:
    """Return the index behind brackets that hold days alone."""
    days = 0
    for place in range(index + 1, len(items)):
        item = items[place]
        if item.is_mark(")"):
            return place + 1 if days else None
        if not (isinstance(item.value, Days) or item.is_mark(",/&+") or item.is_word("and")):
            return None
        days += isinstance(item.value, Days)
    return None
