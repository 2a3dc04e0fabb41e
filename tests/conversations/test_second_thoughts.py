"""What is said on second thoughts: another day, another value, back again, or go ahead."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

MOVED, RACE, REMINDER, USUAL, QUIET = (
    "move thursday's tempo to friday",
    "half marathon on 4 oct",
    "remind me at 6:30",
    "i usually run at 7am",
    "quiet hours from 22 to 7",
)


@pytest.mark.parametrize(
    ("told", "instead", "line"),
    [
        (MOVED, "no saturday", "📌 Sat 7 Mar · tempo · 06:30"),
        (MOVED, "no, saturday", "📌 Sat 7 Mar · tempo · 06:30"),
        (MOVED, "wait, saturday at 8am then", "📌 Sat 7 Mar · tempo · 08:00"),
        (RACE, "no, 18 oct", "📌 Race: half marathon (A), Sun 18 Oct, moved from Sun 4 Oct"),
        (RACE, "no the 11th", "📌 Race: half marathon (A), Sun 11 Oct, moved from Sun 4 Oct"),
        (REMINDER, "make it 7", "📌 reminder: 07:00"),
        (REMINDER, "no, 6:15", "📌 reminder: 06:15"),
        (REMINDER, "sorry, 7:15", "📌 reminder: 07:15"),
        (REMINDER, "turn it off", "📌 reminder: off"),
        (USUAL, "no 6:15", "📌 run_time: 06:15"),
        (QUIET, "no, 23 to 6", "📌 quiet: 23:00-06:00"),
    ],
)
async def test_what_was_meant_instead_holds(runner: Talker, told: str, instead: str, line: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, told)
    first, *_ = await runner.say(instead)
    assert first.text.startswith(line)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (MOVED, "no, 6"),
        (REMINDER, "no, thursday"),
        (REMINDER, "no, 25:00"),
        ("slept 4 hours", "no, saturday"),
        ("/set units kg", "no, 6:15"),
    ],
)
async def test_what_cannot_be_meant_of_the_last_change_changes_nothing(runner: Talker, told: str, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, told)
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


async def test_behind_a_verdict_another_day_is_asked_about(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, MOVED, "can i lift tomorrow?")
    assert "For Sat 7 Mar." in await runner.ask("no, saturday")


@pytest.mark.parametrize("said", ["put it back", "no, forget that", "cancel that please", "that was a mistake"])
async def test_what_was_just_changed_is_taken_back(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, MOVED)
    assert (await runner.ask(said)).startswith("📌 Undone: the run of Thu 5 Mar, the run of Fri 6 Mar.")


@pytest.mark.parametrize("said", ["no wait i did it", "i ran after all", "actually i did do it"])
async def test_a_run_that_was_skipped_was_run_after_all(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, "/schedule Mon easy 5k", "skipped today's run")
    assert (await runner.ask(said)).endswith("As before: Mon 2 Mar · easy · 5 km.")


@pytest.mark.parametrize("between", ["can i lift tomorrow?", "thanks"])
async def test_nothing_is_taken_back_behind_another_answer(runner: Talker, between: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, MOVED, between)
    assert not (await runner.ask("put it back")).startswith("📌")


async def test_doing_it_is_no_run_that_was_skipped(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, MOVED)
    assert not (await runner.ask("no wait i did it")).startswith("📌")


@pytest.mark.parametrize("said", ["do it", "yes do it", "ok, go ahead", "please do that"])
async def test_the_one_change_that_was_offered_is_made(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "what if i move the tempo to friday")
    first, *_ = await runner.say(said)
    assert first.text.startswith("📌 Fri 6 Mar · tempo · 06:30")


@pytest.mark.parametrize("said", ["ok", "can i do it?", "do it tomorrow"])
async def test_no_change_is_made_by_less_than_that(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "what if i move the tempo to friday")
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("no thursday is 7am", "Thu · tempo · 07:00"),
        ("no wait thurs is 7am", "Thu · tempo · 07:00"),
        ("no sorry, thursday is 7am", "Thu · tempo · 07:00"),
        ("no, thursday at 7am", "Thu · tempo · 07:00"),
        ("sorry, sunday is 9am", "Sun · long run · 09:00"),
        ("no thursday is hills", "Thu · hills · 06:30"),
    ],
)
async def test_a_day_put_right_behind_the_week_changes_the_week(runner: Talker, said: str, row: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert row in await runner.ask(said)


async def test_the_same_words_ask_about_a_day_long_after(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    runner.world.clock.go_on(hours=1)
    assert "For Thu 5 Mar." in await runner.ask("no thursday is 7am")


@pytest.mark.parametrize(
    "said", ["felt easy", "that was really hard", "too easy", "it was pretty heavy, had nothing left"]
)
async def test_how_hard_a_lift_was_is_asked_in_numbers(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "did 3x5 at 100 this morning")
    [asked] = await runner.say(said)
    assert asked.text.endswith("How many more good reps were left at the end of a set?")
    first, *_ = await runner.say("1")
    assert "deadlift 3 × 5 at 100 kg (1 in reserve)" in first.text


async def test_hard_is_said_of_no_lift_where_none_was_logged(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert "How many more good reps" not in await runner.ask("that was really hard")


@pytest.mark.parametrize("said", ["6 out of 10", "actually 6/10", "no 6"])
async def test_another_soreness_takes_the_place_of_the_one_just_told(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "my legs are sore", "4")
    first, *_ = await runner.say(said)
    assert first.text.startswith("📌 Soreness 6/10.")


async def test_a_pain_that_is_said_to_be_next_to_nothing_is_a_niggle(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "my knee hurts")
    first, *_ = await runner.say("its nothing, 1/10")
    assert first.text.startswith("📌 Niggle noted: 1/10.")


async def test_the_sets_of_a_lift_that_was_half_told_are_of_its_day(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert (await runner.ask("lifted yesterday")).startswith("❓")
    first, *_ = await runner.say("3x5 100")
    assert first.text.startswith("📌 Sun 1 Mar 12:00 · deadlift 3 × 5 at 100 kg")


async def test_what_is_no_answer_to_a_half_told_lift_is_read_alone(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "lifted yesterday")
    assert "For Tue 3 Mar." in await runner.ask("can i lift tomorrow?")
    first, *_ = await runner.say("3x5 100")
    assert first.text.startswith("📌 today")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("quiet hours from 22 to 7", "22:00-07:00"),
        ("quiet 22:00-06:30", "22:00-06:30"),
        ("no messages between 10 and 7", "22:00-07:00"),
        ("don't message me from 10pm until 6am", "22:00-06:00"),
    ],
)
async def test_quiet_hours_are_told_by_both_ends(runner: Talker, said: str, value: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert await runner.ask(said) == f"📌 quiet: {value}"


@pytest.mark.parametrize("said", ["in pounds", "sorry lbs", "that was in lb"])
async def test_the_unit_told_behind_a_bare_weight_is_that_of_the_lift(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "did 5x5 at 225 this morning")
    lift, setting, *_ = await runner.say(said)
    assert lift.text.startswith("📌 today 07:00 · deadlift 5 × 5 at 225 lb")
    assert setting.text == "📌 units: lb"
    assert "deadlift 5 × 5 at 225 kg" in await runner.ask("undo")
    assert "units: kg" in await runner.ask("/set")


async def test_a_weight_that_was_told_with_its_unit_keeps_it(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "did 5x5 at 100 kg this morning", "in pounds")
    assert "5 × 5 at 220.5 lb" in await runner.ask("/log")


@pytest.mark.parametrize("told", ["my back hurts 6/10", "sore 8", "slept 3 hours", "I have a fever"])
@pytest.mark.parametrize("said", ["forget it", "forget that", "that was a mistake", "put it back"])
async def test_nothing_told_of_the_body_is_taken_back_in_passing(runner: Talker, told: str, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, told)
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


@pytest.mark.parametrize("said", ["ok i'll do it", "do it", "i'll take it", "drop it"])
async def test_the_changes_under_a_verdict_are_no_offer(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "can i deadlift saturday?")
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


@pytest.mark.parametrize("said", ["drop it", "change it"])
async def test_an_offer_is_not_taken_by_words_that_may_reject_it(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "what if i move the tempo to friday")
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


@pytest.mark.parametrize(("told", "said"), [("what if i move the tempo to friday", "do it"), (MOVED, "put it back")])
async def test_an_old_answer_is_done_nothing_about(runner: Talker, told: str, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, told)
    runner.world.clock.go_on(hours=1)
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (RACE, "no beer until sunday"),
        (MOVED, "no meetings on saturday"),
        (MOVED, "actually busy on saturday"),
        (MOVED, "no, 12 km"),
        (MOVED, "no, 30 min"),
        (REMINDER, "nope, up at 5"),
        (RACE, "no, the 32nd"),
    ],
)
async def test_words_that_are_more_than_a_day_or_a_value_put_nothing_right(
    runner: Talker, told: str, said: str
) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, told)
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


async def test_only_the_last_answer_is_put_right(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, MOVED, "what's on saturday?")
    assert not any(one.text.startswith("📌") for one in await runner.say("no, sunday"))


async def test_a_run_skipped_ahead_is_not_run_after_all(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "skip my run tomorrow")
    assert "As before" not in (await runner.say("ok i did"))[0].text


async def test_no_step_of_the_set_up_is_taken_back_in_passing(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    assert not any(one.text.startswith("📌 Undone") for one in await ada.say("forget that"))


async def test_a_red_flag_stands_before_the_unit_of_a_lift(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "did 5x5 at 225 this morning", "chest pain")
    assert (await runner.say("in pounds"))[0].text.startswith("🩺")
