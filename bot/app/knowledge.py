"""What the bot knows from its content, as the use cases need it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.app.guide import Finder, FormGuide, Paper
from bot.guidance.thresholds import Thresholds
from bot.guidance.warmup import WarmUpKind
from bot.language.own_training import OwnTraining
from bot.language.safety import SafetyLexicon
from bot.language.vocabulary import Vocabulary
from bot.training.exports import Titles


# Whoever prints one would write megabytes; asyncio does, at every signal handler that is set while a task holds it.
@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Knowledge:
    """Numbers, words, red flags, the form guide with the search over it, the time zones there are.

    `titles` are what strength apps call the exercises of the log, as `plain_title` gives them.

    `rule_set` names rules and numbers together and is stored with every verdict. `warm_up_steps` is how many steps each
    warm-up has before its ramp.
    """

    thresholds: Thresholds
    vocabulary: Vocabulary
    safety: SafetyLexicon
    own_training: OwnTraining
    guide: FormGuide
    finder: Finder
    zones: frozenset[str]
    titles: Titles
    rule_set: str
    warm_up_steps: Mapping[WarmUpKind, int]

    def prepare(self, rest: Callable[[], None]) -> None:
        """Make ready what takes seconds; `rest` is called often, and lets others have the processor for a moment.

        The first message or question waits for it otherwise.
        """
        if self.safety.alarm is not None:
            self.safety.alarm.prepare()
        rest()
        self.own_training.prepare()
        rest()
        self.vocabulary.lift_questions.prepare(rest)
        self.finder.prepare(rest)

    def is_zone(self, name: str) -> bool:
        """Tell whether a time zone exists."""
        return name in self.zones


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere a runner may live. `exact` is false when the name was only nearly right.

    `people` is how many live there: a small place is hardly meant by a word that is also any other.
    """

    label: str
    zone: str
    exact: bool = True
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepText:
    """A step of a warm-up: its name, short enough for a button, and what to do."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Texts:
    """All sentences of one language; `rules` by code, then "title" or a variant; `guides` are titles by claim.

    `research` are the papers behind each rule that has any, by its code.
    """

    messages: Mapping[str, str]
    rules: Mapping[str, Mapping[str, str]]
    warmups: Mapping[WarmUpKind, tuple[StepText, ...]]
    guides: Mapping[str, str]
    research: Mapping[str, tuple[Paper, ...]]
