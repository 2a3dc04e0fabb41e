"""What is said in the gym and of logged lifts does what the buttons do."""

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World
from tests.conversations.pressing import now, press

# Friday, 6 March, 11:00 in Berlin: no run today, the long run is on Sunday, and the last lift was on Monday a week ago.
LOGGED = ("/log 2026-02-16 18:00 deadlift 3x4 100kg rpe 8", "/log 2026-02-23 18:00 deadlift 3x4 100kg rpe 8")
OFFER = "❓ As prescribed: deadlift 3 × 4 at 102.5 kg?"
YESTERDAY = "/log yesterday 18:00 deadlift 3x4 100kg rpe 8"


@pytest.fixture
async def lifter(runner: Talker, world: World) -> Talker:
    """Return the runner, with two lifts in the log, on a day that is good for one."""
    world.clock.go_on(days=4, hours=1)
    await runner.set_up(*LOGGED)
    return runner


@pytest.fixture
async def sets(lifter: Talker) -> ShownMessage:
    """Return the message in which the first work set is shown."""
    await lifter.say("log my lift")
    offer = lifter.person.messages[-1]
    return await press(lifter, "Set by set", offer)


async def sets_done(world: World, lifter: Talker) -> list[tuple[int, float | None]]:
    """Return the sets of the lift that is being done."""
    [(_, workout)] = await world.store.run(lambda records: records.workouts.of(lifter.person.id))
    return [(work.reps, work.weight_kg) for work in workout.done]


@pytest.mark.parametrize(
    "said",
    [
        *("log my lift", "start my workout", "I'm at the gym", "let me log today's session", "next set"),
        *("did my deadlifts as prescribed", "done, all sets", "did the session as planned"),
    ],
)
async def test_a_wish_to_lift_or_log_opens_what_log_opens(lifter: Talker, said: str) -> None:
    [offer] = await lifter.say(said)
    assert offer.text.startswith(OFFER)
    assert offer.labels[:2] == ["✓ Done as prescribed", "Set by set"]


async def test_warm_me_up_opens_the_warm_up(lifter: Talker) -> None:
    assert (await lifter.ask("warm me up")).startswith("🔥 Warm-up")


async def test_a_red_flag_holds_for_words_too(lifter: Talker) -> None:
    await lifter.say("chest pain and short of breath")
    for said in ("start my workout", "warm me up", "did my deadlifts as prescribed"):
        assert (await lifter.ask(said)).startswith("🩺")


async def test_did_the_session_is_the_lift_that_was_due(lifter: Talker) -> None:
    await lifter.set_up("/lifts fri 10:00")
    assert (await lifter.ask("did the session")).startswith(OFFER)
    assert (await lifter.ask("did my run")).startswith("❓ I know no such run of Fri 6 Mar.")


async def test_my_max_is_progress(lifter: Talker) -> None:
    progress = await lifter.ask("/progress")
    for said in ("what's my max", "what is my one rep max", "my PR?"):
        assert await lifter.ask(said) == progress


async def test_the_last_lift_is_deleted_and_comes_back(lifter: Talker) -> None:
    [gone] = await lifter.say("delete my last lift")
    assert gone.text == "📌 Deleted: Mon 23 Feb 18:00 · deadlift 3 × 4 at 100 kg (2 in reserve)"
    assert gone.labels == ["Undo"]
    back = "📌 Undone: the deletion; your lift Mon 23 Feb 18:00 is back in the log"
    assert (await lifter.ask("undo")).startswith(back)
    assert "Mon 23 Feb" in await lifter.ask("/log")


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("that was 105 kg", "3 × 4 at 105 kg (2 in reserve)"),
        ("it was 3 reps, not 4", "3 × 3 at 100 kg (2 in reserve)"),
        ("change yesterday's lift to 105", "3 × 4 at 105 kg (2 in reserve)"),
        ("my last lift was 97.5 kg", "3 × 4 at 97.5 kg (2 in reserve)"),
    ],
)
async def test_a_lift_is_put_right(lifter: Talker, said: str, now: str) -> None:
    await lifter.say(YESTERDAY)
    echo, *_ = await lifter.say(said)
    assert echo.text.startswith(f"📌 Thu 5 Mar 18:00 · deadlift {now}\n")
    assert echo.labels[0] == "Undo"


async def test_which_set_is_asked_where_they_differ(lifter: Talker) -> None:
    await lifter.say("/log yesterday 18:00 deadlift 100x4,4,3")
    [asked] = await lifter.say("it was 2 reps")
    assert asked.text.startswith("❓ Thu 5 Mar 18:00 · deadlift 2 × 4 at 100 kg, 1 × 3 at 100 kg. What was different?")
    echo, *_ = await lifter.say("it was 2 reps, not 3")
    assert echo.text.startswith("📌 Thu 5 Mar 18:00 · deadlift 2 × 4 at 100 kg, 1 × 2 at 100 kg\n")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("delete my lift", "❓ Which lift do you mean?"),
        ("that was 105 kg", "❓ Which lift do you mean?"),
        ("change yesterday's lift to 105", "❓ No lift of Thu 5 Mar is in your log. Which one do you mean?"),
    ],
)
async def test_which_lift_is_asked_where_it_is_not_clear(lifter: Talker, said: str, line: str) -> None:
    await lifter.set_up("/set units kg")
    [asked] = await lifter.say(said)
    assert asked.text.startswith(line)
    assert asked.labels == ["Edit Mon 23 Feb 18:00", "Edit Mon 16 Feb 18:00"]


async def test_without_a_log_there_is_nothing_to_put_right(runner: Talker) -> None:
    assert (await runner.ask("delete my last lift")).startswith("❓ No lift is in your log yet.")


async def test_a_lift_to_come_is_left_out_in_the_same_words(lifter: Talker) -> None:
    await lifter.set_up("/lifts mon 18:00")
    assert await lifter.ask("delete monday's deadlift") == "📌 Lift Mon 9 Mar 18:00: left out."


@pytest.mark.usefixtures("sets")
async def test_reps_that_are_told_are_those_of_the_set(lifter: Talker, world: World) -> None:
    await lifter.say("I got 3")
    assert await sets_done(world, lifter) == [(3, 102.5)]
    await lifter.say("I got 4")
    await lifter.say("that set was 2 reps")
    assert await sets_done(world, lifter) == [(3, 102.5), (2, 102.5)]
    await lifter.say("that was 100 kg")
    assert await sets_done(world, lifter) == [(3, 102.5), (2, 100)]


async def test_next_set_shows_the_set_whose_turn_it_is(lifter: Talker, sets: ShownMessage) -> None:
    await press(lifter, "✓ Done as prescribed", now(lifter, sets))
    assert (await lifter.ask("next set")).startswith("❓ Set 2 of 3 · 4 × 102.5 kg")


async def test_reps_mean_nothing_where_no_lift_is_done(lifter: Talker) -> None:
    assert (await lifter.ask("I got 3")).startswith("🤷")


async def test_a_weight_far_from_the_last_lift_changes_nothing_without_a_tap(lifter: Talker) -> None:
    [asked] = await lifter.say("my last deadlift was 140 kg")
    assert asked.text.startswith("❓ Which lift do you mean?")
    assert "118.1 kg" in (await lifter.ask("/progress"))


@pytest.mark.parametrize("said", ["change my last lift to 5000", "my last lift was 600 kg"])
async def test_a_weight_that_nobody_lifts_is_refused(lifter: Talker, said: str) -> None:
    assert (await lifter.ask(said)) == "⚠️ The most I take is 500 kg."


@pytest.mark.usefixtures("sets")
async def test_deleting_takes_the_set_back_that_was_done_and_loads_nothing(lifter: Talker, world: World) -> None:
    [shown] = await lifter.say("delete this lift")
    assert "4 × 102.5 kg" in shown.text
    await press(lifter, "Done as prescribed", shown)
    await lifter.say("delete this lift")
    assert await sets_done(world, lifter) == []
