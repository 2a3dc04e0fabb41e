"""What a runner takes back in the same breath: "tuesday, no wait wednesday", "6pm sorry 7pm", "5k, I mean 6k"."""

from bot.language.frames import Items, is_day, is_now
from bot.language.held import any_text
from bot.language.items import Clock, Days, Distance, Duration, Item

TAKES_BACK = frozenset(
    {
        *("no wait", "wait no", "no sorry", "sorry no", "i mean", "sorry i mean", "no i mean", "or rather"),
        *("scratch that", "make that", "make it", "no make it", "sorry", "correction", "actually no", "no actually"),
        *("i meant", "sorry i meant", "no i meant", "i meant to say"),
        *("oops", "whoops", "my mistake", "my bad", "oops sorry"),
    }
)
_MARKS = ",.-;\u2026()!"
_ENDS = ",.;!\n"
_LEADS = frozenset(
    {"that's", "thats", "it's", "its", "that is", "no", "wait", "actually", "oh", "oops", "nope", "hang on"}
)
_MARKERS = TAKES_BACK | _LEADS
_MOST_MARKS = 4
# Nobody takes one thing back in more words and marks.
_LONGEST_MARKER = 20
_LEAST_LISTED = 2
_COPULA_REACH = 2
_NO = frozenset({"no", "nope", "nah"})
_DOUBTING = _NO | {"is it"}
_YES = frozenset({"yeah", "yes", "yep", "aye", "and"})


def corrected(items: Items) -> Items:
    """Leave out each day, time, length or kind that is taken back by another one right behind it."""
    items = _without_doubts(items)
    if not any_text(items, TAKES_BACK):
        return items
    kept: list[Item] = []
    index = 0
    while index < len(items):
        after = _after_marker(items, index)
        if after is not None and (behind := _with_what_is_told_again(kept, items, after)):
            index = behind
            continue
        place = _last_said(kept)
        if after is not None and place is not None and _sort(kept[place]) == _sort(items[after]):
            del kept[place:]
            index = after
        elif after is not None and (old := _same_before(kept, items, after)) is not None:
            kept[old] = items[after]
            index = after + 1
            continue
        kept.append(items[index])
        index += 1
    return tuple(kept)


def _without_doubts(items: Items) -> Items:
    """Leave out a time that a bare "no" gives another one for, and a day that is asked for and said again.

    "Club at seven no quarter past seven", "tuesdays and thursdays is it thursdays yeah thursdays club".
    """
    if not any_text(items, _DOUBTING):
        return items
    kept: list[Item] = []
    index = 0
    while index < len(items):
        item, behind = items[index], items[index + 1 : index + 2]
        if item.text in _NO and kept and behind and _is_clock(kept[-1]) and _is_clock(behind[0]):
            kept.pop()
        elif item.text == "is it" and kept and behind and _is_part_of(behind[0], kept[-1]):
            index = _behind_same(items, index + 1)
            continue
        else:
            kept.append(item)
        index += 1
    return tuple(kept) if len(kept) < len(items) else items


def _is_clock(item: Item) -> bool:
    return isinstance(item.value, Clock)


def _is_part_of(item: Item, days: Item) -> bool:
    told = isinstance(item.value, Days) and isinstance(days.value, Days)
    return told and set(item.value.days) <= set(days.value.days)  # type: ignore[union-attr]


def _behind_same(items: Items, index: int) -> int:
    """Return where what follows begins behind a day that is said again and again, with a "yeah" between."""
    first = items[index]
    while index < len(items) and (items[index].text in _YES or _is_part_of(items[index], first)):
        index += 1
    return index


def _with_what_is_told_again(kept: list[Item], items: Items, after: int) -> int | None:
    """Put days or a kind in the place of those that they correct; return where they end, None where they are none."""
    if end := _with_all_named_again(kept, items, after):
        return end
    if told := _told_again(kept, items, after):
        del kept[told[0]]
        return told[1]
    if moved := _moved(kept, items, after):
        kept[moved[0]] = items[moved[1]]
        return moved[2]
    return None


def _with_all_named_again(kept: list[Item], items: Items, after: int) -> int | None:
    """Put as many days in the place of all that are kept ("sorry, I mean mon, wed, fri"); return where they end."""
    end = after
    while end < len(items) and (_sort(items[end]) == "day" or items[end].is_mark(",/&+") or items[end].is_word("and")):
        end += 1
    days = [item for item in items[after:end] if _sort(item) == "day"]
    places = [at for at, item in enumerate(kept) if _sort(item) == "day"]
    ends = end == len(items) or items[end].is_mark(".!\n)")
    if not ends or not len(days) == len(places) >= _LEAST_LISTED:
        return None
    for place, day in zip(places, days, strict=True):
        kept[place] = day
    return end


def _told_again(kept: list[Item], items: Items, after: int) -> tuple[int, int] | None:
    """Return where the kind stands that another one takes the place of, which is told with its day once more.

    "Tue 7am easy, no wait tue is intervals": the day has its time, and another kind.
    """
    day, behind = items[after], items[after + 1 : after + 3]
    days = [at for at in range(len(kept) - 1, -1, -1) if _sort(kept[at]) == "day"]
    place = next((at for at in days if kept[at].value == day.value), None)
    behind = behind[1:] if behind and behind[0].text in {"is", "are"} else behind
    if place is None or not behind or _sort(behind[0]) != "kind" or kept[place].value != day.value:
        return None
    old = next((at for at in range(place + 1, len(kept)) if _sort(kept[at]) in {"kind", "day"}), None)
    return None if old is None or _sort(kept[old]) == "day" else (old, items.index(behind[0], after))


def _moved(kept: list[Item], items: Items, after: int) -> tuple[int, int, int] | None:
    """Return which day is another one now, where that one stands and what follows: "sorry, hills are wednesday now"."""
    behind = items[after + 1 : after + 2 + _COPULA_REACH]
    day = next((after + 1 + at for at, item in enumerate(behind) if _sort(item) == "day"), None)
    kind = items[after].means("kind")
    joined = bool(behind) and behind[0].text in {"is", "are", "on"}
    day = after if _sort(items[after]) == "day" and behind and behind[0].means("kind") else day
    kind, end = (behind[0].means("kind"), after + 1) if day == after else (kind, day)
    joined = joined or day == after
    places = [at for at, item in enumerate(kept) if kind is not None and item.means("kind") == kind]
    told = [] if end is None else [_sort(item) for item in items[end + 1 : end + 2] if not is_now(item)]
    if day is None or end is None or not joined or any(one not in {"", "day"} for one in told) or len(places) != 1:
        return None
    old = next(
        (at for at in range(places[0], max(-1, places[0] - _COPULA_REACH - 1), -1) if _sort(kept[at]) == "day"), None
    )
    return None if old is None else (old, day, end + 1)


def _same_before(kept: list[Item], items: Items, after: int) -> int | None:
    """Return where the day or time stands that is taken back behind its run: "tuesday track no wait wednesday"."""
    ends = after + 1 == len(items) or items[after + 1].is_mark(_ENDS)
    last = len(kept) - 1
    while last >= 0 and kept[last].is_mark(_MARKS):
        last -= 1
    for place in range(last, max(-1, last - _MOST_MARKS), -1):
        if not ends or kept[place].is_mark(_ENDS):
            return None
        if _sort(kept[place]) == _sort(items[after]) and _sort(items[after]) in {"day", "Clock"}:
            return place
    return None


def _after_marker(items: Items, index: int) -> int | None:
    """Return where the right value stands behind a taking back ("no sorry make it"), which begins here."""
    begin, longest = index, min(len(items), index + _LONGEST_MARKER)
    while index < longest and (items[index].text in _MARKERS or items[index].is_mark(_MARKS)):
        index += 1
    if index > begin and index + 2 < len(items) and items[index].text == "not" and is_day(items[index + 1]):
        # "Sorry not Thu, hills are on Fri".
        index += 2 + items[index + 2].is_mark(_MARKS)
    takes = items[begin].text in _MARKERS and any_text(items[begin:index], TAKES_BACK)
    return index if takes and index < len(items) and _sort(items[index]) else None


def _last_said(kept: list[Item]) -> int | None:
    """Return where the value stands that was said last, with marks at most behind it."""
    for step, item in enumerate(reversed(kept[-_MOST_MARKS:]), start=1):
        if not item.is_mark(_MARKS):
            return len(kept) - step if _sort(item) else None
    return None


def _sort(item: Item) -> str:
    if is_day(item):
        return "day"
    for kind in (Clock, Distance, Duration):
        if isinstance(item.value, kind):
            return kind.__name__
    return "kind" if item.means("kind") else ""
