"""`/cancel` leaves any dialogue: a question, a warm-up, a lift that is being done."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

FREE = "/schedule Sun 08:00 long 18 km"
LEFT = "📖 Left. Nothing more was stored."
IN_THE_GYM = (*EXPERIENCED, FREE, "/warmup", "skip to the work sets", "100", "done")


@pytest.mark.parametrize("question", ["/delete", "/pause", "/checkin", "/health", "/log", "I'm pregnant"])
@pytest.mark.parametrize("said", ["/cancel", "never mind"])
async def test_a_question_is_left(runner: Talker, question: str, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/log yesterday deadlift 3x4 100kg rpe 8", question)
    assert await runner.ask(said) == LEFT


async def test_the_deletion_that_was_left_is_not_done_by_a_yes(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/delete", "/cancel")
    assert "deleted" not in await runner.ask("yes")


@pytest.mark.parametrize("open_now", [("/warmup",), ("/warmup", "finish"), ("/warmup", "skip to the work sets")])
async def test_a_lift_of_which_nothing_is_done_is_closed(runner: Talker, open_now: tuple[str, ...]) -> None:
    await runner.set_up(*EXPERIENCED, FREE, *open_now)
    assert await runner.ask("/cancel") == "📖 Closed; nothing was logged."
    assert await runner.ask("/cancel") == "🤷 There is nothing to leave, and nothing was changed."


async def test_what_was_lifted_is_not_lost(runner: Talker) -> None:
    await runner.set_up(*IN_THE_GYM)
    [asked] = await runner.say("/cancel")
    assert asked.labels == ["Go on", "Log what was done", "Drop it"]
    assert await runner.ask("/cancel") == LEFT
    assert "how hard was it" in await runner.ask("finish")


async def test_a_question_about_the_body_counts_on(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "my lower back feels off")
    assert (await runner.ask("/cancel")).startswith("📖 Left. What you told me of your body is still open")
    assert "What you told me may be pain" in await runner.ask("/today")


async def test_a_warm_up_began_when_it_was_opened(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, FREE, "/warmup")
    assert await runner.ask("finish") == "❓ You began today 10:00; no set is logged yet."
