"""Words between the sets and while warming up do what the buttons do."""

from unittest.mock import Mock

import pytest

from bot.app import open_lift, workout_views
from bot.local.shown import ShownMessage
from tests.conversations.conftest import EXPERIENCED, WEEK, Talker, World
from tests.conversations.gym.doing import DONE, FRIDAY, LOGGED, done_in, lifts_of, tapped, workouts_of
from tests.conversations.waiting import until


@pytest.mark.usefixtures("sets")
@pytest.mark.parametrize("said", ["what goes on the bar", "how much on the bar?", "which plates"])
async def test_what_goes_on_the_bar_is_shown(runner: Talker, said: str) -> None:
    assert "Bar: 20 + 20 a side" in await runner.ask(said)


async def test_finish_in_other_words_asks_how_hard_it_was(runner: Talker, sets: ShownMessage, world: World) -> None:
    await tapped(runner, sets, DONE)
    assert "how hard was it?" in await runner.ask("ok finish")
    await runner.say("2")
    assert done_in((await lifts_of(world, runner))[-1]) == [(4, 100.0, 2.0)]


@pytest.mark.usefixtures("sets")
async def test_a_set_more_and_one_that_is_skipped(runner: Talker) -> None:
    assert (await runner.ask("one more set")).startswith("❓ Set 1 of 4 · 4 × 100 kg")
    assert (await runner.ask("skip this one")).startswith("❓ Set 1 of 3 · 4 × 100 kg")


async def test_one_more_set_after_the_last_one(runner: Talker, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE, DONE, DONE)
    assert (await runner.ask("another set")).startswith("❓ Set 4 of 4 · 4 × 100 kg")


async def test_the_last_set_skipped_ends_the_lift(runner: Talker, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE, DONE)
    assert "2 × 4 at 100 kg" in await runner.ask("skip this set")


@pytest.mark.usefixtures("sets")
async def test_did_it_is_the_set(runner: Talker) -> None:
    assert (await runner.ask("did it")).startswith("❓ Set 2 of 3")


@pytest.mark.usefixtures("sets")
async def test_orders_move_nothing_while_a_red_flag_stands(runner: Talker, world: World) -> None:
    await runner.say("chest pain and short of breath")
    for said in ("one more set", "did it", "ok finish"):
        assert (await runner.ask(said)).startswith("🩺")
    [workout] = await workouts_of(world, runner)
    assert (workout.done, len(workout.plan)) == ((), 3)


@pytest.mark.usefixtures("prompt")
async def test_words_tick_the_warm_up_that_a_reminder_opened(runner: Talker, world: World) -> None:
    for said in ("next", "done", "skip this one"):
        assert (await runner.ask(said)).startswith("🔥 Warm-up")
    assert [one.step for one in await workouts_of(world, runner)] == [3]


@pytest.mark.usefixtures("prompt")
async def test_next_after_the_last_step_begins_the_work_sets(runner: Talker) -> None:
    for _ in range(8):
        await runner.say("next")
    assert (await runner.ask("next")).startswith("❓ Set 1 of 3 · 4 × 100 kg")


async def test_finish_while_warming_up_asks_first(runner: Talker, prompt: ShownMessage, world: World) -> None:
    await tapped(runner, prompt, "✓ Easy cardio, 10 min")
    assert (await runner.ask("I'm done")).startswith("❓")
    assert len(await workouts_of(world, runner)) == 1


async def test_a_weight_told_while_warming_up_is_todays_where_none_is_known(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    *_, prompt = await until(world, runner, "2026-03-06 11:30")
    assert "85 % of work weight × 1" in prompt.text
    [warm_up] = await runner.say("100 kg")
    assert "85 kg × 1 · 20 + 10 + 2.5 a side" in warm_up.text
    assert "Today's work weight: 100 kg." in warm_up.text
    first = await tapped(runner, warm_up, "Skip to the work sets")
    assert first.text.startswith("❓ Set 1 of 3 · 4 × 100 kg\nBar: 20 + 20 a side")


@pytest.mark.usefixtures("prompt")
async def test_a_weight_far_from_the_known_one_is_asked_about_while_warming_up(runner: Talker) -> None:
    [asked] = await runner.say("200 kg")
    assert asked.text == "❓ 200 kg? That is far from 4 × 100 kg."
    assert (await tapped(runner, asked, "Yes, 200 kg")).text.startswith("🔥 Warm-up")


@pytest.mark.usefixtures("prompt")
async def test_a_small_number_is_no_weight_while_warming_up(runner: Talker, world: World) -> None:
    await runner.say("5")
    assert [one.next_set.weight_kg for one in await workouts_of(world, runner)] == [100.0]


async def test_the_set_up_waits_while_a_lift_is_done(ada: Talker, world: World) -> None:
    await ada.set_up("/start", "Berlin", *EXPERIENCED, WEEK, LOGGED, *FRIDAY)
    *_, prompt = await until(world, ada, "2026-03-06 11:30")
    assert "Set-up, step" in (await ada.say("how do I breathe?"))[-1].text
    await tapped(ada, prompt, "Skip to the work sets")
    [answer] = await ada.say("how do I breathe?")
    assert answer.text.startswith("📖 Breathing and bracing")
    await ada.set_up("did it", "ok finish", "2")
    assert "Set-up, step" in (await ada.say("how do I breathe?"))[-1].text


@pytest.mark.usefixtures("sets")
async def test_a_lift_is_worked_out_for_its_words_only_when_it_is_shown(
    runner: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Mock(side_effect=workout_views.view)
    monkeypatch.setattr(open_lift, "view", shown)
    await runner.set_up("how do I breathe?", "how wide are my feet?")
    shown.assert_not_called()
    assert "how many reps was it?" in await runner.ask("fewer")
