"""What a message says before its reasons and asides, where it is understood neither as a whole nor part by part."""

from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from bot.language.cuts_of_message import sentences
from bot.language.frames import Items
from bot.language.items import Item
from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    FixedLiftsReading,
    LiftFixReading,
    LiftReading,
    Meaning,
    MovedRunReading,
    RaceReading,
    SettingReading,
    WeekReading,
)
from bot.language.message import ME, Message, is_long_list, is_quoted, part_of, strangers
from bot.language.text import is_in_quotes

_LONGEST = 400
_FEWEST_WORDS = 4
_MOST_CORES = 6
_MOST_SENTENCES = 6
# One unknown word in three; more, and it is about something else.
_KNOWN_PER_STRANGER = 3
_SURE = (
    *(DatedRunReading, MovedRunReading, RaceReading, DroppedRaceReading, LiftReading, LiftFixReading),
    *(FixedLiftsReading, SettingReading, WeekReading),
)
_WHY = frozenset({"because", "bc", "cos", "coz", "as", "since", "so", "while", "when"})
# "No more than 3" is no change for good.
_LIMITS = frozenset({"no more"})
_ASKED = frozenset({"you", "u"})
_SUPPOSING = frozenset({"going to", "gonna", "would", "could", "might", "should"})


def read_core(message: Message, read: Callable[[Message], tuple[Meaning, ...]]) -> tuple[Meaning, ...]:
    """Return what the longest opening of each sentence says that is told of oneself or asked for, and not in doubt."""
    items = message.items
    asks = any(item.is_mark("?") for item in items)
    if asks or len(message.text) > _LONGEST or is_long_list(items) or _quotes(message):
        return ()
    told = (one for said in islice(sentences(items), _MOST_SENTENCES) for one in _of_sentence(said, message, read))
    return tuple(dict.fromkeys(told))


def _of_sentence(
    sentence: Items, message: Message, read: Callable[[Message], tuple[Meaning, ...]]
) -> tuple[Meaning, ...]:
    for core in _openings(sentence):
        found = read(part_of(message, core[0].start, core[-1].end)) if _is_own(core) else ()
        if found and all(_is_sure(one, core) for one in found):
            return found
    return ()


def _quotes(message: Message) -> bool:
    return is_quoted(message.text) or any(is_in_quotes(message.text, item.start) for item in message.items)


def _is_sure(one: Meaning, core: Items) -> bool:
    """Tell whether something may be kept; a week only where it is said to be for good."""
    lasts = any(item.means("action") == "for_good" and item.text not in _LIMITS for item in core)
    return isinstance(one, _SURE) and (lasts or not isinstance(one, WeekReading))


def _openings(sentence: Items) -> Iterator[Items]:
    """Yield a sentence and what stands before each of its marks and joints, the longest first."""
    ends = [index for index, item in enumerate(sentence) if index >= _FEWEST_WORDS and _is_joint(item)]
    yield from (sentence[:end] for end in (len(sentence), *reversed(ends[-_MOST_CORES:])) if end >= _FEWEST_WORDS)


def _is_joint(item: Item) -> bool:
    return item.is_mark(",;.!\n-(") or item.is_word("and", "clause") or item.text in _WHY


def _is_own(core: Items) -> bool:
    """Tell whether somebody tells of themselves or asks for something, and only supposes nothing."""
    own = any(item.text in ME or item.means("action") for item in core)
    known = strangers(core) * _KNOWN_PER_STRANGER <= len(core)
    supposed = any(one.text in _SUPPOSING and two.text not in _ASKED for one, two in pairwise(core))
    return own and known and not supposed
