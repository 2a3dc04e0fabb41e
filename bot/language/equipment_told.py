"""What there is to lift with, where all of it is told: "I train in my garage, got a bar and plates, no trap bar"."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.frames import Items
from bot.language.held import any_mark, any_means, any_text, any_value
from bot.language.items import Days, Item, Repeats
from bot.language.meaning import SettingReading

_BARS = frozenset({"bar", "a bar", "the bar", "bars"})
_NO_MORE = frozenset({("nothing", ""), ("that's", "it"), ("thats", "it"), ("that's", "all"), ("thats", "all")})
_PLACES = frozenset({"gym", "garage", "home", "hotel", "house", "shed", "basement", "flat", "box"})
_REACH = 3
_ASKING = frozenset({"will", "does", "would", "enough", "do"})
_OWNING = frozenset({"have", "has", "i have", "got", "own", "bought", "i've", "ive", "i've got", "we have", "there is"})
_HAVING = frozenset({"have", "has", "got", "own", "get", "home", "gym", "i've", "ive", "here"})


def read_equipment(items: Items) -> SettingReading | None:
    """Read "only got kettlebells at home", "my gym has a trap bar only": "only", having, and what there is."""
    words = {item.text for item in items}
    asks = any_means(items, "unsure") or any_means(items, "word", "x") or any_mark(items, "?")
    done = any_means(items, "action", "missed", "done") or any_means(items, "lift", "past")
    if not (asks or done) and (every := _lists_all(items)):
        return SettingReading(name="equipment", value=" ".join(every))
    if (
        words.isdisjoint(_HAVING)
        or any(word.partition(" ")[0] in _ASKING for word in words)
        or (any_means(items, "unsure") or any_means(items, "word", "x"))
    ):
        return None
    for part in map(_from_only, between_marks(items)):
        named = [key for at in range(len(part)) if (key := _piece(part, at))]
        # "I only have mondays at 18:00 in the rack" says when, not what there is.
        plain = not any(
            _counts(part, at) or item.is_word("no") or isinstance(item.value, Days) for at, item in enumerate(part)
        )
        if named and plain and _is_all(part):
            return SettingReading(name="equipment", value=" ".join(dict.fromkeys(named)))
    return None


def _from_only(part: Items) -> Items:
    """Leave out what there is no more: "no longer have a barbell, only kettlebells"."""
    only = next((index for index, item in enumerate(part) if item.text == "only"), 0)
    gone = any_text(part[:only], ("no longer", "no more", "not"))
    return part[only:] if gone else part


def _counts(part: Items, index: int) -> bool:
    """Tell whether a number counts something else than what there is, and no weight: "kettlebells up to 32 kg"."""
    if any_means(part[index + 1 : index + 2], "equipment"):
        return False
    weighs = any_means(part[index + 1 : index + 2], "mass")
    upto = any(item.is_word("to", "until") or item.text in {"up to", "max"} for item in part[max(0, index - 1) : index])
    behind = tuple(item for item in part[index + 2 : index + 4] if item.text != "of")[:1]
    own = any_means(behind, "equipment") or any_text(behind, _BARS)
    return (part[index].number or 0) > 1 and not (weighs and (upto or own))


def _is_all(part: Items) -> bool:
    """Tell whether there is no more than what is named: "only"; "just" stands right before it, unlike "just got a"."""
    just = (index for index, item in enumerate(part) if item.text == "just")
    names = any(
        next((one for one in part[index + 1 :] if one.text not in {"a", "an", "the", "some", "my"}), part[index]).means(
            "equipment"
        )
        for index in just
    )
    return names or any_text(part, ("only",))


def _lists_all(items: Items) -> tuple[str, ...]:
    """Return what is there to lift with, where nothing else is: "train at home with two dumbbells"."""
    if not any_means(items, "equipment") or not _is_whole(items):
        return ()
    return tuple(dict.fromkeys(key for at in range(len(items)) if (key := _piece(items, at))))


def names_equipment(items: Items) -> bool:
    """Tell whether a message says that equipment is what it is about: "equipment update: one kettlebell, 24 kg"."""
    return any_text(items, ("equipment",))


def owns_equipment(items: Items) -> bool:
    """Tell whether somebody says what they have to lift with, and no sets: "I have a 16 and a 24 kg kettlebell"."""
    counted = (
        any_means(items, "word", "x") or any_means(items, "lift_word", "sets", "reps") or any_value(items, Repeats)
    )
    done = any_means(items, "action", "done") or any_means(items, "lift", "past")
    place = next((at for at, item in enumerate(items) if item.means("equipment")), 0)
    return any_text(items[:place], _OWNING) and not (counted or done)


def _is_whole(items: Items) -> bool:
    places = any_text(items, _PLACES)
    new = any(one.is_word("new") and two.text == "gym" for one, two in pairwise(items))
    trains = any_text(items, ("train", "lift")) and any_text(items, ("with",))
    denied = any(_is_denied(items, at) for at, item in enumerate(items) if item.means("equipment"))
    there = any(_piece(items, at) for at in range(len(items)))
    ends = any((one.text, two.text) in _NO_MORE for one, two in pairwise(items))
    return there and (names_equipment(items) or new or ends or (places and (trains or denied)))


def _piece(items: Items, at: int) -> str | None:
    item = items[at]
    key = "barbell" if item.text in _BARS else item.means("equipment")
    return None if _is_denied(items, at) else key


def _is_denied(items: Items, at: int) -> bool:
    before: tuple[Item, ...] = items[max(0, at - _REACH) : at]
    end = max((index for index, item in enumerate(before) if item.is_mark(",.;")), default=-1)
    return any(item.is_word("no") or item.text in {"without", "no longer"} for item in before[end + 1 :])


def between_marks(items: Items) -> Iterator[Items]:
    """Yield what stands between the marks of a message."""
    begin = 0
    for index, item in enumerate(items):
        if item.is_mark(",.;!\n"):
            yield items[begin:index]
            begin = index + 1
    yield items[begin:]
