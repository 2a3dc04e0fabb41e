"""Cards that are wanted in words, as the buttons under them would show or share them."""

from collections.abc import Mapping
from dataclasses import replace

from bot.app import dialogues, red_flags, sharing
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.follow_ups import FRESH
from bot.app.replies import share_row
from bot.app.reply import Action, Mark, Replies, Reply, Share, say
from bot.app.turn import Turn
from bot.language.card_orders import read_card_order

TODAY = "today"


def shown(replies: Replies) -> Mapping[str, str]:
    """Return what a card under some replies is shared by, as it is remembered of them; empty where there is none."""
    actions = [one.action for reply in replies for row in reply.buttons for one in row]
    shared = [one.query for one in actions if isinstance(one, Share)]
    offered = any(isinstance(one, Action) and one.name == "card" for one in actions)
    query = shared[-1] if shared else TODAY if offered else ""
    return {dialogues.CARD: query} if query else {}


def answer(turn: Turn, text: str) -> Replies:
    """Show the card that is wanted; nothing for any other text."""
    order = read_card_order(text, vocabulary=turn.knowledge.vocabulary)
    card_shown = None if order is None else dialogues.draft_of(turn, dialogues.CARD)
    if order is None or (order.any_one and not (order.what or card_shown)):
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    query = order.what or card_shown or _last_day(turn)
    card = sharing.to_show(turn, query)
    if card is None:
        return (today_answer(turn),)
    how = (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.SHARE_HOW),)),) if order.shared else ()
    return (replace(card, buttons=(share_row(query),)), *how)


def _last_day(turn: Turn) -> str:
    """Return the day of the answer that was given last, while it is fresh; else today."""
    record = turn.records.last_verdict(turn.runner.id)
    fresh = record is not None and turn.now - record.at <= FRESH and record.asked_day > turn.today
    return record.asked_day.isoformat() if fresh and record is not None else TODAY
