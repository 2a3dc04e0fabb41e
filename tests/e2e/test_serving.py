"""The bot as a process serves people over HTTP, tells an operator how it is, and keeps its token to itself."""

import json
import signal
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.local.person import Person
from tests.e2e.conftest import Bots, ask
from tests.e2e.process import PATIENCE_S, SECRET_HALF, free_port

EXPORT = Path(__file__).parents[1] / "files" / "samples" / "hevy_kg.csv"
HOOK = "https://bot.example.org/hook"
SECRET = "a-secret-of-this-test"  # noqa: S105 - opens nothing outside this test


async def page(url: str) -> tuple[int, str]:
    """Fetch a page; status 0 means that nobody answers there."""
    try:
        async with aiohttp.ClientSession() as session, session.get(url) as response:
            return response.status, await response.text()
    except aiohttp.ClientConnectionError:
        return 0, ""


async def test_a_person_is_answered_with_text_buttons_and_files(bots: Bots, ada: Person) -> None:
    await bots.serve(anew=True)

    question = await ask(ada, "/start")
    await ada.next_message(within=PATIENCE_S)
    await ada.press("Skip")
    next_question = (await ada.next_message(within=PATIENCE_S)).text
    await ada.send("/export")
    export = await ada.next_message(within=PATIENCE_S)
    await ada.next_message(within=PATIENCE_S)
    await ada.send_document("workouts.csv", EXPORT.read_bytes())
    offer = await ada.next_message(within=PATIENCE_S)

    assert "not medical advice" in question
    assert next_question.startswith("❓ Step 2")
    assert export.file is not None
    assert json.loads(export.file.content)["format"] == "deadlift-bot/1"
    assert offer.labels == ["Import 2", "No"]


async def test_health_answers_at_once_and_readiness_when_telegram_is_reached(bots: Bots) -> None:
    health = f"http://127.0.0.1:{(port := free_port())}"
    nobody = f"http://127.0.0.1:{free_port()}"
    waiting = await bots.start(TELEGRAM_API_URL=nobody, HEALTH_LISTEN=f"127.0.0.1:{port}")
    await waiting.until(lambda: "cannot be reached" in waiting.logged)
    assert await page(f"{health}/healthz") == (200, "ok\n")
    assert (await page(f"{health}/readyz"))[0] == 503
    await waiting.stop()

    serving = await bots.serve(HEALTH_LISTEN=f"127.0.0.1:{port}")
    await serving.until(lambda: "running as @" in serving.logged)
    assert await page(f"{health}/healthz") == (200, "ok\n")
    assert await page(f"{health}/readyz") == (200, "ok\n")
    assert "updates_waiting" in (await page(f"{health}/metrics"))[1]


async def post(port: int, update: dict[str, Any], secret: str) -> int:
    """Post an update as Telegram does and return the status."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"http://127.0.0.1:{port}/hook", json=update, headers=headers) as response,
    ):
        return response.status


async def test_a_webhook_answers_updates_with_the_right_secret_and_refuses_others(bots: Bots, ada: Person) -> None:
    port = free_port()
    bot = await bots.start(WEBHOOK_URL=HOOK, WEBHOOK_LISTEN=f"127.0.0.1:{port}", WEBHOOK_SECRET=SECRET)
    await bot.until(lambda: "running as @" in bot.logged)
    first, second = await ada.send("/set first 1"), await ada.send("/set second 1")

    refused = await post(port, {"update_id": 1, "message": first.data}, "another-secret")
    taken = await post(port, {"update_id": 2, "message": second.data}, SECRET)
    answer = await ada.next_message(within=PATIENCE_S)

    assert (refused, taken) == (403, 200)
    assert "second" in answer.text
    assert bots.server.telegram.world.updates.webhook_url == HOOK


async def test_a_json_log_holds_one_object_per_line(bots: Bots, ada: Person) -> None:
    bot = await bots.serve(LOG_FORMAT="json", LOG_LEVEL="DEBUG")
    await ask(ada, "/help")
    await bot.stop()

    lines = [json.loads(line) for line in bot.logged.splitlines()]

    assert {"at", "level", "logger", "message"} <= set.intersection(*(set(line) for line in lines))
    assert any(line["message"] == "stopped" for line in lines)


def everything_in(folder: Path) -> bytes:
    """Return what all files of a folder hold: the database, its journal, and what bots printed."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


async def test_the_token_is_in_no_log_and_no_database_after_a_talk(bots: Bots, ada: Person) -> None:
    bot = await bots.serve(LOG_LEVEL="DEBUG")
    await ask(ada, "/help")
    await ada.send("/export")
    await ada.next_message(within=PATIENCE_S)
    await bot.kill()

    kept = everything_in(bots.folder)

    assert b"DEBUG" in kept
    assert SECRET_HALF.encode() not in kept


async def test_the_token_is_in_no_error_when_the_server_cannot_be_reached(bots: Bots) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"
    bot = await bots.start(LOG_LEVEL="DEBUG", TELEGRAM_API_URL=nobody)
    await bot.until(lambda: "cannot be reached" in bot.logged)

    assert await bot.stop() == 0
    assert SECRET_HALF not in bot.logged
    assert "ERROR" not in bot.logged


async def test_a_token_that_telegram_does_not_know_ends_the_start_with_one_line(bots: Bots) -> None:
    bot = await bots.start(TELEGRAM_BOT_TOKEN=f"987654321:{SECRET_HALF}")

    assert await bot.ended() == 2
    [line] = bot.logged.splitlines()
    assert line.startswith("TELEGRAM_BOT_TOKEN: ")
    assert SECRET_HALF not in line


async def test_a_token_that_telegram_does_not_know_is_in_no_log_either(bots: Bots) -> None:
    bot = await bots.start(LOG_LEVEL="DEBUG", TELEGRAM_BOT_TOKEN=f"987654321:{SECRET_HALF}")

    assert await bot.ended() == 2
    assert "DEBUG" in bot.logged
    assert SECRET_HALF not in bot.logged


async def test_a_second_bot_on_the_same_database_says_so_and_ends(bots: Bots, ada: Person) -> None:
    await bots.serve()
    second = await bots.start()

    assert await second.ended() == 2
    assert second.logged == "Another bot is using this database: stop it, or give this one its own.\n"
    assert "deadlift" in await ask(ada, "/help")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_a_bot_within_five_seconds_while_it_polls(bots: Bots, number: signal.Signals) -> None:
    bot = await bots.serve()

    assert await bot.stop(number, within=5.0) == 0
    assert "Traceback" not in bot.logged
