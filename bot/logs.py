"""Logging: text or JSON lines on standard error, and no secret in any of them."""

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Literal, TextIO

# They report each request or job they handle, some with the bot's token in an address.
TALKATIVE: Final = ("aiohttp.access", "apscheduler", "httpcore", "httpx")

MASK: Final = "[secret]"
SHORTEST_SECRET: Final = 6  # characters: masking every "a" of a one-letter webhook secret would only spoil the log

# A token in an address of the Bot API, also percent-encoded, and anything that has the shape of a whole token.
_TOKEN: Final = re.compile(r"(?<=bot)\d+(?::|%3A)[\w-]+|\b\d{6,}(?::|%3A)[\w-]{30,}", re.IGNORECASE)
_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

_uncaught = logging.getLogger("bot.uncaught")


class Redactor:
    """Mask given secrets, and whatever looks like a bot's token, in any text."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = [part for secret in secrets for part in (secret, secret.partition(":")[2])]
        long = {part for part in known if len(part) >= SHORTEST_SECRET}
        self._patterns = [re.compile(re.escape(part)) for part in sorted(long, key=len, reverse=True)] + [_TOKEN]

    def __call__(self, text: str) -> str:
        """Return the text with every secret masked."""
        for pattern in self._patterns:
            text = pattern.sub(MASK, text)
        return text


class RedactingFilter(logging.Filter):
    """Mask secrets in everything that a record can show: message, arguments, extras, exception and stack."""

    def __init__(self, redact: Redactor) -> None:
        super().__init__()
        self._redact = redact
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record in place, so that no handler after this one sees a secret either; keep every record."""
        try:
            self._mask(record)
        except Exception as error:  # noqa: BLE001 - whatever is logged must not harm the code that logs it
            self._give_up(record, error)
        return True

    def _mask(self, record: logging.LogRecord) -> None:
        record.msg, record.args = self._redact(record.getMessage()), None
        if record.exc_info:
            record.exc_text = self._redact(self._formatter.formatException(record.exc_info))
        if record.stack_info:
            record.stack_info = self._redact(record.stack_info)
        for name, value in _extras(record).items():
            setattr(record, name, json.loads(self._redact(json.dumps(value, default=str))))

    def _give_up(self, record: logging.LogRecord, error: Exception) -> None:
        """Say where a record came from that cannot be shown; logging itself would print its arguments unmasked."""
        record.msg = f"a record of {record.filename}:{record.lineno} cannot be shown: {type(error).__name__}"
        record.args = record.exc_info = record.exc_text = record.stack_info = None
        for name in _extras(record):
            delattr(record, name)


class JsonFormatter(logging.Formatter):
    """One JSON object per line; what was given as `extra` stands beside the usual fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        line: dict[str, object] = _extras(record) | {
            "at": _instant(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["exception"] = record.exc_text or self.formatException(record.exc_info)
        if record.stack_info:
            line["stack"] = record.stack_info
        return json.dumps(line, default=str)


class TextFormatter(logging.Formatter):
    """A line for people: instant, level, logger, message; an exception on the lines after it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802 - stdlib's
        """Return the instant in UTC."""
        return _instant(record)


def configure_logging(
    *,
    level: str = "INFO",
    log_format: Literal["text", "json"] = "text",
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> Redactor:
    """Send every logger's records and uncaught exceptions through one redacting handler; return its redactor."""
    redact = Redactor(secrets)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter() if log_format == "json" else TextFormatter())
    handler.addFilter(RedactingFilter(redact))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(capture=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
    # Below INFO it logs whole messages: what people say about their bodies belongs into no log.
    logging.getLogger("telegram").setLevel(max(logging.INFO, logging.getLogger().level))
    sys.excepthook = _log_uncaught
    return redact


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what would end the process with a traceback: the interpreter's own would show secrets."""
    if issubclass(kind, KeyboardInterrupt):
        return
    _uncaught.critical("The bot ends: %s", error or kind.__name__, exc_info=(kind, error, trace))


def _extras(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _STANDARD}


def _instant(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
