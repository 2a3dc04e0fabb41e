"""What a log shows, in which form, and what it never shows."""

import io
import json
import logging
import sys
import warnings
from collections.abc import Iterator

import pytest

from bot.logs import MASK, TALKATIVE, JsonFormatter, Redactor, configure_logging

TOKEN = "123456789:AAreplace-me_with-a-token-of-35-chars"  # noqa: S105 - nobody's token
SECRET = "whisper-1_2"  # noqa: S105 - nobody's secret
URL = f"https://api.telegram.org/bot{TOKEN}/getMe"
PLAIN = {"name": "bot.x", "levelno": logging.INFO, "levelname": "INFO", "msg": "%d runs", "args": (3,)}

log = logging.getLogger("bot.somewhere")


@pytest.fixture(autouse=True)
def _restored_logging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the test session its own logging back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    root.handlers = []  # configuring closes the handlers that it replaces
    yield
    logging.captureWarnings(capture=False)
    root.handlers, root.level = handlers, level
    for name, value in levels.items():
        logging.getLogger(name).setLevel(value)


@pytest.fixture(params=["text", "json"])
def lines(request: pytest.FixtureRequest) -> io.StringIO:
    """What is logged in either form, with the secrets known."""
    stream = io.StringIO()
    configure_logging(log_format=request.param, secrets=(TOKEN, SECRET), stream=stream)
    return stream


@pytest.fixture
def json_lines() -> io.StringIO:
    stream = io.StringIO()
    configure_logging(level="DEBUG", log_format="json", secrets=(TOKEN, SECRET), stream=stream)
    return stream


def _assert_masked(stream: io.StringIO) -> None:
    shown = stream.getvalue()
    assert MASK in shown
    assert TOKEN not in shown
    assert TOKEN.partition(":")[2] not in shown
    assert SECRET not in shown


class Unprintable:
    """Something whose text cannot be had."""

    def __str__(self) -> str:
        raise RuntimeError(TOKEN)


def _connect() -> None:
    raise ConnectionError(f"Cannot connect to {URL}")


def _raise_with_token() -> None:
    try:
        _connect()
    except ConnectionError as error:
        raise RuntimeError("no answer") from error


def test_a_text_line_holds_instant_in_utc_level_logger_and_message() -> None:
    stream = io.StringIO()
    configure_logging(stream=stream)

    log.handle(logging.makeLogRecord(PLAIN | {"created": 0}))

    assert stream.getvalue() == "1970-01-01T00:00:00.000Z INFO    bot.x: 3 runs\n"


def test_a_json_line_holds_the_same_and_the_extras(json_lines: io.StringIO) -> None:
    log.handle(logging.makeLogRecord(PLAIN | {"created": 1.5, "chat": {"id": 7}}))

    assert json.loads(json_lines.getvalue()) == {
        "at": "1970-01-01T00:00:01.500Z",
        "level": "INFO",
        "logger": "bot.x",
        "message": "3 runs",
        "chat": {"id": 7},
    }


def test_a_json_record_is_one_line_whatever_it_holds(json_lines: io.StringIO) -> None:
    try:
        _raise_with_token()
    except RuntimeError:
        log.exception("two\nlines\u2028and more", extra={"note": "a\nb"}, stack_info=True)

    (line,) = json_lines.getvalue().splitlines()
    record = json.loads(line)
    assert record["message"] == "two\nlines\u2028and more"
    assert record["note"] == "a\nb"
    assert record["exception"].endswith("RuntimeError: no answer")
    assert record["stack"].startswith("Stack (most recent call last)")


def test_half_a_character_does_not_break_a_json_line() -> None:
    # Formatted by hand: what goes through logging is captured by pytest, which cannot pass it on between processes.
    record = logging.LogRecord("bot", logging.INFO, __file__, 1, "half \ud83d", (), None)
    line = JsonFormatter().format(record)
    assert line.encode()
    assert json.loads(line)["message"] == "half \ud83d"


def test_a_secret_in_the_arguments_is_masked(lines: io.StringIO) -> None:
    log.warning("POST %s with %r", URL, {"secret_token": SECRET})

    _assert_masked(lines)


def test_a_secret_in_the_message_is_masked(lines: io.StringIO) -> None:
    log.warning(f"POST {URL} with {SECRET}")  # noqa: G004 - other people's code does that

    _assert_masked(lines)


def test_a_token_in_the_address_of_an_exception_and_its_cause_is_masked(lines: io.StringIO) -> None:
    try:
        _raise_with_token()
    except RuntimeError:
        log.exception("failed")

    _assert_masked(lines)
    assert "Cannot connect to https://api.telegram.org/bot[secret]/getMe" in lines.getvalue()


def test_a_secret_in_a_stack_is_masked(lines: io.StringIO) -> None:
    record = logging.makeLogRecord({"msg": "here", "levelno": logging.ERROR})
    record.stack_info = f"Stack (most recent call last):\n  call({TOKEN!r}, {SECRET!r})"

    log.handle(record)

    _assert_masked(lines)


@pytest.mark.parametrize("value", [URL, [SECRET], {"deep": {"er": URL}}, {SECRET: 1}, ValueError(URL)])
def test_a_secret_in_an_extra_is_masked(json_lines: io.StringIO, value: object) -> None:
    log.warning("sent", extra={"request": value})

    _assert_masked(json_lines)


@pytest.mark.parametrize("name", ["httpx", "telegram.ext.Application", "asyncio", "somebody.else"])
def test_a_secret_is_masked_in_every_logger(lines: io.StringIO, name: str) -> None:
    logging.getLogger(name).error("HTTP Request: POST %s", URL)

    _assert_masked(lines)


def test_a_record_that_cannot_be_shown_is_named_by_its_place_without_its_arguments(
    lines: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    log.error("%d runs", TOKEN)
    log.error("%s", Unprintable(), extra={"loop": SECRET})

    shown = lines.getvalue()
    assert "a record of test_logs.py:" in shown
    assert "cannot be shown: TypeError" in shown
    assert "cannot be shown: RuntimeError" in shown
    assert TOKEN not in shown + "".join(capsys.readouterr())
    assert SECRET not in shown


def test_an_extra_that_holds_itself_does_not_harm_the_code_that_logs_it(json_lines: io.StringIO) -> None:
    loop: list[object] = []
    loop.append(loop)

    log.error("round and round", extra={"loop": loop})

    assert json.loads(json_lines.getvalue())["message"].endswith("cannot be shown: ValueError")


def test_handlers_that_come_later_see_no_secret_either(lines: io.StringIO) -> None:
    later = io.StringIO()
    logging.getLogger().addHandler(logging.StreamHandler(later))

    log.error("POST %s", URL)

    _assert_masked(lines)
    _assert_masked(later)


def test_an_uncaught_exception_is_logged_with_its_secrets_masked(
    lines: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        _raise_with_token()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    _assert_masked(lines)
    assert "The bot ends: no answer" in lines.getvalue()
    assert capsys.readouterr() == ("", "")


def test_an_interrupt_from_the_keyboard_ends_without_a_traceback(lines: io.StringIO) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert lines.getvalue() == ""


def test_warnings_become_records(lines: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        logging.captureWarnings(capture=True)
        warnings.warn(f"old way to call {URL}", DeprecationWarning, stacklevel=1)

    _assert_masked(lines)


@pytest.mark.parametrize("name", TALKATIVE)
@pytest.mark.parametrize(("level", "shown"), [("DEBUG", "WARNING"), ("INFO", "WARNING"), ("ERROR", "ERROR")])
def test_talkative_libraries_say_only_what_matters(name: str, level: str, shown: str) -> None:
    configure_logging(level=level, stream=io.StringIO())

    assert logging.getLevelName(logging.getLogger(name).getEffectiveLevel()) == shown


def test_configuring_again_replaces_the_handler() -> None:
    first, second = io.StringIO(), io.StringIO()
    configure_logging(stream=first)
    configure_logging(stream=second)

    log.info("once")

    assert first.getvalue() == ""
    assert second.getvalue().count("once") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (URL, "https://api.telegram.org/bot[secret]/getMe"),
        (f"/file/bot{TOKEN}/photos/1.jpg", "/file/bot[secret]/photos/1.jpg"),
        (URL.replace(":AA", "%3AAA"), "https://api.telegram.org/bot[secret]/getMe"),
        (f"token={TOKEN}", "token=[secret]"),
        ("bot7:abc/getMe", "bot[secret]/getMe"),
        ("nothing here at 12:30, line 5: tempo_10k", "nothing here at 12:30, line 5: tempo_10k"),
        ("2026-03-06T12:30:00+00:00", "2026-03-06T12:30:00+00:00"),
        ("", ""),
    ],
)
def test_a_token_is_masked_by_its_shape_and_nothing_else_is(text: str, expected: str) -> None:
    assert Redactor()(text) == expected


def test_the_part_of_the_token_after_the_colon_is_a_secret_too() -> None:
    assert Redactor([TOKEN])(f"key {TOKEN.partition(':')[2]}") == "key [secret]"


def test_a_secret_of_a_few_letters_is_left_alone_to_keep_the_log_readable() -> None:
    assert Redactor(["a", ""])("a message") == "a message"


def test_of_two_secrets_the_longer_is_masked_as_a_whole() -> None:
    assert Redactor(["whisper", "whisper-louder"])("whisper-louder") == "[secret]"


def test_what_people_write_is_in_no_log_even_at_debug() -> None:
    configure_logging(level="DEBUG", stream=io.StringIO())
    assert not logging.getLogger("telegram.Bot").isEnabledFor(logging.DEBUG)
    assert logging.getLogger("telegram.Bot").isEnabledFor(logging.INFO)
