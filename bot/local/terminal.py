"""Talk to the bot in a terminal, or through a pipe."""

import asyncio
import contextlib
import mimetypes
import os
import re
import signal
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Final, TextIO

from bot.local.lines import Lines
from bot.local.person import Person
from bot.local.screen import Screen
from bot.local.service import LocalTelegram
from bot.local.shown import StoredFile

HELP: Final = """\
Write as you would in Telegram. Besides that:
  3                      taps the button numbered [3]
  @path/to/file.ics      sends a file
  @location 52.52 13.40  shares a location
  \\3  \\@name  \\?         sends 3, @name or ? as text
  a \\ at the end         goes on in the next line of the same message
  ?                      shows this help; Ctrl-D ends the chat"""

_LOCATION = re.compile(r"@location\s+(-?\d{1,2}(?:\.\d+)?)[\s,]+(-?\d{1,3}(?:\.\d+)?)")
_NUMBER = re.compile(r"[0-9]{1,3}")
_LARGEST_FILE: Final = 50 * 2**20


async def run_terminal(
    telegram: LocalTelegram,
    *,
    stdin: TextIO,
    stdout: TextIO,
    idle: Callable[[], Awaitable[None]],
    files_dir: Path,
    person: Person | None = None,
    colour: bool | None = None,
) -> None:
    """Let a person talk to the bot until the input ends or Ctrl-C.

    `idle` returns when the bot has handled every update it took over and sent everything it wanted to. When the input
    is no terminal each line waits for that, so that the answers to it stand before those to the next.
    """
    person = person or telegram.private_chat(first_name="You")
    if colour is None:
        colour = stdout.isatty() and not os.environ.get("NO_COLOR")
    screen = Screen(world=telegram.world, stdout=stdout, colour=colour, files_dir=files_dir)
    terminal = Terminal(telegram=telegram, person=person, screen=screen, lines=Lines(stdin), idle=idle)
    # Whoever read the output has gone: there is nobody left to talk to.
    with contextlib.suppress(BrokenPipeError):
        await terminal.run(waits=not stdin.isatty())


class Terminal:
    """One person's side of the chat."""

    def __init__(
        self,
        *,
        telegram: LocalTelegram,
        person: Person,
        screen: Screen,
        lines: Lines,
        idle: Callable[[], Awaitable[None]],
    ) -> None:
        self._telegram = telegram
        self._person = person
        self._screen = screen
        self._lines = lines
        self._idle = idle
        self._printed = len(telegram.world.journal)
        self._printing = asyncio.Lock()

    async def run(self, *, waits: bool) -> None:
        """Pass lines to the bot and print what comes back, until the input ends."""
        talk = asyncio.create_task(self._converse(waits=waits))
        tasks = [talk, asyncio.create_task(self._print_what_comes())]
        try:
            with _interrupts_call(talk.cancel):
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._lines.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._screen.leave()
        for task in done - {talk} if talk.cancelled() else done:
            task.result()

    async def _converse(self, *, waits: bool) -> None:
        if not waits:
            self._screen.say("Type ? for help, Ctrl-D to leave.")
        while (line := await self._next_line()) is not None:
            await self._handle(line)
            if waits:
                await self._settle()
        await self._print_new()

    async def _next_line(self) -> str | None:
        line = await self._lines.next()
        while line is not None and line.endswith("\\"):
            more = await self._lines.next()
            line = line[:-1] + ("" if more is None else f"\n{more}")
        return line

    async def _handle(self, line: str) -> None:
        text = line.strip()
        if text == "?":
            self._screen.say(HELP)
        elif text.startswith("@"):
            await self._attach(text)
        elif self._screen.has_buttons and _NUMBER.fullmatch(text):
            await self._press(int(text))
        elif text:
            await self._send(text.removeprefix("\\"))
        else:
            self._screen.prompt()

    async def _send(self, text: str) -> None:
        if not text.strip():
            self._screen.say("There is nothing to send.")
            return
        self._screen.answered()
        await self._person.send(text)

    async def _press(self, number: int) -> None:
        shown, button = self._screen.button(number) or (None, None)
        if button is None:
            self._screen.say(f"There is no button [{number}] now; \\{number} sends {number} as text.")
        elif shown is not None and button.action == "callback_data":
            self._screen.answered()
            await self._person.press_data(shown, button.value)
        elif button.action == "text":
            self._screen.answered()
            await self._person.use(button)
        elif button.action == "request_location":
            self._screen.say("Type @location and the latitude and longitude, for example @location 52.52 13.40")
        elif button.action == "url":
            self._screen.say(f"Open {button.value}")
        else:
            self._screen.say("This button works in the Telegram apps only.")

    async def _attach(self, text: str) -> None:
        if text.split(maxsplit=1)[0] == "@location":
            await self._share_location(text)
            return
        file = await asyncio.to_thread(_read_file, text[1:].strip().strip("\"'"))
        if isinstance(file, str):
            self._screen.say(f"{file} (\\{text} sends this as text)")
            return
        self._screen.answered()
        await self._person.send_document(file.name, file.content, mime_type=file.mime_type)

    async def _share_location(self, text: str) -> None:
        match = _LOCATION.fullmatch(text)
        latitude, longitude = (float(match[1]), float(match[2])) if match else (999.0, 999.0)
        if abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 - degrees of the globe
            self._screen.say("A location is a latitude and a longitude in degrees, for example @location 52.52 13.40")
            return
        self._screen.answered()
        await self._person.send_location(latitude, longitude)

    async def _settle(self) -> None:
        await self._telegram.taken_over()
        await self._idle()
        await self._print_new()

    async def _print_what_comes(self) -> None:
        world = self._telegram.world
        while await world.pulse.until(lambda: self._printed < len(world.journal), within=None):
            await self._print_new()

    async def _print_new(self) -> None:
        journal = self._telegram.world.journal
        async with self._printing:
            while self._printed < len(journal):
                entry = journal[self._printed]
                self._printed += 1
                if entry.chat_id == self._person.chat.id:
                    await self._screen.show(entry)


def _read_file(name: str) -> StoredFile | str:
    """Return a file of this machine, or one sentence on why there is none."""
    try:
        path = Path(name).expanduser()
        if not path.is_file():
            return f"There is no file {name}."
        if path.stat().st_size > _LARGEST_FILE:
            return f"{name} is larger than 50 MB."
        mime_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return StoredFile(name=path.name, content=path.read_bytes(), mime_type=mime_type)
    except (OSError, ValueError, RuntimeError) as error:
        return f"{name} cannot be read: {getattr(error, 'strerror', None) or error}."


@contextlib.contextmanager
def _interrupts_call(end: Callable[[], object]) -> Iterator[None]:
    """Let Ctrl-C end the chat instead of the program."""
    loop, before = asyncio.get_running_loop(), signal.getsignal(signal.SIGINT)
    try:
        loop.add_signal_handler(signal.SIGINT, end)
    except (NotImplementedError, RuntimeError, ValueError):
        # Not in the main thread, or a system without signals: Ctrl-C stays what it was.
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
        signal.signal(signal.SIGINT, before)
