"""An illness that is over, with its days: "had a fever on monday, gone since yesterday", "was sick all weekend"."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bot.language.checkins import states_in
from bot.language.frames import Items
from bot.language.held import any_means, any_text
from bot.language.items import Ahead, Context, Dated, Days, Item, PartOfDay, WeekOf
from bot.language.meaning import IllnessReading, WellReading
from bot.language.named_states import Clause
from bot.language.scan import scan
from bot.language.text import normalise
from bot.language.vocabulary import Vocabulary

Past = tuple[IllnessReading | WellReading, ...]

_LONGEST = 80
_WEEK, _HOURS_IN_DAY = 7, 24
# So long ago an illness was that is still worth knowing.
_OLDEST = 21
_WAS = frozenset({"was", "were", "had", "been", "caught", "got", "went"})
_SMALL = frozenset(
    {"i", "we", "so", "really", "pretty", "quite", "very", "properly", "just", "and", "from", "to", "all", "the"}
)
_STILL = frozenset({"still", "since", "for", "am", "i'm", "im", "i am", "have", "has", "keep", "keeps"})
_UNTIL = frozenset({"until", "till", "til", "up to", "through"})
_WELL = frozenset(
    {"gone", "over", "fine", "all good", "good", "normal", "recovered", "ok", "okay", "well", "all clear"}
)
_DENIED = frozenset({"not", "isn't", "isnt", "once", "when", "until", "till", "if", "hope", "hopefully", "almost"}) | {
    *("nearly", "mostly", "wasn't", "wasnt", "never", "before", "better", "bit", "a bit", "little", "getting"),
}
_OPEN = frozenset({"until", "no"})


def illness_that_was(clauses: tuple[Items, ...], text: str, today: dt.date) -> Mapping[int, Past]:
    """Return what clauses tell of an illness that is over, by their places; none where it lasts, or may.

    An illness has the last day that is told of it. A "well" has the day from which on it holds, None for now; where
    nothing is said of it there is none.
    """
    for place, items in enumerate(clauses):
        last = _last_day(items, today) if len(items) <= _LONGEST else None
        if last is None or not dt.timedelta(0) <= today - last <= dt.timedelta(days=_OLDEST):
            continue
        ills = _ills(items, text)
        if len(ills) != 1:
            continue
        ill = IllnessReading(fever_c=ills[0].fever_c, head_only=ills[0].head_only, day=last)
        if _is_until(items) and last < today:
            return {place: (ill, _well_on(last + dt.timedelta(days=1), today))}
        ended = next(_ends(clauses, place, today), None)
        if ended is not None and (ended[1].day or today) >= last:
            return {place: (ill,)} | {ended[0]: (ended[1],)}
        if _has_been(items) and last < today - dt.timedelta(days=1):
            return {place: (ill,)} | dict.fromkeys(_betters(clauses, place), ())
    return {}


def _ills(items: Items, text: str) -> list[IllnessReading]:
    """Return the illness that a clause names; "sick" alone is one where nothing but its days stands beside it."""
    plain = all(_is_plain(item) for item in items)
    found = states_in(Clause(items=items, text=text, commanded=plain))
    ills = [one for one in found if isinstance(one, IllnessReading)]
    return [] if any(one.text.endswith("sick") and two.text == "of" for one, two in pairwise(items)) else ills


def _is_plain(item: Item) -> bool:
    known = item.means("state_word") in {"ill", "cold"} or not _WAS.isdisjoint(item.text.split())
    return known or item.names_day or item.text in _SMALL or isinstance(item.value, WeekOf | Ahead)


def _betters(clauses: tuple[Items, ...], place: int) -> Iterator[int]:
    """Yield the clauses behind an illness that say since when one is only better: they ask about no day."""
    for behind in range(place + 1, len(clauses)):
        if any_text(clauses[behind], ("better",)) and any_text(clauses[behind], ("since",)):
            yield behind


def _ends(clauses: tuple[Items, ...], place: int, today: dt.date) -> Iterator[tuple[int, WellReading]]:
    """Yield the clauses behind an illness that say that one is well, and from when on."""
    for behind in range(place + 1, len(clauses)):
        well = well_since(clauses[behind], today)
        if well is not None:
            yield behind, well


def read_well_since(text: str, today: dt.date, vocabulary: Vocabulary) -> WellReading | None:
    """Read a text that says nothing but since when one is well: "fine since monday". No text raises."""
    if len(text) > _LONGEST or "?" in text:
        return None
    items = scan(Context(text=normalise(text), today=today), vocabulary)
    found = well_since(items, today)
    plain = all(_is_of_well(item) or item.names_day or item.is_mark(",.!") for item in items)
    return found if found is not None and plain and any_text(items, ("since",)) else None


def _is_of_well(item: Item) -> bool:
    known = _says_well(item) or isinstance(item.value, PartOfDay)
    return known or item.means("filler") is not None or item.text in _SMALL


def _says_well(item: Item) -> bool:
    known = item.text in _WELL or item.means("health_word") == "ended"
    return known or "well" in {item.means("state_word"), item.means("state")}


def well_since(items: Items, today: dt.date) -> WellReading | None:
    """Read "gone since yesterday", "all good now": that one is well, and from which day on (None: now)."""
    if not any(map(_says_well, items)) or any_text(items, _DENIED) or any_means(items, "word", *_OPEN):
        return None
    since = next((at for at, item in enumerate(items) if item.text == "since"), None)
    day = None if since is None else _last_day(items[since + 1 :], today)
    if since is not None:
        return None if day is None or day > today else _well_on(day, today)
    now = any_text(items, ("now", "again", "all good now")) or any(_day(item, today) == today for item in items)
    return WellReading() if now else None


def _well_on(day: dt.date, today: dt.date) -> WellReading:
    return WellReading(day=None if day >= today else day)


def _is_until(items: Items) -> bool:
    """Tell whether the last day is told as the end: "ill until yesterday", "sick from friday to sunday"."""
    led = any_text(items, _UNTIL) or (any_text(items, ("from",)) and any(_spans(item) for item in items))
    return led and not any_text(items, _STILL)


def _spans(item: Item) -> bool:
    return isinstance(item.value, Days) and len(item.value.days) > 1


def _has_been(items: Items) -> bool:
    words = {word for item in items for word in item.text.split()}
    return not words.isdisjoint(_WAS) and words.isdisjoint(_STILL)


def _last_day(items: Items, today: dt.date) -> dt.date | None:
    """Return the last day that is named, looking back."""
    return next((day for item in reversed(items) if (day := _day(item, today)) is not None), None)


def _day(item: Item, today: dt.date) -> dt.date | None:
    match item.value:
        case Dated(date=date):
            return date
        case Days(days=(*_, day), week=week) if not week or week < 0:
            return today - dt.timedelta(days=(today.weekday() - day) % _WEEK)
        case Ahead(hours=hours) if hours < 0:
            return today + dt.timedelta(days=round(hours / _HOURS_IN_DAY))
        case WeekOf(week=week) if week < 0:
            return today + dt.timedelta(days=_WEEK * (week + 1) - today.weekday() - 1)
    return None
