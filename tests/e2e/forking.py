"""Starts bots that need not be read and taught anew: python -m tests.e2e.forking SOCKET RUN.

Most of a start is spent on imports and on content/, which are the same for every bot. They are read once here, and each
bot is a fork from then on: a process of its own with its own folder, variables, output and loop, in which `main` runs
as in any other. Tests that are about a start itself start a bot for themselves. Under libfaketime a bot's clock begins
at its fork, by its own FAKETIME: told to look there each time, the library takes over what a process changes.

It stays in the background until the process with the id RUN has ended or its socket is gone; the command itself ends
when bots can be started. A request is a line of JSON (see `Order`). Its answer is the id of the new process, and its
exit code when it has ended.
"""

import gc
import json
import os
import selectors
import shutil
import signal
import socket
import sys
import time
from pathlib import Path
from typing import TypedDict
from unittest.mock import patch

from bot import command
from bot.library.library import Library, load_library
from bot.settings import CONTENT
from tests.e2e import stepping


class Order(TypedDict):
    """The folder that a bot runs in, the variables it sees, and the files that take what it prints."""

    folder: str
    variables: dict[str, str]
    out: str
    err: str


LOOKS_EVERY_S = 1.0


def serve(listening: socket.socket, run: int) -> Order | None:
    """Start bots until a run has ended or the socket is gone; returns in the process of each bot, with its order."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks what became of a keeper
    with selectors.DefaultSelector() as selector:
        selector.register(listening, selectors.EVENT_READ)
        while _goes_on(run) and Path(listening.getsockname()).exists():
            for _ in selector.select(LOOKS_EVERY_S):
                connection, _ = listening.accept()
                with connection:
                    if os.fork() == 0:
                        return _keep(connection)
    return None


def _goes_on(run: int) -> bool:
    try:
        os.kill(run, 0)
    except ProcessLookupError:
        return False
    return True


def _keep(connection: socket.socket) -> Order:
    """Start a bot and tell of its end; returns in the bot's process alone."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with connection, connection.makefile("rw", encoding="utf-8") as talk:
        order: Order = json.loads(talk.readline())
        bot = os.fork()
        if bot == 0:
            return order
        talk.write(f"{bot}\n")
        talk.flush()
        talk.write(f"{os.waitstatus_to_exitcode(os.waitpid(bot, 0)[1])}\n")
    os._exit(0)


def run(order: Order, library: Library) -> int:
    """Become the bot."""
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["variables"])
    time.tzset()
    flags = os.O_WRONLY | os.O_CREAT
    for number, name, mode in ((0, os.devnull, os.O_RDONLY), (1, order["out"], flags), (2, order["err"], flags)):
        os.dup2(os.open(name, mode), number)
    if stepping.STEP in os.environ:
        stepping.follow()
    with patch.object(command, "load_library", return_value=library):
        return command.main()


def main(path: str, of_run: int) -> int:
    """Read everything, serve in the background, and be a bot in each process that is started."""
    gc.disable()  # as in `bot.__main__`
    library = load_library(CONTENT)
    library.knowledge.prepare(lambda: None)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path)
        listening.listen()
        if os.fork() > 0:
            return 0
        # What stops the run, or waits for its output, is not to meet this process.
        os.setsid()
        for number in range(3):
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
        order = serve(listening, of_run)
    if order is None:
        shutil.rmtree(Path(path).parent, ignore_errors=True)
        return 0
    return run(order, library)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
