"""Pictures leave as a file once, and by the id that Telegram gave them from then on."""

import asyncio
import threading

import pytest

from bot.app.cards import TodayCard, Tone, encode
from bot.chat.transport.errors import UndrawableError
from bot.chat.transport.pictures import MOST_CARDS, Pictures
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


@pytest.mark.parametrize("name", ["triangle", "{", '{"kind":"week"}'])
async def test_what_cannot_be_drawn_is_said_without_anybodys_words(name: str) -> None:
    with pytest.raises(UndrawableError, match=r"^a picture cannot be drawn: (KeyError|ValidationError)$"):
        await _pictures(FakeFileIds()).named(name)


def _card(number: int) -> str:
    return encode(TodayCard(tone=Tone.YES, headline=f"Yes {number}", when="Mon 2 Mar"))


async def test_a_card_keeps_its_id_while_the_bot_runs_and_nothing_of_it_is_stored() -> None:
    known = FakeFileIds()
    pictures = _pictures(known)
    await pictures.uploaded(_card(1), "AgAC1")
    assert (await pictures.named(_card(1))).file_id == "AgAC1"
    assert (await pictures.named(_card(2))).file_id is None
    assert known.known == {}
    assert (await _pictures(known).named(_card(1))).file_id is None


async def test_only_so_many_cards_are_remembered_and_those_longest_unused_are_forgotten() -> None:
    pictures = _pictures(FakeFileIds())
    for number in range(MOST_CARDS):
        await pictures.uploaded(_card(number), f"AgAC{number}")
    await pictures.named(_card(0))  # asked for again, so it is not the oldest any more
    for number in range(MOST_CARDS, MOST_CARDS + 2):
        await pictures.named(_card(number))
    assert len(pictures._cards) == MOST_CARDS
    assert (await pictures.named(_card(0))).file_id == "AgAC0"
    assert (await pictures.named(_card(1))).file_id is None


async def test_no_words_of_a_card_are_remembered_beside_it() -> None:
    pictures = _pictures(FakeFileIds())
    await pictures.uploaded(_card(1), "AgAC1")
    beside = [*pictures._cards, *((one.file_name, one.file_id) for one in pictures._cards.values())]
    assert "Yes 1" in _card(1)
    assert "Yes 1" not in repr(beside)


async def test_the_file_of_a_card_is_not_called_by_what_it_says() -> None:
    assert (await _pictures(FakeFileIds()).named(_card(1))).file_name == "card.png"


async def test_two_chats_that_ask_at_once_get_the_same_picture() -> None:
    pictures = _pictures(FakeFileIds())
    first, second = await asyncio.gather(pictures.named("square"), pictures.named("square"))
    assert first.content == second.content
