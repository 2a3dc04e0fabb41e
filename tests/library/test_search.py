"""What a question is found to be about, on sets written with the document and without sight of the content."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.guide import Finder, Found
from bot.library.library import Library

SAMPLES = Path(__file__).parent / "samples"
IN_SCOPE = {"form", "prescription", "schedule", "running-after", "benefit"}


@pytest.fixture(scope="module")
def finder(library: Library) -> Finder:
    return library.knowledge.finder


def _questions(name: str) -> list[dict[str, Any]]:
    lines = (SAMPLES / f"questions_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _slug(found: Found) -> str:
    return found.topic or ("not-covered" if found.not_covered else "off-topic")


# The search alone: in the chat, questions about one's own day go to the engine and never come here.
@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("examples", 0.92),
        ("first", 0.96),
        ("blind", 0.97),
        ("third", 0.96),
        ("fourth", 0.96),
        ("fifth", 0.94),
        ("sixth", 0.89),
        ("seventh", 0.95),
        ("eighth", 0.93),
        ("ninth", 0.95),
    ],
)
def test_so_many_questions_find_their_topic(name: str, floor: float, finder: Finder) -> None:
    asked = [one for one in _questions(name) if one["kind"] in IN_SCOPE]
    right = [one for one in asked if _slug(finder.find(one["q"])) in {one["expect"], *one["also_ok"]}]
    assert len(asked) > 50
    assert len(right) / len(asked) >= floor


@pytest.mark.parametrize(
    ("name", "most"), [("examples", 0), ("first", 0), ("blind", 1), ("third", 1), ("fourth", 0), ("fifth", 2)]
)
def test_hardly_anything_off_topic_is_answered_as_known(name: str, most: int, finder: Finder) -> None:
    asked = [one for one in _questions(name) if one["kind"] == "offtopic"]
    known = [one["q"] for one in asked if (slug := finder.find(one["q"]).topic) and slug not in one["also_ok"]]
    assert len(known) <= most


@pytest.mark.parametrize(
    ("question", "slug"),
    [
        ("shoes", "shoes"),
        ("wich shoes r best for deadlfts", "shoes"),
        ("my back curls like a shrimp", "rounded-back"),
        ("rdl", "romanian"),
        ("hex bar", "trap-bar"),
        ("hów häävy shóuld i go", "load"),
    ],
)
def test_names_typing_mistakes_and_accents_are_understood(question: str, slug: str, finder: Finder) -> None:
    assert finder.find(question).topic == slug


@pytest.mark.parametrize("question", ["", "?", "🍕🍕🍕", "xyzzy plugh", "\u202e\u0000", "a" * 100_000])
def test_what_holds_nothing_known_is_not_known(question: str, finder: Finder) -> None:
    found = finder.find(question)
    assert (found.topic, found.not_covered, found.refusal) == (None, None, None)


def test_a_statement_about_days_is_no_question(finder: Finder) -> None:
    assert finder.find("i will run tomorrow maybe", asked=False) == Found(
        nearest=finder.find("i will run tomorrow maybe", asked=False).nearest
    )
    assert finder.find("my back rounds when i pull", asked=False).topic == "rounded-back"


@given(text=st.text(max_size=300))
def test_no_text_raises_and_at_most_one_thing_is_meant(text: str, library: Library) -> None:
    found = library.knowledge.finder.find(text)
    assert sum(one is not None for one in (found.topic, found.not_covered, found.refusal)) <= 1
    assert len(found.nearest) <= 3
