"""Who has to wait after an error, and for how long. Times are monotonic seconds, passed in."""

from collections.abc import Callable
from math import inf


class Backoff:
    """Hold single chats back, or everything while Telegram cannot be reached.

    Waits double from `base_s` up to `cap_s`; `jitter` gives numbers from 0 to 1 that spread each over its upper half.
    """

    def __init__(self, *, base_s: float, cap_s: float, jitter: Callable[[], float]) -> None:
        self._base_s = base_s
        self._cap_s = cap_s
        self._jitter = jitter
        self._chats: dict[int, float] = {}
        self._network_until = -inf
        self._network_failures = 0

    def wait_s(self, failures: int) -> float:
        """Return how long to wait after so many failures in a row (at least one)."""
        full = min(self._cap_s, self._base_s * 2.0 ** min(failures - 1, 32))
        return full * (0.5 + self._jitter() / 2)

    def hold(self, chat_id: int, seconds: float, now: float) -> None:
        """Hold a chat's messages back."""
        self._chats[chat_id] = max(self._chats.get(chat_id, -inf), now + seconds)

    def network_failed(self, now: float) -> None:
        """Hold everything back, longer each time; calls that fail side by side count once."""
        if now >= self._network_until:
            self._network_failures += 1
            self._network_until = now + self.wait_s(self._network_failures)

    @property
    def probing(self) -> bool:
        """Tell whether nothing has come through since the last failure: one call at a time is enough to find out."""
        return self._network_failures > 0

    def network_works(self) -> None:
        """Forget earlier failures to connect."""
        self._network_failures = 0

    def held(self, now: float) -> frozenset[int]:
        """Return the chats that have to wait."""
        self._chats = {chat: until for chat, until in self._chats.items() if until > now}
        return frozenset(self._chats)

    def network_delay(self, now: float) -> float:
        """Return how long everything has to wait."""
        return max(0.0, self._network_until - now)

    def next_release(self, now: float) -> float:
        """Return how long until the first held chat may go on; infinite when none is held."""
        return max(0.0, min(self._chats.values(), default=inf) - now)
