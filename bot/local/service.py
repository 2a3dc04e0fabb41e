"""Telegram on this machine, put together."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from bot.local.api import BotApi, Call
from bot.local.faults import Fault
from bot.local.group import Group
from bot.local.person import Person
from bot.local.refusals import Json
from bot.local.request import LocalRequest
from bot.local.updates import Pulse, Updates
from bot.local.world import World

LOCAL_TOKEN: Final = "1:local"  # noqa: S105 - no secret: it opens nothing outside this process
FIRST_USER_ID: Final = 1001


class LocalTelegram:
    """A Bot API server in this process, the people who use it, and a record of what the bot asked of it.

    Ids go on from `first_update_id` (a number, or a function that is asked when the first update comes) and from
    `first_message_id` in every chat, so that a database which has seen earlier ones is not confused.
    """

    def __init__(
        self,
        *,
        now: Callable[[], dt.datetime],
        token: str = LOCAL_TOKEN,
        username: str = "deadlift_local_bot",
        first_update_id: int | Callable[[], int] = 1,
        first_message_id: int = 1,
        latency: float = 0.0,
        inline: bool = True,
    ) -> None:
        pulse = Pulse()
        self.token = token
        self.world = World(
            now=now,
            me=_bot(token, username, inline=inline),
            updates=Updates(first_id=first_update_id, pulse=pulse),
            pulse=pulse,
            first_message_id=first_message_id,
        )
        self.api = BotApi(world=self.world, latency=latency)

    @property
    def calls(self) -> list[Call]:
        """Return the calls that the bot made, without its polls."""
        return self.api.calls

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method."""
        return [call for call in self.calls if call.method == method]

    def request(self) -> LocalRequest:
        """Build a request class for a bot; an application takes one for its calls and one for its polls."""
        return LocalRequest(api=self.api, token=self.token)

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of a method (`*`: of any) go wrong, one fault each."""
        self.api.faults.add(method, *faults)

    def private_chat(
        self, *, first_name: str = "Ada", user_id: int | None = None, language_code: str = "en", username: str = ""
    ) -> Person:
        """Let a person open a chat with the bot, or return to it; ids count up from the same number every time."""
        number = user_id or FIRST_USER_ID + sum(chat.is_private for chat in self.world.chats.values())
        name = {"first_name": first_name} | ({"username": username} if username else {})
        user: Json = {"id": number, "is_bot": False, "language_code": language_code, **name}
        chat = self.world.chats.get(number) or self.world.add_chat({"id": number, "type": "private", **name})
        return Person(world=self.world, chat=chat, user=user)

    def group(self, *members: Person, title: str = "Running club") -> Group:
        """Open a group with the bot and some people in it."""
        group = Group(world=self.world, title=title)
        for member in members:
            group.add(member)
        return group

    async def taken_over(self, *, within: float = 5.0) -> bool:
        """Wait until the bot has confirmed every update; tell whether it did in time."""
        return await self.world.updates.confirmed(within=within)


def _bot(token: str, username: str, *, inline: bool) -> Json:
    return {
        "id": int(token.partition(":")[0]),
        "is_bot": True,
        "first_name": "Deadlift",
        "username": username,
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": inline,
    }
