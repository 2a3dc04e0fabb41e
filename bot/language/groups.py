"""Which words belong to which day: days before their runs, after them, in lists, or alone on a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.language.day_lists import joined
from bot.language.frames import Group, Grouped, Items, is_day, is_filler, names_kind, says_something
from bot.language.items import Clock, Distance, Duration, Item, PartOfDay, Repeats

_LINE_ENDS = "\n;"
_SEPARATORS = ",.|\t!?"


def group(items: Items) -> Grouped:
    """Share the items of a text out among the days it names; nothing is dropped. Linear in their number."""
    builder = _Builder(groups=[], loose=[])
    for number, line in enumerate(map(_without_bullet, split_at(items, _LINE_ENDS))):
        if not builder.columns(line, number):
            builder.read_line(line, number)
    builder.close_header(len(items))
    return Grouped(groups=tuple(joined(builder.groups)), loose=tuple(builder.loose))


def _without_bullet(line: Items) -> Items:
    """Leave out the number of a numbered list ("2. Tue track")."""
    start = int(bool(line) and line[0].is_mark(_LINE_ENDS))
    numbered = len(line) > start + 2 and line[start].number is not None and line[start + 1].is_mark(".)")
    return line[start + 2 :] if numbered else line


def split_at(items: Iterable[Item], marks: str) -> Iterator[Items]:
    """Split at marks; each stays at the head of the part that it begins."""
    part: list[Item] = []
    for item in items:
        if item.is_mark(marks):
            yield tuple(part)
            part = []
        part.append(item)
    yield tuple(part)


def _cells(line: Items) -> Iterator[Items]:
    """Return the cells of a table's row, without its bars."""
    for cell in split_at(line, "|\t"):
        yield tuple(item for item in cell if not item.is_mark("|\t\n"))


def _segments(line: Items) -> Iterator[Items]:
    """Split a line at commas and stops, at a slash before a day, and at "and" where both sides name a day."""
    for segment in split_at(line, _SEPARATORS):
        for part in _split_at_slash(segment):
            yield from _split_at_and(part)


def _split_at_slash(segment: Items) -> Iterator[Items]:
    """Split "Mon off / Tue track"; "Mon/Wed/Fri" is a list, for nothing is said between its days."""
    start = 0
    for index, item in enumerate(segment[:-1]):
        parts = item.is_mark("/") and is_day(segment[index + 1]) and not is_day(segment[index - 1])
        if parts and says_something(segment[start:index]):
            yield segment[start:index]
            start = index + 1
    yield segment[start:]


def _split_at_and(segment: Items) -> Iterator[Items]:
    days = [index for index, item in enumerate(segment) if is_day(item)]
    start = 0
    for index, item in enumerate(segment):
        joint = item.is_word("and") or item.is_mark("+")
        if (
            joint
            and any(start <= day < index for day in days[:1])
            and days[-1] > index
            and says_something(segment[:index])
        ):
            yield segment[start:index]
            start, days = index + 1, [day for day in days if day > index]
    yield segment[start:]


@dataclass(slots=True, kw_only=True)
class _Builder:
    groups: list[Group]
    loose: list[Items]
    header: tuple[Items, ...] = ()
    filled: bool = False

    def columns(self, line: Items, number: int) -> bool:
        """Read a table with a row of days above rows of cells; tell whether this line was part of one."""
        cells = tuple(_cells(line))
        if sum(len(cell) > 0 for cell in cells) > 1 and all(_is_bare_day(cell) for cell in cells if cell):
            self.header = cells
            return True
        if self.header and not says_something(line) and not any(is_day(item) for item in line):
            return True
        if not self.header or len(cells) != len(self.header) or any(is_day(item) for item in line):
            self.close_header(number)
            return False
        self._fill(cells, number)
        return True

    def _fill(self, cells: tuple[Items, ...], number: int) -> None:
        self.filled = True
        for day, cell in zip(self.header, cells, strict=True):
            if day:
                self.groups.append(Group(days=_days_of(day), content=cell, line=number))
            elif says_something(cell):
                self.loose.append(cell)

    def close_header(self, number: int) -> None:
        """Take a row of days without cells below it for days without words."""
        for day in self.header:
            if day and not self.filled:
                self.groups.append(Group(days=_days_of(day), line=number))
        self.header, self.filled = (), False

    def read_line(self, line: Items, number: int) -> None:
        """Share one line out; what comes before its first day waits for it."""
        waiting: Items = ()
        begun = False
        for segment in _segments(line):
            if not any(is_day(item) for item in segment):
                waiting = self._without_day(segment, waiting, begun=begun)
                continue
            found = list(_with_days(segment, number, begun=begun))
            self._take(found, waiting)
            waiting, begun = (), True
        if says_something(waiting):
            self._hang_on(waiting, number)

    def _without_day(self, segment: Items, waiting: Items, *, begun: bool) -> Items:
        if begun:
            self._extend(segment)
            return ()
        return (*waiting, *segment)

    def _extend(self, segment: Items) -> None:
        last = self.groups[-1]
        self.groups[-1] = replace(last, content=(*last.content, *segment))

    def _take(self, found: list[Group], waiting: Items) -> None:
        tail = found[0]
        if says_something(waiting) and names_kind(waiting) and names_kind(tail.content):
            self.loose.append(waiting)
        elif waiting:
            found[0] = replace(tail, content=(*waiting, *tail.content), day_last=True)
        self.groups.extend(found)

    def _hang_on(self, line: Items, number: int) -> None:
        """Give a line without a day to the day above it when that one still lacks it; otherwise leave it loose."""
        last = self.groups[-1] if self.groups else None
        above = last is not None and not last.day_last and number > last.line and not _is_total(line)
        if last is None or not above or (names_kind(last.content) and names_kind(line) and not _is_detail(line)):
            self.loose.append(line)
            return
        self._extend(line)


def _days_of(cell: Items) -> Items:
    return tuple(item for item in cell if is_day(item))


def _is_bare_day(cell: Items) -> bool:
    return any(is_day(item) for item in cell) and not says_something(item for item in cell if not is_day(item))


def _is_total(line: Items) -> bool:
    return any(item.means("run_part") == "total" for item in line)


def _is_detail(line: Items) -> bool:
    """Tell whether a line goes on with a run or a day ("10x400", "pm: easy 5k") and names no other one."""
    first = next((item for item in line if not is_filler(item)), None)
    if first is None or isinstance(first.value, PartOfDay | Clock | Repeats):
        return True
    return first.means("run_part") is not None


def _with_days(segment: Items, number: int, *, begun: bool) -> Iterator[Group]:
    places = [index for index, item in enumerate(segment) if is_day(item)]
    before, first_after = segment[: places[0]], segment[places[0] + 1 : (places[1:] or [len(segment)])[0]]
    if not says_something(before) or not _describes(before):
        first, *others = _day_first(segment, places, number)
        yield replace(first, content=(*before, *first.content))
        yield from others
    elif begun and names_kind(before) and names_kind(first_after) and len(places) == 1:
        # "Tue wu 2k, 10x400 Thu tempo": what stands before Thursday is still Tuesday's.
        yield Group(days=(), content=before, line=number)
        yield Group(days=(segment[places[0]],), content=first_after, line=number)
    else:
        yield from _day_last(segment, places, number)


def _describes(before: Items) -> bool:
    """Tell whether what stands before a day can be its run, and is no mere heading ("coach gave me this")."""
    return names_kind(before) or any(isinstance(item.value, Distance | Duration | Clock | PartOfDay) for item in before)


def _day_first(segment: Items, places: list[int], number: int) -> Iterator[Group]:
    for place, following in zip(places, [*places[1:], len(segment)], strict=True):
        yield Group(days=(segment[place],), content=segment[place + 1 : following], line=number)


def _day_last(segment: Items, places: list[int], number: int) -> Iterator[Group]:
    lead = segment[: places[0]]
    for place, following in zip(places, [*places[1:], len(segment)], strict=True):
        between = segment[place + 1 : following]
        cut = len(between) if following == len(segment) else _cut(lead, between)
        yield Group(days=(segment[place],), content=(*lead, *between[:cut]), day_last=True, line=number)
        lead = between[cut:]


def _cut(lead: Items, between: Items) -> int:
    """Return where the next day's words begin: at its kind, or at a measure when this day has one already."""
    measured = any(isinstance(item.value, Distance | Duration) for item in lead)
    for index, item in enumerate(between):
        if names_kind((item,)) or (measured and isinstance(item.value, Distance | Duration)):
            return index
    return len(between)
