"""Days that are named by their feast: "christmas day", "on boxing day", "new year's eve"."""

import re

from bot.language.frames import Items
from bot.language.items import Context

_FEASTS = (
    (r"christmas eve|xmas eve", "24 december"),
    (r"christmas day|xmas day|(?<=on )christmas|(?<=at )christmas|(?<=on )xmas|(?<=at )xmas", "25 december"),
    (r"boxing day", "26 december"),
    (r"new year'?s'? eve|new year eve|nye", "31 december"),
    (r"new year'?s'? day|new year day", "1 january"),
)
_NAMED = tuple(
    (re.compile(rf"\b(?:{names})\b(?! (?:party|run|race|dinner|market|do))", re.I), at) for names, at in _FEASTS
)


def with_feasts(context: Context, _: Items) -> str:
    """Say a feast that has the same date every year as that date."""
    text = context.text
    for name, date in _NAMED:
        text = name.sub(date, text)
    return text
