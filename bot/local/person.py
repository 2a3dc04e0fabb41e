"""A person in a chat: writes, taps, sends files, and looks at what the bot did."""

from collections import Counter

from bot.local.entities import written_entities
from bot.local.messages import document
from bot.local.refusals import Json
from bot.local.shown import Button, ShownMessage, StoredFile, reply_buttons
from bot.local.world import ChatState, Deed, Entry, Query, Tap, World

LONGEST_MESSAGE = 4096


class NoSuchButton(AssertionError):
    """There is no button of that label; the message says which there are."""


class NothingCame(AssertionError):
    """The bot did not do what was waited for."""


class Person:
    """One person in one chat. Everything they do becomes an update; waiting for the bot is up to the caller."""

    def __init__(self, *, world: World, chat: ChatState, user: Json) -> None:
        self._world = world
        self._seen: Counter[Deed] = Counter()
        self.chat = chat
        self.user = user

    @property
    def id(self) -> int:
        """Return the person's user id."""
        return int(self.user["id"])

    @property
    def messages(self) -> list[ShownMessage]:
        """Return what the bot sent to this chat and did not delete, as it is now."""
        return self.messages_after(0)

    @property
    def received(self) -> int:
        """Return how many messages of the bot there are."""
        return len(self._from_bot())

    def messages_after(self, received: int) -> list[ShownMessage]:
        """Return the messages of the bot that follow the first so many."""
        return [self._shown(message) for message in self._from_bot()[received:]]

    @property
    def last(self) -> ShownMessage:
        """Return the newest message of the bot."""
        if not self.received:
            raise NothingCame("the bot has not sent anything to this chat")
        return self._shown(self._from_bot()[-1])

    @property
    def keyboard(self) -> list[list[Button]]:
        """Return the reply keyboard below the chat."""
        return reply_buttons(self.chat.keyboard)

    @property
    def alerts(self) -> list[str]:
        """Return what the bot said on this person's taps."""
        return [entry.text for entry in self._entries(Deed.ALERT) if entry.text]

    async def send(self, text: str, *, reply_to: ShownMessage | None = None) -> ShownMessage:
        """Write a message; like the apps, split what is too long for one. Return the (last) message."""
        stripped = text.strip()
        if not stripped:
            raise ValueError("Telegram does not send an empty message")
        for start in range(0, len(stripped), LONGEST_MESSAGE):
            part = stripped[start : start + LONGEST_MESSAGE]
            sent = await self.deliver(reply_to=reply_to, text=part, **_entities("entities", part))
        return sent

    async def send_location(self, latitude: float, longitude: float) -> ShownMessage:
        """Share a location."""
        return await self.deliver(location={"latitude": latitude, "longitude": longitude})

    async def send_document(
        self, name: str, content: bytes, *, mime_type: str = "application/octet-stream", caption: str = ""
    ) -> ShownMessage:
        """Send a file."""
        file = self._world.store(StoredFile(name=name, content=content, mime_type=mime_type))
        return await self.deliver(document=document(file), **_caption(caption))

    async def send_photo(self, content: bytes, *, caption: str = "") -> ShownMessage:
        """Send a picture; the app has already made something of it that Telegram can show."""
        file = self._world.store(StoredFile(name="photo.jpg", content=content, mime_type="image/jpeg"))
        size = {key: document(file)[key] for key in ("file_id", "file_unique_id", "file_size")}
        return await self.deliver(photo=[{**size, "width": 800, "height": 600}], **_caption(caption))

    async def send_sticker(self, emoji: str = "💪") -> ShownMessage:
        """Send a sticker."""
        file = self._world.store(StoredFile(name="sticker.webp", content=emoji.encode(), mime_type="image/webp"))
        ids = {"file_id": file.id, "file_unique_id": file.id[-16:], "type": "regular"}
        return await self.deliver(
            sticker={**ids, "width": 512, "height": 512, "is_animated": False, "is_video": False, "emoji": emoji}
        )

    async def deliver(self, *, reply_to: ShownMessage | None = None, **content: object) -> ShownMessage:
        """Send a message with any content that the Bot API knows: contact, voice, dice …"""
        if self.chat.is_private and self.chat.refusal is not None:
            await self.unblock_bot()
        replied = {"reply_to_message": reply_to.data} if reply_to else {}
        message = self._world.add_message(self.chat, self.user, {**replied, **content})
        self._tell("message", dict(message))
        return self._shown(message)

    async def edit(self, message: ShownMessage, text: str) -> ShownMessage:
        """Change a message that this person wrote."""
        mine = self.chat.messages[message.id]
        if mine["from"]["id"] != self.id:
            raise AssertionError("only one's own messages can be edited")
        mine.pop("entities", None)
        mine.update(text=text, edit_date=int(self._world.now().timestamp()), **_entities("entities", text))
        self._tell("edited_message", dict(mine))
        return self._shown(mine)

    async def press(self, label: str, *, message: ShownMessage | None = None) -> None:
        """Tap a button by its label: on a message, else on the newest that has it, else on the reply keyboard.

        The emoji around a label may be left out.
        """
        for shown in [message] if message else reversed(self.messages):
            if button := _find(shown.rows, label):
                return await self._tap(shown, button)
        if message is None and (button := _find(self.keyboard, label)):
            return await self.use(button)
        raise NoSuchButton(f"no button {label!r}; there are {self._labels(message)}")

    async def use(self, button: Button) -> None:
        """Tap a button of the reply keyboard: it writes its label."""
        if button.action != "text":
            raise NoSuchButton(f"the button {button.label!r} asks for something: {button.action}")
        if self.chat.keyboard and self.chat.keyboard.get("one_time_keyboard"):
            self.chat.keyboard = None
        await self.send(button.label)

    async def press_data(self, message: ShownMessage, data: str) -> None:
        """Tap a button that carries any data, also one that is gone, on a message that may be gone."""
        query_id = str(next(self._world.numbers))
        self._world.taps[query_id] = Tap(chat_id=self.chat.id, user_id=self.id, at=self._world.now())
        gone = {"chat": self.chat.data, "message_id": message.id, "date": 0}
        query = {
            "id": query_id,
            "from": self.user,
            "message": dict(self.chat.messages.get(message.id, gone)),
            "chat_instance": str(self.chat.id),
            "data": data,
        }
        self._tell("callback_query", query)

    async def type_inline(self, text: str) -> None:
        """Type something behind the bot's name, in any chat at all."""
        query_id = str(next(self._world.numbers))
        self._world.queries[query_id] = Query(user_id=self.id, at=self._world.now())
        self._world.updates.add("inline_query", {"id": query_id, "from": self.user, "query": text, "offset": ""})

    @property
    def offered(self) -> Json:
        """Return what the bot offered last to what this person typed behind its name: results and a button."""
        offers = [entry.message for entry in self._world.journal if self._is_offer(entry)]
        if not offers:
            raise NothingCame("the bot has not offered anything")
        return offers[-1]

    async def pick(self, result: Json) -> ShownMessage:
        """Send one of the offered results to this chat, from this person and by way of the bot."""
        return await self.deliver(via_bot=self._world.me, **result["content"])

    async def block_bot(self) -> None:
        """Block the bot: it can no longer write to this chat."""
        self._world.block(self.chat)
        self._world.updates.add("my_chat_member", self._membership("member", "kicked"))

    async def unblock_bot(self) -> None:
        """Let the bot write again."""
        self.chat.refusal = None
        self._world.updates.add("my_chat_member", self._membership("kicked", "member"))

    async def next_message(self, *, within: float = 5.0) -> ShownMessage:
        """Wait for the next message of the bot that was not waited for before."""
        return self._shown((await self._next(Deed.MESSAGE, within)).message)

    async def next_edit(self, *, within: float = 5.0) -> ShownMessage:
        """Wait for the bot's next edit that was not waited for before."""
        return self._shown((await self._next(Deed.EDIT, within)).message)

    async def next_alert(self, *, within: float = 5.0) -> str:
        """Wait for the bot's next answer to a tap that was not waited for before; it may be silent, that is empty."""
        return (await self._next(Deed.ALERT, within)).text

    async def _next(self, deed: Deed, within: float) -> Entry:
        position = self._seen[deed]
        if not await self._world.pulse.until(lambda: len(self._entries(deed)) > position, within=within):
            raise NothingCame(f"no {deed} within {within} s; the chat shows {[shown.text for shown in self.messages]}")
        self._seen[deed] += 1
        return self._entries(deed)[position]

    def _entries(self, deed: Deed) -> list[Entry]:
        return [
            entry
            for entry in self._world.journal
            if entry.deed == deed and entry.chat_id == self.chat.id and entry.user_id in {None, self.id}
        ]

    def _is_offer(self, entry: Entry) -> bool:
        return entry.deed is Deed.OFFER and entry.user_id == self.id

    async def _tap(self, shown: ShownMessage, button: Button) -> None:
        if button.action != "callback_data":
            raise NoSuchButton(f"the button {button.label!r} does not call the bot: {button.action} {button.value}")
        await self.press_data(shown, button.value)

    def _tell(self, kind: str, content: Json) -> None:
        """Let the bot know, unless it was thrown out of this chat."""
        if self.chat.refusal is None:
            self._world.updates.add(kind, content)

    def _labels(self, message: ShownMessage | None) -> list[str]:
        inline = [label for shown in ([message] if message else self.messages) for label in shown.labels]
        return inline + [button.label for row in self.keyboard for button in row]

    def _membership(self, old: str, new: str) -> Json:
        bot = self._world.me
        return {
            "chat": self.chat.data,
            "from": self.user,
            "date": int(self._world.now().timestamp()),
            "old_chat_member": {"user": bot, "status": old, "until_date": 0},
            "new_chat_member": {"user": bot, "status": new, "until_date": 0},
        }

    def _from_bot(self) -> list[Json]:
        bot = self._world.me["id"]
        return [message for message in self.chat.messages.values() if message["from"]["id"] == bot]

    def _shown(self, message: Json) -> ShownMessage:
        return self._world.shown(message)


def _find(rows: list[list[Button]], label: str) -> Button | None:
    buttons = [button for row in rows for button in row]
    exact = [button for button in buttons if button.label == label]
    alike = [button for button in buttons if _words(button.label) == _words(label)]
    return next(iter(exact or alike), None)


def _words(label: str) -> str:
    """Drop the emoji and space around a label."""
    words = [index for index, character in enumerate(label) if character.isalnum()]
    return label[words[0] : words[-1] + 1].casefold() if words else label


def _entities(name: str, text: str) -> Json:
    found = written_entities(text)
    return {name: found} if found else {}


def _caption(caption: str) -> Json:
    return {"caption": caption, **_entities("caption_entities", caption)} if caption else {}
