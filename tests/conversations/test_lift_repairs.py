"""A logged lift put right in words: named by its weight, told anew, rated, denied."""

import pytest

from tests.conversations.conftest import Talker

LOGGED = "/log yesterday 18:00 deadlift 3x5 100kg"


@pytest.mark.parametrize("text", ["delete that 60kg lift", "remove the 60 kg one", "get rid of that 60 lift please"])
async def test_a_lift_named_by_its_weight_is_deleted(runner: Talker, text: str) -> None:
    await runner.set_up(LOGGED, "/log today 08:00 deadlift 3x5 60kg")
    assert (await runner.say(text))[0].text == "📌 Deleted: today 08:00 · deadlift 3 × 5 at 60 kg"


async def test_a_weight_that_no_lift_has_is_asked_about(runner: Talker) -> None:
    await runner.say(LOGGED)
    assert (await runner.ask("delete that 60kg lift")).startswith("❓ Which lift do you mean?")


async def test_the_one_with_a_weight_had_another(runner: Talker) -> None:
    await runner.set_up("/log today 08:00 deadlift 3x5 60kg", LOGGED)
    assert (await runner.say("the 60 one was 50"))[0].text.startswith("📌 today 08:00 · deadlift 3 × 5 at 50 kg")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("100 kg was hard, i can make maybe 1 more", 1),
        ("could have done 2 more", 2),
        ("that was tough, had one left in the tank", 1),
        ("felt like rpe 9", 1),
        ("that was rpe 7", 3),
    ],
)
async def test_how_hard_it_was_is_added_to_the_last_lift(runner: Talker, text: str, left: int) -> None:
    await runner.say(LOGGED)
    [rated, *_] = await runner.say(text)
    assert rated.text.startswith(f"📌 Sun 1 Mar 18:00 · deadlift 3 × 5 at 100 kg ({left} in reserve)")


async def test_sets_with_their_effort_are_still_a_new_lift(runner: Talker) -> None:
    await runner.say(LOGGED)
    assert (await runner.say("3x5 at 100 kg rpe 9"))[0].text.startswith("📌 today 10:00 · deadlift 3 × 5 at 100 kg")


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("edit that lift, it was at 7am", "today 07:00 · deadlift 3 × 5 at 60 kg"),
        ("No, I am mistaken, it was Sunday", "Sun 1 Mar 10:00 · deadlift 3 × 5 at 60 kg"),
        ("it was 50kg 3x5 ydy", "Sun 1 Mar 12:00 · deadlift 3 × 5 at 50 kg"),
        ("actualy it was 50kg not 60", "today 10:00 · deadlift 3 × 5 at 50 kg"),
        ("actually it was 105", "today 10:00 · deadlift 3 × 5 at 105 kg"),
    ],
)
async def test_what_was_just_logged_is_told_anew(runner: Talker, text: str, echo: str) -> None:
    await runner.say("deadlift 3x5 60kg")
    assert (await runner.say(text))[0].text.startswith(f"📌 {echo}\n")


@pytest.mark.parametrize("meant", ["actually it was 455", "no, 455", "i meant 455", "455 not 405"])
async def test_pounds_stay_pounds(runner: Talker, meant: str) -> None:
    await runner.say("deadlift 405 lb 3x2")
    assert (await runner.say(meant))[0].text.startswith("📌 today 10:00 · deadlift 3 × 2 at 206.4 kg")


async def test_a_day_alone_says_nothing_of_a_lift_before_another_change(runner: Talker) -> None:
    await runner.set_up("deadlift 3x5 60kg", "saturday easy 5k")
    assert (await runner.ask("it was sunday")).startswith("🤷")


async def test_a_lift_that_was_not_is_shown_with_its_delete_button(runner: Talker) -> None:
    await runner.say("deadlift 3x5 60kg")
    [shown] = await runner.say("i did not lift today! you write it wrong")
    assert shown.text.startswith("❓ today 10:00 · deadlift 3 × 5 at 60 kg")
    assert "Delete" in shown.labels


async def test_of_a_day_without_a_lift_nothing_is_deleted(runner: Talker) -> None:
    await runner.say(LOGGED)
    assert (await runner.ask("i did not lift today")).startswith("❓ No lift of Mon 2 Mar is in your log.")


async def test_an_ok_before_what_was_done_is_no_question(runner: Talker) -> None:
    [logged, *_] = await runner.say("ok I did 3x8 at 30kg just now, felt easy!")
    assert logged.text.startswith("📌 today 10:00 · deadlift 3 × 8 at 30 kg, light")
    assert not (await runner.say("ok i lift tomorrow?"))[0].text.startswith("📌")
