"""A week that is told plainly inside a message that is not understood as a whole: what stands around it is let go."""

from collections.abc import Iterator

from bot.language.asking import is_modal
from bot.language.cuts_of_message import sentences
from bot.language.frames import Items, is_day, is_now, names_kind
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, WeekOf
from bot.language.meaning import DayEntry, Meaning, WeekReading
from bot.language.message import Message, is_quoted, message_of
from bot.language.openings import own_week, tells_no_own_week
from bot.language.run_words import tells_run
from bot.language.week import week_of
from bot.training.runs import RunKind

_FEWEST = 2
_LONG = 3
_OPENING = 3
_TURN_REACH = 2
_PAST_WORDS = frozenset(
    {"was", "were", "used to", "remember", "remember when", "back when", "back then", "did", "last year"}
)
_SUPPOSING = frozenset({"if", "would", "suppose", "imagine", "what if", "what if i", "hypothetically", "wish", "say i"})
_VERBS = frozenset({"is", "are", "would", "does", "do", "will", "isn't", "wouldn't", "is it"})
_ACTS = frozenset({"move", "swap", "skip", "missed", "done", "instead", "remind", "fix", "for_good"})
_TURNS = frozenset({"so", "but"})


def read_plain_week(message: Message) -> tuple[Meaning, ...]:
    """Read the sentences that list days with their runs; nothing where they tell of others, of what was, or suppose."""
    if message.is_essay or is_quoted(message.text) or tells_no_own_week(message.items):
        return ()
    parts = tuple(_of_now(tuple(sentences(message.items))))
    if any(map(_asks_for_runs, parts)):
        return ()
    listed = tuple(_own(tuple(part for part in parts if _is_of_list(part))))
    if any(map(_opens_a_question, listed)):
        return ()
    last = listed[-1][0].start if listed else 0
    if any(_is_past_or_supposed(part) for part in parts if part[0].start <= last) or any(map(_acts, listed)):
        return ()
    told = message_of(message, " ".join(message.text[part[0].start : part[-1].end] for part in listed))
    whole, _ = own_week(told.items)
    found = week_of(whole, told.context) if whole else None
    plain = found is not None and _is_plain(found) and tells_run(told.items, told.text)
    return (found,) if found is not None and plain else ()


def _of_now(parts: tuple[Items, ...]) -> tuple[Items, ...]:
    """Leave out what was where a sentence behind it begins with "now": "used to do track tuesdays. now: wed hills"."""
    now = (at for at, part in enumerate(parts) if at and any(map(is_now, part[:_TURN_REACH])))
    return parts[next(now, 0) :]


def _asks_for_runs(part: Items) -> bool:
    return any_mark(part, "?") and any_item(part, is_day) and names_kind(part)


def _is_of_list(part: Items) -> bool:
    """Tell whether a sentence names days, or a time that may be said for all of them, and asks nothing."""
    told = any_item(part, is_day) or any_value(part, Clock)
    return told and not any_mark(part, "?")


def _own(listed: tuple[Items, ...]) -> Iterator[Items]:
    """Leave out the days of somebody else that only say why the runner's own are as they are, in the first sentence."""
    for place, part in enumerate(listed):
        others = any_means(part[:_OPENING], "unsure", "others")
        turns = any_text(part, _TURNS)
        if not (place == 0 and len(listed) > 1 and others and turns):
            yield part


def _opens_a_question(part: Items) -> bool:
    """Tell whether a sentence asks before its first day: "what you think is mon easy wed tempo a good week"."""
    lead = part[: next((at for at, item in enumerate(part) if is_day(item)), len(part))]
    handed = any_mark(lead[-1:], ":")
    if lead and lead[0].text in _VERBS:
        return True
    return not handed and (any_means(lead, "ask", "what", "open", "when") or any_item(lead, is_modal))


def _is_past_or_supposed(part: Items) -> bool:
    past = any_text(part, _PAST_WORDS) or any_means(part, "unsure", "past")
    past = past or any(isinstance(item.value, WeekOf) and item.value.week < 0 for item in part)
    return past or any_text(part[:_OPENING], _SUPPOSING)


def _acts(part: Items) -> bool:
    return names_kind(part) and any_means(part, "action", *_ACTS)


def _is_plain(found: WeekReading) -> bool:
    """Tell whether most of what is read is a run that is named, on several days."""
    days = {entry.weekday for entry in found.entries}
    named = {entry.weekday for entry in found.entries if _is_named(entry)}
    enough = len(days) >= _LONG or (len(days) == _FEWEST == len(named))
    return enough and len(named) >= _FEWEST and len(found.unread) <= len(found.entries)


def _is_named(entry: DayEntry) -> bool:
    return entry.run.kind not in {RunKind.OTHER, RunKind.REST} or bool(entry.run.distance_km or entry.run.duration_min)
