"""A copy of the content that a test may change, as a coach does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.library import library
from tests.conftest import CONTENT

Change = Callable[[str, str, str], None]
Read = Callable[..., Any]

FROM = {
    "load_guide": "topics/*.toml not_covered.toml refusals.toml requests.toml",
    "load_vocabulary": "vocabulary.toml rewordings.toml sentences.toml",
    "load_safety": "safety.toml alarming.txt harmless.txt",
}
"""From which files of a folder the readers read that take longest."""


@pytest.fixture(scope="session", autouse=True)
def _unchanged_files_are_read_once() -> Iterator[None]:
    """Let a reader give the same again for files that hold the same; of most copies a test changes one other file."""
    with pytest.MonkeyPatch.context() as patch:
        for name, files in FROM.items():
            patch.setattr(library, name, _once(getattr(library, name), files.split()))
        yield


def _once(read: Read, files: list[str]) -> Read:
    known: dict[object, Any] = {}

    def read_once(path: Path, **others: object) -> Any:
        folder = path if path.is_dir() else path.parent
        held = tuple((file.name, file.read_bytes()) for name in files for file in sorted(folder.glob(name)))
        key = held, repr(others)
        if key not in known:
            known[key] = read(path, **others)
        return known[key]

    return read_once


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
