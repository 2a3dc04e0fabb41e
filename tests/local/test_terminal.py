"""The bot can be talked to through a pipe."""

import asyncio
import io
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.local.person import Person
from bot.local.service import LocalTelegram
from bot.local.terminal import HELP, run_terminal
from tests.local.echo import EchoApp, never, settled

Pipe = Callable[[str], Awaitable[str]]


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


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.iterdir()]


class Paper(io.StringIO):
    """An output that can be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.written = asyncio.Event()

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)


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
        ("/where\n2\n", "Where?\n  [1] Share   [2] Skip\n\nSkip\n\n"),
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
        ("@\x00", "There is no file"),
        ("@location", "A location is a latitude and a longitude in degrees, for example @location 52.52 13.40"),
        ("@location 91 0", "A location is a latitude and a longitude in degrees, for example @location 52.52 13.40"),
        ("@location here", "A location is a latitude and a longitude in degrees, for example @location 52.52 13.40"),
        ("\\ ", "There is nothing to send."),
    ],
)
async def test_what_cannot_be_sent_gets_one_line(pipe: Pipe, ada: Person, line: str, notice: str) -> None:
    printed = await pipe(f"{line}\n")
    assert printed.count("\n") == 1
    assert notice in printed
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
    assert contents(files) == [b"a,b\n"]


@pytest.fixture
def no_folder(files: Path) -> None:
    files.write_text("a file stands where the folder should be")


@pytest.mark.usefixtures("no_folder")
async def test_a_folder_that_cannot_be_written_is_said(pipe: Pipe) -> None:
    assert "could not be saved: File exists" in await pipe("/file\n")


async def test_a_request_for_the_location_says_how_to_share_it(pipe: Pipe) -> None:
    assert "Type @location and the latitude and longitude" in await pipe("/where\n1\n")


async def test_links_and_app_only_buttons_say_what_they_are(pipe: Pipe) -> None:
    printed = await pipe("/links\n1\n2\n")
    assert printed.endswith("Open https://example.org\nThis button works in the Telegram apps only.\n")


async def test_changed_buttons_reactions_and_deletions_are_told(pipe: Pipe) -> None:
    printed = await pipe("/hush\n2\n")
    assert printed == (
        "Never mind\n  [1] Undo\n\n✎ other buttons:\n  [1] Undo\n\nThe bot reacted: 👍\n\n"
        "✎ deleted: Never mind\n\n2\n\n"
    )


async def test_a_file_as_standard_input_works_like_a_pipe(
    telegram: LocalTelegram, app: EchoApp, tmp_path: Path
) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes("läuft\n\xff\nEnde".encode("latin-1"))
    stdout = io.StringIO()
    with path.open() as stdin:
        await run_terminal(telegram, stdin=stdin, stdout=stdout, idle=lambda: settled(app), files_dir=tmp_path)
    assert stdout.getvalue() == "l\ufffduft\n\n\ufffd\n\nEnde\n\n"


async def test_a_reader_that_went_away_ends_the_chat(telegram: LocalTelegram, app: EchoApp, files: Path) -> None:
    class Broken(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    stdin = io.StringIO("hello\nagain\n")
    await run_terminal(telegram, stdin=stdin, stdout=Broken(), idle=lambda: settled(app), files_dir=files)
    assert "again" not in [call.params["text"] for call in telegram.calls_of("sendMessage")]


async def test_an_output_without_emoji_gets_question_marks(telegram: LocalTelegram, app: EchoApp, files: Path) -> None:
    raw = io.BytesIO()
    stdout = io.TextIOWrapper(raw, encoding="ascii")
    await run_terminal(telegram, stdin=io.StringIO("🏃 go"), stdout=stdout, idle=lambda: settled(app), files_dir=files)
    assert raw.getvalue() == b"? go\n\n"


async def test_control_c_ends_a_pipe_that_waits_for_a_busy_bot(telegram: LocalTelegram, files: Path) -> None:
    stdin = io.StringIO("hello\n")
    chat = asyncio.create_task(run_terminal(telegram, stdin=stdin, stdout=io.StringIO(), idle=never, files_dir=files))
    await asyncio.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.wait_for(chat, 5)


async def test_lines_of_an_open_pipe_are_answered_before_it_ends(
    telegram: LocalTelegram, app: EchoApp, files: Path
) -> None:
    reader, writer = os.pipe()
    stdout = Paper()
    with os.fdopen(reader) as stdin:
        chat = asyncio.create_task(
            run_terminal(telegram, stdin=stdin, stdout=stdout, idle=lambda: settled(app), files_dir=files)
        )
        halves = "erst die Hälfte\nund".encode()
        os.write(writer, halves[:11])
        await asyncio.sleep(0.01)
        os.write(writer, halves[11:])
        await asyncio.wait_for(stdout.written.wait(), 5)
        assert stdout.getvalue() == "erst die Hälfte\n\n"
        os.close(writer)
        await asyncio.wait_for(chat, 5)
    assert stdout.getvalue() == "erst die Hälfte\n\nund\n\n"
