import io
import logging
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from bot.chat.transport.redaction import Redaction, install
from tests.chat.transport.fakes import TOKEN

SECRET = TOKEN.split(":")[1]
URL = f"https://api.telegram.org/bot{TOKEN}/getMe"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Yield what the root logger writes through a handler with the redaction."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s %(extra)s", defaults={"extra": ""}))
    root = logging.getLogger()
    kept, root.handlers = root.handlers, [handler]
    install(secrets=["hook-secret"])
    yield stream
    root.handlers = kept


@pytest.mark.parametrize("name", ["httpx", "telegram.ext.Updater", "aiohttp.client", "asyncio", "bot.anything"])
def test_no_logger_writes_the_token(written: io.StringIO, name: str) -> None:
    logging.getLogger(name).error("HTTP Request: POST %s", URL)
    assert written.getvalue() == f"ERROR {name} HTTP Request: POST https://api.telegram.org/bot123456:***/getMe \n"


@pytest.mark.parametrize("text", [URL, TOKEN, quote(URL, safe=""), f"secret is hook-secret, {SECRET} is not", "bot1:a"])
def test_secrets_are_hidden_in_every_spelling(written: io.StringIO, text: str) -> None:
    logging.getLogger().error(text)
    assert "***" in written.getvalue()
    assert TOKEN not in written.getvalue()
    assert "hook-secret" not in written.getvalue()
    assert "bot1:a" not in written.getvalue()


def test_an_argument_that_turns_into_the_token_only_when_formatted_is_hidden(written: io.StringIO) -> None:
    logging.getLogger().error("failed: %r with %s", ValueError(URL), {"url": URL})
    assert SECRET not in written.getvalue()
    assert "ValueError" in written.getvalue()


def test_a_traceback_with_its_causes_is_hidden_but_kept(written: io.StringIO) -> None:
    error = RuntimeError(f"while calling {URL}")
    error.__cause__ = ValueError(URL)
    logging.getLogger().error("oh", exc_info=error)
    assert SECRET not in written.getvalue()
    assert "RuntimeError: while calling https://api.telegram.org/bot123456:***/getMe" in written.getvalue()
    assert "direct cause" in written.getvalue()


def test_extras_and_stacks_are_hidden(written: io.StringIO) -> None:
    logging.getLogger().error("oh", extra={"extra": URL}, stack_info=True)
    assert SECRET not in written.getvalue()
    assert "Stack (most recent call last)" in written.getvalue()


def test_arguments_that_do_not_fit_do_not_slip_through(
    written: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger().error("%d calls", URL)
    assert SECRET not in written.getvalue() + capsys.readouterr().err
    assert "%d calls" in written.getvalue()


@pytest.mark.parametrize("text", ["at 18:30", "3:2", "tempo 10 km", "id 123456:7", "https://core.telegram.org/bots"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert Redaction().hide(text) == text


def test_a_record_without_secrets_keeps_its_arguments_and_traceback() -> None:
    error = ValueError("x")
    record = logging.LogRecord("a", logging.INFO, "f", 1, "n=%d", (5,), (ValueError, error, None))
    assert Redaction(secrets=["", "s3cret"]).filter(record)
    assert record.args == (5,)
    assert record.exc_info == (ValueError, error, None)
