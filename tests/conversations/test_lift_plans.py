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


@pytest.mark.parametrize(
    ("said", "first", "last", "until"),
    [
        ("no lifting this week", "Mon 2 Mar", "Sun 8 Mar", "Mon 9 Mar"),
        ("skip lifting this week", "Mon 2 Mar", "Sun 8 Mar", "Mon 9 Mar"),
        ("no deadlifts next week", "Mon 9 Mar", "Sun 15 Mar", "Mon 16 Mar"),
        ("not lifting until Monday", "Mon 2 Mar", "Sun 8 Mar", "Mon 9 Mar"),
        ("not lifting till friday", "Mon 2 Mar", "Thu 5 Mar", "Fri 6 Mar"),
        ("taking a week off the bar", "Mon 2 Mar", "Sun 8 Mar", "Mon 9 Mar"),
        ("I'm taking two weeks off lifting", "Mon 2 Mar", "Sun 15 Mar", "Mon 16 Mar"),
        ("won't be lifting for 10 days, busy at work", "Mon 2 Mar", "Wed 11 Mar", "Thu 12 Mar"),
        ("no gym from friday to sunday", "Fri 6 Mar", "Sun 8 Mar", "Mon 9 Mar"),
        ("off deadlifts till the 20th", "Mon 2 Mar", "Thu 19 Mar", "Fri 20 Mar"),
    ],
)
async def test_where_no_lift_is_planned_a_pause_of_those_days_is_offered(
    said: str, first: str, last: str, until: str, runner: Talker
) -> None:
    [offer] = await runner.say(said)
    assert offer.text.startswith("❓ No lift is planned for those days")
    assert offer.text.endswith(f"Shall I send nothing unasked from {first} to {last}?")
    assert f"Pause until {until}" in offer.labels
    assert "Paused" not in await runner.ask("/pause")
    [paused] = await runner.press(f"Pause until {until}", offer)
    assert paused.text.startswith("📌 ")
    await runner.say("undo")
    assert "Paused" not in await runner.ask("/pause")


async def test_a_no_to_the_pause_leaves_everything(runner: Talker) -> None:
    [offer] = await runner.say("no lifting this week")
    assert "Pause until Mon 9 Mar" in offer.labels
    assert await runner.ask("no") == "📖 Kept: everything is as it was."
    assert "Paused" not in await runner.ask("yes")
    assert "Paused" not in await runner.ask("/pause")


async def test_the_pause_is_offered_beside_the_lifts_that_are_left_out(runner: Talker) -> None:
    await runner.say("/lifts thu 18:00")
    [left_out] = await runner.say("not lifting until Monday")
    assert left_out.text.startswith("📌 Lift Thu 5 Mar 18:00: left out.")
    assert left_out.labels == ["Undo", "Pause until Mon 9 Mar"]
    [paused] = await runner.press("Pause until Mon 9 Mar", left_out)
    assert paused.text == "📌 Paused: I send nothing unasked before Mon 9 Mar."


async def test_a_pause_that_holds_as_long_is_not_offered_again(runner: Talker) -> None:
    await runner.say("/pause 14")
    assert (await runner.ask("no lifting this week")).startswith("🤷 No lift is planned for those days")


@pytest.mark.parametrize(
    "said", ["should I skip lifting this week?", "taking a week off running", "no running this week"]
)
async def test_a_question_or_a_week_without_runs_offers_no_pause_for_lifts(said: str, runner: Talker) -> None:
    assert not any("No lift is planned" in one.text for one in await runner.say(said))


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


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("no lifting this week, sick with fever", "📌 Illness noted"),
        ("no lifting this week as I'm pregnant", "❓ May I keep"),
        ("no lifting this week, had a stress fracture", "❓ May I keep"),
        ("not lifting for 3 weeks after my surgery", "❓ May I keep"),
        ("no lifting this week, flying to Tokyo friday", "❓ Away from Fri 6 Mar"),
        ("no gym next week, holiday", "❓ Away from Mon 9 Mar"),
        ("no lifting this week, marathon on sunday", "📌 Sun 8 Mar · race · 42.2 km"),
        ("taking a week off the bar, back hurts", "📌 Pain noted"),
        ("no lifting this week, sick", "📌 Illness noted"),
        ("not lifting until Monday because of flu", "📌 Illness noted"),
        ("no gym this week, pregnant", "❓ May I keep"),
    ],
)
async def test_a_reason_that_tells_of_the_runner_is_never_passed_over(said: str, first: str, runner: Talker) -> None:
    await runner.say("/lifts thu 18:00")
    heard, *_ = await runner.say(said)
    assert heard.text.startswith(first)


async def test_who_is_ill_beside_days_off_gets_no_yes(runner: Talker) -> None:
    await runner.say("no lifting this week, sick with fever")
    assert (await runner.ask("can i lift thursday 18:00?")).startswith("⛔ Not then")


async def test_days_that_begin_later_are_not_left_out_from_today_on(runner: Talker) -> None:
    await runner.say("/lifts tue 18:00")
    await runner.say("no deadlifts for 10 days starting friday")
    assert "lift · 18:00" in await runner.ask("what's on tomorrow?")


@pytest.mark.parametrize("data", ["unlifted:2026-03-10:2026-03-02", "unlifted:2026-03-02:2027-03-02"])
async def test_a_forged_span_leaves_nothing_out(runner: Talker, data: str) -> None:
    await runner.say("/lifts thu 18:00")
    [shown] = await runner.say("no lifting for two weeks")
    await runner.press_data(shown, f"{runner.person.id}|{data}")
    assert "lift · 18:00" in await runner.ask("what's on thursday?")


@pytest.mark.parametrize("said", ["I'm off running until today", "no running until tonight"])
async def test_until_today_is_not_until_this_day_of_the_next_week(said: str, runner: Talker) -> None:
    await runner.say(said)
    assert "intervals · 18:00" in await runner.ask("what's on tomorrow?")
