"""Settings said in a sentence: "remind me at 6:30", "use pounds", "I've been lifting for 3 years"."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise, takewhile

from bot.language.equipment_told import between_marks, read_equipment
from bot.language.frames import Items, is_lift
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.how_long import read_how_long
from bot.language.items import Clock, Dated, Days, Duration, Item, PartOfDay, Word
from bot.language.meaning import Part, SettingReading, Unread
from bot.language.reminders_told import OFF, OLD, is_errand, names_weekly_plan, read_reminder
from bot.language.settled import place_now, years_of
from bot.language.values import read_experience
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind

_UNITS = {"kg": ("units", "kg"), "lb": ("units", "lb"), "km": ("distance", "km"), "mi": ("distance", "mi")}
_MOST_WORDS = 8
_MOST_NAMES = 4
_WANTING = frozenset({"use", "show", "switch", "change", "set", "units", "in"})
_NO_PLACES = frozenset({"my", "a", "an", "this", "that", "our"})
_SHOWN = frozenset({"distances", "distance", "weights", "units", "everything"})
_USING = frozenset({"use", "using", "prefer", "work", "think", "measure"})
_OWN = frozenset({"i", "im", "i'm", "i am", "we", "we're", "my"})
_WISHES = frozenset(
    {"only", "want", "wanna", "just", "please", "pls", "plz", "stick", "like", "max", "maximum", "most"}
) | {
    *("tops", "limit", "cap", "keep", "target"),
}
_MARKS = str.maketrans(dict.fromkeys(",.:;!", " "))
_TIMES = {"once": "1", "one": "1", "1": "1", "1x": "1", "twice": "2", "two": "2", "2": "2", "2x": "2"}
_PER = frozenset({"a", "per", "each", "every", "/"})
_WEEKS = frozenset({"week", "wk"})
_DENYING = frozenset({"not", "never", "don't", "dont", "can't", "cant"})
_PAST_ACTS = frozenset({"missed", "done"})
_OFTEN_REACH = 4
_POLITE = frozenset(
    {
        "can",
        "could",
        "would",
        "will",
        "you",
        "u",
        "we",
        "can we",
        "could we",
        "shall we",
        "may we",
        "can i",
        "can you",
        "can u",
        "could you",
        "would you",
        "cud",
        "hey",
    }
) | {
    *(
        "hi",
        "hello",
        "bot",
        "coach",
        "get",
        "have",
        "my",
        "the",
        "please",
        "pls",
        "pls can you",
        "just",
        "ok",
        "and",
        "also",
        "cn",
    ),
}
_BEHIND_PLACE = frozenset({"btw", "now", "please", "pls", "thanks", "fyi", "atm", "so", "and", "ta", "cheers"})
_NEWCOMERS = ("new", "beginner", "noob", "newbie", "first time")


def read_setting(
    text: str, items: Items, *, today: dt.date, vocabulary: Vocabulary
) -> tuple[SettingReading | Unread, ...]:
    """Read a reminder time, units, a place, experience or equipment said in a sentence; nothing when it sets none.

    `items` are the text's own. A time that could be morning or evening is Unread with both options.
    """
    reminds = any_means(items, "action", "remind")
    told = _place(text, items) if reminds and not any_value(items, Clock) else None
    if told is not None:
        return (told,)
    if reminds:
        weekly = names_weekly_plan(items)
        return () if is_errand(items) and not weekly else (read_reminder(text, items, vocabulary),)
    both = _both_lengths(text, items, today, vocabulary)
    if both:
        return both
    found = (
        _place(text, items)
        or place_now(text, items)
        or years_of(text, items)
        or _experience(text, items, today, vocabulary)
    )
    found = found or read_equipment(items) or _target(text, items)
    return _units(items) or (() if found is None else (found,))


def wanted_politely(text: str, items: Items, vocabulary: Vocabulary) -> tuple[SettingReading | Unread, ...]:
    """Read units or a reminder asked for politely: "can you switch me to miles"; such a question is an order."""
    behind = next((index for index, item in enumerate(items) if item.text not in _POLITE), 0)
    opening = items[behind : behind + 1] if behind else ()
    if any_means(opening, "action", "remind") or any_text(opening, OFF) or any_means(opening, "word", "no"):
        timed = any_value(items, Clock, Duration) or any_text(items, OFF)
        reminds = timed and any_means(items, "action", "remind") and not is_errand(items)
        return (read_reminder(text, items[behind:], vocabulary),) if reminds else ()
    return _units(items[behind:]) if any_text(opening, _WANTING) else ()


def _unit_of(item: Item) -> str | None:
    """Return the unit that a word names."""
    key = item.means("mass") or item.means("distance")
    return key if key in _UNITS else None


def _units(items: Items) -> tuple[SettingReading, ...]:
    """Read "use pounds", "kilos not lbs", "switch me to pounds and miles": a unit of each sort, and no number."""
    words = [item for item in items if isinstance(item.value, Word) and item.value.token.is_name]
    units = [key for item in words if (key := _unit_of(item))]
    said = [item.text for item in words]
    asks = bool(words) and (said[0] in _WANTING or not {"please", "not", "pls"}.isdisjoint(said))
    if said and not _OWN.isdisjoint((said[0], said[0].split()[0])):
        uses = {part for one in said[:3] for part in one.split()}
        inside = any(one.text == "in" and _unit_of(two) for one, two in pairwise(words))
        asks = asks or not _USING.isdisjoint(uses) or inside
    asks = asks or ("in" in said and not _SHOWN.isdisjoint(said[: said.index("in")]))
    wanted = [_UNITS[key] for key in (units[:1] if any_text(words, OLD) else units)]
    clear = 0 < len(wanted) == len(dict(wanted))
    if not asks or not clear or len(words) > _MOST_WORDS or any(item.number is not None for item in items):
        return ()
    return tuple(SettingReading(name=name, value=value) for name, value in wanted)


def _place(text: str, items: Items) -> SettingReading | None:
    """Read "I live in Manchester", "my timezone is Lisbon": the words that follow, up to a mark."""
    for index, item in enumerate(items):
        if item.means("setting") == "place":
            named = list(_named_behind(items, index + 1))
            if "moved" in item.text or "relocated" in item.text:
                named = _new_place(text, items, named)
            if 0 < len(named) <= _MOST_NAMES and named[0].text not in _NO_PLACES:
                return SettingReading(name="timezone", value=text[named[0].start : named[-1].end])
        colon = any_mark(items[index + 1 : index + 2], ":=")
        name = list(_named_behind(items, index + 1 + colon)) if item.means("state") == "zones" else []
        if name and not name[0].senses and text[name[0].start].isupper():
            return SettingReading(name="timezone", value=text[name[0].start : name[-1 if colon else 0].end])
    return None


def _named_behind(items: Items, begin: int) -> Iterator[Item]:
    """Yield the words behind "my timezone is", up to a mark or a word that only goes with it."""
    return takewhile(lambda one: not one.is_mark(".,;!?\n(") and one.text not in _BEHIND_PLACE, items[begin:])


def _new_place(text: str, items: Items, named: list[Item]) -> list[Item]:
    """Return the name of a place that somebody moved to: with a capital, or beside "time zone"; "moved to evenings"."""
    name = list(takewhile(lambda one: isinstance(one.value, Word) and not one.senses, named))
    meant = any_means(items, "state", "zones") or any(text[one.start].isupper() for one in name)
    return name if meant else []


def _both_lengths(text: str, items: Items, today: dt.date, vocabulary: Vocabulary) -> tuple[SettingReading, ...]:
    """Read "running 6 years and lifting for 2", "new to lifting, running 8 years": one must not take the other's."""
    if not any_means(items, "span", "month", "year") or any_mark(items, "?") or any_text(items, _OFTEN):
        return ()
    said = read_how_long(text, "", today=today, vocabulary=vocabulary)
    return tuple(SettingReading(name=name, value=value) for name, value in said.items()) if len(said) > 1 else ()


_OFTEN = frozenset({"ago", "per", "every", "last", "next", "each", "times", "days", "twice", "once"})


def _experience(text: str, items: Items, today: dt.date, vocabulary: Vocabulary) -> SettingReading | None:
    """Read "been lifting about 3 years", "new to running": how long, where that is all that is said behind it."""
    for index, item in enumerate(items):
        name = item.means("setting") or (_barely_said(items) if index == 0 else None)
        if name in {"new_to_lifting", "new_to_running"}:
            return SettingReading(
                name=name.removeprefix("new_to_"), value=_length_of(text, items[index + 1 :]) or "new"
            )
        if name in {"lifting", "running"} and not any_text(items[max(0, index - _DENIED_WITHIN) : index], _DENIED):
            said = list(takewhile(lambda one: not (one.is_mark(".,;!?\n") or _is_now(one)), items[index + 1 :]))
            value = text[said[0].start : said[-1].end] if said else ""
            if value and not isinstance(read_experience(value, today=today, vocabulary=vocabulary), Unread):
                return SettingReading(name=name, value=value)
        if (name := _new_to(items, index)) is not None:
            return SettingReading(name=name, value=_length_of(text, items[index + 3 :]) or "new")
    return None


_DENIED = frozenset({"no", "not", "without", "never", "won't", "wont", "can't", "cant", "stop", "stopped", "quit"})
_DENIED_WITHIN = 2
"""What is said so few words before: "not lifting for 3 weeks", "won't be lifting for 10 days"."""

_BARE = {"lifting": "lifting", "deadlifting": "lifting", "running": "running"}


def _barely_said(items: Items) -> str | None:
    """Return what "lifting 3 years" begins with; "lifting 3 days ago" is told of a lift."""
    long = any_means(items, "span", "month", "year")
    return _BARE.get(items[0].text) if long else None


def _is_now(item: Item) -> bool:
    return item.value == PartOfDay(part=Part.NOW) or (isinstance(item.value, Dated) and not item.value.named)


def _new_to(items: Items, index: int) -> str | None:
    """Return what somebody is "new to" or "a complete beginner at"."""
    joint, what = items[index + 1 : index + 2], items[index + 2 : index + 3]
    begins = items[index].is_word("new") and items[index].text.endswith(_NEWCOMERS)
    if not begins or not any_means(joint, "word", "to", "at", "in"):
        return None
    if any_text(what, ("running",)):
        return "running"
    return "lifting" if any_means(what, "lift", "now") else None


def _length_of(text: str, items: Items) -> str | None:
    """Return the "2 months" of "new to lifting, like 2 months in"; "new to lifting, running 5 years" has none."""
    own = takewhile(lambda one: one.means("setting") is None and one.text not in _BARE, items)
    for number, span in pairwise(own):
        if number.number is not None and span.means("span") in {"week", "month", "year"}:
            return text[number.start : span.end]
    return None


def _target(text: str, items: Items) -> SettingReading | None:
    """Read "I only want to lift once a week", "2 lifts a week max": how many lifts a week are wanted, one or two."""
    words = text.lower().translate(_MARKS).split()
    asked = any_means(items, "ask", "may") or any_mark(items, "?")
    if asked or _WISHES.isdisjoint(words):
        return None
    often = (_lifts_a_week(text, part) for part in between_marks(items) if any_item(part, is_lift))
    count = next((one for one in often if one is not None), None)
    return None if count is None else SettingReading(name="target", value=count)


def _lifts_a_week(text: str, part: Items) -> str | None:
    """Return "2" for "two lifts a week", "lift twice per week"; None where more than that is said."""
    unsure = any_means(part, "unsure") or any_means(part, "word", "or", "clause") or any_text(part, _DENYING)
    if unsure or any(
        isinstance(item.value, Days | Clock)
        or item.means("kind") not in {None, RunKind.OTHER, RunKind.REST, RunKind.EASY}
        for item in part
    ):
        return None
    end = next((item.start for item in part if item.text in OLD), part[-1].end)
    words = text[part[0].start : end].lower().split()
    weekly = next((at for at, (one, two) in enumerate(pairwise(words)) if one in _PER and two in _WEEKS), 0)
    said = [_TIMES[word] for word in words[max(0, weekly - _OFTEN_REACH) : weekly] if word in _TIMES]
    over = words[weekly + 2 : weekly + 3] == ["ago"] or any_means(part, "action", *_PAST_ACTS)
    return said[0] if len(said) == 1 and not over else None
