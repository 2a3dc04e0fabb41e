"""What is typed between the sets: weights, and small numbers that are none."""

import pytest

from bot.local.shown import ShownMessage
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
@pytest.mark.parametrize(("typed", "kg"), [("70", 70), ("97,5", 97.5), ("110kg", 110), ("225 lb", 102.06)])
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


@pytest.mark.usefixtures("sets")
async def test_a_set_that_is_typed_is_the_one_whose_turn_it_is(runner: Talker, world: World) -> None:
    [second] = await runner.say("105x3")
    assert second.text.startswith("❓ Set 2 of 3 · 4 × 105 kg")
    [workout] = await workouts_of(world, runner)
    assert [(work.reps, work.weight_kg) for work in workout.done] == [(3, 105.0)]
    assert len(await lifts_of(world, runner)) == 1


@pytest.mark.usefixtures("sets")
async def test_a_leap_is_asked_about(runner: Talker, world: World) -> None:
    [asked] = await runner.say("200")
    assert asked.text == "❓ 200 kg? That is far from 4 × 100 kg."
    assert [one.next_set.weight_kg for one in await workouts_of(world, runner)] == [100.0]
    loaded = await tapped(runner, asked, "Yes, 200 kg")
    assert loaded.text.startswith("❓ Set 1 of 3 · 4 × 200 kg")


@pytest.mark.usefixtures("sets")
async def test_more_than_anybody_lifts_is_refused_with_the_most(runner: Talker) -> None:
    refused, _ = await runner.say("1000kg")
    assert refused.text == "⚠️ The most I take is 500 kg."


@pytest.mark.parametrize(
    ("typed", "rir"), [("rpe 8", 2.0), ("2 left", 2.0), ("felt like an 8", 2.0), ("rpe 8.5", 1.5), ("2", 2.0)]
)
async def test_how_hard_it_was_can_be_typed(
    runner: Talker, world: World, sets: ShownMessage, typed: str, rir: float
) -> None:
    await tapped(runner, sets, DONE, DONE, DONE)
    await runner.say(typed)
    _, lift = await lifts_of(world, runner)
    assert done_in(lift) == [(4, 100.0, rir)] * 3


@pytest.mark.usefixtures("sets")
async def test_the_words_of_the_buttons_work_whatever_was_said_in_between(runner: Talker, world: World) -> None:
    await runner.say("/help")
    [lighter] = await runner.say("lighter")
    assert lighter.text.startswith("❓ Set 1 of 3 · 4 × 97.5 kg")
    await runner.say("/today")
    [second] = await runner.say("done")
    assert second.text.startswith("❓ Set 2 of 3")
    await runner.say("/privacy")
    [first] = await runner.say("back")
    assert first.text.startswith("❓ Set 1 of 3")
    assert [one.done for one in await workouts_of(world, runner)] == [()]


async def test_undo_takes_the_last_set_back(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE, DONE)
    [second] = await runner.say("undo that")
    assert second.text.startswith("❓ Set 2 of 3")
    assert [len(one.done) for one in await workouts_of(world, runner)] == [1]


async def test_undo_takes_back_what_was_changed_after_the_set(runner: Talker, world: World, sets: ShownMessage) -> None:
    await tapped(runner, sets, DONE)
    world.clock.go_on(minutes=1)
    await runner.say("/set target 1")
    assert await runner.ask("undo that") == "📌 Undone: the setting target."
    assert [len(one.done) for one in await workouts_of(world, runner)] == [1]


async def test_a_long_message_after_the_sets_is_not_only_an_effort(
    runner: Talker, world: World, sets: ShownMessage
) -> None:
    await tapped(runner, sets, DONE, DONE, DONE)
    await runner.say("felt like an 8 and I slept only 4.5 hours")
    checkins = await world.store.run(lambda records: records.checkins.of(runner.person.id))
    assert len(checkins) == 1


@pytest.mark.parametrize("word", ["lighter", "done", "next set", "heavier"])
async def test_a_button_of_another_view_shows_the_one_that_stands(
    runner: Talker, sets: ShownMessage, word: str
) -> None:
    """Asked how hard it was: there is nothing to load any more, and no page of the form guide is meant."""
    await tapped(runner, sets, DONE, DONE, DONE)
    [asked] = await runner.say(word)
    assert "how hard was it?" in asked.text


async def test_without_a_lift_that_is_being_done_its_words_are_words(runner: Talker) -> None:
    [answer] = await runner.say("lighter")
    assert "❓ Set" not in answer.text
