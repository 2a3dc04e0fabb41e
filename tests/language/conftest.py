"""The vocabulary as the content has it, and the moment that the sentences are read at."""

import datetime as dt
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.language.vocabulary import Vocabulary
from bot.library.library import load_vocabulary

CONTENT = Path(__file__).parents[2] / "content" / "en"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return shipped()


@cache
def shipped() -> Vocabulary:
    """Return the vocabulary of the content, for helpers that no fixture reaches."""
    return load_vocabulary(CONTENT)


@pytest.fixture(scope="session")
def now() -> dt.datetime:
    """Wednesday, 2 September 2026, 10:00 where the runner lives."""
    return dt.datetime(2026, 9, 2, 10, tzinfo=ZoneInfo("Europe/London"))
