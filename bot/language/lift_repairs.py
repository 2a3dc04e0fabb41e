"""What is said of a lift once it is logged: how hard it was, that it was otherwise, on another day, or not at all."""

import datetime as dt
import re
from dataclasses import replace

from bot.language.counts import TO_TEN
from bot.language.day_marks import with_days
from bot.language.frames import LEAST_WEIGHT
from bot.language.items import Clock, Dated, Days, PartOfDay
from bot.language.lift_fixes import read_lift_fix
from bot.language.lifts import read_lift
from bot.language.meaning import LiftEffortReading, LiftFixReading, LiftReading, LiftRetoldReading, Meaning, Subject
from bot.language.message import Message, message_of
from bot.language.run_days import date_in
from bot.language.scan import scan
from bot.training.profile import MassUnit, unit_kg

_LONGEST = 100
_HARDEST = 10
_WEIGHT = r"(?P<{0}>\d{{2,3}}(?:[.,]\d{{1,2}})?) ?(?P<{0}_unit>kgs?|kilos?|lbs?|pounds)?"
_NUMBERS = {**TO_TEN, "a": 1, "another": 1, "no": 0, "none": 0}
_COUNT = r"(?P<left>\d{1,2}|one|two|three|four|five|another|no)"
_SOFT = r"(?:maybe|about|perhaps|probably|only|like|at most|just)"
_HARD = r"(?:(?:really|very|so|too|pretty|quite|super) )*(?:hard|heavy|tough|easy|ok|fine|good|light|brutal|a grind)"
_WHAT = rf"(?:(?:the |that |my )?(?:{_WEIGHT.format('weight')}|lift|set|last set|deadlifts?|it|that|this|they) ?)?"
_FELT = r"(?:(?:was|were|felt|is|feels) )?(?:like )?(?:an? |about )*"
# "100 kg was hard, i can make maybe 1 more", "felt like rpe 9", "could have done 2 more", "had one left in the tank".
_EFFORTS = (
    re.compile(
        rf"{_WHAT}(?:(?:was|were|felt) {_HARD}\W{{0,3}})?(?:(?:and|but) )?(?:i )?(?:think )?(?:i )?"
        rf"(?:can|could|could've|might|had|have) ?(?:have )?"
        rf"(?:ma[dk]e|do(?:ne)?|did|got|get|managed?|pull(?:ed)?|hit)? ?"
        rf"(?:{_SOFT} )*{_COUNT} (?:more|left|in reserve|in the tank)"
        rf"(?: reps?)?(?: left)?(?: (?:in|at) (?:me|the tank|reserve|most))?",
        re.IGNORECASE,
    ),
    re.compile(rf"{_WHAT}{_FELT}rpe ?(?P<rpe>\d{{1,2}}(?:[.,]5)?)(?: i (?:think|guess))?", re.IGNORECASE),
    re.compile(rf"{_WHAT}{_FELT}(?P<rir>\d) ?(?:rir|(?:reps? )?in reserve)", re.IGNORECASE),
)
_LEAD = re.compile(
    r"(?:(?:no+|nope|nah|sorry|oops|ups|wait|hmm+|hey|actual+y|actualy|my mistake|my bad|correction|i was wrong"
    r"|i am mistaken|i'm mistaken|im mistaken|i meant|mistake|wrong|i made a mistake"
    r"|(?:edit|change|fix|correct) (?:that|the|my)(?: last)? (?:lift|one|entry|log|deadlift))[ ,.!:;-]+)+",
    re.IGNORECASE,
)
_IT_WAS = re.compile(
    r"(?:(?:it|that|the lift|my lift|that lift) was|was)(?: actual+y)?(?: on| at| in)? (.+)", re.IGNORECASE
)
_ONE_WAS = re.compile(
    rf"(?:the|that|my) {_WEIGHT.format('before')} (?:one|lift|set|deadlift|entry) (?:was|should be|is) "
    rf"(?:really |actually |only )?{_WEIGHT.format('weight')}",
    re.IGNORECASE,
)
_DELETE = re.compile(
    rf"(?:please |pls )?(?:delete|remove|erase|get rid of|scratch|drop) (?:that|the|my|this|last| )+"
    rf"{_WEIGHT.format('before')} (?:one|lift|deadlifts?|entry|set|log|pull)(?: (?:please|pls))?",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"(?:(?:no|but|hey|sorry|wait)[ ,!]+)?i (?:did not|didn't|didnt|have not|haven't|never) (?:do (?:a |any )?)?"
    r"(?:lift|lifted|lifting|deadlift|deadlifted|deadlifts|pull|train at the gym)(?: (?P<day>today|yesterday))?"
    r"(?:[ ,.!;-]+(?:(?:you|u|the bot) .{1,30}|that is wrong|that's wrong|thats wrong|wrong|delete (?:it|that)))?",
    re.IGNORECASE,
)
_BARE = re.compile(_WEIGHT.format("weight"), re.IGNORECASE)
_AROUND = frozenset({"on", "at", "in", "the", "last", "this", "of", "about", "around"})


def read_lift_repair(message: Message) -> tuple[Meaning, ...]:
    """Read what puts the last lift right, or says how hard it was; the whole message must say it."""
    text = message.text.strip(" .!\n")
    if len(text) > _LONGEST or "?" in text:
        return ()
    found = _effort(text, message) or _of_one(text, message) or _never(text, message) or _retold(text, message)
    return () if found is None else (found,)


def _effort(text: str, message: Message) -> Meaning | None:
    said = next((match for one in _EFFORTS if (match := one.fullmatch(text))), None)
    if said is None:
        return None
    known = said.groupdict()
    if known.get("rpe"):
        rir = _HARDEST - float(known["rpe"].replace(",", "."))
    else:
        count = (known.get("rir") or known.get("left") or "").lower()
        rir = float(_NUMBERS[count] if count in _NUMBERS else int(count))
    weight = _kg(known, "weight", message)
    return LiftEffortReading(rir=rir, weight_kg=weight) if 0 <= rir <= _HARDEST else None


def _of_one(text: str, message: Message) -> Meaning | None:
    """Read "delete that 60kg lift" and "the 60 one was 50"."""
    if said := _DELETE.fullmatch(text):
        return LiftFixReading(of_kg=_kg(said.groupdict(), "before", message))
    if said := _ONE_WAS.fullmatch(text):
        before, after = (_kg(said.groupdict(), name, message) for name in ("before", "weight"))
        return LiftFixReading(of_kg=before, before=before, weight_kg=after)
    return None


def _never(text: str, message: Message) -> Meaning | None:
    said = _DID_NOT.fullmatch(text)
    if said is None:
        return None
    back = dt.timedelta(days=int((said["day"] or "today").lower() == "yesterday"))
    date = message.now.date() - back
    return LiftFixReading(date=date, opens=True, coming=None if back else date)


def _retold(text: str, message: Message) -> Meaning | None:
    """Read "actually it was 80 kg not 90", "it was 50kg 3x5 yesterday" and "no, it was Sunday"."""
    lead = _LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    if lead and (fixed := read_lift_fix(message_of(message, rest))) and isinstance(fixed[0], LiftFixReading):
        return fixed[0]
    said = _IT_WAS.fullmatch(rest)
    if said is None:
        return None
    bare = _BARE.fullmatch(said[1])
    if bare is not None:
        weight = _kg(bare.groupdict(), "weight", message)
        known = bare["weight_unit"] is not None or (lead is not None and float(bare["weight"]) >= LEAST_WEIGHT)
        return (
            LiftFixReading(subject=Subject.THAT, weight_kg=weight, bare=bare["weight_unit"] is None) if known else None
        )
    return _with_sets(said[1], message) or _moment(said[1], message)


def _with_sets(text: str, message: Message) -> Meaning | None:
    if re.search(r"\dx\d", text) is None or re.search(r"\d ?(?:kg|lb|kilo|pound)", text) is None:
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


def _kg(known: dict[str, str | None], name: str, message: Message) -> float | None:
    number, unit = known.get(name), (known.get(f"{name}_unit") or "").lower()
    if number is None:
        return None
    pounds = unit.startswith(("lb", "pound")) or (not unit and message.mass_unit is MassUnit.LB)
    return float(number.replace(",", ".")) * unit_kg(MassUnit.LB if pounds else MassUnit.KG)
