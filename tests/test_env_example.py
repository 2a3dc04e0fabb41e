"""The example of `.env` knows every setting and works."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parent.parent
LINES = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
SAMPLE = re.compile(r"#(?P<name>[A-Z_]+)=(?P<value>.+)")
NAMES = [name.upper() for name in Settings.model_fields]


def _samples() -> dict[str, str]:
    return {match["name"]: match["value"] for line in LINES if (match := SAMPLE.fullmatch(line))}


def test_the_example_names_every_setting_once_in_the_order_of_the_manual() -> None:
    assert [match["name"] for line in LINES if (match := SAMPLE.fullmatch(line))] == NAMES


def test_every_variable_follows_one_line_that_explains_it() -> None:
    for before, line in pairwise(LINES):
        assert bool(SAMPLE.fullmatch(line)) == bool(re.fullmatch(r"# [A-Z0-9a-z].+\.", before) and before != LINES[0])


def test_everything_is_commented_out_so_that_a_fresh_copy_changes_nothing() -> None:
    assert all(line == "" or line.startswith("#") for line in LINES)


def test_the_samples_load_when_all_are_uncommented(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("\n".join(SAMPLE.sub(r"\g<name>=\g<value>", line) for line in LINES), encoding="utf-8")
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)

    settings = load_settings(env_file=env_file)

    assert settings.model_fields_set == set(Settings.model_fields)
    assert settings.secrets == (_samples()["TELEGRAM_BOT_TOKEN"], _samples()["WEBHOOK_SECRET"])
