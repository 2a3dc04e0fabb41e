"""Which kind of run the words of a session name, when they name several."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.frames import Items, is_filler
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Clock, Distance, Duration, Item, Pace, Repeats
from bot.language.meaning import Doubt, Unread
from bot.training.runs import RunKind

QUALITY = (
    RunKind.INTERVALS,
    RunKind.HILLS,
    RunKind.TEMPO,
    RunKind.FARTLEK,
    RunKind.PROGRESSION,
    RunKind.RACE_PACE,
)

_PART_ENDS = ",.;:=()|\t\n"
_GENTLE = (RunKind.EASY, RunKind.RECOVERY)
_CALM = frozenset({RunKind.RECOVERY, RunKind.STEADY})
RACING = frozenset({"race", "racing", "raced"})
DENYING = frozenset({"not", "isn't", "isnt", "ain't", "aint", "never", "don't", "dont"})
_FAST = frozenset({"fast", "hard", "quick", "quickly"})
_DENIAL_REACH = 4
_ALONG = frozenset({"down", "along", "up", "by", "towards", "past", "through", "beside"})
_ARTICLES = frozenset({"the", "a", "my", "our", "that", "an"})
_WAY_REACH = 3


def kind_of(content: Items) -> tuple[RunKind | None, Unread | None]:
    """Return the kind that decides about a session, None when none is said, and a doubt between rest and a run.

    A race comes first, then a long run, then the harder work: "easy 8 km with 5x1 km" is intervals.
    """
    said = tuple(_before_another(_only_race(run_as(content))))
    kinds = tuple(kinds_in(said))
    if any(denies_race(said, index) for index in range(len(said))):
        # "Parkrun, not a race".
        kinds = (*(kind for kind in kinds if kind is not RunKind.RACE), RunKind.EASY)
    elif not _CALM.isdisjoint(kinds) and not any_text(said, RACING):
        # "Parkrun nice and steady".
        kinds = tuple(kind for kind in kinds if kind is not RunKind.RACE)
    strides = any_means(said, "run_part", "strides") or _are_strides(said, kinds)
    repeats = not strides and any_value(said, Repeats)
    if RunKind.REST in kinds:
        return _rest_or(kinds, said, repeats=repeats)
    return _strongest(kinds, repeats=repeats) or _implied(said, strides=strides), None


def run_as(content: Items) -> Items:
    """Leave out what a run is called where it is said how it is run: "parkrun as tempo", "long run as progression"."""
    if not any_text(content, ("as",)):
        return content
    for index, item in enumerate(content):
        behind = next((one for one in content[index + 1 :] if one.text not in {"a", "an", "my"}), None)
        named = index > 0 and any_means(content[max(0, index - 2) : index], "kind")
        if item.text == "as" and named and behind is not None and behind.means("kind") not in (None, RunKind.REST):
            return tuple(one for at, one in enumerate(content) if at >= index or not one.means("kind"))
    return content


def denies_race(items: Items, index: int) -> bool:
    """Tell whether the race named here is said to be none: "not a race", "isn't really a race", "not racing it"."""
    fast = items[index].text in _FAST and any_means(items[:index], "race_distance")
    if not fast and (items[index].means("kind") != RunKind.RACE or items[index].text not in RACING):
        return False
    before = items[max(0, index - _DENIAL_REACH) : index]
    place = next((at for at, item in enumerate(before) if item.text in DENYING), None)
    return place is not None and all(is_filler(item) and item.text not in DENYING for item in before[place + 1 :])


def _are_strides(said: Items, kinds: tuple[RunKind, ...]) -> bool:
    """Tell whether all repeats are as short as strides, and an easy run is named too: "5 rec + 6x100"."""
    repeats = [item.value for item in said if isinstance(item.value, Repeats)]
    named = set(kinds) - {RunKind.OTHER}
    recovers = any_means(said, "run_part", "recovery")
    gentle = named <= {*_GENTLE, RunKind.LONG} and (recovers or bool(named))
    return gentle and bool(repeats) and all(one.short for one in repeats)


def _before_another(content: Items) -> Iterator[Item]:
    """Leave out what stands behind "before" or "after", up to a kind or mark: an easy day before a race is no race."""
    aside = False
    for index, item in enumerate(content):
        # "Before that tue 4 mi easy" tells of that run.
        opens = item.is_word("before", "after") and not any_text(content[index + 1 :][:1], ("that", "it"))
        aside = opens or (aside and not item.is_mark(_PART_ENDS))
        if not aside:
            yield item
        measured = isinstance(item.value, Distance | Duration | Repeats | Clock)
        aside = aside and not item.means("kind") and not item.means("race_distance") and not measured


def _only_race(content: Items) -> Items:
    """Leave out the easy way home behind a race: "parkrun then 5k easy home", "race + 2k jog"."""
    race = next((index for index, item in enumerate(content) if item.means("kind") == RunKind.RACE), len(content))
    joint = next((index for index in range(race, len(content)) if _goes_on(content[index])), len(content))
    gentle = {item.means("kind") for item in content[joint:]} <= {None, "other", *_GENTLE}
    before = {item.means("kind") for item in content[:joint]}
    return content[:joint] if gentle and not before & set(_GENTLE) else content


def _goes_on(item: Item) -> bool:
    return item.text in {"then", "followed by", "plus", "+", "&"} or item.is_word("and")


def kinds_in(said: Items) -> Iterator[RunKind]:
    """Yield the kinds that are named, without "long" where it only describes what follows."""
    for index, item in enumerate(said):
        kind = item.means("kind")
        if kind is not None and not _is_adjective(said, index) and not _is_way(said, index):
            yield RunKind(kind)


def _is_way(said: Items, index: int) -> bool:
    """Tell whether a track is only where a run leads along: "long down the beach track", but not "up early, track"."""
    before = said[max(0, index - _WAY_REACH) : index]
    along = any(one.text in _ALONG and two.text in _ARTICLES for one, two in pairwise(before))
    return said[index].text == "track" and along


def _is_adjective(said: Items, index: int) -> bool:
    """Tell whether "long" only describes what follows: "long hill reps", "long cool-down"."""
    if said[index].means("run_part") != "long":
        return False
    following = next((item for item in said[index + 1 :] if not is_filler(item)), None)
    return following is not None and (following.means("kind") in QUALITY or following.means("run_part") == "ends")


def _strongest(kinds: tuple[RunKind, ...], *, repeats: bool) -> RunKind | None:
    for kind in (RunKind.RACE, RunKind.TIME_TRIAL, RunKind.LONG):
        if kind in kinds and not (kind is RunKind.RACE and RunKind.EASY in kinds):
            return kind
    quality = next((kind for kind in kinds if kind in QUALITY), None)
    if quality is not None or repeats:
        return quality or RunKind.INTERVALS
    # "45' zone 1 recovery" is a recovery run: the gentler word says more.
    return next((kind for kind in (RunKind.STEADY, RunKind.RECOVERY, RunKind.EASY) if kind in kinds), None)


def _implied(said: Items, *, strides: bool) -> RunKind | None:
    if any(isinstance(item.value, Pace) and item.value.race for item in said):
        return RunKind.RACE_PACE
    if any_means(said, "race_distance"):
        return RunKind.RACE
    if any_means(said, "run_part", "recovery"):
        return RunKind.RECOVERY
    if strides or any_means(said, "run_part", "ends"):
        return RunKind.EASY
    return RunKind.OTHER if (any_means(said, "kind") or any_means(said, "run_part", "hilly")) else None


def _rest_or(kinds: tuple[RunKind, ...], said: Items, *, repeats: bool) -> tuple[RunKind | None, Unread | None]:
    """Decide between rest days and rests between repeats; "rest or easy 3k" is asked about."""
    others = tuple(kind for kind in kinds if kind not in {RunKind.REST, RunKind.OTHER})
    strongest = _strongest(others, repeats=repeats)
    denied = any(item.means("kind") == RunKind.REST and item.text.startswith("no run") for item in said)
    if denied and strongest in _GENTLE and not any_value(said, Distance, Duration, Clock):
        # "Recovery walk, no running".
        return RunKind.REST, None
    if strongest is None:
        measured = any_value(said, Distance)
        return (RunKind.OTHER if measured and _is_alternative(said) else RunKind.REST), None
    if not _is_alternative(said):
        return strongest, None
    doubt = Unread(text=f"{RunKind.REST} / {strongest}", doubt=Doubt.KIND, options=(RunKind.REST, strongest))
    return strongest, doubt


def _is_alternative(said: Items) -> bool:
    rests = [index for index, item in enumerate(said) if item.means("kind") == RunKind.REST]
    joints = [index for index, item in enumerate(said) if item.is_word("or") or item.is_mark("/")]
    return bool(joints) and any(abs(joint - rest) <= 1 for joint in joints for rest in rests[:1])


def measured(items: Items) -> bool:
    """Tell whether a distance, a duration or repeats are said."""
    return any_value(items, Repeats, Distance, Duration)
