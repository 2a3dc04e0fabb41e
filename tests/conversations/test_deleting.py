""" "Delete it": what was just told of, never all that is known."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

LIFT = "/log deadlift 3x4 100kg rpe 8"


@pytest.mark.parametrize(
    "said",
    ["delete it", "remove it", "remove that please", "delete the last one", "get rid of it", "no, erase that entry"],
)
async def test_the_lift_just_logged_is_taken_out(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, LIFT)
    assert (await runner.ask(said)).startswith("📌 Undone: the lift today 10:00, deadlift 3 × 4 at 100 kg")


@pytest.mark.parametrize("said", ["delete it", "delete the lift from today", "delete the lift from this morning"])
async def test_it_is_the_lift_after_a_look_at_something_else(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, LIFT, "/today")
    [told] = await runner.say(said)
    assert told.text.startswith("📌 Deleted: today 10:00 · deadlift 3 × 4 at 100 kg")
    assert told.labels == ["Undo"]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("/race 2026-10-04 10k", "📌 Undone: the race 10 k (A), Sun 4 Oct"),
        ("set units to lb", "📌 Undone: the setting units"),
        ("move thursday's tempo to friday", "📌 Undone: the run of Thu 5 Mar, the run of Fri 6 Mar"),
    ],
)
async def test_it_is_the_change_just_told_of(runner: Talker, told: str, line: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, LIFT, told)
    assert (await runner.ask("delete it")).startswith(line)


@pytest.mark.parametrize(
    ("told", "said"), [("/today", "delete it"), ("/today", "delete"), ("/today", "/ask delete it")]
)
async def test_with_nothing_that_it_could_be_it_is_asked_about(runner: Talker, told: str, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, told)
    assert (await runner.ask(said)).startswith("❓ What shall go? ")


async def test_pain_is_not_deleted_in_passing(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "my knee hurts")
    assert (await runner.ask("delete it")).startswith("❓ What shall go? ")
    assert "You told me about pain" in await runner.ask("/today")


@pytest.mark.parametrize("said", ["delete everything", "delete my data", "delete my account", "delete it all"])
async def test_all_goes_only_where_all_is_named(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, LIFT)
    assert (await runner.ask(said)).startswith("❓ Delete everything I know about you?")


@pytest.mark.parametrize("said", ["delete it", "remove that", "delete the last one"])
async def test_between_the_sets_it_is_the_last_set(runner: Talker, said: str) -> None:
    sets = ("/warmup", "skip to the work sets", "100", "done")
    await runner.set_up(
        *EXPERIENCED, "/schedule Sun 08:00 long 18 km", "/log 2026-02-23 deadlift 3x4 100kg rpe 8", *sets
    )
    assert (await runner.ask(said)).startswith("❓ Set 1 of 3")
    await runner.say("/cancel")
    assert "deadlift 3 × 4 at 100 kg" in await runner.ask("/log")
