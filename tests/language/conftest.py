"""The vocabulary as the content has it, and the moment that the sentences are read at."""

import datetime as dt
import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.language.vocabulary import Vocabulary

CONTENT = Path(__file__).parents[2] / "content" / "en" / "vocabulary.toml"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.build(tomllib.loads(CONTENT.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def now() -> dt.datetime:
    """Wednesday, 2 September 2026, 10:00 where the runner lives."""
    return dt.datetime(2026, 9, 2, 10, tzinfo=ZoneInfo("Europe/London"))
