"""Days that are not named: "M: rest / T: track", "Day 1: rest", or seven lines in the order of the week."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.frames import Items, is_day, is_filler, names_kind, says_something
from bot.language.held import Held, any_item, any_mark, any_text, any_value, asked_once
from bot.language.items import Clock, Days, Distance, Doubtful, Duration, Item, PartOfDay, Repeats, line_end
from bot.language.meaning import Doubt
from bot.language.parallel import by_labels, by_lists, in_order, with_listed_times
from bot.language.tables import split_at
from bot.language.time_orders import with_listed_halves, with_times_behind
from bot.language.told_in_order import by_first_day, by_ordinals
from bot.training.time import Weekday

Marks = tuple[tuple[int, tuple[Weekday, ...]], ...]

_SEPARATORS = "\n/;,|\t"
_BULLETS = "*-\u2022\u00b7+"
_AFTER_A_DAY = ":-.)|\t/"
_OF_RUNS = frozenset({"kind", "not_run", "run_part"})
_LONGEST_LETTERS = 2
_OF_MEETS = frozenset({"meet", "premeet", "pre", "comp", "competition", "shakeout", "bench"})
_SURE_LETTERS = frozenset("mwf")
_FIRST_LETTERS = frozenset("mtwrfsdu")
_BY_KEY = {day.key: day for day in Weekday}
_BEGUN_WITH = {
    key[:end]: tuple(day for day in Weekday if day.key.startswith(key[:end]))
    for key in _BY_KEY
    for end in range(1, _LONGEST_LETTERS + 1)
}
# Beside other short days at the beginnings of lines, in German.
_GERMAN = {"di": Weekday.TUE, "mi": Weekday.WED, "do": Weekday.THU, "so": Weekday.SUN}
# Fewer letters or numbers are no week: "W: 90 kg" is a weight.
_LEAST_MARKS = 4
_LEAST_LABELLED = 3
_LEAST_SPACED = 6
_LEAST_NUMBERS = 2
_WEEK = 7
_LEAST_PARTS = 3
# Three things with commas between them may be one day's; five are days.
_LEAST_COMMAS = 5


@asked_once
def with_days(items: Items) -> Held:
    """Return the items with a day where a letter, "Day 3" or only the line's place says which it is."""
    items = _with_single_letters(items)
    for reader in _READERS:
        if found := reader(items):
            return Held(found)
    return items if type(items) is Held else Held(items)


def _with_single_letters(items: Items) -> Items:
    """Return the items with a day for a letter behind a run beside short days: "easy M, tempo F, long Su"."""
    if not any(isinstance(item.value, Days) and item.end - item.start <= _LONGEST_LETTERS for item in items):
        return items
    return tuple(
        replace(item, value=Days(days=_days_of(item)[:1])) if _is_single_letter(items, index) else item
        for index, item in enumerate(items)
    )


def _is_single_letter(items: Items, index: int) -> bool:
    ends = index + 1 == len(items) or items[index + 1].is_mark(",.;\n") or items[index + 1].is_word("and")
    known = index > 0 and items[index].text in _SURE_LETTERS and items[index - 1].means("kind") not in (None, "rest")
    return known and ends


def _by_letters(items: Items) -> Items | None:
    """Read "M T W Th F Sa Su" at the beginnings of lines or parts, in the order of the week from any day on."""
    found = _ordered(items, tuple(_marks(items))) or _ordered(items, tuple(_spaced_marks(items)))
    if found is None:
        return None
    return tuple(
        replace(item, value=Days(days=(found[index],))) if index in found else item for index, item in enumerate(items)
    )


def _marks(items: Items) -> Iterator[tuple[int, tuple[Weekday, ...]]]:
    """Yield where a day opens a line or a part, by its name or its letter, and which days it can be."""
    heading = next((index for index, item in enumerate(items) if item.is_mark(":") or _is_dash(items, index)), 0)
    for index, item in enumerate(items):
        if isinstance(item.value, Days):
            if len(item.value.days) == 1 and (_opens(items, index) or items[index - 1].is_mark(":")):
                yield index, item.value.days
        elif _is_letters(items, index, heading=heading):
            yield index, _days_of(item)


def _is_dash(items: Items, index: int) -> bool:
    """Tell whether a dash with room on both sides stands here: "week 9 - M rest, T 8"."""
    if not items[index].is_mark("-"):
        return False
    return 0 < index < len(items) - 1 and items[index - 1].end < items[index].start < items[index + 1].start - 1


def _ordered(items: Items, marks: Marks) -> dict[int, Weekday] | None:
    """Return the day of each mark where enough stand in the order of the week and one is a letter."""
    german = all(items[index].end - items[index].start == _LONGEST_LETTERS for index, _ in marks)
    if not german:
        # "So" and "do" are words of English too.
        marks = tuple((index, days) for index, days in marks if items[index].text not in _GERMAN)
    letters = sum(not isinstance(items[index].value, Days) for index, _ in marks)
    labelled = all(_is_labelled(items, index) for index, _ in marks)
    if not letters or len(marks) < (_LEAST_LABELLED if labelled or german else _LEAST_MARKS):
        return None
    return next((days for first in marks[0][1] if (days := _in_order(marks, first))), None)


def _is_labelled(items: Items, index: int) -> bool:
    """Tell whether a letter is a day's label: "W: 6pm intervals"."""
    behind = items[index + 1 : index + 4]
    return bool(behind) and behind[0].is_mark(":") and names_kind(behind)


def _spaced_marks(items: Items) -> Iterator[tuple[int, tuple[Weekday, ...]]]:
    """Yield the letters of a week that is written with nothing but spaces: "M rest T 8 W 12 Th 6 F rest Sa 6 Su 32"."""
    named = ((index, _days_named(item)) for index, item in enumerate(items[:-1]))
    found = [(index, days) for index, days in named if days and _begins_run(items, index + 1)]
    opens = bool(found) and found[0][0] == 0 and all(names_kind(items[index + 1 : index + 2]) for index, _ in found)
    yield from found if len(found) >= (_LEAST_MARKS if opens else _LEAST_SPACED) else ()


def _begins_run(items: Items, index: int) -> bool:
    """Tell whether a run is told here, or behind a mark that stands right at the day: "m- off tu- 6 easy"."""
    marked = items[index].is_mark("-:.=)") and items[index].start == items[index - 1].end
    return any(map(tells_run, items[index + marked : index + marked + 1]))


def _days_named(item: Item) -> tuple[Weekday, ...]:
    if isinstance(item.value, Days):
        return item.value.days if len(item.value.days) == 1 else ()
    lettered = item.text[:1] in _FIRST_LETTERS and len(item.text) <= _LONGEST_LETTERS
    return _days_of(item) if lettered else ()


def _in_order(marks: Marks, first: Weekday) -> dict[int, Weekday] | None:
    """Return the day of each mark when the first one is known and every day comes once, each behind the last."""
    found: dict[int, Weekday] = {}
    last = -1
    for index, days in marks:
        ahead = [step for day in days if (step := (day - first) % _WEEK) > last]
        if not ahead:
            return None
        last = min(ahead)
        found[index] = Weekday((first + last) % _WEEK)
    return found


def _is_letters(items: Items, index: int, *, heading: int) -> bool:
    text = items[index].text
    if text[:1] not in _FIRST_LETTERS or len(text) > _LONGEST_LETTERS or index + 1 == len(items):
        return False
    if not (_opens(items, index) or 0 < heading == index - 1 or _ends_lead(items, index)):
        return False
    if items[index + 1].is_mark(":") and any(map(is_day, items[index + 2 : index + 3])):
        # "So: Mon easy".
        return False
    last = items[index + 1].is_mark("\n") and index > 0 and items[index - 1].is_mark("|\t/,")
    marked = items[index + 1].is_mark(_AFTER_A_DAY + "xX") or last
    # "M  rest" and "Tu 5 x 1k"; "we all go" and "I ran" are no days.
    told = marked or tells_run(items[index + 1]) or _is_of_meet(items, index + 1)
    return told and bool(_days_of(items[index]))


def _ends_lead(items: Items, index: int) -> bool:
    """Tell whether a letter stands first of all behind what introduces a week: "so that's M rest, T 5"."""
    lead = items[:index]
    led = bool(lead) and (is_filler(lead[-1]) or lead[-1].is_word("it") or lead[-1].means("plain") is not None)
    alone = led and len(items[index].text) == 1
    return alone and not (any_item(lead, is_day) or any_item(lead, tells_run))


def _is_of_meet(items: Items, index: int) -> bool:
    """Tell whether a meet, or the day before one, is what a letter's day is for: "F premeet 4 easy, S meet"."""
    return items[index].text in _OF_MEETS


def tells_run(item: Item) -> bool:
    """Tell whether an item begins what is said of a day: a kind, a measure, a time, other training."""
    values = (Distance, Duration, Repeats, Clock, PartOfDay)
    # "T 5m" is five miles or minutes.
    in_doubt = isinstance(item.value, Doubtful) and item.value.unread.doubt is Doubt.UNIT
    measured = in_doubt or isinstance(item.value, values) or (item.number is not None and item.text.isdecimal())
    return measured or not _OF_RUNS.isdisjoint(item.senses)


def _days_of(item: Item) -> tuple[Weekday, ...]:
    """Return the weekdays that a letter or two can stand for, earliest first."""
    known = item.means("weekday_letter")
    days = _BEGUN_WITH.get(item.text, ())
    if known is not None and _BY_KEY[known] not in days:
        days = tuple(sorted((*days, _BY_KEY[known])))
    return days or ((_GERMAN[item.text],) if item.text in _GERMAN else ())


def _opens(items: Items, index: int) -> bool:
    """Tell whether an item begins a line or a part, behind its bullet."""
    before = index - 1
    while before >= 0 and items[before].is_mark(_BULLETS):
        before -= 1
    return before < 0 or items[before].is_mark(f"{_SEPARATORS}.")


def _by_numbers(items: Items) -> Items | None:
    """Read "Day 1" to "Day 7"."""
    if not any_text(items, ("day",)):
        return None
    places = dict(_numbered(items))
    numbers = list(places.values())
    if len(numbers) < _LEAST_NUMBERS or numbers != sorted(set(numbers)) or any_item(items, is_day):
        return None
    kept: list[Item] = []
    for index, item in enumerate(items):
        if index in places:
            kept.append(replace(item, value=Days(days=(Weekday(places[index] - 1),)), end=items[index + 1].end))
        elif index - 1 not in places:
            kept.append(item)
    return tuple(kept)


def _numbered(items: Items) -> Iterator[tuple[int, int]]:
    for index, item in enumerate(items[:-1]):
        number = items[index + 1].number
        if item.text == "day" and number is not None and 1 <= number <= _WEEK and _opens(items, index):
            yield index, number


def _by_order(items: Items) -> Items | None:
    """Read seven lines or parts without a day, each a run, a rest or other training, as Monday to Sunday."""
    if any_item(items, is_day) or not any_mark(items, "\n/;|,"):
        return None
    lines = [line for line in split_at(items, "\n") if says_something(line)]
    if len(lines) == 1:
        return next((found for mark in "/;|," if (found := _by_parts(items, mark))), None)
    if len(lines) != _WEEK or not all(_is_training(line) for line in lines):
        return None
    kept: list[Item] = []
    for day, line in zip(Weekday, lines, strict=True):
        end = line[:1] if line[0].is_mark("\n") else ()
        first = line[len(end)]
        kept += (*end, Item(value=Days(days=(day,)), start=first.start, end=first.start), *line[len(end) :])
    return tuple(kept)


def _by_parts(items: Items, mark: str) -> Items | None:
    if not any_mark(items, mark) or sum(item.text == mark for item in items) < _WEEK - 1:
        return None
    parts = [part for part in split_at(items, mark) if says_something(part)]
    named = all(names_kind(part) for part in parts) or mark != ","
    if len(parts) != _WEEK or not named or not all(_is_training(part) for part in parts):
        return None
    return tuple(_dealt(tuple(Weekday), parts))


def _by_range(items: Items) -> Items | None:
    """Read as many parts as the days of a stretch that is named once: "Rest / 8k easy / 30k long, mon to wed"."""
    places = [index for index, item in enumerate(items) if is_day(item)]
    value = items[places[0]].value if len(places) == 1 else None
    if not isinstance(value, Days) or len(value.days) < _LEAST_PARTS or value.either:
        return None
    rest = (*items[: places[0]], *items[places[0] + 1 :])
    for marks in ("\n", "/", ";", "|", ","):
        parts = [part for part in split_at(rest, marks) if says_something(part)]
        whole = len(value.days) >= _LEAST_COMMAS or marks != "," or all(names_kind(part) for part in parts)
        if len(parts) == len(value.days) and whole and all(_is_training(part) for part in parts):
            return tuple(_dealt(value.days, parts))
    return None


def _dealt(days: tuple[Weekday, ...], parts: list[Items]) -> Iterator[Item]:
    """Yield each part behind its day, on a line of its own."""
    for day, part in zip(days, parts, strict=True):
        start = part[0].start
        yield line_end(start)
        yield Item(value=Days(days=(day,)), start=start, end=start)
        yield from (item for item in part if not item.is_mark("\n/;|,"))


def _is_training(line: Items) -> bool:
    measured = any_value(line, Distance, Duration)
    return measured or names_kind(line)


_READERS = (
    _by_letters,
    _by_numbers,
    _by_order,
    _by_range,
    by_first_day,
    by_ordinals,
    with_listed_halves,
    in_order,
    by_labels,
    by_lists,
    with_listed_times,
    with_times_behind,
)
