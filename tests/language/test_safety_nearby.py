"""Who lost consciousness beside the runner just now is an emergency, whoever it is."""

import pytest

from bot.language.meaning import SafetyKind
from tests.language.safety.reading import read

NOW = [
    "my mate just passed out in the gym",
    "mate just passed out",
    "someone collapsed in front of me what do i do",
    "guy next to me just passed out",
    "help my friend has fainted",
    "my friend is unconscious",
    "someone passed out at the gym right now",
    "he passed out next to me and is not waking up",
]


@pytest.mark.parametrize("text", NOW)
def test_somebody_who_needs_help_now_is_an_emergency(text: str) -> None:
    reading = read(text)
    assert reading is not None
    assert reading.kind is SafetyKind.FLAG


ASKED = [
    "mate passed out",
    "guy next to me passed out",
    "my mate passed out",
    "my wife passed out yesterday",
    "my dad fainted last week",
    "the guy next to me nearly passed out",
    "what if someone passes out next to me",
]


@pytest.mark.parametrize("text", ASKED)
def test_somebody_of_another_time_is_asked_about(text: str) -> None:
    reading = read(text)
    assert reading is not None
    assert reading.kind is SafetyKind.WHOSE


@pytest.mark.parametrize(
    "text", ["passed out", "i just passed out", "mate, passed out twice today", "mate my chest hurts"]
)
def test_the_runner_is_an_emergency_whoever_is_spoken_to(text: str) -> None:
    reading = read(text)
    assert reading is not None
    assert reading.kind is SafetyKind.FLAG
