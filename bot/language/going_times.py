"""Two times of which the second is the run's: "kids dropped 8.50 so I run 9.00", "shift ends 2pm so out at 3"."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.clocks import other_half
from bot.language.frames import RUN_ACTS, Items, is_day, is_filler
from bot.language.held import any_item, any_text
from bot.language.items import Clock, Distance, Item, Repeats
from bot.training.runs import RunKind

_ENDS = ".,:;!?()\n"
SO = frozenset({"so", "then", "and then"})
_GOING = RUN_ACTS | {"i", "i'll", "i'd", "we", "i'm", "im", "out", "start", "go", "jog"}
_STARTS = frozenset({"which", "starts", "begins", "opens", "leaves", "goes", "is at", "ends", "closes", "finishes"})
_NEAR = 2
_NOON = 12
_REACH = 8


def with_going_times(items: Items) -> Iterator[Item]:
    """Yield the items without each time that is only why a run begins at the next one, which is later in the day."""
    since: Clock | None = None
    for index, item in enumerate(items):
        clock = item.value
        if not isinstance(clock, Clock):
            yield item
        elif _is_reason(items, index):
            since = clock
        else:
            yield item if since is None else replace(item, value=_after(clock, since))
            since = None


def _tells_run(item: Item) -> bool:
    return item.means("kind") not in (None, RunKind.OTHER, RunKind.REST) or isinstance(item.value, Distance | Repeats)


def _after(clock: Clock, since: Clock) -> Clock:
    """Return a time in the half of the day in which something ended before it."""
    late = since.padded and since.time.hour >= _NOON and not clock.padded and clock.time.hour < _NOON
    return replace(clock, time=other_half(clock.time), sure=True, padded=True) if late else clock


def _is_reason(items: Items, index: int) -> bool:
    """Tell whether "so I run" and another time stand behind a time of which no run and no day is told."""
    last = min(len(items), index + 1 + _REACH)
    behind = next((at for at in range(index + 1, last) if isinstance(items[at].value, Clock)), None)
    between = items[index + 1 : behind] if behind is not None else ()
    joint = next((at for at, item in enumerate(between) if item.text in SO), None)
    # "6am easy 4, then 5pm track" tells of two runs.
    if joint is None or any_item(between, is_day) or any_item(between[:joint], _tells_run):
        return False
    begin = next((at for at in range(index, 0, -1) if items[at - 1].is_mark(_ENDS)), 0)
    day = next((at for at in range(index - 1, begin - 1, -1) if is_day(items[at])), begin - 1)
    named = any(item.means("kind") not in (None, "other") for item in items[begin:index])
    if any(item.text in _STARTS for item in items[max(begin, index - _NEAR) : index]):
        return True
    # "Mon 7 so I run 8" tells of a run at 7; "mon got an 8am lecture so run at 6" does not.
    if named or (day >= begin and all(map(is_filler, items[day + 1 : index + 2])) and day + 1 >= index):
        return False
    led = between[joint + 1 :]
    return any_text(led, _GOING) or all(map(is_filler, led))
