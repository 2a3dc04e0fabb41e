"""Running after a lift of another day: today and tomorrow are counted from when it is read. On Monday, 2 March."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker, World


@pytest.mark.parametrize(
    ("when", "said", "unsaid"),
    [
        ("today 07:00", "Hard runs from today 14:00, none tomorrow;", "No hard run today"),
        ("yesterday 12:00", "No hard run today, from Tue 3 Mar on again;", "tomorrow"),
    ],
)
async def test_after_a_light_lift(runner: Talker, when: str, said: str, unsaid: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    _, advice = await runner.say(f"/log {when} kettlebell 3x8 24kg light")
    assert said in advice.text
    assert unsaid not in advice.text


async def test_after_one_of_the_day_before_yesterday_hard_runs_fit(runner: Talker, world: World) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    await runner.say("/log yesterday 20:00 kettlebell 3x8 24kg light")
    world.clock.go_on(hours=24)
    assert "Hard runs fit again" in await runner.ask("can i run after deadlifts?")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("today 07:00", "Warm up again: 5 min today, 10 min tomorrow."),
        ("yesterday 12:00", "Warm up again: 10 min today."),
    ],
)
async def test_the_warm_up_is_that_of_the_day(runner: Talker, when: str, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    _, advice = await runner.say(f"/log {when} deadlift 3x4 100kg")
    assert said in advice.text
