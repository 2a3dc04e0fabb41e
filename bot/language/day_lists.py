"""Days listed with commas, and days taken out with "except"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.language.frames import (
    ANY_TIME,
    OF_TRAINING,
    TRAININGS,
    Group,
    Items,
    is_filler,
    says_something,
    weekdays_of,
    without_company,
)
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, Days, Distance, Duration, Item, OtherDays, PartOfDay, Repeats, no_run
from bot.training.runs import RunKind
from bot.training.time import Weekday

_MOVES = ("move", "swap")
# "Mon. Wed. Fri. easy" lists short names.
_SHORT_DAY = 5
_NO_ITEMS: Items = ()
_GENTLE = frozenset({RunKind.EASY, RunKind.RECOVERY, RunKind.STEADY})
_ONCE_A_WEEK = frozenset({RunKind.LONG, RunKind.RACE, RunKind.REST, RunKind.TIME_TRIAL})


def joined(groups: Sequence[Group]) -> Iterator[Group]:
    """Join the days of lists, then take the excepted ones out. Linear in the number of groups."""
    yield from _excepted(tuple(_with_last_kind(tuple(_merged(groups)))))


def _with_last_kind(groups: Sequence[Group]) -> Iterator[Group]:
    """Give the days before that have only a time the gentle kind that ends their list: "tue 6pm and thu 6pm, easy"."""
    lent: tuple[Item, ...] = ()
    told: list[Group] = []
    line = -1
    for found in reversed(groups):
        ends = found.line != line
        line = found.line
        if ends:
            kinds = tuple(item for item in found.content if item.means("kind") in _GENTLE)
            lent = kinds[:1] if kinds and _is_lent(found) else ()
        elif not _is_only_timed(found):
            lent = ()
        told.append(replace(found, content=(*found.content, *lent)) if lent and not ends else found)
    yield from reversed(told)


def _is_only_timed(found: Group) -> bool:
    told = [item for item in found.content if not is_filler(item)]
    clocked = any_value(told, Clock)
    club = any(item.text in TRAININGS | OF_TRAINING for item in found.content)
    return clocked and not club and not found.day_last and all(isinstance(item.value, Clock) for item in told)


def _is_lent(last: Group) -> bool:
    """Tell whether a kind stands behind the time of the last day of a list, in its sentence."""
    clock = next((at for at, item in enumerate(last.content) if isinstance(item.value, Clock)), None)
    kind = next(at for at, item in enumerate(last.content) if item.means("kind") in _GENTLE)
    between = last.content[clock:kind] if clock is not None else ()
    return bool(between) and not last.day_last and not any_mark(between, ".;!\n")


def _merged(groups: Sequence[Group]) -> Iterator[Group]:
    """Join days that are listed with commas: forward to the words that follow, or back to those before."""
    pending, frame = _NO_ITEMS, _NO_ITEMS
    done: list[Group] = []
    for index, found in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        if not found.days:
            _append_content(done, found)
        elif _is_but_of_others(done, found):
            done.append(
                replace(found, content=(*found.content, no_run(found.days[0].start))) if _is_thin(found) else found
            )
        elif _joins_back(done, found) or _shares(done, found):
            done[-1] = _joined_back(done[-1], found)
        elif _inherits(done, found):
            done.append(_inherited(done[-1], found))
        elif _joins_forward(found, following) and not _is_excepted(done) and not _is_told_of(pending, following):
            pending, frame = (*pending, *found.days), (*frame, *found.content)
        else:
            listed = pending and replace(found, days=(*pending, *found.days), content=(*frame, *found.content))
            done.append(listed or found)
            pending, frame = _NO_ITEMS, _NO_ITEMS
    yield from done


def _is_but_of_others(done: list[Group], found: Group) -> bool:
    """Tell whether a day is taken out of all others: "easy on the other days, but never friday"."""
    others = bool(done) and any_value(done[-1].days, OtherDays)
    return others and (_is_excepted(done) or any_means(found.content, "word", "all_days_but"))


def _is_excepted(done: list[Group]) -> bool:
    """Tell whether the words before a day take it out of the days before: "weekdays at 7 except Friday"."""
    said = [item for item in done[-1].content if not item.is_mark(",(")] if done else []
    return bool(said) and said[-1].is_word("all_days_but")


def _excepted(groups: Sequence[Group]) -> Iterator[Group]:
    """Take the days after "except" out of the days before it ("daily easy 5k except Sundays")."""
    dropped = -1
    for index, found in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        if following is not None and _ends_in_exception(found, following):
            excepted = _told_apart(groups[index + 1 :])
            told = _run_of_the_others(following, groups[index + 2 :])
            left = tuple(_without(item, excepted) for item in found.days)
            yield replace(found, days=left, content=(*found.content, *told))
            dropped = index + 1 if told else dropped
            if _is_thin(following):
                dropped = index + 1
                yield replace(following, content=(*following.content, no_run(following.days[-1].end)))
        elif index != dropped:
            yield found


def _run_of_the_others(excepted: Group, behind: Sequence[Group]) -> Items:
    """Return the run behind a colon where the days before it are told again: "daily except sun: 6k easy. Sun long"."""
    told = set().union(*map(weekdays_of, behind)) >= weekdays_of(excepted)
    heads = bool(excepted.content) and excepted.content[0].is_mark(":")
    return excepted.content if told and heads else _NO_ITEMS


def _told_apart(behind: Sequence[Group]) -> set[Weekday]:
    """Return the days behind "except", to the end of the sentence: "except mondays (rest) and thursdays (tempo)"."""
    days: set[Weekday] = set()
    for found in behind:
        days |= weekdays_of(found)
        if found.line != behind[0].line or any_mark(found.content, ".!?"):
            break
    return days


def _ends_in_exception(found: Group, following: Group) -> bool:
    start = following.days[0].start if following.days else 0
    before = [item for item in (*found.content, *following.content) if item.start < start and not item.is_mark(",(")]
    excepts = bool(before) and max(before, key=lambda item: item.start).is_word("all_days_but")
    return excepts and bool(weekdays_of(found) - weekdays_of(following))


def _without(item: Item, excepted: set[Weekday]) -> Item:
    if not isinstance(item.value, Days):
        return item
    left = tuple(day for day in item.value.days if day not in excepted)
    return replace(item, value=replace(item.value, days=left))


def _append_content(done: list[Group], found: Group) -> None:
    if done:
        done[-1] = replace(done[-1], content=(*done[-1].content, *found.content))


def _is_thin(found: Group) -> bool:
    return not says_something(found.content)


def _joins_back(done: list[Group], found: Group) -> bool:
    if not done or not done[-1].day_last or done[-1].line != found.line or found.day_last:
        return False
    kinds = {item.means("kind") for item in done[-1].content}
    if _begins_sentence(found) and (
        RunKind.REST in kinds
        or any(map(_tells, _behind_days(done[-1])))
        or (kinds == {None} and any_means(found.content, "kind"))
    ):
        return False
    return all(is_filler(item) for item in found.content) and not _overlap(done[-1], found) and not _is_move(done[-1])


def _is_move(found: Group) -> bool:
    return any_means(found.content, "action", *_MOVES)


def _joined_back(last: Group, found: Group) -> Group:
    return replace(last, days=(*last.days, *found.days), content=(*last.content, *found.content))


def _begins_sentence(found: Group) -> bool:
    return any(item.is_mark(".!?") and item.start < found.days[0].start for item in found.content)


def _shares(done: list[Group], found: Group) -> bool:
    """Tell whether a list goes on to what all its days share: "easy runs on Mon, Wed and Fri at 5:45 am".

    "Long run Sunday, Tuesday and Thursday at 7" does not: nobody runs long three times a week.
    """
    if not done or not done[-1].day_last or done[-1].line != found.line or found.day_last:
        return False
    last = done[-1]
    if _begins_sentence(found) or _names_training(found):
        return False
    kinds = {item.means("kind") for item in last.content}
    if kinds & _ONCE_A_WEEK or not kinds - {None} or _overlap(last, found) or _is_move(last):
        return False
    if kinds <= {None, "other"} and _goes_on_for_all(last, found):
        return True
    only_told = all(_tells(item) or is_filler(item) for item in without_company(found.content))
    if not only_told or not says_something(found.content) or any(map(_tells, _behind_days(last))):
        return False
    listed = any(isinstance(item.value, Days) and len(item.value.days) > 1 for item in found.days)
    listed = listed or len(weekdays_of(last)) > 1
    return listed or not any_value(found.content, Repeats, Distance, Duration)


def _names_training(found: Group) -> bool:
    """Tell whether a club is named before a day: "an easy run on monday, then club on wednesday at 7"."""
    before = [item for item in found.content if item.start < found.days[0].start]
    company = any_text(before, ("with",)) or any_means(before, "run_part", "with")
    return not company and any(item.text in TRAININGS | OF_TRAINING for item in before)


def _goes_on_for_all(last: Group, found: Group) -> bool:
    """Tell whether a list of days that began with a time ends with their run: "I run at 20, tue and fri, 8 km slow"."""
    timed = any_value(last.content, Clock)
    measured = any_value(last.content, Repeats, Distance, Duration)
    told = [item for item in found.content if _tells(item) or item.means("kind")]
    clocks = any_value(told, Clock, PartOfDay)
    # "I run at 6am mon, wed easy, fri tempo" tells each day's own.
    behind = [item for item in found.content if item.start >= found.days[-1].end]
    apart = bool(behind) and (behind[0].is_mark(",") or behind[0].text == "with")
    return timed and apart and bool(told) and not measured and not clocks and not says_something(_behind_days(last))


def _behind_days(found: Group) -> Items:
    return tuple(item for item in found.content if item.start > found.days[0].start)


def _tells(item: Item) -> bool:
    return isinstance(item.value, Clock | PartOfDay | Distance | Duration | Repeats)


def _inherits(done: list[Group], found: Group) -> bool:
    """Tell whether a day with a time alone goes on with the words before it: "tempo tuesday 7pm, thursday 6pm"."""
    if not done or not done[-1].day_last or done[-1].line != found.line or found.day_last:
        return False
    named = _names_training(found) or (any_means(found.content, "kind") or any_text(found.content, ANY_TIME))
    told = {day for one in done if any_means(one.content, "kind") for day in weekdays_of(one)}
    named = named or (_begins_sentence(found) and (weekdays_of(found) <= told or not any_item(found.content, _tells)))
    named = named or any_means(done[-1].content, "kind", RunKind.REST, RunKind.RACE)
    return not named and all(isinstance(item.value, Clock | PartOfDay) or is_filler(item) for item in found.content)


def _inherited(last: Group, found: Group) -> Group:
    said = tuple(item for item in last.content if not isinstance(item.value, Clock | PartOfDay))
    return replace(found, content=(*said, *found.content), day_last=True)


def _joins_forward(found: Group, following: Group | None) -> bool:
    if following is None or following.line != found.line or following.day_last or not following.days:
        return False
    # "Thu ??" waits for the runner's own word, not for the next day's.
    open_ended = any_mark(found.content, "?") or is_crossed(found.content)
    if _begins_sentence(following) and found.days[-1].end - found.days[-1].start > _SHORT_DAY and _ends_alone(found):
        return False
    thin = _is_thin(found) or _is_thin(replace(found, content=_without_shared(found, following)))
    return thin and not open_ended and not _overlap(found, following) and not _is_own(found, following)


def _ends_alone(found: Group) -> bool:
    """Tell whether a sentence is one day by its name and nothing else: "Saturday. Sunday long run 8am"."""
    return len(weekdays_of(found)) == 1 and all(item.is_mark(".,!") for item in found.content)


def _without_shared(found: Group, following: Group) -> Items:
    """Leave out what a heading says of both of two days: "easy runs: mon, tue, thu 5:45"."""
    return tuple(item for item in found.content if not any(item is one for one in following.content))


def is_crossed(content: Items) -> bool:
    """Tell whether a dash, with what parts it from the next day, is all that stands behind a day: "Fr - / Sa 8:00"."""
    marks = [item.text for item in content if not item.is_mark(":.")]
    return bool(marks) and marks[0] == "-" and all(mark in {",", "/", ";", "|", "\n"} for mark in marks[1:])


def _is_own(found: Group, following: Group) -> bool:
    """Tell whether "run" is all that is said of a day: "Mon, wed = run. Tue = lift", "mon run, sun off"."""
    told = any(_tells(item) or item.means("kind") not in (None, RunKind.REST) for item in following.content)
    rests = any_means(following.content, "kind", RunKind.REST)
    other = says_something(following.content) and (rests or not told)
    said = found.content if _begins_sentence(following) else _behind_days(found) if other else ()
    club = not _begins_sentence(following) and any_text(_behind_days(found), OF_TRAINING)
    named = any(item.means("kind") not in (None, RunKind.OTHER, RunKind.REST) for item in following.content)
    return any_means(said, "kind") or (club and named)


def _is_told_of(pending: Items, following: Group | None) -> bool:
    """Tell whether a list of days is over because the next words are of one of them: "I run tue, thu, sun. Tue = …"."""
    days = {day for item in pending if isinstance(item.value, Days) for day in item.value.days}
    return following is not None and bool(days & weekdays_of(following))


def _overlap(first: Group, second: Group) -> bool:
    return bool(weekdays_of(first) & weekdays_of(second))
