"""What was acknowledged survives a kill at any moment."""

import asyncio
import signal
import sys
from pathlib import Path

from bot.store import open_store
from tests.store.samples import ANN, NOON, greet

ROOT = Path(__file__).parents[2]

# Sends messages numbered from an argument on, eight at a time, and prints each number once its commit is acknowledged.
WRITER = """
import asyncio, itertools, pathlib, sys
from bot.store import open_store
from tests.store.samples import message

async def main():
    store = await open_store(pathlib.Path(sys.argv[1]))
    numbers = itertools.count(int(sys.argv[2]))
    async def send():
        for number in numbers:
            await store.run(lambda records: records.send(message(payload={"number": number})))
            print(number, flush=True)
    await asyncio.gather(*(send() for _ in range(8)))

asyncio.run(main())
"""


async def acknowledged(path: Path, start: int, *, least: int) -> list[int]:
    """Let a process write until it acknowledged some, kill it, and return all that it acknowledged."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, str(path), str(start), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    lines = [await process.stdout.readline() for _ in range(least)]
    process.kill()
    lines += [line async for line in process.stdout if line.endswith(b"\n")]
    assert await process.wait() == -signal.SIGKILL
    return [int(line) for line in lines]


async def test_a_killed_process_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    path, told = tmp_path / "bot.db", []
    for turn in range(4):
        told += await acknowledged(path, turn * 1_000_000, least=50 + 37 * turn)

    store = await open_store(path)
    await store.run(greet)
    kept = await store.outbox.take(10_000_000, NOON, skip=frozenset())
    await store.close()

    assert set(told) <= {queued.message.payload["number"] for queued in kept}
    assert {queued.message.chat_id for queued in kept} == {ANN.chat_id}
