"""Words of a night: hours that one "only got", nights with waking, and totals."""

from bot.language.amounts import hours_in
from bot.language.frames import Items
from bot.language.items import Dated, Duration, Item, PartOfDay, Repeats
from bot.language.meaning import Part
from bot.language.numbers import Number

_LEAST_NIGHT_H = 2.0
_LONGEST_NIGHT_H = 8.0
_GOT = frozenset({"got", "had"})
_POOR_SCORE = 50
_SCORE_REACH = 5
_BAD = frozenset(
    {
        *("rubbish", "terrible", "badly", "bad", "awful", "shit", "shite", "crap", "crappy", "horrible", "terribly"),
        *(
            "horrendous",
            "barely",
            "hardly",
            "dreadful",
            "garbage",
            "poor",
            "poorly",
            "atrocious",
            "shocking",
            "wrecked",
        ),
    }
)
_BAD_NIGHTS = frozenset(
    {
        "couldn't sleep",
        "couldnt sleep",
        "could not sleep",
        "barely any sleep",
        "hardly any sleep",
        "insomnia",
        "broken sleep",
        "on no sleep",
        "on zero sleep",
        "off no sleep",
    }
)
# Who was awake from then on.
_NO_MORE = ("back to sleep", "back asleep", "sleep after that", "sleep after", "off again")
_WAKING_ME = frozenset({"baby", "babby", "kid", "kids", "toddler", "newborn", "son", "daughter", "times", "tmes"})
_SMALL = frozenset(
    {
        "call",
        "say",
        "id",
        "i'd",
        "it",
        "only",
        "barely",
        "maybe",
        "tops",
        "max",
        "hardly",
        "if that",
        "at best",
        "solid",
        "ish",
        "of it",
    }
)


def may_be_night(item: Item) -> bool:
    """Tell whether "only got 4 hours" or "last night: 4 hours" may begin here."""
    return item.text in _GOT or item.value == PartOfDay(part=Part.TONIGHT)


def is_short_night(items: Items, text: str, place: int) -> bool:
    """Tell whether the hours that one "only got" are all that a clause tells of: they were hours of sleep."""
    beside = {item.text for item in (*items[max(0, place - 1) : place], *items[place + 1 : place + 2])}
    got = items[place].text in _GOT and not beside.isdisjoint({"only", "barely", "just"})
    named = text[items[place].start : items[place].end].lower() == "last night" and not _tells_more(items)
    if not (got or named):
        return False
    hours = hours_in(items, text)
    rest = items[hours[0].end :] if len(hours) == 1 and got else items
    rest = tuple(item for item in rest if not (isinstance(item.value, Duration) or item.is_mark(":,.-")))
    said = all(isinstance(item.value, Dated | PartOfDay) or is_small(item) for item in rest)
    return said and len(hours) == 1 and _LEAST_NIGHT_H <= hours[0].value <= _LONGEST_NIGHT_H


def _tells_more(items: Items) -> bool:
    return any(item.means("action") or item.means("kind") or item.means("lift") for item in items)


def is_small(item: Item) -> bool:
    """Tell whether a word only goes with an amount: "only", "tops", "in total"."""
    total = item.means("run_part") == "total"
    return total or item.means("filler") is not None or item.is_word("around") or item.text in _SMALL


def is_waking(item: Item) -> bool:
    return item.text.startswith(("wok", "wole", "kept waking", "waking"))


def is_total(items: Items, hours: Number) -> bool:
    behind = items[hours.end : hours.end + 1]
    return any(item.means("run_part") == "total" or item.means("state") == "sleep" for item in behind)


def is_score(item: Item) -> bool:
    """Tell whether a watch's score of a night is named, whose number is no hours."""
    return item.text in {"sleep score", "sleep quality"}


def is_low_score(items: Items, place: int) -> bool:
    """Tell whether a watch gave a night a low score: "sleep score 34"; how long it was is not said."""
    behind = items[place + 1 : place + 1 + _SCORE_REACH]
    return any(item.number is not None and item.number < _POOR_SCORE for item in behind)


def is_bad_night(items: Items, place: int) -> bool:
    """Tell whether a night is said to have been bad, or broken, without its length: "slept like rubbish"."""
    named = items[place].text
    if "night" in named.split()[1:] or named in _BAD_NIGHTS or "last night" in named:
        return not named.startswith(("night", "bad one"))
    around = items[max(0, place - 3) : place + 1 + _SCORE_REACH]
    if is_waking(items[place]) or named.startswith(("woken", "waking")):
        awake = any(item.text.endswith(_NO_MORE) for item in items[place + 1 :])
        return awake or any(item.text in _WAKING_ME or isinstance(item.value, Repeats) for item in around)
    if named.endswith(_NO_MORE):
        return True
    if "up" in named.split() or "awake" in named.split():
        return True
    return any(item.text in _BAD for item in around)
