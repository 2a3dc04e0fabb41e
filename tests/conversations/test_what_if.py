"""Runs that are only supposed to be otherwise, on Monday, 2 March; the week has intervals Tue, tempo Thu, long Sun."""

import pytest

from tests.conversations.conftest import Talker, World

WITHOUT = [
    ("what if i skip the intervals", "intervals tomorrow 18:00"),
    ("what if I skip the long run", "long run Sun 8 Mar 08:00"),
    ("what if i skip my run", "intervals tomorrow 18:00"),
    ("suppose I miss thursday's tempo", "tempo Thu 5 Mar 06:30"),
    ("how about skipping the tempo?", "tempo Thu 5 Mar 06:30"),
    ("what if I don't run tomorrow", "intervals tomorrow 18:00"),
    ("if i skip the intervals can i lift today", "intervals tomorrow 18:00"),
]


@pytest.mark.parametrize(("text", "run"), WITHOUT)
async def test_a_run_is_left_out_of_the_verdict_alone(runner: Talker, text: str, run: str) -> None:
    before = await runner.ask("/schedule")
    answer = await runner.ask(text)
    assert answer.startswith(("✅", "🟡", "⛔"))
    assert f"That would be so without {run}. Nothing is changed." in answer
    assert await runner.ask("/schedule") == before
    assert (await runner.ask("/today")).startswith("⛔ Not today\nIntervals tomorrow 18:00")


MOVED = [
    ("what if i do the intervals on friday instead", "intervals tomorrow 18:00 on Fri 6 Mar"),
    ("what if I move tomorrow's run to saturday?", "intervals tomorrow 18:00 on Sat 7 Mar"),
    ("suppose I moved my long run to saturday", "long run Sun 8 Mar 08:00 on Sat 7 Mar"),
    ("how about moving the tempo to friday 7am", "tempo Thu 5 Mar 06:30 on Fri 6 Mar"),
    ("what if I move it to friday", "intervals tomorrow 18:00 on Fri 6 Mar"),
    ("what if i do the tempo friday instead", "tempo Thu 5 Mar 06:30 on Fri 6 Mar"),
]


@pytest.mark.parametrize(("text", "moved"), MOVED)
async def test_a_run_is_moved_in_the_verdict_alone(runner: Talker, text: str, moved: str) -> None:
    before = await runner.ask("/schedule")
    answer = await runner.ask(text)
    assert f"That would be so with {moved} instead. Nothing is changed." in answer
    assert await runner.ask("/schedule") == before
    assert (await runner.ask("what's on tomorrow")).endswith("intervals · 18:00")


async def test_a_run_that_is_supposed_to_move_is_moved_by_its_button(runner: Talker) -> None:
    [answer] = await runner.say("what if i do the intervals on friday instead")
    assert answer.text.startswith("✅ Yes")
    [stored, *_] = await runner.press("Move intervals tomorrow 18:00 to Fri 6 Mar", answer)
    assert stored.text.startswith("📌 Fri 6 Mar · intervals · 18:00, moved from Tue 3 Mar")
    assert (await runner.ask("/today")).startswith("✅ Yes")


async def test_todays_run_is_moved_where_only_another_day_is_said(runner: Talker) -> None:
    await runner.say("/add today 18:00 intervals")
    answer = await runner.ask("what if I run tomorrow instead")
    assert "That would be so with intervals today 18:00 on Tue 3 Mar instead." in answer


async def test_two_runs_are_exchanged_in_the_verdict_alone(runner: Talker) -> None:
    answer = await runner.ask("what if i swap the intervals and the long run")
    assert "with intervals tomorrow 18:00 and long run Sun 8 Mar 08:00 exchanged. Nothing is changed." in answer
    assert (await runner.ask("what's on tomorrow")).endswith("intervals · 18:00")


async def test_one_more_run_counts_in_the_verdict_alone(runner: Talker) -> None:
    answer = await runner.ask("what if I run a hilly 10k on friday")
    assert "beside what you planned. Nothing is changed." in answer
    assert (await runner.ask("what's on friday")).endswith("no run and no lift")


HONEST = [
    "what if I run tomorrow instead",
    "what if I race instead",
    "what if I drop the intervals today?",
    "what if I skip the hills",
]


@pytest.mark.parametrize("text", HONEST)
async def test_what_cannot_be_worked_out_is_said_so(runner: Talker, text: str) -> None:
    assert (await runner.ask(text)).startswith("🤷")


OTHER = ["what if i skip leg day", "what if I run out of time", "what if I run after lifting", "what if my back rounds"]


@pytest.mark.parametrize("text", OTHER)
async def test_what_is_about_no_run_is_answered_as_before(runner: Talker, text: str) -> None:
    answers = await runner.say(text)
    assert not any("Nothing is changed" in one.text or "work that one out" in one.text for one in answers)


async def test_no_verdict_is_kept_of_what_is_supposed(runner: Talker, world: World) -> None:
    await runner.say("what if i skip the intervals")
    assert await world.store.run(lambda records: records.last_verdict(runner.person.id)) is None


async def test_while_a_red_flag_stands_nothing_is_supposed(runner: Talker) -> None:
    await runner.say("chest pain")
    assert (await runner.ask("what if i skip the tempo")).startswith("🩺 Stop")
