"""What the bot knows from its content, as the use cases need it."""

from dataclasses import dataclass

from bot.guidance.thresholds import Thresholds
from bot.language.safety import SafetyLexicon
from bot.language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Numbers, words and red flags. `rule_set` names rules and numbers together and is stored with every verdict."""

    thresholds: Thresholds
    vocabulary: Vocabulary
    safety: SafetyLexicon
    rule_set: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere a runner may live. `exact` is false when the name was only nearly right."""

    label: str
    zone: str
    exact: bool = True
