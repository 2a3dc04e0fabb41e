"""An "ok then" before an order: "ok then drop the tempo" asks nothing."""

from typing import Final

from bot.language.frames import Items
from bot.language.items import Item
from bot.language.message import Message, message_of

_NODS: Final = (
    frozenset({"ok", "okay", "k", "kk", "alright", "all right", "right", "fine", "cool", "great", "sure", "good"})
    | {"perfect", "yes", "yeah", "yep", "yup", "well", "then", "so", "and", "hmm", "ah", "oh", "thanks", "got it"}
    | {"fair enough", "lets", "let's", "just", "please", "i see", "in that case", "ok then", "ok so", "right then"}
)
_ORDERS: Final = frozenset({"skip", "move", "swap"})
# "Ok moving the tempo to friday" rather asks.
_NO_ORDER: Final = ("ing", "ed")


def behind_nods(message: Message) -> Message:
    """Return a message without the nods before the order that it gives; any other as it is."""
    at = _behind(message.items)
    if not at or at == len(message.items) or not _is_order(message.items[at]):
        return message
    return message_of(message, message.text[message.items[at].start :])


def _behind(items: Items) -> int:
    return next(
        (at for at, item in enumerate(items) if item.text not in _NODS and not item.is_mark(",.!-")), len(items)
    )


def _is_order(item: Item) -> bool:
    return item.means("action") in _ORDERS and not item.text.endswith(_NO_ORDER)
