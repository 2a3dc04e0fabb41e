"""What is asked of a message's items is the same whether they were seen before or are looked through."""

import datetime as dt
import json
from functools import cache
from pathlib import Path

import pytest

from bot.language.frames import is_day
from bot.language.held import Held, any_item, any_mark, any_means, any_text, any_value, asked_once
from bot.language.items import Clock, Context, Days, Distance, Item, Word
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary

SAMPLES = Path(__file__).parent / "samples" / "fourteenth" / "messages.jsonl"
TODAY = dt.date(2026, 9, 2)


@cache
def texts() -> tuple[str, ...]:
    lines = SAMPLES.read_text(encoding="utf-8").splitlines()
    return ("", *(json.loads(line)["text"] for line in lines))


def items_of(text: str, vocabulary: Vocabulary) -> Held:
    return scan(Context(text=text, today=TODAY), vocabulary)


@pytest.mark.parametrize("group", ["ask", "kind", "word", "lift", "no such group"])
def test_a_meaning_is_found_in_seen_items_as_in_others(group: str, vocabulary: Vocabulary) -> None:
    for text in texts():
        held = items_of(text, vocabulary)
        meant = {item.means(group) for item in held} - {None}
        assert any_means(held, group) == any_means(tuple(held), group) == bool(meant)
        for keys in (("may", "open"), ("easy",), ("and", "or"), ("now", "past")):
            assert any_means(held, group, *keys) == any_means(tuple(held), group, *keys) == bool(meant & set(keys))


def test_words_marks_and_values_are_found_in_seen_items_as_in_others(vocabulary: Vocabulary) -> None:
    for text in texts():
        held = items_of(text, vocabulary)
        said = {item.text for item in held}
        for words in (("i",), ("can i", "?"), (",",), ("",)):
            assert any_text(held, words) == any_text(tuple(held), words) == bool(said & set(words))
        for marks in ("?", ".,;", ""):
            assert any_mark(held, marks) == any_mark(tuple(held), marks) == any(item.is_mark(marks) for item in held)
        for classes in ((Days,), (Clock, Distance), (Word,)):
            found = any(isinstance(item.value, classes) for item in held)
            assert any_value(held, *classes) == any_value(tuple(held), *classes) == found
        assert any_item(held, is_day) == any_item(held, is_day) == any_item(tuple(held), is_day)


def test_a_question_about_a_message_is_answered_once(vocabulary: Vocabulary) -> None:
    asked: list[int] = []

    @asked_once
    def count(items: tuple[Item, ...]) -> int:
        asked.append(len(items))
        return len(items)

    held = items_of("did 10k today", vocabulary)

    assert count(held) == count(held) == len(held)
    assert len(asked) == 1
    assert count(held[:1]) == count(held[:1]) == 1
    assert len(asked) == 3
