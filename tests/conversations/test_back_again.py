"""Taking back, or putting right, what was just said: of runs, lifts and races."""

import pytest

from tests.conversations.conftest import Talker

LIFT = "deadlifted 3x5 at 100 this morning"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("skip thursday's run", "nah I'll run it after all"),
        ("skip thursday's run", "changed my mind, running it"),
        ("skip thursday's run", "tempo is back on"),
        ("thursday's run is off", "no wait it's on again"),
        ("no run on thursday", "actually i am running thursday"),
        ("tempo on thursday is now easy", "oh no coach wants the tempo after all"),
        ("move the tempo to friday", "no wait, back to thursday"),
        ("move the tempo to friday", "actually leave it on thursday"),
        ("move the tempo to friday", "coach wants it on thursday after all"),
    ],
)
@pytest.mark.parametrize("between", ["today ok?", "thanks"])
async def test_a_run_is_as_it_was_whatever_was_asked_in_between(
    told: str, between: str, said: str, runner: Talker
) -> None:
    await runner.set_up(told, between)
    first, *_ = await runner.say(said)
    assert first.text.startswith("📌 Undone: the run of Thu 5 Mar")
    assert "As before: Thu 5 Mar · tempo · 06:30 · 40 min" in first.text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("skip thursday's run", "long run is back on"),
        ("skip thursday's run", "not doing the tempo after all"),
        ("skip thursday's run", "i'll run it"),
        ("move the tempo to friday", "back to friday"),
        ("move the tempo to friday", "no wait, back to thursday 7pm"),
        ("slept 4 hours", "no wait it's on again"),
        ("my knee hurts", "no wait, it's back on"),
        (LIFT, "i'll do it after all"),
    ],
)
async def test_what_is_about_another_run_takes_nothing_back(told: str, said: str, runner: Talker) -> None:
    await runner.set_up(told)
    assert not any(one.text.startswith("📌 Undone") for one in await runner.say(said))


async def test_long_after_it_nothing_is_taken_back(runner: Talker) -> None:
    await runner.say("skip thursday's run")
    runner.world.clock.go_on(minutes=31)
    assert not any(one.text.startswith("📌") for one in await runner.say("nah I'll run it after all"))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("oh wait that was 95", "📌 today 07:00 · deadlift 3 × 5 at 95 kg"),
        ("that was 95", "📌 today 07:00 · deadlift 3 × 5 at 95 kg"),
        ("it was 105 sorry", "📌 today 07:00 · deadlift 3 × 5 at 105 kg"),
        ("oh it was yesterday", "📌 Sun 1 Mar 07:00 · deadlift 3 × 5 at 100 kg"),
        ("wait, yesterday", "📌 Sun 1 Mar 07:00 · deadlift 3 × 5 at 100 kg"),
        ("hang on, it was saturday", "📌 Sat 28 Feb 07:00 · deadlift 3 × 5 at 100 kg"),
        ("no that was last night", "📌 Sun 1 Mar 19:00 · deadlift 3 × 5 at 100 kg"),
        ("sorry that was my brother's", "📌 Undone: the lift today 07:00"),
        ("oops, that wasn't me, my wife did that", "📌 Undone: the lift today 07:00"),
        ("wrong person", "📌 Undone: the lift today 07:00"),
    ],
)
async def test_a_lift_is_put_right_or_taken_back(said: str, line: str, runner: Talker) -> None:
    await runner.say(LIFT)
    assert (await runner.say(said))[0].text.startswith(line)


@pytest.mark.parametrize("said", ["wait, yesterday", "that was my brother's", "that was 95"])
async def test_behind_another_answer_a_lift_stays(said: str, runner: Talker) -> None:
    await runner.set_up(LIFT, "can i lift friday?")
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


@pytest.mark.parametrize("told", ["slept 4 hours", "my knee hurts", "i have a cold"])
@pytest.mark.parametrize("said", ["that was my wife", "wrong person", "that wasn't me"])
async def test_nothing_of_the_body_is_taken_back_in_passing(told: str, said: str, runner: Talker) -> None:
    await runner.say(told)
    assert not any(one.text.startswith("📌") for one in await runner.say(said))


@pytest.mark.parametrize(
    ("told", "said", "line"),
    [
        ("half marathon on 4 oct", "it's a 10k actually", "📌 Race: 10 k (A), Sun 4 Oct"),
        ("half marathon on 4 oct", "postponed to 11 oct", "📌 Race: half marathon (A), Sun 11 Oct, moved from Sun 4"),
        ("half marathon on 4 oct", "they moved it to 11 oct", "📌 Race: half marathon (A), Sun 11 Oct, moved from"),
        ("half marathon on 4 oct", "got pushed back to the 11th", "📌 Race: half marathon (A), Sun 11 Oct, moved"),
        ("got a 5k on oct 3", "it's moved to oct 10", "📌 Sat 10 Oct · race · 5 km, moved from Sat 3 Oct"),
        ("got a 5k on oct 3", "no, it's a 10k", "📌 Sat 3 Oct · race · 10 km"),
    ],
)
async def test_a_race_is_put_right(told: str, said: str, line: str, runner: Talker) -> None:
    await runner.say(told)
    assert (await runner.say(said))[0].text.startswith(line)


async def test_a_race_is_longer_where_what_was_told_is_called_wrong(runner: Talker) -> None:
    await runner.set_up("signed up for berlin half marathon 27 sept", "can i lift friday?")
    assert not any(one.text.startswith("📌") for one in await runner.say("it's a 10k"))
    assert (await runner.ask("ah no it's the full marathon")).startswith("📌 Race: berlin marathon (A), Sun 27 Sep")
