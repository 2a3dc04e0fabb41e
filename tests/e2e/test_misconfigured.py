"""A wrong configuration ends the start with one line that names it, and exit code 2."""

import re
import shutil
from pathlib import Path

from tests.e2e.process import ROOT, BotProcess


async def test_a_wrong_variable_is_named_in_one_line(tmp_path: Path) -> None:
    # The other variables are those of tests/test_command.py, which starts no process for each.
    bot = await BotProcess.start(tmp_path, {"TELEGRAM_BOT_TOKEN": "no-token"})

    assert await bot.ended() == 2
    [line] = bot.logged.splitlines()
    assert line.startswith("TELEGRAM_BOT_TOKEN: expected ")
    assert bot.printed == ""


async def test_a_broken_content_file_is_named_with_its_key_and_the_reason(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    numbers = content / "thresholds.toml"
    broken = re.sub(r"(?m)^long_min = \d+$", "long_min = -90", numbers.read_text(encoding="utf-8"))
    numbers.write_text(broken, encoding="utf-8")

    bot = await BotProcess.start(tmp_path, {"CONTENT_DIR": str(content)})

    assert await bot.ended() == 2
    assert bot.logged == "thresholds.toml: runs.long_min: a threshold is never negative\n"
