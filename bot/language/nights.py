"""Words of a night: hours that one "only got", nights with waking, and totals."""

from itertools import pairwise

from bot.language.amounts import hours_in
from bot.language.frames import Items
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Clock, Dated, Distance, Duration, Item, PartOfDay, Repeats
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
_NO_MORE = (
    "get back off",
    "get off again",
    "nod off",
    "drop off",
    "switch off",
    "back to sleep",
    "back asleep",
    "sleep after that",
    "sleep after",
    "off again",
)
_WAKING_ME = frozenset({"baby", "babby", "kid", "kids", "toddler", "newborn", "son", "daughter", "times", "tmes"}) | {
    *("twins", "baby's", "bub", "bubs", "little one", "little ones", "children", "puppy", "dog", "cat", "toddlers"),
}
_FUELS = frozenset({"running", "surviving", "functioning", "operating", "going", "training"})
_NOBODY = frozenset({"nobody", "no one", "none of us"})
_UP = frozenset({"up", "awake", "screaming", "crying", "been up", "ive been up", "barking"})
_OFTEN = frozenset({"every", "all night", "all nite", "all", "half", "constantly", "most", "hourly"})
_LATEST_WAKING = 4
_LONGEST_DAY_MIN = 19 * 60
_AMOUNT_REACH = 4
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

_TONIGHT = PartOfDay(part=Part.TONIGHT)


def may_be_night(item: Item) -> bool:
    """Tell whether "only got 4 hours" or "last night: 4 hours" may begin here."""
    return item.text in _GOT or item.text in _UP or item.text in _FUELS or item.value == _TONIGHT


def is_short_night(items: Items, text: str, place: int) -> bool:
    """Tell whether the hours that one "only got" are all that a clause tells of: they were hours of sleep."""
    if items[place].text in _FUELS and any_text(items[place + 1 : place + 2], ("on", "off")):
        behind = tuple(item for item in items[place + 2 : place + 4] if not is_small(item))[:1]
        lasts = any(isinstance(item.value, Duration) and item.value.minutes <= _LONGEST_NIGHT_H * 60 for item in behind)
        of = next((one for item, one in pairwise(items[place:]) if item in behind), None)
        if of is not None and of.is_word("of"):
            return False
        return lasts and not any(item.means("kind") or isinstance(item.value, Distance) for item in items[place + 2 :])
    got = items[place].text in _GOT and any_text(items[max(0, place - 1) : place + 2], ("only", "barely", "just"))
    named = text[items[place].start : items[place].end].lower() == "last night" and not _tells_more(items)
    if not (got or named):
        return False
    hours = hours_in(items, text)
    rest = items[hours[0].end :] if len(hours) == 1 and got else items
    rest = tuple(item for item in rest if not (isinstance(item.value, Duration) or item.is_mark(":,.-")))
    said = all(isinstance(item.value, Dated | PartOfDay) or is_small(item) for item in rest)
    return said and len(hours) == 1 and _LEAST_NIGHT_H <= hours[0].value <= _LONGEST_NIGHT_H


def is_in_small_hours(behind: Items, *, latest: int = _LATEST_WAKING) -> bool:
    """Tell whether a time in the small hours follows: "since 3", "from 2 to 5"."""
    told = (item for item in behind if item.text not in {"a", "an"})
    hours = (_hour(item.value) if isinstance(item.value, Clock) else item.number for item in told)
    hour = next((one for one in hours if one is not None), _LATEST_WAKING + 1)
    return hour in {0, 12} or hour <= latest


def _hour(clock: Clock) -> int:
    """Return the hour of a time at night, which may not say which half of the day it is in."""
    return clock.time.hour if clock.sure else clock.time.hour % 12


def is_broken_night(items: Items, place: int) -> bool:
    """Tell whether a child or a dog was up at night ("baby up 5 times"), or one has been up for a day and a night."""
    at = place + 1 + any_text(items[place + 1 : place + 2], ("was", "were", "had", "got"))
    up, behind = items[at : at + 1], items[at + 1 : at + 1 + _AMOUNT_REACH]
    if items[place].text in _WAKING_ME and any_text(up, _UP):
        often = any_means(behind, "word", "times", "x") or any_value(behind, Repeats)
        at_hour = any_means(behind[:1], "word", "at") or any_value(behind, Clock)
        return often or any_text(behind, _OFTEN) or (at_hour and is_in_small_hours(behind))
    lasted = (item.value.minutes for item in (*up, *behind) if isinstance(item.value, Duration))
    return items[place].text in _UP and any(one >= _LONGEST_DAY_MIN for one in lasted)


def _tells_more(items: Items) -> bool:
    return any_means(items, "action") or any_means(items, "kind") or any_means(items, "lift")


def is_small(item: Item) -> bool:
    """Tell whether a word only goes with an amount: "only", "tops", "in total"."""
    total = item.means("run_part") == "total"
    return total or item.means("filler") is not None or item.is_word("around") or item.text in _SMALL


def is_waking(item: Item) -> bool:
    return item.text.startswith(("wok", "wole", "kept waking", "waking"))


def is_total(items: Items, hours: Number) -> bool:
    behind = items[hours.end : hours.end + 1]
    if any_means(items[max(0, hours.start - 1) : hours.start], "word", "after"):
        return True
    return any_means(behind, "run_part", "total") or any_means(behind, "state", "sleep")


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
    if items[place].means("state") == "bad_night":
        return True
    if "night" in named.split()[1:] or named in _BAD_NIGHTS or "last night" in named:
        if named.startswith("my night"):
            return any_text(items[place + 1 :], _BAD)
        return not named.startswith(("night", "bad one"))
    around = items[max(0, place - 3) : place + 1 + _SCORE_REACH]
    if named.startswith(("not sleeping", "sleeping", "can't sleep", "cant sleep", "cannot sleep", "can not sleep")):
        return True
    if is_waking(items[place]) or named.startswith(("woken", "waking")):
        awake = any(
            item.text.endswith(_NO_MORE) or item.means("state_word") == "no_more" for item in items[place + 1 :]
        )
        early = is_waking(items[place]) and is_in_small_hours(items[place + 1 : place + 4], latest=_LATEST_WAKING - 1)
        return awake or early or (any_text(around, _WAKING_ME) or any_value(around, Repeats))
    if named.endswith(_NO_MORE):
        return True
    if "up" in named.split() or "awake" in named.split():
        return True
    return any_text(around, _BAD) or any_text(items[:place], _NOBODY)
