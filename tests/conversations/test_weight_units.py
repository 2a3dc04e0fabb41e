"""A weight without its unit: the lift waits for it."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize("reply", ["lbs", "lb", "LB"])
async def test_the_unit_said_right_after_logs_the_lift(runner: Talker, reply: str) -> None:
    [asked] = await runner.say("just pulled 405 for 3")
    assert asked.labels == ["lb", "kg"]
    [logged, *_] = await runner.say(reply)
    assert logged.text.startswith("📌 today 10:00 · deadlift 1 × 3 at 183.7 kg")


async def test_kilograms_are_taken_too(runner: Talker) -> None:
    [asked] = await runner.say("just pulled 305 for 3")
    [logged, *_] = await runner.press("kg", asked)
    assert logged.text.startswith("📌 today 10:00 · deadlift 1 × 3 at 305 kg")


async def test_what_is_said_in_between_lets_go_of_the_lift(runner: Talker) -> None:
    [asked] = await runner.say("just pulled 405 for 3")
    await runner.say("saturday easy 5k")
    assert not any(shown.text.startswith("📌") for shown in await runner.say("lbs"))
    assert not any(shown.text.startswith("📌") for shown in await runner.press("lb", asked))


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("405 2x3 lb", "deadlift 2 × 3 at 183.7 kg"),
        ("405x3x2 lb", "deadlift 2 × 3 at 183.7 kg"),
        ("100 3x5", "deadlift 3 × 5 at 100 kg"),
        ("3x4x100", "deadlift 3 × 4 at 100 kg"),
    ],
)
async def test_a_weight_before_its_sets_is_a_lift(runner: Talker, text: str, echo: str) -> None:
    assert (await runner.say(text))[0].text.startswith(f"📌 today 10:00 · {echo}")


async def test_the_effort_behind_them_comes_along(runner: Talker) -> None:
    [asked] = await runner.say("415 2x3 @8")
    [logged, *_] = await runner.press("lb", asked)
    assert logged.text.startswith("📌 today 10:00 · deadlift 2 × 3 at 188.2 kg (2 in reserve)")


async def test_metres_are_no_weight(runner: Talker) -> None:
    assert not (await runner.say("tuesday 6x400"))[0].text.startswith("📌 today")


@pytest.mark.parametrize("text", ["my legs are wobbly after sunday's run lol", "legs dead after sunday's long run"])
async def test_tired_legs_are_asked_how_sore_they_are(runner: Talker, text: str) -> None:
    assert any("sore" in shown.text for shown in await runner.say(text))


async def test_a_run_that_was_a_slog_asks_nothing_of_legs(runner: Talker) -> None:
    assert not any("sore" in shown.text for shown in await runner.say("sunday's run was a slog"))
