"""Cards: pictures of a week, a day and the progress, as words and numbers ready to draw.

`bot/chat` words a card, a message carries it as text in the place of a picture's name, and `bot/pictures` draws it.
"""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

# Deferred: what checks a card takes milliseconds to make, and no start needs it.
_STRICT = ConfigDict(extra="forbid", allow_inf_nan=False, defer_build=True)


class Tone(StrEnum):
    """What a verdict looks like: its colour and its mark."""

    YES = "yes"
    LIGHT = "light"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class CardLift:
    """A lift in a day of the week card: when it is, and what it is good for."""

    words: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class DayRow:
    """One day of the week card; a day without runs and lifts says so in `rest`."""

    weekday: str
    date: str
    tone: Tone
    verdict: str
    runs: tuple[str, ...] = ()
    lifts: tuple[CardLift, ...] = ()
    rest: str = ""
    is_today: bool = False
    is_race: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class WeekCard:
    """The next days: one row each, the next race and how far off it is, and a line at the foot.

    `invitation` says what to do first where nothing is known of the week.
    """

    kind: Literal["week"] = "week"
    title: str
    dates: str
    days: tuple[DayRow, ...]
    race: str = ""
    countdown: str = ""
    invitation: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class TodayCard:
    """The answer for a day or a moment: the headline without its emoji, and what stands below it."""

    kind: Literal["today"] = "today"
    tone: Tone
    headline: str
    when: str
    reason: str = ""
    to_do: str = ""
    coming: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ProgressPoint:
    """An estimated one-repetition maximum: the day (local) and the weight in the card's unit."""

    date: dt.date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class WeekVolume:
    """What was lifted in the week that starts on a day (local), in the card's unit, heavy and light apart."""

    start: dt.date
    heavy: float
    light: float


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ProgressCard:
    """Estimated one-repetition maximum over time with its uncertainty, and volume per week.

    `share` is how far off an estimate can be, as a share of it. `first_day` and `last_day` name the ends of the time
    that is shown; `volume_title`, `heavy_label` and `light_label` say what the bars are; `facts` are a few short
    strings, the main one first; `empty` stands in place of a chart that has no points.
    """

    kind: Literal["progress"] = "progress"
    title: str
    unit: str
    points: tuple[ProgressPoint, ...] = ()
    share: float = 0.05
    first_day: str = ""
    last_day: str = ""
    weeks: tuple[WeekVolume, ...] = ()
    volume_title: str = ""
    heavy_label: str = ""
    light_label: str = ""
    facts: tuple[str, ...] = ()
    empty: str = ""


Card = WeekCard | TodayCard | ProgressCard


_CARDS: TypeAdapter[Card] = TypeAdapter(
    Annotated[Card, Field(discriminator="kind")], config=ConfigDict(defer_build=True)
)


def encode(card: Card) -> str:
    """Return a card as text (JSON); equal cards give the same text."""
    return _CARDS.dump_json(card).decode()


def decode(text: str) -> Card:
    """Read a card back; any other text raises ValueError."""
    return _CARDS.validate_json(text)


def is_card(name: str) -> bool:
    """Tell a card from the name of a drawing."""
    return name.startswith("{")
