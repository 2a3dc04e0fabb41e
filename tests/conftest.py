"""What all tests share: the content, read once, and zones from the locked package."""

import gc
import os
import shutil
import tempfile
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.guidance.thresholds import Thresholds
from bot.library.library import Library, load_library, load_thresholds
from bot.store.connection import connect, create_private

CONTENT = Path(__file__).parents[1] / "content"

# What is imported and collected lives until the end: to look for garbage among it, again and again, took an eighth of
# the time of the tests. From the first test on, garbage is what comes after (as in `bot.command.main`).
gc.disable()

zoneinfo.reset_tzpath(to=())
os.environ.setdefault("PTB_TIMEDELTA", "1")

# What an example takes depends on the machine. How time grows is tested by tests/timing.py; speed is for benchmarks/.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

MEMORY = Path("/dev/shm")  # noqa: S108  # a file system in memory, where there is one: nothing of the tests outlives them
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= 2**31:
    # Every bot of the tests writes through to its disk, and a fifth of their time was waiting for that.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_finish() -> None:
    """Look for garbage from now on, and only among what the tests themselves leave.

    They keep little and drop much: to look less often takes a third of the time, and some megabytes more.
    """
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def thresholds() -> Thresholds:
    """Return the numbers as shipped."""
    return load_thresholds(CONTENT / "thresholds.toml")


@pytest.fixture(scope="session")
def library() -> Library:
    """Return everything that content/ holds."""
    library = load_library(CONTENT)
    gc.freeze()
    return library


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database that nobody has used yet, to be copied: that takes a third of the time of making one."""
    file = tmp_path_factory.mktemp("store") / "bot.db"
    create_private(file)
    connect(file, busy_timeout_ms=5000).close()
    return file


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """Make a folder that everybody can enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
