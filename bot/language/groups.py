"""Which words belong to which day: days before their runs, after them, in lists, or alone on a line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.language.day_lists import joined
from bot.language.frames import (
    Group,
    Grouped,
    Items,
    is_day,
    is_digits,
    is_filler,
    is_heading,
    names_kind,
    says_something,
)
from bot.language.headings import heading_of, made_runs, under
from bot.language.held import any_item, any_mark, any_means, any_value
from bot.language.hours import with_hours
from bot.language.introductions import without_opening
from bot.language.items import Clock, Days, Distance, Duration, Item, Pace, PartOfDay, Repeats
from bot.language.segments import segments
from bot.language.shared import resolved, with_open_times, with_references, with_tails, with_the_others
from bot.language.some_days import Tail, sort_of
from bot.language.tables import (
    cells_of,
    days_of,
    is_day_header,
    is_heading_row,
    is_part_header,
    row_of_days,
    rows_of_parts,
    split_at,
)
from bot.language.tails import without_tails
from bot.language.week_lines import LINE_ENDS, is_detail, is_left_open, is_total, without_bullet
from bot.language.week_words import plainly
from bot.training.runs import RunKind
from bot.training.time import Weekday

_WEEKEND = 2


def group(items: Items) -> Grouped:
    """Share the items of a text out among the days it names; nothing is dropped. Linear in their number."""
    items, opening = without_opening(with_references(plainly(items)))
    items, tails = without_tails(items)
    if opening.times:
        tails = (*tails, Tail(items=opening.times, start=opening.times[0].start))
    builder = _Builder(groups=[], loose=[])
    for number, line in enumerate(map(without_bullet, split_at(items, LINE_ENDS))):
        if not builder.columns(line, number):
            builder.read_line(line, number)
    builder.close_header(len(items))
    told = with_open_times(tuple(resolved(tuple(joined(builder.groups)))))
    groups = with_the_others(tuple(made_runs(opening.run, told)))
    groups = with_hours(groups, tails, opening.busy_until)
    return Grouped(groups=tuple(with_tails(groups, tails)), loose=tuple(builder.loose))


@dataclass(slots=True, kw_only=True)
class _Builder:
    groups: list[Group]
    loose: list[Items]
    header: tuple[Items, ...] = ()
    parts: tuple[Items, ...] = ()
    filled: bool = False

    def columns(self, line: Items, number: int) -> bool:
        """Read a table with a row of days, or of parts of the day, above rows of cells; tell whether this line was one.

        A row of headings alone ("Day | Session | Distance") is no row of the week.
        """
        cells = cells_of(line)
        if is_day_header(cells):
            self.close_header(number)
            self.header = cells
            return True
        if is_part_header(cells):
            self.parts = cells
            return True
        days = any_item(line, is_day)
        if (self.header or self.parts) and not says_something(line) and not days:
            return True
        if len(cells) == len(self.parts) and days:
            self.groups.extend(rows_of_parts(self.parts, cells, number))
            return True
        if not self.header or len(cells) != len(self.header) or days:
            self.close_header(number)
            return not self.groups and is_heading_row(cells)
        self._fill(cells, number)
        return True

    def _fill(self, cells: tuple[Items, ...], number: int) -> None:
        self.filled = True
        groups, loose = row_of_days(self.header, cells, number)
        self.groups.extend(groups)
        self.loose.extend(loose)

    def close_header(self, number: int) -> None:
        """Take a row of days without cells below it for days without words."""
        for day in self.header:
            if (days := days_of(day)) and not self.filled:
                self.groups.append(Group(days=days, line=number))
        self.header, self.filled = (), False

    def read_line(self, line: Items, number: int) -> None:
        """Share one line out; what comes before its first day waits for it."""
        waiting: Items = ()
        heading: Items = ()
        begun = False
        for segment in segments(line):
            heading = () if segment and segment[0].is_mark(".!?") else heading
            if not any_item(segment, is_day):
                waiting = self._without_day(segment, waiting, begun=begun)
                continue
            found = list(under(heading, _with_days(segment, number, begun=begun)))
            heading = heading or heading_of((*waiting, *segment))
            waiting = () if not begun and _is_introduction(waiting, segment) else waiting
            self._take(found, () if is_heading(waiting) else waiting)
            waiting, begun = (), True
        if says_something(waiting):
            self._hang_on(waiting, number)

    def _without_day(self, segment: Items, waiting: Items, *, begun: bool) -> Items:
        if begun and is_left_open(segment):
            self.loose.append(segment)
            return ()
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
        above = last is not None and not last.day_last and number > last.line and not is_total(line)
        if last is None or not above or (names_kind(last.content) and names_kind(line) and not is_detail(line)):
            self.loose.append(line)
            return
        self._extend(line)


def _is_introduction(waiting: Items, segment: Items) -> bool:
    """Tell whether what stands before the first day's sentence tells of no run: "Been told by my physio. So mon, …"."""
    parted = bool(waiting) and segment[0].is_mark(".!?")
    return parted and not any_item(waiting, _tells)


def _tells(item: Item) -> bool:
    return _measures(item) or item.means("kind") is not None or is_heading((item,)) or is_digits(item)


def _with_days(segment: Items, number: int, *, begun: bool) -> Iterator[Group]:
    segment = _without_heading(_without_frame(segment))
    places = [index for index, item in enumerate(segment) if is_day(item)]
    before, first_after = segment[: places[0]], segment[places[0] + 1 : (places[1:] or [len(segment)])[0]]
    if (
        not says_something(before)
        or not _describes(before)
        or _is_announced(before, first_after, segment[places[-1] + 1 :])
    ):
        first, *others = _day_first(segment, places, number)
        yield replace(first, content=(*before, *first.content))
        yield from others
    elif begun and not _is_apart(before) and _goes_on(before, first_after) and len(places) == 1:
        # "Tue wu 2k, 10x400 Thu tempo": what stands before Thursday is still Tuesday's.
        yield Group(days=(), content=before, line=number)
        yield Group(days=(segment[places[0]],), content=first_after, line=number)
    else:
        yield from _day_last(segment, places, number)


def _is_announced(before: Items, first: Items, last: Items) -> bool:
    """Tell whether days are only said to be of runs, and each is told: "i run four days mon easy … sun long"."""
    plain = not any_item(before, _measures) and {item.means("kind") for item in before} <= {None, "other"}
    return plain and all(any(sort_of(item) == "kind" for item in told) for told in (first, last))


def _measures(item: Item) -> bool:
    return isinstance(item.value, Distance | Duration | Repeats | Clock | PartOfDay) or bool(item.means("not_run"))


def _is_apart(before: Items) -> bool:
    """Tell whether what stands before a day is no more of the day before: a sentence or a label begins with it."""
    return before[0].is_mark(".!?") or before[-1].is_mark(":")


def _goes_on(before: Items, behind: Items) -> bool:
    """Tell whether the day before goes on up to a day; of "bike sat long" the bike is Saturday's."""
    other = any_means(before, "not_run") and not any_means(before, "kind")
    described = all(item.means("loose_kind") or is_filler(item) for item in behind)
    return names_kind(before) and names_kind(behind) and not (other and described)


def _without_frame(segment: Items) -> Items:
    """Leave out "on the weekend" and "weekdays:" where a day of theirs follows: "on the weekend I run on saturday"."""
    days = [index for index, item in enumerate(segment) if isinstance(item.value, Days)]
    for index, following in pairwise(days):
        first, second = segment[index].value, segment[following].value
        assert isinstance(first, Days) and isinstance(second, Days)  # noqa: S101, PT018 - for the type checker
        weekend = len(first.days) == _WEEKEND and len(second.days) == 1
        framed = first.habit and (weekend or (len(first.days) > _WEEKEND and segment[index + 1].is_mark(":")))
        stretch = len(first.days) == len(Weekday) and _WEEKEND < len(second.days) < len(Weekday)
        framed = framed or (stretch and not any_mark(segment[index:following], ":"))
        excepts = any(item.is_word("all_days_but") for item in segment[index:following])
        if framed and set(second.days) < set(first.days) and not excepts:
            return (*segment[:index], *segment[index + 1 :])
    return segment


def _without_heading(segment: Items) -> Items:
    """Leave out a heading before the first day: "Ok coach gave me this: Mon off", but not "not running: Mon"."""
    first = next((index for index, item in enumerate(segment) if is_day(item)), 0)
    colon = next((index for index in range(first - 1, -1, -1) if segment[index].is_mark(":")), None)
    if colon is None or _describes(segment[:colon]) or any(_matters(item) for item in segment[:colon]):
        return segment
    return segment[colon + 1 :]


def _matters(item: Item) -> bool:
    told = isinstance(item.value, Pace) or any(item.means(group) for group in ("action", "unsure", "not_run"))
    return told or item.is_word("no", "all_days_but", "clause", "other_days")


def _describes(before: Items) -> bool:
    """Tell whether what stands before a day can be its run, and is no mere heading ("coach gave me this")."""
    return names_kind(before) or any_value(before, PartOfDay, Clock, Distance, Duration)


def _day_first(segment: Items, places: list[int], number: int) -> Iterator[Group]:
    rest = _rest_of_last(segment, places)
    for place, following in zip(places, [*places[1:], len(segment)], strict=True):
        content = segment[place + 1 : following]
        if rest is not None:
            content = (
                (segment[rest],) if place == places[-1] else tuple(one for one in content if one is not segment[rest])
            )
        yield Group(days=(segment[place],), content=content, line=number)


def _rest_of_last(segment: Items, places: list[int]) -> int | None:
    """Return where "off" stands right before the last day, which is only named: "mon easy tue tempo off sat"."""
    if len(places) == 1 or says_something(segment[places[-1] + 1 :]):
        return None
    before = segment[places[-2] + 1 : places[-1]]
    rests = bool(before) and before[-1].means("kind") == RunKind.REST
    runs = {item.means("kind") for item in before} - {None, "other", RunKind.REST}
    return places[-1] - 1 if rests and runs else None


def _day_last(segment: Items, places: list[int], number: int) -> Iterator[Group]:
    lead = segment[: places[0]]
    for place, following in zip(places, [*places[1:], len(segment)], strict=True):
        between = segment[place + 1 : following]
        cut = len(between) if following == len(segment) else _cut(lead, between)
        yield Group(days=(segment[place],), content=(*lead, *between[:cut]), day_last=True, line=number)
        lead = between[cut:]


def _cut(lead: Items, between: Items) -> int:
    """Return where the next day's words begin: at its kind, or at a measure or time when this day has one already."""
    measured = any_value(lead, Distance, Duration)
    timed = any_value(lead, Clock)
    for index, item in enumerate(between):
        again = (measured and isinstance(item.value, Distance | Duration)) or (timed and isinstance(item.value, Clock))
        if names_kind((item,)) or again:
            return index
    return len(between)
