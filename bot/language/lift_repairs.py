"""What is said of a lift once it is logged: how hard it was, that it was otherwise, on another day, or not at all."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from bot.language.counts import TO_TEN
from bot.language.day_marks import with_days
from bot.language.frames import LEAST_WEIGHT
from bot.language.items import Clock, Dated, Days, PartOfDay, Repeats
from bot.language.lift_fixes import read_lift_fix
from bot.language.lifts import read_lift
from bot.language.meaning import LiftEffortReading, LiftFixReading, LiftReading, LiftRetoldReading, Meaning, Subject
from bot.language.message import Message, message_of
from bot.language.run_days import date_in
from bot.language.scan import scan
from bot.language.whole_sentences import kept_of
from bot.training.profile import MassUnit, unit_kg

_LONGEST = 100
_HARDEST = 10
_AT_ENDS = " .!\n"
_NUMBERS = {**TO_TEN, "a": 1, "another": 1, "no": 0, "none": 0}
_AROUND = frozenset({"on", "at", "in", "the", "last", "this", "of", "about", "around"})


def read_lift_repair(message: Message) -> tuple[Meaning, ...]:
    """Read what puts the last lift right, or says how hard it was; the whole message must say it."""
    if len(message.text) > _LONGEST or "?" in message.text:
        return ()
    found = _effort(message) or _of_one(message) or _never(message) or _retold(message)
    return () if found is None else (found,)


def _kept(name: str, message: Message, text: str | None = None) -> Mapping[str, str] | None:
    return kept_of(name, message.text if text is None else text, message.vocabulary)


def _effort(message: Message) -> Meaning | None:
    said = _kept("lift_effort", message)
    if said is None:
        return None
    count = (said.get("rir") or said.get("left") or "").lower()
    rir = _HARDEST - float(said["rpe"]) if "rpe" in said else float(_NUMBERS.get(count, count))
    weight = _kg(said, "weight", message)
    return LiftEffortReading(rir=rir, weight_kg=weight) if 0 <= rir <= _HARDEST else None


def _of_one(message: Message) -> Meaning | None:
    """Read "delete that 60kg lift" and "the 60 one was 50"."""
    if said := _kept("lift_to_delete", message):
        return LiftFixReading(of_kg=_kg(said, "before", message))
    if said := _kept("lift_weighed", message):
        before, after = (_kg(said, name, message) for name in ("before", "weight"))
        return LiftFixReading(of_kg=before, before=before, weight_kg=after)
    return None


def _never(message: Message) -> Meaning | None:
    said = _kept("never_lifted", message)
    if said is None:
        return None
    back = dt.timedelta(days=int(said.get("day", "today").lower() == "yesterday"))
    date = message.now.date() - back
    return LiftFixReading(date=date, opens=True, coming=None if back else date)


def _retold(message: Message) -> Meaning | None:
    """Read "actually it was 80 kg not 90", "it was 50kg 3x5 yesterday" and "no, it was Sunday"."""
    mistaken = _kept("mistaken", message)
    rest = message.text.strip(_AT_ENDS) if mistaken is None else mistaken["rest"].strip(_AT_ENDS)
    if mistaken and (fixed := read_lift_fix(message_of(message, rest))) and isinstance(fixed[0], LiftFixReading):
        return fixed[0]
    said = _kept("it_was", message, rest)
    if said is None:
        return None
    told = said["rest"].strip(_AT_ENDS)
    if (bare := _kept("weight_alone", message, told)) is not None:
        weight = _kg(bare, "weight", message)
        known = "weight_unit" in bare or (mistaken is not None and float(bare["weight"]) >= LEAST_WEIGHT)
        return LiftFixReading(subject=Subject.THAT, weight_kg=weight, bare="weight_unit" not in bare) if known else None
    return _with_sets(told, message) or _moment(told, message)


def _with_sets(text: str, message: Message) -> Meaning | None:
    items = message_of(message, text).items
    sets = any(item.is_word("x") or isinstance(item.value, Repeats) for item in items)
    if not sets or not any(item.means("mass") for item in items):
        return None
    found = read_lift(text, now=message.now, vocabulary=message.vocabulary, mass_unit=message.mass_unit)
    lifts = [one for one in found if isinstance(one, LiftReading)]
    return LiftRetoldReading(lift=lifts[0]) if len(lifts) == len(found) == 1 else None


def _moment(text: str, message: Message) -> Meaning | None:
    """Read a day, a time or both, and nothing else."""
    context = replace(message_of(message, text).context, past=True)
    items = with_days(scan(context, message.vocabulary))
    days = [item for item in items if isinstance(item.value, Dated | Days)]
    times = [item for item in items if isinstance(item.value, Clock | PartOfDay)]
    others = [item for item in items if item not in days and item not in times and item.text not in _AROUND]
    if others or len(days) > 1 or len(times) > 1 or not (days or times):
        return None
    date = date_in(days[0], items, context, past=True, one=True) if days else None
    if days and (not isinstance(date, dt.date) or date > message.now.date()):
        return None
    found = read_lift(f"1x1 {text}", now=message.now, vocabulary=message.vocabulary, mass_unit=message.mass_unit)
    at = found[0].at if times and isinstance(found[0], LiftReading) else None
    if times and at is None:
        return None
    return LiftRetoldReading(date=date if isinstance(date, dt.date) else None, time=None if at is None else at.time())


def _kg(said: Mapping[str, str], name: str, message: Message) -> float | None:
    if name not in said:
        return None
    unit = said.get(f"{name}_unit", "").lower()
    pounds = unit.startswith(("lb", "pound")) or (not unit and message.mass_unit is MassUnit.LB)
    return float(said[name]) * unit_kg(MassUnit.LB if pounds else MassUnit.KG)
