"""A wrong configuration is found before anything is read or opened. tests/e2e shows the same of a process."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.command import main
from bot.settings import Settings

TOKEN = {"TELEGRAM_BOT_TOKEN": "123456789:replace-this-by-the-token-of-your-bot"}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Let the environment say nothing, and leave the process as it was."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    switching_s = sys.getswitchinterval()
    yield
    sys.setswitchinterval(switching_s)


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
def test_a_wrong_variable_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    name: str,
    variables: dict[str, str],
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)

    assert main() == 2
    printed, logged = capfd.readouterr()
    [line] = logged.splitlines()
    assert line.startswith(f"{name}: expected ")
    assert printed == ""
    assert list(tmp_path.iterdir()) == []
