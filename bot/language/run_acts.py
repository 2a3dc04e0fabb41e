"""What a message says of a day's runs: done, skipped, in place of another, now something else."""

from dataclasses import dataclass
from itertools import pairwise

from bot.language.frames import COPULAS, Items, names_kind
from bot.language.held import any_text
from bot.language.items import Context, PartOfDay
from bot.language.moves import without_now
from bot.language.run_days import is_possessive

_CHANGED = frozenset({"changed", "changing", "change"})
_TURNED = frozenset({"turned into"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a message says of a day's runs.

    `past` reads weekdays backwards ("skipped Tuesday's run"); `planned` says that the run done was a planned one;
    `so_far` tells all days up to today.
    """

    skips: bool
    done: bool
    replaces: bool
    past: bool
    planned: bool
    so_far: bool = False


def act_of(items: Items, context: Context) -> Act:
    acts = {item.means("action") for item in items} - {None}
    turned = any_text(items, _TURNED)
    done = "done" in acts or turned
    planned = done and any(
        (item.means("action") == "mine" or is_possessive(item, context)) and names_kind(items[index + 1 : index + 3])
        for index, item in enumerate(items)
    )
    skips = bool(acts & {"skip", "missed"}) or ("instead" not in acts and _is_off(items))
    replaces = bool(acts & {"instead", "instead_of"}) or planned
    return Act(skips=skips, done=done, replaces=replaces, past=done or turned or "missed" in acts, planned=planned)


def changed_to(items: Items) -> object:
    """Return the value that a run of "changed my easy run tomorrow to 8am" has now: its time or its day."""
    opens = any_text(items[:2], _CHANGED) and names_kind(items)
    values = [two.value for one, two in pairwise(items) if one.is_word("to")]
    return values[0] if opens and len(values) == 1 else None


def becomes_at(items: Items) -> int:
    """Return where the new run of "tomorrow's tempo is now an easy 6k" begins; 0 where none takes another's place."""
    for index in range(1, len(items)):
        now = isinstance(items[index].value, PartOfDay) and not without_now(items[index : index + 1])
        led = any_text(items[max(0, index - 2) : index], COPULAS)
        if now and led and names_kind(items[:index]) and names_kind(items[index + 1 :]):
            return index + 1
    return 0


def _is_off(items: Items) -> bool:
    """Tell whether a run is said to be off: "the race on the 13th is off", "intervals are off tomorrow"."""
    places = (index for index, (one, two) in enumerate(pairwise(items)) if one.text in COPULAS and two.text == "off")
    return any(names_kind(items[:place]) for place in places)
