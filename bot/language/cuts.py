"""Where else a statement is cut into parts: at a colon, and before what somebody does about it."""

from collections.abc import Iterator

from bot.language.cuts_of_message import cut
from bot.language.frames import Items
from bot.language.held import any_means
from bot.language.message import ME, says_run


def at_colon(items: Items) -> Iterator[Items]:
    """Cut a sentence at a colon that names no run, race or lift before it: "still got it: 5 at 90, 3 at 100"."""
    place = next((index for index, item in enumerate(items) if item.text == ":"), len(items))
    opening = items[:place]
    if place == len(items) or says_run(opening) or any_means(opening, "lift", "now"):
        yield items
    else:
        yield from (part for part in (opening, items[place + 1 :]) if part)


def at_so(items: Items) -> Iterator[Items]:
    """Cut a message before what somebody does about it: "the alarm did not go off so i'll do it this evening"."""
    return cut(items, lambda items, index: items[index].text == "so" and _acts_behind(items, index))


def _acts_behind(items: Items, index: int) -> bool:
    return any(
        item.text in ME or item.text in {"no", "ill"} or item.means("action") for item in items[index + 1 : index + 2]
    )
