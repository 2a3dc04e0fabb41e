"""What the bot does, printed: messages, edits, numbered buttons, saved files."""

import asyncio
import re
from pathlib import Path
from typing import Final, TextIO

from bot.local.images import is_png
from bot.local.rendering import clean, rendered
from bot.local.shown import Button, ShownMessage, StoredFile, inline_buttons, reply_buttons
from bot.local.world import Deed, Entry, World

PROMPT: Final = "> "
_ERASE_LINE: Final = "\r\x1b[K"
_LONGEST_NAME: Final = 100

# A button that can be tapped, with the message it stands on; a reply keyboard stands on none.
OpenButton = tuple[ShownMessage | None, Button]


class Screen:
    """Prints what happens, and knows which numbers stand for which button."""

    def __init__(self, *, world: World, stdout: TextIO, colour: bool, files_dir: Path) -> None:
        self._world = world
        self._stdout = stdout
        self._colour = colour
        self._files_dir = files_dir
        self._prompts = stdout.isatty()
        self._texts: dict[int, str] = {}
        self._open: dict[int, OpenButton] = {}
        self._is_answered = True

    @property
    def has_buttons(self) -> bool:
        """Tell whether a number means a button now."""
        return bool(self._open)

    def button(self, number: int) -> OpenButton | None:
        """Return the button behind a number."""
        return self._open.get(number)

    def answered(self) -> None:
        """The person did something: the numbers hold until the bot says something new."""
        self._is_answered = True

    def prompt(self) -> None:
        """Ask for a line, if somebody is there to type it."""
        if self._prompts:
            self._write(PROMPT)

    def say(self, text: str) -> None:
        """Print a notice of the terminal itself."""
        self._write(f"{clean(text)}\n")
        self.prompt()

    def leave(self) -> None:
        """Leave the line of the prompt to whatever is printed next."""
        if self._prompts:
            self._write("\n")

    async def show(self, entry: Entry) -> None:
        """Print one deed of the bot."""
        lines = await self._lines(entry)
        if lines:
            erase = _ERASE_LINE if self._prompts else ""
            self._write(erase + "\n".join(lines) + "\n\n")
            self.prompt()

    async def _lines(self, entry: Entry) -> list[str]:
        match entry.deed:
            case Deed.MESSAGE:
                return await self._message(entry)
            case Deed.EDIT:
                return self._edit(entry)
            case Deed.DELETE:
                return self._deleted(entry)
            case Deed.ALERT if entry.text:
                return [f"🔔 {clean(entry.text)}"]
            case Deed.REACTION if entry.text:
                return [f"The bot reacted: {clean(entry.text)}"]
            case _:
                return []

    async def _message(self, entry: Entry) -> list[str]:
        shown = self._world.shown(entry.message)
        self._renew_numbers()
        saved = [await asyncio.to_thread(save, self._files_dir, shown.id, shown.file)] if shown.file else []
        text = self._text(shown)
        return [*([text] if text else []), *saved, *self._buttons(shown), *self._reply_keyboard(entry)]

    def _edit(self, entry: Entry) -> list[str]:
        shown = self._world.shown(entry.message)
        before = self._texts.get(shown.id)
        self._close(shown.id)
        self._renew_numbers()
        text, buttons = self._text(shown), self._buttons(shown)
        if text == before:
            return ["✎ other buttons:", *buttons] if buttons else []
        return ["✎ edited:", text, *buttons]

    def _deleted(self, entry: Entry) -> list[str]:
        shown = self._world.shown(entry.message)
        self._close(shown.id)
        return [f"✎ deleted: {clean(shown.text).partition(chr(10))[0]}"]

    def _text(self, shown: ShownMessage) -> str:
        text = self._texts[shown.id] = rendered(shown, colour=self._colour)
        return text

    def _buttons(self, shown: ShownMessage) -> list[str]:
        return [self._row(shown, row) for row in inline_buttons(shown.data.get("reply_markup"))]

    def _reply_keyboard(self, entry: Entry) -> list[str]:
        return [self._row(None, row) for row in reply_buttons(entry.keyboard)]

    def _row(self, shown: ShownMessage | None, row: list[Button]) -> str:
        return "  " + "   ".join(self._numbered(shown, button) for button in row)

    def _numbered(self, shown: ShownMessage | None, button: Button) -> str:
        number = max(self._open, default=0) + 1
        self._open[number] = (shown, button)
        return f"[{number}] {clean(button.label)}"

    def _renew_numbers(self) -> None:
        if self._is_answered:
            self._open.clear()
            self._is_answered = False

    def _close(self, message_id: int) -> None:
        self._open = {
            number: (shown, button)
            for number, (shown, button) in self._open.items()
            if shown is None or shown.id != message_id
        }

    def _write(self, text: str) -> None:
        encoding = self._stdout.encoding or "utf-8"
        self._stdout.write(text.encode(encoding, "replace").decode(encoding))
        self._stdout.flush()


def save(folder: Path, message_id: int, file: StoredFile) -> str:
    """Save a file that the bot sent under a name that is free, and say where."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free_path(folder, _safe_name(message_id, file), file.content)
        path.write_bytes(file.content)
    except OSError as error:
        return f"📎 {clean(file.name)} could not be saved: {error.strerror}"
    return f"📎 {path}"


def _safe_name(message_id: int, file: StoredFile) -> str:
    name = re.split(r"[/\\]", clean(file.name).replace("\n", " "))[-1].lstrip(". ")[-_LONGEST_NAME:]
    if Path(name).suffix:
        return name
    return f"{name or 'file'}-{message_id}{'.png' if is_png(file.content) else ''}"


def _free_path(folder: Path, name: str, content: bytes) -> Path:
    """The same file again needs no second copy."""
    path, number = folder / name, 1
    while path.exists() and path.read_bytes() != content:
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path
