"""When a message may leave: Telegram's limits, with people's answers before bulk.

Telegram asks bots to stay below 30 messages a second in all, about one a second in a chat (short bursts are
tolerated) and 20 a minute in a group. Nothing here sleeps or reads a clock: `now` is a monotonic time in seconds, and
the answer is how long to wait.
"""

from collections import deque
from dataclasses import dataclass
from math import inf
from typing import Protocol

from bot.app.records import Lane

_FREE_PER_SECOND = 30
_WINDOW_S = 1.0
_ON_THE_WAY_S = 1.0
"""A message whose call has had no answer for so long is taken to have arrived, or never to do so."""

_GROUP_WINDOW_S = 60.0
_GLOBAL_WITHIN_S = 10.0
_SWEEP_S = 60.0
_CATCH_UP_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much may leave, and how fast it grows again after a refusal.

    Bulk stops short of the limit, so that an answer finds a place at any time, and keeps an even pace, so that a place
    falls free every few hundredths of a second. `chat_burst` answers may follow each other at once in a chat (an echo,
    a question and a picture), which then has to be quiet for as long as that was early.
    """

    per_second: int = _FREE_PER_SECOND
    chat_interval_s: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20

    @property
    def reserve(self) -> int:
        """Return how many messages a second bulk leaves to answers: one of thirty."""
        return max(1, self.per_second // 30)

    @property
    def growth_per_s(self) -> float:
        """Return how much more a second may leave with each second after a pause: all again after six."""
        return self.per_second / 6


@dataclass(slots=True)
class _Place:
    """A message's place among those of its second: when it left, and when its call was over."""

    left: float
    over: float = inf

    def since(self, fastest: float) -> float:
        """Return since when it counts, where the fastest call takes so long."""
        return self.left + _ON_THE_WAY_S if self.over == inf else self.over - fastest


class Pacing(Protocol):
    """What the delivery asks before each message and tells after it."""

    @property
    def pays(self) -> bool:
        """Tell whether bulk leaves faster than Telegram sends it for nothing."""

    def lane_delay(self, lane: Lane, now: float, *, ahead: int = 0) -> float:
        """Return how long all messages of a lane must wait when `ahead` others leave first."""

    def chat_delay(self, chat_id: int, lane: Lane, now: float) -> float:
        """Return how long a message to this chat must wait."""

    def note_sent(self, chat_id: int, lane: Lane, now: float) -> None:
        """Remember that a message left."""

    def note_answered(self, chat_id: int, now: float) -> None:
        """Remember that the call of the last message to this chat is over."""

    def note_retry_after(self, chat_id: int, seconds: float, now: float) -> None:
        """Remember that Telegram refused a message to this chat and asked for a pause."""


class Unpaced:
    """No limits: for the chat on this machine, whose server has none."""

    pays = False

    def lane_delay(self, _lane: Lane, _now: float, *, ahead: int = 0) -> float:  # noqa: ARG002 - part of `Pacing`
        """Never wait."""
        return 0.0

    def chat_delay(self, _chat_id: int, _lane: Lane, _now: float) -> float:
        """Never wait."""
        return 0.0

    def note_sent(self, _chat_id: int, _lane: Lane, _now: float) -> None:
        """Forget it."""

    def note_answered(self, _chat_id: int, _now: float) -> None:
        """Forget it."""

    def note_retry_after(self, _chat_id: int, _seconds: float, _now: float) -> None:
        """Forget it: the delivery holds that chat back itself."""


class Pacer:
    """Telegram's limits. A refusal pauses its chat and bulk; two chats refused within 10 s pause everything.

    Telegram does not say whether it refused a chat or the bot, but a second chat that kept its own pace shows it.

    Two messages that leave a second apart may arrive closer. Nobody sees when one arrives, only that it had when its
    call was answered, and no call is answered faster than the fastest: that long before its answer a message counts.
    The fastest is that of the last messages: the way gets longer and shorter, and the first calls of all are slow.
    """

    def __init__(self, *, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        # Room for those of two seconds: of two messages the one that left first may arrive last.
        self._sent: deque[_Place] = deque(maxlen=2 * self._limits.per_second)
        self._on_the_way: dict[int, _Place] = {}
        self._bulk_free = -inf
        self._paused: dict[Lane, float] = dict.fromkeys(Lane, -inf)
        self._chat_paused: dict[int, float] = {}
        self._chat_free: dict[int, float] = {}
        self._groups: dict[int, deque[float]] = {}
        self._last_refusal: tuple[int, float] = (0, -inf)
        self._swept = -inf

    @property
    def pays(self) -> bool:
        """Tell whether bulk leaves faster than Telegram sends it for nothing."""
        return self._limits.per_second > _FREE_PER_SECOND

    def delay_for(self, chat_id: int, lane: Lane, now: float) -> float:
        """Return how long a message must wait; 0 is now."""
        return max(self.lane_delay(lane, now), self.chat_delay(chat_id, lane, now))

    def lane_delay(self, lane: Lane, now: float, *, ahead: int = 0) -> float:
        """Return how long all messages of a lane must wait when `ahead` others leave first."""
        if now < self._paused[lane]:
            return self._paused[lane] - now
        ceiling = self._ceiling(lane, now)
        wait = self._window_delay(ceiling - ahead, now)
        if lane is Lane.BULK:
            wait = max(wait, self._bulk_turn(now) + ahead * _WINDOW_S / ceiling - now)
        return max(0.0, wait)

    def chat_delay(self, chat_id: int, lane: Lane, now: float) -> float:
        """Return how long a message to this chat must wait."""
        early = (self._limits.chat_burst - 1) * self._limits.chat_interval_s if lane is Lane.ANSWER else 0.0
        free_at = max(self._chat_free.get(chat_id, -inf) - early, self._chat_paused.get(chat_id, -inf))
        group = self._groups.get(chat_id)
        if group is not None and len(group) == self._limits.group_per_minute:
            free_at = max(free_at, group[0] + _GROUP_WINDOW_S)
        return max(0.0, free_at - now)

    def note_sent(self, chat_id: int, lane: Lane, now: float) -> None:
        """Remember that a message left."""
        while self._sent and self._sent[0].over + _WINDOW_S <= now:
            self._sent.popleft()
        place = self._on_the_way[chat_id] = _Place(left=now)
        self._sent.append(place)
        self._chat_free[chat_id] = max(self._chat_free.get(chat_id, -inf), now) + self._limits.chat_interval_s
        if chat_id < 0:
            self._groups.setdefault(chat_id, deque(maxlen=self._limits.group_per_minute)).append(now)
        if lane is Lane.BULK:
            self._bulk_free = self._bulk_turn(now) + _WINDOW_S / self._ceiling(lane, now)
        self._sweep(now)

    def note_answered(self, chat_id: int, now: float) -> None:
        """Remember that the call of the last message to this chat is over."""
        place = self._on_the_way.pop(chat_id, None)
        if place is not None:
            place.over = now

    def note_retry_after(self, chat_id: int, seconds: float, now: float) -> None:
        """Remember that Telegram refused a message to this chat and asked for a pause."""
        last_chat, last_at = self._last_refusal
        everywhere = last_chat != chat_id and now - last_at <= _GLOBAL_WITHIN_S
        self._last_refusal = (chat_id, now)
        until = now + seconds
        self._chat_paused[chat_id] = max(self._chat_paused.get(chat_id, -inf), until)
        for lane in Lane if everywhere else (Lane.BULK,):
            self._paused[lane] = max(self._paused[lane], until)

    def _bulk_turn(self, now: float) -> float:
        """Return when bulk's turn is or was: what a late wake-up missed is made up for, for the pace is an average."""
        return max(self._bulk_free, now - _CATCH_UP_S)

    def _ceiling(self, lane: Lane, now: float) -> int:
        """Return how many messages a second this lane may bring the total to."""
        limits = self._limits
        growth = {each: limits.growth_per_s * max(0.0, now - self._paused[each]) for each in Lane}
        total = min(limits.per_second, limits.reserve + growth[Lane.ANSWER])
        if lane is Lane.BULK:
            total = min(total - limits.reserve, growth[Lane.BULK])
        return max(1, int(total))

    def _window_delay(self, places: int, now: float) -> float:
        """Return how long until fewer than `places` messages can have arrived in the last second."""
        if places <= 0:
            return _WINDOW_S
        if len(self._sent) < places:
            return 0.0
        fastest = min(place.over - place.left for place in self._sent)
        return sorted(place.since(fastest) for place in self._sent)[-places] + _WINDOW_S - now

    def _sweep(self, now: float) -> None:
        """Forget now and then what holds nobody back any more, so that memory does not grow with the chats."""
        if now < self._swept + _SWEEP_S:
            return
        self._swept = now
        self._on_the_way = {chat: place for chat, place in self._on_the_way.items() if place.left + _SWEEP_S > now}
        self._chat_free = {chat: at for chat, at in self._chat_free.items() if at > now}
        self._chat_paused = {chat: at for chat, at in self._chat_paused.items() if at > now}
        self._groups = {chat: log for chat, log in self._groups.items() if log[-1] + _GROUP_WINDOW_S > now}
