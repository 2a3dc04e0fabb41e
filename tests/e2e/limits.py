"""Telegram's limits as a server minds them: 30 messages a second, 1 a second in a chat, 20 a minute in a group.

Messages that are paid for have a limit of their own: 1,000 a second, or what a test wants to hold them to.
"""

import math
from collections import defaultdict, deque

IN_ALL = 30
PAID = 1000
CHAT_BURST = 3
"""Telegram tolerates short bursts in a chat; nobody says how short."""

IN_GROUP = 20
MINUTE_S = 60.0


class Limits:
    """Decides which messages are too many, and counts them in `broken`. Times are seconds of one monotonic clock."""

    def __init__(self, *, paid: int = PAID) -> None:
        self.broken = 0
        self._free: deque[float] = deque(maxlen=IN_ALL)
        self._paid: deque[float] = deque(maxlen=paid)
        self._chats: dict[int, float] = defaultdict(lambda: -math.inf)
        self._groups: defaultdict[int, deque[float]] = defaultdict(lambda: deque(maxlen=IN_GROUP))

    def refusal(self, chat_id: int, now: float, *, paid: bool = False) -> int | None:
        """Return how many seconds to wait when a message now is one too many, else count it as sent."""
        beside = self._paid if paid else self._free
        wait = max(_wait_beside(beside, now), self._wait_in_chat(chat_id, now), self._wait_in_group(chat_id, now))
        if wait > 0:
            self.broken += 1
            return math.ceil(wait)
        beside.append(now)
        self._chats[chat_id] = max(self._chats[chat_id], now) + 1.0
        if chat_id < 0:
            self._groups[chat_id].append(now)
        return None

    def _wait_in_chat(self, chat_id: int, now: float) -> float:
        return self._chats[chat_id] - (CHAT_BURST - 1) - now

    def _wait_in_group(self, chat_id: int, now: float) -> float:
        sent = self._groups[chat_id]
        return sent[0] + MINUTE_S - now if len(sent) == IN_GROUP else 0.0


def _wait_beside(sent: deque[float], now: float) -> float:
    return sent[0] + 1.0 - now if len(sent) == sent.maxlen else 0.0
