"""What is typed between the sets: weights, and small numbers that are none."""

import pytest

from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import DONE, FRIDAY, done_in, lifts_of, tapped, workouts_of
from tests.conversations.waiting import texts, until


@pytest.mark.usefixtures("sets")
@pytest.mark.parametrize(("typed", "label"), [("3", "3 reps"), ("4", "4 reps")])
async def test_a_small_number_is_asked_about_and_is_the_reps(
    runner: Talker, world: World, typed: str, label: str
) -> None:
    [asked] = await runner.say(typed)
    assert asked.text == "❓ Is that how many reps it was?\nThe bar alone weighs 20 kg."
    assert asked.labels == [label, "Back"]
    second = await tapped(runner, asked, label)
    assert second.text.startswith("❓ Set 2 of 3 · 4 × 100 kg")
    [workout] = await workouts_of(world, runner)
    assert [(work.reps, work.weight_kg) for work in workout.done] == [(int(typed), 100.0)]


@pytest.mark.usefixtures("sets")
@pytest.mark.parametrize("typed", ["0", "5", "8", "8.5", "15", "19.5 kg", "5kg", "40 lb"])
async def test_what_is_less_than_the_bar_is_no_weight(runner: Talker, world: World, typed: str) -> None:
    refused, shown = await runner.say(typed)
    assert refused.text.startswith("⚠️")
    assert refused.text.endswith("The bar alone weighs 20 kg.")
    assert shown.text.startswith("❓ Set 1 of 3 · 4 × 100 kg")
    [workout] = await workouts_of(world, runner)
    assert workout.next_set.weight_kg == 100.0
    second = await tapped(runner, shown, DONE)
    assert second.text.startswith("❓ Set 2 of 3")


@pytest.mark.usefixtures("sets")
@pytest.mark.parametrize(("typed", "kg"), [("20", 20), ("97,5", 97.5), ("110kg", 110), ("225 lb", 102.06)])
async def test_a_weight_is_taken(runner: Talker, world: World, typed: str, kg: float) -> None:
    await runner.say(typed)
    [workout] = await workouts_of(world, runner)
    assert workout.next_set.weight_kg == pytest.approx(kg, abs=0.01)


@pytest.mark.usefixtures("sets")
async def test_a_load_that_no_plates_make_comes_with_the_nearest_that_they_make(runner: Talker) -> None:
    [loaded] = await runner.say("101")
    assert "Your plates make 100 kg: 20 + 20 a side" in loaded.text


async def test_the_weight_of_a_bell_needs_its_unit_where_it_may_be_reps(ada: Talker, world: World) -> None:
    await ada.set_up("/set timezone Europe/Berlin", "/set lifting new", "/set running 5 years", *FRIDAY)
    await ada.set_up("/schedule Tue 18:00 intervals, Thu 06:30 tempo 40 min, Sun 08:00 long 18 km")
    await ada.set_up("/set equipment kettlebell")
    *_, prompt = await until(world, ada, "2026-03-06 11:45")
    await tapped(ada, prompt, "Skip to the work sets")
    refused, _ = await ada.say("8")
    assert refused.text.endswith("A weight that small is written with its unit: 4 kg.")
    [bell] = await ada.say("8 kg")
    assert bell.text.startswith("❓ Set 1 of 3 · 5 × 8 kg")
    assert bell.labels[-4:-2] == ["Lighter 4 kg", "Heavier 12 kg"]


async def test_a_weight_told_after_the_first_set_is_that_of_the_first_set_too(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    *_, prompt = await until(world, runner, "2026-03-06 11:30")
    await tapped(runner, prompt, "Skip to the work sets", DONE)
    [loaded] = await runner.say("80")
    effort = await tapped(runner, loaded, DONE, "Finish now")
    await runner.press("3", effort)
    assert [done_in(lift) for lift in await lifts_of(world, runner)] == [[(4, 80.0, 3.0)] * 2]


@pytest.mark.usefixtures("sets")
async def test_what_is_typed_hours_later_gets_an_answer(runner: Talker, world: World) -> None:
    world.clock.go_on(hours=5)
    assert texts(await runner.say("done")) == ["🤷 That button is too old to do anything."]
