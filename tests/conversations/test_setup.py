"""The set-up: a minute, every step can be skipped, left and resumed."""

from pathlib import Path

import pytest

from bot.library.library import Library
from tests.conversations.conftest import Clock, Talker, World, bot_on


async def test_a_newcomer_is_led_through_every_step(ada: Talker) -> None:
    welcome, zone = await ada.say("/start")
    assert "not medical advice" in welcome.text
    assert zone.text.startswith("❓ Step 1 of 7")
    stored, week = await ada.say("Berlin")
    assert stored.text == "📌 Time zone Europe/Berlin; it is 10:00 there."
    assert week.text.startswith("❓ Step 2 of 7")
    stored, times = await ada.say("Tue 6x800 @ 6pm, Thu tempo 40 min, Sun long 18k 8am")
    assert stored.text.startswith("📌 Your week:")
    assert times.text.startswith("❓ Step 3 of 7")
    _, running = await ada.press("07:00")
    assert running.text.startswith("❓ Step 4 of 7")
    _, lifting = await ada.say("3 years")
    assert lifting.text.startswith("❓ Step 5 of 7")
    _, health = await ada.press("Over a year")
    assert health.text.startswith("❓ Step 6 of 7")
    assert "I keep an answer only if you tap it" in health.text
    _, reminder = await ada.press("None of these")
    assert reminder.text.startswith("❓ Step 7 of 7")
    stored, done = await ada.say("06:30")
    assert stored.text == "📌 reminder: 06:30"
    assert done.text.startswith("📖 Done.")
    [answer] = await ada.press("Can I deadlift today?")
    assert answer.text.startswith("⛔ Not today\nIntervals tomorrow 18:00")


async def test_a_week_in_which_every_run_has_its_time_is_not_asked_for_one(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    _, asked = await ada.say("Tue 18:00 intervals, Sun 08:00 long")
    assert asked.text.startswith("❓ Step 4 of 7")


async def test_every_step_can_be_skipped_and_today_still_answers_and_asks_what_matters(ada: Talker) -> None:
    await ada.say("/start")
    for _ in range(6):
        [asked] = await ada.press("Skip")
    assert asked.text.startswith("📖 Done.")
    answer = await ada.ask("/today")
    assert answer.startswith("🟡 Light only")
    assert "Any hard or long run on Mon 2 Mar" in answer


async def test_a_question_in_the_middle_is_answered_and_the_step_waits(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    [answer] = await ada.say("can I deadlift today?")
    assert answer.text.startswith("🟡 Light only")
    stored, asked = await ada.say("Tue 18:00 intervals")
    assert stored.text.startswith("📌 Your week:")
    assert asked.text.startswith("❓ Step 4 of 7")


BESIDE = [
    pytest.param("hi", "📖 Hello.", id="a greeting"),
    pytest.param("thanks!", "📖 You are welcome.", id="thanks"),
    pytest.param("which shoes should I deadlift in?", "📖 What to wear on your feet", id="a question to the guide"),
    pytest.param("what's the weather tomorrow", "🤷", id="no business of the bot"),
]


@pytest.mark.parametrize(("text", "begins"), BESIDE)
async def test_what_is_asked_before_a_step_is_answered_and_the_step_asked_again(
    ada: Talker, text: str, begins: str
) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals")
    first, second = await ada.say(text)
    assert first.text.startswith(begins)
    assert second.text.startswith("❓ Set-up, step 4 of 7")
    assert second.labels[-2:] == ["Skip", "Later"]


async def test_an_answer_that_does_not_fit_is_refused_and_the_step_stays(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "skip")
    [refused] = await ada.say("quite a while")
    assert refused.text == "⚠️ Say how long, for example: 3 years, 5 weeks, new."
    stored, _ = await ada.say("5 weeks")
    assert stored.text == "📌 running: since 2026-01-26"


async def test_a_shared_location_keeps_only_the_zone(ada: Talker, world: World) -> None:
    await ada.say("/start")
    await ada.person.send_location(-33.87, 151.21)
    await world.settle()
    stored = next(message for message in ada.person.messages if message.text.startswith("📌"))
    assert stored.text == "📌 Time zone Australia/Sydney; it is 20:00 there."
    runner = await world.store.run(lambda records: records.runner(ada.person.id))
    assert "151" not in repr(runner)
    assert "33" not in repr(runner)


async def test_a_misspelt_city_is_asked_back(ada: Talker) -> None:
    await ada.say("/start")
    [asked] = await ada.say("Berln")
    assert asked.text.startswith("❓ Which one do you mean")
    stored, week = await ada.press(asked.labels[0])
    assert stored.text.startswith("📌 Time zone Europe/Berlin")
    assert week.text.startswith("❓ Step 2 of 7")


async def test_an_unknown_place_is_refused_with_what_would_do(ada: Talker) -> None:
    await ada.say("/start")
    [refused] = await ada.say("Xyzzyville")
    assert refused.text.startswith("⚠️ I find no place called")


async def test_leaving_and_starting_again_goes_on(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    [left] = await ada.say("/cancel")
    assert left.text.startswith("📖 Left.")
    *_, asked = await ada.say("/start")
    assert asked.text.startswith("❓ Step 2 of 7")


async def test_a_restart_in_the_middle_loses_nothing(tmp_path: Path, library: Library, clock: Clock) -> None:
    async with bot_on(tmp_path / "bot.db", library, clock) as world:
        await world.person().set_up("/start", "Berlin")
    clock.go_on(minutes=5)
    async with bot_on(tmp_path / "bot.db", library, clock) as world:
        stored, asked = await world.person().say("Tue 18:00 intervals")
    assert stored.text.startswith("📌 Your week:")
    assert asked.text.startswith("❓ Step 4 of 7")


async def test_a_week_with_a_mistake_in_it_is_asked_back_and_then_the_set_up_goes_on(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    [asked] = await ada.say("Tue 18:00 intervals\nThu blorp\nSun 08:00 long 18 km")
    assert asked.text.startswith("❓")
    assert "blorp" in asked.text
    stored, step = await ada.press("Keep what you understood")
    assert stored.text.startswith("📌 Your week:\nTue · intervals · 18:00\nSun · long run · 08:00 · 18 km")
    assert step.text.startswith("❓ Step 4 of 7")


async def test_a_button_of_a_step_that_is_over_says_so(ada: Talker) -> None:
    _, zone = await ada.say("/start")
    await ada.say("Berlin")
    await ada.say("Tue 18:00 intervals")
    await ada.press("Over a year")
    [*_, asked] = ada.person.messages
    await ada.press("Skip", asked)
    await ada.press("Skip", ada.person.messages[-1])
    await ada.press("Skip", ada.person.messages[-1])
    assert await ada.press("Skip", zone) == []
    assert ada.person.alerts[-1] == "🤷 That step is over."


async def test_something_else_said_in_the_middle_is_done_and_the_step_waits(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals")
    stored, verdict, again = await ada.say("my hamstrings are a 6 today")
    assert stored.text == "📌 Soreness 6/10."
    assert verdict.text.startswith("⛔ Not today\nIntervals tomorrow 18:00")
    assert again.text.startswith("❓ Set-up, step 4 of 7")
    stored, step = await ada.say("5 years")
    assert stored.text == "📌 running: since 2021-03-02"
    assert step.text.startswith("❓ Step 5 of 7")


async def test_a_red_flag_does_not_lose_the_place_in_the_set_up(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", "chest pain and short of breath")
    await ada.set_up("my doctor cleared me")
    *_, asked = await ada.say("/start")
    assert asked.text.startswith("❓ Step 4 of 7")


async def test_health_answers_are_tapped_one_by_one_until_done(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", "3 years", "2 years")
    question = ada.person.messages[-1]
    stored, asked = await ada.press("Uncontrolled blood pressure", question)
    assert stored.text == "📌 Kept: Uncontrolled blood pressure."
    assert asked.text == "❓ Has a clinician cleared you for lifting with that?"
    [reminder] = await ada.press("Done", question)
    assert reminder.text.startswith("❓ Step 7 of 7")
    await ada.say("off")
    answer = await ada.ask("/today")
    assert answer.startswith("⛔ Not today\nUncontrolled blood pressure, not cleared")
    assert "Care and rest instead." in answer


async def test_health_step_takes_words(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", "3 years", "2 years")
    stored, step = await ada.say("none")
    assert stored.text == "📌 Kept: None of these."
    assert step.text.startswith("❓ Step 7 of 7")


async def test_undo_and_help_work_in_the_middle_and_the_step_waits(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", "3 years")
    undone, again = await ada.say("undo")
    assert undone.text == "📌 Undone: the setting running."
    assert again.text.startswith("❓ Step 4 of 7")
    await ada.say("3 years")
    shown, again = await ada.say("help")
    assert shown.text.startswith("Ask: can I deadlift today?")
    assert again.text.startswith("❓ Set-up, step 5 of 7")
    _, step = await ada.say("2 years")
    assert step.text.startswith("❓ Step 6 of 7")


OTHERWISE = ["none otherwise", "No, I am 71 and have nothing of that kind otherwise."]


@pytest.mark.parametrize("text", OTHERWISE)
async def test_nothing_otherwise_keeps_the_age_alone(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", "3 years", "2 years")
    await ada.press("65 or older")
    *_, step = await ada.say(text)
    assert step.text.startswith("❓ Step 7 of 7")
    kept = await ada.ask("/health")
    assert "\n65 or older\n" in kept
    assert "None of these" not in kept


async def test_none_of_something_else_keeps_no_health_answer(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", "3 years", "2 years")
    answers = await ada.say("none yet, maybe a 10k in spring")
    assert not any(answer.text.startswith("📌") for answer in answers)
    assert "None of these" not in await ada.ask("/health")


async def test_an_age_that_is_kept_is_known_when_it_is_told_again(ada: Talker) -> None:
    await ada.set_up("/health age 70")
    assert await ada.ask("I am 71 years old") == "📖 I know that and plan with it: 65 or older."


UP_TO_REMINDER = ("/start", "Berlin", "Tue 18:00 intervals", "3 years", "2 years", "none")
UNTIMED = ("/start", "Berlin", "Tue intervals, Fri easy, Sun long")
HALF_READ = ("/start", "Berlin", "Tuesdays I do intervals, thursdays the thing with the club, Sunday 18k")

REMINDERS = [
    ("no reminders please", "off"),
    ("no reminders", "off"),
    ("I should like a reminder at eight in the morning", "08:00"),
    ("7am is good", "07:00"),
    ("/remind 06:30", "06:30"),
    ("/set reminder off", "off"),
    ("20:00", "20:00"),
]


@pytest.mark.parametrize(("text", "value"), REMINDERS)
async def test_a_reminder_given_in_any_words_ends_the_set_up(ada: Talker, text: str, value: str) -> None:
    await ada.set_up(*UP_TO_REMINDER)
    stored, done = await ada.say(text)
    assert stored.text.split("\n")[0] == f"📌 reminder: {value}"
    assert done.text.startswith("📖 Done.")


ABOUT_A_LIFT = ["at the evening, 20h", "tomorrow 7am", "is 7am good"]


@pytest.mark.parametrize("text", ABOUT_A_LIFT)
async def test_a_time_that_may_be_a_lifts_is_no_reminder(ada: Talker, text: str) -> None:
    await ada.set_up(*UP_TO_REMINDER)
    answer, again = await ada.say(text)
    assert answer.text.startswith(("⛔", "🟡"))
    assert again.text.startswith("❓ Set-up, step 7 of 7")
    stored, _ = await ada.say("06:30")
    assert stored.text == "📌 reminder: 06:30"


COMMANDS = [("/set running 3 years", "❓ Step 5 of 7"), ("I've been running for 3 years", "❓ Step 5 of 7")]


@pytest.mark.parametrize(("text", "step"), COMMANDS)
async def test_a_step_is_closed_when_its_setting_is_given(ada: Talker, text: str, step: str) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals")
    _, asked = await ada.say(text)
    assert asked.text.startswith(step)


async def test_another_setting_leaves_the_step_open(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals")
    assert await ada.ask("/set units lb") == "📌 units: lb"


OTHERS = [
    pytest.param("show my week", "Your next 7 days", id="a request"),
    pytest.param("can you change my sunday run to 10am", "📌 Your week:", id="an order"),
    pytest.param("just pulled 405 for 3", '❓ "just pulled 405 for 3"', id="a lift in doubt"),
    pytest.param("im not going to uni club 2nite", "🤷", id="what is not understood"),
]


@pytest.mark.parametrize(("text", "begins"), OTHERS)
async def test_what_is_no_answer_is_done_and_the_step_asked_again(ada: Talker, text: str, begins: str) -> None:
    await ada.set_up(*UNTIMED, "18:00")
    first, step = await ada.say(text)
    assert first.text.startswith(begins)
    assert step.text.startswith("❓ Set-up, step 4 of 7")


PLACES = [
    ("hello i am from Lisboa", "Europe/Lisbon;"),
    ("hi, I'm from Lisboa", "Europe/Lisbon;"),
    ("im in Austin TX", "America/Chicago, for Austin, Texas;"),
    ("im in manchester", "Europe/London, for Manchester, England;"),
]


@pytest.mark.parametrize(("text", "found"), PLACES)
async def test_a_place_is_found_in_a_sentence(ada: Talker, text: str, found: str) -> None:
    await ada.say("/start")
    stored, _ = await ada.say(text)
    assert stored.text.startswith(f"📌 Time zone {found}")


async def test_yes_takes_the_one_place_that_is_suggested(ada: Talker) -> None:
    await ada.set_up("/start", "Berln")
    stored, _ = await ada.say("yes")
    assert stored.text.startswith("📌 Time zone Europe/Berlin;")


@pytest.mark.parametrize(
    "text", ["yes", "12", "none", "it was 65", "5 years", "show my week", "What have you noted about my health?"]
)
async def test_what_is_no_place_is_not_looked_up(ada: Talker, text: str) -> None:
    await ada.say("/start")
    assert not any("no place" in answer.text for answer in await ada.say(text))


async def test_both_lengths_told_at_once_answer_both_steps(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals")
    lifting, running, step = await ada.say("lifting 2 yrs runing 4")
    assert lifting.text == "📌 lifting: since 2024-03-02"
    assert running.text == "📌 running: since 2022-03-02"
    assert step.text.startswith("❓ Step 6 of 7")


async def test_the_time_of_one_run_leaves_the_others_asked_for(ada: Talker) -> None:
    await ada.set_up(*UNTIMED)
    stored, step = await ada.say("sun like 11am")
    assert stored.text == "📌 Your week:\nTue · intervals\nFri · easy\nSun · long run · 11:00"
    assert step.text.startswith("❓ Step 3 of 7")


async def test_a_part_of_the_day_is_asked_for_its_time(ada: Talker) -> None:
    await ada.set_up(*UNTIMED)
    stored, asked = await ada.say("evenings mostly, sun like 11")
    assert stored.text.endswith("Sun · long run · 11:00")
    assert asked.text == "❓ At what time is that? For example: 18:00."
    stored, _ = await ada.say("5:30")
    assert stored.text == "📌 run_time: 17:30"


@pytest.mark.parametrize(("half", "time"), [("evening", "17:30"), ("in the morning", "05:30"), ("17:30", "17:30")])
async def test_a_bare_hour_is_asked_for_its_half_of_the_day(ada: Talker, half: str, time: str) -> None:
    await ada.set_up(*UNTIMED)
    [asked] = await ada.say("5:30")
    assert asked.text == "❓ 5:30: in the morning or in the evening?"
    stored, step = await ada.say(half)
    assert stored.text == f"📌 run_time: {time}"
    assert step.text.startswith("❓ Step 4 of 7")


CORRECTIONS = [
    ("sundays around 10 actually", "Tue · intervals\nFri · easy\nSun · long run · 10:00"),
    ("my long run is at 11am not 6pm", "Tue · intervals\nFri · easy\nSun · long run · 11:00"),
    ("they're all easy runs", "Tue · easy\nFri · easy\nSun · easy"),
]


@pytest.mark.parametrize(("text", "week"), CORRECTIONS)
async def test_the_week_is_corrected_one_step_later(ada: Talker, text: str, week: str) -> None:
    await ada.set_up(*UNTIMED, "18:00")
    stored, step = await ada.say(text)
    assert stored.text == f"📌 Your week:\n{week}"
    assert step.text.startswith("❓ Set-up, step 4 of 7")


async def test_the_usual_time_is_corrected_one_step_later(ada: Talker) -> None:
    await ada.set_up(*UNTIMED, "05:30")
    stored, step = await ada.say("my runs are at 5:30 PM not am")
    assert stored.text == "📌 run_time: 17:30"
    assert step.text.startswith("❓ Set-up, step 4 of 7")


async def test_a_half_read_week_is_kept_and_then_corrected(ada: Talker) -> None:
    await ada.set_up(*HALF_READ)
    kept, corrected, step = await ada.say(
        "Yes, keep it, but half past nine in the morning please, and Sunday is my long one."
    )
    assert kept.text == "📌 Your week:\nTue · intervals\nSun · run · 18 km"
    assert corrected.text == "📌 Your week:\nTue · intervals\nSun · long run · 18 km\nrun_time: 09:30"
    assert step.text.startswith("❓ Step 4 of 7")


async def test_a_correction_that_is_not_understood_is_asked_about(ada: Talker) -> None:
    await ada.set_up(*HALF_READ)
    kept, asked, _ = await ada.say("yes keep it but my cat is called tom")
    assert kept.text.startswith("📌 Your week:")
    assert "my cat is called tom" in asked.text


async def test_the_missing_day_completes_a_half_read_week(ada: Talker) -> None:
    await ada.set_up(*HALF_READ)
    stored, _ = await ada.say("Thursday is tempo")
    assert stored.text == "📌 Your week:\nTue · intervals\nThu · tempo\nSun · run · 18 km"


async def test_a_whole_new_week_replaces_a_half_read_one(ada: Talker) -> None:
    await ada.set_up(*HALF_READ)
    stored, _ = await ada.say("Mon easy 5k, Sat long 20k")
    assert stored.text == "📌 Your week:\nMon · easy · 5 km\nSat · long run · 20 km"


async def test_what_is_told_beside_the_place_is_kept_and_not_asked_again(ada: Talker) -> None:
    await ada.say("/start")
    lifting, zone, step = await ada.say("London, 3 yrs lifting")
    assert lifting.text == "📌 lifting: since 2023-03-02"
    assert zone.text.startswith("📌 Time zone Europe/London")
    assert step.text.startswith("❓ Step 2 of 7")
    await ada.set_up("Tue 18:00 intervals")
    _, step = await ada.say("6 years")
    assert step.text.startswith("❓ Step 6 of 7")


async def test_what_is_told_beside_the_week_is_kept_and_not_asked_again(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    week, lifting, step = await ada.say("Tue 6pm intervals, Thu 7am tempo, lifting 3 yrs")
    assert week.text == "📌 Your week:\nTue · intervals · 18:00\nThu · tempo · 07:00"
    assert lifting.text == "📌 lifting: since 2023-03-02"
    assert step.text.startswith("❓ Step 4 of 7")
    _, step = await ada.say("5 years")
    assert step.text.startswith("❓ Step 6 of 7")


async def test_the_usual_time_and_both_lengths_are_told_at_once(ada: Talker) -> None:
    await ada.set_up(*UNTIMED)
    time, running, lifting, step = await ada.say("7pm, running 6 years and lifting 3")
    assert [time.text, running.text, lifting.text] == [
        "📌 run_time: 19:00",
        "📌 running: since 2020-03-01",
        "📌 lifting: since 2023-03-02",
    ]
    assert step.text.startswith("❓ Step 6 of 7")


@pytest.mark.parametrize("text", ["none of those, and 6:30", "none and half past 6"])
async def test_the_health_answer_and_the_reminder_are_told_at_once(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", "3 years", "2 years")
    none, reminder, done = await ada.say(text)
    assert none.text == "📌 Kept: None of these."
    assert reminder.text == "📌 reminder: 06:30"
    assert done.text.startswith("📖 Done.")


@pytest.mark.parametrize("steps", [("3 years",), ("3 years", "2 years")])
async def test_a_bare_time_before_its_step_is_the_reminder_and_is_not_asked_for_again(
    ada: Talker, steps: tuple[str, ...]
) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals", *steps)
    reminder, step = await ada.say("half past 6")
    assert reminder.text == "📌 reminder: 06:30"
    assert step.text.startswith(f"❓ Step {4 + len(steps)} of 7")


async def test_none_is_no_length_of_time(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin", "Tue 18:00 intervals")
    assert await ada.ask("none") == "⚠️ Say how long, for example: 3 years, 5 weeks, new."
    assert "running: not said" in await ada.ask("/settings")


BROKEN_WEEK = "easy mon, tempo wednesday 25:00, sunday long run 8am like 18k, track tue 630pm"


async def test_a_half_read_week_that_comes_early_is_kept_by_a_yes(ada: Talker) -> None:
    await ada.say("/start")
    await ada.say(BROKEN_WEEK)
    kept = await ada.say("yes")
    assert kept[0].text.startswith("📌 Your week:\nMon · easy\nTue · intervals · 18:30\nWed · tempo\n")


async def test_a_half_read_week_that_comes_early_is_corrected_by_a_day(ada: Talker) -> None:
    await ada.say("/start")
    await ada.say(BROKEN_WEEK)
    kept = await ada.say("no wait monday is off")
    assert "Tue · intervals · 18:30" in kept[0].text
    assert "Mon · easy" not in kept[0].text


@pytest.mark.parametrize("text", ["monday is off", "no runs on mondays or fridays"])
async def test_days_off_alone_are_no_week(ada: Talker, text: str) -> None:
    """Nothing would stand in the way of a heavy lift in a week that is only said to have a day off."""
    await ada.set_up("/set timezone Europe/Berlin", "/set lifting 3 years")
    assert all("📌 Your week" not in answer.text for answer in await ada.say(text))
    assert "I do not know your running week yet" in (await ada.say("can I deadlift today?"))[0].text
