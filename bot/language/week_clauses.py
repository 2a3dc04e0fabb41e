"""Parts of a sentence that are none of a week: work, what somebody else does, what is only left open."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.day_marks import tells_run
from bot.language.frames import THEY, Items, is_day
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import (
    Clock,
    Days,
    Distance,
    Duration,
    Item,
    OtherDays,
    PartOfDay,
    Repeats,
    Word,
    line_end,
    no_run,
)
from bot.training.runs import RunKind

_AT_WORK = frozenset({"i", "i'm", "im", "on", "am", "at", "and", "my"})
_RUN = frozenset({"run", "runs", "trains", "jogs", "races", "train", "jog", "race"})
_SUBJECTS = frozenset({"i", "i'll", "i'd", "we"})
_OPEN = frozenset({"varies", "whatever", "depends", "tbd", "tba", "tbc", "open", "flexible", "vary"})
_WORKS = frozenset({"work", "working", "shift", "shifts", "call", "duty", "lates", "earlies"})
_I_AM = frozenset({"i'm", "im", "i am", "am"})
_AWAY = frozenset({"away", "on the road", "travelling", "traveling", "hauling", "driving", "out of town", "on nights"})
_TOWARDS = frozenset(
    {"training for", "train for", "training", "building", "building up", "prep", "prepping", "goal", "target"}
)
_CLAUSE_ENDS = ".,;!?()\n"
_NEAR = 2


def without_clauses(items: Items) -> Iterator[Item]:
    """Leave out the days of work that are told for what is left: "I work nights Mon-Wed so running is thu easy"."""
    start = 0
    for index in range(len(items) + 1):
        heads = index < len(items) and items[index].is_mark(":") and _is_outlook(items[start:index])
        if index < len(items) and not (heads or items[index].is_mark(_CLAUSE_ENDS) or items[index].text == "so"):
            continue
        clause = items[start:index]
        works = _is_work(clause) or _is_other_training(clause, items[index:])
        if works and not clause[0].is_mark("("):
            yield from _days_off(clause)
        aside = works or _is_remark(clause) or _is_anothers(clause) or _is_outlook(clause)
        if not (aside or _is_no_time(clause, items[index:])):
            yield from _up_to_open(clause)
        start = index


def _days_off(clause: Items) -> Iterator[Item]:
    """Yield the days on which somebody works as days without a run: "mon wed thu I'm on shift"."""
    for item in clause:
        if isinstance(item.value, Days):
            yield from (line_end(item.start), item, no_run(item.end), line_end(item.end))


def _up_to_open(clause: Items) -> Items:
    """Return a clause up to a dash behind which the rest of the week is left open."""
    dashes = (at for at, item in enumerate(clause) if item.is_mark("-") or item.is_word("and") or at == 0)
    return next((clause[:at] for at in dashes if _is_left_open(clause[at:])), clause)


def _is_anothers(clause: Items) -> bool:
    """Tell whether a clause tells what somebody else does on a day: "On Saturdays he runs and I bake"."""
    runs = any(one.text in THEY and two.text in _RUN for one, two in pairwise(clause))
    return (
        runs
        and any_item(clause, is_day)
        and not any(two.text in _RUN for one, two in pairwise(clause) if one.text == "i")
    )


def _is_work(clause: Items) -> bool:
    opens = any_text(clause[:1], ("working",))
    works = opens or any(two.text in _WORKS and one.text in _AT_WORK for one, two in pairwise(clause))
    away = not any_means(clause, "word", "until", "before", "after")
    works = works or any(away and one.text in _I_AM and two.text in _AWAY for one, two in pairwise(clause))
    shifts = any_text(clause, ("shifts",)) and any_value(clause, Repeats, Duration)
    runs = any_means(clause, "kind") or any_value(clause, Distance)
    runs = runs or (any_value(clause, Repeats, Duration) and not shifts)
    return (works or shifts) and not runs and any_item(clause, is_day)


def _is_other_training(clause: Items, behind: Items) -> bool:
    """Tell whether other training is told for the days that are left: "mon wed fri are swim days so running is …"."""
    runs = any_means(clause, "kind") or any_value(clause, Repeats, Distance, Clock)
    runs = runs or any_means(clause, "unsure", "others")
    other = any_means(clause, "not_run") and any_item(clause, is_day) and not runs
    return other and any_text(behind[:1], ("so",)) and any_item(behind, is_day) and any_means(behind, "kind")


def _is_remark(clause: Items) -> bool:
    """Tell whether a part of a sentence only doubts, and tells nothing: "idk if that's enough lol"."""
    told = any(is_day(item) or item.means("kind") or not isinstance(item.value, Word) for item in clause)
    doubts = any_means(clause[: _NEAR + 1], "unsure", "word")
    return doubts and not told and not any(item.number is not None or item.is_word("or") for item in clause)


def _is_outlook(clause: Items) -> bool:
    """Tell whether a part of a sentence only says up to what, or for what, the week holds: "thats me til the half"."""
    lead = next((at for at, item in enumerate(clause) if item.is_word("until") or item.text in _TOWARDS), len(clause))
    race = any(item.means("race_distance") or item.means("kind") == RunKind.RACE for item in clause[lead:])
    told = any_item(clause, is_day) or any_value(clause, Repeats, Duration, Clock, Distance)
    return race and not told


def _is_no_time(clause: Items, behind: Items) -> bool:
    """Tell whether a part of the day is only ruled out before "so": "weekdays i cant do mornings so its tue 8pm"."""
    so = any_text(behind[:1], ("so",))
    parts = any_value(clause, PartOfDay)
    denied = any((item.is_word("no") and not item.means("kind")) or item.means("action") == "skip" for item in clause)
    told = any_value(clause, Repeats, Duration, Clock, Distance) or any_means(clause, "kind")
    return so and parts and denied and not told


def _is_left_open(clause: Items) -> bool:
    """Tell whether the rest of the week is only said to be open: "rest I make up as I go", "the rest varies"."""
    words = [item for item in clause if not item.is_mark(_CLAUSE_ENDS) and item.text not in {"-", "the", "and"}]
    opens = len(words) > 1 and (words[0].text == "rest" or isinstance(words[0].value, OtherDays))
    open_ended = opens and (words[1].text in _SUBJECTS or any_text(words[1:], _OPEN))
    return open_ended and not any(is_day(item) or tells_run(item) for item in words[1:])
