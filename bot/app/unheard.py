"""What the bot owes a person who may have missed a reminder: to say so, once, when they next write."""

from bot.app import messages as m
from bot.app.replies import unable
from bot.app.reply import Mark, Replies
from bot.app.turn import Turn

MOST_NAMED = 3
"""After a long outage the latest reminders are enough."""


def with_doubts(turn: Turn, replies: Replies) -> Replies:
    """Put a line about reminders that may not have arrived before an answer.

    A stop stands alone, and a notice on top of the chat is no place for it: both leave it to the next answer.
    """
    if not replies or any(reply.alert or reply.mark is Mark.STOP for reply in replies):
        return replies
    doubtful = turn.records.take_doubtful_due(turn.runner.id)
    if not doubtful:
        return replies
    return (unable(m.REMINDER_IN_DOUBT, at=tuple(due.due_at for due in doubtful[-MOST_NAMED:])), *replies)
