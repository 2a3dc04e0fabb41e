"""Asking whether to deadlift, by command and in words."""

import json
from dataclasses import replace

import pytest

from bot.app.ports import Records
from tests.conversations.conftest import EXPERIENCED, Talker, World


@pytest.mark.parametrize(
    ("asked", "headline"),
    [
        ("/today", "⛔ Not today"),
        ("can I deadlift today?", "⛔ Not today"),
        ("can i lift tonight", "⛔ Not then (19:00)"),
        ("/today now", "⛔ Not then"),
        ("/today 18:00", "⛔ Not then (18:00)"),
        ("/today tomorrow", "🟡 Light only, 06:00–11:00, 19:00–21:00 (Tue)"),
        ("tomorrow?", "🟡 Light only, 06:00–11:00, 19:00–21:00 (Tue)"),
        ("deadlift tomorrow morning?", "🟡 Light only (Tue 07:00)"),
        ("/today tomorrow 18:00", "⛔ Not then (Tue 18:00)"),
        ("/today thursday", "✅ Yes, from 13:15 (Thu)"),
        ("/today 2026-03-06", "✅ Yes (Fri)"),
        ("/today 2026-03-06 12:00", "✅ Yes (Fri 12:00)"),
        ("what about friday evening?", "✅ Yes (Fri 18:00)"),
        ("/today next tuesday", "🟡 Light only, 06:00–11:00, 19:00–21:00 (Tue)"),
    ],
)
async def test_a_moment_gets_its_headline(runner: Talker, asked: str, headline: str) -> None:
    answer = await runner.ask(asked)
    assert answer.splitlines()[0] == headline


async def test_an_answer_has_its_numbers_and_the_next_window_in_at_most_ten_lines(runner: Talker) -> None:
    lines = (await runner.ask("/today")).splitlines()
    assert lines[1] == "Intervals tomorrow 18:00, 32 h away: no deadlift on the day before a hard run."
    assert "Next good window: Thu 5 Mar 18:00." in lines
    assert len(lines) <= 11


async def test_a_day_that_is_not_today_is_echoed_with_its_date(runner: Talker) -> None:
    assert "Tue 10 Mar" in await runner.ask("/today next tuesday")


async def test_a_time_that_has_passed_is_said_and_now_is_answered(runner: Talker) -> None:
    answer = await runner.ask("/today 07:00")
    assert answer.splitlines()[0] == "⛔ Not then"
    assert "07:00 has passed; this is for now." in answer


@pytest.mark.parametrize("asked", ["/today 9:00", "can I deadlift this morning at 7?", "was 9:00 ok?"])
async def test_a_time_that_has_passed_is_not_taken_for_one_in_the_evening(runner: Talker, asked: str) -> None:
    answer = await runner.ask(asked)
    assert answer.splitlines()[0] == "⛔ Not then"
    assert "has passed; this is for now." in answer


async def test_a_time_taken_for_the_later_one_of_its_two_is_said(runner: Talker) -> None:
    answer = await runner.ask("/today 7:30")
    assert answer.splitlines()[0] == "⛔ Not then (19:30)"
    assert "07:30 has passed; this is for 19:30." in answer


async def test_a_day_that_has_passed_is_refused(runner: Talker) -> None:
    assert await runner.ask("/today 2026-02-01") == "⚠️ Sun 1 Feb has passed. Ask about today or a day to come."


async def test_an_ambiguous_date_is_asked_back(runner: Talker) -> None:
    answer = await runner.ask("/today 04/07")
    assert answer.startswith("❓")
    assert "2026-04-07" in answer
    assert "2026-07-04" in answer


async def test_a_day_that_hangs_on_a_run_is_found_in_the_week(runner: Talker) -> None:
    answer = await runner.ask("can I deadlift the day after my tempo?")
    assert answer.splitlines()[0] == "✅ Yes (Fri)"
    assert "For Fri 6 Mar." in answer


async def test_why_shows_codes_numbers_and_guides(runner: Talker) -> None:
    await runner.say("/today")
    answer = await runner.ask("/why")
    assert answer.startswith("📖 Why")
    assert "R61 " in answer
    assert "C023" in answer
    assert "Deadlifts for runners" in answer


@pytest.mark.parametrize(
    ("lines", "worth"),
    [
        (("/schedule mon tempo",), "Yes if it is at 06:00"),
        (("/schedule sat easy", "/add today blah blah run"), "Yes if it is easy"),
        ((), "Yes if no hard or long run comes"),
    ],
    ids=["time unknown", "kind unknown", "no schedule"],
)
async def test_why_tells_again_what_the_open_question_is_worth(ada: Talker, lines: tuple[str, ...], worth: str) -> None:
    """The answer to an unknown is read back from the stored verdict: a time, a kind of run, a word."""
    await ada.set_up(*EXPERIENCED, *lines)
    [answer] = await ada.say("/today")
    told = next(row for row in answer.text.split("\n") if worth in row)
    assert told in (await ada.ask("/why")).split("\n")


async def test_why_reads_a_verdict_whose_open_question_is_in_the_older_form(ada: Talker, world: World) -> None:
    await ada.set_up(*EXPERIENCED, "/schedule mon tempo")
    await ada.say("/today")
    told = await ada.ask("/why")

    def age(records: Records) -> None:
        [(row, kept)] = records.verdicts.of(ada.person.id)
        result = json.loads(kept.result)
        asked = result["question"]
        asked |= {name: asked[name]["time"] for name in ("best_reply", "worst_reply")}
        records.verdicts.replace(ada.person.id, row, replace(kept, result=json.dumps(result)))

    await world.store.run(age)
    assert await ada.ask("/why") == told


async def test_why_without_a_verdict_says_so(ada: Talker) -> None:
    assert (await ada.ask("/why")).startswith("🤷 I have given you no verdict yet.")


async def test_every_verdict_is_stored_with_its_inputs(runner: Talker, world: World) -> None:
    await runner.say("/today")
    await runner.say("/today tomorrow")
    rows = await world.store.run(lambda records: records.verdicts.of(runner.person.id))
    assert len(rows) == 2
    assert all('"weekday"' in record.inputs and '"R' in record.result for _, record in rows)


async def test_the_schedule_question_is_answered_by_a_button_and_used_at_once(ada: Talker) -> None:
    await ada.set_up("/set timezone Berlin", "/set lifting 3 years")
    [asked] = await ada.say("/today")
    assert "Any hard or long run" in asked.text
    stored, answer = await ada.press("No, none")
    assert stored.text.startswith("📌 No hard or long run from Mon 2 Mar")
    assert answer.text.startswith("✅ Yes")


async def test_a_hard_run_told_by_a_button_changes_the_answer(ada: Talker) -> None:
    await ada.set_up("/set timezone Berlin", "/set lifting 3 years", "/today")
    stored, answer = await ada.press("Hard Tue 3 Mar")
    assert stored.text.startswith("📌 Tue 3 Mar")
    assert answer.text.startswith("⛔ Not today")


async def test_the_time_of_a_run_is_asked_once_and_kept_in_the_week(ada: Talker) -> None:
    await ada.set_up("/set timezone Berlin", "/set lifting 3 years", "/schedule Mon intervals, Fri easy")
    [asked] = await ada.say("/today")
    assert asked.text.startswith("⛔ Not today")
    assert "What time is your run: intervals today?" in asked.text
    stored, answer = await ada.press("12:00")
    assert stored.text.startswith("📌")
    assert "What time" not in answer.text
    assert "Mon · intervals · 12:00" in await ada.ask("/schedule")


async def test_one_api_call_answers_today(runner: Talker, world: World) -> None:
    before = len(world.telegram.calls)
    await runner.say("/today")
    assert [call.method for call in world.telegram.calls[before:]] == ["sendMessage"]


async def test_before_the_day_begins_a_yes_names_its_first_hour(world: World, runner: Talker) -> None:
    await runner.say("/add tomorrow rest")
    world.clock.go_on(hours=18.5)  # Tuesday 04:30
    await runner.say("/add thursday rest")
    assert (await runner.ask("/today")).splitlines()[0] == "✅ Yes, from 06:00"


async def test_what_holds_the_day_back_until_its_window_is_named_as_that(runner: Talker) -> None:
    lines = (await runner.ask("/today thursday")).splitlines()
    assert lines[0] == "✅ Yes, from 13:15 (Thu)"
    assert lines[2].startswith("Tempo Thu 5 Mar 06:30: 6 h")
    # At 06:00 the tempo itself stands in the way; what holds right before the window is that it is just over.
    assert lines[3] == "Before 13:15: Tempo Thu 5 Mar 06:30: 5.5 h from its end to the lift; heavy needs 6 h."


@pytest.mark.parametrize("said", ["Tired muscle", "tired muscle", "tired"])
async def test_a_question_can_be_answered_by_typing_what_its_button_says(runner: Talker, said: str) -> None:
    await runner.say("my back feels off")
    stored, _ = await runner.say(said)
    assert stored.text == "📌 Tired muscle, not pain."


async def test_a_plain_yes_and_no_answer_the_last_question_only(runner: Talker) -> None:
    await runner.say("/delete")
    assert (await runner.ask("no")).startswith("📖 Kept")
    await runner.say("/delete")
    await runner.say("/help")
    assert (await runner.ask("yes")).startswith("🤷")
    await runner.say("/delete")
    assert (await runner.ask("yes")).startswith("📌 Everything about you is deleted.")


async def test_typed_undo_takes_the_newest_change_back(runner: Talker) -> None:
    await runner.say("/add tomorrow rest")
    assert (await runner.ask("undo")).startswith("📌 Undone: the run of Tue 3 Mar.")
    assert "Intervals tomorrow" in await runner.ask("/today")


async def test_a_confirmed_race_is_tapered_for(runner: Talker) -> None:
    stored, asked = await runner.say("/add 2026-03-14 10:00 race 10k")
    assert stored.text.startswith("📌 Sat 14 Mar")
    assert asked.text == "❓ Shall I taper your lifting for the race on Sat 14 Mar?"
    confirmed, _ = await runner.press("Yes, taper")
    assert confirmed.text == "📌 Race: 10 k (A), Sat 14 Mar"
    assert "taper" in (await runner.ask("/today friday")).lower()


async def test_a_choice_of_days_is_answered_for_both(runner: Talker) -> None:
    thursday, friday = await runner.say("deadlift thursday or friday?")
    assert thursday.text.splitlines()[0] == "✅ Yes, from 13:15 (Thu)"
    assert friday.text.splitlines()[0] == "✅ Yes (Fri)"


async def test_a_yes_at_hours_that_are_no_slot_says_what_holds_at_the_slots(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, "/schedule Mon easy, Fri 13:15 tempo")
    answer = await ada.ask("can I lift friday?")
    assert answer.startswith("✅ Yes, from 20:15 (Fri)")
    assert "At 07:00, 12:00, 18:00: light only." in answer
    assert "At 07:00" not in await ada.ask("can I lift wednesday?")


async def test_a_run_that_is_long_by_its_length_says_so(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, "/schedule Thu 06:30 tempo 18 km, Sun 08:00 long 20 km")
    assert "Tempo Thu 5 Mar 06:30 (18 km, so it counts as long)" in await ada.ask("can I lift thursday?")
    assert "counts as long" not in await ada.ask("can I lift sunday?")


async def test_a_run_that_is_long_by_its_time_says_so(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, "/schedule Thu 06:30 steady 100 min, Sun 08:00 long 20 km")
    assert "(100 min, so it counts as long)" in await ada.ask("can I lift thursday?")
