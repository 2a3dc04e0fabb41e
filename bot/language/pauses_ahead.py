"""Pauses that name their days: "pause from 20 dec to 2 jan", "I'm away next week, no messages"."""

import datetime as dt
import re

from bot.language.meaning import Meaning, PauseReading
from bot.language.message import Message
from bot.language.time_off import AWAY, LEAD, ME, SPAN, days_of_span

_LONGEST = 100
_THEM = r"(?:(?:my|the|all|any|your|of|me|sending|those) )*(?:reminders?|messages?|notifications?|pings?|alerts?)"
_QUIET = (
    rf"(?:please )?(?:no {_THEM}|(?:do not|don't|dont) (?:message|remind|ping|write to|text|send)(?: me)?(?: {_THEM})?"
    rf"|(?:pause|mute|silence|stop|no more)(?: {_THEM}| everything| the bot)?|nothing from you)"
)
_THEN = r"(?: (?:please|pls|then|during that time|in that time|meanwhile|while i'm away))*"
_PAUSED = re.compile(rf"{LEAD}{ME}{_QUIET}(?: for)? {SPAN}{_THEN}", re.IGNORECASE)
_AWAY_QUIETLY = re.compile(rf"{LEAD}{ME}{AWAY} {SPAN}(?:[ ,.;:-]+(?:so|and))?[ ,.;:-]+{_QUIET}{_THEN}", re.IGNORECASE)


def read_pause_ahead(message: Message) -> tuple[Meaning, ...]:
    """Read a pause by its first and last day; one that only says how long it is begins now and is read elsewhere."""
    text = message.text.strip(" .!\n")
    if len(text) > _LONGEST or "?" in text:
        return ()
    said = _AWAY_QUIETLY.fullmatch(text) or _PAUSED.fullmatch(text)
    days = None if said is None else days_of_span(said["span"].strip(), message)
    return () if days is None else _paused(days, message.now.date())


def _paused(days: tuple[dt.date, dt.date], today: dt.date) -> tuple[PauseReading, ...]:
    first, last = days
    since = None if first <= today else first
    until = last + dt.timedelta(days=1)
    return (PauseReading(until=until, since=since),) if first <= last and until > today else ()
