"""Keep the token out of every log line: it is part of each request's URL, which libraries like to log."""

import logging
import re
from collections.abc import Iterable

_TOKEN = re.compile(r"(bot\d+)(?::|%3A)[\w-]+|((?<!\d)\d{6,})(?::|%3A)[\w-]{30,}", re.IGNORECASE)
_HIDDEN = "***"
_FORMATTER = logging.Formatter()


class Redaction(logging.Filter):
    """Blot out bot tokens and the given secrets in a record's text, arguments, extras and traceback."""

    def __init__(self, *, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean a record and let it pass."""
        self._clean_message(record)
        self._clean_traceback(record)
        for name, value in vars(record).items():
            if isinstance(value, str):
                setattr(record, name, self.hide(value))
        return True

    def hide(self, text: str) -> str:
        """Return a text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKEN.sub(rf"\g<1>\g<2>:{_HIDDEN}", text)

    def _clean_message(self, record: logging.LogRecord) -> None:
        """Fold the arguments into the message when they hold a secret; what they hold is known only then."""
        try:
            message = record.getMessage()
        except Exception:  # noqa: BLE001 - arguments run code of their own as they are formatted
            # The handler would print the arguments as they are while it complains about them.
            message = f"{record.msg} (logged with arguments that do not fit)"
            record.msg, record.args = message, ()
        if (clean := self.hide(message)) != message:
            record.msg, record.args = clean, ()

    def _clean_traceback(self, record: logging.LogRecord) -> None:
        """Replace a traceback that holds a secret by its cleaned text."""
        if not record.exc_info or not record.exc_info[0]:
            return
        text = _FORMATTER.formatException(record.exc_info)
        if (clean := self.hide(text)) != text:
            record.exc_info, record.exc_text = None, clean


def install(*, secrets: Iterable[str] = ()) -> Redaction:
    """Put a redaction on every handler of the root logger; call it after the handlers were set up."""
    redaction = Redaction(secrets=secrets)
    for handler in logging.getLogger().handlers:
        handler.addFilter(redaction)
    return redaction
