"""What an introduction says of all days behind it: when they are, that they are of runs, until when one is busy."""

from dataclasses import dataclass

from bot.language.frames import OURS, Items, is_day, is_filler, is_now
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, Days, Distance, Doubtful, Item, Pace, PartOfDay, Repeats
from bot.language.leads import JOINTS, behind_opening, clauses, first_day, is_plan_joint
from bot.language.openings import FINISHES
from bot.training.runs import RunKind

_REACH = 3
_NOON = 12
# Who is busy until then runs in the afternoon or evening.
_FREE = range(1, 9)
_ALL = frozenset({"all", "always", "everything", "all runs", "every run", "all of them", "only", "every", "usually"})
_ELSEWHERE = frozenset({"work", "school", "up", "awake", "back", "free", "off", "out"})
# "5am gang", "evenings only, please", "6pm after work".
_LONGEST_LABEL = 5
_GOALS = frozenset(
    {
        *("train", "training", "goal", "aim", "aiming", "target", "targeting", "prepping", "preparing", "sub", "under"),
        *("want", "prep", "build", "building", "marathon training", "half marathon training", "race training"),
    }
)
_AIMS = frozenset({"for", "signed up for", "registered for", "towards", "doing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What an introduction says of all days behind it: when, that they are days of runs, and until when one is busy."""

    times: Items = ()
    run: Items = ()
    busy_until: int | None = None


def without_opening(items: Items) -> tuple[Items, Opening]:
    """Return the items without what introduces them, and what it says of all of them.

    One that tells of a run or of a day off stays: "long run: sunday", "not running: Monday".
    """
    begin = behind_opening(items) or _behind_prose(items)
    opening = items[:begin]
    if not opening or _is_part(opening) or any_mark(opening, "|\t"):
        return items, Opening()
    if any_item(_behind_story(opening), _tells_of_days if _begins_with_run(items, begin) else _tells):
        return (items[begin:] if _is_of_person(items, begin) else items), Opening()
    found = [times for clause in clauses(opening) if (times := _times(clause))]
    times = next((one for one in found if any_value(one, Clock)), (*found, ())[0])
    run = next((item for item in opening if item.means("kind") == "other" or isinstance(item.value, Pace)), None)
    busy = next((hour for clause in clauses(opening) if (hour := _busy_until(clause))), None)
    return items[begin:], Opening(times=times, run=() if run is None else (run,), busy_until=busy)


def _behind_story(opening: Items) -> Items:
    """Return an introduction behind the last "so" in it, where what stands before that tells of no run and no day."""
    turn = next((at for at in range(len(opening) - 1, -1, -1) if opening[at].text in JOINTS), -1)
    runs = {item.means("kind") for item in opening[:turn]} - {None, "other", RunKind.REST}
    walks = any_means(opening[:turn], "not_run")
    told = runs or any_item(opening[:turn], is_day) or any_value(opening[:turn], Repeats, Doubtful)
    told = told or (any_value(opening[:turn], Distance) and not walks)
    return opening if turn < 0 or told else opening[turn + 1 :]


def _is_of_person(items: Items, begin: int) -> bool:
    """Tell whether an introduction says who the runner is, or what for: "I'm a 10k runner. Mon: easy"."""
    opening, labelled = items[:begin], any_mark(items[begin + 1 : begin + 2], ":=")
    kinds = {item.means("kind") for item in opening} - {None, "other", RunKind.RACE}
    plain = not kinds and not (any_item(opening, is_day) or any_value(opening, Clock, Repeats))
    told = any_text(opening, OURS)
    goal = opening[-1].is_mark(":") and len(opening) > _LONGEST_LABEL and any_text(opening, _AIMS)
    ends = (labelled and opening[-1].is_mark(".!")) or is_plan_joint(items, begin - 1)
    goal = goal or (opening[-1].is_mark(".!\n") and any_text(opening, _GOALS))
    return plain and told and (ends or goal)


def _is_part(opening: Items) -> bool:
    """Tell whether a part of the day stands over the days behind it alone: "Evenings: mon easy 7"."""
    return all(isinstance(item.value, PartOfDay) or item.is_mark(":") for item in opening)


def _busy_until(clause: Items) -> int | None:
    """Return the hour of "lectures til 4" and "I finish work at 5"."""
    place = next((at for at, item in enumerate(clause) if _ends_work(item)), None)
    for item in () if place is None else clause[place + 1 :]:
        hour = item.value.time.hour % _NOON if isinstance(item.value, Clock) else item.number
        if hour is not None:
            return hour if hour in _FREE else None
    return None


def _ends_work(item: Item) -> bool:
    busy = isinstance(item.value, PartOfDay) and item.value.busy
    return busy or item.is_word("until") or item.text in FINISHES


def _behind_prose(items: Items) -> int:
    """Return the index of the first day where only strange words lead to it: "strava says my pattern is tues"."""
    first = first_day(items)
    lead = items[:first]
    strange = any(item.text.isalpha() and not item.senses for item in lead)
    prose = len(lead) >= _REACH and strange and is_filler(lead[-1])
    plain = not (any_value(lead, Clock, PartOfDay) or any_means(lead, "word", "no", "or") or any_means(lead, "kind"))
    return first if prose and plain else 0


def _tells(item: Item) -> bool:
    measured = isinstance(item.value, Distance | Repeats | Doubtful | Days)
    acts = item.means("action") not in (None, "mine")
    words = item.means("not_run") or (item.is_word("all_days_but") and item.text != "but")
    return measured or acts or bool(words) or item.means("kind") not in (None, "other")


def _tells_of_days(item: Item) -> bool:
    return _tells(item) and not item.means("not_run")


def _begins_with_run(items: Items, begin: int) -> bool:
    """Tell whether the first day has a run of its own, so that a physio or a gym before its colon is none of it."""
    end = next((at for at in range(begin, len(items)) if items[at].is_mark(",.;\n")), len(items))
    first = items[begin:end]
    runs = any(item.means("kind") not in (None, "other", RunKind.REST) for item in first)
    return items[begin - 1].is_mark(":") and runs and not any_means(first, "not_run")


def _times(clause: Items) -> Items:
    """Return the time of "5am gang", "I run 5am only" and "at 6"; "I finish work at 5" names no run's."""
    times = tuple(item for item in clause if isinstance(item.value, Clock | PartOfDay) and not is_now(item))
    clocks = sum(isinstance(item.value, Clock) for item in times)
    if len(times) - clocks > 1 or clocks > 1 or not times:
        return ()
    if (any_means(clause, "word", "until") or any_text(clause, _ELSEWHERE)) or _busy_until(clause) is not None:
        return ()
    runs = any_means(clause, "kind", "other") or any_text(clause, _ALL)
    return times if runs or (clocks and (_is_plain(clause, times) or _is_label(clause, times))) else ()


def _is_plain(clause: Items, times: Items) -> bool:
    return all(item in times or is_filler(item) for item in clause)


def _is_label(clause: Items, times: Items) -> bool:
    words = [item for item in clause if item in times or item.text[:1].isalnum()]
    return words[0] in times and len(words) <= _LONGEST_LABEL
