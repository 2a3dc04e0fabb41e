"""Pictures that messages name: drawn once, uploaded once, and then sent by the id that Telegram gave them."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.app.cards import is_card
from bot.app.ports import FileIds
from bot.chat.transport.errors import UndrawableError

MOST_CARDS = 64
"""How many cards are remembered; at most 200 KB each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn picture: its bytes (PNG), what its file is called, and Telegram's id of it once it has one."""

    content: bytes
    file_name: str
    file_id: str | None = None


class Pictures:
    """Draw pictures off the event loop, and remember what Telegram has.

    Drawings of the form guide are few, and their ids are kept for good. Cards are somebody's own: the newest ones are
    remembered while the bot runs, and nothing of them is stored. What remains of one after its person deleted
    everything, until newer cards take its place or the bot stops, is the picture, Telegram's id of it and a digest of
    its words, which only somebody with the same words finds: no words, and nothing that tells whose it is.
    """

    def __init__(self, *, draw: Callable[[str], bytes], file_ids: FileIds, bot_id: int) -> None:
        self._draw = draw
        self._file_ids = file_ids
        self._bot_id = bot_id
        self._drawn: dict[str, Picture] = {}
        self._cards: OrderedDict[bytes, Picture] = OrderedDict()

    async def named(self, name: str) -> Picture:
        """Return a picture, drawn in a thread the first time; raises UndrawableError when it cannot be."""
        return await self._card(name) if is_card(name) else await self._drawing(name)

    async def uploaded(self, name: str, file_id: str) -> None:
        """Keep the id that Telegram gave a picture."""
        if is_card(name):
            self._remember(name, replace(await self.named(name), file_id=file_id))
            return
        known = await self.named(name)
        if known.file_id != file_id:
            self._drawn[name] = replace(known, file_id=file_id)
            await self._file_ids.put(self._bot_id, _digest(known.content), file_id)

    def file_id(self, card: str) -> str | None:
        """Return Telegram's id of a card that was sent lately."""
        known = self._cards.get(_key(card))
        return None if known is None else known.file_id

    async def _drawing(self, name: str) -> Picture:
        known = self._drawn.get(name)
        if known is None:
            content = await self._content(name)
            file_id = await self._file_ids.get(self._bot_id, _digest(content))
            known = self._drawn[name] = Picture(content=content, file_name=f"{name}.png", file_id=file_id)
        return known

    async def _card(self, name: str) -> Picture:
        known = self._cards.get(_key(name))
        if known is None:
            known = Picture(content=await self._content(name), file_name="card.png")
        self._remember(name, known)
        return known

    def _remember(self, name: str, card: Picture) -> None:
        """Keep a card as the newest, and forget the one that was asked for longest ago when there are too many."""
        key = _key(name)
        self._cards[key] = card
        self._cards.move_to_end(key)
        if len(self._cards) > MOST_CARDS:
            self._cards.popitem(last=False)

    async def _content(self, name: str) -> bytes:
        """Draw; whatever goes wrong with a picture must not hold up its words."""
        try:
            return await asyncio.to_thread(self._draw, name)
        except Exception as error:
            # Only the kind of the error: its words can hold somebody's own.
            raise UndrawableError(f"a picture cannot be drawn: {type(error).__name__}") from error


def _key(card: str) -> bytes:
    """Return under what a card is remembered: a digest of its words."""
    return hashlib.sha256(card.encode()).digest()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
