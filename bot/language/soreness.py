"""How sore the runner is: "soreness 6", "my hamstrings are a 6", "legs sore 7/10"."""

from collections.abc import Iterator
from itertools import takewhile

from bot.language.frames import Items
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Clock, Dated, Distance, Doubtful, Duration, Item, PartOfDay, Repeats
from bot.language.meaning import SorenessReading
from bot.language.numbers import is_negative

_MOST = 10
_CLOSE = 3
_REACH = 5
_TWO_DIGITS = 2
_ENDS = ",.;!?\n"
_OUT_OF = frozenset({10})
_JOINTS = frozenset({"and", "or", ",", "-", "to", "&"})
_NUMBERED = frozenset({"rep", "reps", "set", "sets", "round", "rounds", "number"})
_DATING = frozenset({"on", "since", "from", "by", "until"})
_SCALES = (["/"], ["of"], ["out", "of"])
_SORE_WORDS = frozenset(
    {
        "sore",
        "soreness",
        "doms",
        "stiff",
        "achy",
        "stiffness",
        "muscle pain",
        "muscle ache",
        "muscles ache",
        "muscles hurt",
        "muscles hurting",
        "muscles are hurting",
    }
)
_SORE_ENDS = (
    *("hurt", "hurting", "hurts", "ache", "aches", "aching", "achey", "sore", "stiff", "tight", "stif", "sore legs"),
    *("muscles sore", "heavy legged", "lower back", "sore back", "stiff back", "barely sit", "walk", "walk properly"),
    *("stairs", "wayne", "cowboy", "penguin"),
)


def read_soreness(items: Items) -> SorenessReading | None:
    """Read leg or back soreness, 0 to 10, from scanned items; None when the text is no such report."""
    if any_means(items, "body", "not_sore"):
        return SorenessReading(level=0)
    sore = [item for item in items if is_sore(item)]
    if _is_battered(items):
        return SorenessReading(level=None)
    return None if _is_above(items, sore) else _read(items, sore)


def tells_sore_now(clause: Items, day: int) -> bool:
    """Tell whether a clause says that the legs are sore now, but not how sore: "calves a bit stiff from hills".

    `day` is how many days from today it tells of; what was, or will be, is not now.
    """
    if day > 0 or not any_means(clause, "body", "sore"):
        return False
    still = any_text(clause, ("still",))
    over = any_text(clause, _OVER) or any_means(clause, "unsure") or any_means(clause, "ask", "form")
    later = any_text(clause, _TO_COME) or any_means(clause, "state_word", "habit")
    return not later and (still or not over) and read_soreness(clause) == SorenessReading(level=None)


def _read(items: Items, sore: list[Item]) -> SorenessReading | None:
    said_sore = any_item(sore, _says_sore) or _is_spent(items)
    rated = max(_rated(items), default=None) if sore and not _is_of_a_lift(items) else None
    if rated is not None:
        return SorenessReading(level=rated)
    if not sore or (_names_run(items) and not said_sore):
        return None
    levels = _levels(items)
    if not said_sore and not _rates_muscle(items):
        return None
    if len(levels) == len(sore) > 1 and all(0 <= level <= _MOST for level in levels):
        return SorenessReading(level=max(levels))
    if len(levels) == 1 and 0 <= levels[0] <= _MOST:
        return SorenessReading(level=levels[0])
    return SorenessReading(level=None) if said_sore and not levels else None


_TO_COME = frozenset({"will", "would", "should", "could", "gonna", "going to", "might", "won't", "wont", "be", "to be"})
_OVER = frozenset({"was", "were", "used to", "always", "never", "get", "gets", "got", "get rid of", "last"})
_DEGREES = frozenset(
    {"absolutely", "totally", "completely", "proper", "properly", "utterly", "feel", "feels", "feeling", "kinda", "so"}
) | {
    *(
        "r",
        "pretty",
        "quite",
        "really",
        "still",
        "very",
        "super",
        "just",
        "both",
        "like",
        "they've",
        "been",
        "are",
        "is",
    ),
}
_BATTERED = frozenset({"battered", "in bits", "in pieces", "beat up", "beaten up", "smashed", "hammered"})


def _is_spent(items: Items) -> bool:
    """Tell whether a muscle is said to be spent: "quads screaming", "calves are a bit tight", but not "will be"."""
    for index, item in enumerate(items):
        if not is_sore(item) or _says_sore(item):
            continue
        if _is_called_spent(items, index):
            return True
        between = tuple(takewhile(_is_between, items[index + 1 : index + 1 + _REACH]))
        behind = items[index + 1 + len(between) : index + 2 + len(between)]
        if len(between) < _REACH and any_means(behind, "body", "spent"):
            return not any(one.text in _TO_COME or one.is_word("no") for one in (*items[:index], *between))
    return False


def _is_called_spent(items: Items, index: int) -> bool:
    """Tell whether a muscle has the word before it: "tight glutes", but not "what do you do for tight calves"."""
    before = items[max(0, index - 1) : index]
    called = any(one.means("body") == "spent" and one.means("action") is None for one in before)
    return called and not any(one.text in _TO_COME or one.is_word("no") or one.means("ask") for one in items[:index])


def _is_between(item: Item) -> bool:
    small = item.means("filler") is not None or item.text in _DEGREES or item.text == ":"
    return item.means("body") is None and (small or isinstance(item.value, Dated | PartOfDay))


def _says_sore(item: Item) -> bool:
    """Tell whether a word says by itself that something is sore: "stiff", "calves ache"."""
    return item.text in _SORE_WORDS or item.text.endswith(_SORE_ENDS)


def _is_battered(items: Items) -> bool:
    """Tell whether "absolutely battered" is all that is said, of the whole body."""
    spent = [item for item in items if item.text in _BATTERED]
    rest = (item for item in items if item not in spent)
    small = all(_is_between(item) or isinstance(item.value, Dated | PartOfDay) or item.is_mark(_ENDS) for item in rest)
    # A film had somebody in bits, and a night may be slept in bits.
    told = any_text(items, _TO_COME) or any_text(items, ("was", "that"))
    return len(spent) == 1 and small and not told


def _is_above(items: Items, sore: list[Item]) -> bool:
    """Tell whether arms or shoulders are sore, and no leg is named: that holds up no deadlift by itself."""
    return any_means(items, "body", "above") and all(map(_says_sore, sore))


def _rated(items: Items) -> Iterator[int]:
    """Yield the levels out of ten that go with a muscle: "legs a 5 of 10", "8/10" (a date to the scan), "7/10 sore"."""
    named = False
    for index, item in enumerate(items):
        level = item.number if _is_scaled(items, index) else _out_of_ten(items, index)
        if level is not None and 0 <= level <= _MOST and (named or _names_muscle(items[index : index + _REACH])):
            yield level
        named = is_sore(item) or (named and not item.is_mark(_ENDS))


def _names_muscle(behind: Items) -> bool:
    return any(is_sore(item) for item in takewhile(lambda item: not item.is_mark(_ENDS), behind))


def _is_scaled(items: Items, index: int) -> bool:
    behind = items[index + 1 : index + 1 + _CLOSE]
    words = [item.text for item in behind]
    return any(
        words[: len(scale)] == scale and len(behind) > len(scale) and behind[len(scale)].number == _MOST
        for scale in _SCALES
    )


def _out_of_ten(items: Items, index: int) -> int | None:
    value = items[index].value
    if not isinstance(value, Doubtful) or any_text(items[max(0, index - 1) : index], _DATING):
        return None
    level, _, scale = value.unread.text.partition("/")
    return int(level) if level.isdecimal() and scale == str(_MOST) else None


def _is_of_a_lift(items: Items) -> bool:
    """Tell whether how hard a lift was is what is rated: "3x4 100 kg, legs felt 8/10"."""
    lifts = any_means(items, "mass") or any_means(items, "lift_word", "rpe") or any_means(items, "word", "x")
    return lifts or (any_value(items, Repeats) or any_means(items, "exercise"))


def _rates_muscle(items: Items) -> bool:
    """Tell whether a number follows a muscle closely: "hamstrings are a 6", but not "3 hamstring curls"."""
    places = [index for index, item in enumerate(items) if is_sore(item)]
    return any(
        item.number is not None or isinstance(item.value, Clock)
        for place in places
        for item in items[place + 1 : place + 1 + _REACH]
        if not _is_article(item)
    )


def is_sore(item: Item) -> bool:
    """Tell whether a word names soreness, or a muscle that may be sore."""
    return item.means("body") == "sore"


def _names_run(items: Items) -> bool:
    measured = any_value(items, Repeats, Distance, Duration)
    return measured or any_means(items, "kind")


def _is_effort(items: Items, index: int) -> bool:
    """Tell whether a number is how hard a lift or a run was: "rpe 9 and hams are toast"."""
    return any_means(items[max(0, index - 1) : index], "lift_word", "rpe")


def _levels(items: Items) -> list[int]:
    """Return the numbers said, without the 10 of "7/10" and "7 out of 10"."""
    found: list[int] = []
    for index, item in enumerate(items):
        number = _hour(item, items[:index]) if isinstance(item.value, Clock) else item.number
        counted = any(_is_counted(one) for one in items[index + 1 : index + 2])
        scale = number in _OUT_OF and _is_scale(items, index) and (found or items[index - 1].text == "of")
        if number is None or counted or _is_article(item) or scale or _is_of_a_set(items, index):
            continue
        if _is_effort(items, index):
            continue
        found.append(-number if is_negative(items, index) else number)
    return found


def _is_of_a_set(items: Items, index: int) -> bool:
    """Tell whether a number says which rep or set it was: "tight on rep 4 and 5"."""
    before = next((one for one in reversed(items[:index]) if one.number is None and one.text not in _JOINTS), None)
    return before is not None and before.text in _NUMBERED


def _is_counted(item: Item) -> bool:
    """Tell whether a number before an item counts something: days, sets, kilograms."""
    return bool(item.means("span") or item.means("lift_word") or item.means("mass") or item.is_word("x", "times"))


def _hour(clock: Item, before: Items) -> int | None:
    """Return the level in "quads a 4 this morning", which reads as four in the morning."""
    close = any(is_sore(item) for item in before[-_CLOSE:])
    bare = isinstance(clock.value, Clock) and not clock.value.time.minute and clock.end - clock.start <= _TWO_DIGITS
    return clock.value.time.hour if close and bare and isinstance(clock.value, Clock) else None


def _is_article(item: Item) -> bool:
    return item.text in {"a", "an", "one", "a few", "few", "a couple", "couple"}


def _is_scale(items: Items, index: int) -> bool:
    return any_text(items[max(0, index - 1) : index], ("/", "of"))
