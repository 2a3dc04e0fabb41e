"""Running after a lift, as text."""

import datetime as dt
from collections.abc import Iterator, Mapping

from bot.app import messages as m
from bot.app.reply import Km, Message
from bot.chat.words import Reader, hours, number, tell
from bot.guidance.running import AFTER_LIFT_CLAIMS, Clash, Conflict, RunAdvice
from bot.guidance.thresholds import AfterLift

CLASHES: Mapping[Clash, Message] = {
    Clash.QUALITY_SOON: m.CLASH_QUALITY_SOON,
    Clash.STEADY_SOON: m.CLASH_STEADY_SOON,
    Clash.LONG_SAME_DAY: m.CLASH_LONG_SAME_DAY,
    Clash.DESCENTS: m.CLASH_DESCENTS,
    Clash.TOO_LONG: m.CLASH_TOO_LONG,
}


def lines(reader: Reader, advice: RunAdvice) -> Iterator[str]:
    """Yield the planned runs that do not fit first, then the limits, then when to stop and where it comes from."""
    for conflict in advice.conflicts:
        yield _conflict(reader, conflict)
    yield from _heavy(reader, advice) if advice.heavy else _light(reader, advice)
    yield from _soreness(reader, advice)
    yield from _warm_up(reader, advice)
    yield tell(reader, m.RUN_STOP)
    guides = dict.fromkeys(reader.texts.guides[claim] for claim in AFTER_LIFT_CLAIMS)
    yield tell(reader, m.ANSWER_SOURCES, sources="; ".join((*guides, tell(reader, m.OUR_JUDGEMENT))))


def _conflict(reader: Reader, conflict: Conflict) -> str:
    away = "" if conflict.hours is None else f", {hours(conflict.hours)} after it"
    text = tell(reader, CLASHES[conflict.clash], run=conflict.run, away=away)
    return text[:1].upper() + text[1:]


def _heavy(reader: Reader, advice: RunAdvice) -> Iterator[str]:
    limits = advice.limits
    if reader.now < advice.lift_at + dt.timedelta(hours=limits.at_once_h):
        yield tell(reader, m.RUN_AT_ONCE, minutes=limits.at_once_min)
        if advice.experienced:
            yield _strides(reader, limits)
    if advice.lift_at.astimezone(reader.zone).date() == reader.today:
        yield tell(reader, m.RUN_HEAVY_TODAY, apart=advice.apart_from)
        yield from _longest(reader, advice)
        yield tell(reader, m.RUN_SPEED, percent=round(limits.speed_share * 100))
        low, high = limits.uphills
        yield tell(reader, m.RUN_NEXT_DAY, minutes=limits.next_day_min, low=low, high=high, seconds=limits.uphill_s)
    yield tell(reader, m.RUN_STEADY, at=advice.steady_from)
    yield tell(reader, m.RUN_QUALITY, at=advice.quality_from)


def _strides(reader: Reader, limits: AfterLift) -> str:
    low, high = limits.strides
    percent = round(limits.speed_share * 100)
    return tell(reader, m.RUN_STRIDES, low=low, high=high, metres=limits.stride_m, percent=percent)


def _longest(reader: Reader, advice: RunAdvice) -> Iterator[str]:
    if advice.longest_km is not None:
        yield tell(reader, m.RUN_LONGEST, longest=Km(km=advice.longest_km))
    elif advice.longest_min is not None:
        yield tell(reader, m.RUN_LONGEST, longest=f"{number(advice.longest_min)} min")


def _days_ago(reader: Reader, advice: RunAdvice) -> int:
    """Return how many local days ago the lift was."""
    return (reader.today - advice.lift_at.astimezone(reader.zone).date()).days


def _warm_up(reader: Reader, advice: RunAdvice) -> Iterator[str]:
    limits, days = advice.limits, _days_ago(reader, advice)
    if days <= 0:
        yield tell(reader, m.RUN_WARM_UP, same=limits.warm_up_same_day_min, next=limits.warm_up_next_day_min)
    elif days == 1:
        yield tell(reader, m.RUN_WARM_UP_TODAY, next=limits.warm_up_next_day_min)


def _light(reader: Reader, advice: RunAdvice) -> Iterator[str]:
    days = _days_ago(reader, advice)
    if days > 0:
        over = advice.quality_from <= reader.now
        free = advice.quality_from.astimezone(reader.zone).date()
        yield tell(reader, m.RUN_LIGHT_OVER) if over else tell(reader, m.RUN_LIGHT_YESTERDAY, day=free)
    elif advice.quality_same_day_from is not None:
        yield tell(reader, m.RUN_LIGHT_TODAY, at=advice.quality_same_day_from)
    else:
        yield tell(reader, m.RUN_LIGHT, at=advice.quality_from)


def _soreness(reader: Reader, advice: RunAdvice) -> Iterator[str]:
    if advice.walk:
        yield tell(reader, m.RUN_WALK)
    elif advice.shorter:
        yield tell(reader, m.RUN_SHORTER, percent=round(advice.limits.sore_shorter_share * 100))
