"""Pictures leave as a file once, and by the id that Telegram gave them from then on."""

import asyncio
import threading

import pytest

from bot.chat.transport.pictures import Pictures
from tests.chat.transport.driving import FakeFileIds, draw


def _pictures(file_ids: FakeFileIds, *, bot_id: int = 1) -> Pictures:
    return Pictures(draw=draw, file_ids=file_ids, bot_id=bot_id)


async def test_a_picture_is_drawn_once_and_off_the_event_loop() -> None:
    threads: list[int] = []

    def slowly(name: str) -> bytes:
        threads.append(threading.get_ident())
        return draw(name)

    pictures = Pictures(draw=slowly, file_ids=FakeFileIds(), bot_id=1)
    first = await pictures.named("square")
    assert await pictures.named("square") is first
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


async def test_an_id_survives_a_restart_and_belongs_to_one_bot() -> None:
    known = FakeFileIds()
    await _pictures(known).uploaded("square", "AgAC1")
    assert (await _pictures(known).named("square")).file_id == "AgAC1"
    assert (await _pictures(known, bot_id=2).named("square")).file_id is None


async def test_a_newer_id_takes_the_older_ones_place() -> None:
    known = FakeFileIds()
    pictures = _pictures(known)
    await pictures.uploaded("square", "AgAC1")
    await pictures.uploaded("square", "AgAC2")
    assert (await pictures.named("square")).file_id == "AgAC2"
    assert list(known.known.values()) == ["AgAC2"]


async def test_an_unknown_picture_is_a_mistake_in_the_content_and_said_so() -> None:
    with pytest.raises(KeyError):
        await _pictures(FakeFileIds()).named("triangle")


async def test_two_chats_that_ask_at_once_get_the_same_picture() -> None:
    pictures = _pictures(FakeFileIds())
    first, second = await asyncio.gather(pictures.named("square"), pictures.named("square"))
    assert first.content == second.content
