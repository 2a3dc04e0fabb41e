"""A lift is put right in words: the one whose menu is open, or the one that was just logged."""

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.gym.doing import done_in, lifts_of
from tests.conversations.pressing import press

LOGGED = "/log yesterday 18:00 deadlift 3x5 85kg rpe 7"
NEWER = "/log today 09:00 deadlift 3x4 100kg"


@pytest.fixture
async def opened(runner: Talker) -> ShownMessage:
    """Return the menu of the older one of two lifts."""
    await runner.set_up(LOGGED, NEWER)
    [menu] = await runner.say("/log")
    return await press(runner, "Edit Sun 1 Mar 18:00", menu)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("said", "sets"),
    [
        ("it was 4 sets actually, the last one 3 reps at 80", [(5, 85, 3)] * 3 + [(3, 80, 3)]),
        ("add a set of 3 at 80", [(5, 85, 3)] * 3 + [(3, 80, None)]),
        ("80 not 85", [(5, 80, 3)] * 3),
        ("rpe 8 not 7", [(5, 85, 2)] * 3),
        ("4 sets", [(5, 85, 3)] * 4),
        ("one set less", [(5, 85, 3)] * 2),
        ("82.5", [(5, 82.5, 3)] * 3),
        ("4 not 5", [(4, 85, 3)] * 3),
        ("2 not 3", [(5, 85, 3)] * 2),
        ("was 8 not 7", [(5, 85, 2)] * 3),
        ("3x4 at 80", [(4, 80, 3)] * 3),
        ("80x5,5,3 rpe 9", [(5, 80, 1), (5, 80, 1), (3, 80, 1)]),
    ],
)
async def test_the_lift_is_changed_whose_menu_is_open(
    runner: Talker, world: World, said: str, sets: list[tuple[int, float, float | None]]
) -> None:
    echo, *_ = await runner.say(said)
    assert echo.text.startswith("📌 Sun 1 Mar 18:00 · deadlift")
    assert echo.labels[0] == "Undo"
    older, newer = await lifts_of(world, runner)
    assert done_in(older) == sets
    assert done_in(newer) == [(4, 100, None)] * 3
    await runner.say("undo")
    assert done_in((await lifts_of(world, runner))[0]) == [(5, 85, 3)] * 3


@pytest.mark.usefixtures("opened")
async def test_its_day_is_changed_too_and_one_change_follows_another(runner: Talker, world: World) -> None:
    [moved, *_] = await runner.say("it was saturday")
    assert moved.text.startswith("📌 Sat 28 Feb 18:00 · deadlift 3 × 5 at 85 kg")
    [loaded, *_] = await runner.say("90 not 85")
    assert loaded.text.startswith("📌 Sat 28 Feb 18:00 · deadlift 3 × 5 at 90 kg")
    await runner.say("delete it")
    assert [done_in(one) for one in await lifts_of(world, runner)] == [[(4, 100, None)] * 3]


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("said", ["7", "70 not 75", "5 sets not 4", "set 5 was 3 reps"])
async def test_what_does_not_fit_the_lift_is_asked(runner: Talker, world: World, said: str) -> None:
    [asked] = await runner.say(said)
    assert asked.text.startswith("❓ Sun 1 Mar 18:00 · deadlift 3 × 5 at 85 kg (3 in reserve). What was different?")
    assert done_in((await lifts_of(world, runner))[0]) == [(5, 85, 3)] * 3


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("label", "lifts"),
    [
        ("Change that one", [[(5, 90, 3)] * 4, [(4, 100, None)] * 3]),
        ("Another lift", [[(5, 85, 3)] * 3, [(4, 100, None)] * 3, [(5, 90, None)] * 4]),
    ],
)
async def test_a_whole_lift_of_the_same_name_is_asked_about(
    runner: Talker, world: World, label: str, lifts: list[list[tuple[int, float, float | None]]]
) -> None:
    [question] = await runner.say("deadlift 4x5 at 90")
    assert question.text == ("❓ Is that the lift you are changing, or another one: deadlift 4 × 5 at 90 kg?")
    assert len(await lifts_of(world, runner)) == 2
    await runner.press(label, question)
    assert [done_in(one) for one in await lifts_of(world, runner)] == lifts


@pytest.mark.usefixtures("opened")
async def test_another_lift_by_its_name_is_another_lift(runner: Talker, world: World) -> None:
    await runner.say("deadlifted 2x3 at 110 this morning")
    assert len(await lifts_of(world, runner)) == 3


@pytest.mark.usefixtures("opened")
async def test_a_question_is_answered_while_a_menu_is_open(runner: Talker, world: World) -> None:
    assert (await runner.ask("how do I breathe?")).startswith("📖 Breathing and bracing")
    await runner.say("80 kg")
    assert done_in((await lifts_of(world, runner))[0]) == [(5, 85, 3)] * 3


@pytest.mark.parametrize(
    ("said", "sets"),
    [
        ("it was 4 sets, not 3", [(4, 100, 2)] * 4),
        ("was rpe 9 not 8", [(4, 100, 1)] * 3),
        ("one more set", [(4, 100, 2)] * 4),
        ("the last set was only 2 reps", [(4, 100, 2)] * 2 + [(2, 100, 2)]),
        ("it was 3x3 at 105", [(3, 105, 2)] * 3),
    ],
)
async def test_the_lift_that_was_just_logged_is_changed_without_a_menu(
    runner: Talker, world: World, said: str, sets: list[tuple[int, float, float]]
) -> None:
    await runner.set_up(LOGGED, f"{NEWER} rpe 8")
    echo, *_ = await runner.say(said)
    assert echo.text.startswith("📌 today 09:00 · deadlift")
    older, newer = await lifts_of(world, runner)
    assert done_in(newer) == sets
    assert done_in(older) == [(5, 85, 3)] * 3


@pytest.mark.parametrize("said", ["edit my last lift", "change my last lift", "edit yesterday's lift"])
async def test_the_menu_of_a_lift_opens_in_words(runner: Talker, said: str) -> None:
    await runner.set_up(LOGGED)
    [menu] = await runner.say(said)
    assert menu.text.startswith("❓ Sun 1 Mar 18:00 · deadlift 3 × 5 at 85 kg (3 in reserve). What was different?")


@pytest.mark.parametrize("said", ["one more set", "4 sets", "80", "5 not 8"])
async def test_without_a_lift_there_is_nothing_to_put_right(runner: Talker, world: World, said: str) -> None:
    replies = await runner.say(said)
    assert not any(reply.text.startswith("📌") for reply in replies)
    assert await lifts_of(world, runner) == []


async def test_numbers_that_the_lift_does_not_have_are_said_of_something_else(runner: Talker) -> None:
    await runner.set_up(NEWER)
    replies = await runner.say("6 not 8")
    assert not any("What was different?" in reply.text for reply in replies)


async def test_pounds_are_put_right_in_pounds(runner: Talker) -> None:
    await runner.set_up("/set units lb", "/log today 09:00 deadlift 3x5 185lb")
    echo, *_ = await runner.say("175 not 185")
    assert echo.text.startswith("📌 today 09:00 · deadlift 3 × 5 at 175 lb")


async def test_more_than_anybody_lifts_is_refused(runner: Talker) -> None:
    await runner.set_up(NEWER)
    assert await runner.ask("the last set was 600 kg") == "⚠️ The most I take is 500 kg."
