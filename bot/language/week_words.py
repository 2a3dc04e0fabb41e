"""Words of a week that stand for something else in it: "now", "instead of sunday", "hard", "easy (mon, fri)"."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.day_brackets import listed
from bot.language.day_denials import with_denied_days
from bot.language.frames import COPULAS, Items, is_day, is_filler
from bot.language.going_times import SO, with_going_times
from bot.language.held import Held, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, Days, Distance, Duration, Item, OtherDays, Repeats, Word, line_end
from bot.language.own_days import with_dates_behind
from bot.language.some_days import BECAUSE
from bot.language.vocabulary import Senses
from bot.language.week_asides import goes_on_to_days, is_aside
from bot.language.week_chatter import (
    with_days_off,
    without_brackets,
    without_ends,
    without_other_times,
    without_reasons,
)
from bot.language.week_clauses import without_clauses
from bot.training.runs import RunKind
from bot.training.time import WEEKEND, Weekday

_FASTER = frozenset({"faster", "quicker"})
_GOING = frozenset({"go", "going", "i go", "run", "running"})
_HARD = frozenset({"hard", "strong", "hard one", "the hard one"})
_QUICK = frozenset({"quick", "fast", "speedy", "hard-ish"})
_MINE = frozenset({"i", "i'm", "im", "i've", "ive", "my"})
_QUALITY = frozenset(
    {"quality", "quality days", "quality session", "quality sessions", "hard days", "workout days", "speed days"}
)
_MEETS = frozenset({"meet", "meets", "competition", "competitions", "comp", "comps", "championships", "champs"})
_NOTHING_ON = "nothing on"
_NO_RUN = frozenset(
    {
        *("no", "nope", "none", "nada", "nil", "free", "x", "zip", "zero", "0", "blank", "empty", "nah"),
        *("i sleep", "sleep", "pause", "not", "never", "dont", "don't"),
    }
)
_OF_GYM = frozenset({"push", "pull", "legs", "upper", "lower", "full body", "arms", "chest", "shoulders", "bench"})
_SEATS = frozenset({"bed", "couch", "sofa"})
_PARKRUN = "5"
_LIGHT = frozenset({"light", "lite", "lightly", "suave"})
_HALF = "21.0975"
_NEAR = 2
_AGAIN = frozenset({"again", "too", "also", "always", "obviously", "obvs", "as usual", "lol", "haha", "please", "day"})
_MOSTLY = frozenset({"mostly", "usually", "normally", "mainly", "preferably", "ideally", "generally", "often"})
_MOSTLY_REACH = 5
_LEAD_REACH = 5
_TO_WORD = frozenset({"for", "the", "my", "a", "i", "just", "on", "i'm", "im", "it's", "its"})


def plainly(items: Items) -> Items:
    """Return a week's items without "now" beside its days, the days that were, and "everything else" of named days."""
    items = tuple(without_brackets(tuple(without_ends(tuple(_without_compared(items))))))
    items = tuple(_with_parkrun_day(tuple(listed(items))))
    items = with_dates_behind(tuple(with_denied_days(with_days_off(items))))
    if not any_value(items, Days):
        return items
    items = without_other_times(items)
    items = tuple(without_reasons(tuple(with_going_times(items)) if _has_reason(items) else items))
    told = Held(_preferred(tuple(_without_reasons(tuple(without_clauses(items))))))
    return tuple(_as_kind(told, index) for index in range(len(told)) if not is_aside(told, index))


def _has_reason(items: Items) -> bool:
    return any_text(items, SO)


def _with_parkrun_day(items: Items) -> Iterator[Item]:
    """Yield a parkrun that ends a list of other days on its own one: "tues 5k 6:30, thurs 5k 6:30 and parkrun"."""
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    for index, item in enumerate(items):
        if item.senses.get("race_distance") != _PARKRUN:
            yield item
            continue
        joined = index > 0 and (items[index - 1].is_word("and") or items[index - 1].is_mark(",+"))
        ends = index + 1 == len(items) or items[index + 1].is_mark(".;!)\n")
        if len(days) >= _NEAR and joined and ends and days.isdisjoint(WEEKEND):
            yield line_end(item.start)
            yield Item(value=Days(days=(Weekday.SAT,)), start=item.start, end=item.start)
        yield item


def _is_compared(items: Items, index: int) -> bool:
    """Tell whether the other days are only what a day is like: "same as the others"."""
    if not index or not isinstance(items[index].value, OtherDays):
        return False
    before = items[index - 1].text.split()[-1:]
    return before in (["as"], ["like"], ["than"], ["with"], ["of"])


def _without_compared(items: Items) -> Iterator[Item]:
    """Leave out the other days where they are only what a day is like: "same as the others"."""
    return (item for index, item in enumerate(items) if not _is_compared(items, index))


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
            led = any_text(between, _MOSTLY)
            led = led or (day.habit and any_text(between, ("but", "(")))
            return place if led and set(day.days) < set(value.days) else None
    return None


def _without_reasons(items: Items) -> Iterator[Item]:
    """Leave out why a day is as it is: "fri 10am because I'm off", "long sun if I'm not on"."""
    reason = days = told = False
    for index, item in enumerate(items):
        days = days or is_day(item)
        told = (told or bool(item.means("kind"))) and not item.is_mark(".;\n")
        because = item.text in BECAUSE or (item.text == "as" and any_text(items[index + 1 : index + 2], _MINE))
        opens = days and (because or (told and item.text in {"if", "unless"}))
        goes_on = is_day(item) and index > 0 and (items[index - 1].is_word("and") or items[index - 1].text in SO)
        reason = (reason or opens) and not (item.is_mark(".,;\n)") or goes_on)
        if not reason:
            yield item


def _as_kind(items: Items, index: int) -> Item:
    """Return "hard" and "no" beside a day as the kinds that they stand for there: "hard wednesday", "thu no"."""
    item = items[index]
    if kind := _kind_told(items, index):
        return _of_kind(item, kind)
    if item.text in _OF_GYM and _is_alone_behind_day(items, index):
        return _of_senses(item, {"not_run": "training"})
    if item.text == "half" and _is_alone_behind_day(items, index):
        return _of_senses(item, {"race_distance": _HALF})
    is_rest = _is_the_rest(items, index)
    if (is_rest or isinstance(item.value, OtherDays)) and goes_on_to_days(items, index):
        return line_end(item.start)
    return Item(value=OtherDays(), start=item.start, end=item.end) if is_rest else item


def _kind_told(items: Items, index: int) -> RunKind | None:
    """Return the kind that a plain word stands for where it stands."""
    item = items[index]
    if _is_no_run(items, index) or _is_lying_down(items, index):
        return RunKind.REST
    if item.text in _MEETS and (_is_alone_behind_day(items, index) or _opens_before_day(items, index)):
        return RunKind.RACE
    if item.text in _LIGHT and _is_light_run(items, index):
        return RunKind.EASY
    if item.text in _QUALITY and (near := _days_beside(items, index)) and _are_told_again(items, near):
        return RunKind.OTHER
    return RunKind.INTERVALS if _is_hard(items, index) else None


def _is_hard(items: Items, index: int) -> bool:
    """Tell whether "hard" or "fast" is said of a day."""
    text, before = items[index].text, items[max(0, index - 1) : index]
    faster = text in _FASTER and any_text(before, ("is", "are"))
    led = any_text(before, _GOING)
    alone = _is_alone_before_day(items, index) or _is_alone_behind_day(items, index)
    quick = text in _QUICK and (led or alone)
    hard = text in _HARD or faster or quick
    return hard and _is_of_day(items, index) and not _names_kind_in_brackets(items, index)


def _opens_before_day(items: Items, index: int) -> bool:
    """Tell whether a word begins what is said of the day right behind it: "meet saturday 9:40am 5k"."""
    opens = index == 0 or items[index - 1].is_mark(",.;/|\n(") or items[index - 1].is_word("and")
    return opens and any(map(is_day, items[index + 1 : index + 2]))


def _is_light_run(items: Items, index: int) -> bool:
    """Tell whether "light" says how one runs in a part of its own: "tue thu at 19h, light"."""
    begin = next((at for at in range(index, 0, -1) if items[at - 1].is_mark(".;\n")), 0)
    lifts = any(item.means("not_run") or item.means("lift") for item in items[begin:index])
    ends = index + 1 == len(items) or items[index + 1].is_mark(",.;!\n)") or is_day(items[index + 1])
    opens = index > 0 and (
        items[index - 1].is_mark(",(:-") or is_day(items[index - 1]) or _is_filling(items[index - 1])
    )
    return opens and ends and not lifts and any(map(is_day, items[begin:index]))


def _is_filling(item: Item) -> bool:
    return (
        isinstance(item.value, Clock | Distance | Duration)
        or item.text in _TO_WORD
        or item.text in {"all", "very", "always"}
    )


def _is_lying_down(items: Items, index: int) -> bool:
    """Tell whether one recovers without a run: "sun I recover in bed", "fri recover on the couch"."""
    behind = [item.text for item in items[index + 1 : index + 4]]
    return items[index].means("kind") == RunKind.RECOVERY and not _SEATS.isdisjoint(behind)


def _is_no_run(items: Items, index: int) -> bool:
    """Tell whether a word takes a day out of the week: "thu no", "nothing on friday"."""
    text = items[index].text
    denies = text == _NOTHING_ON and any(map(is_day, items[index + 1 : index + 2]))
    ends = index + 1 == len(items) or items[index + 1].is_mark(".;!\n")
    denies = denies or (text == "no" and ends and index > 0 and items[index - 1].text == "so")
    return denies or (text in _NO_RUN and _is_alone_behind_day(items, index))


def _names_kind_in_brackets(items: Items, index: int) -> bool:
    """Tell whether what "strong" means is said right behind it: "thu strong (tempo)"."""
    opened = any_mark(items[index + 1 : index + 2], "(")
    return opened and any_means(items[index + 2 : index + 3], "kind")


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
    before = [item for item in items[max(0, index - _LEAD_REACH) : index] if not _leads_to_word(item)]
    end = index + 1 + any_text(items[index + 1 : index + 2], _AGAIN)
    alone = end == len(items) or items[end].is_mark(",.;/|\t\n(!)") or is_day(items[end])
    return alone and bool(before) and is_day(before[-1])


def _leads_to_word(item: Item) -> bool:
    """Tell whether an item only leads from a day to the one word that is said of it: "sunday is for the couch"."""
    return item.is_mark(":-=|\t") or item.text in COPULAS or item.text in _TO_WORD


def _is_alone_before_day(items: Items, index: int) -> bool:
    """Tell whether a word is all that is said of the day behind it: "easy tues, quick thurs"."""
    opens = index == 0 or items[index - 1].is_mark(",.;/|\n(") or items[index - 1].is_word("and")
    end = next((at for at in range(index + 2, len(items)) if items[at].is_mark(",.;\n)")), len(items))
    return opens and all(is_filler(item) or isinstance(item.value, Clock) for item in items[index + 2 : end])


def _are_told_again(items: Items, near: list[Item]) -> bool:
    """Tell whether days are told once more: "hard tue thu (tue = 400s, thu = tempo)"."""
    days = {day for item in near if isinstance(item.value, Days) for day in item.value.days}
    others = (item for index, item in enumerate(items) if item not in near and _has_kind_behind(items, index))
    return any(days & set(item.value.days) for item in others if isinstance(item.value, Days))


def _has_kind_behind(items: Items, index: int) -> bool:
    """Tell whether a day's run is told behind it, and not its time alone."""
    end = next(
        (at for at in range(index + 1, len(items)) if items[at].is_mark(",.;\n)") or is_day(items[at])), len(items)
    )
    clock = any_value(items[index:end], Clock)
    days = items[index].value
    several = isinstance(days, Days) and len(days.days) > 1
    return (
        several or not clock or any(item.means("kind") or isinstance(item.value, Repeats) for item in items[index:end])
    )


def _is_the_rest(items: Items, index: int) -> bool:
    """Tell whether "rest" stands for what is left: "rest is easy jogging mon and fri"."""
    joint, kind = items[index + 1 : index + 2], items[index + 2 : index + 3]
    led = items[index].text == "rest" and any_text(joint, ("is", "are"))
    return led and any(item.means("kind") not in (None, RunKind.REST) for item in kind)
