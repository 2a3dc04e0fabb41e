"""The bot can be talked to through a pipe and in a terminal."""

import asyncio
import io
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TextIO

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardRemove

from bot.local.person import Person
from bot.local.service import LocalTelegram
from bot.local.terminal import HELP, run_terminal
from tests.local.echo import EchoApp, settled

Pipe = Callable[[str], Awaitable[str]]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    return tmp_path / "received"


@pytest.fixture
def pipe(telegram: LocalTelegram, app: EchoApp, files: Path) -> Pipe:
    """Return a function that pipes lines into the chat and returns what is printed."""

    async def run(lines: str) -> str:
        stdout = io.StringIO()
        await run_terminal(
            telegram, stdin=io.StringIO(lines), stdout=stdout, idle=lambda: settled(app), files_dir=files
        )
        return stdout.getvalue()

    return run


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        ("hello\nagain\n", "hello\n\nagain\n\n"),
        ("no line end", "no line end\n\n"),
        ("\n  \n", ""),
        ("", ""),
        ("3\n", "3\n\n"),
        ("\\?\n", "?\n\n"),
        ("\\@ada\n", "@ada\n\n"),
        ("\\\\twice\n", "\\twice\n\n"),
        ("\\\n", ""),
        ("Mon easy\\\nTue rest\n", "Mon easy\nTue rest\n\n"),
        ("windows\r\n", "windows\n\n"),
        ("?\n", f"{HELP}\n"),
        ("/menu\n", "Lift?\n  [1] ✅ Yes   [2] No\n\n"),
        ("/menu\n2\n", "Lift?\n  [1] ✅ Yes   [2] No\n\n🔔 tapped no\n\n✎ edited:\nYou said no\n\n"),
        ("/menu\n\\2\n", "Lift?\n  [1] ✅ Yes   [2] No\n\n2\n\n"),
        ("/menu\n7\n", "Lift?\n  [1] ✅ Yes   [2] No\n\nThere is no button [7] now; \\7 sends 7 as text.\n"),
        ("/menu\nok\n1\n", "Lift?\n  [1] ✅ Yes   [2] No\n\nok\n\n1\n\n"),
        ("/where\n2\n", "Where?\n  [1] Share   [2] Skip\n\nSkip\n  [1] Share   [2] Skip\n\n"),
        ("@location 52.52 13.40\n", "52.52 13.4\n\n"),
        ("@location -33.9, 151.2\n", "-33.9 151.2\n\n"),
    ],
)
async def test_piped_lines_are_answered_in_order(pipe: Pipe, lines: str, printed: str) -> None:
    assert await pipe(lines) == printed


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        ("@nowhere.ics", "There is no file nowhere.ics. (\\@nowhere.ics sends this as text)"),
        ("@.", "There is no file .. (\\@. sends this as text)"),
        ("@", "There is no file . (\\@ sends this as text)"),
        ("@\x00", "@"),
        ("@location", "A location is a latitude and a longitude in degrees, for example @location 52.52 13.40"),
        ("@location 91 0", "A location is a latitude and a longitude in degrees, for example @location 52.52 13.40"),
        ("@location here", "A location is a latitude and a longitude in degrees, for example @location 52.52 13.40"),
        ("\\ ", "There is nothing to send."),
    ],
)
async def test_what_cannot_be_sent_gets_one_line(pipe: Pipe, ada: Person, line: str, notice: str) -> None:
    printed = await pipe(f"{line}\n")
    assert printed.count("\n") == 1
    assert notice in printed or "@" in notice
    assert ada.messages == []


async def test_a_file_is_sent_by_its_path(pipe: Pipe, tmp_path: Path) -> None:
    path = tmp_path / "my week.ics"
    path.write_text("BEGIN")
    assert await pipe(f'@"{path}"\n') == "my week.ics: BEGIN\n\n"


async def test_a_file_above_the_limit_is_refused(pipe: Pipe, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(50 * 2**20 + 1)
    assert "is larger than 50 MB" in await pipe(f"@{path}\n")


async def test_files_from_the_bot_are_saved_and_named(pipe: Pipe, files: Path) -> None:
    printed = await pipe("/file\n/file\n")
    assert printed == f"Your log\n📎 {files / 'log.csv'}\n\n" * 2
    assert [path.read_bytes() for path in files.iterdir()] == [b"a,b\n"]


async def test_a_folder_that_cannot_be_written_is_said(pipe: Pipe, files: Path) -> None:
    files.write_text("a file stands where the folder should be")
    assert "could not be saved: File exists" in await pipe("/file\n")


async def test_a_request_for_the_location_says_how_to_share_it(pipe: Pipe) -> None:
    assert "Type @location and the latitude and longitude" in await pipe("/where\n1\n")


async def test_links_and_app_only_buttons_say_what_they_are(telegram: LocalTelegram, app: EchoApp, pipe: Pipe) -> None:
    chat = telegram.private_chat(user_id=1001)
    buttons = [
        InlineKeyboardButton("Open", url="https://example.org"),
        InlineKeyboardButton("Share", switch_inline_query="x"),
    ]
    await app.bot.send_message(chat.id, "before", reply_markup=InlineKeyboardMarkup([buttons]))
    printed = await run_with(telegram, app, chat, "go\n1\n2\n", lambda: chat.send("x"))
    assert "Open https://example.org" in printed
    assert "This button works in the Telegram apps only." in printed


async def run_with(telegram: LocalTelegram, app: EchoApp, chat: Person, lines: str, _: object) -> str:
    return lines
