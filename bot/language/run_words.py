"""Whether words of running tell of a run: "long" in "long meeting" and "ran" in "ran errands" do not."""

from itertools import pairwise, takewhile

from bot.language.frames import OF_THE_GYM, RUN_ACTS, Items, is_day
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Dated, Days, Distance, Duration, Item, Pace, PartOfDay, Repeats, Word
from bot.language.meaning import Part
from bot.training.runs import RunKind

_ARTICLES = frozenset({"a", "an", "the", "some", "my", "me"})
_VERBS = frozenset({"run", "ran", "running", "runs"})
_COPULAS = frozenset({"is", "was", "are", "were", "be", "feels", "felt", "feel", "looks", "looked", "it's", "its"})
_DEGREES = frozenset({"so", "too", "very", "really", "pretty", "quite", "super"})
_BEHIND_REST = frozenset({"to", "of", "on", "like", "too", "about", "beats", "with"})
_BEFORE_REST = frozenset({"feels", "feel", "felt", "like", "for"})
_ADJECTIVES = frozenset(
    {
        *(RunKind.EASY, RunKind.LONG, RunKind.STEADY, RunKind.RECOVERY),
        RunKind.PROGRESSION,
        RunKind.INTERVALS,
        RunKind.REST,
    }
)
_SEATS = frozenset({"session", "workout", "sessions"})
_SINCE = frozenset({"since", "ever since"})


def tells_run(items: Items, text: str) -> bool:
    """Tell whether a run, a race or a day off is what words of running are about, and no meeting and no errand."""
    if any_means(items, "action", "remind"):
        return False
    if any_value(items, Repeats):
        return True
    kinds = [index for index, item in enumerate(items) if _is_run_word(item)]
    measures = [index for index, item in enumerate(items) if isinstance(item.value, Distance)]
    if any(not _is_of_something(items, index) for index in measures):
        return True
    lasts = any_value(items, Duration)
    if not kinds:
        return (lasts and not _strangers(items)) or counts_runs(items, text)
    if not any(_is_meant(items, index, text, measured=lasts) for index in kinds):
        return False
    return not _only_was(items) and not _is_only_spoken_of(items)


_ONLY_HOPED = frozenset({"hoping", "hoping to", "hope", "would", "trying", "dreaming of"})
_DRAWN = frozenset({"through", "got", "won", "place", "successful", "accepted", "spot"})
_SEEMS = frozenset({"is", "looks", "seems", "sounds", "opens", "closes"})


def _is_only_spoken_of(items: Items) -> bool:
    """Tell whether a race is hoped for, or how it is is said behind its date: "the half on 27 sept looks hilly"."""
    if not (any_means(items, "race_distance") or any_means(items, "kind", RunKind.RACE)):
        return False
    dates = [index for index, item in enumerate(items) if isinstance(item.value, Dated)]
    behind = items[dates[-1] + 1 :] if dates else ()
    described = any(one.text in _SEEMS and (is_stranger(two) or two.means("run_part")) for one, two in pairwise(behind))
    return described or _is_only_drawn(items) or any_text(items, _ONLY_HOPED)


def _is_only_drawn(items: Items) -> bool:
    """Tell whether a race is only balloted for: "in the ballot for Berlin on 27 september"."""
    words = {word for item in items for word in item.text.split()}
    return not words.isdisjoint({"ballot", "lottery"}) and words.isdisjoint(_DRAWN)


def counts_runs(items: Items, text: str) -> bool:
    """Tell whether it is said how many runs a week has: "2 runs a week, tue and sat"."""
    return any(isinstance(item.value, Pace) and "run" in text[item.start : item.end].lower() for item in items)


def _is_run_word(item: Item) -> bool:
    named = item.means("kind") or item.means("race_distance")
    return bool(named) or (item.means("action") is not None and not RUN_ACTS.isdisjoint(item.text.split()))


def _is_meant(items: Items, index: int, text: str, *, measured: bool) -> bool:
    item = items[index]
    if item.means("loose_kind") is None:
        return True
    behind = items[index + 1 : index + 3]
    if item.means("kind") == RunKind.REST:
        return not _is_idle_word(items, index)
    if item.text in _SEATS and not measured and any(is_stranger(one) and text[one.start].islower() for one in items):
        return False
    if item.text in _VERBS and (_has_object(items, index) or _has_subject(items, index)):
        return measured and item.text == "ran"
    unknown = bool(behind) and is_stranger(behind[0]) and not text[behind[0].start].isupper()
    describes = unknown or (bool(behind) and behind[0].means("plain") is not None)
    return not (describes and item.text != "ran") and not _is_predicate(items, index)


def _has_object(items: Items, index: int) -> bool:
    """Tell whether something is run: "ran the numbers", "ran for the bus", "ran 3 meetings"."""
    leads = tuple(takewhile(_leads, items[index + 1 : index + 4]))
    behind = items[index + 1 + len(leads) : index + 2 + len(leads)]
    led = any(one.text in _ARTICLES or one.number is not None for one in leads)
    return led and any_item(behind, is_stranger)


def _leads(item: Item) -> bool:
    return item.number is not None or (item.means("filler") is not None and item.means("run_part") is None)


def _has_subject(items: Items, index: int) -> bool:
    """Tell whether something runs: "my contract runs until friday"."""
    return items[index].text in {"runs", "ran"} and any(map(is_stranger, items[max(0, index - 1) : index]))


def _is_idle_word(items: Items, index: int) -> bool:
    """Tell whether "off", "nothing" and "rest" speak of something else: "off to work", "the rest of it"."""
    behind, before = items[index + 1 : index + 2], items[index - 1 : index] if index else ()
    if items[index].text == "off" and any_text(behind, ("the",)):
        return True
    if _is_predicate(items, index):
        return True
    if any_text(behind, _BEHIND_REST) or any_item(behind, is_stranger) or any_means(behind, "plain"):
        return True
    return any_text(before, _BEFORE_REST) or any_item(before, is_stranger)


def _is_predicate(items: Items, index: int) -> bool:
    """Tell whether a kind only describes what is named before it: "that was easy", "100 kg feels easy now"."""
    place = index - 1
    while place >= 0 and items[place].text in _DEGREES:
        place -= 1
    if place < 0 or items[place].text not in _COPULAS or items[index].means("kind") not in _ADJECTIVES:
        return False
    now = {item.start for item in items if item.value == PartOfDay(part=Part.NOW)}
    named = (item for item in items[:place] if item.start not in now)
    return not any(isinstance(item.value, Days | Dated) or item.means("kind") for item in named)


def _is_of_something(items: Items, index: int) -> bool:
    """Tell whether a distance is an amount of something else: "my salary is 50k", "5k steps"."""
    behind, before = items[index + 1 : index + 2], items[max(0, index - 2) : index]
    if any_means(behind, "plain") or any_text(behind, ("left",)):
        return True
    return len(before) > 1 and before[1].text in _COPULAS and is_stranger(before[0])


def _only_was(items: Items) -> bool:
    """Tell whether how something was is all that is said: "the session was easy today"."""
    was = any_text(items, ("was", "were"))
    acts = any(item.means("action") not in {None, "mine"} for item in items)
    return was and not acts and not any_value(items, Distance, Duration)


def _strangers(items: Items) -> bool:
    return any_item(items, is_stranger) or any_means(items, "plain") or any_means(items, "condition")


def is_stranger(item: Item) -> bool:
    """Tell whether an item is a word that nobody told the bot of."""
    return (
        isinstance(item.value, Word)
        and item.value.token.is_name
        and len(item.text) > 1
        and item.senses.keys() <= OF_THE_GYM
    )


def is_since(items: Items, index: int) -> bool:
    """Tell whether a day is only where something began: "since tuesday's session"."""
    return any_text(items[max(0, index - 1) : index], _SINCE)


def is_day_of_run(part: Items) -> bool:
    """Tell whether a part of a message tells a day's run: "sat 0600 long 25k", whose time is no lift's."""
    kinds = any(item.means("kind") not in (None, RunKind.OTHER, RunKind.REST) for item in part)
    lifts = any(item.means("lift") or item.means("action") == "fix" for item in part)
    return kinds and any_item(part, is_day) and not lifts
