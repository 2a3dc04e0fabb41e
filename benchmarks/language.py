"""How well and how fast sentences are read: python -m benchmarks.language [--show].

Strict accuracy on the samples in tests/language, false changes, and time per message. The baseline of the times is the
normalising and cutting into tokens alone, in the same run; only the ratios travel to another machine.
"""

import argparse
import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.language.lift_questions import LiftQuestions
from bot.language.meaning import Meaning
from bot.language.own_training import OwnTraining
from bot.language.text import normalise
from bot.language.tokens import tokenize
from bot.language.understand import understand
from bot.language.vocabulary import Vocabulary
from bot.library.files import read_sentences
from bot.library.library import load_vocabulary
from bot.training.profile import DistanceUnit, MassUnit
from tests.language import scoring
from tests.language.safety.reading import read as read_safety

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "language"
NOW = dt.datetime(2026, 9, 2, 10, tzinfo=ZoneInfo("Europe/London"))
LONGEST = 4000
REPEATS = 5
SET_OF = {"schedules.jsonl": "weeks", "when.jsonl": "moments", "messages.jsonl": "statements"}


def vocabulary() -> Vocabulary:
    """Load the vocabulary of the content."""
    return load_vocabulary(ROOT / "content" / "en")


def reader(words: Vocabulary) -> Callable[[str], tuple[Meaning, ...]]:
    """Return what reads a message at the samples' moment."""
    return lambda text: understand(
        text, now=NOW, vocabulary=words, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM
    )


def own_training_without(texts: Collection[str]) -> OwnTraining:
    """Return what tells one's own training from other things, learnt without some texts: they are unseen to it."""
    return OwnTraining(*(_unseen(texts, name) for name in ("elsewhere.txt", "own.txt")))


def words_without(words: Vocabulary, texts: Collection[str]) -> Vocabulary:
    """Return the vocabulary with what asks whether to lift learnt without some texts: they are unseen to it."""
    others = _unseen(texts, "not_asked.txt", "own.txt", "elsewhere.txt")
    return replace(words, lift_questions=_LearntAgain(_unseen(texts, "asked.txt"), others, words))


class _LearntAgain(LiftQuestions):
    """Learns without looking at any text for a second time: another set of texts is unseen to each, few of them all."""

    def __init__(self, ones: Collection[str], others: Collection[str], words: Vocabulary) -> None:
        super().__init__(ones, others, words.lift_questions.classes)
        self._seen = _seen(words)

    def _features(self, text: str, *, question: bool = False) -> Collection[str]:
        known = self._seen.get((text, question))
        if known is None:
            known = self._seen[text, question] = tuple(map(sys.intern, super()._features(text, question=question)))
        return known


@cache
def _seen(_: Vocabulary) -> dict[tuple[str, bool], Collection[str]]:
    """Return where a vocabulary keeps what is seen of the texts that are learnt from."""
    return {}


def _unseen(texts: Collection[str], *names: str) -> list[str]:
    """Return the sentences of some files of the content that are none of some texts."""
    seen = {as_line(text) for text in texts}
    files = (read_sentences(ROOT / "content" / "en" / name) for name in names)
    return [text for sentences in files for text in sentences if text not in seen]


def as_line(text: str) -> str:
    """Return a text as it stands in a file of sentences."""
    return " ".join(normalise(text).split())


def accuracy(words: Vocabulary, *, show: bool) -> None:
    """Print the strict accuracy on every sample.

    Behind it stand, for weeks and statements, what is right and surplus where what may be of something else is asked
    about first, and how many texts are asked about needlessly.
    """
    heads = f"{'sample':<18} {'what':<11} {'wanted':>6} {'right':>6} {'share':>7} {'surplus':>8}"
    sys.stdout.write(f"{heads}  asking: right surplus asked\n")
    for folder in (
        "examples",
        "samples/first",
        "samples/second",
        "samples/third",
        "samples/fourth",
        "samples/fifth",
        "samples/sixth",
        "samples/seventh",
        "samples/eighth",
        "samples/ninth",
        "samples/tenth",
        "samples/eleventh",
        "samples/twelfth",
        "samples/thirteenth",
        "samples/thirteenth_held",
        "samples/fourteenth",
        "samples/fifteenth",
        "samples/fifteenth_held",
        "samples/sixteenth",
        "samples/seventeenth",
        "samples/eighteenth",
        "samples/nineteenth",
        "samples/twentieth",
        "samples/twenty_first",
        "samples/twenty_second",
        "samples/twenty_third",
        "samples/twenty_fourth",
        "samples/twenty_fifth",
        "samples/twenty_sixth",
        "samples/own_fifteenth",
        "samples/own_moments",
        "samples/own_ninth",
        "samples/own_statements",
        "samples/own_tenth",
        "samples/own_thirteenth",
        "samples/own_weeks",
    ):
        files = {what: SAMPLES / folder / name for name, what in SET_OF.items() if (SAMPLES / folder / name).exists()}
        texts = [line["text"] for file in files.values() for line in scoring.lines(file)]
        own = own_training_without(texts)
        read = reader(words_without(words, texts))
        for what, file in files.items():
            score = _score(what, file, read)
            row = (
                f"{score.wanted:6} {score.right:6} {score.share:7.1%} {score.surplus:8}{_behind(what, file, read, own)}"
            )
            sys.stdout.write(f"{folder:<18} {what:<11} {row}\n")
            if show:
                sys.stdout.writelines(f"    {text!r}\n" for text in dict.fromkeys(score.missed))


def _behind(what: str, file: Path, read: scoring.Read, own: OwnTraining) -> str:
    """Return the columns of a sample that is read with the question whether it is of one's own training."""
    if what == "moments":
        return ""
    score = _score(what, file, scoring.gated(read, own.doubts))
    asked = scoring.asked_needlessly(file, read, own.doubts)
    return f"  {score.right:12} {score.surplus:7} {asked:5}"


def _score(what: str, file: Path, read: scoring.Read) -> scoring.Score:
    if what == "weeks":
        return scoring.weeks(file, read)
    if what == "moments":
        return scoring.moments(file, read, NOW.date())
    return scoring.statements(file, scoring.answered(read, read_safety))


def speed(words: Vocabulary) -> None:
    """Print the time per message, and of the longest ones."""
    read = reader(words)
    files = [file for name in SET_OF for file in SAMPLES.glob(f"samples/*/{name}")]
    texts = [line["text"] for file in files for line in scoring.lines(file)]
    whole = [_seconds(read, text) for text in texts]
    tokens = [_seconds(lambda text: tokenize(normalise(text), words), f"{text} ") for text in texts]
    ratio = statistics.median(whole) / statistics.median(tokens)
    milliseconds = sorted(one * 1000 for one in whole)
    sys.stdout.write(
        f"\n{len(texts)} messages: median {statistics.median(milliseconds):.2f} ms, "
        f"99th percentile {milliseconds[len(milliseconds) * 99 // 100]:.2f} ms, {ratio:.1f} x tokens alone\n"
    )
    sys.stdout.write(f"{LONGEST} characters, ms of processor time   read   red flags\n")
    for name, text in long_texts(texts).items():
        meaning, flags = (_fastest(one, text) * 1000 for one in (read, read_safety))
        sys.stdout.write(f"{name:<37} {meaning:6.1f} {flags:11.1f}\n")


def long_texts(texts: list[str]) -> dict[str, str]:
    """Return texts of the greatest length: what people write, and what only tries to be slow."""
    return {
        "sentences": (". ".join(texts) + " ")[:LONGEST],
        "weeks": ("Mon easy 5k 7am, Tue 6x800 @ 6pm, Wed rest, Thu tempo 40 min, Sun long 18k\n" * 60)[:LONGEST],
        "numbers": ("3x4x100 " * 600)[:LONGEST],
        "days": ("mon, " * 900)[:LONGEST],
        "times": ("6:30 " * 900)[:LONGEST],
        "one letter": ("a " * 2000)[:LONGEST],
        "letter, digit": ("a1" * 2000)[:LONGEST],
        "decimals": ("3.5 " * 1000)[:LONGEST],
        "ranges": ("8-10 " * 800)[:LONGEST],
        "marks": "@" * LONGEST,
        "empty lines": "\n" * LONGEST,
        "dots": "." * LONGEST,
        "done": ("did my run " * 400)[:LONGEST],
        "sore": ("legs 4/10 " * 400)[:LONGEST],
        "questions": ("can i lift? " * 400)[:LONGEST],
        "clauses": ("but ? so mon " * 400)[:LONGEST],
        "one word": "x" * LONGEST,
    }


def _fastest(work: Callable[[str], object], text: str) -> float:
    """Return the seconds of the fastest of several readings, each of a text that was not read before."""
    return min(_seconds(work, f"{text[: LONGEST - 4]} z{number}") for number in range(REPEATS))


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Return seconds of processor time: other work on the machine is no part of it."""
    start = time.thread_time()
    work(text)
    return time.thread_time() - start


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.language", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--show", action="store_true", help="list the sentences that are not read right")
    asked = parser.parse_args()
    words = vocabulary()
    accuracy(words, show=asked.show)
    speed(words)


if __name__ == "__main__":
    main()
