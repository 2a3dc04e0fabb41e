"""What all tests of the transport share."""

import pytest


@pytest.fixture(autouse=True)
def timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let python-telegram-bot use the type that it is changing to, as the bot does; else it warns."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
