"""The ports in memory, and a Telegram that answers as it is told."""

import datetime as dt
import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from telegram import Bot
from telegram.request import BaseRequest, RequestData

from bot.app.ports import Records
from bot.app.records import Lane, Method, OutMessage, OutState, Queued

T = TypeVar("T")

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
BOT_ID = 123456
TOKEN = f"{BOT_ID}:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"


@dataclass
class Reports:
    """Remember what was reported."""

    seen: list[tuple[str, Exception]] = field(default_factory=list)

    def __call__(self, kind: str, error: Exception) -> None:
        self.seen.append((kind, error))

    @property
    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.seen]


@dataclass
class FakeInbox:
    """An inbox and the store behind it; `failures` are raised first."""

    rows: dict[int, str] = field(default_factory=dict)
    attempts: dict[int, int] = field(default_factory=dict)
    done: list[int] = field(default_factory=list)
    failures: deque[Exception] = field(default_factory=deque)
    keep_before_failing: bool = False
    commits: list[tuple[int, ...]] = field(default_factory=list)

    async def receive(self, _bot_id: int, updates: Mapping[int, str], _at: dt.datetime) -> frozenset[int]:
        if self.failures and not self.keep_before_failing:
            raise self.failures.popleft()
        fresh = frozenset(updates.keys() - self.rows.keys())
        self.rows = {**updates, **self.rows}
        self.commits.append(tuple(updates))
        if self.failures:
            raise self.failures.popleft()
        return fresh

    async def unhandled(self, _bot_id: int) -> Sequence[tuple[int, str, int]]:
        return [(key, self.rows[key], self.attempts.get(key, 0)) for key in sorted(self.rows) if key not in self.done]

    async def attempt(self, _bot_id: int, update_id: int) -> int:
        if self.failures:
            raise self.failures.popleft()
        self.attempts[update_id] = self.attempts.get(update_id, 0) + 1
        return self.attempts[update_id]

    async def prune(self, _before: dt.datetime) -> int:
        return 0

    async def run(self, work: Callable[[Records], T]) -> T:
        """Play the store, of whose records only `handled` is used here."""
        return work(cast("Records", self))

    def handled(self, _bot_id: int, update_id: int, _at: dt.datetime) -> None:
        self.done.append(update_id)


@dataclass
class FakeOutbox:
    """An outbox that behaves as the port says; `history` holds the states in the order they were committed."""

    rows: dict[int, Queued] = field(default_factory=dict)
    history: list[tuple[int, OutState]] = field(default_factory=list)
    errors: dict[int, str | None] = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)
    takes: int = 0
    failures: deque[Exception] = field(default_factory=deque)

    def add(self, message: OutMessage, *, state: OutState = OutState.PENDING, attempts: int = 0) -> int:
        number = len(self.rows) + 1
        self.rows[number] = Queued(id=number, message=message, state=state, attempts=attempts)
        return number

    def state(self, number: int) -> OutState:
        return self.rows[number].state

    async def take(self, limit: int, at: dt.datetime, *, skip: frozenset[int]) -> Sequence[Queued]:
        self.takes += 1
        self._may_fail()
        due = [row for row in self.rows.values() if self._due(row, at) and row.message.chat_id not in skip]
        due.sort(key=lambda row: (row.message.lane is Lane.BULK, row.id))
        return due[:limit]

    async def sending(self, ids: Sequence[int]) -> None:
        for number in ids:
            row = self.rows[number]
            self._put(replace(row, state=OutState.SENDING, attempts=row.attempts + 1))

    async def settle(self, message_id: int, state: OutState, _at: dt.datetime, *, error: str | None = None) -> None:
        self._may_fail()
        self.errors[message_id] = error
        row = self.rows[message_id]
        given_back = state is OutState.PENDING and row.state is OutState.SENDING
        self._put(replace(row, state=state, attempts=row.attempts - given_back))

    async def recover(self) -> int:
        lost = [row for row in self.rows.values() if row.state is OutState.SENDING]
        for row in lost:
            self._put(replace(row, state=OutState.UNKNOWN))
        return len(lost)

    async def unreachable(self, chat_id: int) -> None:
        self.gone.append(chat_id)

    async def moved(self, old_chat_id: int, new_chat_id: int) -> None:
        for row in self.rows.values():
            if row.message.chat_id == old_chat_id:
                self.rows[row.id] = replace(row, message=replace(row.message, chat_id=new_chat_id))

    async def prune(self, _before: dt.datetime) -> int:
        return 0

    def _due(self, row: Queued, at: dt.datetime) -> bool:
        if row.message.expires_at is not None and row.message.expires_at <= at:
            return False
        return row.state is OutState.PENDING or (row.state is OutState.UNKNOWN and row.attempts == 1)

    def _put(self, row: Queued) -> None:
        self.rows[row.id] = row
        self.history.append((row.id, row.state))

    def _may_fail(self) -> None:
        if self.failures:
            raise self.failures.popleft()


def message(
    chat_id: int = 7, text: str = "hello", *, lane: Lane = Lane.ANSWER, method: Method = Method.SEND, **payload: object
) -> OutMessage:
    """Return an outgoing message."""
    return OutMessage(chat_id=chat_id, method=method, lane=lane, payload={"text": text, **payload})


Answer = tuple[int, dict[str, Any]] | Exception
Call = tuple[str, dict[str, Any]]


class FakeTelegram(BaseRequest):
    """Answer calls without a network: first the `script`, then a plain success."""

    def __init__(self, *script: Answer) -> None:
        self.script = deque(script)
        self.calls: list[Call] = []
        self.before: Callable[[Call], Any] | None = None

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        return None

    async def shutdown(self) -> None:
        return None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_args: object, **_kwargs: object
    ) -> tuple[int, bytes]:
        assert method == "POST"
        call: Call = (url.rsplit("/", 1)[1], dict(request_data.parameters) if request_data else {})
        if call[0] == "getMe":
            return _answer({"id": BOT_ID, "is_bot": True, "first_name": "Bot", "username": "a_bot"})
        self.calls.append(call)
        if self.before is not None:
            await self.before(call)
        if self.script:
            scripted = self.script.popleft()
            if isinstance(scripted, Exception):
                raise scripted
            return scripted[0], json.dumps(scripted[1]).encode()
        chat_id = call[1].get("chat_id", 0)
        return _answer({"message_id": len(self.calls), "date": 0, "chat": {"id": chat_id, "type": "private"}})

    @property
    def sent(self) -> list[tuple[int, str]]:
        """Return chat and text of each call, in order."""
        return [(params["chat_id"], params.get("text", "")) for _, params in self.calls]

    def bot(self) -> Bot:
        return Bot(TOKEN, request=self, get_updates_request=self)


def refusal(code: int, description: str, **parameters: int) -> Answer:
    """Return an error as Telegram words it."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return code, body | ({"parameters": parameters} if parameters else {})


def _answer(result: dict[str, Any]) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()


def update_json(update_id: int, chat_id: int = 7, text: str = "hi") -> dict[str, Any]:
    """Return an update with a text message, as Telegram sends it."""
    person = {"id": chat_id, "is_bot": False, "first_name": "Ann"}
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1772452800,
            "chat": {"id": chat_id, "type": "private", "first_name": "Ann"},
            "from": person,
            "text": text,
        },
    }
