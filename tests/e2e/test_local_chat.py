"""Without a token the same bot talks on standard input and output."""

import shutil
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.e2e.process import START_S, BotProcess

KNOWN = ("/set timezone Europe/Berlin", "/schedule Tue 18:00 intervals")


async def chat(folder: Path, *lines: str) -> BotProcess:
    """Pipe lines into a bot and wait until it has ended by itself."""
    bot = await BotProcess.start(folder, {}, typed=True)
    await bot.type(*lines)
    bot.end_input()
    assert await bot.ended(within=START_S) == 0
    return bot


@dataclass(frozen=True, kw_only=True)
class Talk:
    """A chat that is over: its folder, and the bot that ended."""

    folder: Path
    bot: BotProcess


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    """Return a chat that several tests look at, none of them changing anything in its folder."""
    folder = tmp_path_factory.mktemp("talk")
    lines = ["/start", "skip", "/set units lb", "/nonsense", "/lifts tue 18:00", "/today"]
    return Talk(folder=folder, bot=await chat(folder, *lines, *KNOWN))


def positions(text: str, parts: Sequence[str]) -> list[int]:
    """Return where each part stands; a part that is missing fails."""
    return [text.index(part) for part in parts]


async def test_piped_lines_are_answered_in_order(talk: Talk) -> None:
    found = positions(
        talk.bot.printed,
        ["not medical advice", "Step 1", "Step 2", "📌 units: lb", "/nonsense", "📌 Your lift times", "Sources:"],
    )
    assert found == sorted(found)
    assert talk.bot.logged == ""


async def test_a_later_chat_on_the_same_database_knows_the_runner(talk: Talk, tmp_path: Path) -> None:
    shutil.copytree(talk.folder / "data", tmp_path / "data")

    again = await chat(tmp_path, "/settings", "/schedule")

    assert "timezone: Europe/Berlin" in again.printed
    assert "units: lb" in again.printed
    assert "intervals" in again.printed


async def test_the_chat_needs_no_token_and_writes_its_database_into_the_folder(talk: Talk) -> None:
    assert (talk.folder / "data" / "bot.db").is_file()


async def test_ctrl_c_ends_the_chat_cleanly(tmp_path: Path) -> None:
    bot = await BotProcess.start(tmp_path, {}, typed=True)
    await bot.type("/help")
    await bot.until(lambda: "can I deadlift today?" in bot.printed)

    assert await bot.stop(signal.SIGINT) == 0
    assert bot.logged == ""


async def test_an_export_that_is_sent_as_a_file_is_imported_at_a_tap(tmp_path: Path) -> None:
    export = Path(__file__).parents[1] / "files" / "samples" / "hevy_kg.csv"

    bot = await chat(tmp_path, "/set timezone Europe/Berlin", f"@{export}", "1", "/export")

    assert "Deadlift sessions: 1" in bot.printed
    assert "📌 Lifts imported from Hevy: 2" in bot.printed
    assert bot.logged == ""
