"""A group with the bot in it."""

from bot.local.person import Person
from bot.local.refusals import Json, Refused, forbidden
from bot.local.world import World

# Ids of supergroups start here, ids of groups are small negative numbers.
_FIRST_SUPERGROUP = -1_000_000_000_000


class Group:
    """A group chat; its members are people who see and do everything here."""

    def __init__(self, *, world: World, title: str) -> None:
        self._world = world
        data: Json = {"id": -next(world.numbers), "type": "group", "title": title}
        self.chat = world.add_chat(data)
        self.members: list[Person] = []

    def add(self, person: Person) -> Person:
        """Bring somebody with a private chat into the group; the result acts and looks in the group."""
        member = Person(world=self._world, chat=self.chat, user=person.user)
        self.members.append(member)
        return member

    async def kick_bot(self) -> None:
        """Remove the bot from the group."""
        self.chat.refusal = forbidden("bot was kicked from the group chat")
        update = {
            "chat": self.chat.data,
            "from": self.members[0].user,
            "date": int(self._world.now().timestamp()),
            "old_chat_member": {"user": self._world.me, "status": "member"},
            "new_chat_member": {"user": self._world.me, "status": "kicked", "until_date": 0},
        }
        self._world.updates.add("my_chat_member", update)

    async def migrate(self) -> int:
        """Turn the group into a supergroup and return its new id; the old id is refused from now on."""
        old, sender = self.chat, self.members[0].user
        data: Json = {**old.data, "id": _FIRST_SUPERGROUP + old.id, "type": "supergroup"}
        self.chat = self._world.add_chat(data)
        for member in self.members:
            member.chat = self.chat
        left = self._world.add_message(old, sender, {"migrate_to_chat_id": self.chat.id})
        come = self._world.add_message(self.chat, sender, {"migrate_from_chat_id": old.id})
        self._world.updates.add("message", left)
        self._world.updates.add("message", come)
        old.refusal = Refused(
            code=400,
            description="Bad Request: group chat was upgraded to a supergroup chat",
            parameters={"migrate_to_chat_id": self.chat.id},
        )
        return self.chat.id
