"""Parsing in a process of its own: little memory, little time, no environment, killed when it takes too long."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_START: Final = "import sys; sys.path.insert(0, sys.argv.pop(1)); from bot.files.child import main; main()"
_CHUNK: Final = 2**16


class ParserFailedError(Exception):
    """The parser gave no answer: it crashed, took too long or too much memory, or said too much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost: seconds of processor and of waiting, memory, and the length of the answer."""

    cpu_s: int = 10
    wall_s: float = 20.0
    memory_mb: int = 256
    answer_bytes: int = 16 * 2**20


USUAL: Final = Limits()


async def parse_apart(parser: str, content: bytes, *, limits: Limits = USUAL) -> bytes:
    """Return the JSON that a parser module makes of a file; ParserFailedError when it makes none."""
    process = await _started(parser, limits)
    try:
        async with asyncio.timeout(limits.wall_s):
            answer = await _answer(process, content, most=limits.answer_bytes)
            code = await process.wait()
    except TimeoutError:
        raise ParserFailedError("it took too long") from None
    finally:
        await _ended(process)
    if code != 0:
        raise ParserFailedError(f"it ended with {code}")
    return answer


async def _started(parser: str, limits: Limits) -> Process:
    # Isolated and without site-packages, which starts fast; without the environment, which holds secrets.
    options = ("-I", "-S", "-B", "-c", _START, str(_ROOT), parser, str(limits.cpu_s), str(limits.memory_mb))
    return await asyncio.create_subprocess_exec(
        sys.executable, *options, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}
    )


async def _answer(process: Process, content: bytes, *, most: int) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise ParserFailedError("it has no pipes")
    # A parser that ended early does not read to the end: what it said, or its exit code, tells.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(content)
        await process.stdin.drain()
    process.stdin.close()
    answer = bytearray()
    while chunk := await process.stdout.read(_CHUNK):
        answer += chunk
        if len(answer) > most:
            raise ParserFailedError("it said too much")
    return bytes(answer)


async def _ended(process: Process) -> None:
    """Kill a process that still runs, and empty its pipe: it is closed only then."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    if process.stdout is not None:
        while await process.stdout.read(_CHUNK):
            pass
    await process.wait()
