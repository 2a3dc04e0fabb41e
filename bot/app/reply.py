"""What a use case answers: marks, messages with their facts, buttons. How it looks is decided in `bot/chat`."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.app.guide import Topic
from bot.guidance.answer import Answer
from bot.guidance.prescription import Prescription
from bot.guidance.progress import Progress
from bot.guidance.running import RunAdvice
from bot.guidance.verdict import Finding
from bot.guidance.warmup import WarmUpKind
from bot.guidance.week import Week
from bot.language.meaning import Unread
from bot.training.lifts import Exercise, FixedLift, Lift, LiftSet
from bot.training.runs import DatedRun, Race, Run, RunSpec, WeeklyPattern
from bot.training.time import Weekday


class Mark(StrEnum):
    """How a message begins, so that people and scripts can tell what happened (conversation.md, 'Answers')."""

    STORED = "📌"
    ASKS = "❓"
    UNABLE = "🤷"
    REFUSED = "⚠️"
    KNOWLEDGE = "📖"
    REMINDER = "⏰"
    WARMUP = "🔥"
    STOP = "🩺"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A sentence of the content: its key, and the names of the facts that it may mention."""

    key: str
    facts: frozenset[str] = frozenset()


def message(key: str, *facts: str) -> Message:
    """Declare a message of content/<language>/messages.toml."""
    return Message(key=key, facts=frozenset(facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Km:
    """A distance to be shown in the runner's unit."""

    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kg:
    """A weight to be shown in the runner's unit."""

    kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Countdown:
    """An instant to which the reader's own app counts down, where it can; its clock time elsewhere."""

    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Plates:
    """Plates in kilograms, heaviest first, to be listed in the runner's unit."""

    kg: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmUpStep:
    """A step of a warm-up by its place, from 0 on: its name, or in full what to do."""

    kind: WarmUpKind
    place: int
    in_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message with its facts, filled in when it is rendered."""

    message: Message
    facts: Mapping[str, "Fact"] = field(default_factory=dict)


Fact = (
    str
    | int
    | float
    | dt.date
    | dt.datetime
    | dt.time
    | Km
    | Kg
    | Countdown
    | Plates
    | WarmUpStep
    | Exercise
    | Weekday
    | Run
    | RunSpec
    | Race
    | Lift
    | LiftSet
    | FixedLift
    | DatedRun
    | WeeklyPattern
    | Finding
    | Line
    | tuple["Fact", ...]
)


def say(message: Message, **facts: Fact) -> Line:
    """Fill a message; a fact that the message does not declare is a mistake in the code and raises ValueError."""
    if unknown := facts.keys() - message.facts:
        raise ValueError(f"message {message.key} does not declare {sorted(unknown)}")
    return Line(message=message, facts=facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What a button does: the name of an action and its arguments, none of which may hold a colon."""

    name: str
    args: tuple[str, ...] = ()

    def encode(self) -> str:
        """Return the action as it travels in callback data."""
        return ":".join((self.name, *self.args))

    @staticmethod
    def decode(data: str) -> "Action":
        """Read an action back; any text gives an action, possibly one that nobody knows."""
        name, *args = data.split(":")
        return Action(name=name, args=tuple(args))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateChat:
    """Opens the private chat with the bot, at the place that a deep link (`start`) names."""

    start: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Lets the person choose a chat, and offers there what the bot answers inline to `query`."""

    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button: its label and what it does."""

    label: Line
    action: Action | PrivateChat | Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file for the person."""

    name: str
    content: bytes


Rows = tuple[tuple[Button, ...], ...]
"""The buttons under a message, row by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One message to the person.

    A verdict's headline and reasons come from `answer`, before the lines; `explains` lists every reason of one instead,
    `prescribes` the work, `week` the days, `progress` what the log says, `run_advice` what may be run and `topic` a
    page of the form guide, after them; `notes` stand last. `pictured` puts a card with the same facts above the text.
    `in_place` edits the message whose button was pressed instead of sending another one. `alert` is shown on top of the
    chat for a moment and not kept. `doubts` is what a question asks about.
    """

    mark: Mark | None = None
    lines: tuple[Line, ...] = ()
    answer: Answer | None = None
    explains: Answer | None = None
    prescribes: Prescription | None = None
    week: Week | None = None
    progress: Progress | None = None
    run_advice: RunAdvice | None = None
    topic: Topic | None = None
    notes: tuple[Line, ...] = ()
    buttons: Rows = ()
    document: Document | None = None
    in_place: bool = False
    pictured: bool = False
    alert: bool = False
    doubts: tuple[Unread, ...] = ()


Replies = tuple[Reply, ...]
