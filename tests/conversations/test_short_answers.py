"""A few words that answer what was asked of the body, and what was only feared. On Monday, 2 March; no run is near."""

import pytest

from tests.conversations.conftest import EXPERIENCED, Talker

WEEK = "/schedule Thu 06:30 tempo 40 min, Sun easy 5k"
STOP, SURE, SEEN = "🩺 Stop", "❓ To be sure:", "❓ Has a clinician seen you?"
LONG = ["knee has been like that for months, nothing new"]
TIRED_OR_PAIN, GONE = "❓ Tired muscle, or pain?", "❓ Is the pain gone?"


async def _told(runner: Talker, *said: str) -> Talker:
    await runner.set_up(*EXPERIENCED, WEEK, *said)
    return runner


@pytest.mark.parametrize("told", ["what if my back hurt tomorrow", "worried my knee might hurt again"])
@pytest.mark.parametrize("answer", ["just asking", "no", "nothing hurts right now"])
async def test_pain_that_is_only_feared_is_asked_about(runner: Talker, told: str, answer: str) -> None:
    await _told(runner)
    [asked] = await runner.say(told)
    assert asked.text.endswith("is that about you, in the last seven days?")
    await runner.say(answer)
    assert (await runner.ask("can i lift today?")).startswith("✅ Yes")


@pytest.mark.parametrize(
    "told", ["what if my back still hurts tomorrow", "worried, my knee hurts", "if my back hurts can i lift?"]
)
async def test_pain_that_is_there_is_kept_beside_a_fear(runner: Talker, told: str) -> None:
    await _told(runner)
    assert (await runner.say(told))[0].text.startswith("📌 Pain noted")


@pytest.mark.parametrize("said", ["kidding", "just joking", "only asking"])
async def test_a_pain_that_was_no_pain_is_taken_back_after_one_question(runner: Talker, said: str) -> None:
    await _told(runner, "my big toe hurts")
    assert (await runner.ask(said)).startswith(SURE)
    assert (await runner.ask("can i lift today?")).startswith("⛔")
    await runner.say(said)
    stored, today = await runner.say("yes")
    assert stored.text == "📌 Taken back: no pain."
    assert today.text.startswith("✅ Yes")


@pytest.mark.parametrize(
    "told",
    ["ugh my lower back", "my back :(", "oh my back", "it's more of a tight feeling", "weird feeling in my hip", *LONG],
)
async def test_a_complaint_in_few_words_is_asked_about_and_holds_lifting_back(runner: Talker, told: str) -> None:
    await _told(runner)
    assert await runner.ask(told) == TIRED_OR_PAIN
    assert (await runner.ask("can i lift today?")).startswith("⛔")


@pytest.mark.parametrize("said", ["just tired", "no just tired", "not really painful", "no pain", "muscle i think"])
async def test_tired_muscle_in_words(runner: Talker, said: str) -> None:
    await _told(runner, "my back feels off")
    stored, today = await runner.say(said)
    assert stored.text == "📌 Tired muscle, not pain."
    assert today.text.startswith("✅ Yes")


@pytest.mark.parametrize("said", ["it hurts a bit", "both", "pain i think"])
async def test_pain_in_words(runner: Talker, said: str) -> None:
    await _told(runner, "my back feels off")
    assert (await runner.say(said))[0].text.startswith("📌 Pain noted")


@pytest.mark.parametrize("said", ["nothing serious", "dunno", "just a little"])
async def test_what_answers_nothing_is_asked_again(runner: Talker, said: str) -> None:
    await _told(runner, "my back feels off")
    assert await runner.ask(said) == TIRED_OR_PAIN


@pytest.mark.parametrize("told", ["achilles grumbling again", "ITB is flaring up"])
@pytest.mark.parametrize("said", ["about a 2, same as always", "down to a 1 now", "it's a 2 today"])
async def test_a_slight_pain_is_a_niggle(runner: Talker, told: str, said: str) -> None:
    await _told(runner, told, "thanks")
    stored, today = await runner.say(said)
    assert stored.text.startswith("📌 Niggle noted")
    assert today.text.startswith("🟡 Light only")


@pytest.mark.parametrize("told", ["my back hurts", "sharp pain in my calf"])
async def test_what_stops_is_made_no_niggle_by_a_number(runner: Talker, told: str) -> None:
    await _told(runner, told)
    stored, today = await runner.say("down to a 1 now")
    assert stored.text.startswith("📌 Pain noted")
    assert today.text.startswith("⛔ Not today")


@pytest.mark.parametrize("said", ["it eased off", "gone after warm up", "knee settled down"])
async def test_whether_a_pain_that_eased_is_gone_is_asked(runner: Talker, said: str) -> None:
    await _told(runner, "my knee hurts")
    assert await runner.ask(said) == GONE
    assert (await runner.ask("can i lift today?")).startswith("⛔")
    await runner.say(said)
    assert (await runner.say("yes"))[0].text == "📌 Pain gone, good."


async def test_what_has_lasted_belongs_before_a_clinician(runner: Talker) -> None:
    await _told(runner, "glute's a bit niggly", "2/10")
    lasts, today = await runner.say("been like that for weeks")
    assert "physio or doctor" in lasts.text
    assert today.text.startswith("🟡 Light only")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("nah it was just my bra", SURE),
        ("it's just a bruise", SURE),
        ("it was my heart rate strap", SURE),
        ("just asking", SURE),
        ("it's clear again now", SEEN),
        ("doctor saw it, all fine", SEEN),
        ("nothing hurts now", SEEN),
        ("just tired", STOP),
        ("down to a 1 now", STOP),
        ("it eased off", STOP),
        ("just anxiety", STOP),
    ],
)
async def test_behind_a_red_flag_one_question_is_asked_and_nothing_taken_back(
    runner: Talker, said: str, answer: str
) -> None:
    await _told(runner, "chest pain")
    [asked] = await runner.say(said)
    assert asked.text.startswith(answer)
    [again] = await runner.say("can i lift on friday?")
    assert again.text.startswith(STOP)
    assert again.labels == ["That is not what I meant"]


@pytest.mark.parametrize("said", ["muscle", "just a little", "not sure"])
async def test_the_urgent_question_stands_until_it_is_answered(runner: Talker, said: str) -> None:
    await _told(runner)
    [asked] = await runner.say("my foot keeps going numb when i stand on it")
    assert "Is one of these happening to you now" in asked.text
    assert "Is one of these happening to you now" in await runner.ask(said)


@pytest.mark.parametrize("said", ["what should he do", "what should he do?", "is that bad?"])
async def test_help_for_somebody_near_is_said_again(runner: Talker, said: str) -> None:
    await _told(runner, "my mate has chest pain when he lifts")
    assert "call the local emergency number" in await runner.ask(said)


async def test_a_clinicians_word_answers_the_question_about_a_condition(runner: Talker) -> None:
    await _told(runner, "had surgery 8 weeks ago", "keep it")
    stored, today = await runner.say("surgeon cleared me")
    assert stored.text == "📌 Surgery (12 weeks): cleared by a clinician today."
    assert today.text.startswith("🟡 Light only")


async def test_without_a_fever_an_illness_is_asked_about_again(runner: Talker) -> None:
    await _told(runner, "I've got the flu")
    assert (await runner.ask("no fever")).startswith("❓ Fever or anything below the neck")
    assert (await runner.ask("can i lift today?")).startswith("⛔")


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("export", "📖 Everything I keep about you."),
        ("help", "📖 Ask: can I deadlift today?"),
        ("what can you do", "📖 Ask: can I deadlift today?"),
        ("settings", "Your settings"),
        ("show me my week", "Your next 7 days"),
        ("races", "No races."),
    ],
)
async def test_a_request_is_answered_and_the_question_stays_open(runner: Talker, said: str, begins: str) -> None:
    await _told(runner, "my back feels off")
    first, *_, last = await runner.say(said)
    assert first.text.startswith(begins)
    assert last.text == TIRED_OR_PAIN
    assert (await runner.say("tired muscle"))[0].text == "📌 Tired muscle, not pain."


@pytest.mark.parametrize("said", ["export", "help", "settings"])
async def test_what_may_be_a_red_flag_is_asked_again_whatever_is_wanted(runner: Talker, said: str) -> None:
    await _told(runner)
    asked = await runner.ask("suddenly couldnt say simple words")
    assert asked.startswith("❓ I want to be sure before anything else.")
    assert await runner.ask(said) == asked
