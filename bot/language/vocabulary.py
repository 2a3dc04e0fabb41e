"""The words that the readers know, as a coach edits them: groups of keys, each with the ways to say it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.lift_questions import LiftQuestions
from bot.language.meaning import Part
from bot.language.rewordings import Rewordings
from bot.language.sentences import Sentences
from bot.language.text import normalise
from bot.training.health import HealthTopic
from bot.training.lifts import Exercise
from bot.training.runs import RunKind
from bot.training.time import Weekday

Groups = Mapping[str, Mapping[str, Sequence[str]]]
Senses = Mapping[str, str]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What a clinician forbade is told in sentences of its own.
_CONDITIONS = frozenset({topic for topic in HealthTopic if not (topic.is_age or topic.is_clinicians_no)})
_WEEKDAYS = frozenset(day.key for day in Weekday)

# What each group may hold; None leaves the keys to the content (numbers, lists of days).
GROUPS: Mapping[str, frozenset[str] | None] = {
    "weekday": _WEEKDAYS,
    "weekday_habit": _WEEKDAYS,
    "weekday_short": _WEEKDAYS,
    "weekday_letter": _WEEKDAYS,
    "days": None,
    "near_day": None,
    "month": frozenset(MONTHS),
    "part": frozenset(Part),
    "half": frozenset({"am", "pm"}),
    "number": None,
    "ordinal": None,
    "kind": frozenset(RunKind),
    "loose_kind": frozenset({"word"}),
    "kind_letter": frozenset({*RunKind, "gym"}),
    "race_distance": None,
    "run_part": frozenset({"ends", "strides", "recovery", "with", "total", "hilly", "long", "descent", "climb"}),
    "not_run": frozenset({"training", "ride"}),
    "distance": frozenset({"km", "mi", "m"}),
    "duration": frozenset({"h", "min", "s"}),
    "span": frozenset({"hour", "day", "week", "month", "year"}),
    "mass": frozenset({"kg", "lb"}),
    "exercise": frozenset(Exercise),
    "lift": frozenset({"now", "past", "again"}),
    "lift_verb": frozenset({"word"}),
    "lift_word": frozenset(
        {
            *("sets", "reps", "rpe", "rir", "felt", "heavy", "light", "warm_up"),
            *("single", "double", "triple", "bar", "plates"),
        }
    ),
    "action": frozenset(
        {"skip", "missed", "done", "move", "swap", "instead", "instead_of", "mine", "remind", "fix", "for_good"}
    ),
    "ask": frozenset({"may", "when", "open", "what", "amount", "form"}),
    "talk": frozenset({"greeting", "thanks", "cancel", "undo", "help", "yes", "no", "override", "fine", "settled"}),
    "unsure": frozenset({"word", "others", "onlooker", "past"}),
    "body": frozenset({"sore", "not_sore", "above", "spent"}),
    "state": frozenset(
        {
            "sleep",
            "no_sleep",
            "bad_night",
            "awake",
            "ill",
            "cold",
            "fever",
            "temperature",
            "well",
            "travel",
            "zones",
            "hot_gym",
            "hot_room",
            "heat",
            "hot",
            "heat_illness",
        }
    ),
    "state_word": frozenset(
        {
            *("ill", "well", "travel", "zones", "gym", "cold", "fever", "journey", "open_air"),
            *("degrees", "celsius", "fahrenheit", "not_now", "habit", "others", "no_more"),
        }
    ),
    "felt": frozenset({"worse", "planned"}),
    "setting": frozenset({"place", "lifting", "running", "new_to_lifting", "new_to_running"}),
    "pausing": frozenset({"pause", "resume"}),
    "progress": frozenset({"asks", "names", "bests"}),
    "gym": frozenset({"log", "begin", "session", "warm_up", "planned", "delete", "change"}),
    "equipment": frozenset({"barbell", "trapbar", "kettlebell", "rack", "plates", "blocks", "dumbbells"}),
    "health": _CONDITIONS | {"heat"},
    "condition": frozenset({"other"}),
    "health_named": _CONDITIONS,
    "health_word": frozenset({"age", "cleared", "over", "ended", "mine", "long_ago", "family"}),
    "word": frozenset(
        {
            *(
                "after",
                "again",
                "ago",
                "all_days_but",
                "and",
                "around",
                "at",
                "auto",
                "after_weekend",
                "before",
                "clause",
                "day",
                "every",
            ),
            *("from_now", "half", "in", "it", "ish", "last", "midnight", "new", "next", "no", "oclock", "of", "off"),
            *(
                "on",
                "or",
                "other_days",
                "pace",
                "past",
                "pattern",
                "pattern_of",
                "per",
                "quarter",
                "run_day",
                "same_day",
                "since",
                "this",
            ),
            *("times", "to", "until", "week_on", "weekly", "x"),
        }
    ),
    "filler": frozenset({"word"}),
    "plain": frozenset({"word"}),
}

REPORTING = frozenset(
    {
        "state",
        "state_word",
        "felt",
        "health",
        "health_named",
        "health_word",
        "setting",
        "equipment",
        "pausing",
        "progress",
        "gym",
    }
)
"""Groups that only the readers of reports look at; in every other reading such a word is what it was without them."""

_SHORTEST_GUESS = 5
_LONG_WORD = 8
_SHORT_WORDS = range(3, _SHORTEST_GUESS)
# A letter three times or more is one that is drawn out: "looong", "eeeasy".
_HELD = re.compile(r"(.)\1{2,}")
_TWICE = re.compile(r"(.)\1")
GUESSED = ("weekday", "weekday_habit", "near_day", "part", "kind", "run_part", "exercise", "lift")
"""Groups whose words are worth guessing where they are misspelt; every other word must match exactly."""

_TURNED = ("weekday", "kind")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """What every known word and phrase can mean; one is equal to itself alone.

    `senses` maps a lower-case phrase to the key it has in each group, `longest` a first word to the number of words
    of its longest phrase; `openings` are the words that longer phrases begin with. `guessable` maps a first letter to
    the long words that a typing mistake may stand for, `turned` a short word's letters to it. `rewordings` are the
    rules by which a message is put in these words, `sentences` what is known as the whole of one.
    `lift_questions` tells messages that ask whether to lift from others; `link_weights` link days with their runs,
    `moment_weights` choose the day and the time that a question asks about.
    """

    senses: Mapping[str, Senses]
    longest: Mapping[str, int]
    openings: frozenset[str]
    guessable: Mapping[str, tuple[str, ...]]
    turned: Mapping[str, str]
    rewordings: Rewordings = field(default_factory=Rewordings)
    sentences: Sentences = field(default_factory=Sentences)
    lift_questions: LiftQuestions = field(default_factory=LiftQuestions)
    link_weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    moment_weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @classmethod
    def build(cls, groups: Groups, rewordings: Rewordings | None = None) -> "Vocabulary":
        """Build the vocabulary from its content file; without rewordings every message is read as it is written.

        ValueError names the group and word at fault: an unknown or missing group, an unknown key, a word that is not
        in plain lower-case spelling, or one that two keys of a group claim.
        """
        _check_groups(groups)
        senses: dict[str, dict[str, str]] = {}
        for group, key, word in _entries(groups):
            if group in senses.setdefault(word, {}):
                raise ValueError(f"vocabulary group {group}: {word!r} is claimed twice")
            senses[word][group] = key
        return cls(
            senses=senses,
            longest=_longest(senses),
            openings=_openings(senses),
            guessable=_guessable(senses),
            turned=_turned(senses),
            rewordings=rewordings or Rewordings(),
        )

    def meaning(self, phrase: str) -> Senses | None:
        """Return what a lower-case phrase can mean, also in the possessive ("today's"), or None."""
        return self.senses.get(phrase) or self.senses.get(phrase.removesuffix("'s"))

    def guess(self, word: str) -> Senses | None:
        """Return what a misspelt word probably means: same first letter, one slip, or two in a long word.

        A letter that is held down ("looong") is one slip; of a short word only the order of the letters is ("snu").
        """
        plain = _HELD.sub(r"\1", word)
        if plain != word and (known := self.senses.get(plain)) and any(group in known for group in GUESSED):
            return known
        if len(word) < _SHORTEST_GUESS:
            return self.senses.get(self.turned.get(_letters(word), ""))
        single = _TWICE.sub(r"\1", word)
        if single != word and _letters(single) in self.turned and single in self.senses:
            return self.senses[single]
        slips = 2 if len(word) >= _LONG_WORD else 1
        found = process.extractOne(word, self.guessable.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips)
        return None if found is None else self.senses[found[0]]


def _check_groups(groups: Groups) -> None:
    if wrong := set(groups) ^ set(GROUPS):
        raise ValueError(f"vocabulary groups unknown or missing: {', '.join(sorted(wrong))}")
    for group, keys in groups.items():
        known = GROUPS[group]
        if known is not None and (unknown := set(keys) - known):
            raise ValueError(f"vocabulary group {group}: unknown keys {', '.join(sorted(unknown))}")
    _check_numbers(groups)
    _check_days(groups)


def _check_numbers(groups: Groups) -> None:
    for group in ("number", "ordinal", "near_day", "race_distance"):
        for key in groups[group]:
            if not key.removeprefix("-").replace(".", "", 1).isdecimal():
                raise ValueError(f"vocabulary group {group}: {key!r} is no number")


def _check_days(groups: Groups) -> None:
    for key in groups["days"]:
        if not key or set(key.split()) - _WEEKDAYS:
            raise ValueError(f"vocabulary group days: {key!r} is no list of weekdays")


def _entries(groups: Groups) -> Iterator[tuple[str, str, str]]:
    for group, keys in groups.items():
        for key, words in keys.items():
            for word in words:
                if not word or "-" in word or word != " ".join(normalise(word).lower().split()):
                    raise ValueError(f"vocabulary group {group}: {word!r} is not in plain lower-case spelling")
                yield group, key, word


def _longest(phrases: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _openings(phrases: Iterable[str]) -> frozenset[str]:
    words = (phrase.split(" ") for phrase in phrases)
    return frozenset(" ".join(phrase[:end]) for phrase in words for end in range(1, len(phrase)))


def _guessable(senses: Mapping[str, Senses]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word, meaning in senses.items():
        if len(word) >= _SHORTEST_GUESS and " " not in word and any(group in meaning for group in GUESSED):
            found.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in found.items()}


def _turned(senses: Mapping[str, Senses]) -> dict[str, str]:
    short = (word for word in senses if len(word) in _SHORT_WORDS and word.isalpha())
    return {_letters(word): word for word in short if any(group in senses[word] for group in _TURNED)}


def _letters(word: str) -> str:
    """Return the first letter and the others in the order of the alphabet: the same for "long" and "lnog"."""
    return word[:1] + "".join(sorted(word[1:]))
