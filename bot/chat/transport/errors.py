"""Errors of our own; those of the network tell if a request can have arrived, and none holds the URL with the token."""

import errno
from collections.abc import Callable

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut

Report = Callable[[str, Exception], None]
"""Tells the operator about an error: its kind, and the error without anybody's words. Must not raise."""


class NotDeliveredError(NetworkError):
    """No connection was made, so the request cannot have arrived."""


class MaybeDeliveredError(TimedOut):
    """The answer did not come in time; the request may have arrived."""


class ConnectionLostError(NetworkError):
    """The connection broke after the request began to leave; it may have arrived.

    Not a `TimedOut`: after one of those, python-telegram-bot polls again at once, and a server that keeps closing the
    connection would be asked without a pause.
    """


class UndrawableError(TelegramError):
    """A picture that a message names cannot be drawn, so there is nothing to send but its words."""


_BEFORE_SENDING = (
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientConnectorError,
    aiohttp.ClientConnectorCertificateError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
)


def translate(error: Exception) -> NetworkError:
    """Turn an error of aiohttp into one that says whether the request can have arrived."""
    name = _name(error)
    if isinstance(error, _BEFORE_SENDING):
        return NotDeliveredError(f"No connection: {name}")
    if isinstance(error, TimeoutError):
        return MaybeDeliveredError(f"No answer in time: {name}")
    return ConnectionLostError(f"Connection lost: {name}")


def _name(error: Exception) -> str:
    """Name an error by its class and code, because the text of some holds the URL."""
    code = errno.errorcode.get(error.errno or 0) if isinstance(error, OSError) else None
    return f"{type(error).__name__} ({code})" if code else type(error).__name__
