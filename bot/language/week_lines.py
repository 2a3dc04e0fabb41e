"""What a line of a week is that names no day: its sum, or more of the day above it."""

from itertools import pairwise

from bot.language.frames import (
    Items,
    is_filler,
    names_kind,
)
from bot.language.held import any_means, any_text
from bot.language.items import Clock, Distance, PartOfDay, Repeats

_WHENEVER = frozenset({"whenever", "sometimes", "occasionally", "extra", "when i can", "if i can", "some weeks"})


LINE_ENDS = "\n;"


def is_total(line: Items) -> bool:
    """Tell whether a line adds the week up: "total 50 km", "100k week"."""
    weekly = any(isinstance(one.value, Distance) and two.means("span") == "week" for one, two in pairwise(line))
    return weekly or any_means(line, "run_part", "total")


def is_detail(line: Items) -> bool:
    """Tell whether a line goes on with a run or a day ("10x400", "pm: easy 5k") and names no other one."""
    first = next((item for item in line if not is_filler(item)), None)
    if first is None or isinstance(first.value, PartOfDay | Clock | Repeats):
        return True
    return first.means("run_part") is not None


def is_left_open(segment: Items) -> bool:
    """Tell whether a sentence tells of runs that may be on any day: "plus 1 or 2 easy whenever", "sometimes a jog"."""
    apart = bool(segment) and segment[0].is_mark(".!?")
    return apart and names_kind(segment) and any_text(segment, _WHENEVER)


def without_bullet(line: Items) -> Items:
    """Leave out the number of a numbered list ("2. Tue track")."""
    start = int(bool(line) and line[0].is_mark(LINE_ENDS))
    numbered = len(line) > start + 2 and line[start].number is not None and line[start + 1].is_mark(".)")
    return line[start + 2 :] if numbered else line
