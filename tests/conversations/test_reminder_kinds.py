"""Every kind of message that the bot sends unasked: when it comes, when it stays silent, how it is switched off.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin; the runner runs intervals on Tuesday 18:00, tempo on Thursday
06:30 and long on Sunday 08:00.
"""

import pytest

from tests.conversations.conftest import Talker, World
from tests.conversations.pressing import notice
from tests.conversations.waiting import firsts, texts, until

QUIETLY = ("/remind warmup off",)
FRIDAY = ("/remind 07:00", *QUIETLY, "/lifts fri 12:00")


async def test_the_eve_is_silent_when_nothing_got_worse(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    assert texts(await until(world, runner, "2026-03-05 23:00")) == []


async def test_an_alert_comes_on_the_eve_when_the_verdict_got_worse_than_was_told(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY, "/add 2026-03-07 09:00 intervals")
    assert texts(await until(world, runner, "2026-03-05 19:59")) == []
    [alert] = await until(world, runner, "2026-03-05 20:00")
    assert alert.text.startswith("⏰ ⛔ Not then (Fri 12:00)\n")
    assert "new since I last told you" in alert.text
    assert [*alert.labels[-3:]] == ["Move", "Skip", "Why"]


@pytest.mark.parametrize("asked", ["/week", "/lifts", "/today friday", "/today friday 12:00"])
async def test_a_conflict_that_was_told_already_is_no_news_on_the_eve(runner: Talker, world: World, asked: str) -> None:
    await runner.set_up(*FRIDAY, "/add 2026-03-07 09:00 intervals", asked)
    assert texts(await until(world, runner, "2026-03-05 23:00")) == []


async def test_a_conflict_that_comes_back_every_week_is_told_once(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", *QUIETLY, "/lifts mon 18:00")  # the day before the intervals, every week
    said = firsts(await until(world, runner, "2026-03-30 06:00"))
    assert [line for line in said if "Not then" in line] == []


async def test_an_alert_can_be_switched_off_alone(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY, "/remind alert off", "/add 2026-03-07 09:00 intervals")
    assert texts(await until(world, runner, "2026-03-05 23:00")) == []
    [morning] = await until(world, runner, "2026-03-06 07:00")
    assert "Your lift of today 12:00 has to be moved, because: Intervals tomorrow 09:00" in morning.text


async def test_a_daily_line_comes_on_mornings_without_a_lift(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY, "/set daily on")
    assert firsts(await until(world, runner, "2026-03-03 07:00")) == ["⏰ 🟡 Light only, 07:00–11:00, 19:00–21:00"]
    assert len(await until(world, runner, "2026-03-05 23:00")) == 2  # Wednesday and Thursday
    [lift_day] = await until(world, runner, "2026-03-06 07:00")
    assert "Done" in lift_day.labels


async def test_a_lift_that_is_not_logged_is_asked_about_two_hours_after_its_time(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    await until(world, runner, "2026-03-06 13:59")
    [asked] = await until(world, runner, "2026-03-06 14:00")
    assert asked.text.startswith("⏰ How hard was your lift of today 12:00?")
    assert asked.labels == ["0", "1", "2", "3", "4 or more", "Done", "Did not lift"]
    seen = len(runner.person.messages)
    await runner.press("1", asked)
    edited, advice = runner.person.messages[seen - 1], runner.person.messages[seen:]
    assert edited.text.startswith("📌 today 12:00 · deadlift 3 × 4 (1 in reserve)")
    assert firsts(advice) == ["📖 Running after this lift:"]


async def test_a_lift_that_is_logged_with_its_effort_is_not_asked_about(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    await until(world, runner, "2026-03-06 13:00")
    await runner.say("/log deadlift 3x4 100kg rpe 8")
    assert texts(await until(world, runner, "2026-03-06 23:00")) == []


async def test_of_a_lift_logged_without_effort_only_the_effort_is_asked_and_undo_takes_it_back(
    runner: Talker, world: World
) -> None:
    await runner.set_up(*FRIDAY)
    await until(world, runner, "2026-03-06 13:00")
    await runner.say("/log deadlift 3x4 100kg")
    [asked] = await until(world, runner, "2026-03-06 14:00")
    assert asked.text.startswith("⏰ deadlift 3 × 4 at 100 kg: how hard was it?")
    assert await runner.press("2", asked) == []
    assert asked_now(runner, asked.id).startswith("📌 today 13:00 · deadlift 3 × 4 at 100 kg (2 in reserve)")
    await runner.press("Undo")
    [(_, lift)] = await world.store.run(lambda records: records.lifts.of(runner.person.id))
    assert [one.rir for one in lift.sets] == [None, None, None]


async def test_a_lift_that_was_off_is_not_asked_about(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY, "/add 2026-03-07 09:00 intervals", "/week")
    await until(world, runner, "2026-03-06 13:00")
    assert texts(await until(world, runner, "2026-03-06 23:00")) == []


async def test_did_not_lift_leaves_that_lift_out(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    await until(world, runner, "2026-03-06 13:59")
    [asked] = await until(world, runner, "2026-03-06 14:00")
    assert await runner.press("Did not lift", asked) == []
    assert asked_now(runner, asked.id).startswith("📌 Lift today 12:00: left out.")


async def test_did_not_lift_leaves_out_no_lift_that_was_logged_meanwhile(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY)
    *_, asked = await until(world, runner, "2026-03-06 14:00")
    await runner.say("/log today 12:30 deadlift 3x4 100kg rpe 8")
    assert await notice(runner, "Did not lift", asked) == "🤷 A lift of that day is logged already."


async def test_soreness_is_asked_on_the_morning_after_a_lift_when_a_hard_run_is_near(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/remind 07:00", "/log deadlift 3x4 100kg rpe 8")
    [asked] = await until(world, runner, "2026-03-03 07:00")
    assert asked.text.startswith(
        "⏰ How sore are your legs and back after the lift, from 0 to 10? intervals today 18:00"
    )
    assert [len(row) for row in asked.rows] == [6, 5]
    [advice] = await runner.press("6", asked)
    assert asked_now(runner, asked.id).startswith("📌 Soreness 6/10.")
    assert "Your legs are sore" in advice.text


async def test_a_button_for_soreness_that_names_no_question_says_to_be_too_old(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/log deadlift 3x4 100kg rpe 8")
    [asked] = await until(world, runner, "2026-03-03 07:00")
    await runner.press_data(asked, f"{runner.person.id}|rsore:6")
    assert await runner.person.next_alert() == "🤷 That button is too old to do anything."
    assert await world.store.run(lambda records: records.checkins.of(runner.person.id)) == ()


async def test_soreness_is_no_answer_to_the_question_of_another_day(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/log deadlift 3x4 100kg rpe 8")
    [asked] = await until(world, runner, "2026-03-03 07:00")
    await until(world, runner, "2026-03-10 12:00")
    assert await notice(runner, "6", asked) == "🤷 That button is too old to do anything."
    assert await world.store.run(lambda records: records.checkins.of(runner.person.id)) == ()


@pytest.mark.parametrize("line", ["/add tomorrow rest", "/remind sore off"])
async def test_soreness_is_not_asked_without_a_hard_run_or_when_switched_off(
    runner: Talker, world: World, line: str
) -> None:
    await runner.set_up("/remind 07:00", "/log deadlift 3x4 100kg rpe 8", line, "/add 2026-03-05 rest")
    assert texts(await until(world, runner, "2026-03-03 12:00")) == []


async def test_soreness_that_was_told_already_is_not_asked(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/log deadlift 3x4 100kg rpe 8")
    await until(world, runner, "2026-03-03 06:30")
    await runner.say("/checkin soreness 3")
    assert texts(await until(world, runner, "2026-03-03 12:00")) == []


async def test_the_taper_of_a_marathon_begins_fourteen_days_before_it(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/race 2026-04-12 marathon A Hamburg")
    assert texts(await until(world, runner, "2026-03-28 23:00")) == []
    [word] = await until(world, runner, "2026-03-29 07:00")  # the night of the spring change
    assert word.text == (
        "⏰ Your taper begins today: Hamburg marathon (A), Sun 12 Apr.\n"
        "Until Tue 7 Apr lift light only: 2 × 3 at 60–70 % of your estimated 1RM.\n"
        "From Wed 8 Apr to the race no lifting."
    )


async def test_a_taper_word_follows_a_race_that_is_removed(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/race 2026-04-12 marathon A Hamburg")
    [listed] = await runner.say("/race")
    await runner.press(listed.labels[0], listed)
    assert texts(await until(world, runner, "2026-04-01 12:00")) == []


async def test_the_weeks_plan_comes_on_the_evening_that_was_chosen(runner: Talker, world: World) -> None:
    await runner.set_up("/lifts fri 12:00", *QUIETLY)
    assert await runner.ask("/remind week sun 19:00") == "📌 week: sun 19:00"
    [plan] = await until(world, runner, "2026-03-08 19:00")
    assert plan.text.startswith("⏰ Your next 7 days, with the lift times you fixed:")
    assert "Fri 13 Mar · rest · 🏋 12:00 heavy" in plan.text
    assert len(await until(world, runner, "2026-03-15 19:00")) == 1


async def test_a_better_plan_waits_in_the_same_message_for_a_tap(runner: Talker, world: World) -> None:
    await runner.set_up("/lifts auto", "/remind week mon 19:00", *QUIETLY, "/add 2026-03-06 09:00 intervals")
    [plan] = await until(world, runner, "2026-03-02 19:00")
    assert "Your plan was:" in plan.text
    assert plan.labels == ["Use the new plan", "Keep the old one"]


async def test_the_morning_after_a_pause_tells_the_next_lift_and_the_lighter_load(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", *QUIETLY, "/lifts fri 12:00", "/log deadlift 3x4 100kg rpe 8", "/pause 16")
    assert texts(await until(world, runner, "2026-03-17 23:00")) == []
    [word] = await until(world, runner, "2026-03-18 07:00")
    assert word.text.startswith("⏰ ✅ Yes (Fri 12:00)")
    assert "10 % less, after 18 days without a deadlift." in word.text
    assert "Your pause is over: this is your next lift." in word.text


async def test_without_lift_times_the_word_after_a_pause_names_no_next_lift(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", "/pause until 2026-03-06")
    [word] = await until(world, runner, "2026-03-06 12:00")
    assert word.text.split("\n")[0] == "⏰ ✅ Yes"
    assert word.text.split("\n")[-1] == "Your pause is over."


async def test_a_pause_that_ends_on_a_lift_day_brings_the_morning_reminder_alone(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY, "/pause until 2026-03-06")
    [morning] = await until(world, runner, "2026-03-06 12:00")
    assert "Done" in morning.labels


async def test_of_two_messages_at_one_time_the_one_that_matters_more_is_sent(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", *QUIETLY, "/lifts tue 09:00", "/log deadlift 3x4 100kg rpe 8 light")
    [only] = await until(world, runner, "2026-03-03 08:59")  # soreness before the intervals would be asked at 07:00 too
    assert "Done" in only.labels


async def test_a_daily_line_gives_way_to_an_alert_soon_after_it_only_where_there_is_one(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/remind 19:30", "/remind daily on", *QUIETLY, "/remind after off", "/lifts fri 12:00")
    [daily] = await until(world, runner, "2026-03-02 23:00")
    await until(world, runner, "2026-03-05 19:29")
    assert len(await until(world, runner, "2026-03-05 23:00")) == 1  # the daily line: of the lift there is no news
    await until(world, runner, "2026-03-12 19:29")
    await runner.say("/add 2026-03-14 09:00 intervals")
    [alert] = await until(world, runner, "2026-03-12 23:00")
    assert daily.text.startswith("⏰ ⛔ Not today\n")
    assert alert.text.startswith("⏰ ⛔ Not then (Fri 12:00)\n")


async def test_a_lift_before_another_is_asked_about_although_an_alert_might_have_come(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/remind 07:00", *QUIETLY, "/lifts fri 17:30, sat 17:30")
    await until(world, runner, "2026-03-06 17:30")
    [asked] = await until(world, runner, "2026-03-06 23:00")
    assert asked.text.startswith("⏰ How hard was your lift of today 17:30?")


async def test_a_lift_is_asked_about_beside_the_weeks_plan(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", *QUIETLY, "/lifts fri 17:00", "/remind week fri 19:00")
    await until(world, runner, "2026-03-06 17:00")
    plan, asked = await until(world, runner, "2026-03-06 23:00")
    assert plan.text.startswith("⏰ Your next 7 days")
    assert asked.text.startswith("⏰ How hard was your lift of today 17:00?")


async def test_a_conflict_that_the_weeks_plan_tells_brings_no_alert_beside_it(runner: Talker, world: World) -> None:
    await runner.set_up(*FRIDAY, "/remind week thu 20:00", "/add 2026-03-07 09:00 intervals")
    [plan] = await until(world, runner, "2026-03-05 23:00")
    assert plan.text.startswith("⏰ Your next 7 days")


async def test_the_taper_is_told_on_the_morning_of_a_lift_too(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 07:00", *QUIETLY, "/lifts thu 18:00", "/race 2026-03-22 10k A City")
    await until(world, runner, "2026-03-12 06:59")
    morning, taper = await until(world, runner, "2026-03-12 07:00")  # ten days before the race
    assert "Done" in morning.labels
    assert taper.text.startswith("⏰ Your taper begins today: City 10 k (A), Sun 22 Mar.")


async def test_reminders_show_each_kind_and_a_button_switches_it(runner: Talker) -> None:
    await runner.say("/remind 07:00")
    [shown] = await runner.say("/remind")
    for line in ("reminder: 07:00", "warmup: 30", "daily: off", "alert: on", "after: on", "week: off", "back: on"):
        assert f"\n{line}" in shown.text
    [echo] = await runner.press("alert off", shown)
    assert echo.text == "📌 alert: off"
    [echo] = await runner.press("week sun 18:00", shown)
    assert echo.text == "📌 week: sun 18:00"
    [echo] = await runner.press("daily on", shown)
    assert echo.text == "📌 daily: on"
    assert "\nremind alert: off" in await runner.ask("/settings")


@pytest.mark.parametrize(
    ("quiet", "off"),
    [("off", set()), ("22:00-07:30", set()), ("19:30-06:00", {"alert"})],
)
async def test_the_morning_reminder_is_switched_off_alone_and_takes_along_only_what_could_not_come_without_it(
    runner: Talker, quiet: str, off: set[str]
) -> None:
    """An alert would come at 20:00."""
    await runner.set_up("/remind 08:00", f"/set quiet {quiet}")
    [shown] = await runner.say("/remind")
    [echo] = await runner.press("morning off", shown)
    assert echo.text == "📌 reminder: off"
    kinds = dict(line.split(": ", 1) for line in (await runner.ask("/remind")).split("\n")[1:])
    assert {name for name in ("alert", "after", "sore", "taper", "back") if kinds[name] == "off"} == off
    await runner.press("Undo", echo)
    assert "\nreminder: 08:00" in await runner.ask("/remind")


@pytest.mark.parametrize("said", ["/remind off", "/set reminder off", "turn off all reminders"])
async def test_who_switches_reminders_off_is_told_what_still_comes(runner: Talker, said: str) -> None:
    await runner.set_up("/remind 07:00", "/remind week sun 19:00")
    assert await runner.ask(said) == "📌 reminder: off\nStill on: warmup, week. Each has its own switch: /remind"
    await runner.set_up("/remind warmup off", "/remind week off")
    assert await runner.ask(said) == "📌 reminder: off"


async def test_the_lift_is_asked_about_but_not_reminded_of_when_the_morning_alone_is_off(
    runner: Talker, world: World
) -> None:
    await runner.set_up(*FRIDAY, "/remind morning off")
    [asked] = await until(world, runner, "2026-03-06 23:00")
    assert asked.text.startswith("⏰ How hard was your lift of today 12:00?")


async def test_without_a_reminder_time_mornings_begin_as_quiet_hours_end_and_the_reminder_can_be_switched_off(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/set quiet 22:00-08:00", "/remind 08:30", "/remind daily on", *QUIETLY)
    assert (await runner.ask("/remind off")).startswith("📌 reminder: off\n")
    assert texts(await until(world, runner, "2026-03-03 07:59")) == []
    assert len(await until(world, runner, "2026-03-03 08:00")) == 1


@pytest.mark.parametrize(
    ("quiet", "line"),
    [
        ("22:00-06:30", "/remind week sun 22:30"),
        ("19:00-06:30", "/remind alert on"),
    ],
)
async def test_a_kind_whose_time_lies_in_quiet_hours_is_refused(runner: Talker, quiet: str, line: str) -> None:
    await runner.say(f"/set quiet {quiet}")
    assert "lies in your quiet hours" in await runner.ask(line)


@pytest.mark.parametrize("line", ["/remind alert maybe", "/remind week", "/remind week sunday", "/remind daily 7"])
async def test_a_wrong_switch_says_what_would_be_right_and_changes_nothing(runner: Talker, line: str) -> None:
    before = await runner.ask("/settings")
    assert (await runner.ask(line)).startswith("⚠️")
    assert await runner.ask("/settings") == before


@pytest.mark.parametrize("minutes", ["14", "121"])
async def test_a_lead_that_is_too_short_for_a_warm_up_or_too_long_is_refused_with_what_would_be_right(
    runner: Talker, minutes: str
) -> None:
    assert await runner.ask(f"/remind warmup {minutes}") == "⚠️ That takes minutes from 15 to 120, or off."
    for taken in ("15", "120"):
        assert await runner.ask(f"/remind warmup {taken}") == f"📌 warmup: {taken}"


async def test_kinds_alone_come_without_a_morning_reminder(runner: Talker, world: World) -> None:
    await runner.set_up("/lifts fri 12:00", *QUIETLY, "/remind after on")
    [asked] = await until(world, runner, "2026-03-06 23:00")
    assert asked.text.startswith("⏰ How hard was your lift of today 12:00?")


def asked_now(runner: Talker, message_id: int) -> str:
    """Return what a message says by now."""
    return next(message.text for message in runner.person.messages if message.id == message_id)
