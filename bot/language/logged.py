"""A lift that is told as one logs it: sets and reps with a lift's name, a weight or the past tense."""

from itertools import pairwise, takewhile

from bot.language.cuts_of_message import at_joints
from bot.language.equipment_told import names_equipment, owns_equipment, read_equipment
from bot.language.frames import LEAST_WEIGHT, Items
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Days, Distance, Duration, Item, Pace, Repeats
from bot.language.lift_logs import tells_load
from bot.language.lifts import read_lift
from bot.language.meaning import (
    DatedRunReading,
    Doubt,
    LiftQuestion,
    LiftReading,
    Meaning,
    MomentReading,
    RaceReading,
    Unread,
)
from bot.language.message import Message, is_sets_at_weight, is_statement, names_run, states, strangers
from bot.language.text import is_in_quotes
from bot.training.runs import RunKind

_DID = frozenset({"did", "done", "just did"})
_SAME_WEEKDAY = frozenset({0, 7})
_WISHES = frozenset(
    {
        "plan",
        "plans",
        "program",
        "programme",
        "want",
        "want to",
        "wanna",
        "aim",
        "aiming",
        "hope",
        "hoping",
        "could",
        "would",
        "should",
        "supposed to",
        "says",
    }
) | {
    "will",
    "going to",
    "gonna",
    "i'll",
    "need",
    "need to",
    "try",
    "trying",
    "can",
    "can do",
    "said",
    "told",
    "planned",
    "planning",
    "thinking",
    "fancy",
    "up for",
    "do",
}


def read_log(message: Message) -> tuple[Meaning, ...]:
    """Read a log: sets and reps with a lift's name, weight or past tense, and no run beside them."""
    items = message.items
    lifted = any_means(items, "lift") or any_means(items, "exercise")
    told = tells_load(message.text, message.vocabulary)
    weighed = told or is_sets_at_weight(items) or any_means(items, "mass")
    if any_value(items, Pace) and not weighed:
        return ()
    weighed = weighed or (says_sets(message) and any((item.number or 0) >= LEAST_WEIGHT for item in items))
    if not told and _is_of_things(items):
        return ()
    if not (lifted or weighed or _only_sets(items)) or names_run(items) or not _is_log(items, told=told):
        return ()
    if _is_wish(items) or any_means(items, "run_part", "strides"):
        return ()
    if any(is_in_quotes(message.text, item.start) for item in items if _counts(item)):
        return ()
    if any(item.means("action") in {"skip", "missed"} and not _misses_rep(items, at) for at, item in enumerate(items)):
        return ()
    if (
        read_equipment(items) is not None
        or _tells_run_too(items)
        or _is_best_of_run(items)
        or _lists_equipment(items)
        or names_equipment(items)
        or owns_equipment(items)
    ):
        return ()
    found = read_lift(message.text, now=message.now, vocabulary=message.vocabulary, mass_unit=message.mass_unit)
    doubts = {one.doubt for one in found if isinstance(one, Unread)}
    wrong = lifted and bool(doubts & {Doubt.VALUE, Doubt.WEIGHT}) and not strangers(items)
    measured = any_value(items, Distance, Duration)
    asked = told and not measured and bool(doubts & {Doubt.VALUE, Doubt.WEIGHT, Doubt.SETS})
    logged = any(isinstance(one, LiftReading) for one in found) or wrong or asked
    past = any_means(items, "lift", "past") and not strangers(items)
    past = past or _did_exercises(items)
    return found if logged or (past and not any_means(items, "body")) else ()


def _is_of_things(items: Items) -> bool:
    """Tell whether what is weighed or pulled is something else: "weighed the parcel, 12.4 kg", "a double shift"."""
    counted = (
        any_value(items, Repeats) or any_means(items, "word", "x") or any_means(items, "lift_word", "sets", "reps")
    )
    named = any_means(items, "exercise") or any_means(items, "lift", "now")
    weighed = any_means(items, "mass") and not any_means(items, "lift", "past")
    lasted = any_value(items, Duration) and not any_means(items, "mass")
    return not (counted or named) and (lasted or (weighed and bool(strangers(items))))


def _did_exercises(items: Items) -> bool:
    """Tell whether exercises were done of which nothing more is said: "did rdl and trap bar, nothing heavy"."""
    led = any(one.text in _DID and two.means("exercise") for one, two in pairwise(items))
    return led and not any(item.number is not None and item.text not in {"a", "an"} for item in items)


def tells_of_lift(items: Items) -> bool:
    """Tell whether a lift, or anything else, is told as done."""
    return any_means(items, "lift", "past") or any_means(items, "action", "done")


def is_to_come(items: Items) -> bool:
    """Tell whether sets are those of a day to come: "this fri, 4x3 @ 150kg"."""
    named = any(isinstance(item.value, Days) and (item.value.coming or item.value.week == 1) for item in items)
    return named and not tells_of_lift(items)


_HANGING = (["after"], ["before"], ["afterwards"])


def is_asked_about(one: Meaning, question: Meaning, items: Items) -> bool:
    """Tell whether sets are those that a question is about: "4x3 @ 150 saturday, ok?" is no log of last saturday's.

    Nor is a race at the moment of the lift told, nor a run of which minutes alone are told: "got 40 min. deads?".
    """
    moment = question.moment if isinstance(question, LiftQuestion) else None
    if isinstance(one, DatedRunReading):
        free = one.run.kind is RunKind.OTHER and one.run.duration_min is not None and one.run.distance_km is None
        said = one.run.text.lower().split()
        if said[:1] in _HANGING:
            # "10k at 9. After this, at 11, deadlift ok?".
            return True
        return free and not any(item.means("kind") and item.text in said for item in items)
    if not isinstance(moment, MomentReading):
        return False
    if isinstance(one, RaceReading):
        return moment.time is not None and one.date == moment.date
    if not isinstance(one, LiftReading):
        return False
    if moment.date is None or one.at is None or tells_of_lift(items):
        return False
    return (moment.date - one.at.date()).days in _SAME_WEEKDAY


def _is_log(items: Items, *, told: bool) -> bool:
    """Tell whether a log is said plainly: its reason ("so", "because") leaves it one, "maybe 3 by 5" does not."""
    if told and items[0].means("unsure"):
        return False
    plain = states(items) and not any(item.is_word("no") and not _denies(items, at) for at, item in enumerate(items))
    return is_statement(items) or (told and plain)


def _denies(items: Items, index: int) -> bool:
    """Tell whether a "not" only says what number was expected: "140 went up for 2 today, not 3"."""
    return any(item.number is not None for item in items[index + 1 : index + 2])


def _misses_rep(items: Items, index: int) -> bool:
    """Tell whether a rep was missed and no lift: "missed the third rep at 150"."""
    return any_means(items[index + 1 : index + 4], "lift_word", *_COUNTED)


_COUNTED = frozenset({"reps", "sets", "single", "double", "triple"})
_LEAST_RUN_MIN = 10


def _lists_equipment(items: Items) -> bool:
    """Tell whether what there is to lift with is all that is told: "just a barbell and plates", without a number."""
    named = sum(item.means("equipment") is not None for item in items)
    return named > 1 and not any(item.number is not None and item.text not in {"a", "an"} for item in items)


def _tells_run_too(items: Items) -> bool:
    """Tell whether a run stands apart from the sets: "30 mins easy then 4x6 deadlifts at 90"."""
    parts = tuple(at_joints(items))
    return len(parts) > 1 and any(map(_is_run, parts)) and any(any_item(part, _is_of_sets) for part in parts)


def _is_best_of_run(items: Items) -> bool:
    """Tell whether a best is one of running: "new pb for 5k, 26:48 this morning"."""
    far = any_value(items, Distance) or any_means(items, "race_distance")
    return far and not any(_is_of_sets(item) or item.means("lift") not in {None, "past"} for item in items)


def _is_run(part: Items) -> bool:
    lasts = (item.value.minutes for item in part if isinstance(item.value, Duration))
    far = any_value(part, Distance) or any(one >= _LEAST_RUN_MIN for one in lasts)
    return far and any_means(part, "kind") and not any_item(part, _is_of_sets)


def _is_of_sets(item: Item) -> bool:
    return item.is_word("x") or isinstance(item.value, Repeats) or any(item.means(one) for one in ("mass", "exercise"))


def _counts(item: Item) -> bool:
    return isinstance(item.value, Repeats) or (item.number is not None and item.text != "a")


def _is_wish(items: Items) -> bool:
    """Tell whether sets are only wanted or prescribed: "want to hit 3x5 at 120", "program says 3x5 at 105"."""
    opening = tuple(takewhile(lambda item: not _counts(item), items))
    done = tells_of_lift(opening)
    logs = any_text(opening, ("log", "logging", "record"))
    if not done and any_text(opening[-1:], ("is", "are")):
        return True
    if is_to_come(items):
        return True
    return any_text(opening, _WISHES) and not (logs or (done and not _is_hit(opening)))


def _is_hit(opening: Items) -> bool:
    """Tell whether "hit" or "done" only follows on the wish: "want to hit", "could have done"."""
    wish = next((index for index, item in enumerate(opening) if item.text in _WISHES), len(opening))
    return any(item.means("action") == "done" or item.means("lift") == "past" for item in opening[wish:])


def _only_sets(items: Items) -> bool:
    """Tell whether a message is sets and reps alone ("3x4x100", "100x4,4,3 @8")."""
    words = [
        item for item in items if item.text.isalpha() and item.means("lift_word") is None and not item.is_word("x")
    ]
    crossed = [item for item in items if item.is_word("x") or isinstance(item.value, Repeats)]
    return bool(crossed) and not words and not any_value(items, Distance, Duration)


def says_sets(message: Message) -> bool:
    """Tell whether sets are counted, in a word or as "3 sets of"."""
    counted = (message.text[item.start : item.end] for item in message.items if isinstance(item.value, Repeats))
    return any_means(message.items, "lift_word", "sets") or any("set" in said for said in counted)
