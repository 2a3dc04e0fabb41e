"""Messages hold what they declare, buttons say what they do, and the marks are those of the contract."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.reply import Action, Mark, Reply, message, say

GREETING = message("greeting", "name", "day")
WORDS = st.text(st.characters(exclude_characters=":", exclude_categories=["Cs"]), max_size=20)


def test_a_message_is_said_with_its_facts() -> None:
    line = say(GREETING, name="Ada", day="Monday")
    assert line.message is GREETING
    assert line.facts == {"name": "Ada", "day": "Monday"}


def test_a_fact_that_a_message_does_not_declare_is_a_mistake_in_the_code() -> None:
    with pytest.raises(ValueError, match=r"message greeting does not declare \['age', 'shoes'\]"):
        say(GREETING, name="Ada", shoes="flat", age=36)


def test_a_message_without_facts_declares_none() -> None:
    assert message("undo").facts == frozenset()


@pytest.mark.parametrize(
    ("action", "data"),
    [
        (Action(name="why"), "why"),
        (Action(name="undo", args=("17",)), "undo:17"),
        (Action(name="runtime", args=("2026-03-02", "tempo", "0630")), "runtime:2026-03-02:tempo:0630"),
    ],
)
def test_an_action_travels_as_text(action: Action, data: str) -> None:
    assert action.encode() == data
    assert Action.decode(data) == action


@given(name=WORDS, args=st.lists(WORDS, max_size=4))
def test_every_action_comes_back_as_it_went(name: str, args: list[str]) -> None:
    action = Action(name=name, args=tuple(args))
    assert Action.decode(action.encode()) == action


@given(st.text())
def test_any_text_at_all_is_read_as_some_action(data: str) -> None:
    assert Action.decode(data).encode() == data


def test_the_marks_are_those_of_the_contract() -> None:
    assert {mark.name: mark.value for mark in Mark} == {
        "STORED": "📌",
        "ASKS": "❓",
        "UNABLE": "🤷",
        "REFUSED": "⚠️",
        "KNOWLEDGE": "📖",
        "REMINDER": "⏰",
        "WARMUP": "🔥",
        "STOP": "🩺",
    }


def test_a_reply_cannot_be_changed_after_it_was_given() -> None:
    reply = Reply(lines=(say(GREETING, name="Ada", day="Monday"),))
    with pytest.raises(dataclasses.FrozenInstanceError):
        reply.lines = ()  # type: ignore[misc]  # that it is refused is what is tested
