"""A disk that is full, a database that another program holds, one that may not be written to."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest

from bot.local.person import Person
from tests.e2e.process import TOKEN, BotProcess
from tests.e2e.rig import Rig
from tests.e2e.seeding import database, seed, waiting
from tests.e2e.storage import Trouble, locked, no_room


@pytest.mark.parametrize(("trouble", "words"), [(no_room, "disk reported an error"), (locked, "locked by another")])
async def test_what_came_while_nothing_could_be_stored_is_done_afterwards_and_once(
    rig: Rig, ada: Person, trouble: Trouble, words: str
) -> None:
    await rig.remind(ada)
    bot = await rig.serve_stepped("06:00")
    with trouble(bot, rig.folder):
        rig.step(dt.timedelta(hours=1))
        await ada.send("/set units lb")
        await bot.until(lambda: words in bot.logged and "could not be dispatched" in bot.logged)
    await bot.until(lambda: waiting(rig.folder) == 0 and rig.came(ada) > 0 and len(ada.messages) > 1)

    assert rig.came(ada) == 1
    assert [shown.text for shown in ada.messages if "units" in shown.text] == ["📌 units: lb"]


async def test_a_database_that_may_not_be_written_ends_the_start_with_one_line(tmp_path: Path) -> None:
    through = obedient()
    await seed(tmp_path, {})
    database(tmp_path).chmod(0o444)
    bot = await BotProcess.start(tmp_path, {"TELEGRAM_BOT_TOKEN": TOKEN}, through=through)
    try:
        assert await bot.ended() == 1
    finally:
        await bot.kill()

    assert bot.logged == "The database is read-only: give the bot the right to write to it.\n"


def obedient() -> tuple[str, ...]:
    """Return a command under which file permissions bind the superuser too."""
    if os.geteuid() != 0:
        return ()
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("run by the superuser, whom file permissions do not bind, and without setpriv (util-linux)")
    return setpriv, "--bounding-set", "-dac_override,-dac_read_search"
