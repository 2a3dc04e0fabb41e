"""What is told in a part of its own beside something else: "tue track 6pm, sun long 8am, and remind me at 6:30"."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial

from bot.language.asking import is_question
from bot.language.cuts_of_message import at_joints, sentences
from bot.language.frames import Items, is_day
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Dated, Days, Item, Repeats
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    FixedLiftsReading,
    LiftQuestion,
    Meaning,
    NotUnderstood,
    OtherQuestion,
    PauseReading,
    ResumeReading,
    SettingReading,
    SmallTalk,
    Unread,
    WeekReading,
)
from bot.language.message import is_essay, is_quoted, is_supposed
from bot.language.parts_of_week import PartReader, items_of, lifted_in, lifts_in, logged_in, race_in, words_of
from bot.language.people import is_somebody
from bot.language.text import normalise, too_long
from bot.language.understand import understand
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit, MassUnit

PLACE = frozenset({"timezone"})
SETTINGS = frozenset({"reminder", "units", "distance", "quiet", "running", "lifting"})
"""The settings that a part of a message can set, whatever stands beside it."""

_MOST_PARTS = 40
_MOST_OF_LENGTH = 4
_SPORTS = frozenset({"running", "lifting", "deadlifting"})
_HALVES = frozenset({"half", "a half"})
Told = dict[int, tuple[Meaning, ...]]
"""What parts tell, by their places in the message."""

_LENGTHS = frozenset({"running", "lifting"})
_OF_RUNS: set[type] = {WeekReading, DatedRunReading}
_OPEN = (NotUnderstood, OtherQuestion, SmallTalk, Unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """What the parts of a message tell that stand for themselves, in their words, and what is left of it.

    `is_understood` tells whether the rest means something by itself; where nothing is left it does.
    """

    told: tuple[Meaning, ...]
    said: str
    rest: str
    is_understood: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A text cut at its marks and joints, of which some may tell something by themselves."""

    text: str
    parts: tuple[Items, ...]
    reader: PartReader

    def told_by(self, names: frozenset[str] = SETTINGS) -> Apart | None:
        """Return what parts tell by themselves: settings of some `names`, races and lifts beside a week.

        None where no part does, or where two parts set the same.
        """
        told = {at: found for at, part in enumerate(self.parts) if (found := _set_in(part, self, names))}
        if names == SETTINGS:
            told |= _beside_week(told, self)
        return _apart(told, self) if told and _are_different(told) else None


def read_pieces(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, mass_unit: MassUnit, distance_unit: DistanceUnit
) -> Pieces | None:
    """Cut a text into its parts; None where it has one alone, and for a story or a plan. No text raises."""
    clean = normalise(text)
    if too_long(text) or too_long(clean) or is_quoted(clean):
        return None
    read = partial(understand, now=now, vocabulary=vocabulary, mass_unit=mass_unit, distance_unit=distance_unit)
    reader = PartReader(now=now, vocabulary=vocabulary, read=read)
    items = reader.items(clean)
    parts = tuple(_parts(items))
    if len(parts) == 1 or len(parts) > _MOST_PARTS or is_essay(clean, items) or _is_of_others(items):
        return None
    return Pieces(text=clean, parts=parts, reader=reader)


def up_to(text: str, ends: Callable[[str], bool], *, now: dt.datetime, vocabulary: Vocabulary) -> str:
    """Return a text without the parts at which something `ends`, and without what goes on behind one in its sentence.

    "Tue track 6pm, sun long. My knee hurts since last week, on hills too" keeps its first sentence. No text raises.
    """
    clean = normalise(text)
    if too_long(text) or too_long(clean):
        return ""
    kept: list[str] = []
    for sentence in sentences(items_of(clean, now, vocabulary)):
        parts = tuple(at_joints(sentence))
        end = next((at for at, part in enumerate(parts) if ends(words_of(part, clean))), len(parts))
        kept.append(_without(range(end, len(parts)), parts, clean))
    return ". ".join(one for one in kept if one)


def _apart(told: Told, pieces: Pieces) -> Apart | None:
    parts, text = pieces.parts, pieces.text
    rest = _without(told, parts, text)
    found = pieces.reader.read(rest) if rest else ()
    meanings = tuple(one for at in sorted(told) for one in told[at])
    if _loses(pieces.reader.read(text), meanings, found):
        return None
    said = ", ".join(words_of(parts[at], text) for at in sorted(told))
    return Apart(told=meanings, said=said, rest=rest, is_understood=not rest or _means_something(found, rest))


def _loses(whole: tuple[Meaning, ...], told: tuple[Meaning, ...], rest: tuple[Meaning, ...]) -> bool:
    """Tell whether the whole says what no part does: "away next week, no messages" is a pause.

    Beside a question how long one has trained is no answer to it: "never lifted, running for 3 weeks. Start now?".
    """
    kinds = {type(one) for one in (*told, *rest)}
    if not kinds.isdisjoint(_OF_RUNS):
        kinds |= _OF_RUNS
    asks = any(isinstance(one, LiftQuestion | AfterLiftQuestion | OtherQuestion) for one in whole)
    lengths = any(isinstance(one, SettingReading) and one.name in _LENGTHS for one in told)
    # "I lift tue 18:00 and fri 18:00" is one answer in two parts.
    half = any(isinstance(one, FixedLiftsReading) and one not in (*told, *rest) for one in whole)
    return half or (asks and lengths) or any(type(one) not in kinds and not isinstance(one, _OPEN) for one in whole)


def _are_different(told: Told) -> bool:
    """Tell whether no setting is set twice: "remind me at 6, no, remind me at 7" is one order."""
    names = [one.name for found in told.values() for one in found if isinstance(one, SettingReading)]
    return len(names) == len(set(names))


def _means_something(found: tuple[Meaning, ...], rest: str) -> bool:
    """Tell whether the rest tells something by itself; a moment alone ("remind me at 7, tomorrow") does not."""
    asks = "?" in rest
    return any(not isinstance(one, _OPEN) and (asks or not isinstance(one, LiftQuestion)) for one in found)


def _is_of_others(items: Items) -> bool:
    """Tell whether anybody else is named: what is told may be theirs."""
    return any_means(items, "unsure", "others") and any(is_somebody(items, index) for index in range(len(items)))


def _parts(items: Items) -> Iterator[Items]:
    """Yield the parts between marks and joints; "2 and a half years" is one."""
    held: Items = ()
    for sentence in sentences(items):
        for part in at_joints(sentence):
            if held and not _goes_on(held, part):
                yield held
                held = ()
            held = (*held, *part)
    if held:
        yield held


def _goes_on(held: Items, part: Items) -> bool:
    """Tell whether a part only goes on with a length of time, or with a lift.

    "2 | and a half years", "running 5 years | lifting 2", "deadlift 3x5 100 | rir 2".
    """
    half = any_text(part[:2], _HALVES) and any_means(part[:3], "span")
    spanless = any_means(held, "span") and len(part) <= _MOST_OF_LENGTH and not any_means(part, "span")
    return (
        half
        or _is_more_of_lift(held, part)
        or (spanless and _names_sport(part) and any(item.number is not None for item in part))
    )


def _is_more_of_lift(held: Items, part: Items) -> bool:
    """Tell whether a part tells only the sets, the weight or the effort of the lift before it."""
    lifts = any_means(held, "lift") or any_means(held, "exercise")
    if not lifts or any_value(held, Days) or not any(map(_measures_lift, part)):
        return False
    return all(_measures_lift(item) or item.means("filler") or item.is_word("at", "and") for item in part)


def _measures_lift(item: Item) -> bool:
    told = item.means("lift_word") or item.means("mass") or item.number is not None
    return bool(told) or isinstance(item.value, Repeats)


def _names_sport(part: Items) -> bool:
    return any_text(part, _SPORTS) or any_means(part, "setting", "running", "lifting")


def _without(told: Collection[int], parts: tuple[Items, ...], text: str) -> str:
    """Return a text without some of its parts, each with what joins it to the one before."""
    kept: list[str] = []
    for index, part in enumerate(parts):
        if index not in told:
            before = parts[index - 1] if index and kept else None
            joint = text[before[-1].end : part[0].start] if before is not None else ""
            kept.append(f"{joint}{words_of(part, text)}")
    return "".join(kept)


def _set_in(part: Items, pieces: Pieces, names: frozenset[str]) -> tuple[Meaning, ...]:
    """Return the settings that a part sets and nothing else, or its pause; a setting with a day is about that day."""
    pauses = names == SETTINGS and any_means(part[:1], "pausing")
    sets = _may_set(part) and not any_item(part, is_day)
    denied = any_means(part, "span") and any_means(part, "word", "no")
    if not (pauses or sets) or denied or is_supposed(part) or is_question(part):
        return ()
    found = pieces.reader.read(words_of(part, pieces.text))
    return found if all(_is_order(one, names, pauses=pauses) for one in found) else ()


def _is_order(one: Meaning, names: frozenset[str], *, pauses: bool) -> bool:
    paused = pauses and isinstance(one, PauseReading | ResumeReading)
    return paused or (isinstance(one, SettingReading) and one.name in names)


def _may_set(part: Items) -> bool:
    """Tell at a glance whether a part may set something; most parts of a week do not."""
    groups = any_means(part, "mass") or any_means(part, "distance") or any_means(part, "setting")
    return groups or any_means(part, "action", "remind") or any_means(part, "span") or any_means(part, "state", "zones")


def _beside_week(set_apart: Told, pieces: Pieces) -> Told:
    """Return the parts that tell of a race of one date, or of lifts, where the others are a week without them."""
    parts, text, reader = pieces.parts, pieces.text, pieces.reader
    left = [at for at in range(len(parts)) if at not in set_apart]
    readers = (race_in, lifts_in, lifted_in)
    found = {at: next((one for read in readers if (one := read(parts[at], text, reader))), ()) for at in left}
    for at, near in ((0, parts[1]), (len(parts) - 1, parts[-2])) if len(parts) > 1 else ():
        # Between the days of a week, or behind its "gym", sets may be those of a day.
        if at in left and not found[at] and not any_means(near, "not_run"):
            found[at] = logged_in(parts[at], text, reader)
    told = {at: meanings for at, meanings in found.items() if meanings}
    if not told or len(told) == len(left):
        return {}
    week = _without({*set_apart, *told}, parts, text)
    dated = any(isinstance(item.value, Dated) and item.value.named for item in reader.items(week))
    return told if not dated and any(map(_is_of_week, reader.read(week))) else {}


def _is_of_week(one: Meaning) -> bool:
    """Tell whether runs of weekdays are told; a single one is read as that of its next date."""
    if isinstance(one, WeekReading):
        return any(entry.date is None for entry in one.entries)
    return isinstance(one, DatedRunReading) and not (one.done or one.replaces)
