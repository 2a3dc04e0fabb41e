"""The bot can be talked to in a terminal, here a pseudo-terminal with somebody typing."""

import asyncio
import os
import pty
import signal
import termios
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.local.service import LocalTelegram
from bot.local.terminal import run_terminal
from tests.local.echo import EchoApp, never


class Typist:
    """Somebody at a pseudo-terminal: types, and reads what appears."""

    def __init__(self) -> None:
        self._master, slave = pty.openpty()
        modes = termios.tcgetattr(slave)
        modes[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, modes)
        self.stdin = os.fdopen(slave, encoding="utf-8")
        self.stdout = os.fdopen(os.dup(slave), "w", encoding="utf-8")
        self.read = ""
        self._news = asyncio.Event()
        asyncio.get_running_loop().add_reader(self._master, self._receive)

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    async def sees(self, text: str) -> None:
        async with asyncio.timeout(5):
            while text not in self.read:
                self._news.clear()
                await self._news.wait()

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._master)
        self.stdin.close()
        self.stdout.close()
        os.close(self._master)

    def _receive(self) -> None:
        self.read += os.read(self._master, 2**16).decode().replace("\r\n", "\n")
        self._news.set()


@pytest.fixture
async def typist() -> AsyncIterator[Typist]:
    typist = Typist()
    yield typist
    typist.close()


@pytest.fixture(autouse=True, params=[""], ids=["colour"])
def no_color(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", request.param)


@pytest.fixture
async def chat(telegram: LocalTelegram, typist: Typist, files: Path) -> AsyncIterator[asyncio.Task[None]]:
    """Open the chat in the pseudo-terminal; typing does not depend on the bot being idle."""
    chat = asyncio.create_task(
        run_terminal(telegram, stdin=typist.stdin, stdout=typist.stdout, idle=never, files_dir=files)
    )
    await typist.sees("> ")
    yield chat
    chat.cancel()
    await asyncio.gather(chat, return_exceptions=True)


@pytest.mark.usefixtures("app", "chat")
async def test_a_typed_line_is_answered_at_once_and_numbers_tap(typist: Typist) -> None:
    typist.type("/menu\n")
    await typist.sees("Lift?\n  [1] ✅ Yes   [2] No\n\n> ")
    typist.type("1\n")
    await typist.sees("✎ edited:\nYou said yes\n\n> ")


@pytest.mark.usefixtures("chat")
@pytest.mark.parametrize(
    ("no_color", "printed"), [("", "⏰ \x1b[0m\x1b[1mgo\x1b[0m\n\n> "), ("1", "⏰ go\n\n> ")], indirect=["no_color"]
)
async def test_unasked_messages_appear_while_nobody_types(typist: Typist, app: EchoApp, printed: str) -> None:
    await app.bot.send_message(1001, "⏰ <b>go</b>", parse_mode="HTML")
    await typist.sees(printed)


@pytest.mark.usefixtures("chat")
async def test_messages_of_other_chats_do_not_appear(typist: Typist, app: EchoApp, telegram: LocalTelegram) -> None:
    other = telegram.private_chat(first_name="Bob")
    await app.bot.send_message(other.id, "for Bob")
    await app.bot.send_message(1001, "for you")
    await typist.sees("for you")
    assert "for Bob" not in typist.read


@pytest.mark.usefixtures("app")
async def test_control_d_ends_the_chat(typist: Typist, chat: asyncio.Task[None]) -> None:
    typist.type("\x04")
    await asyncio.wait_for(chat, 5)


@pytest.mark.usefixtures("app")
async def test_control_c_ends_the_chat_and_nothing_else(typist: Typist, telegram: LocalTelegram, files: Path) -> None:
    # Opened here and not in a fixture: each fixture and test has a handler of its own while it runs.
    before = signal.getsignal(signal.SIGINT)
    chat = asyncio.create_task(
        run_terminal(telegram, stdin=typist.stdin, stdout=typist.stdout, idle=never, files_dir=files)
    )
    await typist.sees("> ")
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.wait_for(chat, 5)
    assert signal.getsignal(signal.SIGINT) is before
    await typist.sees("> \n")
