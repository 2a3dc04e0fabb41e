"""The phrases that say something about the body, as a clinician edits them, made ready for reading."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.language.alarm import Alarm
from bot.language.phrasebook import Groups, Phrasebook
from bot.language.phrases import Phrase, PhraseList, parse_run
from bot.training.body import FlagLevel

DEFAULT_WINDOW = 6


class Group(StrEnum):
    """The lists of words that the reader itself needs; the file may hold any number of others."""

    FILLER = "filler"
    SITE = "site"
    TOWARDS = "towards"
    LOW_BACK = "low_back"
    SELF = "self"
    OTHER = "other"
    SUBJECT = "subject"
    NO_SUBJECT = "no_subject"
    SURROUNDINGS = "surroundings"
    NOBODY = "nobody"
    THEY_THEM = "they_them"
    PLURAL_PART = "plural_part"
    POINTING = "pointing"
    CREATURE = "creature"
    FICTION = "fiction"
    YEARS = "years"
    LONG_AGO = "long_ago"
    REPORTER = "reporter"
    NEGATOR = "negator"
    DENIAL = "denial"
    MODIFIER = "modifier"
    BREAKER = "breaker"
    LIST_END = "list_end"
    OLD = "old"
    PERIOD = "period_of_year"
    PAST = "past"
    AHEAD = "ahead"
    CURRENT = "current"
    DATING = "dating"
    CLAUSE_START = "clause_start"
    CONCERNING = "concerning"
    PAIN_WORD = "pain_word"
    RATED_SITE = "rated_site"
    PRAISE = "praise"
    LEVEL_WORD = "level_word"
    EFFORT_WORD = "effort_word"
    UNIT = "unit"
    OUT_OF_TEN = "out_of_ten"
    STABLE = "stable"
    LINK = "link"
    QUESTION = "question"
    UNSURE = "unsure"
    CONDITION = "condition"
    SPEAKER = "speaker"
    SYMPTOM = "symptom"
    SUPPOSES = "supposes"
    FEARS = "fears"
    MAY_THEN = "may_then"


class Said(StrEnum):
    """The lists of phrases that the reader itself needs, beside the red flags."""

    NEAR_MISS = "near_miss"
    GOING_BACK = "going_back"
    THE_BACK = "the_back"
    NOT_THE_BACK = "not_the_back"
    NOT_A_NEGATION = "not_a_negation"
    UNTIL_NOW = "until_now"
    NOT_UNTIL_NOW = "not_until_now"
    NOT_CURRENT = "not_current"
    HYPOTHETICAL = "hypothetical"
    PREVENTION = "prevention"
    SELF_EVIDENCE = "self_evidence"
    IS_ME = "is_me"
    CURIOUS = "curious"
    HEALED = "healed"
    PAIN = "pain"
    FEARED = "feared"
    PAIN_NEAR_MISS = "pain_near_miss"
    UNCLEAR = "unclear"
    URGENT = "urgent"
    OVER = "over"
    MASKED = "masked"
    NOT_PAIN = "not_pain"
    CLEARED = "cleared"
    NOT_CLEARED = "not_cleared"
    FINE = "fine"
    NOT_FINE = "not_fine"
    WITHDRAWN = "withdrawn"
    PAIN_GONE = "pain_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagPhrases:
    """A red flag as it is written: any of `phrases` raises it, except on words that `unless` takes up.

    Words that `asked` takes up only raise a question, as long as none of `certain` is said anywhere.
    `window` is the number of other words allowed between the things that + joins.
    """

    key: str
    level: FlagLevel
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()
    window: int = DEFAULT_WINDOW


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyPhrases:
    """The content file as it is written (content/en/safety.toml; the notation is explained in `phrases`).

    `words` holds named lists, `phrases` what is said beside red flags, `ordinary` words that are never typing mistakes,
    `short` the words of four letters that are recognised with one.
    """

    words: Mapping[str, tuple[str, ...]]
    phrases: Mapping[Said, tuple[str, ...]]
    flags: tuple[FlagPhrases, ...]
    ordinary: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A red flag, ready for reading."""

    key: str
    level: FlagLevel
    phrases: PhraseList
    unless: PhraseList
    asked: PhraseList
    certain: PhraseList
    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyLexicon:
    """Everything that `read_safety` knows.

    `raised_by` says which red flags a phrase is one of, by key; `alarm` hears what no phrase says, where there is one.
    """

    book: Phrasebook
    said: Mapping[Said, PhraseList]
    flags: tuple[Flag, ...]
    raised_by: Mapping[str, frozenset[str]]
    alarm: Alarm | None = None

    @classmethod
    def build(cls, phrases: SafetyPhrases) -> "SafetyLexicon":
        """Make the phrases ready for reading.

        ValueError names what is wrong: a phrase that cannot be read, a list that is unknown, missing, empty or made of
        itself, two red flags of one name, one without phrases.
        """
        _check_complete(phrases)
        groups = {name: tuple(parse_run(run) for run in runs) for name, runs in phrases.words.items()}
        said = {Said(name): PhraseList.parse(many) for name, many in phrases.phrases.items()}
        flags = tuple(_flag(flag) for flag in phrases.flags)
        all_phrases = tuple(_all_phrases(said, flags))
        _check_groups(groups, all_phrases)
        book = Phrasebook.build(groups=groups, phrases=all_phrases, ordinary=phrases.ordinary, short=phrases.short)
        return cls(book=book, said=said, flags=flags, raised_by=_raised_by(flags))


def _flag(flag: FlagPhrases) -> Flag:
    return Flag(
        key=flag.key,
        level=flag.level,
        phrases=PhraseList.parse(flag.phrases),
        unless=PhraseList.parse(flag.unless),
        asked=PhraseList.parse(flag.asked),
        certain=PhraseList.parse(flag.certain),
        window=flag.window,
    )


def _raised_by(flags: Iterable[Flag]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for flag in flags:
        for phrase in flag.phrases:
            found.setdefault(phrase.text, set()).add(flag.key)
    return {text: frozenset(keys) for text, keys in found.items()}


def _all_phrases(said: Mapping[Said, PhraseList], flags: Iterable[Flag]) -> Iterator[Phrase]:
    for phrases in said.values():
        yield from phrases
    for flag in flags:
        yield from (*flag.phrases, *flag.unless, *flag.asked, *flag.certain)


def _check_complete(phrases: SafetyPhrases) -> None:
    if missing := [name for name in Group if not phrases.words.get(name)]:
        raise ValueError(f"words: these lists are missing or empty: {', '.join(missing)}")
    if missing_said := [name for name in Said if not phrases.phrases.get(name)]:
        raise ValueError(f"phrases: these lists are missing or empty: {', '.join(missing_said)}")
    keys = [flag.key for flag in phrases.flags]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise ValueError(f"flags: two are called {', '.join(twice)}")
    for flag in phrases.flags:
        if not flag.phrases or flag.window < 0:
            raise ValueError(f"flags {flag.key}: needs phrases, and a window of 0 or more")


def _check_groups(groups: Groups, phrases: Iterable[Phrase]) -> None:
    runs = (*(run for many in groups.values() for run in many), *(run for phrase in phrases for run in phrase.runs))
    if unknown := sorted({piece.group for run in runs for piece in run if piece.group} - set(groups)):
        raise ValueError(f"words: no list is called {', '.join(unknown)}")
    done: set[str] = set()
    for name in groups:
        _check_circle(name, groups, done, path=())


def _check_circle(name: str, groups: Groups, done: set[str], *, path: tuple[str, ...]) -> None:
    if name in path:
        raise ValueError(f"words: {name} is made of itself ({' > '.join((*path, name))})")
    if name in done:
        return
    for run in groups[name]:
        for piece in run:
            if piece.group:
                _check_circle(piece.group, groups, done, path=(*path, name))
    done.add(name)
