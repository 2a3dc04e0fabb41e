"""How a run went: "intervals felt awful today", "yesterday's tempo was 4% slower than planned"."""

import datetime as dt

from bot.language.frames import Items
from bot.language.held import any_text
from bot.language.items import Dated, Days, Item, WeekOf
from bot.language.meaning import RunReportReading
from bot.language.numbers import Number, numbers_in
from bot.training.runs import RunKind

_WEEK = 7
_MOST_PERCENT = 100


def read_run_report(items: Items, today: dt.date) -> RunReportReading | None:
    """Read a kind of run and a word for how it felt, or a percentage slower; None for anything else.

    "Tempo runs are awful" tells of no run: a report says "felt", "was" or a day that has been.
    """
    kinds = [RunKind(kind) for item in items if (kind := item.means("kind")) and kind != RunKind.REST]
    felt = [key for item in items if (key := item.means("felt"))]
    day = next((day for item in items if (day := _day(item, today))), None)
    told = day is not None or any(item.means("felt") and item.text.startswith(_PAST) for item in items)
    worse = felt[:1] == ["worse"]
    percent = _percent(items) if worse else None
    told = told or percent is not None or any_text(items, _TOLD)
    if not kinds or not felt or not told or (day or today) > today:
        return None
    kind = next((kind for kind in kinds if kind is not RunKind.OTHER), RunKind.OTHER)
    small = percent is not None and len(felt) == 1
    latest = None if day else _end_of_week(items, today)
    return RunReportReading(date=day, kind=kind, felt_worse=worse and not small, percent=percent, latest=latest)


_PAST = ("felt", "struggled", "went", "nailed", "was", "were", "couldn", "legs")
_TOLD = frozenset({"was", "were", "felt", "came", "went", "ended", "did", "ran"})


def _day(item: Item, today: dt.date) -> dt.date | None:
    match item.value:
        case Dated(date=date):
            return date
        case Days(days=(day, *_), week=week) if not week or week < 0:
            return today - dt.timedelta(days=(today.weekday() - day) % _WEEK)
        case Days():
            return today + dt.timedelta(days=_WEEK)
    return None


def _end_of_week(items: Items, today: dt.date) -> dt.date | None:
    """Return the Sunday of a week that was, where one is named: "tempo felt awful last week"."""
    week = next((item.value.week for item in items if isinstance(item.value, WeekOf) and item.value.week < 0), None)
    return None if week is None else today + dt.timedelta(days=_WEEK * (week + 1) - today.weekday() - 1)


def _percent(items: Items) -> float | None:
    share = [abs(one.value) for one in numbers_in(items) if _is_percent(one, items)]
    return share[0] if len(share) == 1 and share[0] <= _MOST_PERCENT else None


def _is_percent(number: Number, items: Items) -> bool:
    behind = items[number.end] if number.end < len(items) else None
    return behind is not None and (behind.is_mark("%") or behind.text in {"percent", "pct", "per cent"})
