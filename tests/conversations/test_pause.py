"""`/pause` and `/resume`: nothing comes unasked until a day, in commands, by buttons and in words.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin.
"""

import json

import pytest

from tests.conversations.conftest import Talker, World
from tests.conversations.waiting import berlin, firsts, texts, until

LIFTS = ("/remind 07:00", "/lifts wed 12:00, fri 12:00", "/set daily on")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("/pause 7", "Mon 9 Mar"),
        ("/pause 10 days", "Thu 12 Mar"),
        ("/pause 2 weeks", "Mon 16 Mar"),
        ("/pause until 2026-12-27", "Sun 27 Dec"),
        ("/pause until friday", "Fri 6 Mar"),
        ("pause for a week", "Mon 9 Mar"),
        ("pause reminders until 27 dec", "Sun 27 Dec"),
        ("Pause my reminders for a fortnight please", "Mon 16 Mar"),
    ],
)
async def test_a_pause_says_on_which_day_it_ends(runner: Talker, said: str, day: str) -> None:
    assert await runner.ask(said) == f"📌 Paused: I send nothing unasked before {day}."


async def test_nothing_comes_in_a_pause_and_all_of_it_after(runner: Talker, world: World) -> None:
    await runner.set_up(*LIFTS, "/pause 7")
    assert texts(await until(world, runner, "2026-03-08 23:59")) == []
    assert firsts(await until(world, runner, "2026-03-09 07:00"))[0].startswith("⏰")


async def test_resume_ends_a_pause_at_once_and_tells_the_next_lift(runner: Talker, world: World) -> None:
    await runner.set_up(*LIFTS, "/pause 7")
    assert await runner.ask("/resume") == "📌 I write to you again.\nNext lift: Wed 4 Mar 12:00."
    assert len(await until(world, runner, "2026-03-04 07:00")) == 2  # Tuesday's daily line, Wednesday's reminder
    assert await runner.ask("resume") == "🤷 No pause stands."


async def test_a_pause_can_be_undone(runner: Talker, world: World) -> None:
    await runner.set_up(*LIFTS, "/pause 7")
    await runner.press("Undo")
    assert len(await until(world, runner, "2026-03-04 07:00")) == 2


async def test_a_new_pause_takes_the_place_of_the_one_that_stands(runner: Talker, world: World) -> None:
    await runner.set_up(*LIFTS, "/pause 28", "/pause until 2026-03-04")
    assert len(await until(world, runner, "2026-03-04 07:00")) == 1
    pauses = await world.store.run(lambda records: records.pauses.of(runner.person.id))
    assert len(pauses) == 1


async def test_pause_alone_asks_and_a_tap_answers_then_it_shows_the_pause(runner: Talker) -> None:
    [asked] = await runner.say("/pause")
    assert asked.labels == ["7 days", "14 days", "28 days"]
    [echo] = await runner.press("14 days", asked)
    assert echo.text == "📌 Paused: I send nothing unasked before Mon 16 Mar."
    [shown] = await runner.say("pause")
    assert shown.text == "Paused: nothing comes unasked before Mon 16 Mar."
    [echo] = await runner.press("Resume", shown)
    assert echo.text.startswith("📌 I write to you again.")


@pytest.mark.parametrize(
    "said", ["/pause 0", "/pause 400", "/pause until 2026-03-02", "/pause until 2020-01-01", "/pause a lot"]
)
async def test_a_wrong_pause_is_refused_and_changes_nothing(runner: Talker, world: World, said: str) -> None:
    assert (await runner.ask(said)).startswith("⚠️")
    assert await world.store.run(lambda records: records.pauses.of(runner.person.id)) == ()


async def test_a_reminder_still_in_the_queue_is_given_up_when_a_pause_begins(runner: Talker) -> None:
    await runner.keep_waiting("⏰ lift")
    await runner.say("/pause 7")
    assert "⏰ lift" not in texts(runner.person.messages)


async def test_the_pause_is_exported_and_deleted(runner: Talker, world: World) -> None:
    await runner.say("/pause 7")
    document, _ = await runner.say("/export")
    assert document.file is not None
    pauses = json.loads(document.file.content)["pauses"]
    assert pauses == [{"at": "2026-03-02T09:00:00Z", "until": "2026-03-09", "ended_at": None, "since": None}]
    await runner.say("/delete")
    await runner.press("Yes, delete everything")
    assert await world.store.run(lambda records: records.pauses.of(runner.person.id)) == ()


async def test_a_pause_ends_at_midnight_of_the_runner_wherever_they_are(runner: Talker, world: World) -> None:
    await runner.set_up(*LIFTS, "/pause until 2026-03-04", "/set timezone Honolulu")
    assert texts(await until(world, runner, "2026-03-04 17:59")) == []
    assert len(await until(world, runner, "2026-03-04 18:00")) == 1  # 07:00 in Honolulu
    assert world.clock.at == berlin("2026-03-04 18:00")


@pytest.mark.parametrize(
    ("said", "first", "again"),
    [
        ("pause from 20 dec to 2 jan", "Sun 20 Dec", "Sun 3 Jan 2027"),
        ("/pause from 20 dec to 2 jan", "Sun 20 Dec", "Sun 3 Jan 2027"),
        ("pause from friday to sunday", "Fri 6 Mar", "Mon 9 Mar"),
        ("pause next week", "Mon 9 Mar", "Mon 16 Mar"),
        ("no messages next week please", "Mon 9 Mar", "Mon 16 Mar"),
        ("I'm away next week, no messages", "Mon 9 Mar", "Mon 16 Mar"),
        ("don't message me from the 20th to the 27th of march", "Fri 20 Mar", "Sat 28 Mar"),
    ],
)
async def test_a_pause_may_begin_later_and_is_shown_and_undone(
    runner: Talker, said: str, first: str, again: str
) -> None:
    assert (
        await runner.ask(said) == f"📌 Paused from {first}: I send nothing unasked then, and write again from {again}."
    )
    assert await runner.ask("/pause") == f"Paused from {first}: nothing comes unasked before {again}."
    assert await runner.ask("undo") == "📌 Undone: the pause."
    assert (await runner.ask("/pause")).startswith("❓")


async def test_reminders_come_before_a_pause_that_begins_later_and_after_it_but_not_in_it(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/remind 07:00", "/lifts wed 12:00", "pause from thursday to 26 march")
    assert len(texts(await until(world, runner, "2026-03-04 07:00"))) == 1
    assert texts(await until(world, runner, "2026-03-26 23:59")) == []
    assert texts(await until(world, runner, "2026-04-01 07:00"))


async def test_the_daily_line_comes_again_after_a_pause_that_began_later(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/remind back off", "/set daily on", "pause from wednesday to 26 march")
    assert len(texts(await until(world, runner, "2026-03-03 07:00"))) == 1
    assert texts(await until(world, runner, "2026-03-26 23:59")) == []
    assert texts(await until(world, runner, "2026-03-27 07:00"))


async def test_a_pause_to_come_is_given_up_by_resume(runner: Talker) -> None:
    await runner.say("pause next week")
    assert (await runner.ask("/resume")).startswith("📌 I write to you again.")
    assert await runner.ask("/resume") == "🤷 No pause stands."


@pytest.mark.parametrize(
    "said", ["am I away next week, no messages?", "no runs next week", "my coach is away next week"]
)
async def test_what_is_no_wish_for_quiet_days_pauses_nothing(runner: Talker, said: str) -> None:
    await runner.say(said)
    assert (await runner.ask("/pause")).startswith("❓")
