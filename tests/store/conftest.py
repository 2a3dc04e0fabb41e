"""The stores that are held to the contract. Another implementation of the ports joins with one entry in STORES."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.store import open_store
from tests.store.samples import WholeStore, greet


@asynccontextmanager
async def _sqlite(folder: Path, new_database: Path) -> AsyncIterator[WholeStore]:
    store = await open_store(Path(shutil.copy(new_database, folder)))
    yield store
    await store.close()


STORES = {"sqlite": _sqlite}


@pytest.fixture(params=STORES)
async def store(request: pytest.FixtureRequest, tmp_path: Path, new_database: Path) -> AsyncIterator[WholeStore]:
    """Open an empty store of each kind in turn, with Ann and Ben in it."""
    async with STORES[request.param](tmp_path, new_database) as opened:
        await opened.run(greet)
        yield opened
