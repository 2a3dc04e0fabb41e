"""Moments that hang on a run: "the day after my long run", "night before the race", "same day as tempo"."""

import datetime as dt
from dataclasses import dataclass

from bot.language.frames import Items, run_kind
from bot.language.held import any_value
from bot.language.items import Ahead, Clock, Dated, Days, Distance, Duration, Item, PartOfDay, Value
from bot.language.meaning import Part, Side
from bot.language.week import coming, date_of
from bot.training.runs import RunKind

_HOURS_IN_DAY = 24
_HALF_DAY = 10
_WINDOW = 5
_BESIDE = 10
# "Enough recovery for deads since this morning's run".
_SINCE = "since"
_SPANS = {"day": 1, "week": 7}
_LED = 3
_FROM = frozenset({"of", "from", "to"})
_BEFORE_DAY = frozenset({"is", "(", "which", "which is"})
_NIGHT = frozenset({Part.EVENING, Part.TONIGHT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A run that a day hangs on. `start` and `end` are the items that said so; `run_day` the run's date if named.

    `hours` is how long before (below 0) or after it, where that is said; `clock` the run's own time.
    """

    kind: RunKind | None
    days: int
    side: Side | None
    start: int
    end: int
    part: Part | None = None
    run_day: dt.date | None = None
    hours: float | None = None
    clock: Clock | None = None

    @property
    def time(self) -> dt.time | None:
        """Return the time that is so many hours before or after the run, where the run's own is known."""
        return None if self.clock is None or not self.clock.sure else self.time_from(self.clock.time)

    def time_from(self, run: dt.time) -> dt.time | None:
        """Return the time that is so many hours before or after a run at a time, on the same day."""
        if self.hours is None:
            return None
        minutes = run.hour * 60 + run.minute + round(self.hours * 60)
        return dt.time(minutes // 60, minutes % 60) if 0 <= minutes < _HOURS_IN_DAY * 60 else None

    @property
    def date(self) -> dt.date | None:
        """Return the day meant, when the text names the run's own day."""
        return None if self.run_day is None else self.run_day + dt.timedelta(days=self.days)


def relation_in(items: Items, today: dt.date) -> Relation | None:
    """Find the first run that a moment hangs on; None when no word relates the moment to one."""
    for index, item in enumerate(items):
        if not item.senses and not isinstance(item.value, PartOfDay):
            continue
        if (item.is_word("before", "after", "same_day") or item.text == _SINCE) and (
            found := _with_run(items, index, today)
        ):
            return found
        if found := _part_of_run_day(items, index, today) or _run_day(items, index):
            return found
    return _parts_apart(items)


def _with_run(items: Items, index: int, today: dt.date) -> Relation | None:
    role = items[index]
    late, start = _days_of(items, index)
    run = _run_after(items, start, today) or _run_told_before(items, index) or _run_beside(items, index)
    if run is None:
        return None
    kind, run_day, end = run
    if role.is_word("same_day"):
        return Relation(kind=kind, days=0, side=None, start=index, end=end, run_day=run_day)
    side = Side.BEFORE if role.is_word("before") else Side.AFTER
    timed = any_value(items[:index], Clock)
    days, part, start = distance_before(items, index)
    hours = _hours_apart(items, index, side)
    if (
        kind is not None
        and (side is Side.BEFORE or timed or hours)
        and end < len(items)
        and isinstance(items[end].value, Clock)
    ):
        # "Before my run at 6pm", "deads at 6pm, after my run at 8am": the time is the run's.
        end += 1
    elif end + 1 < len(items) and items[end].is_mark("(") and isinstance(items[end + 1].value, Clock):
        # "Right before track (7pm)".
        end += 2
    days = days or late
    signed = -days if side is Side.BEFORE else days
    return Relation(
        kind=kind,
        days=signed,
        side=None if days else side,
        start=start,
        end=end,
        part=part,
        run_day=run_day,
        hours=hours,
        clock=next((item.value for item in items[index:end] if isinstance(item.value, Clock)), None),
    )


def _days_of(items: Items, index: int) -> tuple[int, int]:
    """Return the days of "after 2 days of my marathon", and where the run may stand."""
    behind = items[index + 1 : index + 4]
    length = _SPANS.get(behind[1].means("span") or "") if len(behind) == _LED else None
    if length is None or behind[0].number is None or behind[2].text not in _FROM:
        return 0, index + 1
    return length * behind[0].number, index + len(behind) + 1


def _hours_apart(items: Items, index: int, side: Side) -> float | None:
    """Return how many hours "before" (below 0) or "after" is away, where it is less than half a day."""
    hours = _hours(items[index - 1].value) if index else 0.0
    if not 0 < hours < _HALF_DAY:
        return None
    return -hours if side is Side.BEFORE else hours


def _run_told_before(items: Items, index: int) -> tuple[None, None, int] | None:
    """Return the run of another clause that "the day after" and "two days before" hang on, where nothing follows."""
    hangs = not items[index].is_word("same_day") and distance_before(items, index)[0] > 0
    ends = all(item.is_mark("?!.") or item.means("talk") for item in items[index + 1 :])
    return (None, None, index + 1) if hangs and ends else None


def _run_beside(items: Items, index: int) -> tuple[RunKind, None, int] | None:
    """Return the run that shares a day with a lift: "same day lift and tempo ok"."""
    if not items[index].is_word("same_day"):
        return None
    around = items[max(0, index - _BESIDE) : index + _BESIDE]
    kind = next((kind for item in around if (kind := run_kind(item)) not in (None, RunKind.REST)), None)
    return None if kind is None else (kind, None, index + 1)


def _run_after(items: Items, start: int, today: dt.date) -> tuple[RunKind | None, dt.date | None, int] | None:
    """Return the kind of run named within a few words, its day if said, and the index after it."""
    run_day: dt.date | None = None
    for index in range(start, min(start + _WINDOW, len(items))):
        item = items[index]
        half = item.is_word("half") and run_day is not None
        if kind := RunKind.RACE if half else run_kind(item):
            return kind, *_day_behind(items, index + 1, run_day, today)
        if isinstance(item.value, Distance):
            named = run_kind(items[index + 1]) if index + 1 < len(items) else None
            return named or RunKind.OTHER, *_day_behind(items, index + (2 if named else 1), run_day, today)
        if (item.is_word("it") and item.means("near_day") is None) or _ends_with_this(items, index):
            return None, run_day, index + 1
        if isinstance(item.value, Dated):
            run_day = item.value.date
        elif isinstance(item.value, Days):
            run_day = _date(item.value, today)
        elif not _leads_to_run(items, index):
            return None
    return None


def _ends_with_this(items: Items, index: int) -> bool:
    """Tell whether a clause ends with "after this"."""
    return items[index].text == "this" and index + 1 == len(items)


def _leads_to_run(items: Items, index: int) -> bool:
    """Tell whether an item may stand before the run: small words, a part of the day, "tomorrow's 6am intervals"."""
    item = items[index]
    if isinstance(item.value, Clock):
        return _names_run(items[index + 1 : index + 2])
    return isinstance(item.value, PartOfDay) or bool(item.means("filler")) or item.means("action") == "mine"


def _names_run(items: Items) -> bool:
    """Tell whether a run follows right behind its time: "tomorrow's 6am intervals"."""
    return any(run_kind(item) is not None or isinstance(item.value, Distance) for item in items)


def _day_behind(items: Items, index: int, run_day: dt.date | None, today: dt.date) -> tuple[dt.date | None, int]:
    """Return the run's day, if it stands right behind it ("my half on the 13th"), and the index after it."""
    place = index
    while place < len(items) and (items[place].is_word("on") or items[place].text in _BEFORE_DAY):
        place += 1
    value = items[place].value if place < len(items) else None
    if run_day is not None or not isinstance(value, Days | Dated) or (isinstance(value, Days) and value.either):
        return run_day, index
    return (value.date if isinstance(value, Dated) else _date(value, today)), place + 1


def _date(days: Days, today: dt.date) -> dt.date:
    return date_of(days.days[0], days, today, None) or coming(days.days[0], today)


def distance_before(items: Items, index: int) -> tuple[int, Part | None, int]:
    """Return how many days "before" or "after" is away, the part of the day, and where the phrase begins."""
    previous = items[index - 1] if index else None
    if previous is None:
        return 0, None, index
    if isinstance(previous.value, PartOfDay) and previous.value.part is Part.NOON:
        # "At noon before it" is the run's own day.
        return 0, None, index
    if isinstance(previous.value, PartOfDay):
        part = Part.EVENING if previous.value.part in _NIGHT else previous.value.part
        named = index > 1 and isinstance(items[index - 2].value, Days | Dated)
        if part is Part.EVENING and items[index].is_word("after"):
            # "The evening after the race" is that of its day, "the morning after" the next one.
            return 0, part, index - 1
        return (0, None, index) if named else (1, part, index - 1)
    if isinstance(previous.value, Duration | Ahead):
        hours = _hours(previous.value)
        # "3 hours before my run" is the same day.
        return (0 if hours < _HALF_DAY else max(1, round(hours / _HOURS_IN_DAY))), None, index - 1
    length = _SPANS.get(previous.means("span") or "")
    if length is None:
        return 0, None, index
    number = items[index - 2].number if index > 1 else None
    return length * (number or 1), None, index - (2 if number else 1)


def _hours(value: Value) -> float:
    if isinstance(value, Ahead):
        return value.hours
    return value.minutes / 60 if isinstance(value, Duration) else 0.0


def _part_of_run_day(items: Items, index: int, today: dt.date) -> Relation | None:
    """Read "the morning of the race"."""
    value = items[index].value
    if not isinstance(value, PartOfDay) or index + 1 >= len(items) or not items[index + 1].is_word("of"):
        return None
    run = _run_after(items, index + 2, today)
    if run is None or run[0] is None:
        return None
    return Relation(kind=run[0], days=0, side=None, start=index, end=run[2], part=value.part, run_day=run[1])


def _run_day(items: Items, index: int) -> Relation | None:
    """Read "on my long run day", "on easy days", "on rest days"."""
    kind = run_kind(items[index])
    if kind is None:
        return None
    day = index + 1 < len(items) and items[index + 1].means("span") == "day"
    if not day and not (kind is RunKind.REST and items[index].value and _names_day(items[index])):
        return None
    return Relation(kind=kind, days=0, side=None, start=index, end=index + (2 if day else 1))


def _names_day(item: Item) -> bool:
    named = item.means("kind") == RunKind.REST and item.means("action") is None and item.text != "resting"
    return named and item.end - item.start > len("rest")


def _parts_apart(items: Items) -> Relation | None:
    """Read "morning intervals evening deads": a run in one part of a day, the lift in another."""
    parts = [index for index, item in enumerate(items) if isinstance(item.value, PartOfDay)]
    if len(parts) < 2:  # noqa: PLR2004 - one for the run, one for the lift
        return None
    for place, other in ((parts[0], parts[1]), (parts[1], parts[0])):
        beside = items[place + 1] if place + 1 < len(items) else None
        kind = None if beside is None else run_kind(beside)
        if kind is not None:
            side = Side.AFTER if place < other else Side.BEFORE
            return Relation(kind=kind, days=0, side=side, start=place, end=place + 2)
    return None
