"""The morning reminder and the warm-up prompt: once, at the runner's local time, decided when sent."""

import pytest

from bot.app import turn
from tests.conversations.conftest import Talker, World


async def _planned(runner: Talker) -> None:
    await runner.set_up("/add tomorrow rest", "/remind 07:00", "/lifts wed 18:00, fri 12:00")


async def _at(world: World, hours: float) -> list[str]:
    """Let time pass since Monday 10:00 and return what came in the meantime."""
    seen = len(world.telegram.private_chat(user_id=1001).messages)
    world.clock.go_on(hours=hours)
    await world.dispatch()
    return [message.text for message in world.telegram.private_chat(user_id=1001).messages[seen:]]


async def test_a_lift_day_is_reminded_once_in_the_morning(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/lifts fri 12:00")
    assert await _at(world, 92) == []  # Friday 06:00
    [reminder] = await _at(world, 1)
    assert reminder.startswith("⏰ ✅ Yes")
    assert "3 × 4" in reminder
    assert await _at(world, 0.25) == []


async def test_the_warm_up_is_prompted_half_an_hour_before_the_lift(runner: Talker, world: World) -> None:
    await runner.set_up("/lifts fri 12:00")
    assert await _at(world, 97.4) == []  # Friday 11:24
    [prompt] = await _at(world, 0.1)
    assert prompt.startswith("🔥 Warm-up, 30 min, first work set today 12:00")


@pytest.mark.parametrize("lead", [30, 15])
async def test_a_prompt_that_is_sent_a_moment_after_its_time_is_no_shorter(
    runner: Talker, world: World, lead: int
) -> None:
    await runner.set_up("/lifts fri 12:00", f"/remind warmup {lead}")
    [prompt] = await _at(world, 98 - lead / 60 + 1 / 3600)
    assert prompt.startswith(f"🔥 Warm-up, {lead} min, first work set today 12:00")


async def test_the_verdict_is_taken_anew_when_the_reminder_is_sent(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/lifts fri 12:00", "/add 2026-03-07 09:00 intervals")
    [reminder] = await _at(world, 93)
    assert reminder.startswith("⏰ ⛔ Not today\nIntervals tomorrow 09:00")


async def test_a_rest_day_is_silent(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/lifts fri 12:00")
    assert await _at(world, 45) == []  # Wednesday 07:00


async def test_a_lift_soon_after_the_reminder_time_brings_it_forward_to_an_hour_before(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/remind 07:00", "/lifts fri 07:30")
    assert await _at(world, 92.4) == []
    [reminder] = await _at(world, 0.15)  # Friday 06:33
    assert reminder.startswith("⏰")


async def test_a_reminder_that_comes_too_late_is_not_sent(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00")
    assert await _at(world, 95.1) == []  # Friday 09:06, more than two hours late


async def test_after_a_downtime_one_message_comes_and_not_two(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 11:00", "/lifts fri 12:00")
    [message] = await _at(world, 97.6)  # Friday 11:36: both are due
    assert message.startswith("🔥")


async def test_nothing_comes_in_quiet_hours_or_while_a_flag_stands(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00", "chest pain when I walk")
    assert await _at(world, 93) == []


async def test_a_reminder_time_in_quiet_hours_is_refused(runner: Talker) -> None:
    await runner.say("/set quiet 22:00-06:30")
    assert (await runner.ask("/remind 06:00")).startswith("⚠️ 06:00 lies in your quiet hours")


async def test_a_lift_logged_already_needs_no_warm_up(runner: Talker, world: World) -> None:
    await runner.set_up("/lifts fri 12:00")
    await _at(world, 94)
    await runner.say("/log deadlift 3x4 100kg rpe 8")
    assert await _at(world, 3.6) == []


async def test_switching_reminders_off_takes_them_out_of_the_queue(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/lifts fri 12:00", "/remind off", "/remind warmup off")
    assert await world.store.run(lambda records: records.next_due_at()) is None


async def test_next_weeks_reminder_waits_after_this_weeks(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00")
    await _at(world, 93)
    assert len(await _at(world, 7 * 24)) == 1


async def test_a_runner_who_moves_to_another_zone_is_reminded_there(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00", "/set timezone New York")
    assert await _at(world, 93) == []  # 07:00 in Berlin is 01:00 in New York
    assert len(await _at(world, 6)) == 1


async def test_somebody_who_blocked_the_bot_keeps_their_data_and_gets_no_reminders(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/remind 07:00", "/lifts fri 12:00")
    await runner.person.block_bot()
    await world.settle()
    await _at(world, 93)
    known = await world.store.run(lambda records: records.runner(runner.person.id))
    assert known is not None
    assert not known.reachable


async def test_somebody_who_comes_back_is_reminded_again(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00")
    await runner.person.block_bot()
    await world.settle()
    await _at(world, 93)
    await runner.person.unblock_bot()
    await runner.say("hello")
    assert len(await _at(world, 7 * 24)) == 1


async def test_somebody_who_comes_back_hears_that_something_went_wrong_when_planning_fails(
    runner: Talker, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ValueError("these records make no sense")

    await runner.set_up("/remind 07:00", "/remind warmup off", "/lifts fri 12:00")
    await runner.person.block_bot()
    await world.settle()
    await _at(world, 93)
    await runner.person.unblock_bot()
    monkeypatch.setattr(turn, "replan", fails)
    assert (await runner.ask("hello")).startswith("🤷")


async def test_a_reminder_still_in_the_queue_is_dropped_when_a_flag_is_raised(runner: Talker) -> None:
    await runner.keep_waiting("⏰ lift")
    await runner.say("chest pain and short of breath")
    assert [message.text for message in runner.person.messages if message.text == "⏰ lift"] == []
