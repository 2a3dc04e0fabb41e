"""Words of a week that only sum it up: "recovery week", "7pm each day", "nothing else"."""

from bot.language.day_marks import tells_run
from bot.language.frames import Items
from bot.language.held import any_mark
from bot.language.items import Days
from bot.training.runs import RunKind
from bot.training.time import Weekday

_CLAUSE_ENDS = ".,;!?()\n"
_NEAR = 2
NOTHING_ELSE = frozenset({"nothing else", "nowt else"})
_PHASES = frozenset({"block", "phase", "period"})


def is_all_told(items: Items, index: int) -> bool:
    """Tell whether "nothing else" only ends what tells of runs: "5k mon 6am, 10k sat 7am, nothing else"."""
    return items[index].text in NOTHING_ELSE and any(map(tells_run, items[:index]))


def is_each_of(items: Items, index: int) -> bool:
    """Tell whether "each day" speaks of the days that are named before it: "sun-thu treadmill, 5k at 7pm each day"."""
    value = items[index].value
    ends = index + 1 == len(items) or items[index + 1].is_mark(_CLAUSE_ENDS)
    if not isinstance(value, Days) or len(value.days) < len(Weekday) or not ends:
        return False
    begin = next((at for at in range(index, 0, -1) if items[at - 1].is_mark(".!;\n")), 0)
    named = [day for item in items[begin:index] if isinstance(item.value, Days) for day in item.value.days]
    return _NEAR <= len(named) < len(Weekday)


def is_of_week(items: Items, index: int) -> bool:
    """Tell whether a kind is the whole week's, and no run's: "Recovery week: tue 6k easy", "it's race week"."""
    behind = any(item.means("span") == "week" or item.text in _PHASES for item in items[index + 1 : index + 2])
    kind = None if items[index].text.endswith("one") else items[index].means("kind")
    heads = any_mark(items[index + 2 : index + 3], ":!,.")
    return behind and kind not in (None, RunKind.REST, RunKind.OTHER) and (heads or kind != RunKind.RACE)
