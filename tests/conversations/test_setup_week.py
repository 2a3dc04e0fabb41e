"""A week that is told day by day while the set-up is open."""

import pytest

from tests.conversations.conftest import Clock, Talker, World


async def test_days_sent_line_by_line_add_up_to_one_week(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "tues 7pm intervals")
    stored, step = await ada.say("thurs easy 6am")
    assert stored.text == "📌 Your week:\nTue · intervals · 19:00\nThu · easy · 06:00"
    assert step.text.startswith("❓ Set-up, step 4 of 7")
    stored, _ = await ada.say("and sunday long")
    assert stored.text == "📌 Your week:\nTue · intervals · 19:00\nThu · easy · 06:00\nSun · long run"
    [step] = await ada.say("that's it")
    assert step.text.startswith("❓ Step 4 of 7")
    assert "Thu · easy · 06:00\nSun · long run" in await ada.ask("/schedule")


async def test_days_that_come_before_the_place_add_up_too(ada: Talker) -> None:
    await ada.set_up("/start", "tuesday 7pm intervals", "Mon off", "Wed easy 5k 7am")
    stored, step = await ada.say("thurs tempo, sat long 18k")
    assert stored.text == (
        "📌 Your week:\nTue · intervals · 19:00\nWed · easy · 07:00 · 5 km\nThu · tempo\nSat · long run · 18 km"
    )
    assert step.text.startswith("❓ Set-up, step 1 of 7")


async def test_a_day_that_was_forgotten_is_added_behind_an_answer(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "tues 7pm intervals, sun 8am long", "5 years")
    stored, step = await ada.say("oh and sat recovery 5k")
    assert stored.text == "📌 Your week:\nTue · intervals · 19:00\nSat · recovery · 5 km\nSun · long run · 08:00"
    assert step.text.startswith("❓ Set-up, step 5 of 7")


TOLD_ANEW = [
    ("no wait monday is off", "Wed · tempo\nSun · long run · 08:00"),
    ("tempo is wed 6am", "Mon · easy\nWed · tempo · 06:00\nSun · long run · 08:00"),
    ("actually wednesday is intervals 7pm", "Mon · easy\nWed · intervals · 19:00\nSun · long run · 08:00"),
    ("sun easy 7pm as well", "Mon · easy\nWed · tempo\nSun · long run · 08:00\nSun · easy · 19:00"),
    ("sun easy 7pm", "Mon · easy\nWed · tempo\nSun · long run · 08:00\nSun · easy · 19:00"),
]


@pytest.mark.parametrize(("text", "week"), TOLD_ANEW)
async def test_a_known_day_is_told_anew_and_the_others_stay(ada: Talker, text: str, week: str) -> None:
    await ada.set_up("/start", "Berlin", "easy mon, tempo wed, long sun 8am", "skip")
    stored, _ = await ada.say(text)
    assert stored.text == f"📌 Your week:\n{week}"


async def test_the_last_day_that_was_told_is_taken_back_alone(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "tues 7pm intervals", "thurs easy 6am", "undo")
    week = await ada.ask("/schedule")
    assert "Tue · intervals" in week
    assert "Thu" not in week


async def test_days_that_are_told_late_describe_the_days_before_today_too(ada: Talker, world: World) -> None:
    """A hard run of yesterday counts, in whichever message it was."""
    await ada.set_up("/start", "Berlin", "tues 7pm easy", "sunday 6pm intervals")
    records = await world.store.run(lambda records: records.patterns.of(ada.person.id))
    [(_, pattern)] = records
    assert pattern.valid_from is None
    assert [run.weekday.name for run in pattern.runs] == ["TUE", "SUN"]


async def test_what_is_said_to_be_the_week_takes_the_place_of_the_days_before(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "tues 7pm intervals")
    stored, *_ = await ada.say("my week is mon easy, wed tempo, sat long")
    assert stored.text == "📌 Your week:\nMon · easy\nWed · tempo\nSat · long run"


NO_WEEK = ["tomorrow easy 5k 7am", "this thursday easy 6am", "ran easy 5k yesterday"]


@pytest.mark.parametrize("text", NO_WEEK)
async def test_a_run_of_one_date_is_none_of_every_week(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin", "wed 7pm intervals")
    stored, step = (await ada.say(text))[0], ada.person.messages[-1]
    assert stored.text.startswith("📌 ")
    assert step.text.startswith("❓ Set-up, step 4 of 7")
    assert (await ada.ask("/schedule")).endswith("Wed · intervals · 19:00")


async def test_long_after_the_week_a_day_is_one_date(ada: Talker, clock: Clock) -> None:
    await ada.set_up("/start", "Berlin", "tues 7pm intervals")
    clock.go_on(hours=2)
    stored, _ = await ada.say("thurs easy 6am")
    assert stored.text == "📌 Thu 5 Mar · easy · 06:00"


async def test_one_day_completes_a_week_of_which_one_was_understood(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals\nThu blorp")
    stored, _ = await ada.say("thu tempo 7pm")
    assert stored.text == "📌 Your week:\nTue · intervals · 18:00\nThu · tempo · 19:00"


async def test_days_that_are_asked_about_are_asked_about_together(runner: Talker) -> None:
    await runner.say("fridays easy 7am")
    [asked] = await runner.say("saturdays easy 9am")
    assert asked.text == "❓ Shall I change only Fri, Sat, or is that your whole week?"
    [stored] = await runner.press("Only Fri, Sat", asked)
    assert "Thu · tempo · 06:30 · 40 min\nFri · easy · 07:00\nSat · easy · 09:00\nSun · long run" in stored.text


async def test_a_week_that_was_skipped_can_be_told_at_a_later_step(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "skip")
    stored, step = await ada.say("Tue track 6pm")
    assert stored.text == "📌 Your week:\nTue · intervals · 18:00"
    assert step.text.startswith("❓ Set-up, step 4 of 7")
    stored, _ = await ada.say("Thu tempo 6am")
    assert stored.text == "📌 Your week:\nTue · intervals · 18:00\nThu · tempo · 06:00"


@pytest.mark.parametrize("text", ["Monday rest", "no run on monday", "sat and sun off"])
async def test_days_off_alone_are_no_week_and_no_dates(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin")
    [step] = await ada.say(text)
    assert step.text.startswith("❓ Days without a run count as off. On which days do you run?\nStep 2 of 7")
    stored, _ = await ada.say("Tuesday 6x800 at 6pm")
    assert stored.text == "📌 Your week:\nTue · intervals · 18:00"


@pytest.mark.parametrize("text", ["Tue/Thu/Sat", "tuesdays, thursdays and saturdays", "tue thu sat"])
async def test_days_alone_are_the_week_where_it_is_asked_for(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin")
    stored, step = await ada.say(text)
    assert stored.text == "📌 Your week:\nTue · run\nThu · run\nSat · run"
    assert step.text.startswith("❓ Step 3 of 7")


@pytest.mark.parametrize("text", ["tue thu?", "can I lift tue and thu"])
async def test_a_question_about_days_is_no_week(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin")
    first, *_ = await ada.say(text)
    assert first.text.startswith("🟡 Light only")
    assert "no running week" in await ada.ask("/schedule")


KEPT_OF_A_DAY = [
    ("Wed intervals 18:00", "actually wednesday is easy", "Wed · easy · 18:00"),
    ("Sun long 15k", "oops, sunday is 20k", "Sun · long run · 20 km"),
    ("Sun long 15k 8am", "no, sunday is 20k at 9", "Sun · long run · 09:00 · 20 km"),
    ("Sun long 15k 8am", "sorry, sunday 7am", "Sun · long run · 07:00 · 15 km"),
]


@pytest.mark.parametrize(("before", "text", "row"), KEPT_OF_A_DAY)
async def test_what_is_not_corrected_of_a_day_stays(ada: Talker, before: str, text: str, row: str) -> None:
    await ada.set_up("/start", "Berlin", before)
    await ada.say(text)
    assert (await ada.ask("/schedule")).endswith(row)


async def test_a_bare_hour_of_the_runs_is_asked_about(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue track 6pm, Sun long")
    [asked] = await ada.say("6")
    assert asked.labels[:2] == ["Morning, 06:00", "Evening, 18:00"]
    stored, step = await ada.say("evening")
    assert stored.text == "📌 run_time: 18:00"
    assert step.text.startswith("❓ Step 4 of 7")


@pytest.mark.parametrize(("text", "time"), [("6pm", "18:00"), ("6:30am", "06:30")])
async def test_a_time_right_behind_the_usual_time_corrects_it(ada: Talker, text: str, time: str) -> None:
    await ada.set_up("/start", "Berlin", "Tue track 6pm, Sun long", "07:00")
    stored, step = await ada.say(text)
    assert stored.text == f"📌 run_time: {time}"
    assert step.text.startswith("❓ Step 4 of 7")
    assert "reminder: off" in await ada.ask("/set")
