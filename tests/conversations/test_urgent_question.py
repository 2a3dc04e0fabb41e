"""The question whether something is a red flag: it is not asked needlessly, and takes a no."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

URGENT = "❓ I want to be sure before anything else."
FLAG_LIKE = "suddenly couldnt say simple words"


@pytest.mark.parametrize(
    "said",
    [
        *(
            "whenever I feel like it",
            "I run whenever I have the time",
            "as and when I feel like it",
            "I don't want to say",
        ),
        *(
            "I do not want to say that",
            "I don't feel like running today",
            "I can't tell you that now",
            "I can't really plan it",
        ),
        *("I never really know beforehand", "my week is all over the place", "I don't feel like answering that"),
    ],
)
async def test_what_is_not_told_or_not_planned_is_no_alarm(ada: Talker, said: str) -> None:
    await ada.set_up("/start", "Berlin")
    assert not any(one.text.startswith(URGENT) for one in await ada.say(said))


@pytest.mark.parametrize(
    "said",
    [
        *(
            "whenever I stand up I feel like fainting",
            "I don't feel like living",
            "I don't want to live anymore",
            FLAG_LIKE,
        ),
        "I can't feel it when I wipe",
    ],
)
async def test_what_sounds_like_it_and_may_be_one_still_stops(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    first, *_ = await runner.say(said)
    assert first.text.startswith((URGENT, "🩺 Stop"))


@pytest.mark.parametrize("no", ["no", "none", "nope, nothing like that", "none of those"])
async def test_a_no_is_heard_in_the_set_up_and_its_step_asked_again(ada: Talker, no: str) -> None:
    await ada.set_up("/start", "Berlin", FLAG_LIKE)
    heard, asked = await ada.say(no)
    assert heard.text == "📖 Good, none of these. Should it change, tell me at once."
    assert asked.text.startswith("❓ Step 2 of 7")


@pytest.mark.parametrize("no", ["no", "none"])
async def test_a_no_is_heard_outside_it(runner: Talker, no: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, FLAG_LIKE)
    heard, today = await runner.say(no)
    assert heard.text.startswith("📖 Good, none of these.")
    assert "may need help" not in today.text


@pytest.mark.parametrize("said", ["no idea", "skip", "I'd rather not say"])
async def test_what_is_no_answer_leaves_the_question_open(ada: Talker, said: str) -> None:
    await ada.set_up("/start", "Berlin", FLAG_LIKE)
    [asked] = await ada.say(said)
    assert asked.text.startswith(URGENT)
    assert (await ada.say("no"))[0].text.startswith("📖 Good, none of these.")
