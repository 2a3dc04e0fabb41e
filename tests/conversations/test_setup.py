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
    assert second.text.startswith("❓ Step 4 of 7")
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
    stored, _ = await ada.say("my hamstrings are a 6 today")
    assert stored.text == "📌 Soreness 6/10."
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
    assert (await ada.ask("undo")) == "📌 Undone: the setting running."
    assert (await ada.ask("help")).startswith("Ask: can I deadlift today?")
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
