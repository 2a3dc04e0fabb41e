"""`/help`, and the line for a command that does not exist."""

from bot.app import messages as m
from bot.app.replies import unable
from bot.app.reply import Message, Replies, Reply, say
from bot.app.turn import Turn

TOPICS: dict[str, Message] = {
    "today": m.HELP_TODAY,
    "schedule": m.HELP_SCHEDULE,
    "lifts": m.HELP_LIFTS,
    "log": m.HELP_LOG,
    "body": m.HELP_BODY,
    "health": m.HELP_HEALTH,
    "form": m.HELP_FORM,
    "reminders": m.HELP_REMINDERS,
    "settings": m.HELP_SETTINGS,
    "data": m.HELP_DATA,
}


def show(_: Turn, topic: str) -> Replies:
    """Show the overview, or the help of one topic."""
    return (page(topic),)


def page(topic: str) -> Reply:
    """Return the overview, or the help of one topic: the same for everybody."""
    return Reply(lines=(say(TOPICS.get(topic.strip().lower(), m.HELP)),))


def unknown_command(_: Turn, command: str) -> Replies:
    """Answer a command that does not exist."""
    return (unable(m.NO_SUCH_COMMAND, command=command[:40]),)
