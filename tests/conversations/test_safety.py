"""Red flags and pain stop everything, wherever a person types."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker, World

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


@pytest.mark.parametrize("asked", ["/why", "/why today", "why?"])
async def test_no_earlier_verdict_is_explained_while_a_red_flag_stands(runner: Talker, asked: str) -> None:
    await runner.set_up("/today", "chest pain when I walk")
    assert (await runner.ask(asked)).startswith("🩺 Stop. Call your local emergency number")


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
    answer = (await runner.say(said))[-1].text
    assert answer.startswith("⛔ Not today\nIntervals tomorrow")


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


@pytest.mark.parametrize(
    "said", ["no but it is getting worse", "not really sure, still odd", "ok I have chest pain", "yes"]
)
async def test_what_is_no_plain_no_leaves_the_urgent_question_open(runner: Talker, said: str) -> None:
    await runner.say("cant feel my toes after squats")
    await runner.say(said)
    assert (await runner.ask("/today")).startswith(("⛔ Not today\nWhat you told me may need help", "🩺 Stop"))


async def test_an_old_no_button_says_that_it_is_old(runner: Talker) -> None:
    await runner.say(DOUBTFUL)
    await runner.press("No, nothing like that")
    assert await runner.press("No, nothing like that") == []


@pytest.mark.parametrize("said", ["actually it's fine, I was being silly", "nah its good now", "feeling better now"])
async def test_that_a_pain_is_well_is_asked_about_before_it_counts_as_gone(runner: Talker, said: str) -> None:
    await runner.say("my knee hurts")
    [asked] = await runner.say(said)
    assert asked.text == "❓ Is the pain gone?"
    gone, _ = await runner.press("Pain is gone", asked)
    assert gone.text == "📌 Pain gone, good."


async def test_a_pain_that_went_before_it_was_told_holds_back_as_one_that_has_just_gone(runner: Talker) -> None:
    await runner.say("/add tomorrow rest")
    gone, answer = await runner.say("I felt a slight twinge in my knee on Sunday, but it is gone now.")
    assert gone.text == "📌 Pain gone, good."
    assert answer.text.startswith("🟡 Light only")
    await runner.say("undo")
    assert (await runner.ask("/today")).startswith("✅ Yes")


async def test_a_pain_that_goes_on_is_not_gone(runner: Talker) -> None:
    noted, _ = await runner.say("my knee hurt on Sunday, it is ok now but still aches on stairs")
    assert noted.text.startswith("📌 Pain noted")


@pytest.mark.parametrize(
    "said", ["I took ibuprofen this morning so my back is fine now", "took two paracetamol, my lower back feels ok now"]
)
async def test_a_pain_that_medicine_holds_down_counts(runner: Talker, said: str) -> None:
    noted, answer = await runner.say(said)
    assert noted.text.startswith("📌 Pain noted: low back.")
    assert answer.text.startswith("⛔ Not today\nYou told me about pain.")


@pytest.mark.parametrize(
    "said", ["well", "gone now", "now i am good", "i am good, the fever is finish", "all better now"]
)
async def test_an_illness_ends_with_a_few_words(runner: Talker, said: str) -> None:
    await runner.say("I have a fever of 38.5")
    ended, _ = await runner.say(said)
    assert ended.text.startswith("📌 Well again, good.")


@pytest.mark.parametrize("said", ["feeling better", "a bit better", "My cold is better now", "much better thanks"])
async def test_an_illness_that_is_only_better_is_asked_about(runner: Talker, said: str) -> None:
    await runner.say("I have a cold")
    [asked] = await runner.say(said)
    assert asked.text == "❓ Are you well again?"


@pytest.mark.parametrize("said", ["ok", "good", "my cold is not better", "still not well"])
async def test_what_does_not_say_that_an_illness_is_over_does_not_end_it(runner: Talker, said: str) -> None:
    await runner.say("I have a fever of 38.5")
    await runner.say(said)
    assert "Fever: no lifting until a day after you are well." in await runner.ask("/today")


async def test_muscles_that_hurt_are_sore(runner: Talker) -> None:
    stored, _ = await runner.say("the muscles hurt a little, maybe 4 of 10")
    assert stored.text == "📌 Soreness 4/10."


@pytest.mark.parametrize(
    "said", ["no, it is not pain, it is only the muscles of the training", "its just doms", "only sore"]
)
async def test_a_pain_that_is_none_becomes_soreness(runner: Talker, said: str) -> None:
    await runner.say("my hamstring hurts 4/10")
    turned, answer = await runner.say(said)
    assert turned.text == "📌 Soreness 4/10 then, not pain."
    assert "pain" not in answer.text
    await runner.say("undo")
    assert "You told me about pain." in await runner.ask("/today")


async def test_sharp_pain_told_again_is_not_taken_back(runner: Talker) -> None:
    await runner.say("my hamstring hurts 4/10")
    await runner.say("it is not just sore, sharp pain when I step")
    assert "You told me about pain." in await runner.ask("/today")


@pytest.mark.parametrize(
    ("said", "level"), [("like 3", 3), ("lol 7 maybe", 7), ("about two out of ten", 2), ("8/10", 8)]
)
async def test_a_level_alone_answers_the_question_for_it(runner: Talker, said: str, level: int) -> None:
    await runner.say("my legs are sore")
    stored, _ = await runner.say(said)
    assert stored.text == f"📌 Soreness {level}/10."
    await runner.say("my knee feels off")
    stored, _ = await runner.say(said)
    noted = "Niggle" if level < 3 else "Pain"
    assert stored.text.startswith(f"📌 {noted} noted: {level}/10.")


async def test_a_level_after_a_pain_is_that_pains_and_a_number_elsewhere_is_none(runner: Talker) -> None:
    assert "pain" not in (await runner.ask("like 3")).lower()
    await runner.say("my knee hurts")
    noted, _ = await runner.say("like 6")
    assert noted.text.startswith("📌 Pain noted: 6/10.")


async def test_clicking_without_pain_is_no_pain(runner: Talker) -> None:
    await runner.say("my knee is clicking")
    stored, _ = await runner.say("just clicking no pain")
    assert stored.text == "📌 Tired muscle, not pain."


@pytest.mark.parametrize(
    "said",
    [
        "I just started the gym like 2 months ago",
        "bro i just started running. 3 miles on tues n thurs, 6 miles sunday",
        "I had a bad back years ago but it is quite well now",
        "my back, which I hurt many years ago, does not hurt",
        "i had a few beers last night",
        "I think I'm overtraining",
    ],
)
async def test_beginnings_old_troubles_and_beer_raise_no_alarm(runner: Talker, said: str) -> None:
    answers = " ".join([one.text for one in await runner.say(said)])
    assert "I want to be sure" not in answers
    assert "is that about you" not in answers
    assert "Pain noted" not in answers


async def test_a_tight_back_is_asked_about_and_a_cue_is_not(runner: Talker) -> None:
    assert (await runner.ask("my lower back feels a bit tight, is that normal?")) == "❓ Tired muscle, or pain?"
    assert "Tired muscle" not in await runner.ask("how do I keep my lower back tight?")


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


async def test_leaking_at_effort_is_asked_about_once_and_then_a_matter_of_the_pelvic_floor(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, WEEK)
    [asked] = await ada.say("I leak pee when I deadlift")
    assert asked.text.startswith("❓ I want to be sure")
    *_, kept = await ada.press("No, nothing like that")
    assert "pelvic-floor physio" in kept.text
    assert (await ada.ask("/today")).startswith("⛔ Not today\nLeaking or heaviness")


async def test_leaking_at_effort_is_an_emergency_once_the_question_is_answered_so(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, WEEK)
    await ada.say("I leak pee when I deadlift")
    [stop] = await ada.press("Yes, one of these")
    assert stop.text.startswith("🩺 Stop. Call your local emergency number")


@pytest.mark.parametrize("said", ["my husband collapsed", "my wife collapsed on the track"])
async def test_of_somebody_else_in_an_emergency_the_first_line_says_what_to_do(runner: Talker, said: str) -> None:
    [answer] = await runner.say(said)
    first, second = answer.text.splitlines()
    assert first.startswith("❓ If somebody near you needs help now: call the local emergency number")
    assert second == '"collapsed": is that about you, in the last seven days?'
