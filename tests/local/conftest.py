"""A local Telegram, a bare bot on it, and a small application that echoes."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.local.person import Person
from bot.local.service import LocalTelegram
from tests.local.echo import EchoApp, echoing


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.time = dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.time


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    # The coming type of RetryAfter.retry_after; without it PTB warns, and warnings are errors here.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> LocalTelegram:
    return LocalTelegram(now=clock)


@pytest.fixture
def ada(telegram: LocalTelegram) -> Person:
    return telegram.private_chat(first_name="Ada")


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, request=telegram.request(), get_updates_request=telegram.request()) as bot:
        yield bot


@pytest.fixture
async def app(telegram: LocalTelegram) -> AsyncIterator[EchoApp]:
    async with echoing(telegram) as app:
        yield app


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Name the folder for files from the bot; it does not exist yet."""
    return tmp_path / "received"
