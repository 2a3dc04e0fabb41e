"""A date in digits that may be two: two buttons ask for it, a date or a month can be typed, and all is taken anew."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from bot.app import asking, dialogues, health, log_menu, pausing, races, runs, why
from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.halves import PLACE
from bot.app.pressing import StaleButton, read_day
from bot.app.replies import button
from bot.app.reply import Action, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.dates_picked import picked_date
from bot.language.meaning import Doubt, Unread

COMMANDS: Mapping[str, Callable[[Turn, str], Replies]] = {
    "today": asking.today,
    "add": runs.add,
    "race": races.race,
    "log": log_menu.log,
    "health": health.health,
    "why": why.why,
    "pause": pausing.pause,
}
"""The commands that take a date."""

COMMAND = re.compile(r"/(?P<name>\w+) (?P<text>.+)", re.DOTALL)


def offered(turn: Turn, text: str, replies: Replies) -> Replies:
    """Return replies with a button for each date that one in a text may be; the text waits for the answer.

    Of several dates the first one is asked for, and then the next. Where something was kept already, or something else
    is in doubt too, nothing is offered.
    """
    open_ones = [one for reply in replies for one in reply.doubts]
    plain = not any(reply.mark is Mark.STORED or reply.buttons for reply in replies)
    if not open_ones or not plain or not all(_is_open(one, text) for one in open_ones):
        return replies
    dialogues.hold(turn, _with_place(text, open_ones[0]), dialogues.DATE)
    return (*(reply for reply in replies if not reply.doubts), _asked(open_ones[0]))


def _is_open(unread: Unread, text: str) -> bool:
    whole = unread.text.lower() in text.lower() and PLACE not in text
    return unread.doubt is Doubt.DATE_ORDER and bool(unread.options) and whole


def _with_place(text: str, unread: Unread) -> str:
    begin = text.lower().index(unread.text.lower())
    return f"{text[:begin]}{PLACE}{text[begin + len(unread.text) :]}"


def _asked(unread: Unread) -> Reply:
    """Ask back with a button for each date."""
    days = map(dt.date.fromisoformat, unread.options)
    buttons = tuple(button(say(m.PLAIN_DAY, day=day), dialogues.DATE, day.isoformat()) for day in days)
    return replace(ask_back(unread), buttons=(buttons,))


def typed(turn: Turn, text: str) -> Action | None:
    """Return the button that a typed date, or what tells it from the others, means; None where no dates wait."""
    waiting = dict(_waiting(turn))
    meant = picked_date(text, tuple(waiting), today=turn.today, vocabulary=turn.knowledge.vocabulary)
    return None if meant is None else waiting[meant]


def _waiting(turn: Turn) -> Iterator[tuple[dt.date, Action]]:
    for action in dialogues.taps(turn):
        if action.name == dialogues.DATE:
            with suppress(ValueError):
                yield dt.date.fromisoformat(action.args[0]), action


def told(turn: Turn, day: str) -> str | None:
    """Return the text that waits, with the date that was chosen in it; None where none does, or it is no date."""
    try:
        chosen = read_day(turn, day)
    except StaleButton:
        return None
    text = dialogues.held(turn, dialogues.DATE)
    dialogues.answered(turn, dialogues.DATE)
    return None if text is None else text.replace(PLACE, chosen.isoformat(), 1)


def by_command(turn: Turn, text: str) -> Replies | None:
    """Answer a command that waited; None for any other text."""
    match = COMMAND.fullmatch(text)
    if match is None or match["name"] not in COMMANDS:
        return None
    return offered(turn, text, COMMANDS[match["name"]](turn, match["text"]))
