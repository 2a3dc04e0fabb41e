"""Undo says in a few words what it took back."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker, World
from tests.conversations.pressing import press

KNOWN = [
    ("/schedule Mon easy 5k", "the weekly runs"),
    ("/add tomorrow 18:00 tempo 10k", "the run of Tue 3 Mar"),
    ("/race 2026-09-27 marathon A Berlin", "the race Berlin marathon (A), Sun 27 Sep"),
    (
        "/log yesterday 18:00 deadlift 3x4 100kg rpe 8",
        "the lift Sun 1 Mar 18:00, deadlift 3 × 4 at 100 kg (2 in reserve)",
    ),
    ("/log yesterday 18:00 deadlift 3x4 100kg\nsquat 3x5 80kg", "2 lifts"),
    ("/lifts tue 18:00, fri 07:00", "the lift times"),
    ("/checkin soreness 6", "the soreness of Mon 2 Mar"),
    ("/checkin sleep 4.5", "the night before Mon 2 Mar"),
    ("last thursday's tempo felt awful", "how the run of Thu 26 Feb went"),
    ("/pause 7", "the pause"),
    ("/set equipment barbell, rack", "the setting equipment"),
    ("/remind week sun 18:00", "the setting remind week"),
]


@pytest.mark.parametrize(("said", "named"), KNOWN)
async def test_undo_names_what_it_took_back(runner: Talker, said: str, named: str) -> None:
    stored, *_ = await runner.say(said)
    assert stored.text.startswith("📌")
    assert (await runner.ask("undo")).split("\n")[0] == f"📌 Undone: {named}."


async def test_what_was_deleted_is_named_as_it_was(runner: Talker) -> None:
    await runner.say("/race 2026-09-27 marathon A Berlin")
    await runner.say("/race")
    await runner.press("Remove Berlin marathon (A), Sun 27 Sep", runner.person.messages[-1])
    assert await runner.ask("undo") == "📌 Undone: the change; back again is Berlin marathon (A), Sun 27 Sep."


async def test_a_race_that_was_moved_is_back_on_its_day(runner: Talker) -> None:
    await runner.set_up("/race 2026-09-27 marathon A Berlin", "move the race to 4 oct")
    assert await runner.ask("undo") == "📌 Undone: the change; back again is Berlin marathon (A), Sun 27 Sep."


async def test_the_days_whose_runs_were_changed_are_told_as_they_are_again(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "move thursday's tempo to friday")
    assert await runner.ask("undo") == (
        "📌 Undone: the run of Thu 5 Mar, the run of Fri 6 Mar.\n"
        "As before: Thu 5 Mar · tempo · 06:30 · 40 min, Fri 6 Mar · no run."
    )


BACK = [
    pytest.param(("/checkin pain 4 knee", "/checkin pain gone"), "the pain", id="a pain that was gone"),
    pytest.param(("/checkin ill 38.5", "/checkin well"), "the illness", id="an illness that was over"),
    pytest.param(("chest pain and short of breath", "my doctor cleared me"), "the warning sign", id="a cleared flag"),
    pytest.param(("/checkin pain 4 knee", "/checkin pain 1 knee"), "the pain", id="a worse pain"),
]


@pytest.mark.parametrize(("said", "back"), BACK)
async def test_what_holds_back_again_after_undo_is_said(runner: Talker, said: tuple[str, str], back: str) -> None:
    await runner.set_up(said[0])
    runner.world.clock.go_on(days=1)
    await runner.set_up(said[1])
    _, again = (await runner.ask("undo")).split("\n")
    assert again == f"This counts again: {back} of Mon 2 Mar."


async def test_undoing_a_pain_brings_nothing_back(runner: Talker) -> None:
    await runner.set_up("/checkin pain 4 knee")
    assert await runner.ask("undo") == "📌 Undone: the pain of Mon 2 Mar."


LIFT = "/log today 09:00 deadlift 3x4 100kg"
CHANGED = [
    pytest.param("rpe 8", "the effort; your lift today 09:00 stays in the log, deadlift 3 × 4 at 100 kg", id="effort"),
    pytest.param("that was 105 kg", "the change; your lift today 09:00 is back at deadlift 3 × 4 at 100 kg", id="load"),
    pytest.param("one more set", "the change; your lift today 09:00 is back at deadlift 3 × 4 at 100 kg", id="set"),
    pytest.param(
        "delete my last lift",
        "the deletion; your lift today 09:00 is back in the log, deadlift 3 × 4 at 100 kg",
        id="deletion",
    ),
]


@pytest.mark.parametrize(("said", "named"), CHANGED)
async def test_undo_of_a_change_of_a_lift_says_that_the_lift_is_there(runner: Talker, said: str, named: str) -> None:
    await runner.set_up(LIFT)
    await runner.set_up(said)
    assert await runner.ask("undo") == f"📌 Undone: {named}."
    assert "deadlift 3 × 4 at 100 kg" in await runner.ask("/log")


async def test_undo_of_another_effort_names_the_one_before(runner: Talker) -> None:
    await runner.set_up(f"{LIFT} rpe 8", "rpe 9")
    assert await runner.ask("undo") == (
        "📌 Undone: the new effort; your lift today 09:00 is back at deadlift 3 × 4 at 100 kg (2 in reserve)."
    )


async def test_undo_of_what_a_lift_is_called_is_no_effort(runner: Talker) -> None:
    stored, *_ = await runner.say(LIFT)
    menu = await press(runner, "Edit", stored)
    await press(runner, "Call it light", menu)
    assert (await runner.ask("undo")).startswith("📌 Undone: the change; your lift today 09:00 is back at")


@pytest.mark.parametrize("looks", [("/week",), ("/lifts",), ("/week", "/week", "/today"), ("/week", "/lifts", "/week")])
async def test_looking_at_the_plan_stands_in_the_way_of_no_undo(runner: Talker, looks: tuple[str, ...]) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/remind 06:30", "/lifts auto", *looks)
    assert (await runner.ask("undo")).startswith("📌 Undone: the lift times")
    assert await runner.ask("undo") == "📌 Undone: the setting reminder."


async def test_a_plan_that_grew_since_can_be_given_up(runner: Talker, world: World) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/lifts auto")
    world.clock.go_on(days=2)
    await runner.say("/week")
    assert (await runner.ask("undo")).startswith("📌 Undone: the lift times")
