"""Pauses that name their days: "pause from 20 dec to 2 jan", "I'm away next week, no messages"."""

import datetime as dt

from bot.language.meaning import Meaning, PauseReading
from bot.language.message import Message
from bot.language.time_off import days_of_span
from bot.language.whole_sentences import kept_of

_LONGEST = 100


def read_pause_ahead(message: Message) -> tuple[Meaning, ...]:
    """Read a pause by its first and last day; one that only says how long it is begins now and is read elsewhere."""
    if len(message.text) > _LONGEST or "?" in message.text:
        return ()
    said = kept_of("quiet_days", message.text, message.vocabulary, message.items)
    days = None if said is None else days_of_span(said, message)
    return () if days is None else _paused(days, message.now.date())


def _paused(days: tuple[dt.date, dt.date], today: dt.date) -> tuple[PauseReading, ...]:
    first, last = days
    since = None if first <= today else first
    until = last + dt.timedelta(days=1)
    return (PauseReading(until=until, since=since),) if first <= last and until > today else ()
