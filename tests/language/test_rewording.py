"""Rules that put a message in the words that the readers know: those of the content, and the notation they are in."""

import datetime as dt
import time
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from bot.language.alternatives import spelled_out
from bot.language.items import Context
from bot.language.rewording import reworded
from bot.language.rewordings import Reword, RewordingFile, Rewordings
from bot.language.scan import scan
from bot.language.vocabulary import GUESSED, Vocabulary
from bot.language.wording import FACTS, in_known_words
from tests.language.conftest import CONTENT

GROUPS = spelled_out(tomllib.loads((CONTENT / "vocabulary.toml").read_text(encoding="utf-8")))
SHIPPED = tomllib.loads((CONTENT / "rewordings.toml").read_text(encoding="utf-8"))["reword"]
EXAMPLES = [(said, read) for rule in SHIPPED for said, read in rule["examples"]]
TODAY = dt.date(2026, 9, 2)


def _reworded(text: str, vocabulary: Vocabulary) -> str:
    return in_known_words(Context(text=text, today=TODAY), vocabulary)[0].text


def _by(text: str, *rules: Reword, lists: dict[str, tuple[str, ...]] | None = None) -> str:
    file = RewordingFile(lists=lists or {}, reword=rules)
    rewordings = Rewordings.build(file, GROUPS, guessed=GUESSED, facts=FACTS)
    return _reworded(text, replace(_words(), rewordings=rewordings))


@cache
def _words() -> Vocabulary:
    """Return the words of the content without its rules."""
    return Vocabulary.build(GROUPS)


def _rule(say: str, read: str = "found", needs: Sequence[str] = (), unless: Sequence[str] = ()) -> Reword:
    return Reword(why="a test", say=(say,), read=read, needs=tuple(needs), unless=tuple(unless))


@pytest.mark.parametrize(("said", "read"), EXAMPLES)
def test_the_examples_of_the_content_are_read_as_they_say(said: str, read: str, vocabulary: Vocabulary) -> None:
    assert _reworded(said, vocabulary) == read


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule["why"])
def test_every_rule_changes_one_of_its_examples(rule: dict[str, list[list[str]]]) -> None:
    assert any(said != read for said, read in rule["examples"])


@pytest.mark.parametrize(
    ("say", "text", "wanted"),
    [
        ("cut short", "I CUT short", "I found"),
        ("cut short", "cut it short", "cut it short"),
        ("cut short", "cut, short", "found"),
        ("cut short", "cut. short", "cut. short"),
        ("im off", "i'm off now", "found now"),
        ("cut (my|the)? run", "cut the run", "found"),
        ("cut (my|the)? run", "cut run", "found"),
        ("cut (my|the)* run", "cut the my run", "found"),
        ("cut the? run", "cut run", "found"),
        ("swoll* knee", "swollen knee", "found"),
        ("<people> run", "my wife run", "my found"),
        ("cut <kind>", "cut tempo", "found"),
        ("cut <kind:long>", "cut tempo", "cut tempo"),
        ("cut <kind:long>", "cut long run today", "found today"),
        ("<day> cut", "next tuesday cut", "found"),
        ("ran <2-60>", "ran 61", "ran 61"),
        ("ran <2-60>", "ran 5k", "foundk"),
        ("at <3:00-5:59>", "at 4:40", "found"),
        ("at <3:00-5:59>", "at 04:40", "at 04:40"),
        ("at <3:00-5:59>", "at 6:00", "at 6:00"),
        ("cut {run:1-2} short", "cut my run short", "found"),
        ("cut {run:1-2} short", "cut my long run short", "cut my long run short"),
        ("cut {run:1-3} short", "cut it. not short", "cut it. not short"),
        ("cut {run:1-3 with <kind>} short", "cut it short", "cut it short"),
        ("cut {run:1-3 with <kind>} short", "cut my tempo short", "found"),
        ("cut {run:1-3 without <kind>} short", "cut my tempo short", "cut my tempo short"),
        ("cut short !(to|at)", "cut short to 5", "cut short to 5"),
        ("cut short !(to|at)", "cut short by 5", "found by 5"),
        ("^ cut", "i cut", "i cut"),
        ("cut $", "cut it", "cut it"),
        ("i cut $", "i cut!", "found!"),
        ("cut <stop>", "cut, it", "found, it"),
        ("cut '?'", "cut? it", "found it"),
        ("^ {all:...} cut", "this. and that, cut it", "found it"),
        ("moved to <name>", "moved to Leeds", "found"),
        ("moved to <name>", "moved to leeds", "moved to leeds"),
        ("<owner> birthday", "my brother's birthday", "my found"),
    ],
)
def test_the_notation(say: str, text: str, wanted: str) -> None:
    assert _by(text, _rule(say), lists={"people": ("wife", "son")}) == wanted


def test_what_was_kept_is_read_as_it_was_written() -> None:
    assert _by("I cut my LONG  run short.", _rule("cut my {run:1-4} short", "did {run}")) == "I did LONG  run."
    assert _by("cut short", _rule("cut {run:0-2} short", "did {run|it}")) == "did"
    assert _by("cut short", _rule("cut (my {run:1-1})? short", "did {run|it}")) == "did it"


def test_what_is_left_out_leaves_no_marks() -> None:
    assert _by("easy, you know, today", _rule("you know", "")) == "easy, today"
    assert _by("easy today, you know", _rule("you know", "")) == "easy today"
    assert _by("you know, easy today", _rule("you know", "")) == "easy today"
    assert _by("you know", _rule("you know", "")) == "you know"


def test_a_rule_may_need_something_else_in_the_message() -> None:
    rule = _rule("cut it", needs=["<kind> ... <day>"], unless=["'?'"])
    assert _by("tempo today, cut it", rule) == "tempo today, found"
    assert _by("today tempo, cut it", rule) == "today tempo, cut it"
    assert _by("tempo today, cut it?", rule) == "tempo today, cut it?"


def test_rules_apply_in_order_and_once_more() -> None:
    first, second = _rule("one two", "three"), _rule("three", "four")
    assert _by("one two", first, second) == "four"
    assert _by("one two", second, first) == "four"


@pytest.mark.parametrize(
    ("say", "wrong"),
    [
        ("(cut", "a bracket is left open"),
        ("cut)", "cannot read"),
        ("cut {run:1-4", "{run is left open"),
        ("cut {run:1-99}", "a slot has at most 60 words"),
        ("<people>", "nobody knows <people>"),
        ("<kind:longish>", "nobody knows <kind:longish>"),
        ("<day>", "at least one word must be needed"),
        ("cut | ", "words are missing"),
        ("cut !", "something must stand behind !"),
        ("?", "nothing stands before ?"),
        ("cut <loop>", "<loop> holds itself"),
    ],
)
def test_a_mistake_is_named(say: str, wrong: str) -> None:
    with pytest.raises(ValueError, match="a test") as error:
        _by("cut", _rule(say), lists={"loop": ("one <loop>",)})
    assert wrong in str(error.value)


@pytest.mark.parametrize(
    "text",
    ["cut my long run short ", "skip it because of the heat ", "no wait 5 ", "did in 4:30 at 5:00 5k ", "half on "],
)
def test_the_time_grows_with_the_length_alone(text: str, vocabulary: Vocabulary) -> None:
    assert _seconds(text, 8000, vocabulary) < 24 * _seconds(text, 1000, vocabulary)


def _seconds(text: str, length: int, vocabulary: Vocabulary) -> float:
    """Return the fewest seconds that the rules take for a text of a length, without reading it first."""
    said = (text * length)[:length]
    items = scan(Context(text=said, today=TODAY), vocabulary)
    facts = dict.fromkeys(FACTS, "")
    taken = []
    for _ in range(3):
        start = time.process_time()
        reworded(said, items, vocabulary.rewordings, facts)
        taken.append(time.process_time() - start)
    return min(taken)
