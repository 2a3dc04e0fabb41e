"""What all tests share: the content, read once."""

from pathlib import Path

import pytest

from bot.guidance.thresholds import Thresholds
from bot.library.library import load_thresholds

CONTENT = Path(__file__).parents[1] / "content"


@pytest.fixture(scope="session")
def thresholds() -> Thresholds:
    """Return the numbers as shipped."""
    return load_thresholds(CONTENT / "thresholds.toml")
