"""`/progress`: what the log adds up to, for the main exercise or another one."""

import datetime as dt
from collections.abc import Iterator

from bot.app import messages as m
from bot.app.labels import EXERCISES
from bot.app.red_flags import keep_flag, standing_flags
from bot.app.replies import button, refused, rows, share_row, unable
from bot.app.reply import Button, Mark, Replies, Reply, say
from bot.app.turn import Turn, values
from bot.guidance.breaks import Span
from bot.guidance.progress import Progress
from bot.guidance.progress import progress as worked_out
from bot.guidance.situation import Book, Situation
from bot.language.progress import read_exercise
from bot.training.lifts import Exercise
from bot.training.time import local_date


def progress(turn: Turn, text: str) -> Replies:
    """Show the progress of the main exercise, or of the one that a text names."""
    if not text.strip():
        return show(turn)
    exercise = read_exercise(text, turn.knowledge.vocabulary)
    return (refused(m.PROGRESS_EXPECTS),) if exercise is None else show(turn, exercise)


def show(turn: Turn, exercise: Exercise | None = None) -> Replies:
    """Show the progress with the other exercises as buttons; while a red flag stands only help is offered."""
    if standing_flags(turn):
        return keep_flag(turn)
    if exercise is not None and not exercise.is_deadlift:
        return (unable(m.PROGRESS_EXPECTS),)
    found = _worked_out(turn, exercise)
    if found is None:
        return (_nothing(exercise),)
    shared = "progress" if exercise is None else f"progress {exercise.value.replace('_', ' ')}"
    buttons = (*rows(map(_other, found.others), width=2), share_row(shared))
    return (Reply(progress=found, pictured=True, buttons=buttons),)


def to_show(turn: Turn, text: str) -> Reply | None:
    """Return the progress of the exercise that a text names, or the main one, for others to see; None without any."""
    found = _worked_out(turn, read_exercise(text, turn.knowledge.vocabulary))
    return None if found is None else Reply(progress=found, pictured=True)


def _worked_out(turn: Turn, exercise: Exercise | None) -> Progress | None:
    return worked_out(_book(turn), now=turn.now, pauses=_paused(turn), exercise=exercise)


def _nothing(exercise: Exercise | None) -> Reply:
    """Say that there is nothing to show, with the way to log something."""
    if exercise is not None:
        return unable(m.PROGRESS_NONE_OF, exercise=say(EXERCISES[exercise]))
    return Reply(mark=Mark.UNABLE, lines=(say(m.PROGRESS_EMPTY),), buttons=((button(say(m.MAYBE_LOG), "log"),),))


def _other(exercise: Exercise) -> Button:
    return button(say(EXERCISES[exercise]), "progress", exercise.value)


def _paused(turn: Turn) -> Iterator[Span]:
    """Yield the local days of each pause; `until` is the first day after it, and one ended on its first day is none."""
    for pause in values(turn.records.pauses.of(turn.runner.id)):
        first, last = pause.since or local_date(pause.at, turn.zone), pause.until - dt.timedelta(days=1)
        ended = None if pause.ended_at is None else local_date(pause.ended_at, turn.zone)
        if ended != first:
            yield Span(first=first, last=last if ended is None else min(last, ended))


def _book(turn: Turn) -> Book:
    """Return all that was ever said: decisions look at less of it."""
    records, owner = turn.records, turn.runner.id
    said = Situation(
        profile=turn.runner.profile,
        patterns=tuple(values(records.patterns.of(owner))),
        dated_runs=tuple(values(records.dated_runs.of(owner))),
        races=tuple(values(records.races.of(owner))),
        lifts=tuple(values(records.lifts.of(owner))),
        checkins=tuple(values(records.checkins.of(owner))),
        red_flags=tuple(values(records.red_flags.of(owner))),
        health=tuple(values(records.health.of(owner))),
    )
    return Book(said, turn.knowledge.thresholds)
