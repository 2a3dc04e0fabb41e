"""Files from the bot are saved where they belong, whatever they are called."""

from pathlib import Path

import pytest

from bot.local.screen import save
from bot.local.shown import StoredFile


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("log.csv", "log.csv"),
        ("../../log.csv", "log.csv"),
        ("/elsewhere/log.csv", "log.csv"),
        ("..\\..\\log.csv", "log.csv"),
        ("a\x1b[2J\n.csv", "a[2J .csv"),
        (".bashrc", "bashrc-7"),
        ("..", "file-7"),
        ("", "file-7"),
        ("x" * 300 + ".csv", "x" * 96 + ".csv"),
    ],
)
def test_a_file_stays_in_its_folder(tmp_path: Path, name: str, saved: str) -> None:
    notice = save(tmp_path / "new", 7, StoredFile(name=name, content=b"x"))
    assert notice == f"📎 {tmp_path / 'new' / saved}"
    assert (tmp_path / "new" / saved).read_bytes() == b"x"


def test_another_file_of_the_same_name_gets_a_number_and_the_same_file_none(tmp_path: Path) -> None:
    for content in (b"one", b"two", b"three", b"two"):
        notice = save(tmp_path, 7, StoredFile(name="log.csv", content=content))
    assert notice.endswith("log-2.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log-2.csv", "log-3.csv", "log.csv"]


def test_a_nameless_picture_is_saved_as_one(tmp_path: Path) -> None:
    notice = save(tmp_path, 7, StoredFile(name="photo", content=b"\x89PNG\r\n\x1a\n"))
    assert notice.endswith("photo-7.png")
