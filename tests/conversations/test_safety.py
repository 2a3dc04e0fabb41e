"""Red flags and pain stop everything, wherever a person types."""

import pytest

from tests.conversations.conftest import Talker, World

FLAG = "my groin is numb and I cannot pee"


@pytest.mark.parametrize(
    "said",
    [
        FLAG,
        f"/log deadlift 3x4 100kg, then {FLAG}",
        f"/today {FLAG}",
        f"/add tomorrow tempo, {FLAG}",
        "can I deadlift today? passed out at the top of the last rep",
        "/race 2026-09-27 marathon, chest pain when I run",
    ],
)
async def test_a_red_flag_is_answered_with_help_and_nothing_else(runner: Talker, world: World, said: str) -> None:
    [answer] = await runner.say(said)
    assert answer.text.splitlines()[0] == (
        "🩺 Stop. Call your local emergency number (112 or 911 in many countries) now."
    )
    assert "Next good window" not in answer.text
    assert await world.store.run(lambda records: records.lifts.of(runner.person.id)) == ()


async def test_a_red_flag_in_the_set_up_stops_it(ada: Talker) -> None:
    await ada.say("/start")
    [answer] = await ada.say("chest pain and short of breath")
    assert answer.text.startswith("🩺 Stop")


async def test_a_red_flag_in_a_caption_or_an_edit_is_seen(runner: Talker, world: World) -> None:
    await runner.person.send_photo(b"\x89PNG\r\n", caption="coughing blood")
    await world.settle()
    assert runner.person.messages[-1].text.startswith("🩺 Stop")


async def test_a_standing_flag_answers_every_question_until_cleared(runner: Talker) -> None:
    await runner.say(FLAG)
    assert (await runner.ask("can I deadlift friday?")).startswith("🩺 Stop")
    [asked] = await runner.say("I'm fine now")
    assert asked.text == "❓ Has a clinician seen you?"
    [kept] = await runner.press("Not yet")
    assert kept.text.startswith("🩺 Stop")
    [cleared] = await runner.press("Yes, and cleared me", asked)
    assert cleared.text.startswith("📌 Cleared by a clinician")
    assert (await runner.ask("/today friday")).startswith("✅ Yes")


async def test_who_wants_to_lift_anyway_after_a_red_flag_is_told_to_stop(runner: Talker) -> None:
    await runner.say(FLAG)
    assert (await runner.ask("I'll lift anyway")).startswith("🩺 Stop")


async def test_a_misunderstanding_is_confirmed_once(runner: Talker) -> None:
    await runner.say(FLAG)
    [asked] = await runner.press("That is not what I meant")
    assert asked.text.startswith("❓")
    [done] = await runner.press("Yes, a misunderstanding")
    assert done.text.startswith("📌 Taken back")
    assert not (await runner.ask("/today friday")).startswith("🩺")


async def test_pain_is_a_no_with_care_and_no_alternative_training(runner: Talker) -> None:
    stored, answer = await runner.say("tweaked my back, can I still run a bit today?")
    assert stored.text.startswith("📌 Pain noted: low back.")
    assert "physio or doctor" in stored.text
    assert answer.text.startswith("⛔ Not today")
    assert "Care and rest instead." in answer.text
    assert "easy day" not in answer.text


async def test_pain_gone_still_holds_a_low_back_for_two_days(runner: Talker) -> None:
    await runner.say("sharp pain in my low back on rep 3")
    stored, answer = await runner.say("pain gone")
    assert stored.text == "📌 Pain gone, good."
    assert "two full days without lifting" in answer.text


async def test_a_niggle_is_light(runner: Talker) -> None:
    await runner.say("/add tomorrow rest")
    stored, answer = await runner.say("/checkin pain 2 knee stable")
    assert stored.text.startswith("📌 Niggle noted")
    assert answer.text.startswith("🟡 Light only")


async def test_an_unclear_complaint_is_asked_about_and_holds_until_answered(runner: Talker) -> None:
    await runner.say("/add tomorrow rest")
    assert await runner.ask("my back feels off") == "❓ Tired muscle, or pain?"
    [held] = await runner.say("/today")
    assert held.text.startswith("⛔ Not today")
    stored, answer = await runner.press("Tired muscle", held)
    assert stored.text == "📌 Tired muscle, not pain."
    assert answer.text.startswith("✅ Yes")


async def test_somebody_elses_complaint_is_asked_about_once(runner: Talker) -> None:
    [asked] = await runner.say("my wife has chest pain")
    assert asked.text.startswith("❓")
    [left] = await runner.press("No")
    assert "local emergency number" in left.text
    assert not (await runner.ask("/today")).startswith("🩺")


@pytest.mark.parametrize("said", ["my legs are dead, can I deadlift today?", "chest day yesterday, deadlift today?"])
async def test_a_near_miss_is_answered_as_what_it_is(runner: Talker, said: str) -> None:
    assert (await runner.ask(said)).startswith("⛔ Not today\nIntervals tomorrow")


async def test_soreness_is_not_pain(runner: Talker) -> None:
    await runner.say("/add tomorrow rest")
    stored, answer = await runner.say("my hamstrings are a 6 today")
    assert stored.text == "📌 Soreness 6/10."
    assert answer.text.startswith("🟡 Light only")
    stored, answer = await runner.say("/checkin soreness 8")
    assert answer.text.startswith("⛔ Not today")


DOUBTFUL = "From the morning both my legs have no force, I try to rise from chair and they do not carry me."


async def test_what_sounds_like_a_red_flag_in_unknown_words_is_asked_about_once(runner: Talker) -> None:
    (asked,) = await runner.say(DOUBTFUL)
    assert asked.text.startswith("❓ I want to be sure before anything else.")
    answered = await runner.press("No, nothing like that")
    assert answered
    assert not any("I want to be sure" in one.text for one in answered)


async def test_yes_to_it_stops_everything(runner: Talker) -> None:
    await runner.say(DOUBTFUL)
    (stop,) = await runner.press("Yes, one of these")
    assert stop.text.startswith("🩺 Stop.")
    assert (await runner.say("/today"))[0].text.startswith("🩺 Stop")


async def test_after_no_the_message_itself_is_answered_without_being_typed_again(runner: Talker) -> None:
    (asked,) = await runner.say(f"{DOUBTFUL} Can I lift on friday 18:00?")
    assert asked.text.startswith("❓ I want to be sure")
    (answered,) = await runner.say("no")
    assert answered.text.startswith(("✅", "🟡", "⛔"))
    assert "Fri" in answered.text.split("\n")[0]


async def test_a_message_that_waited_is_forgotten_with_the_next_one(runner: Talker, world: World) -> None:
    [asked] = await runner.say(DOUBTFUL)
    await runner.say("/today")
    kept = await world.store.run(lambda records: records.dialogue(runner.person.id))
    assert kept is None or DOUBTFUL not in kept.draft.values()
    answered = await runner.press("No, nothing like that", asked)
    assert [one.text[:1] for one in answered] == ["📖", "⛔"]


@pytest.mark.parametrize(
    "said",
    [
        "cant feel my toes after squats lol",
        "my left foot went numb on the run",
        "I got a bit dizzy after the last set",
        "popped pre workout and heart was racing",
        "haven't eaten for 2 days cutting weight, heavy monday?",
    ],
)
async def test_what_may_be_a_red_flag_holds_back_until_it_is_answered_in_words(runner: Talker, said: str) -> None:
    await runner.say("/add tomorrow rest")
    (asked,) = await runner.say(said)
    assert asked.text.startswith("❓ I want to be sure")
    held = await runner.ask("can I lift heavy on friday?")
    assert held.startswith("⛔ Not then")
    assert "I want to be sure before anything else" in held
    calmed, answer = await runner.say("no, nothing like that")
    assert calmed.text.startswith("📖 Good, none of these.")
    assert answer.text.startswith("✅ Yes")


async def test_pain_that_may_be_a_red_flag_is_noted_and_asked_about(runner: Talker) -> None:
    noted, asked = await runner.say("back popped pulling yesterday, tingling down my leg")
    assert noted.text.startswith("📌 Pain noted: low back.")
    assert asked.text.startswith("❓ I want to be sure")
    await runner.say("/checkin soreness 2")
    calmed, answer = await runner.say("nope, none of those")
    assert calmed.text.startswith("📖 Good")
    assert "You told me about pain." in answer.text


@pytest.mark.parametrize("said", ["jk its just tight shoes", "no I'm ok now, just stood up too fast", "nah, all good"])
async def test_no_to_the_urgent_question_is_read_in_many_words(runner: Talker, said: str) -> None:
    await runner.say("cant feel my toes after squats")
    calmed, _ = await runner.say(said)
    assert calmed.text.startswith("📖 Good, none of these.")


@pytest.mark.parametrize("said", ["no but it is getting worse", "not really sure, still odd", "ok I have chest pain", "yes"])
async def test_what_is_no_plain_no_leaves_the_urgent_question_open(runner: Talker, said: str) -> None:
    await runner.say("cant feel my toes after squats")
    await runner.say(said)
    assert (await runner.ask("/today")).startswith(("⛔ Not today\nWhat you told me may need help", "🩺 Stop"))


async def test_an_old_no_button_says_that_it_is_old(runner: Talker) -> None:
    await runner.say(DOUBTFUL)
    await runner.press("No, nothing like that")
    assert await runner.press("No, nothing like that") == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("deadlift 3x5 100kg, knee hurts 2/10", "deadlift 3 × 5 at 100 kg\nCounts as heavy."),
        ("deadlift 3x5 100kg rpe 7, knee pain 2/10", "deadlift 3 × 5 at 100 kg (3 in reserve)\nCounts as heavy."),
    ],
)
async def test_how_much_it_hurts_is_not_how_hard_it_was(runner: Talker, text: str, kept: str) -> None:
    logged, *_ = await runner.say(text)
    assert kept in logged.text
