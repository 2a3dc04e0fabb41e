"""What a runner can show to others: the answer about a day or a moment, the week, the progress; none of it is kept."""

import datetime as dt

from bot.app import progress, weeks
from bot.app.asking import FARTHEST, time_of
from bot.app.red_flags import standing_flags
from bot.app.reply import Reply
from bot.app.turn import Turn
from bot.guidance.answer import Answer, answer_day, answer_moment
from bot.guidance.situation import Book
from bot.guidance.verdict import Verdict
from bot.language.meaning import MomentReading, Part
from bot.language.moments import read_moment
from bot.training.time import instant


def to_show(turn: Turn, text: str) -> Reply | None:
    """Return what a text asks to be shown, about today when it names nothing; None where help is needed first."""
    if standing_flags(turn):
        return None
    match text.lower().split(maxsplit=1):
        case ["week"]:
            return weeks.to_show(turn)
        case ["progress", *exercise]:
            return progress.to_show(turn, "".join(exercise))
    answer = _answer(turn, text)
    return None if answer.verdict is Verdict.REFER else Reply(answer=answer, pictured=True)


def _answer(turn: Turn, text: str) -> Answer:
    book = turn.book()
    reading = read_moment(text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary) if text.strip() else None
    if not isinstance(reading, MomentReading) or reading.date is None:
        return answer_day(book, turn.today, now=turn.now)
    return _about(turn, book, reading, min(max(reading.date, turn.today), turn.today + FARTHEST))


def _about(turn: Turn, book: Book, reading: MomentReading, day: dt.date) -> Answer:
    if reading.part is Part.NOW:
        return answer_moment(book, turn.now, now=turn.now)
    time = time_of(turn, reading)
    if time is None or day != reading.date:
        return answer_day(book, day, now=turn.now)
    return answer_moment(book, max(turn.now, instant(day, time, turn.zone)), now=turn.now)
