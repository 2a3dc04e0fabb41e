"""What can go wrong between a bot and Telegram, on demand."""

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

from telegram.error import NetworkError, TelegramError, TimedOut

from bot.local.refusals import Refused, forbidden

ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One accident. `error` builds what the bot gets; `arrives` says whether Telegram carried the call out anyway."""

    error: Callable[[], Exception]
    arrives: bool = False


def flood(retry_after: int) -> Fault:
    """Too many requests: try again after some seconds."""
    return answering(429, f"Too Many Requests: retry after {retry_after}", parameters={"retry_after": retry_after})


def server_error(code: int = 500) -> Fault:
    """Telegram is in trouble."""
    return answering(code, "Internal Server Error" if code < 502 else "Bad Gateway")  # noqa: PLR2004 - HTTP


def blocked() -> Fault:
    """The person blocked the bot a moment ago."""
    return Fault(error=lambda: forbidden("bot was blocked by the user"))


def migrated(chat_id: int) -> Fault:
    """The group became a supergroup with another id."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return answering(400, description, parameters={"migrate_to_chat_id": chat_id})


def answering(code: int, description: str, *, parameters: dict[str, int] | None = None) -> Fault:
    """Any answer with `ok: false`."""
    return Fault(error=lambda: Refused(code=code, description=description, parameters=parameters))


def read_timeout(*, arrives: bool) -> Fault:
    """No answer came in time; the call may have arrived or not."""
    return raising(lambda: _caused(TimedOut(), TimeoutError("read")), arrives=arrives)


def pool_timeout() -> Fault:
    """No connection became free: nothing was sent."""
    return raising(lambda: TimedOut("Pool timeout: All connections in the connection pool are occupied."))


def connect_error() -> Fault:
    """Telegram could not be reached: nothing was sent."""
    return raising(lambda: _caused(NetworkError("Connection refused"), ConnectionRefusedError("refused")))


def raising(error: Callable[[], Exception], *, arrives: bool = False) -> Fault:
    """Whatever a request class may raise."""
    return Fault(error=error, arrives=arrives)


class Faults:
    """Accidents waiting for the next calls of a method, or of any."""

    def __init__(self) -> None:
        self._queues: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def add(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method go wrong, one fault each."""
        self._queues[method.lower()].extend(faults)

    def take(self, method: str) -> Fault | None:
        """Return what shall go wrong with this call, if anything."""
        for name in (method.lower(), ANY):
            if self._queues[name]:
                return self._queues[name].popleft()
        return None


def _caused(error: TelegramError, cause: BaseException) -> TelegramError:
    error.__cause__ = cause
    return error
