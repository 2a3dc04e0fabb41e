"""A process that misbehaves is ended, and its caller told; one that behaves sees nothing but its file."""

import json
import time
from dataclasses import replace

import pytest

from bot.files.sandbox import USUAL, Limits, ParserFailedError, parse_apart

SHORT = replace(USUAL, wall_s=0.5)


def named(parser: str) -> str:
    """Return the module of a parser of these tests."""
    return f"tests.files.parsers.{parser}"


@pytest.mark.parametrize(
    ("parser", "limits", "reason"),
    [
        ("hanging", SHORT, "it took too long"),
        ("busy", Limits(cpu_s=1, wall_s=20), r"it ended with -\d+"),
        ("greedy", USUAL, "it ended with 1"),
        ("talkative", replace(USUAL, answer_bytes=100_000), "it said too much"),
        ("crashing", USUAL, "it ended with 1"),
        ("deaf", USUAL, "it ended with 3"),
    ],
)
async def test_a_parser_that_misbehaves_is_ended(parser: str, limits: Limits, reason: str) -> None:
    began = time.monotonic()
    with pytest.raises(ParserFailedError, match=reason):
        await parse_apart(named(parser), b"x" * 1_000_000, limits=limits)
    assert time.monotonic() - began < 15


async def test_a_parser_sees_no_environment_writes_no_file_and_has_no_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:secret")
    seen = json.loads(await parse_apart(named("curious"), b"x" * 2_000_000))
    environment = seen.pop("environment")
    assert "TELEGRAM_BOT_TOKEN" not in environment
    # Python tries a folder for temporary files by writing to it, and finds none that can be used.
    assert seen == {"length": 2_000_000, "write": "FileNotFoundError", "packages": "ModuleNotFoundError"}
