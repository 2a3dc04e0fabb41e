"""What is said about the runs of a known week: "sundays around 10", "evenings mostly", "they're all easy runs"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.language.corrections import TAKES_BACK
from bot.language.frames import Items
from bot.language.held import any_item, any_text
from bot.language.items import Clock, Context, Days, Item, PartOfDay, Word
from bot.language.meaning import Part
from bot.language.runs import settled
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from bot.training.time import Weekday

_ARTICLES = frozenset({"a", "an", "one", "ones"})
_NO_KINDS = frozenset({RunKind.OTHER, RunKind.REST})
_ANY_DAY = dt.date(2024, 1, 1)
_LAST_HOUR = 23
BOTH_LIKELY = range(1, 9)
"""Runs begin at five in the morning and at five in the evening; at nine or later a bare hour is as written."""

_HOUR_IN_H = re.compile(r"\d\s?h", re.IGNORECASE)
_OLD = frozenset({"not", "instead of", "rather than", "isn't", "aren't"})
_ASKING = frozenset({"is", "are", "would", "will", "should", "can"})
_MARKS = ",.;\n"
_DENIALS = frozenset({"no", "nope", "nah"})
_MISTAKEN = frozenset({"actually", "sorry", "wait", "oops", "should be"})
_USUALLY = frozenset({"usually", "normally", "mostly", "generally", "typically", "usual"})
_RUNNING = frozenset({"run", "running", "i run"})
_EVERY = frozenset({"all", "every", "always"})
_THEIRS = frozenset({"they're", "theyre", "they are", "they", "those", "these"})
_ORDERS = frozenset({"change", "move", "set", "make", "switch", "put", "fix", "correct"})
_AROUND = (
    _EVERY
    | _THEIRS
    | _ORDERS
    | {
        *("actually", "mostly", "usually", "normally", "generally", "typically", "like", "around", "about", "roughly"),
        *("is", "are", "is in", "my", "the", "a", "an", "one", "ones", "i", "at", "on", "in", "to", "for", "of", "be"),
        *("can you", "could you", "can", "could", "you", "please", "pls", "it", "it's", "its", "them", "also", "just"),
        *("usual", "running", "go", "going"),
        *("but", "then", "though", "tho", "oh", "sorry", "wait", "yeah", "yes", "ok", "keep it", "day", "days", "run"),
        *(
            "should",
            "should be",
            "only",
            "good",
            "works",
            "fine",
            "thanks",
            "start",
            "starts",
            "begin",
            "begins",
            "mean",
        ),
        *("i mean", "i run", "time", "times", "that's", "thats", "so", "that", "would be", "will be", "would", "will"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFix:
    """What runs are, or when: those of `days`, those of a `kind`, or every one.

    Without days, kind and `every` it is the usual time. With days a `kind` says what their runs are. `part` is the
    part of the day of who names no time. `sure` False leaves open which half of the day the time is in. `instead`
    says that it was wrong before: "at 5:30 pm, not am".
    """

    days: tuple[Weekday, ...] = ()
    kind: RunKind | None = None
    every: bool = False
    time: dt.time | None = None
    part: Part | None = None
    sure: bool = True
    instead: bool = False

    @property
    def is_usual(self) -> bool:
        """Tell whether it is about the runs that came without a time."""
        return not (self.days or self.kind or self.every)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFixes:
    """All that one text says about the runs; `corrects` tells whether it names what was wrong.

    `amends` tells whether it only begins like a correction ("no, thursday is 7am"), `habit` whether it says when one
    usually runs.
    """

    fixes: tuple[RunFix, ...] = ()
    corrects: bool = False
    amends: bool = False
    habit: bool = False


def read_run_fixes(text: str, *, vocabulary: Vocabulary) -> RunFixes:
    """Read when runs are and what they are; a text that says anything else gives nothing. No text raises."""
    if too_long(text) or "?" in text:
        return RunFixes()
    context = Context(text=normalise(text), today=_ANY_DAY, short=True)
    read = scan(context, vocabulary)
    denied = any_text(read[:1], _DENIALS | TAKES_BACK)
    items = read[1:] if denied else read
    said = {item.text for item in items}
    if not all(map(_belongs, items)) or any_text(items[:1], _ASKING):
        return RunFixes()
    fixes = tuple(_fix(part, context) for part in _parts(items))
    whole = all(fix.time is not None or fix.part or (fix.kind and (fix.days or fix.every)) for fix in fixes)
    return RunFixes(
        fixes=fixes if whole else (),
        corrects=not said.isdisjoint(_OLD | {"actually"}),
        amends=denied or not said.isdisjoint(_MISTAKEN),
        habit=not (said.isdisjoint(_USUALLY) or said.isdisjoint(_RUNNING)),
    )


def settled_by(fixes: tuple[RunFix, ...], part: str | None) -> tuple[RunFix, ...]:
    """Return the fixes with one usual time at most, in the part of the day that is said beside it or was before."""
    usual = [fix for fix in fixes if fix.is_usual]
    parts = [*(fix.part for fix in usual if fix.part), *((Part(part),) if part else ())]
    times = [fix for fix in usual if fix.time is not None]
    if len(times) > 1:
        return ()
    others = tuple(fix for fix in fixes if not fix.is_usual)
    if not times:
        return (*others, *usual[:1])
    return (*others, _in_part(times[0], parts[0]) if parts and not times[0].sure else times[0])


def _in_part(fix: RunFix, part: Part) -> RunFix:
    clock = settled(Clock(time=fix.time or dt.time(), padded=False), part)
    return replace(fix, time=clock.time, sure=True)


def _belongs(item: Item) -> bool:
    """Tell whether an item can stand in such a text: a day, a time, what a run is called, or a word around them."""
    if isinstance(item.value, Days):
        return item.value.week is None and not item.value.either
    if isinstance(item.value, Clock | PartOfDay):
        return not (isinstance(item.value, PartOfDay) and item.value.part is Part.NOW)
    if not isinstance(item.value, Word):
        return False
    if item.number is not None:
        return item.number <= _LAST_HOUR
    around = item.text in _AROUND | _OLD or item.is_mark(_MARKS + "!-") or item.is_word("and", "at", "around", "ish")
    return around or item.means("kind") is not None


def _tells(item: Item) -> bool:
    """Tell whether an item says when a run is, or what."""
    kind = item.means("kind") not in {None, RunKind.OTHER, RunKind.REST}
    return kind or isinstance(item.value, Days | Clock | PartOfDay)


def _parts(items: Items) -> Iterator[Items]:
    """Yield what is said of each run: up to a mark or "and" behind a time or a kind, or up to the next day."""
    part: list[Item] = []
    for item in items:
        ends = item.is_mark(_MARKS) or item.is_word("and") or item.text == "but" or isinstance(item.value, Days)
        if ends and any(_tells(one) and not isinstance(one.value, Days) for one in part) | _has_hour(part):
            yield tuple(part)
            part = []
        part.append(item)
    if any_item(part, _tells) or _has_hour(part):
        yield tuple(part)


def _has_hour(part: list[Item]) -> bool:
    return any(item.number is not None and item.text not in _ARTICLES for item in part)


def _fix(part: Items, context: Context) -> RunFix:
    """Read one part, up to what was wrong: "11am not 6pm"."""
    old = next((index for index, item in enumerate(part) if item.text in _OLD and index), len(part))
    told = part[:old] if any(map(_tells, part[:old])) else ()
    said = {item.text for item in told}
    kinds = (RunKind(kind) for item in told if (kind := item.means("kind")) and kind not in _NO_KINDS)
    runs = any_text(told, ("runs",)) and "my" in said
    day_part = next((item.value.part for item in told if isinstance(item.value, PartOfDay)), None)
    clock = _clock(told, day_part, context)
    return RunFix(
        days=tuple(day for item in told if isinstance(item.value, Days) for day in item.value.days),
        kind=next(kinds, None),
        every=runs or not said.isdisjoint(_EVERY | _THEIRS),
        time=None if clock is None else clock.time,
        part=day_part,
        sure=clock is None or clock.sure,
        instead=old < len(part),
    )


def _clock(told: Items, part: Part | None, context: Context) -> Clock | None:
    """Return the time of a part; a bare hour that may be in either half of the day is not sure."""
    written = next((item for item in told if isinstance(item.value, Clock)), None)
    if written is not None and isinstance(written.value, Clock):
        clock = written.value
        sure = clock.padded or _HOUR_IN_H.search(context.text[written.start : written.end]) is not None
    else:
        hour = next((item.number for item in told if item.number is not None and item.text not in _ARTICLES), None)
        if hour is None:
            return None
        clock, sure = Clock(time=dt.time(hour), padded=False), False
    clock = settled(clock, part)
    return replace(clock, sure=sure or part is not None or clock.time.hour not in BOTH_LIKELY)
