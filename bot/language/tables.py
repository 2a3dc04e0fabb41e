"""Tables: a row of days over rows of cells, columns of parts of the day, rows of headings."""

from collections.abc import Iterable, Iterator

from bot.language.frames import Group, Items, is_day, names_kind, says_something
from bot.language.held import any_item, any_value
from bot.language.items import Clock, Distance, Duration, Item, PartOfDay, Repeats

Cells = tuple[Items, ...]

_LEAST_COLUMNS = 2


def split_at(items: Iterable[Item], marks: str) -> Iterator[Items]:
    """Split at marks; each stays at the head of the part that it begins."""
    part: list[Item] = []
    for item in items:
        if item.text and item.text in marks:
            yield tuple(part)
            part = []
        part.append(item)
    yield tuple(part)


def cells_of(line: Items) -> Cells:
    """Return the cells of a table's row, without its bars."""
    return tuple(tuple(item for item in cell if not item.is_mark("|\t\n")) for cell in split_at(line, "|\t"))


def days_of(cell: Items) -> Items:
    """Return the days that a cell names."""
    return tuple(item for item in cell if is_day(item))


def is_day_header(cells: Cells) -> bool:
    """Tell whether a row names the days of a table's columns, with headings at most beside them ("Week | Mon")."""
    days = [cell for cell in cells if days_of(cell)]
    others = [cell for cell in cells if cell and not days_of(cell)]
    bare = all(not says_something(item for item in cell if not is_day(item)) for cell in days)
    enough = len(days) + len(others) >= _LEAST_COLUMNS and len(days) > len(others)
    return enough and bare and all(_is_heading(cell) for cell in others)


def is_part_header(cells: Cells) -> bool:
    """Tell whether a row names the parts of the day of a table's columns: "Day | AM | PM"."""
    parts = [cell for cell in cells if _is_label(cell)]
    others = [cell for cell in cells if cell and not _is_label(cell)]
    return len(parts) >= _LEAST_COLUMNS and all(_is_heading(cell) for cell in others)


def is_heading_row(cells: Cells) -> bool:
    """Tell whether a row of a table only names its columns: "Day | Session | Distance | Notes"."""
    return sum(bool(cell) for cell in cells) > _LEAST_COLUMNS and all(_is_heading(cell) for cell in cells)


def _is_heading(cell: Items) -> bool:
    """Tell whether a cell holds words that tell of no run and no number."""
    told = any(
        isinstance(item.value, Distance | Duration | Repeats | Clock) or item.number is not None for item in cell
    )
    kinds = any(item.means("kind") not in (None, "other") or item.means("not_run") for item in cell)
    return not told and not kinds and not any_item(cell, is_day)


def _is_label(cell: Items) -> bool:
    """Tell whether a cell holds a part of the day, or a time, and nothing else."""
    timed = any_value(cell, PartOfDay, Clock)
    return timed and not says_something(item for item in cell if not isinstance(item.value, PartOfDay | Clock))


def row_of_days(header: Cells, cells: Cells, number: int) -> tuple[list[Group], list[Items]]:
    """Return a row's words as the days' above them, and what stands under no day; "AM" before a row is its time."""
    label: Items = ()
    groups: list[Group] = []
    loose: list[Items] = []
    for day, cell in zip(header, cells, strict=True):
        if days_of(day):
            if says_something(cell) or not label:
                groups.append(Group(days=days_of(day), content=(*label, *cell), line=number))
        elif _is_label(cell) and not groups:
            label = cell
        elif says_something(cell) and (not day or names_kind(cell)):
            loose.append(cell)
    return groups, loose


def rows_of_parts(header: Cells, cells: Cells, number: int) -> Iterator[Group]:
    """Yield the day of a row with what is said under each part of the day."""
    content: list[Item] = []
    for part, cell in zip(header, cells, strict=True):
        words = tuple(item for item in cell if not is_day(item))
        if says_something(words):
            # "| AM | easy 6:30 | track 19:00 |": a time stands by its own part of the day, not by the next one.
            times = tuple(item for item in words if isinstance(item.value, Clock))
            content += (*(part if _is_label(part) else ()), *times, *(item for item in words if item not in times))
    yield Group(days=tuple(item for cell in cells for item in days_of(cell)), content=tuple(content), line=number)
