"""What is taken back by its sort or its day: "undo that lift", "tuesday as normal", "forget the thing of wednesday"."""

import datetime as dt
import re

from bot.language.day_marks import with_days
from bot.language.items import Dated, Days
from bot.language.meaning import Meaning, NormalDaysReading, Undone, UndoReading
from bot.language.message import Message, message_of
from bot.language.run_days import date_in

_LONGEST = 90
_UNDO = re.compile(
    r"(?:please |pls |can you |actually )?(?:undo|revert|take back|undo the last|take that) "
    r"(?:(?:that|the|my|this|last|newest|latest|one|of|change|to|with) )*"
    r"(?P<sort>lifts?|deadlifts?|workout|runs?|races?|week|weekly runs|weekly week|schedule|plan|pause)"
    r"(?: (?:change|changes|move|back|one|log|entry|please|pls|again))*",
    re.IGNORECASE,
)
_SORTS = {
    "lift": Undone.LIFT,
    "deadlift": Undone.LIFT,
    "workout": Undone.LIFT,
    "run": Undone.RUN,
    "race": Undone.RACE,
    "pause": Undone.PAUSE,
}
_DAY = r"(?:[a-z]+day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|today|tomorrow|tmrw)(?:'?s)?"
_NORMAL = r"(?:(?:at|as|like|the|to|back to|on) )*(?:normal|usual|always|planned|before|it was)"
_DAYS = rf"{_DAY}(?:(?: and |, ?| & ){_DAY})*"
# "Forget the thing of wednesday", "tuesday as normal", "back to normal on tuesday", "i run the tuesday at normal".
_BACK = re.compile(
    rf"(?:(?:ok|actually|please|pls|sorry|and|so|no|,) ?)*"
    rf"(?:(?:forget|ignore|scrap|cancel)(?: about)? (?:the |that |my )?"
    rf"(?:thing|change|swap|move|stuff|switch|changes)(?: (?:of|on|from|for|about|with|to))? (?:the )?{_DAYS}"
    rf"(?:[ ,.;-]+(?:and )?(?:i )?(?:will |'ll )?(?:run|do|keep) (?:the |on )?{_DAYS} {_NORMAL})?"
    rf"|(?:i |i'll |we )?(?:(?:run|do|keep|put) )?(?:(?:the|my|this|on) )*{_DAYS}(?:'?s run)?"
    rf"(?: is| goes| are| again)?(?: back)? {_NORMAL}(?: (?:again|please|after all))?"
    rf"|(?:it's |its )?(?:back to )?(?:normal|usual) (?:on |again on |for )?(?:this )?{_DAYS}(?: again)?)",
    re.IGNORECASE,
)


def read_taking_back(message: Message) -> tuple[Meaning, ...]:
    """Read what is to be as it was; the whole message must say it, and it asks nothing."""
    text = message.text.strip(" .!\n")
    if len(text) > _LONGEST or "?" in text:
        return ()
    if said := _UNDO.fullmatch(text):
        return (UndoReading(sort=_SORTS.get(said["sort"].lower().rstrip("s"), Undone.WEEK)),)
    dates = _dates(message, text) if _BACK.fullmatch(text) else ()
    return (NormalDaysReading(dates=dates),) if dates else ()


def _dates(message: Message, text: str) -> tuple[dt.date, ...]:
    """Return the days that are named, each once and with its date; nothing where one is no single day."""
    part = message_of(message, text)
    days = [item for item in with_days(part.items) if isinstance(item.value, Dated | Days)]
    if any(isinstance(item.value, Days) and item.value.habit for item in days):
        return ()
    found = (date_in(item, part.items, part.context, one=True) for item in days)
    return tuple(sorted({one for one in found if isinstance(one, dt.date)}))
