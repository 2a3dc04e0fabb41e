"""Races that are moved or called off: "my 10k is now sept 20 instead of the 13th", "cancelled my marathon entry"."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise, takewhile

from bot.language.frames import GIVEN_UP, Items, is_about, only_nearly
from bot.language.held import any_mark, any_means, any_text, any_value
from bot.language.items import Context, Dated, Days, Distance, Item, PartOfDay, WeekOf, Word
from bot.language.meaning import DroppedRaceReading, MovedRunReading, Part, Unread
from bot.language.moves import time_moved_to
from bot.language.run_days import date_in
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_RACED_KM = (5.0, 10.0, 15.0, 16.093, 21.0975, 42.195)
_SAME_KM = 0.2
_CHANGED = frozenset({"changed", "change", "now", "postponed", "moved"})
_OLD = frozenset({"not", "not on", "but not", "and not", "instead of", "rather than", "from", "in place of"}) | {
    *("isn't", "isnt", "is not", "isn't on", "isnt on", "not the", "wasn't", "wasnt"),
}
_ONCE = frozenset({"was"})
_IN_NAMES = frozenset({"tot", "van", "de", "du", "des", "la", "di", "of", "del", "da", "do", "der"})
_BECAUSE = frozenset(
    {"to", "until", "till", "because", "bc", "cos", "as", "due to", "because of", "sadly", "unfortunately"}
)
_ENTRY = frozenset({"entry", "place", "spot", "race", "races"})
_LONG_AGO = frozenset({"once", "ago", "before", "back then", "years"})
_RACE = frozenset({"race", "marathon"})
_DELETES = frozenset({"delete", "remove", "get rid of", "take out", "take off", "scratch", "cross off", "cross out"})
_PASSIVE = frozenset({"cancelled", "canceled", "called off", "scrapped", "binned", "dropped", "off"})
_BEFORE_PASSIVE = frozenset({"is", "got", "was", "been", "being", "are", "getting"})
_FOR_ME = frozenset({"for", "me"})
_OWNING = frozenset({"my", "the", "our", "a"})
_IS = frozenset({"is", "on", "it's", "its", "'s", "will", "be"})
_REACH = 2
_LONGEST_NAME = 4


def read_changed_day(items: Items, context: Context) -> MovedRunReading | Unread | None:
    """Read the new date of a race, or of one week's run: "long run is saturday this week not sunday".

    None without a run, a word of change, and exactly one date that is not the old one.
    """
    now = {item.start for item in items if isinstance(item.value, PartOfDay) and item.value.part is Part.NOW}
    items = tuple(item for item in items if item.start not in now)
    days = [index for index, item in enumerate(items) if isinstance(item.value, Dated | Days)]
    if len(days) == 1 and (bare := _with_old_day(items, days[0])):
        items, days = bare, [days[0], len(bare) - 1]
    changed = any_means(items, "action", "move") or any_text(items, _CHANGED)
    old = [index for index in days if _is_old(items, index) or ((now or changed) and _was(items, index))]
    new = [index for index in days if index not in old]
    raced = _names_race(items, context)
    kind = RunKind.RACE if raced else _kind(items)
    exchanged = any(items[index - 1].means("action") == "instead_of" for index in old)
    changed = (
        changed or bool(now) or (bool(old) and any_text(items, _IS)) if raced else exchanged or any_value(items, WeekOf)
    )
    if kind is None or not changed or not old or len(new) != 1 or not _is_plain(items, old):
        return None
    date, before = _date(items, new[0], context), _date(items, old[0], context)
    if date is None or before is None or date < context.today:
        return None
    time, part, doubt = time_moved_to(items, context)
    if doubt is not None:
        return doubt
    run = RunSpec(kind=kind, time=time, distance_km=_distance(items), text=own_words(context.text))
    return MovedRunReading(date=date, run=run, from_date=before, part=part)


def _with_old_day(items: Items, new: int) -> Items:
    """Read the number of "the marathon is on 25 October, not 18" as the day of the month that was; else nothing."""
    value, last = items[new].value, items[-1]
    if (
        not isinstance(value, Dated)
        or not value.named
        or new + 1 >= len(items) - 1
        or not _is_old(items, len(items) - 1)
    ):
        return ()
    try:
        date = value.date.replace(day=last.number or 0)
    except ValueError:
        return ()
    return (*items[:-1], replace(last, value=Dated(date=date)))


def read_dropped_race(items: Items, context: Context) -> DroppedRaceReading | None:
    """Read a race without its date that is called off; one with a date is a day off, which takes its race with it."""
    items = tuple(takewhile(lambda item: not (item.text == "as" or item.is_word("clause")), items))
    items = _turned_round(items)
    given_up = [
        index for index, item in enumerate(items) if item.means("action") in GIVEN_UP or _is_out_of(items, index)
    ]
    dated = any_value(items, Dated, Days) or any_means(items, "lift") or any_means(items, "exercise")
    if not given_up or dated or not _is_plain(items, []):
        return None
    behind = items[given_up[0] + 1 :]
    named = any_means(behind, "race_distance") or any_text(behind, _ENTRY)
    named = named or _names_event(behind, context, deletes=items[given_up[0]].text in _DELETES)
    named = named or _is_only_name(behind, context)
    named = named and not any(item.text in _RACE and _is_unknown(items, index) for index, item in enumerate(items))
    named = named and not any_text(items, _LONG_AGO)
    if not named or any(item.means("kind") not in {None, RunKind.RACE} for item in behind) or _is_parkrun(behind):
        return None
    return DroppedRaceReading(distance_km=_distance(behind), name=_name(behind, context))


def _is_only_name(behind: Items, context: Context) -> bool:
    """Tell whether a name is all that is given up: "pulling out of Berlin"."""
    leads = tuple(takewhile(lambda item: item.text in _OWNING, behind))
    name = tuple(takewhile(lambda item: _is_of_name(item, context), behind[len(leads) :]))
    proper = any(_is_proper(item, context) and not item.senses for item in name)
    after = behind[len(leads) + len(name) :][:1]
    return proper and all(
        item.is_mark(",.;!-\n")
        or item.means("action") == "for_good"
        or (item.means("unsure") is None and item.text in _BECAUSE)
        for item in after
    )


def _is_of_name(item: Item, context: Context) -> bool:
    """Tell whether a word may be part of a race's name: "Dam tot Damloop", "Tour du Mont Blanc"."""
    return (_is_proper(item, context) and not item.means("action")) or item.text in _IN_NAMES


def _is_out_of(items: Items, index: int) -> bool:
    """Tell whether "I'm out of" ends here: "I'm out of the Cardiff half"."""
    out = [item.text for item in items[max(0, index - 2) : index]]
    return items[index].is_word("of") and out in (["i'm", "out"], ["im", "out"], ["am", "out"], ["me", "out"])


def _names_event(items: Items, context: Context, *, deletes: bool) -> bool:
    """Tell whether a distance is a race's: "the Leeds 10k", "the Oxford half"; "my 10k" if it is to be deleted."""
    for index, item in enumerate(items):
        far = isinstance(item.value, Distance) or (item.is_word("half") and _ends(items, index + 1))
        if far and any(_is_proper(one, context) or (deletes and one.text in _OWNING) for one in items[:index][-1:]):
            return True
    return False


def _ends(items: Items, index: int) -> bool:
    return all(
        item.is_mark(",.;!\n") or item.means("filler") or item.means("talk") for item in items[index : index + 1]
    )


def _turned_round(items: Items) -> Items:
    """Return "my marathon got cancelled" as if it began with what was done: the clause up to its verb, behind it."""
    place = next((index for index, item in enumerate(items) if item.text in _PASSIVE), 0)
    clause = items[:place]
    if any_mark(clause, ",.;!\n") or any_means(clause, "action", "skip", "missed", "done"):
        return items
    called_off = bool(clause) and any_text(clause[-_REACH:], _BEFORE_PASSIVE)
    named = tuple(item for item in clause if item.text not in _BEFORE_PASSIVE | _FOR_ME)
    if len(clause) - len(named) > 1 and {item.text for item in clause} >= _FOR_ME:
        # "Berlin is for me cancelled".
        return (items[place], *named)
    return (items[place], *clause) if called_off else items


def _is_unknown(items: Items, index: int) -> bool:
    """Tell whether an unknown word follows, so that "race" only describes it: "the race committee"."""
    behind = (item for item in items[index + 1 : index + 2] if item.text not in _ENTRY)
    return any(isinstance(item.value, Word) and item.value.token.is_name and not item.senses for item in behind)


def _is_parkrun(items: Items) -> bool:
    """Tell whether a parkrun is meant, which is a weekly run to most."""
    return any("park" in item.text for item in items)


def _is_plain(items: Items, old: list[int]) -> bool:
    """Tell whether nothing is in doubt; the "not" before an old date is none."""
    if only_nearly(items):
        return False
    denials = [index for index, item in enumerate(items) if item.is_word("no") and not item.means("kind")]
    if any(not any(0 < place - index <= _REACH for place in old) for index in denials):
        return False
    return not any(item.means("unsure") and not is_about(items, index) for index, item in enumerate(items))


def _was(items: Items, index: int) -> bool:
    """Tell whether a race was on this day: "club champs was the 9th, now the 10th"."""
    return any_text(items[max(0, index - _REACH) : index], _ONCE)


def _is_old(items: Items, index: int) -> bool:
    return any_text(items[max(0, index - _REACH) : index], _OLD)


def _kind(items: Items) -> RunKind | None:
    """Return the one kind of run that is named; none where more is said to be done than to go to another day."""
    kinds = {kind for item in items if (kind := item.means("kind")) and kind != RunKind.REST}
    acts = any_means(items, "action", "skip", "missed", "done", "swap")
    return RunKind(kinds.pop()) if len(kinds) == 1 and not acts else None


def _names_race(items: Items, context: Context) -> bool:
    owned = any(one.text in {"my", "the"} and _is_raced(two, context) for one, two in pairwise(items))
    owned = owned or any(one.is_word("half") and _is_proper(name, context) for name, one in pairwise(items))
    return owned or (any_means(items, "kind", RunKind.RACE) or any_means(items, "race_distance"))


def _is_raced(item: Item, context: Context) -> bool:
    """Tell whether a distance may be a race's: "my 10k", but not "the 18 miler"."""
    return isinstance(item.value, Distance) and not context.text[item.start : item.end].lower().endswith(
        ("miler", "milers")
    )


def _distance(items: Items) -> float | None:
    said = next((item.value.km for item in items if isinstance(item.value, Distance)), None)
    named = next((item.means("race_distance") for item in items if item.means("race_distance")), None)
    km = said if said is not None else (None if named is None else float(named))
    return next((one for one in _RACED_KM if km is not None and abs(one - km) <= _SAME_KM), km)


def _date(items: Items, index: int, context: Context) -> dt.date | None:
    found = date_in(items[index], items, context, one=True)
    return None if isinstance(found, Unread) else found


def _name(items: Items, context: Context) -> str:
    """Return the words with a capital behind what was given up: the race's own name."""
    said = [context.text[item.start : item.end] for item in items if _is_proper(item, context)]
    return own_words(" ".join(said[:_LONGEST_NAME]))


def _is_proper(item: Item, context: Context) -> bool:
    if not isinstance(item.value, Word) or item.means("race_distance") or item.means("kind"):
        return False
    return item.text not in _OWNING and item.value.token.is_name and context.text[item.start].isupper()
