"""Runs told for a part of the day, and days called off, on Monday, 2 March: intervals Tue, tempo Thu, long run Sun."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("move thursday's tempo to the evening", "Thu 5 Mar · tempo · 18:00 · 40 min"),
        ("move tuesday's intervals to the morning", "Tue 3 Mar · intervals · 07:00"),
        ("move the tempo to friday evening", "Fri 6 Mar · tempo · 18:00 · 40 min, moved from Thu 5 Mar"),
        (
            "moving sunday's long run to saturday afternoon",
            "Sat 7 Mar · long run · 15:00 · 18 km, moved from Sun 8 Mar",
        ),
        ("tempo tonight instead of thursday", "Mon 2 Mar · tempo · 19:00 · 40 min, moved from Thu 5 Mar"),
        ("tempo thursday at lunchtime instead", "Thu 5 Mar · tempo · 12:00 · 40 min"),
        ("intervals tomorrow in the afternoon", "Tue 3 Mar · intervals · 15:00"),
        # The planned time agrees with what is said.
        ("move the long run to saturday morning", "Sat 7 Mar · long run · 08:00 · 18 km, moved from Sun 8 Mar"),
        ("intervals tomorrow evening", "Tue 3 Mar · intervals · 18:00"),
        # A time says more than a part of the day.
        ("move thursday's tempo to 7 in the evening", "Thu 5 Mar · tempo · 19:00 · 40 min"),
        ("easy 8k on friday evening", "Fri 6 Mar · easy · 18:00 · 8 km"),
    ],
)
async def test_a_run_gets_the_hour_of_its_part_of_the_day(runner: Talker, text: str, kept: str) -> None:
    assert (await runner.ask(text)).startswith(f"📌 {kept}")


async def test_a_lift_before_a_run_that_went_to_the_evening_is_decided_by_its_new_hour(runner: Talker) -> None:
    assert (await runner.ask("can I deadlift thursday at 15:00?")).startswith("✅")
    await runner.say("move thursday's tempo to the evening")
    assert (await runner.ask("can I deadlift thursday at 15:00?")).startswith("⛔")


async def test_a_day_with_a_lift_and_a_run_is_called_off_only_as_it_is_meant(runner: Talker) -> None:
    await runner.say("/lifts tue 07:00, fri 18:00")
    [question] = await runner.say("cancel tuesday")
    assert question.text == "❓ What is off on Tue 3 Mar: intervals · 18:00, the lift at Tue 3 Mar 07:00, or both?"
    assert (await runner.ask("the lift")).startswith("📌 Lift Tue 3 Mar 07:00: left out.")
    assert "intervals" in await runner.ask("whats on tuesday")


async def test_both_can_be_called_off(runner: Talker) -> None:
    await runner.say("/lifts tue 07:00")
    [question] = await runner.say("skip tuesday")
    lift, run = await runner.press("Both", question)
    assert lift.text.startswith("📌 Lift Tue 3 Mar 07:00: left out.")
    assert run.text.startswith("📌 Tue 3 Mar · no run")


async def test_a_day_with_nothing_but_a_lift_loses_the_lift(runner: Talker) -> None:
    await runner.say("/lifts fri 18:00")
    assert (await runner.ask("cancel friday")).startswith("📌 Lift Fri 6 Mar 18:00: left out.")


async def test_a_day_without_a_lift_loses_its_run(runner: Talker) -> None:
    assert (await runner.ask("cancel thursday")).startswith("📌 Thu 5 Mar · no run")


async def test_a_run_told_instead_for_a_free_day_is_that_of_its_week(runner: Talker) -> None:
    assert (await runner.ask("long run on saturday this week instead")).startswith(
        "📌 Sat 7 Mar · long run · 08:00 · 18 km, moved from Sun 8 Mar"
    )
