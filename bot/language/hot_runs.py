"""Runs in the heat: "it was 41 in Phoenix on my run this morning", "36 degrees for the 12k, nearly died"."""

import datetime as dt
from collections.abc import Iterator

from bot.language.amounts import Degrees, degrees_in
from bot.language.frames import Items
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Clock, Dated, Distance, Doubtful, Item, Repeats
from bot.language.kinds import kind_of
from bot.language.meaning import DatedRunReading, GymReading, Meaning
from bot.language.message import Message, is_statement, needs
from bot.language.run_days import without_act
from bot.language.text import own_words
from bot.training.runs import RunKind, RunSpec

_WARM_C = (28.0, 50.0)
_WARM_F = (82.0, 122.0)
_BEFORE_HEAT = frozenset({"was", "is", "it's", "its", "hit", "about", "around", "in"})
_INSIDE = frozenset({"gym", "garage", "treadmill run"})
_ON = frozenset({"on", "for", "during", "did", "ran", "done"})
_OWN = frozenset({"my", "the", "this"})


@needs("kind", Distance)
def read_hot_run(message: Message) -> tuple[Meaning, ...]:
    """Read a run that was run in the heat; how hot it is where one lifts is asked about, for it was not said."""
    items = message.items
    plain = is_statement(items) and not (any_text(items, _INSIDE) or any_means(items, "lift"))
    today = message.context.today
    dates = {item.value.date for item in items if isinstance(item.value, Dated)}
    if not dates and any_means(items, "action", "done"):
        dates = {today}
    if not plain or len(dates) != 1 or not dates <= _lately(today) or not any(map(_is_warm, _heat(items))):
        return ()
    run = _run(items, message.text)
    if run is None:
        return ()
    planned = any_text(items, _OWN) and run.distance_km is None
    date = dates.pop()
    told = DatedRunReading(date=date, run=run, done=True, replaces=planned, planned=run.kind if planned else None)
    return (told, GymReading(celsius=None)) if date == today else (told,)


def _lately(today: dt.date) -> set[dt.date]:
    return {today, today - dt.timedelta(days=1)}


def _run(items: Items, text: str) -> RunSpec | None:
    """Return the run that is told of: on it, for it, or how long it was."""
    kms = [item.value.km for item in items if isinstance(item.value, Distance)]
    places = [index for index, item in enumerate(items) if item.means("kind") or isinstance(item.value, Distance)]
    led = any(item.text in _ON for index in places for item in items[max(0, index - 4) : index])
    led = led or any_means(items, "action", "done") or _is_in_degrees(items, min(places, default=len(items)))
    if not led or len(kms) > 1 or any_value(items, Doubtful, Repeats):
        return None
    kind, doubt = kind_of(without_act(items))
    if doubt is not None or kind is RunKind.REST:
        return None
    times = [item.value.time for item in items if isinstance(item.value, Clock)]
    return RunSpec(
        kind=kind or RunKind.OTHER,
        time=times[0] if len(times) == 1 else None,
        distance_km=kms[0] if kms else None,
        text=own_words(text),
    )


def _is_in_degrees(items: Items, first: int) -> bool:
    """Tell whether behind a run stands how hot it was: "hill session yesterday in 33C"."""
    behind = range(first + 1, len(items) - 1)
    return any(items[at].text in {"in", "at"} and any(one.unit for one in degrees_in(items[at + 1 :])) for at in behind)


def _heat(items: Items) -> Iterator[Degrees]:
    """Yield the temperatures: those with a unit, and "it was 41 in Phoenix"."""
    yield from (one for one in degrees_in(items) if one.unit)
    for index, item in enumerate(items[1:-1], start=1):
        if item.number is not None and items[index - 1].text in _BEFORE_HEAT and _is_outside(items[index + 1]):
            yield Degrees(value=float(item.number), unit="celsius")


def _is_outside(item: Item) -> bool:
    return item.text in {"in", "out", "outside", "here", "on", "during"}


def _is_warm(one: Degrees) -> bool:
    fahrenheit = one.unit == "fahrenheit" or (one.unit == "degrees" and one.value > _WARM_C[1])
    least, most = _WARM_F if fahrenheit else _WARM_C
    return least <= one.value <= most
