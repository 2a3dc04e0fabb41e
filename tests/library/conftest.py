"""A copy of the content that a test may change, as a coach does."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CONTENT

Change = Callable[[str, str, str], None]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the shipped content."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture
def change(content: Path) -> Change:
    """Return how to put one text in another's place in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        text = (content / file).read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r} any more; this test has to change with it"
        (content / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace
