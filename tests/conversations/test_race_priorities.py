"""How much a race matters, told with it, right behind it, or by a button."""

import re

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("10k race on saturday, b race", "📌 Race: 10 k (B), Sat 7 Mar"),
        ("got a c race on saturday, 10k at 9", "📌 Race: 10 k (C), Sat 7 Mar"),
        ("half marathon on 4 oct, my A race", "📌 Race: half marathon (A), Sun 4 Oct"),
        ("i have a 5k fun run on saturday", "📌 Race: 5 k (C), Sat 7 Mar"),
        ("got a half on 4 oct, it's a tune-up race", "📌 Race: half marathon (B), Sun 4 Oct"),
        ("running the berlin half on 4 oct as a b race", "📌 Race: berlin half marathon (B), Sun 4 Oct"),
    ],
)
async def test_a_race_is_kept_as_much_as_it_matters(text: str, line: str, runner: Talker) -> None:
    assert (await runner.say(text))[0].text.startswith(line)


async def test_a_smaller_race_rests_the_legs_before_it(runner: Talker) -> None:
    await runner.say("10k race on saturday, b race")
    assert (await runner.ask("thursday?")).startswith("⛔ Not then (Thu)")


@pytest.mark.parametrize(
    ("told", "said", "line"),
    [
        ("10k race on saturday", "b race", "📌 Race: 10 k (B), Sat 7 Mar"),
        ("10k race on saturday", "it's just for fun", "📌 Race: 10 k (C), Sat 7 Mar"),
        ("half marathon on 4 oct", "it's not my A race", "📌 Race: half marathon (B), Sun 4 Oct"),
    ],
)
async def test_the_priority_is_said_right_behind_the_race(told: str, said: str, line: str, runner: Talker) -> None:
    await runner.say(told)
    assert (await runner.say(said))[0].text.startswith(line)


@pytest.mark.parametrize("between", ["can i lift friday?", "thanks"])
async def test_a_priority_is_of_nothing_behind_another_answer(between: str, runner: Talker) -> None:
    await runner.say("half marathon on 4 oct")
    await runner.say(between)
    assert not any(one.text.startswith("📌") for one in await runner.say("just a b race"))


async def test_a_race_of_no_priority_is_asked_about_and_may_matter_a_little(runner: Talker) -> None:
    asked = (await runner.say("10k race on saturday"))[-1]
    assert asked.text.startswith("❓ Shall I taper")
    stored, *_ = await runner.press("A little: B or C race", asked)
    assert stored.text.startswith("📌 Race: 10 k (B), Sat 7 Mar")


@pytest.mark.parametrize("asked", ["thursday?", "thursday 6:00?", "thursday evening?", "friday?"])
async def test_the_time_of_a_race_is_supposed_at_an_hour_at_which_one_runs(asked: str, runner: Talker) -> None:
    await runner.set_up("10k race on saturday", "No, just a hard run")
    supposed = re.findall(r"if it is at (\d\d):\d\d", (await runner.say(asked))[-1].text)
    assert all(5 <= int(hour) <= 21 for hour in supposed)


async def test_the_hour_of_a_race_matters_to_the_day_two_days_before(runner: Talker) -> None:
    await runner.set_up("10k race on saturday", "No, just a hard run")
    assert "Yes if it is at 15:00, light if it is at 06:00." in await runner.ask("thursday?")
