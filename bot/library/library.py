"""Everything that content/ holds, read and checked once, when the bot starts."""

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar
from zoneinfo import available_timezones

from bot.app.guide import Paper
from bot.app.knowledge import Knowledge, Texts
from bot.guidance.prescription import DOSE_CLAIMS, DoseName
from bot.guidance.rules import RULES
from bot.guidance.thresholds import Doses, Thresholds
from bot.guidance.verdict import RULE_SET
from bot.language.alarm import Alarm
from bot.language.alternatives import spelled_out
from bot.language.lift_questions import LiftQuestions, classes_of
from bot.language.own_training import OwnTraining
from bot.language.rewordings import RewordingFile, Rewordings
from bot.language.safety import SafetyLexicon, SafetyPhrases
from bot.language.sentences import SentenceFile, Sentences
from bot.language.vocabulary import GUESSED, Vocabulary
from bot.language.wording import FACTS
from bot.library.files import ContentError, as_type, read_sentences, read_toml, read_weights
from bot.library.guide import load_guide
from bot.library.search import Search
from bot.library.texts import load_texts
from bot.training.exports import Titles, plain_title
from bot.training.lifts import Exercise

LANGUAGE = "en"
T = TypeVar("T")
CLAIM_COLUMNS = ("id", "article", "claim", "kind", "use")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What the bot knows and how it says it."""

    knowledge: Knowledge
    texts: Texts


def load_library(folder: Path) -> Library:
    """Read content/; raises ContentError with file, key and reason for the first thing that is wrong."""
    guides = _guides(folder)
    for reader, claims in _cited():
        for claim in claims:
            if claim not in guides:
                raise ContentError(folder / "claims.csv", claim, f"{reader} needs this claim")
    thresholds = load_thresholds(folder / "thresholds.toml")
    papers = as_type(folder / "papers.toml", read_toml(folder / "papers.toml"), dict[str, Paper])
    guide = load_guide(folder / LANGUAGE, claims=guides, papers=papers)
    words = folder / LANGUAGE / "synonyms.toml"
    synonyms = as_type(words, read_toml(words), dict[str, list[str]])
    texts = load_texts(folder / LANGUAGE, guides=guides, papers=papers)
    knowledge = Knowledge(
        thresholds=thresholds,
        vocabulary=load_vocabulary(folder / LANGUAGE),
        safety=load_safety(folder / LANGUAGE / "safety.toml"),
        own_training=load_own_training(folder / LANGUAGE),
        guide=guide,
        finder=Search(guide, synonyms),
        zones=frozenset(available_timezones()),
        titles=load_titles(folder / LANGUAGE / "exercise_titles.toml"),
        rule_set=f"{RULE_SET}-{_digest(thresholds)}",
        warm_up_steps={kind: len(steps) for kind, steps in texts.warmups.items()},
    )
    return Library(knowledge=knowledge, texts=texts)


def load_thresholds(file: Path) -> Thresholds:
    """Read and check the numbers."""
    data = read_toml(file)
    for key in _negative(data):
        raise ContentError(file, key, "a threshold is never negative")
    thresholds = as_type(file, data, Thresholds)
    for key, reason in _contradictions(thresholds):
        raise ContentError(file, key, reason)
    return thresholds


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read and check the words that the readers know, how a message is put in them, and what is known as a whole."""
    words, rules, wholes = (folder / f"{name}.toml" for name in ("vocabulary", "rewordings", "sentences"))
    written = as_type(words, read_toml(words), dict[str, dict[str, list[str]]])
    groups = _built(words, lambda: spelled_out(written))
    vocabulary = _built(words, lambda: Vocabulary.build(groups))
    rewordings = as_type(rules, read_toml(rules), RewordingFile)
    sentences = as_type(wholes, read_toml(wholes), SentenceFile)
    return replace(
        vocabulary,
        rewordings=_built(rules, lambda: Rewordings.build(rewordings, groups, guessed=GUESSED, facts=FACTS)),
        sentences=_built(wholes, lambda: Sentences.build(sentences, groups, guessed=GUESSED)),
        lift_questions=load_lift_questions(folder, classes_of(vocabulary.senses)),
        link_weights=read_weights(folder / "week_links.txt"),
        moment_weights=read_weights(folder / "moment_links.txt"),
    )


def _built(file: Path, build: Callable[[], T]) -> T:
    try:
        return build()
    except ValueError as wrong:
        raise ContentError(file, "-", str(wrong)) from None


def load_safety(file: Path) -> SafetyLexicon:
    """Read and check the phrases of red flags and pain, and the sentences from which the alarm is learnt."""
    phrases = as_type(file, read_toml(file), SafetyPhrases)
    alarm = Alarm(read_sentences(file.with_name("alarming.txt")), read_sentences(file.with_name("harmless.txt")))
    return replace(_built(file, lambda: SafetyLexicon.build(phrases)), alarm=alarm)


def load_lift_questions(folder: Path, classes: Mapping[str, str]) -> LiftQuestions:
    """Read the messages from which it is learnt which ask whether or when to lift."""
    others = (read_sentences(folder / name) for name in ("not_asked.txt", "own.txt", "elsewhere.txt"))
    return LiftQuestions(read_sentences(folder / "asked.txt"), [text for sort in others for text in sort], classes)


def load_own_training(folder: Path) -> OwnTraining:
    """Read the messages from which it is learnt what tells nothing of the sender's own training."""
    return OwnTraining(read_sentences(folder / "elsewhere.txt"), read_sentences(folder / "own.txt"))


def load_titles(file: Path) -> Titles:
    """Read and check what strength apps call the exercises of the log."""
    titles: dict[str, Exercise] = {}
    for exercise, names in as_type(file, read_toml(file), dict[Exercise, list[str]]).items():
        for name in map(plain_title, names):
            if titles.setdefault(name, exercise) is not exercise:
                raise ContentError(file, exercise.value, f"{name!r} stands under {titles[name].value} too")
    return titles


def _negative(data: object, path: str = "") -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield from _negative(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _negative(value, f"{path}.{number}")
    elif isinstance(data, (int, float)) and data < 0:
        yield path


def _contradictions(t: Thresholds) -> Iterator[tuple[str, str]]:
    lengths = [row.up_to_km for row in t.races.table]
    if not lengths or lengths[-1] is not None or None in lengths[:-1]:
        yield "races.table", "the last row, and only that, has no up_to_km"
    known = [km for km in lengths if km is not None]
    if known != sorted(known):
        yield "races.table", "rows go from the shortest race to the longest"
    if any(row.no_before > row.light_before or row.no_after > row.light_after for row in t.races.table):
        yield "races.table", "LIGHT days reach farther from the race than NO days"
    if t.sore.light_level >= t.sore.no_level:
        yield "sore.light_level", "must be below no_level"
    if t.day.first >= t.day.last:
        yield "day.first", "must be before last"
    if t.day.step_min == 0:
        yield "day.step_min", "must be at least 1"
    if t.novice.very_new_weeks >= t.novice.new_weeks:
        yield "novice.very_new_weeks", "must be below new_weeks"
    yield from _reversed(t.doses)


def _reversed(doses: Doses) -> Iterator[tuple[str, str]]:
    for dose in DoseName:
        for name, (lowest, highest) in asdict(getattr(doses, dose.value)).items():
            if lowest > highest:
                yield f"doses.{dose.value}.{name}", "the lowest comes first"


def _cited() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield who cites which claims."""
    yield from ((f"rule {rule.code}", rule.claims) for rule in RULES)
    yield from ((f"dose {dose}", claims) for dose, claims in DOSE_CLAIMS.items())


def _guides(folder: Path) -> Mapping[str, str]:
    """Return the title of the guide behind each claim."""
    file = folder / "guides.toml"
    titles = as_type(file, read_toml(file), dict[str, str])
    guides = {}
    for row in _claims(folder / "claims.csv"):
        if row["article"] not in titles:
            raise ContentError(file, row["article"], f"claim {row['id']} comes from this guide, and it has no title")
        guides[row["id"]] = titles[row["article"]]
    return guides


def _claims(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines)
            rows = list(reader)
    except (OSError, UnicodeDecodeError, csv.Error) as wrong:
        raise ContentError(file, "-", str(wrong)) from None
    if tuple(reader.fieldnames or ()) != CLAIM_COLUMNS:
        raise ContentError(file, "-", f"the columns are {', '.join(CLAIM_COLUMNS)}")
    return rows


def _digest(thresholds: Thresholds) -> str:
    return hashlib.sha256(repr(asdict(thresholds)).encode()).hexdigest()[:8]
