"""Starts bots that need not be read and taught anew: python -m tests.e2e.forking SOCKET.

Most of a start is spent on imports and on content/, which are the same for every bot. They are read once here, and each
bot is a fork from then on: a process of its own with its own folder, variables, output and loop, in which `main` runs
as in any other. Tests that are about a start itself start a bot for themselves. Under libfaketime a bot's clock begins
at its fork, by its own FAKETIME: told to look there each time, the library takes over what a process changes.

A request is a line of JSON (see `Order`). Its answer is the id of the new process, and its exit code when it has ended.
"""

import json
import os
import selectors
import signal
import socket
import sys
import time
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


def serve(listening: socket.socket) -> Order | None:
    """Start bots until the standard input is closed; returns in the process of each bot, with its order."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks what became of a keeper
    with selectors.DefaultSelector() as selector:
        for source in (listening, sys.stdin):
            selector.register(source, selectors.EVENT_READ)
        while all(key.fileobj is listening for key, _ in selector.select()):
            connection, _ = listening.accept()
            with connection:
                if os.fork() == 0:
                    return _keep(connection)
    return None


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


def main() -> int:
    """Read everything, serve, and be a bot in each process that is started."""
    library = load_library(CONTENT)
    library.knowledge.prepare(lambda: None)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(sys.argv[1])
        listening.listen()
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        order = serve(listening)
    return 0 if order is None else run(order, library)


if __name__ == "__main__":
    sys.exit(main())
