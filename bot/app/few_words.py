"""Few words that can only be meant for what was told, shown or asked right before."""

from bot.app import (
    amending,
    better,
    card_orders,
    deleting,
    felt_lifts,
    gym_typed,
    keeping,
    race_lengths,
    race_priorities,
    short_answers,
    unit_meant,
)
from bot.app.reply import Replies
from bot.app.turn import Turn


def answer(turn: Turn, text: str) -> Replies:
    """Answer words about the body, a lift, a race or a card of just now; nothing for any other text."""
    of_body = short_answers.answer(turn, text) or better.answer(turn, text)
    of_lift = of_body or gym_typed.typed(turn, text) or amending.answer(turn, text)
    of_lift = of_lift or felt_lifts.answer(turn, text) or unit_meant.answer(turn, text) or deleting.answer(turn, text)
    of_race = of_lift or race_priorities.answer(turn, text) or race_lengths.answer(turn, text)
    return of_race or card_orders.answer(turn, text) or keeping.answer(turn, text)
