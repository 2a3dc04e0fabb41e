"""The desk: one update becomes one turn, handled in one transaction together with the messages that answer it."""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

from telegram import Chat, Update, User
from telegram.error import TelegramError

from bot.app import (
    amending,
    apart,
    card_orders,
    dialogues,
    import_notes,
    imports,
    nights,
    open_lift,
    safety,
    screens,
    second_thoughts,
    talk,
    unheard,
)
from bot.app import messages as m
from bot.app.files import FileRead, FileWanted, Unusable
from bot.app.knowledge import Knowledge, Place, Texts
from bot.app.ports import Records, Store, StoreError
from bot.app.records import Runner
from bot.app.reply import Action, Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.chat.files import Then
from bot.chat.render import Target, alert_text, render
from bot.chat.words import Reader
from bot.training.profile import Profile

LOGGER = logging.getLogger(__name__)
DOWNTIME = dt.timedelta(minutes=1)
STORAGE_RETRY_S = 1.0
Wanted = PlaceWanted | FileWanted
"""What a use case needs from outside before it can answer; it is looked up between two transactions."""

Work = Callable[[Turn], Replies | Wanted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that handlers need, built once by the composition root.

    `find_places` looks a place's name up; it is slow and runs in a thread. `read_file` begins to fetch and
    read a file, and tells whether it did; `in_turn` waits for the turn of an update's chat. `wake` says that messages
    wait, `is_inline` whether Telegram lets the bot answer in other chats.
    """

    store: Store
    knowledge: Knowledge
    texts: Texts
    bot_id: int
    now: Callable[[], dt.datetime]
    wake: Callable[[], None]
    find_places: Callable[[str], tuple[Place, ...]]
    zone_at: Callable[[float, float], str | None]
    read_file: Callable[[Update, FileWanted, Then], bool]
    in_turn: Callable[[Update, Coroutine[Any, Any, None]], Awaitable[None]]
    is_inline: Callable[[], bool]
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def hold(self, update: Update, work: Work, *, screened: str = "", waits: Replies = ()) -> None:
        """Let a use case answer an update; `screened` is what the person typed, read for red flags first.

        `waits` is said where pain is answered instead.
        """
        wanted = await self._transaction(
            update,
            lambda turn: safety.first(_back(turn), screened, work, beside=apart.beside_pain, waits=waits),
        )
        if isinstance(wanted, PlaceWanted):
            places = await asyncio.to_thread(self.find_places, wanted.name)
            await self._transaction(update, lambda turn: talk.place_found(turn, wanted, wanted.among(places)))
        elif isinstance(wanted, FileWanted):
            await self._begin_reading(update, wanted)

    async def _begin_reading(self, update: Update, wanted: FileWanted) -> None:
        """Have a file read while its chat goes on: no red flag waits for it. Its update is handled when it is read."""
        began = self.now()

        async def show(read: FileRead) -> None:
            flag = await asyncio.to_thread(import_notes.flag_in, read, self.knowledge, began)
            offer = self._if_known(update, lambda turn: imports.offer(turn, read, flag), since=began)
            await self.in_turn(update, offer)

        if not self.read_file(update, wanted, show):
            await self._transaction(update, lambda turn: imports.offer(turn, Unusable.BUSY))

    async def _if_known(self, update: Update, work: Work, *, since: dt.datetime) -> None:
        """Let a use case answer an update later, unless its runner deleted everything meanwhile."""
        user = update.effective_user
        if user is not None and await self.store.run(lambda records: _is_known(records, user.id, since)):
            await self._transaction(update, work)
        else:
            await self.done(update)

    async def done(self, update: Update) -> None:
        """Mark an update as handled that needs no answer."""
        await self.store.run(lambda records: records.handled(self.bot_id, update.update_id, self.now()))

    def done_later(self, update: Update) -> None:
        """Mark an update as handled once the storage works again: its person was asked to send it anew."""
        task = asyncio.get_running_loop().create_task(self._done_at_last(update))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _done_at_last(self, update: Update) -> None:
        while True:
            try:
                await self.done(update)
            except StoreError:
                await asyncio.sleep(STORAGE_RETRY_S)
            else:
                return

    async def sorry(self, update: Update) -> None:
        """Tell the person that something went wrong; nothing of the failed turn was kept."""
        await self._transaction(update, lambda _: (Reply(mark=Mark.UNABLE, lines=(say(m.TROUBLE),)),))

    async def in_group(self, update: Update, place: Target, find: Callable[[], Replies]) -> None:
        """Answer in a group, where nothing is known of anybody; `find` reads and searches, so it runs off the loop."""

        def answer(records: Records) -> str:
            reader = Reader(texts=self.texts, profile=Profile(), now=self.now())
            replies = _sayable(update, find())
            for message in (one for reply in replies if not reply.alert for one in render(reply, reader, place)):
                records.send(message)
            records.handled(self.bot_id, update.update_id, self.now())
            return _alerts(replies, reader)

        alerts = await self.store.run(answer)
        self.wake()
        await _answer_button(update, alerts)

    async def _transaction(self, update: Update, work: Work) -> Wanted | None:
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None:
            await self.done(update)
            return None
        outcome, alerts = await self.store.run(lambda records: self._in_turn(records, update, user, chat, work))
        self.wake()
        await _answer_button(update, alerts)
        return outcome

    def _in_turn(
        self, records: Records, update: Update, user: User, chat: Chat, work: Work
    ) -> tuple[Wanted | None, str]:
        now = self.now()
        runner = _met(records, user, chat, now)
        turn = Turn(records=records, runner=runner, now=now, said_at=_said_at(update, now), knowledge=self.knowledge)
        outcome = work(turn)
        if isinstance(outcome, Wanted):
            return outcome, ""
        outcome = _sayable(update, outcome)
        replies = unheard.with_doubts(turn, outcome)
        after = records.runner(user.id)
        reader = Reader(texts=self.texts, profile=after.profile if after else Profile(), now=now)
        target = Target(
            chat_id=chat.id, owner_id=user.id, message_id=_pressed_message(update), is_inline=self.is_inline()
        )
        for reply in replies:
            if not reply.alert:
                for message in render(reply, reader, target):
                    records.send(message)
        if after is not None:
            lift = open_lift.standing(replace(turn, runner=after), outcome)
            standing = None if lift is None else _labels(lift, reader)
            shown = {**card_orders.shown(outcome), **second_thoughts.shown(outcome, now)}
            exact = _on_screens(outcome, reader)
            dialogues.expect(records, after.id, _labels(outcome, reader), standing, exact=exact, shown=shown)
        records.handled(self.bot_id, update.update_id, now)
        return None, _alerts(outcome, reader)


def _said_at(update: Update, now: dt.datetime) -> dt.datetime:
    """Return when a message was sent, if that is so long ago that the bot must have been down in between."""
    message = update.message or update.edited_message
    if message is None or now - message.date < DOWNTIME:
        return now
    return message.date


def _sayable(update: Update, replies: Replies) -> Replies:
    """Return replies as they can be shown: a notice on top of the chat answers a button, and nothing else."""
    if update.callback_query is not None:
        return replies
    return tuple(replace(reply, alert=False) if reply.alert else reply for reply in replies)


def _alerts(replies: Replies, reader: Reader) -> str:
    return "\n".join(alert_text(reply, reader) for reply in replies if reply.alert)


def _labels(replies: Replies, reader: Reader) -> dict[str, Action]:
    """Return what can be typed instead of tapped: the labels of the buttons of all that is asked.

    A plain yes or no is meant for the last question.
    """
    labels: dict[str, Action] = {}
    for reply in (one for one in replies if _asks(one)):
        buttons = (button for row in reply.buttons for button in row)
        own = {reader.line(one.label): one.action for one in buttons if isinstance(one.action, Action)}
        own |= dialogues.agreeing(own)
        plain = any(map(dialogues.is_yes_or_no, own))
        labels = {label: one for label, one in labels.items() if not (plain and dialogues.is_yes_or_no(label))} | own
    return labels


def _on_screens(replies: Replies, reader: Reader) -> dict[str, Action]:
    """Return what the buttons of the settings and the reminders do, which can be typed word for word."""
    buttons = (button for reply in replies if reply.mark is None for row in reply.buttons for button in row)
    return {
        reader.line(one.label): one.action
        for one in buttons
        if isinstance(one.action, Action) and one.action.name in screens.SWITCHES
    }


def _asks(reply: Reply) -> bool:
    question = reply.answer is not None and reply.answer.question is not None
    question = question or nights.is_asked_in(reply)
    return question or reply.mark in {Mark.ASKS, Mark.WARMUP} or amending.is_menu(reply)


def _met(records: Records, user: User, chat: Chat, now: dt.datetime) -> Runner:
    """Return the runner who writes, known or new."""
    runner = records.runner(user.id)
    if runner is None:
        runner = Runner(id=user.id, chat_id=chat.id, created_at=now)
        records.save_runner(runner)
    return runner


def _is_known(records: Records, user_id: int, since: dt.datetime) -> bool:
    """Tell whether the bot knew somebody at an instant and has not forgotten them since."""
    runner = records.runner(user_id)
    return runner is not None and runner.created_at <= since


def _back(turn: Turn) -> Turn:
    """Return the turn of somebody who can be reached: whoever shut the bot out and writes again is reminded again."""
    if turn.runner.reachable:
        return turn
    turn = turn.save(replace(turn.runner, reachable=True))
    turn.replan()
    return turn


def _pressed_message(update: Update) -> int | None:
    query = update.callback_query
    return query.message.message_id if query and query.message else None


async def _answer_button(update: Update, text: str) -> None:
    """Stop the button's spinner, with a notice where there is one; Telegram may have given up on an old query."""
    if update.callback_query is None:
        return
    try:
        await update.callback_query.answer(text=text or None, show_alert=bool(text))
    except TelegramError as error:
        LOGGER.info("a button press could not be answered: %s", error.message)
