"""Sharing: a button under each card, and what the bot offers to what is typed behind its name in any chat."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.library.library import Library
from bot.local.faults import connect_error
from bot.local.service import LocalTelegram
from tests.conversations.conftest import EXPERIENCED, WEEK, Clock, Talker, World
from tests.serving import serving

TODAY = "⛔ Not today · Mon 2 Mar"


async def offered(talker: Talker, text: str = "today") -> list[dict[str, Any]]:
    """Type something behind the bot's name and return what it offers."""
    await talker.person.type_inline(text)
    await talker.world.settle()
    results: list[dict[str, Any]] = talker.person.offered["results"]
    return results


def text_of(result: dict[str, Any]) -> str:
    """Return what sending a result would say."""
    content = result["content"]
    return str(content.get("text", content.get("caption")))


@pytest.mark.parametrize("text", ["today", "", "Today", "tod", "!?"])
async def test_ones_own_verdict_is_offered_in_any_chat(runner: Talker, text: str) -> None:
    [result] = await offered(runner, text)
    assert result["title"] == TODAY
    said = text_of(result).split("\n")
    assert said[0] == TODAY
    assert said[1].startswith("Intervals tomorrow 18:00, 32 h away")
    assert any("Thu 5 Mar 18:00" in line for line in said)


@pytest.mark.parametrize(
    ("text", "headline", "day"),
    [
        ("thursday evening", "✅ Yes (Thu 18:00)", "Thu 5 Mar"),
        ("tomorrow", "🟡 Light only", "Tue 3 Mar"),
        ("now", "⛔ Not then", "Mon 2 Mar"),
        ("yesterday", "⛔ Not today", "Mon 2 Mar"),
    ],
)
async def test_a_moment_can_be_named(runner: Talker, text: str, headline: str, day: str) -> None:
    [result] = await offered(runner, text)
    assert result["title"].startswith(headline)
    assert result["title"].endswith(f" · {day}")


async def test_the_week_can_be_shown(runner: Talker) -> None:
    [result] = await offered(runner, "week")
    title, *days = text_of(result).split("\n")
    assert title == "Your next 7 days · 2–8 Mar"
    assert days[1].startswith("🟡 Tue 3 Mar · Intervals · 18:00")
    assert len(days) >= 7


async def test_the_progress_can_be_shown(runner: Talker) -> None:
    await runner.set_up("/log yesterday 09:00 deadlift 3x4 100kg rpe 8")
    [result] = await offered(runner, "progress")
    assert text_of(result).startswith("Progress: deadlift\nEstimated 1RM 118.1 kg ± 5 %")


async def test_a_card_that_was_sent_is_offered_as_a_picture_first(runner: Talker) -> None:
    [answer] = await runner.say("/today")
    [card] = await runner.press("Picture", answer)
    picture, text = await offered(runner)
    assert (picture["type"], text["type"]) == ("photo", "article")
    sent = await runner.person.pick(picture)
    assert sent.file is not None
    assert card.file is not None
    assert sent.file.content == card.file.content


@pytest.mark.parametrize(
    ("line", "query"),
    [("/week", "week"), ("/progress", "progress"), ("/progress trap bar", "progress trap bar")],
    ids=["the week", "the progress", "the progress of another exercise"],
)
async def test_each_card_has_a_button_that_shares_it(runner: Talker, line: str, query: str) -> None:
    await runner.set_up(
        "/log yesterday 09:00 deadlift 3x4 100kg rpe 8",
        "/log 2026-02-26 18:00 deadlift 3x4 100kg rpe 8",
        "/log 2026-02-20 18:00 trap bar 3x5 90kg rpe 7",
    )
    [card, *_] = await runner.say(line)
    [button] = [button for row in card.rows for button in row if button.label == "Share"]
    assert (button.action, button.value) == ("switch_inline_query", query)
    picture, _ = await offered(runner, query)
    assert picture["type"] == "photo"


async def test_the_card_of_today_has_a_button_that_shares_it(runner: Talker) -> None:
    await runner.say("/today")
    [card] = await runner.press("Picture")
    assert [(button.action, button.value) for row in card.rows for button in row] == [("switch_inline_query", "today")]


async def test_what_was_sent_by_way_of_the_bot_is_not_answered(runner: Talker) -> None:
    [result] = await offered(runner)
    seen = runner.person.received
    await runner.person.pick(result)
    await runner.world.settle()
    assert runner.person.received == seen


async def test_health_is_not_told_to_others(runner: Talker) -> None:
    await runner.set_up("/checkin pain 6 knee")
    [result] = await offered(runner)
    assert text_of(result) == f"{TODAY}\nAsk me why."


async def test_nothing_is_offered_while_a_red_flag_stands(runner: Talker) -> None:
    await runner.set_up("chest pain since this morning")
    for query in ("today", "week", "progress"):
        assert await offered(runner, query) == []
        assert runner.person.offered["button"] == {"text": "Open our chat", "start_parameter": "today"}


async def test_a_stranger_is_led_to_the_private_chat_and_stays_unknown(ada: Talker) -> None:
    assert await offered(ada) == []
    assert ada.person.offered["button"]["start_parameter"] == "today"
    assert await ada.world.store.run(lambda records: records.runner(ada.person.id)) is None


async def test_looking_is_not_asking(runner: Talker) -> None:
    """What is offered while somebody types is no verdict given, and no plan shown."""

    async def kept() -> tuple[int, int, int]:
        return await runner.world.store.run(
            lambda records: (
                len(records.verdicts.of(runner.person.id)),
                len(records.planned_lifts.of(runner.person.id)),
                len(records.told_lifts.of(runner.person.id)),
            )
        )

    await runner.set_up("/lifts auto")
    before = await kept()
    for query in ("today", "friday", "week"):
        await offered(runner, query)
    assert await kept() == before


async def test_a_query_that_cannot_be_answered_any_more_holds_up_nothing(runner: Talker) -> None:
    runner.world.telegram.fail("answerInlineQuery", connect_error())
    await runner.person.type_inline("today")
    await runner.world.settle()
    assert (await runner.ask("/today")).startswith("⛔ Not today")


@pytest.fixture
async def plain(tmp_path: Path, library: Library, clock: Clock) -> AsyncIterator[Talker]:
    """Return a runner whose bot has no inline mode, as BotFather makes them."""
    server = LocalTelegram(now=clock, inline=False)
    async with serving(server, tmp_path / "bot.db", library, clock) as (service, store):
        ada = World(telegram=server, service=service, store=store, clock=clock).person()
        await ada.set_up(*EXPERIENCED, WEEK)
        yield ada


async def test_without_inline_mode_there_is_no_button_for_it(plain: Talker) -> None:
    [week] = await plain.say("/week")
    assert "Share" not in week.labels
    await plain.say("/today")
    [card] = await plain.press("Picture")
    assert card.labels == []
