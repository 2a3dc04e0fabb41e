"""What would make an answer a better one, as text: the smallest changes, and what its question is worth."""

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.app import messages as m
from bot.app.reply import Fact, Message
from bot.chat.words import KINDS, Reader, tell
from bot.guidance.answer import Answer
from bot.guidance.changes import Change, ChangeKind
from bot.guidance.unknowns import Reply
from bot.guidance.verdict import Unknown, Verdict

VERDICTS: Mapping[Verdict, Message] = {Verdict.HEAVY: m.IF_YES, Verdict.LIGHT: m.IF_LIGHT}
REPLIES: Mapping[tuple[Unknown, str], Message] = {
    (Unknown.SCHEDULE, "none"): m.IF_NO_HARD_RUN,
    (Unknown.SCHEDULE, "hard"): m.IF_HARD_RUN,
    (Unknown.LIFTING_SINCE, "long"): m.IF_LIFTED_LONG,
    (Unknown.LIFTING_SINCE, "new"): m.IF_LIFTED_NEW,
    (Unknown.UNCLEAR_PAIN, "tired"): m.IF_TIRED,
    (Unknown.UNCLEAR_PAIN, "pain"): m.IF_PAIN,
    (Unknown.RUN_DONE, "ran"): m.IF_RAN,
    (Unknown.RUN_DONE, "skipped"): m.IF_SKIPPED,
}


def lines(reader: Reader, answer: Answer) -> list[str]:
    """Return one line of the changes that would raise the verdict, and one of what the open question is worth."""
    found = change_lines(reader, answer.changes, day=answer.day)
    if answer.question is not None:
        asked = answer.question
        best = _outcome(reader, asked.best, _reply(reader, asked.asks, asked.best_reply))
        worst = _outcome(reader, asked.worst, _reply(reader, asked.asks, asked.worst_reply))
        found.append(tell(reader, m.IT_DEPENDS, best=best[:1].upper() + best[1:], worst=worst))
    return found


def change_lines(reader: Reader, changes: Sequence[Change], *, day: dt.date | None) -> list[str]:
    """Return a line for each change; a slot on `day` is named by its time alone."""
    told = [_change(reader, one, day) for one in changes]
    firsts = [tell(reader, m.WITH_CHANGE, change=one[:1].upper() + one[1:]) for one in told[:1]]
    return firsts + [tell(reader, m.OR_WITH_CHANGE, change=one) for one in told[1:]]


def _change(reader: Reader, change: Change, day: dt.date | None) -> str:
    """Return "yes if tempo Tue 18:00 moves to Thu 5 Mar"."""
    what = tell(reader, CHANGES[change.kind], **_facts(reader, change, day))
    return _outcome(reader, change.verdict, what)


def _facts(reader: Reader, change: Change, day: dt.date | None) -> dict[str, Fact]:
    if change.kind is ChangeKind.SLOT and change.at is not None:
        local = change.at.astimezone(reader.zone)
        return {"at": f"{local:%H:%M}" if local.date() == day else reader.moment(change.at)}
    facts: dict[str, Fact] = {"run": change.run or ""}
    if change.to is not None:
        facts["day"] = change.to
    if change.other is not None:
        facts["other"] = change.other
    return facts


CHANGES: Mapping[ChangeKind, Message] = {
    ChangeKind.SLOT: m.CHANGE_SLOT,
    ChangeKind.MOVE: m.CHANGE_MOVE,
    ChangeKind.EXCHANGE: m.CHANGE_EXCHANGE,
    ChangeKind.DROP: m.CHANGE_DROP,
}


def _outcome(reader: Reader, verdict: Verdict, condition: str) -> str:
    return tell(reader, VERDICTS.get(verdict, m.IF_NO), condition=condition)


def _reply(reader: Reader, asks: Unknown, reply: Reply) -> str:
    if reply.kind is not None:
        return tell(reader, m.IF_KIND, kind=KINDS.get(reply.kind, reply.kind.value))
    if reply.time is not None:
        return tell(reader, m.IF_TIME, time=reply.time)
    return tell(reader, REPLIES[asks, reply.word])
