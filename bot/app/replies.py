"""The shapes that replies share: something stored with its Undo, a question with its buttons, a refusal."""

import datetime as dt
from collections.abc import Iterable

from bot.app import messages as m
from bot.app.reply import Action, Button, Fact, Line, Mark, Message, Reply, Rows, Share, say
from bot.guidance.verdict import Verdict

_WORTH = {Verdict.HEAVY: m.PLANNED_YES, Verdict.LIGHT: m.PLANNED_LIGHT}


def stored(change_id: int, *lines: Line) -> Reply:
    """Return the echo of a change, with Undo."""
    return Reply(mark=Mark.STORED, lines=lines, buttons=((button(say(m.UNDO), "undo", str(change_id)),),))


def asked(*lines: Line, buttons: Iterable[tuple[Button, ...]] = ()) -> Reply:
    """Return a question back."""
    return Reply(mark=Mark.ASKS, lines=lines, buttons=tuple(buttons))


def refused(message: Message, **facts: Fact) -> Reply:
    """Return what would be right, after an input that is not."""
    return Reply(mark=Mark.REFUSED, lines=(say(message, **facts),))


def unable(message: Message, **facts: Fact) -> Reply:
    """Say what the bot does not know or cannot do."""
    return Reply(mark=Mark.UNABLE, lines=(say(message, **facts),))


def alert(message: Message, **facts: Fact) -> Reply:
    """Return a short notice on top of the chat, for a button that can do nothing any more."""
    return Reply(mark=Mark.UNABLE, lines=(say(message, **facts),), alert=True)


def button(label: Line, name: str, *args: str) -> Button:
    """Return a button that does one action."""
    return Button(label=label, action=Action(name=name, args=args))


def share_row(query: str) -> tuple[Button, ...]:
    """Return the button under a card that sends it to another chat, by what `sharing` answers to a query."""
    return (Button(label=say(m.SHARE), action=Share(query=query)),)


def worth(verdict: Verdict, at: dt.datetime) -> Line:
    """Say what the rules give for a lift at an instant."""
    return say(_WORTH.get(verdict, m.PLANNED_NO), at=at)


def rows(buttons: Iterable[Button], *, width: int) -> Rows:
    """Lay buttons out in rows of so many."""
    laid = tuple(buttons)
    return tuple(laid[start : start + width] for start in range(0, len(laid), width))
