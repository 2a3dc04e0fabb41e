"""A week that is told plainly inside a message that is not understood as a whole: what stands around it is let go."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.asking import is_modal
from bot.language.cuts_of_message import sentences
from bot.language.frames import RUN_ACTS, Items, is_day, is_now, names_kind
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, Days, PartOfDay, WeekOf
from bot.language.meaning import DayEntry, Meaning, WeekReading
from bot.language.message import Message, is_quoted, message_of
from bot.language.openings import own_week, tells_no_own_week
from bot.language.plain_asides import without_asides
from bot.language.run_words import is_stranger, tells_run
from bot.language.week import week_of
from bot.training.runs import RunKind

_FEWEST = 2
_LONG = 3
_OPENING = 3
_TURN_REACH = 2
_OBJECT_REACH = 3
_PAST_WORDS = frozenset(
    {"was", "were", "used to", "remember", "remember when", "back when", "back then", "did", "last year"}
)
_SUPPOSING = frozenset({"if", "would", "suppose", "imagine", "what if", "what if i", "hypothetically", "wish", "say i"})
_VERBS = frozenset({"is", "are", "would", "does", "do", "will", "isn't", "wouldn't", "is it"})
_ACTS = frozenset({"move", "swap", "skip", "missed", "done", "instead", "remind", "fix", "for_good"})
_TURNS = frozenset({"so", "but"})
_ME = frozenset({"i", "i'm", "im", "i'll", "i'd"})
_NODS = frozenset({"right", "ok", "okay", "yeah", "yes", "correct"})


def read_plain_week(message: Message) -> tuple[Meaning, ...]:
    """Read the sentences that list days with their runs, as they stand or without the clauses that tell none of it."""
    if found := _week_in(message):
        return found
    bared = without_asides(message) if not message.is_essay else None
    return _week_in(bared) if bared is not None else ()


def _week_in(message: Message) -> tuple[Meaning, ...]:
    """Read what lists days with their runs; nothing where it tells of others, of what was, or supposes."""
    if message.is_essay or is_quoted(message.text) or tells_no_own_week(message.items):
        return ()
    parts = tuple(_of_now(tuple(sentences(message.items))))
    if any(_asks_for_runs(part) and not _is_doubted(part) for part in parts):
        return ()
    listed = tuple(_own(tuple(part for part in parts if _is_of_list(part))))
    sure = tuple(part for part in listed if not _is_doubted(part))
    last = listed[-1][0].start if listed else 0
    before = (part for part in parts if part[0].start <= last and not _is_doubted(part))
    if any(map(_is_past_or_supposed, before)) or any(_acts(part) or _opens_a_question(part) for part in sure):
        return ()
    told = _told(message, sure)
    whole, _ = own_week(told.items)
    found = week_of(whole, told.context) if whole else None
    if (
        found is None
        or not _is_plain(found, told.items)
        or not (tells_run(told.items, told.text) or _clubs(told.items))
    ):
        return ()
    if len(sure) < len(listed):
        # What is in doubt is asked about.
        told = _told(message, listed)
        found = week_of(own_week(told.items)[0] or told.items, told.context)
    return (found,)


def _told(message: Message, listed: tuple[Items, ...]) -> Message:
    return message_of(message, " ".join(_said(message, _behind_lead(part)) for part in listed))


def _said(message: Message, part: Items) -> str:
    return message.text[part[0].start : part[-1].end]


def _is_doubted(part: Items) -> bool:
    """Tell whether a sentence only doubts when a run is: "tempo tues i think?", "or was it thurs"."""
    days = any(map(is_day, part))
    unsure = any(item.means("unsure") == "word" for item in part)
    asks = any(item.means("ask") in {"what", "open", "when"} or is_modal(item) for item in part)
    return days and not asks and (part[0].is_word("or") or (unsure and any(item.is_mark("?") for item in part)))


def _behind_lead(part: Items) -> Items:
    """Leave out what leads to a list, up to its colon, where "I" run: "we share the car so I run when I can: mon …"."""
    first = next((at for at, item in enumerate(part) if is_day(item)), 0)
    colon = next((at for at in range(first - 1, -1, -1) if part[at].is_mark(":")), -1)
    lead = part[: colon + 1]
    mine = any(one.text in _ME and any(item.text in RUN_ACTS for item in lead[at:]) for at, one in enumerate(lead))
    return part[colon + 1 :] if mine else part


def _of_now(parts: tuple[Items, ...]) -> tuple[Items, ...]:
    """Leave out what was where a sentence behind it begins with "now": "used to do track tuesdays. now: wed hills"."""
    now = (at for at, part in enumerate(parts) if at and any(map(is_now, part[:_TURN_REACH])))
    return parts[next(now, 0) :]


def _asks_for_runs(part: Items) -> bool:
    return _asks(part) and any_item(part, is_day) and names_kind(part)


def _asks(part: Items) -> bool:
    """Tell whether a sentence asks; "…, right?" only wants a nod."""
    mark = next((at for at, item in enumerate(part) if item.is_mark("?")), None)
    return mark is not None and not (mark > 1 and part[mark - 1].text in _NODS and part[mark - 2].is_mark(","))


def _is_of_list(part: Items) -> bool:
    """Tell whether a sentence names days, or a time that may be said for all of them, and asks nothing."""
    told = any_item(part, is_day) or any_value(part, Clock)
    return told and (not _asks(part) or _is_doubted(part))


def _own(listed: tuple[Items, ...]) -> Iterator[Items]:
    """Leave out the days of somebody else that only say why the runner's own are as they are, in the first sentence."""
    for place, part in enumerate(listed):
        others = any_means(part[:_OPENING], "unsure", "others")
        turns = any_text(part, _TURNS)
        if not (place == 0 and len(listed) > 1 and others and turns and _behind_lead(part) == part):
            yield part


def _opens_a_question(part: Items) -> bool:
    """Tell whether a sentence asks before its first day: "what you think is mon easy wed tempo a good week"."""
    lead = part[: next((at for at, item in enumerate(part) if is_day(item)), len(part))]
    handed = any_mark(lead, ":")
    if lead and lead[0].text in _VERBS:
        return True
    return not handed and (any_means(lead, "ask", "what", "open", "when") or any_item(lead, is_modal))


def _is_past_or_supposed(part: Items) -> bool:
    past = any_text(part, _PAST_WORDS) or any_means(part, "unsure", "past")
    past = past or any(isinstance(item.value, WeekOf) and item.value.week < 0 for item in part)
    return past or any_text(part[:_OPENING], _SUPPOSING)


def _acts(part: Items) -> bool:
    """Tell whether a run or a day is moved or left out; "I push the buggy" and "I drop them" do nothing to one."""
    acts = (at for at, item in enumerate(part) if item.means("action") in _ACTS and not item.text.startswith("no "))
    # "Saturdays parkrun but jogged": of several habits nothing is over.
    habits = sum(isinstance(item.value, Days) and item.value.habit for item in part) > 1
    acts = (at for at in acts if not (habits and part[at].means("action") == "done"))
    return names_kind(part) and any(not _is_of_things(part, at) for at in acts)


def _is_of_things(part: Items, at: int) -> bool:
    """Tell whether what is moved or dropped is no run: some word behind "I" and it names nothing of a week."""
    mine = part[at].means("action") in {"move", "skip"} and at > 0 and part[at - 1].text in _ME
    behind = part[at + 1 : at + 1 + _OBJECT_REACH]
    return mine and bool(behind) and not any(is_day(item) or names_kind((item,)) for item in behind)


def _is_plain(found: WeekReading, items: Items) -> bool:
    """Tell whether most of what is read is a run that is named, on several days; of a habit its time is enough.

    One day is a week where it is a habit with a run and its time.
    """
    habit = _clubs(items) or any(
        item.is_word("weekly") or (isinstance(item.value, Days) and item.value.habit) for item in items
    )
    days = {entry.weekday for entry in found.entries}
    named = {entry.weekday for entry in found.entries if _is_named(entry)}
    told = named | {entry.weekday for entry in found.entries if habit and (entry.run.time or entry.part)}
    if len(found.unread) > len(found.entries):
        return False
    if len(days) == 1:
        return habit and not found.unread and all(_is_named(entry) and entry.run.time for entry in found.entries)
    return bool(named or _clubs(items)) and len(told) >= _FEWEST and (len(days) >= _LONG or len(days) == len(told))


def _clubs(items: Items) -> bool:
    """Tell whether the days are those of a running club, whose runs need no other name."""
    nights = (
        one for one, two in pairwise(enumerate(items)) if isinstance(two[1].value, PartOfDay) or names_kind(two[1:])
    )
    return any(item.text == "club" and not any_item(items[max(0, at - 1) : at], is_stranger) for at, item in nights)


def _is_named(entry: DayEntry) -> bool:
    return entry.run.kind not in {RunKind.OTHER, RunKind.REST} or bool(entry.run.distance_km or entry.run.duration_min)
