"""Where one is now and how long one has lifted, told in passing: "I'm in Vancouver now", "3 years of barbell"."""

from itertools import takewhile

from bot.language.frames import Items
from bot.language.held import any_item, any_mark, any_means, any_text
from bot.language.items import Item, Word
from bot.language.meaning import SettingReading

_CHANGING = frozenset(
    {"change", "switch", "set", "update", "use", "fix", "adjust", "changed", "sort", "updating", "put"}
)
_LEADS_TO_PLACE = frozenset({"in", "to", "on", "from", "at", "landed in", "just landed in", "flew to", "back in", "is"})
_NO_PLACES = frozenset({"i", "i'm", "my", "please", "can"})
_MOST_NAMES = 3
_OF = frozenset({"of", "in", "under", "with", "on", "the", "a", "barbell", "experience"})
_REACH = 4
_DONE_WITH = frozenset({"after", "since", "ago", "quit", "stopped", "without", "off", "break", "no", "not", "in"})


def place_now(text: str, items: Items) -> SettingReading | None:
    """Read "I'm in Vancouver now, please change my timezone": a place with a capital, and that the zone changes."""
    zoned = any_means(items, "state", "zones") or any_text(items, ("clock",))
    if not zoned or not any_text(items, _CHANGING) or any_mark(items, "?"):
        return None
    for index, item in enumerate(items[:-1]):
        name = tuple(takewhile(lambda one: _is_name(one, text), items[index + 1 : index + 1 + _MOST_NAMES]))
        if (item.text in _LEADS_TO_PLACE or item.is_word("in", "to", "on")) and name:
            return SettingReading(name="timezone", value=text[name[0].start : name[-1].end])
    return None


def _is_name(item: Item, text: str) -> bool:
    if not isinstance(item.value, Word) or item.text in _NO_PLACES:
        return False
    return item.value.token.is_name and text[item.start].isupper()


def years_of(text: str, items: Items) -> SettingReading | None:
    """Read "3 years of barbell", "10 yrs under the bar": how long, with lifting right behind it."""
    if any_text(items, _DONE_WITH) or any_means(items, "unsure") or any_mark(items, "?"):
        return None
    for index, item in enumerate(items[1:], start=1):
        number = items[index - 1].number
        if number is None or item.means("span") not in {"month", "year"}:
            continue
        behind = tuple(takewhile(lambda one: one.text in _OF or _is_lift(one), items[index + 1 : index + 1 + _REACH]))
        if any_item(behind, _is_lift):
            return SettingReading(name="lifting", value=text[items[index - 1].start : item.end])
    return None


def _is_lift(item: Item) -> bool:
    return item.means("lift") == "now" or item.means("equipment") == "barbell"
