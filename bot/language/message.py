"""A message as its readers see it, cut into parts where it says several things."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import wraps

from bot.language.frames import (
    COPULAS,
    LEAST_WEIGHT,
    LONGEST_STATEMENT,
    OF_THE_GYM,
    RUN_ACTS,
    Items,
    is_about,
    only_nearly,
)
from bot.language.held import Held, any_item, any_mark, any_means, any_text, any_value, asked_once
from bot.language.items import Context, Dated, Days, Distance, Doubtful, Duration, Item, OtherDays, Repeats, Word
from bot.language.known_parts import Found, Parts
from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    EasedRaceReading,
    FixedLiftsReading,
    GymReading,
    LiftReading,
    Meaning,
    MovedRunReading,
    RaceReading,
    SettingReading,
    SorenessReading,
    WeekReading,
)
from bot.language.people import is_somebody
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary
from bot.training.profile import MassUnit

_LONGEST_CHARS = 1000
_OF_A_WEEK = 2
_OF_A_LIST = 3
ME = frozenset({"i", "i'm", "im", "i've", "ive", "my", "i'll", "me"})
_ORDERS = frozenset({"skip", "swap", "move"})
_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb'
_SOFT = frozenset({"maybe", "probably", "prob", "i think", "perhaps"})
_SOFT_REACH = 3
_JOINTS = frozenset({"so", "and"})
_FEELS = frozenset({"feel", "feels", "felt", "feeling"})
# What may be stored of a part of a message: nothing that has to be asked back.
_SURE = (
    *(DatedRunReading, MovedRunReading, EasedRaceReading, RaceReading, LiftReading),
    *(SettingReading, WeekReading, SorenessReading, FixedLiftsReading, DroppedRaceReading, GymReading),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message with everything that its reading depends on."""

    context: Context
    items: Held
    now: dt.datetime
    vocabulary: Vocabulary
    mass_unit: MassUnit
    parts: Parts = field(default_factory=Parts, repr=False, compare=False)
    found: Found = field(default_factory=dict, repr=False, compare=False)
    held: frozenset[object] = field(init=False, repr=False, compare=False)
    """The groups of the vocabulary that any word stands in, and the classes of all values."""

    def __post_init__(self) -> None:
        """See once what is in it: most readers need something that most messages do not hold."""
        object.__setattr__(self, "held", self.items.classes | self.items.keys.keys())

    @property
    def is_essay(self) -> bool:
        """Tell whether it is longer than anybody's statement."""
        return is_essay(self.text, self.items)

    @property
    def text(self) -> str:
        return self.context.text


Reader = Callable[[Message], tuple[Meaning, ...]]


def needs(*any_of: object) -> Callable[[Reader], Reader]:
    """Let a reader find nothing at once where a message holds none of these groups of words and classes of values."""
    needed = frozenset(any_of)

    def within(reader: Reader) -> Reader:
        @wraps(reader)
        def reading(message: Message) -> tuple[Meaning, ...]:
            return () if needed.isdisjoint(message.held) else reader(message)

        return reading

    return within


def first_of(message: Message, readers: Iterable[Reader]) -> tuple[Meaning, ...]:
    """Return what the first reader finds that finds anything."""
    return next((found for reader in readers if (found := once(message, reader))), ())


def once(message: Message, reader: Reader) -> tuple[Meaning, ...]:
    """Return what a reader finds, which is kept: messages come down to the same parts in several ways."""
    found = message.found.get(reader)
    if found is None:
        found = message.found[reader] = reader(message)
    return found


def surely(message: Message, readers: Iterable[Reader]) -> tuple[Meaning, ...]:
    """Return what the first reader finds that finds anything, where nothing but how sore it is has to be asked back."""
    found = tuple(one for one in first_of(message, readers) if one != SorenessReading(level=None))
    return found if all(is_sure(one) for one in found) else ()


def is_sure(meaning: Meaning) -> bool:
    return isinstance(meaning, _SURE) and meaning != SorenessReading(level=None)


def is_essay(text: str, items: Items) -> bool:
    """Tell whether a message is longer than anybody's statement: a plan, a question with a story, or a story alone.

    It is read as that, and as nothing else: neither part by part, nor in other words.
    """
    return len(text) > _LONGEST_CHARS or len(items) > LONGEST_STATEMENT


def own_parts(message: Message, parts: Iterable[Items]) -> Iterator[Message]:
    """Yield the parts that the runner tells of themselves; where anybody else is named they need an "I" or "my"."""
    others = any_means(message.items, "unsure", "others") and any(
        is_somebody(message.items, index) for index in range(len(message.items))
    )
    for items in parts:
        if not others or any_text(items, ME) or items[0].means("action") in _ORDERS:
            yield part_of(message, items[0].start, items[-1].end)


def is_supposed(items: Items) -> bool:
    """Tell whether a word of doubt stands in what is said, but for one that softens a number."""
    if not any_means(items, "unsure"):
        return False
    doubts = {"word", "past"}
    return any(item.means("unsure") in doubts and not is_softened(items, index) for index, item in enumerate(items))


def is_quoted(text: str) -> bool:
    """Tell whether a text repeats words, maybe somebody else's."""
    return any(mark in text for mark in _QUOTES)


def is_softened(items: Items, index: int) -> bool:
    """Tell whether a word of doubt only softens a number behind it: "maybe like a four"."""
    if is_about(items, index):
        return True
    behind = items[index + 1 : index + 1 + _SOFT_REACH]
    rated = any((item.number is not None and item.text != "a") or _is_out_of_ten(item) for item in behind)
    return items[index].text in _SOFT and rated


def _is_out_of_ten(item: Item) -> bool:
    """Tell whether an item is "7/10", which may be a day too."""
    return isinstance(item.value, Doubtful) and item.value.unread.text.endswith("/10")


def part_of(message: Message, start: int, end: int) -> Message:
    inside = [item for item in message.items if start <= item.start and item.end <= end]
    while inside and (inside[-1].is_word("and", "clause") or inside[-1].is_mark(".,;:!-")):
        inside.pop()
    while inside and inside[0].text in _JOINTS:
        start = inside.pop(0).end
    return message_of(message, message.text[start : inside[-1].end if inside else start])


def joined(message: Message, parts: Iterable[Items]) -> Message:
    return message_of(message, ", ".join(message.text[items[0].start : items[-1].end] for items in parts))


def message_of(message: Message, text: str) -> Message:
    """Return another text as if it had been sent in place of a message."""
    context = replace(message.context, text=text)
    known = message.parts.of(context, message.vocabulary)
    return replace(message, context=context, items=known.items, found=known.found)


def rest(message: Message, left: tuple[Items, ...]) -> Message:
    """Return the clauses that are still to be read, with the marks between them."""
    told = (items[1:] if items[0].text == "so" and len(items) > 1 else items for items in left)
    text = "".join(f"{_said(message, items)}{_mark_behind(message, items)}" for items in told)
    asks = any_mark(message.items, "?") and "?" not in text
    context = replace(message.context, text=f"{text.rstrip(' ,')}{'?' if asks else ''}")
    return replace(message, context=context, items=scan(context, message.vocabulary), found={})


def _said(message: Message, items: Items) -> str:
    """Return the words of a clause; a time before its day stands behind it among the items."""
    return message.text[min(item.start for item in items) : max(item.end for item in items)]


def _mark_behind(message: Message, items: Items) -> str:
    behind = next((item for item in message.items if item.start >= items[-1].end), None)
    mark = behind.text if behind is not None and behind.is_mark(".,;?!\n") else ","
    return f"{mark} "


@asked_once
def states(items: Items) -> bool:
    """Tell whether something is said without doubt; "the marathon is 18 oct" asks nothing."""
    if not (any_means(items, "ask") or any_means(items, "unsure")):
        return True
    return not any(
        (item.means("ask") and not (item.text in COPULAS and _names_race(items[:index])) and not _is_felt(items, index))
        or (item.means("unsure") and not is_about(items, index))
        for index, item in enumerate(items)
    )


def _is_felt(items: Items, index: int) -> bool:
    """Tell whether a word only says how something feels: "legs feel fine"."""
    before = items[max(0, index - 1) : index]
    return items[index].means("ask") == "may" and any_text(before, _FEELS)


def _names_race(items: Items) -> bool:
    return any_means(items, "race_distance") or any_means(items, "kind", "race")


@asked_once
def is_statement(items: Items) -> bool:
    """Tell whether a sentence says plainly what the runner did or plans: no "not", "might", "if" or "she" in it."""
    return not only_nearly(items) and not any(
        (item.means("unsure") and not is_softened(items, index))
        or item.is_word("clause")
        or (item.is_word("no") and not item.means("kind"))
        for index, item in enumerate(items)
    )


@asked_once
def strangers(items: Items) -> int:
    """Return how many words of a message the vocabulary does not know; what is said in a gym tells of no run."""
    return sum(1 for item in items if item.text.isalpha() and len(item.text) > 1 and OF_THE_GYM.issuperset(item.senses))


def senses(item: Item) -> frozenset[str]:
    return frozenset(item.value.token.senses) if isinstance(item.value, Word) else frozenset()


@asked_once
def names_run(items: Items) -> bool:
    """Tell whether a kind of run is named by a word that cannot describe a lift ("easy", "rest")."""
    return any_means(items, "kind") and any(
        item.means("kind") and not item.means("lift_word") and not item.means("filler") for item in items
    )


@asked_once
def acts_in(items: Items) -> Items:
    if not any_means(items, "action"):
        return ()
    return tuple(
        item for item in items if item.means("action") in {"skip", "missed", "done", "move", "swap", "instead"}
    )


@asked_once
def says_run(items: Items) -> bool:
    measured = any_value(items, Repeats, Distance, Duration)
    return measured or (any_means(items, "kind") or any_means(items, "race_distance") or any_item(items, is_run_act))


def is_run_act(item: Item) -> bool:
    """Tell whether what was done or left out names running: "not running", "didn't run"."""
    return item.means("action") is not None and not RUN_ACTS.isdisjoint(item.text.split())


def is_sets_at_weight(items: Items) -> bool:
    """Tell whether "5x3 at 120" is said: so few repeats at so large a number are sets, and no run has such a pace.

    "5 at 90, 3 at 100" are two sets; one such pair alone may be anything.
    """
    triples = zip(items, items[1:], items[2:], strict=False)
    heavy = [one for one, joint, number in triples if joint.is_word("at") and (number.number or 0) >= LEAST_WEIGHT]
    singles = [one for one in heavy if 0 < (one.number or 0) < LEAST_WEIGHT]
    return any_value(heavy, Repeats) or len(singles) > 1


@asked_once
def is_long_list(items: Items) -> bool:
    """Tell whether so many days are listed that a "with my wife" or a "not racing" is about one of them alone."""
    if not any_value(items, Days, Dated):
        return False
    days: set[object] = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    dates = {item.value.date for item in items if isinstance(item.value, Dated) and item.value.named}
    return max(len(days), len(dates)) >= _OF_A_LIST


def is_several(items: Items) -> bool:
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    return len(days) >= _OF_A_WEEK or any_value(items, OtherDays)
