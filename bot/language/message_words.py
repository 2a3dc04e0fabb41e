"""The words of a message together with what the bot has read there, as patterns are held against them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from bot.language.frames import Items
from bot.language.items import Ahead, Clock, Dated, Days, Distance, Duration, Item, PartOfDay, Repeats
from bot.language.patterns import Pattern
from bot.language.pieces import Piece, pieces_of
from bot.language.run_words import is_stranger

_STOPS = frozenset('.,;:!?()[]"\n')
_NO_READINGS: tuple[tuple[Item, int], ...] = ()
# No reading takes up more words than that.
_LONGEST_READING = 12

Readings = tuple[tuple[Item, int], ...]
"""What was read from a place on, each with the number of words and marks that it takes up."""


Change = tuple[int, int, Sequence[tuple[Piece, Readings]]]
"""From which place up to which other words stand, and what was read of these."""


def is_run(item: Item) -> bool:
    """Tell whether an item is a sort of run or a race."""
    return item.means("kind") not in {None, "rest"} or item.means("race_distance") is not None


def _is_date(item: Item) -> bool:
    return isinstance(item.value, Dated) and item.value.named


_READ: Mapping[str, Callable[[Item], bool]] = {
    "day": lambda item: item.names_day,
    "several_days": lambda item: isinstance(item.value, Days) and len(item.value.days) > 1,
    "days": lambda item: isinstance(item.value, Days),
    "date": _is_date,
    "run": is_run,
    "number": lambda item: item.number is not None,
    "km": lambda item: isinstance(item.value, Distance),
    "minutes": lambda item: isinstance(item.value, Duration),
    "repeats": lambda item: isinstance(item.value, Repeats),
    "length": lambda item: isinstance(item.value, Distance | Duration | Repeats),
    "clock": lambda item: isinstance(item.value, Clock),
    "part_of_day": lambda item: isinstance(item.value, PartOfDay),
    "ahead": lambda item: isinstance(item.value, Ahead),
}


class MessageWords:
    """The pieces of a message, and what was read of them; see `patterns.Page`."""

    def __init__(self, pieces: Sequence[Piece], readings: Sequence[Readings], end: str = "") -> None:
        """Take over the pieces, the readings that begin at each, and the space behind the last one."""
        self.pieces, self.readings, self.end = pieces, readings, end
        self.plain: Sequence[str] = [piece.plain for piece in pieces]
        self.places: dict[str, list[int]] = {}
        for place, plain in enumerate(self.plain):
            self.places.setdefault(plain, []).append(place)
        self.held: AbstractSet[str] = self.places.keys()
        self.answers: dict[tuple[Pattern, int], bool] = {}

    @classmethod
    def of(cls, text: str, items: Items) -> "MessageWords":
        """Cut a normalised text into words, of which `items` are what was read."""
        pieces = _pieces(text)
        return cls(pieces, _readings(pieces, items), text[sum(len(one.gap) + len(one.raw) for one in pieces) :])

    @property
    def text(self) -> str:
        """Return the message as it is written."""
        return "".join(f"{piece.gap}{piece.raw}" for piece in self.pieces) + self.end

    def said(self, begin: int, end: int) -> str:
        """Return the words from a place up to another as they are written."""
        return "".join(f"{piece.gap}{piece.raw}" for piece in self.pieces[begin:end]).strip(" ,")

    def is_stop(self, place: int) -> bool:
        """Tell whether a mark stands here that words do not reach across."""
        plain = self.plain[place]
        return plain in _STOPS or (plain == "-" and self.pieces[place].gap != "")

    def ends_of(self, place: int, name: str, key: str) -> Iterable[int]:
        """Return where ends what the bot has read here under a name."""
        if place >= len(self.pieces):
            return ()
        if name == "owner":
            return (place + 1,) if self.pieces[place].raw.lower().endswith("'s") else self._plural_owner(place)
        if name == "name":
            written_large = self.pieces[place].raw[0].isupper()
            return [place + count for item, count in self.readings[place] if written_large and is_stranger(item)]
        read = _READ.get(name)
        if read is not None:
            return [place + count for item, count in self.readings[place] if read(item)]
        meanings = ((item.senses.get(name), count) for item, count in self.readings[place])
        return [place + count for meant, count in meanings if meant is not None and key in {"", meant}]

    def _plural_owner(self, place: int) -> Iterable[int]:
        ended = self.plain[place].endswith("s") and self.plain[place + 1 : place + 2] == ["'"]
        return (place + 2,) if ended else ()

    def with_changes(self, changes: Iterable[Change]) -> "MessageWords":
        """Return the words with others in the place of some, from left to right; nothing is read across the seams."""
        pieces: list[Piece] = []
        readings: list[Readings] = []
        behind = 0
        for begin, end, new in changes:
            _add(pieces, readings, self.pieces[behind:begin], self.readings[behind:begin])
            _add(pieces, readings, [piece for piece, _ in new], [read for _, read in new])
            behind = end
        _add(pieces, readings, self.pieces[behind:], self.readings[behind:])
        return MessageWords(pieces, readings, self.end)


@lru_cache(maxsize=4)
def _pieces(text: str) -> tuple[Piece, ...]:
    """Cut a text once, whatever was read of it."""
    return tuple(pieces_of(text))


def _add(pieces: list[Piece], readings: list[Readings], new: Sequence[Piece], read: Sequence[Readings]) -> None:
    pieces.extend(new)
    readings.extend(read)
    # What reached across the end is no more what it was.
    for back in range(1, min(_LONGEST_READING, len(readings)) + 1):
        kept = readings[-back]
        if kept and any(count > back for _, count in kept):
            readings[-back] = tuple((item, count) for item, count in kept if count <= back)


def _readings(pieces: Sequence[Piece], items: Items) -> list[Readings]:
    """Return for each piece what was read from it on; what does not end where a piece ends is left out."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    place = 0
    for number, piece in enumerate(pieces):
        starts[place + len(piece.gap)] = number
        place += len(piece.gap) + len(piece.raw)
        ends[place] = number + 1
    found: list[Readings] = [_NO_READINGS] * len(pieces)
    for item in items:
        begin, end = starts.get(item.start), ends.get(item.end)
        if begin is not None and end is not None and end > begin:
            found[begin] = (*found[begin], (item, end - begin))
    return found
