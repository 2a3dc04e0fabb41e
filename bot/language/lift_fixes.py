"""A logged lift that is deleted or put right: "delete my last lift", "that was 105 kg", "it was 3 reps, not 4"."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language.day_marks import with_days
from bot.language.frames import LEAST_WEIGHT, Items, is_point
from bot.language.held import any_item, any_mark, any_means, any_text
from bot.language.items import Clock, Dated, Days, Distance, Duration, Item, Pace
from bot.language.meaning import LiftFixReading, Meaning, Subject
from bot.language.message import Message, needs, part_of
from bot.language.numbers import numbers_in
from bot.language.run_days import date_in
from bot.language.scan import scan
from bot.training.lifts import Exercise
from bot.training.profile import MassUnit, unit_kg
from bot.training.runs import RunKind

_LONGEST = 12
_MARKS = ".,!?:;-\n"
_WAS = frozenset({"was", "were", "should", "should be", "should have", "should've", "shouldve", "actually"})
_IT = frozenset({"it", "that", "this"})
_WAS_NOT = frozenset({"not", "wasn't", "wasnt", "weren't", "werent"})
_LAST = frozenset({"last", "latest", "newest", "previous"})
_WORDS = (
    frozenset({"not", "been", "entry", "log", "weight", "actually", "sorry", "session", "at", "only", "really"})
    | _WAS
    | _WAS_NOT
    | _LAST
)
_WRONG = frozenset({"wrong", "wrongly", "mistake", "mistyped", "misread", "typo", "miscounted", "misloaded", "bad"})
_MOST_REPS = 30
_LONGEST_CONTRAST = 30
_A_PAIR = 2
_DENIED = _WAS_NOT | {"instead of", "rather than"}
_DENIAL_REACH = 2
_SAID = frozenset({"says", "said", "say", "shows", "put", "wrote", "typed", "entered"})
_OF_LOG = frozenset({"log", "logged", "entry", "correction"}) | (_WRONG - {"bad", "wrongly"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """What was lifted, and what it is said not to have been."""

    weight_kg: float | None = None
    reps: int | None = None
    before: float | None = None


@needs("gym", "mass", "lift_word", "filler")
def read_lift_fix(message: Message) -> tuple[Meaning, ...]:
    """Read what is wrong with a logged lift; every word must have its place, and nothing is asked.

    Days are read backwards: what is logged has been.
    """
    found = _said_plainly(_without_excuse(message)) or _deleted_why(message) or _contrasted(message)
    return () if found is None else (found,)


def _said_plainly(message: Message) -> LiftFixReading | None:
    if not all(map(_has_place, (item for item in message.items if not item.is_mark(_MARKS)))):
        return None
    items = with_days(scan(replace(message.context, past=True), message.vocabulary))
    words = tuple(item for item in items if not item.is_mark(_MARKS))
    if not words or len(words) > _LONGEST or any_mark(items, "?"):
        return None
    if not all(_has_place(item) for item in words):
        return None
    return _deleted(words, message) or _opened(words, message) or _changed(words, items, message)


def _deleted_why(message: Message) -> LiftFixReading | None:
    """Read what is deleted before its reason: "delete yesterday's squat i never did it, put the wrong thing in"."""
    end = next((at for at, item in enumerate(message.items) if at and (item.is_mark(",.;-(") or item.text == "i")), 0)
    opening, reason = message.items[:end], message.items[end:]
    if not any_means(opening, "gym", "delete") or any_mark(reason, "?") or any(item.number for item in reason):
        return None
    return None if any_item(reason, _is_of_else) else _said_plainly(part_of(message, 0, opening[-1].end))


def _contrasted(message: Message) -> LiftFixReading | None:
    """Read two numbers of which one is said to be wrong, whatever stands around: "oops, bench should be 62 not 65, …".

    It needs a lift, or a word of the log, and no run nor state that the numbers may be of. How many sets there were is
    put right in the entry itself, which it opens.
    """
    if len(message.items) > _LONGEST_CONTRAST or any_mark(message.items, "?") or any_item(message.items, _is_of_else):
        return None
    items = with_days(scan(replace(message.context, past=True), message.vocabulary))
    numbers = list(numbers_in(items))
    if not _is_of_log(items) or (len(numbers) != _A_PAIR and not _tells_of_entry(items)):
        return None
    denied = [one for one in numbers if any_text(items[max(0, one.start - _DENIAL_REACH) : one.start], _DENIED)]
    before = [one for one in numbers if any_text(items[max(0, one.start - 1) : one.start], _SAID)]
    wrong = denied if len(denied) == 1 else before
    if len(wrong) != 1:
        return None
    value = _contrast([one.value for one in numbers if one is not wrong[0]], wrong[0].value, items, message.mass_unit)
    found = (
        None
        if value is None
        else _of_subject(tuple(item for item in items if not item.is_mark(_MARKS)), message, value)
    )
    if found is None or value != _Value():
        return found
    vague = found.date is None and found.subject is Subject.OPEN
    return replace(found, opens=True, subject=Subject.THAT if vague else found.subject)


def _contrast(others: list[float], wrong: float, items: Items, unit: MassUnit) -> _Value | None:
    if len(others) != 1 or any_means(items, "lift_word", "sets"):
        return _Value()
    told = others[0]
    if any_means(items, "lift_word", "reps"):
        return _Value(reps=int(told), before=wrong) if _are_reps(told) and _are_reps(wrong) else None
    mass = next((item.means("mass") for item in items if item.means("mass")), None)
    if min(told, wrong) < LEAST_WEIGHT and mass is None:
        return None
    factor = unit_kg(unit if mass is None else MassUnit(mass))
    return _Value(weight_kg=told * factor, before=wrong * factor)


def _tells_of_entry(items: Items) -> bool:
    """Tell whether a logged entry is spoken of, and none is told: "that last one was …", "correction: …"."""
    subject = any(_names_subject(one) and any_text(items[at + 1 : at + 4], _WAS) for at, one in enumerate(items))
    return subject or any_text(items, _OF_LOG)


def _is_of_log(items: Items) -> bool:
    """Tell whether a lift that was logged is spoken of; "my weight" may be the runner's own."""
    body = any(one.text == "my" and two.text in {"weight", "bodyweight"} for one, two in pairwise(items))
    was = any_text(items, _WAS | _SAID | {"did", "were"})
    return (
        was and not body and (_names_lift(items) or any_text(items, _OF_LOG) or any_means(items, "lift_word", "sets"))
    )


def _is_of_else(item: Item) -> bool:
    """Tell whether the numbers of a message may be those of a run, a time, a state or what somebody only thinks of."""
    measured = isinstance(item.value, Clock | Distance | Duration | Pace)
    named = (
        item.means("kind") not in {None, RunKind.RACE}
        or item.means("race_distance")
        or item.means("unsure")
        or item.means("state")
    )
    return measured or bool(named) or item.means("state_word") in {"degrees", "fever"}


def _without_excuse(message: Message) -> Message:
    """Leave out how it came to be wrong: "…, i logged it wrong", "…, i counted the bar wrong", "…, my mistake"."""
    marks = (
        at for at, item in enumerate(message.items[:-1]) if item.is_mark(",.;-(") and not is_point(message.items, at)
    )
    mark = max(marks, default=0)
    if not mark:
        return message
    behind = message.items[mark + 1 :]
    excuse = any_text(behind, _WRONG) and not any(item.number is not None for item in behind)
    return part_of(message, 0, message.items[mark - 1].end) if excuse else message


def _deleted(words: Items, message: Message) -> LiftFixReading | None:
    """Read "delete my last lift"; without a word for the lift it is Undo that is meant, or nothing."""
    deletes = any_means(words, "gym", "delete")
    if not deletes or not _names_lift(words) or any(item.number is not None for item in words):
        return None
    return _of_subject(words, message, _Value())


def _opened(words: Items, message: Message) -> LiftFixReading | None:
    """Read "edit my last lift"; "change Friday's lift" may be one that is to come, and says where to with "to"."""
    orders = any_means(words, "gym", "change") and _names_lift(words)
    if not orders or any(item.number is not None or item.is_word("to") for item in words):
        return None
    found = _of_subject(words, message, _Value())
    clear = found is not None and found.coming is None and (found.date is not None or found.subject is not Subject.OPEN)
    return replace(found, opens=True) if found is not None and clear else None


def _changed(words: Items, items: Items, message: Message) -> LiftFixReading | None:
    """Read "change yesterday's lift to 105" and "that was 105 kg, not 100"."""
    orders = words[0].means("gym") == "change" and (any_means(words, "word", "to") or any_item(words, _is_it))
    apart = [item for item in words if not isinstance(item.value, Dated | Days)]
    tells = any(_names_subject(one) and two.text in _WAS for one, two in pairwise(apart))
    value = _value(items, message.mass_unit, bare=orders or _names_lift(words)) if orders or tells else None
    found = None if value is None else _of_subject(words, message, value)
    # "My deadlift was 140" tells of no lift in the log.
    open_to_all = found is not None and found.date is None and found.subject is Subject.OPEN and found.before is None
    return None if tells and open_to_all else found


def _of_subject(words: Items, message: Message, value: _Value) -> LiftFixReading | None:
    """Return the change of the lift that is named."""
    days = [item for item in words if isinstance(item.value, Dated | Days)]
    if len(days) > 1:
        return None
    date = date_in(days[0], words, replace(message.context, past=True), past=True, one=True) if days else None
    if date is not None and (not isinstance(date, dt.date) or date > message.now.date()):
        return None
    named = next((item.means("exercise") for item in words if item.means("exercise")), None)
    # "My deadlift" may be any lift; a variation is named on purpose.
    exercise = None if named in {None, Exercise.DEADLIFT} else Exercise(named)
    return LiftFixReading(
        date=date,
        subject=_subject(words),
        exercise=exercise,
        weight_kg=value.weight_kg,
        reps=value.reps,
        before=value.before,
        coming=_coming(days, date, message),
    )


def _coming(days: list[Item], date: dt.date | None, message: Message) -> dt.date | None:
    """Return the day to come that a weekday, or today, may mean."""
    today = message.now.date()
    if date == today:
        return today
    weekday = bool(days) and isinstance(days[0].value, Days) and days[0].value.week is None
    return date + dt.timedelta(days=7) if weekday and date is not None else None


def _subject(words: Items) -> Subject:
    if any_text(words, _LAST) or any_means(words, "word", "last"):
        return Subject.LAST
    return Subject.THAT if any_item(words, _is_it) else Subject.OPEN


def _value(items: Items, unit: MassUnit, *, bare: bool) -> _Value | None:
    """Return the value that is told: kilograms, repetitions, or a number that only one of them can be."""
    numbers = list(numbers_in(items))
    if not 0 < len(numbers) <= 2:  # noqa: PLR2004  # what is right, and what is not
        return None
    told = next((one for one in numbers if not _is_denied(items, one.start)), numbers[0])
    before = next((one.value for one in numbers if one is not told), None)
    behind = items[told.end] if told.end < len(items) else None
    if any_means(items, "lift_word", "reps"):
        return _Value(reps=int(told.value), before=before) if _are_reps(told.value) else None
    mass = next((item.means("mass") for item in items if item.means("mass")), None)
    if mass is None and not (bare or before is not None):
        return None
    if mass is None and told.value < LEAST_WEIGHT:
        return None
    factor = unit_kg(unit if mass is None else MassUnit(mass))
    glued = behind is None or behind.means("mass") or mass is None or before is not None
    return _Value(weight_kg=told.value * factor, before=None if before is None else before * factor) if glued else None


def _is_denied(items: Items, index: int) -> bool:
    return any_text(items[max(0, index - 1) : index], _WAS_NOT)


def _are_reps(value: float) -> bool:
    return value % 1 == 0 and 0 < value <= _MOST_REPS


def _names_lift(words: Items) -> bool:
    return any_means(words, "lift", "now") or any_means(words, "exercise")


def _names_subject(item: Item) -> bool:
    return (
        _is_it(item)
        or item.means("lift") == "now"
        or item.means("exercise") is not None
        or item.text in {"set", "session"}
    )


def _is_it(item: Item) -> bool:
    """Tell whether a word stands for the lift: "it", "that", and "make it"."""
    return item.text in _IT or (item.means("gym") == "change" and item.text.rpartition(" ")[2] in _IT)


def _has_place(item: Item) -> bool:
    """Tell whether a word is the lift, its day, what was lifted, or says nothing more."""
    if isinstance(item.value, Dated | Days):
        return not (isinstance(item.value, Days) and (item.value.habit or item.value.either))
    if item.number is not None or item.text in _WORDS:
        return True
    groups = ("mass", "exercise", "talk")
    named = any(item.means(one) for one in groups) or item.means("lift") == "now" or item.means("action") == "mine"
    orders = item.means("gym") in {"delete", "change"} or item.means("lift_word") in {"sets", "reps"}
    return named or orders or _is_frame(item)


def _is_frame(item: Item) -> bool:
    run = item.means("kind") or item.text in {"run", "runs", "running"}
    return item.is_word("to", "of", "on", "no", "last") or (item.means("filler") is not None and not run)
