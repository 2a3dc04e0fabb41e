"""Races in passing: called off by no name, how far off, and the day of one of which only the month was told."""

import pytest

from tests.conversations.conftest import Talker

HALF, FIVE = "signed up for berlin half marathon 27 sept", "got a 5k on oct 3"


@pytest.mark.parametrize(
    "said",
    [
        "cancel the race",
        "the race is off",
        "not racing anymore",
        "i'm not doing the race any more",
        "please delete my race",
    ],
)
async def test_the_one_race_is_called_off_by_no_name(said: str, runner: Talker) -> None:
    await runner.say(HALF)
    first, *_ = await runner.say(said)
    assert first.text.startswith("📌 Removed: berlin half marathon (A), Sun 27 Sep")
    assert "Undo" in first.labels


async def test_a_race_that_is_only_a_run_is_called_off_too(runner: Talker) -> None:
    await runner.say(FIVE)
    assert (await runner.say("cancel the race"))[0].text.startswith("📌 race Sat 3 Oct: skipped")


async def test_of_two_races_the_runner_says_which(runner: Talker) -> None:
    await runner.set_up(HALF, "half marathon on 8 nov")
    [shown] = await runner.say("cancel the race")
    assert shown.text.startswith("Your races:")
    assert len(shown.labels) == 2


async def test_without_a_race_there_is_none_to_call_off(runner: Talker) -> None:
    assert (await runner.ask("not racing anymore")).startswith("No races.")


async def test_while_a_red_flag_stands_no_race_goes(runner: Talker) -> None:
    await runner.set_up(HALF, "I have chest pain")
    assert not any(one.text.startswith("📌 Removed") for one in await runner.say("not racing anymore"))


@pytest.mark.parametrize("said", ["my wife's race is off", "is the race off?", "not racing it hard"])
async def test_any_other_race_stays(said: str, runner: Talker) -> None:
    await runner.say(HALF)
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


async def test_what_is_doubted_of_a_race_is_called_what_it_is(runner: Talker) -> None:
    await runner.say(HALF)
    told = [one.text for one in await runner.say("my neighbour cancelled the race")]
    assert not any("I would note: a race" in text for text in told)


@pytest.mark.parametrize(
    ("told", "asked", "line"),
    [
        (HALF, "how many weeks till then", "berlin half marathon (A), Sun 27 Sep · in 209 days"),
        (HALF, "how many days until then?", "berlin half marathon (A), Sun 27 Sep · in 209 days"),
        (HALF, "how long is that away", "berlin half marathon (A), Sun 27 Sep · in 209 days"),
        (FIVE, "how long till my race", "Sat 3 Oct · race · 5 km · in 215 days, no taper"),
        (FIVE, "how many weeks to my 5k", "Sat 3 Oct · race · 5 km · in 215 days, no taper"),
        (FIVE, "how many weeks till then", "Sat 3 Oct · race · 5 km · in 215 days, no taper"),
    ],
)
async def test_how_far_off_a_race_is(told: str, asked: str, line: str, runner: Talker) -> None:
    await runner.say(told)
    assert await runner.ask(asked) == line


async def test_a_race_that_is_only_a_run_is_listed(runner: Talker) -> None:
    await runner.say("10k race tomorrow")
    assert await runner.ask("/race") == "Your races:\nTue 3 Mar · race · 10 km · no taper"


@pytest.mark.parametrize("said", ["maybe the one on april 18", "april 18", "it's on the 18th of april"])
async def test_the_day_of_a_race_may_be_told_alone(said: str, runner: Talker) -> None:
    await runner.say("thinking about doing a marathon in april")
    [asked] = await runner.say(said)
    assert asked.text.startswith("❓ Shall I taper your lifting for the race on Sat 18 Apr?")
    assert (await runner.ask("/race")).startswith("No races.")


async def test_with_a_tap_the_race_is_one_to_taper_for(runner: Talker) -> None:
    await runner.set_up("half marathon in 5 weeks")
    [asked] = await runner.say("on the 5th of april")
    stored, *_ = await runner.press("Yes, taper", asked)
    assert stored.text.startswith("📌 Race: half marathon (A), Sun 5 Apr")


@pytest.mark.parametrize("between", ["can i lift friday?", "thanks"])
async def test_behind_another_answer_a_day_is_asked_about(between: str, runner: Talker) -> None:
    await runner.set_up("thinking about doing a marathon in april", between)
    assert "Shall I taper" not in (await runner.say("april 18"))[0].text


async def test_two_races_in_one_message_are_both_kept(runner: Talker) -> None:
    first, second = await runner.say("10k on May 3 and a half on June 7")
    assert first.text == "📌 Race: 10 k (A), Sun 3 May"
    assert second.text == "📌 Race: half marathon (A), Sun 7 Jun"
    listed = await runner.ask("/race")
    assert "10 k (A), Sun 3 May" in listed
    assert "half marathon (A), Sun 7 Jun" in listed


async def test_two_races_told_with_a_question_are_both_kept(runner: Talker) -> None:
    first, second, answer = await runner.say("10k on May 3 and a half on June 7, can I deadlift on May 1?")
    assert (first.text[:2], second.text[:2]) == ("📌 ", "📌 ")
    assert answer.text.startswith("⛔ Not then (Fri)")
