"""Replies become Bot API messages: marks, escaped text, keyboards, limits. The only place that escapes."""

import datetime as dt
import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.app.cards import encode
from bot.app.records import Lane, Method, OutMessage
from bot.app.reply import Action, Button, Countdown, Line, PrivateChat, Reply, Share
from bot.chat import cards, progress, running, topics, verdicts, weeks
from bot.chat.words import Reader

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_CALLBACK_BYTES = 64
MOST_ALERT = 200
MOST_LABEL = 60
CUT = "…"
COUNTDOWN = r'<tg-time unix="\1" format="r">\2</tg-time>'
"""Bot API, "Date-time entity formatting": relative, so that each person's app keeps it counting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where replies go: the chat, the message a pressed button sits on, and whose buttons they are.

    A reminder also says until when it is of use, and which row of the due table it belongs to; in a group `reply_to` is
    the message that is answered, and `bot` the name under which links find the bot. Without inline mode (`is_inline`)
    there is nothing to share by, and no button for it.
    """

    chat_id: int
    owner_id: int
    message_id: int | None = None
    lane: Lane = Lane.ANSWER
    expires_at: dt.datetime | None = None
    due_id: int | None = None
    reply_to: int | None = None
    bot: str = ""
    is_inline: bool = False


def render(reply: Reply, reader: Reader, target: Target) -> tuple[OutMessage, ...]:
    """Return the messages of a reply; a long text becomes several, the buttons sit on the last."""
    text = as_text(reply, reader)
    if reply.document is not None:
        return (_document(reply, text, target),)
    if reply.topic is not None and reply.topic.drawing is not None:
        return _with_picture(reply.topic.drawing, text, keyboard(reply.buttons, reader, target), target)
    if reply.pictured and (card := cards.card_of(reader, reply)) is not None:
        return _with_picture(encode(card), text, keyboard(reply.buttons, reader, target), target)
    parts = _in_html(reply, reader, text)
    if reply.in_place and target.message_id is not None and len(parts) == 1:
        return (_edit(parts[0], reply, reader, target),)
    return _texts(parts, keyboard(reply.buttons, reader, target), target)


def as_text(reply: Reply, reader: Reader) -> str:
    """Return a reply's whole text, not escaped yet."""
    lines = list(_lines(reply, reader))
    if reply.mark is not None:
        lines[:1] = [f"{reply.mark} {lines[0]}"]
    return "\n".join(lines)


def alert_text(reply: Reply, reader: Reader) -> str:
    """Return a notice short enough for the top of the chat."""
    return as_text(reply, reader)[:MOST_ALERT]


def keyboard(rows: Iterable[tuple[Button, ...]], reader: Reader, target: Target) -> dict[str, Any]:
    """Return the reply markup of some rows of buttons."""
    laid = [shown for row in rows if (shown := [one for one in row if _works(one, target)])]
    if not laid:
        return {}
    inline = [[_inline(button, reader, target) for button in row] for row in laid]
    return {"reply_markup": {"inline_keyboard": inline}}


def callback_data(action: Action, owner_id: int) -> str:
    """Return the data a button carries: whose it is, and what it does."""
    data = f"{owner_id}|{action.encode()}"
    if len(data.encode()) > MOST_CALLBACK_BYTES:
        raise ValueError(f"callback data of action {action.name} is over {MOST_CALLBACK_BYTES} bytes")
    return data


def read_callback(data: str) -> tuple[int | None, Action]:
    """Read callback data back; data that the bot never wrote has no owner."""
    owner, _, action = data.partition("|")
    known = owner.isascii() and owner.isdecimal()
    return (int(owner) if known else None), Action.decode(action)


def pieces(text: str, most: int) -> list[str]:
    """Cut an escaped text at line ends, then hard, so that no piece is over the limit or cuts an entity."""
    found = [""]
    for line in text.split("\n"):
        for part in _chunks(line, most):
            joined = f"{found[-1]}\n{part}" if found[-1] else part
            if len(joined) <= most:
                found[-1] = joined
            else:
                found.append(part)
    return found


def _in_html(reply: Reply, reader: Reader, text: str) -> list[str]:
    """Return a reply's text escaped and in pieces, its countdowns in the one tag that the bot makes.

    What anybody typed cannot become one: the sign they are marked by is one that the text holds nowhere.
    """
    marker = _unused_sign(text) if any(map(_counts_down, (*reply.lines, *reply.notes))) else ""
    marked = as_text(reply, replace(reader, marker=marker)) if marker else text
    moment = re.compile(f"{marker}([0-9]+){marker}([0-9:]+){marker}")
    found = pieces(html.escape(marked, quote=False), MOST_TEXT)
    return [moment.sub(COUNTDOWN, piece) for piece in found] if marker else found


def _counts_down(line: Line) -> bool:
    return any(
        isinstance(fact, Countdown) or (isinstance(fact, Line) and _counts_down(fact)) for fact in line.facts.values()
    )


def _unused_sign(text: str) -> str:
    """Return a sign of the private use area that a text does not hold; none where it holds all of them."""
    return next((sign for sign in map(chr, range(0xE000, 0xF900)) if sign not in text), "")


def _chunks(line: str, most: int) -> Iterator[str]:
    while len(line) > most:
        cut = most if "&" not in line[most - 8 : most] else line.rindex("&", 0, most)
        yield line[:cut]
        line = line[cut:]
    yield line


def _lines(reply: Reply, reader: Reader) -> Iterator[str]:
    if reply.answer is not None:
        yield verdicts.headline(reader, reply.answer)
        told = cards.today_lines if reply.pictured else verdicts.body
        yield from told(reader, reply.answer)
    yield from (reader.line(line) for line in reply.lines)
    yield from _shown(reply, reader)
    yield from (reader.line(line) for line in reply.notes)


def _shown(reply: Reply, reader: Reader) -> Iterator[str]:
    """Yield what stands between the lines and the notes."""
    if reply.explains is not None:
        yield from verdicts.explanation(reader, reply.explains)
    if reply.prescribes is not None:
        yield from verdicts.prescription_lines(reader, reply.prescribes)
    if reply.week is not None:
        yield from weeks.lines(reader, reply.week)
    if reply.progress is not None:
        yield from progress.lines(reader, reply.progress)
    if reply.run_advice is not None:
        yield from running.lines(reader, reply.run_advice)
    if reply.topic is not None:
        yield from topics.lines(reader, reply.topic)


def _texts(parts: list[str], markup: dict[str, Any], target: Target) -> tuple[OutMessage, ...]:
    """Return a text as one or more messages, with the buttons under the last."""
    *before, last = parts
    return (*(_send(piece, {}, target) for piece in before), _send(last, markup, target))


def _send(text: str, markup: dict[str, Any], target: Target) -> OutMessage:
    payload = {"chat_id": target.chat_id, "text": text, "parse_mode": "HTML", **markup, **_replying(target)}
    return OutMessage(
        chat_id=target.chat_id,
        method=Method.SEND,
        payload=payload,
        lane=target.lane,
        expires_at=target.expires_at,
        due_id=target.due_id,
    )


def _edit(text: str, reply: Reply, reader: Reader, target: Target) -> OutMessage:
    payload = {
        "chat_id": target.chat_id,
        "message_id": target.message_id,
        "text": text,
        "parse_mode": "HTML",
        **keyboard(reply.buttons, reader, target),
    }
    return OutMessage(chat_id=target.chat_id, method=Method.EDIT, payload=payload, lane=target.lane)


def _document(reply: Reply, text: str, target: Target) -> OutMessage:
    if reply.document is None:
        raise ValueError("a reply without a document cannot be sent as one")
    caption = pieces(html.escape(text, quote=False), MOST_CAPTION)[0]
    return OutMessage(
        chat_id=target.chat_id,
        method=Method.DOCUMENT,
        payload={"chat_id": target.chat_id, "caption": caption, "parse_mode": "HTML"},
        lane=target.lane,
        file_name=reply.document.name,
        document=reply.document.content,
    )


def _with_picture(name: str, text: str, markup: dict[str, Any], target: Target) -> tuple[OutMessage, ...]:
    """Return a picture with the text below it; a text too long for that follows as a message of its own."""
    escaped = html.escape(text, quote=False)
    fits = len(escaped) <= MOST_CAPTION
    caption = escaped if fits else escaped.partition("\n")[0]
    payload = {"chat_id": target.chat_id, "photo": name, "caption": caption, "parse_mode": "HTML", **_replying(target)}
    picture = OutMessage(
        chat_id=target.chat_id, method=Method.PHOTO, payload=payload | (markup if fits else {}), lane=target.lane
    )
    return (picture,) if fits else (picture, *_texts(pieces(escaped.partition("\n")[2], MOST_TEXT), markup, target))


def _replying(target: Target) -> dict[str, Any]:
    if target.reply_to is None:
        return {}
    return {"reply_parameters": {"message_id": target.reply_to, "allow_sending_without_reply": True}}


def _inline(button: Button, reader: Reader, target: Target) -> dict[str, Any]:
    return {"text": _shortened(reader.line(button.label)), **_does(button.action, target)}


def _shortened(label: str) -> str:
    """Return a label that fits, cut where a word ends: half a time would be another one."""
    if len(label) <= MOST_LABEL:
        return label
    kept = label[: MOST_LABEL - len(CUT)]
    words = kept if label[len(kept)] == " " else kept.rpartition(" ")[0]
    return (words or kept).rstrip(" ,:·") + CUT


def _works(button: Button, target: Target) -> bool:
    return target.is_inline or not isinstance(button.action, Share)


def _does(action: Action | PrivateChat | Share, target: Target) -> dict[str, str]:
    match action:
        case PrivateChat(start=start):
            return {"url": f"https://t.me/{target.bot}" + (f"?start={start}" if start else "")}
        case Share(query=query):
            return {"switch_inline_query": query}
    return {"callback_data": callback_data(action, target.owner_id)}
