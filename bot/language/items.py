"""What a stretch of text can stand for, before any sentence is understood: days, times, measures, words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.language.meaning import Doubt, Part, Unread
from bot.language.tokens import NO_SENSES, Token
from bot.language.vocabulary import Senses
from bot.training.profile import DistanceUnit
from bot.training.time import Weekday

_DAY_DOUBTS = frozenset({Doubt.PATTERN, Doubt.DATE, Doubt.DATE_ORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Weekdays. `habit` says "every"; `week` is 0 for this week's, 1 for next week's, -1 for last week's.

    `either` joins them with "or": one of them, or none of them for a day off. `but` are days that were taken out of
    them: "every day except friday".
    """

    days: tuple[Weekday, ...]
    habit: bool = False
    week: int | None = None
    coming: bool = False
    either: bool = False
    but: tuple[Weekday, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDays:
    """All the days that nothing else was said about; `count` is how many they are said to be ("the other two")."""

    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One calendar day; `named` tells "tomorrow" (False) from "13 September" (True)."""

    date: dt.date
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf:
    """ "This week" (0), "next week" (1), "last week" (-1)."""

    week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A stretch of time from now, in hours; negative is ago. `exact` was said in hours or minutes, not in days.

    `later` counts from what was said before, where that names a time: "run at 6am, lift 5 hours later".
    """

    hours: float
    exact: bool
    later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """Something that could be read in several ways, or in none."""

    unread: Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day as written; `sure` False leaves open whether it is before or after noon.

    `padded` is a time in 24-hour writing ("06:30", "18:00", "6 pm") that cannot mean another hour; `spoken` one in
    words ("half past six"). `until` is where a stretch ends ("18:00-19:00").
    """

    time: dt.time
    until: dt.time | None = None
    sure: bool = True
    padded: bool = True
    spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay:
    """A part of the day; `busy` names it by the work that ends before it ("when I finish work")."""

    part: Part
    busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """Kilometres; `implied` comes from a race's name."""

    km: float
    implied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Minutes."""

    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """Repeats such as 6x800; their length is not the run's. `short` ones are strides behind an easy run."""

    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast, or how often: numbers that say nothing about when or how far. `race` is a race's pace."""

    race: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SameAs:
    """ "The same as" another day; None is the day before it. `time` says that only its time is the same."""

    day: Weekday | None
    time: bool = False


@dataclass(slots=True)
class Word:
    """Any other token: a known word in its meanings, an unknown word, a mark, a line end."""

    token: Token


Value = (
    Days
    | OtherDays
    | Dated
    | WeekOf
    | Ahead
    | Doubtful
    | Clock
    | PartOfDay
    | Distance
    | Duration
    | Repeats
    | Pace
    | SameAs
    | Word
)


def _names_day(value: Value) -> bool:
    if isinstance(value, Doubtful):
        return value.unread.doubt in _DAY_DOUBTS
    return isinstance(value, Days | Dated | OtherDays)


@dataclass(slots=True, init=False)
class Item:
    """A value and the place in the text that it was read from; never changed once it is made.

    It is not frozen because that makes it four times as slow to make, and a long text has thousands.
    """

    value: Value
    start: int
    end: int
    senses: Senses = field(init=False, repr=False, compare=False)
    text: str = field(init=False, repr=False, compare=False)
    """A word or mark as it was written, in lower case; nothing for other values."""
    number: int | None = field(init=False, repr=False, compare=False)
    """A number that stands alone, without a unit."""
    names_day: bool = field(init=False, repr=False, compare=False)
    """Whether it names one or more days, be it in doubt which."""

    def __init__(self, value: Value, start: int, end: int) -> None:
        """Take over what a word is and can mean: it is asked for thousands of times."""
        self.value, self.start, self.end = value, start, end
        if isinstance(value, Word):
            token = value.token
            self.senses, self.text, self.number, self.names_day = token.senses, token.text, token.number, False
        else:
            self.senses, self.text, self.number, self.names_day = NO_SENSES, "", None, _names_day(value)

    def means(self, group: str) -> str | None:
        """Return the key that a word has in a group of the vocabulary; None for other values."""
        return self.senses.get(group)

    def is_word(self, *roles: str) -> bool:
        """Tell whether it is a grammar word in one of these roles."""
        return self.senses.get("word") in roles

    def is_mark(self, marks: str) -> bool:
        """Tell whether it is one of these one-character marks."""
        return self.text != "" and self.text in marks


def line_end(place: int) -> Item:
    """Return the end of a line that nobody wrote."""
    return Item(value=Word(token=Token(text="\n", start=place, end=place)), start=place, end=place)


def no_run(place: int) -> Item:
    """Return the "off" of a day that is only taken out of others."""
    return Item(
        value=Word(token=Token(text="off", start=place, end=place, senses={"kind": "rest"})), start=place, end=place
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reading depends on beside the text.

    `short` allows a two-letter weekday that stands alone, `past` looks back for dates without a year, `dotted` reads
    "29.3" as a date. The scan sets the others by the whole text: `moving` reads "from Sunday to Saturday" as two days
    and not as a stretch, `oclock` "8h30" as a time and not as a length, `early` "5h30" too, `military` "1800" as a
    time, and `day_first` says which number of "4/9" is the day where another date of the text leaves no choice.
    """

    text: str
    today: dt.date
    unit: DistanceUnit = DistanceUnit.KM
    short: bool = False
    past: bool = False
    dotted: bool = False
    moving: bool = False
    oclock: bool = False
    early: bool = False
    military: bool = False
    day_first: bool | None = None


Tokens = Sequence[Token]
Match = tuple[Value, int]
