"""What is said while the set-up asks, and is no answer to it."""

import pytest

from tests.conversations.conftest import Talker, World

UP_TO_RUNNING = ("/start", "Berlin", "Tue 18:00 intervals")

DONE = [
    pytest.param("what can you do", "Ask: can I deadlift today?", id="help"),
    pytest.param("units lb", "📌 units: lb", id="a setting"),
    pytest.param("bye", "📖 See you.", id="good-bye"),
    pytest.param("can I deadlift today?", "⛔ Not today\nIntervals tomorrow 18:00", id="a question about a lift"),
    pytest.param("deadlifted 3x4 at 100 yesterday", "📌 Sun 1 Mar", id="a lift"),
    pytest.param("remind me to lift thurs", "❓ At what time is", id="a reminder without its time"),
    pytest.param("the guy next to me slept 4 hours", "📖 That is about somebody else", id="somebody else"),
    pytest.param("had a stress fracture in 2015, fine now", "❓ That sounds long ago.", id="an old condition"),
    pytest.param("don't text me after 9pm", "📌 quiet: 21:00-06:00", id="quiet hours"),
    pytest.param("keep it as it is", "📖 Kept: everything is as it was.", id="nothing to change"),
]


@pytest.mark.parametrize(("text", "begins"), DONE)
async def test_what_is_no_answer_is_done_and_the_step_waits(ada: Talker, text: str, begins: str) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    first, *_, step = await ada.say(text)
    assert first.text.startswith(begins)
    assert step.text.startswith("❓ Set-up, step 4 of 7")
    stored, _ = await ada.say("5 years")
    assert stored.text == "📌 running: since 2021-03-02"


async def test_a_run_is_supposed_to_be_left_out_while_a_step_waits(ada: Talker) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    answer = (await ada.say("what if i skip the intervals"))[0]
    assert "That would be so without intervals tomorrow 18:00. Nothing is changed." in answer.text


async def test_an_answer_that_asks_something_itself_is_not_asked_over(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    [answer] = await ada.say("can I deadlift today?")
    assert answer.text.endswith("Any hard or long run on Mon 2 Mar or in the two days after?")


NOT_UNDERSTOOD = [
    ((), 2, "asdf qwer"),
    (("Tue 18:00 intervals",), 4, "no 3x4"),
    (("Tue 18:00 intervals", "5 years"), 5, "bananas"),
    (("Tue 18:00 intervals", "5 years", "3 years"), 6, "no 3x4"),
    (("Tue 18:00 intervals", "5 years", "3 years", "none"), 7, "bananas"),
]


@pytest.mark.parametrize(("steps", "number", "text"), NOT_UNDERSTOOD)
async def test_what_is_not_understood_is_answered_by_the_whole_step(
    ada: Talker, steps: tuple[str, ...], number: int, text: str
) -> None:
    await ada.set_up("/start", "Berlin", *steps)
    [step] = await ada.say(text)
    assert step.text.startswith(f"❓ I did not understand that.\nStep {number} of 7\n")
    assert step.labels[-2:] == ["Skip", "Later"]


LEAVING = [
    "later",
    "stop asking",
    "stop",
    "not now",
    "no more questions please",
    "can we do this later?",
    "skip the rest",
]


@pytest.mark.parametrize("text", LEAVING)
async def test_who_wants_no_more_questions_leaves(ada: Talker, text: str) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    [left] = await ada.say(text)
    assert left.text == "📖 Left. Nothing more was stored. /start goes on where you stopped."
    *_, step = await ada.say("/start")
    assert step.text.startswith("❓ Step 4 of 7")


@pytest.mark.parametrize("text", ["skip", "skip this one", "rather not say", "don't know", "that's private"])
async def test_a_step_is_skipped_in_words(ada: Talker, text: str) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    [step] = await ada.say(text)
    assert step.text.startswith("❓ Step 5 of 7")


@pytest.mark.parametrize("text", ["i don't have a plan", "it varies every week", "no fixed days"])
async def test_who_has_no_week_is_not_asked_for_it_again(ada: Talker, text: str) -> None:
    await ada.set_up("/start", "Berlin")
    [step] = await ada.say(text)
    assert step.text.startswith("❓ Step 4 of 7")


@pytest.mark.parametrize("text", ["why do you ask", "what for?", "is this necessary", "do i have to answer that"])
async def test_what_the_questions_are_for_is_said(ada: Talker, text: str) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    why, step = await ada.say(text)
    assert why.text.startswith("📖 So that my answers fit you.")
    assert step.text.startswith("❓ Step 4 of 7")


async def test_a_thumb_is_no_answer(ada: Talker) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    calm, step = await ada.say("👍")
    assert calm.text.startswith("📖 All right.")
    assert step.text.startswith("❓ Set-up, step 4 of 7")


async def test_a_question_about_what_was_told_can_be_answered_beside_the_step(ada: Talker) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    asked, step = await ada.say("just pulled 405 for 3")
    assert asked.labels == ["lb", "kg"]
    assert step.text.startswith("❓ Set-up, step 4 of 7")
    stored, *_, step = await ada.say("lb")
    assert "1 × 3 at 183.7 kg" in stored.text
    assert step.text.startswith("❓ Set-up, step 4 of 7")


async def test_a_red_flag_is_answered_alone(ada: Talker) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    [stop] = await ada.say("chest pain")
    assert stop.text.startswith("🩺 Stop")


async def test_a_city_is_looked_up_and_a_good_bye_is_none(ada: Talker) -> None:
    await ada.say("/start")
    first, step = await ada.say("bye")
    assert first.text.startswith("📖 See you.")
    assert step.text.startswith("❓ Set-up, step 1 of 7")
    stored, _ = await ada.say("Nice")
    assert stored.text.startswith("📌 Time zone Europe/Paris")


async def test_a_step_that_waits_is_shown_on_demand(ada: Talker) -> None:
    await ada.set_up(*UP_TO_RUNNING)
    *_, waiting = await ada.say("can i lift today?")
    assert waiting.text == "❓ Set-up, step 4 of 7, waits: how long you have been running."
    [step] = await ada.press("Go on", waiting)
    assert step.text.startswith("❓ Step 4 of 7")
    assert (await ada.say("6 years"))[0].text.startswith("📌 running")


async def test_a_greeting_of_a_newcomer_offers_the_set_up(world: World) -> None:
    new = world.person("Newcomer")
    [hello] = await new.say("hi")
    assert hello.labels == ["Set up"]
    [step] = await new.press("Set up", hello)
    assert step.text.startswith("❓ Step 1 of 7")


async def test_a_greeting_of_who_has_told_their_week_offers_nothing(world: World) -> None:
    known = world.person("Known")
    await known.set_up("/schedule Mon easy 5k")
    [hello] = await known.say("hi")
    assert hello.labels == []
