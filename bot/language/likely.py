"""What a message that is not understood may be about: by the words in it that are known."""

from collections import Counter

from bot.language.frames import Items
from bot.language.items import Clock, Dated, Days, Distance, Duration, Item, PartOfDay, Repeats, Word
from bot.language.meaning import Likely, NotUnderstood

_MOST = 3
_OF_A_WEEK = 2


def likely(items: Items) -> tuple[Likely, ...]:
    """Return the three likeliest things that a message is about, the best first."""
    points = Counter[Likely](subject for item in items for subject in _subjects(item))
    if sum(isinstance(item.value, Days) for item in items) < _OF_A_WEEK:
        points.pop(Likely.WEEK, None)
    named = sorted(points, key=lambda subject: (-points[subject], list(Likely).index(subject)))
    return tuple(dict.fromkeys((*named, *NotUnderstood().likely)))[:_MOST]


def _subjects(item: Item) -> tuple[Likely, ...]:
    if not item.senses and isinstance(item.value, Word):
        return ()
    match item.value:
        case Distance() | Duration() | Repeats():
            return (Likely.RUN,)
        case Days():
            return (Likely.WEEK, Likely.WEEK, Likely.TODAY)
        case Dated() | Clock() | PartOfDay():
            return (Likely.TODAY,)
    if item.means("run_part") == "ends":
        return (Likely.WARM_UP,)
    return tuple(_GROUPS[group] for group in item.senses if group in _GROUPS)


_GROUPS = {
    "kind": Likely.RUN,
    "action": Likely.RUN,
    "lift": Likely.TODAY,
    "mass": Likely.LOG,
    "exercise": Likely.LOG,
    "lift_word": Likely.LOG,
    "body": Likely.BODY,
    "state": Likely.BODY,
    "felt": Likely.BODY,
    "setting": Likely.SETTINGS,
    "equipment": Likely.SETTINGS,
}
