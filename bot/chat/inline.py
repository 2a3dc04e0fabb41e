"""Inline mode: what somebody types behind the bot's name, in any chat, is answered with a card of their own to send."""

import datetime as dt
import html
import logging
from collections.abc import Callable
from dataclasses import dataclass

from telegram import (
    InlineQuery,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.error import TelegramError

from bot.app import messages as m
from bot.app import setup, sharing
from bot.app.cards import Card, encode
from bot.app.knowledge import Knowledge, Texts
from bot.app.ports import Records, Store
from bot.app.turn import Turn
from bot.chat.card_words import in_words
from bot.chat.cards import card_of
from bot.chat.render import MOST_CAPTION, pieces
from bot.chat.words import Reader

LOGGER = logging.getLogger(__name__)
PICTURE, TEXT = "picture", "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What can be sent, and the button above it, which opens the private chat."""

    results: tuple[InlineQueryResult, ...] = ()
    button: InlineQueryResultsButton | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """Answers inline queries, each for the person who types it. `file_id` is Telegram's id of a card it has seen."""

    store: Store
    knowledge: Knowledge
    texts: Texts
    now: Callable[[], dt.datetime]
    file_id: Callable[[str], str | None]

    async def answer(self, query: InlineQuery) -> None:
        """Offer a card about what was typed; a query that nobody waits for any more is let go."""
        offer = await self.store.run(lambda records: self._offer(records, query))
        try:
            await query.answer(offer.results, cache_time=0, is_personal=True, button=offer.button)
        except TelegramError as error:
            LOGGER.info("an inline query could not be answered: %s", error.message)

    def _offer(self, records: Records, query: InlineQuery) -> Offer:
        now = self.now()
        runner = records.runner(query.from_user.id)
        if runner is None:
            return Offer(button=self._private(m.INLINE_UNKNOWN.key))
        turn = Turn(records=records, runner=runner, now=now, said_at=now, knowledge=self.knowledge)
        reply = sharing.to_show(turn, query.query)
        card = (
            None
            if reply is None or not reply.pictured
            else card_of(Reader(texts=self.texts, profile=runner.profile, now=now), reply)
        )
        return Offer(button=self._private(m.GROUP_OPEN.key)) if card is None else Offer(results=self._results(card))

    def _private(self, key: str) -> InlineQueryResultsButton:
        return InlineQueryResultsButton(self.texts.messages[key], start_parameter=setup.TODAY)

    def _results(self, card: Card) -> tuple[InlineQueryResult, ...]:
        """Return a card as a picture, where Telegram has it already, and as text."""
        text = in_words(card)
        title, *below = text.split("\n")
        escaped = html.escape(text, quote=False)
        article = InlineQueryResultArticle(
            TEXT, title, InputTextMessageContent(escaped, parse_mode="HTML"), description=" ".join(below[:1])
        )
        file_id = self.file_id(encode(card))
        if file_id is None:
            return (article,)
        caption = pieces(escaped, MOST_CAPTION)[0]
        picture = InlineQueryResultCachedPhoto(PICTURE, file_id, title=title, caption=caption, parse_mode="HTML")
        return (picture, article)
