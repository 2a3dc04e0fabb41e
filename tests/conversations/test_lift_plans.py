"""Lifts planned in words: the week, a single one that is not booked, a week without, and those of other people."""

import pytest

from tests.conversations.conftest import Talker

NOT_BOOKED = "🤷 Not booked: I keep no single lifts. /lifts {when} fixes that time for every week"


@pytest.mark.parametrize(
    ("asked", "said", "when", "headline"),
    [
        ("is friday ok for deadlifts", "great, put it in at 7am", "fri 07:00", "✅ Yes (Fri 07:00)"),
        ("is friday ok", "cool book it", "fri 18:00", "✅ Yes (Fri)"),
        ("is friday ok", "put me down for 6pm", "fri 18:00", "✅ Yes (Fri 18:00)"),
        ("is friday ok", "ok let's do that", "fri 18:00", "✅ Yes (Fri)"),
        ("thanks", "book me in for friday 6pm", "fri 18:00", "✅ Yes (Fri 18:00)"),
        ("thanks", "add a lift on saturday morning", "sat 07:00", "🟡 Light only (Sat 07:00)"),
        ("thanks", "put deadlifts in on friday", "fri 18:00", "✅ Yes (Fri)"),
    ],
)
async def test_a_single_lift_does_not_look_booked(
    asked: str, said: str, when: str, headline: str, runner: Talker
) -> None:
    await runner.say(asked)
    note, verdict = await runner.say(said)
    assert note.text.startswith(NOT_BOOKED.format(when=when))
    assert verdict.text.startswith(headline)


async def test_a_lift_that_stands_there_is_said_to(runner: Talker) -> None:
    await runner.set_up("/lifts fri 18:00", "is friday ok")
    note, verdict = await runner.say("cool book it")
    assert note.text == "📖 Your plan has a lift on Fri 6 Mar at 18:00."
    assert verdict.text.startswith("✅ Yes (Fri)")


@pytest.mark.parametrize("said", ["book it", "let's do that", "put it in"])
async def test_nothing_is_meant_where_no_verdict_was_given(said: str, runner: Talker) -> None:
    await runner.say("remind me at 6:30")
    assert "Not booked" not in (await runner.say(said))[0].text


@pytest.mark.parametrize(
    "said", ["plan my lifts", "can you plan my lifts for the week?", "make me a plan", "plan my week around my runs"]
)
async def test_the_week_is_planned_in_words(said: str, runner: Talker) -> None:
    [week] = await runner.say(said)
    assert week.text.startswith("Your next 7 days, with the lifts I would choose")
    assert "Plan these lifts" in week.labels


@pytest.mark.parametrize("said", ["skip lifting this week", "no deadlifts this week", "not lifting this week"])
async def test_the_lifts_of_a_week_are_left_out(said: str, runner: Talker) -> None:
    await runner.say("/lifts thu 18:00, fri 7:00")
    [stored] = await runner.say(said)
    assert stored.text.startswith("📌")
    assert "Thu 5 Mar" in stored.text
    assert "Fri 6 Mar" in stored.text
    assert "Undo" in stored.labels
    assert "lift" not in await runner.ask("what's on thursday?")


async def test_the_other_weeks_keep_theirs(runner: Talker) -> None:
    await runner.set_up("/lifts thu 18:00", "skip lifting this week")
    assert "lift · 18:00" in await runner.ask("what's on next thursday?")


@pytest.mark.parametrize("said", ["skip lifting this week", "no deadlifts next week"])
async def test_where_no_lift_is_planned_none_is_left_out(said: str, runner: Talker) -> None:
    assert (await runner.ask(said)).startswith("🤷 No lift is planned for those days")


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("move it to thursday", "Thu 18:00"),
        ("no, thursday", "Thu 18:00"),
        ("make it 7am", "Fri 07:00"),
        ("no, saturday 8am", "Sat 08:00"),
    ],
)
async def test_a_weekly_time_that_was_just_fixed_goes_elsewhere(said: str, row: str, runner: Talker) -> None:
    await runner.say("/lifts fri 18:00")
    first, *_ = await runner.say(said)
    assert first.text.startswith(f"📌 Your lift times:\n{row}")


@pytest.mark.parametrize(
    "said",
    [
        "can she lift again today?",
        "should my son lift today",
        "can my girlfriend deadlift on friday?",
        "how heavy should he go",
    ],
)
async def test_nobody_else_gets_the_runners_verdict(said: str, runner: Talker) -> None:
    await runner.say("my wife deadlifted 3x5 60kg yesterday")
    assert await runner.ask(said) == "📖 I only plan for you: what others have run and lifted I do not know."
