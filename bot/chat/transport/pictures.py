"""Pictures that messages name: drawn once, uploaded once, and then sent by the id that Telegram gave them."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from bot.app.ports import FileIds


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn picture: its bytes (PNG), their hash, and Telegram's id of it once it has one."""

    content: bytes
    digest: str
    file_id: str | None = None


class Pictures:
    """Draw pictures off the event loop, and remember what Telegram has. `draw` raises KeyError for an unknown name."""

    def __init__(self, *, draw: Callable[[str], bytes], file_ids: FileIds, bot_id: int) -> None:
        self._draw = draw
        self._file_ids = file_ids
        self._bot_id = bot_id
        self._drawn: dict[str, Picture] = {}

    async def named(self, name: str) -> Picture:
        """Return a picture, drawn in a thread the first time."""
        known = self._drawn.get(name)
        if known is None:
            content = await asyncio.to_thread(self._draw, name)
            digest = hashlib.sha256(content).hexdigest()
            file_id = await self._file_ids.get(self._bot_id, digest)
            known = self._drawn[name] = Picture(content=content, digest=digest, file_id=file_id)
        return known

    async def uploaded(self, name: str, file_id: str) -> None:
        """Keep the id that Telegram gave a picture."""
        known = await self.named(name)
        if known.file_id != file_id:
            self._drawn[name] = Picture(content=known.content, digest=known.digest, file_id=file_id)
            await self._file_ids.put(self._bot_id, known.digest, file_id)
