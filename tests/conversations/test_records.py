"""Week, single days, races, lift times, the log: stored, shown, undone."""

import pytest

from tests.conversations.conftest import Talker, World


async def test_a_pasted_week_is_echoed_as_a_table_and_undone(ada: Talker) -> None:
    [stored] = await ada.say("/schedule Mon: easy 5k\nTue: 6x800 @ 6pm\nWed: rest\nSun: long run 18k 8am")
    assert stored.text == ("📌 Your week:\nMon · easy · 5 km\nTue · intervals · 18:00\nSun · long run · 08:00 · 18 km")
    await ada.press("Undo")
    assert (await ada.ask("/schedule")).startswith("I know no running week yet")


async def test_a_week_sent_without_a_command_is_taken(ada: Talker) -> None:
    [stored] = await ada.say("Tue 18:00 intervals\nThu 06:30 tempo\nSun 08:00 long")
    assert stored.text.startswith("📌 Your week:")


async def test_one_day_said_in_passing_changes_only_that_day(runner: Talker) -> None:
    [asked] = await runner.say("intervals every wednesday at 18:30")
    assert asked.text == "❓ Shall I change only Wed, or is that your whole week?"
    assert "Wed" not in await runner.ask("/schedule")
    [stored] = await runner.press("Only Wed", asked)
    assert stored.text.splitlines()[1:] == [
        "Tue · intervals · 18:00",
        "Wed · intervals · 18:30",
        "Thu · tempo · 06:30 · 40 min",
        "Sun · long run · 08:00 · 18 km",
    ]


@pytest.mark.parametrize(
    ("text", "day", "row"),
    [
        ("From now on my long run is Saturdays not Sundays", "Sat", "Sat · long run · 08:00 · 18 km"),
        ("my long run is fridays at 7am from now on", "Fri", "Fri · long run · 07:00 · 18 km"),
        ("long run every saturday, 22k", "Sat", "Sat · long run · 08:00 · 22 km"),
    ],
)
async def test_a_long_run_of_another_day_is_the_one_of_the_week(runner: Talker, text: str, day: str, row: str) -> None:
    [asked] = await runner.say(text)
    [stored] = await runner.press(f"Only {day}", asked)
    rows = stored.text.splitlines()[1:]
    assert row in rows
    assert sum("long run" in one for one in rows) == 1
    await runner.press("Undo")
    assert "Sun · long run · 08:00 · 18 km" in await runner.ask("/schedule")


async def test_a_race_told_with_a_change_of_one_day_is_kept_with_it(runner: Talker) -> None:
    race, asked = await runner.say("entered the 15k in Ghent on 4 oct, also tuesdays are now hills")
    assert race.text == "📌 Race: Ghent 15 km (A), Sun 4 Oct"
    [stored] = await runner.press("Only Tue", asked)
    assert "Tue · hills" in stored.text


async def test_what_was_run_instead_of_another_day_is_of_the_days_that_were(runner: Talker) -> None:
    [stored] = await runner.say("I did my long run on saturday instead of sunday, 24k")
    assert stored.text.startswith("📌 Sat 28 Feb · long run · 08:00 · 24 km, moved from Sun 1 Mar")


async def test_a_remark_about_the_runs_of_a_week_is_no_week(runner: Talker) -> None:
    assert (await runner.ask("it rained all week, every run was wet")).startswith("🤷 I did not understand that.")
    assert "intervals" in await runner.ask("/schedule")


async def test_one_day_can_be_said_to_be_the_whole_week(runner: Talker) -> None:
    [asked] = await runner.say("intervals every wednesday at 18:30")
    [stored] = await runner.press("My whole week", asked)
    assert stored.text == "📌 Your week:\nWed · intervals · 18:30"


async def test_a_nonsense_week_is_refused_and_nothing_is_stored(ada: Talker) -> None:
    assert (await ada.ask("/schedule lorem ipsum dolor")).startswith("⚠️ I could not read a week")
    assert (await ada.ask("/schedule")).startswith("I know no running week yet")


async def test_a_partly_read_week_is_not_stored_until_it_is_confirmed(ada: Talker) -> None:
    [asked] = await ada.say("/schedule Tue 18:00 intervals, every other Sunday long")
    assert asked.text.startswith("❓")
    assert (await ada.ask("/schedule")).startswith("I know no running week yet")
    [stored] = await ada.press("Keep what you understood", asked)
    assert stored.text.startswith("📌 Your week:\nTue · intervals · 18:00")


async def test_clearing_the_week_can_be_undone(runner: Talker) -> None:
    assert await runner.ask("/schedule clear") == "📌 Your running week is cleared."
    await runner.press("Undo")
    assert "Tue · intervals · 18:00" in await runner.ask("/schedule")


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("/add tomorrow 18:00 tempo 10k", "📌 Tue 3 Mar · tempo · 18:00 · 10 km"),
        ("/add 2026-05-03 rest", "📌 Sun 3 May · no run"),
        ("skipped today's run", "📌 Mon 2 Mar · no run"),
        ("tempo moved to friday 7pm", "📌 Fri 6 Mar · tempo · 19:00 · 40 min, moved from Thu 5 Mar"),
    ],
)
async def test_a_single_day_is_changed(runner: Talker, said: str, echo: str) -> None:
    assert await runner.ask(said) == echo


async def test_a_skipped_hard_run_frees_the_day_before_it(runner: Talker) -> None:
    assert (await runner.ask("/today")).startswith("⛔ Not today")
    await runner.say("/add tomorrow rest")
    assert (await runner.ask("/today")).startswith("✅ Yes")


async def test_a_move_of_a_run_that_is_not_there_is_refused(runner: Talker) -> None:
    assert (await runner.ask("fartlek moved to friday")).startswith("⚠️ I find no fartlek run")


async def test_an_impossible_date_is_asked_back(runner: Talker) -> None:
    assert (await runner.ask("/add 2026-02-30 tempo")).startswith(("❓", "⚠️"))


async def test_races_are_added_listed_and_removed(runner: Talker) -> None:
    assert await runner.ask("/race 2026-09-27 marathon A Berlin") == "📌 Race: Berlin marathon (A), Sun 27 Sep"
    [listed] = await runner.say("/race")
    assert listed.text == "Your races:\nBerlin marathon (A), Sun 27 Sep · in 209 days"
    [removed] = await runner.press(listed.labels[0])
    assert removed.text == "📌 Removed: Berlin marathon (A), Sun 27 Sep"
    assert (await runner.ask("/race")).startswith("No races.")


async def test_a_race_in_ten_days_makes_the_answer_light(runner: Talker) -> None:
    await runner.say("/race 2026-03-12 10k A")
    assert (await runner.ask("/today friday")).splitlines()[0].startswith("🟡 Light only")


async def test_lift_times_are_fixed_shown_with_verdicts_and_undone(runner: Talker) -> None:
    [stored] = await runner.say("/lifts tue 18:00, fri 07:00")
    assert "Tue 18:00 · next Tue 3 Mar 18:00: no" in stored.text
    assert "Fri 07:00 · next Fri 6 Mar 07:00: yes" in stored.text
    await runner.press("Undo")
    assert (await runner.ask("/lifts")).startswith("No lift times yet")


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("/log deadlift 3x4 100kg rpe 8", "📌 today 10:00 · deadlift 3 × 4 at 100 kg (2 in reserve)"),
        ("/log 3x4x100", "📌 today 10:00 · deadlift 3 × 4 at 100 kg"),
        (
            "/log 100x4,4,3 @8",
            "📌 today 10:00 · deadlift 2 × 4 at 100 kg (2 in reserve), 1 × 3 at 100 kg (2 in reserve)",
        ),
        ("/log kettlebell 3x8 24kg light", "📌 today 10:00 · kettlebell deadlift 3 × 8 at 24 kg, light"),
        (
            "/log yesterday 18:00 deadlift 3x4 100kg rpe 8",
            "📌 Sun 1 Mar 18:00 · deadlift 3 × 4 at 100 kg (2 in reserve)",
        ),
        ("deadlifted 3x4 at 100, felt like an 8", "📌 today 10:00 · deadlift 3 × 4 at 100 kg (2 in reserve)"),
    ],
)
async def test_a_lift_is_logged_as_said(runner: Talker, said: str, echo: str) -> None:
    assert (await runner.say(said))[0].text.splitlines()[0] == echo


async def test_a_lift_of_yesterday_logged_after_one_of_today_lets_nobody_run_sooner(runner: Talker) -> None:
    await runner.say("/log 09:00 deadlift 3x4 100kg rpe 8")
    _, advice = await runner.say("/log yesterday 18:00 deadlift 3x5 80kg rpe 7")
    assert advice.text.startswith("📖 Running after your lift of today 09:00:")
    assert "Hard runs from Wed 4 Mar 09:00." in advice.text


async def test_a_logged_lift_counts_at_once_and_undo_takes_it_back(runner: Talker) -> None:
    await runner.set_up("/add tomorrow rest")
    assert (await runner.ask("/today")).startswith("✅ Yes")
    logged, advice = await runner.say("/log deadlift 3x4 100kg rpe 8")
    assert advice.text.startswith("📖 Running after this lift:\n")
    assert "Hard runs from Wed 4 Mar 10:00." in advice.text
    assert "Estimated 1RM 118.1 kg" in logged.text
    assert "You already deadlifted today." in await runner.ask("/today")
    await runner.press("Undo", logged)
    assert (await runner.ask("/today")).startswith("✅ Yes")


async def test_pounds_are_read_and_shown(runner: Talker) -> None:
    await runner.say("/set units lb")
    assert "at 225 lb" in (await runner.say("/log deadlift 3x4 225 rpe 8"))[0].text


@pytest.mark.parametrize(
    "said", ["/log", "/log deadlift", "/log deadlift 3x4 5000kg", "/log tomorrow deadlift 3x4 100kg"]
)
async def test_a_log_that_cannot_be_right_stores_nothing(runner: Talker, world: World, said: str) -> None:
    assert (await runner.ask(said)).startswith(("⚠️", "❓"))
    assert await world.store.run(lambda records: records.lifts.of(runner.person.id)) == ()


async def test_undo_twice_says_so(runner: Talker) -> None:
    [stored] = await runner.say("/add tomorrow rest")
    data = stored.rows[0][0].value
    await runner.press("Undo", stored)
    assert await runner.press_data(stored, data) == []
    assert runner.person.alerts[-1] == "🤷 That is undone already."


async def test_undo_under_something_newer_is_refused(runner: Talker) -> None:
    [older] = await runner.say("/set units lb")
    await runner.say("/set distance mi")
    assert await runner.press("Undo", older) == []
    assert runner.person.alerts[-1].startswith("🤷 Something newer stands on that")


async def test_one_run_skipped_of_two_leaves_the_other(runner: Talker) -> None:
    await runner.say("/add today 12:00 easy 5k")
    await runner.say("/add today 18:00 tempo")
    await runner.say("skipped today's easy run")
    assert "Tempo today 18:00" in await runner.ask("/today 16:00")


async def test_a_run_done_keeps_what_was_planned(runner: Talker) -> None:
    await runner.say("/add today 07:00 tempo 40 min")
    await runner.say("did my run today")
    answer = await runner.ask("/today 11:00")
    assert "what kind" not in answer.lower()
    assert "Tempo today 07:00" in await runner.ask("/why")


async def test_a_new_time_for_the_same_day_moves_that_run_and_no_other(runner: Talker) -> None:
    assert await runner.ask("tempo moved to thursday 7pm") == "📌 Thu 5 Mar · tempo · 19:00 · 40 min"
    assert (await runner.ask("/today 2026-03-12 18:00")).startswith("✅ Yes")


async def test_yesterdays_run_skipped_is_yesterdays(runner: Talker) -> None:
    assert await runner.ask("skipped yesterday's long run") == "📌 Sun 1 Mar · no run"


async def test_pain_beside_a_logged_lift_loses_neither(runner: Talker, world: World) -> None:
    logged, _, pain, answer = await runner.say("deadlifted 3x4 at 100, my knee hurts 4/10")
    assert logged.text.startswith("📌 today 10:00 · deadlift 3 × 4 at 100 kg")
    assert pain.text.startswith("📌 Pain noted")
    assert answer.text.startswith("⛔ Not today")
    assert len(await world.store.run(lambda records: records.lifts.of(runner.person.id))) == 1


async def test_what_was_said_in_a_downtime_is_kept_as_of_then(runner: Talker, world: World) -> None:
    await runner.person.send("/log deadlift 3x4 100kg rpe 8")
    world.clock.go_on(hours=20)  # the update waits in the queue meanwhile: the clock has moved before it is handled
    await world.settle()
    assert runner.person.messages[-2].text.startswith(("📌 today 10:00", "📌 Mon 2 Mar 10:00"))


@pytest.mark.parametrize(
    "told",
    ["I have a 16 and a 24 kg kettlebell", "got a 32kg kettlebell", "I own two 20kg dumbbells", "I have a trap bar"],
)
async def test_what_there_is_to_lift_with_is_no_lift(runner: Talker, told: str) -> None:
    assert not any(reply.text.startswith("📌") for reply in await runner.say(told))
    assert "kettlebell" not in await runner.ask("/log")


async def test_a_kettlebell_lifted_is_a_lift(runner: Talker) -> None:
    kept, *_ = await runner.say("got 3x8 with the 24kg kettlebell")
    assert "kettlebell deadlift 3 × 8 at 24 kg" in kept.text


async def test_lift_times_are_judged_with_the_lifts_before_them_as_the_week_is(runner: Talker) -> None:
    [stored] = await runner.say("/lifts thu 18:00, fri 18:00")
    assert "Thu 18:00 · next Thu 5 Mar 18:00: yes" in stored.text
    assert "Fri 18:00 · next Fri 6 Mar 18:00: no. The day after a heavy deadlift is for recovery." in stored.text
    assert "18:00: no lift" in await runner.ask("/week")


async def test_a_lift_time_that_is_held_back_is_told_why(runner: Talker) -> None:
    [stored] = await runner.say("/lifts mon 18:00")
    assert "Mon 18:00 · next today 18:00: no. Intervals tomorrow 18:00, 24 h away" in stored.text
