"""The one question that matters, as buttons whose answers are used at once."""

import datetime as dt
from collections.abc import Callable, Mapping

from bot.app import messages as m
from bot.app.labels import CHECKIN_SAID
from bot.app.replies import button, rows
from bot.app.reply import Button, Line, say
from bot.guidance.answer import Answer
from bot.guidance.verdict import Unknown
from bot.training.runs import Run, RunKind

Asked = tuple[tuple[Line, ...], tuple[tuple[Button, ...], ...]]

TIMES = ("06:00", "07:00", "12:00", "17:00", "18:00", "19:00")
KINDS = (RunKind.EASY, RunKind.STEADY, RunKind.TEMPO, RunKind.INTERVALS, RunKind.LONG, RunKind.HILLS)
NIGHTS = ("sleep3", "sleep5", "sleep7")
EXPERIENCE = ((m.NEW_TO_IT, "0"), (m.SOME_WEEKS, "28"), (m.SOME_MONTHS, "180"), (m.A_YEAR, "365"))
"""Buttons for how long somebody has been lifting, in days."""


def question_lines(answer: Answer) -> Asked:
    """Return the question that an answer asks, and its buttons; nothing when there is none."""
    if answer.question is None:
        return (), ()
    return QUESTIONS[answer.question.asks](answer)


def night_question() -> Asked:
    """Return the question how long the last night was, and its buttons."""
    buttons = (button(say(CHECKIN_SAID[one]), "ci", one) for one in NIGHTS)
    return (say(m.ASK_SLEEP),), rows(buttons, width=2)


def _schedule(answer: Answer) -> Asked:
    days = [answer.day + dt.timedelta(days=n) for n in range(3)]
    asked = days[0].isoformat()
    hard = [button(say(m.HARD_ON, day=day), "hard", asked, day.isoformat(), RunKind.TEMPO.value) for day in days]
    long = [button(say(m.LONG_ON, day=day), "hard", asked, day.isoformat(), RunKind.LONG.value) for day in days]
    none = button(say(m.NONE_OF_THEM), "free", answer.day.isoformat())
    return (say(m.ASK_SCHEDULE, day=days[0]),), ((none,), tuple(hard), tuple(long))


def _lifting_since(answer: Answer) -> Asked:
    buttons = tuple(button(say(label), "lifting", answer.day.isoformat(), days) for label, days in EXPERIENCE)
    return (say(m.ASK_LIFTING),), rows(buttons, width=2)


def _run_time(answer: Answer) -> Asked:
    run = _run(answer)
    if run is None:
        return (), ()
    where = (answer.day.isoformat(), run.date.isoformat(), run.kind.value)
    buttons = [button(say(m.PLAIN, text=at), "time", *where, at.replace(":", "")) for at in TIMES]
    return (say(m.ASK_RUN_TIME, run=run),), rows(buttons, width=3)


def _run_kind(answer: Answer) -> Asked:
    run = _run(answer)
    if run is None:
        return (), ()
    where = (answer.day.isoformat(), run.date.isoformat(), run.kind.value)
    buttons = [button(say(m.PLAIN, text=kind.value), "kind", *where, kind.value) for kind in KINDS]
    return (say(m.ASK_RUN_KIND, run=run),), rows(buttons, width=3)


def _run_done(answer: Answer) -> Asked:
    run = _run(answer)
    if run is None:
        return (), ()
    where = (answer.day.isoformat(), run.date.isoformat(), run.kind.value)
    buttons = (button(say(m.RAN_IT), "ran", *where), button(say(m.SKIPPED_IT), "skipped", *where))
    return (say(m.ASK_RUN_DONE, run=run),), (buttons,)


def _unclear(_: Answer) -> Asked:
    return (say(m.TIRED_OR_PAIN),), ((button(say(m.TIRED), "tired"), button(say(m.PAIN), "pain")),)


def _run(answer: Answer) -> Run | None:
    return None if answer.question is None else answer.question.about.run


QUESTIONS: Mapping[Unknown, Callable[[Answer], Asked]] = {
    Unknown.SCHEDULE: _schedule,
    Unknown.LIFTING_SINCE: _lifting_since,
    Unknown.RUN_TIME: _run_time,
    Unknown.RUN_KIND: _run_kind,
    Unknown.RUN_DONE: _run_done,
    Unknown.UNCLEAR_PAIN: _unclear,
}
