"""A wrong configuration ends the start with one line that names it, and exit code 2."""

import re
import shutil
from pathlib import Path

import pytest

from tests.e2e.process import ROOT, BotProcess

TOKEN = {"TELEGRAM_BOT_TOKEN": "123456789:replace-this-by-the-token-of-your-bot"}


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "no-token"}),
        ("DATABASE_URL", {"DATABASE_URL": "postgresql://localhost/bot"}),
        ("WEBHOOK_LISTEN", TOKEN | {"WEBHOOK_URL": "https://bot.example.org/hook"}),
        ("HEALTH_LISTEN", TOKEN | {"HEALTH_LISTEN": "everywhere"}),
        ("CONTENT_DIR", {"CONTENT_DIR": "nowhere"}),
    ],
)
async def test_a_wrong_variable_is_named_in_one_line(tmp_path: Path, name: str, variables: dict[str, str]) -> None:
    bot = await BotProcess.start(tmp_path, variables)

    assert await bot.ended() == 2
    [line] = bot.logged.splitlines()
    assert line.startswith(f"{name}: expected ")
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
