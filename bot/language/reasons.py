"""Why a run is moved or left out: what is said of it holds without its reason."""

from bot.language.cuts_of_message import at_commas
from bot.language.frames import Items
from bot.language.items import Context, Distance, Duration, Item, Repeats

_CHANGING = frozenset({"skip", "missed", "move", "swap"})


def without_visit(context: Context, items: Items) -> str:
    """Leave out the part that only tells who makes a run change: "long run moves to saturday, in laws on sunday"."""
    parts = tuple(at_commas(items))
    acts = any(item.means("action") in _CHANGING for item in parts[0]) if len(parts) > 1 else False
    if not acts or any(item.means("unsure") for item in parts[0]) or len(context.text) < items[-1].end:
        return context.text
    first = next((part for part in parts[1:] if any(item.means("unsure") == "others" for item in part)), None)
    if first is None or first is not parts[-1] or any(_tells_training(item) for item in first):
        return context.text
    return context.text[: first[0].start].rstrip(" ,.;-(")


def _tells_training(item: Item) -> bool:
    """Tell whether a part with this word tells of more than a reason."""
    named = item.means("kind") or item.means("lift") or item.means("action") not in {None, "mine"}
    return bool(named) or isinstance(item.value, Distance | Duration | Repeats) or item.is_mark("?")
