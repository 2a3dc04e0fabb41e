"""The form guide as the use cases see it: topics, what no guide covers, what is refused, and the search over it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A study: how it is cited, and what it found, in one line."""

    cite: str
    found: str


class TopicKind(StrEnum):
    """What a topic is about; SCHEDULE is answered with the runner's own week as well."""

    SCHEDULE = "schedule"
    RUNNING_AFTER = "running-after"
    FORM = "form"
    PRESCRIPTION = "prescription"
    BENEFIT = "benefit"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAnswer:
    """What a topic says: one to three lines of cue, the mistake, what to try, when to stop, where the guides differ."""

    cue: tuple[str, ...]
    mistake: str
    try_: str
    stop: str
    differ: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of the form guide. `asks` are ways of asking for it; `drawing` names a picture of bot/pictures.

    `far_ahead` says of one about when to lift that it is about weeks or months, to which today's verdict adds nothing.
    """

    slug: str
    kind: TopicKind
    title: str
    names: tuple[str, ...]
    asks: tuple[str, ...]
    answer: TopicAnswer
    claims: tuple[str, ...]
    papers: tuple[Paper, ...]
    related: tuple[str, ...]
    drawing: str | None = None
    far_ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCovered:
    """Something about lifting that no guide covers, and the topics that come nearest."""

    title: str
    asks: tuple[str, ...]
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something the bot does not talk about: one kind line, and ways in which it is asked for."""

    line: str
    asks: tuple[str, ...]


class Request(StrEnum):
    """What people want of the bot itself, in their own words instead of a command's; content/ holds the words."""

    WEEK = "week"
    SCHEDULE = "schedule"
    NEXT_LIFT = "next_lift"
    VERDICT = "verdict"
    LAST_LIFTS = "last_lifts"
    RACES = "races"
    SETTINGS = "settings"
    REMINDERS = "reminders"
    HOW_WEEK = "how_week"
    HOW_LOG = "how_log"
    HOW_LIFTS = "how_lifts"
    HELP = "help"
    EXPORT = "export"
    DELETE = "delete"
    PRIVACY = "privacy"
    ABOUT = "about"
    LANGUAGE = "language"
    SOURCES = "sources"
    EXPLAIN = "explain"
    WRONG = "wrong"
    OKAY = "okay"
    BYE = "bye"
    FRESH = "fresh"
    TIRED = "tired"
    LEAVING = "leaving"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Ways in which a request is made."""

    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormGuide:
    """All of the guide in one language, by slug and key, in the order of the files' names."""

    topics: Mapping[str, Topic]
    not_covered: Mapping[str, NotCovered]
    refusals: Mapping[str, Refusal]
    requests: Mapping[Request, Asked]

    def of_kind(self, kind: TopicKind) -> tuple[Topic, ...]:
        """Return the topics of a kind, by title."""
        return tuple(sorted((one for one in self.topics.values() if one.kind is kind), key=lambda one: one.title))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a text is about: one topic, something no guide covers or that is refused, or a request to the bot itself.

    At most one of them is there.

    None of them is "I do not know". `nearest` are the likeliest topics then, best first. `ahead` is how much surer the
    search is of what it found than of any other topic about when to lift; `sure` says that it would be found as well in
    a text that asks nothing.
    """

    topic: str | None = None
    not_covered: str | None = None
    refusal: str | None = None
    request: Request | None = None
    nearest: tuple[str, ...] = ()
    ahead: float = 0.0
    sure: bool = False

    @property
    def is_known(self) -> bool:
        """Tell whether it is any of them."""
        return any((self.topic, self.not_covered, self.refusal, self.request))


class Finder(Protocol):
    """The search over the guide."""

    def prepare(self, rest: Callable[[], None]) -> None:
        """Make ready for questions, which takes seconds, with many a `rest`; the first one waits for it otherwise."""

    def find(self, text: str, *, asked: bool = True) -> Found:
        """Return what a question is about; a text that asks nothing has to be far surer of it. No text raises."""
