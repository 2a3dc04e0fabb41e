"""The clauses of a message, and what they are: about a lift, about a run, over, called off, or a bare moment."""

from collections.abc import Iterator
from itertools import pairwise

from bot.language.frames import LEAST_WEIGHT, Items, is_lift, is_now, is_point
from bot.language.held import Held, any_item, any_mark, any_means, any_text, any_value, asked_once
from bot.language.items import Ahead, Clock, Dated, Days, Distance, Duration, Item, PartOfDay, Repeats, Word
from bot.language.waiting import HOW_LONG, is_run

_CLAUSE_ENDS = ",.;?!\n"
_OPENING = 6
_REACH = 5
# "Is that a good day for …" is one question.
_BACK = 2
_LONGEST = 40
_DESCRIBING = frozenset({"is", "its", "it's", "was", "feel", "feels", "felt", "like", "so", "too", "really", "pretty"})
_ASKERS = frozenset({"i", "we", "u", "you", "to", "ich", "je", "puedo", "posso"})
_REFERRING = frozenset({"is it", "would it be", "will it", "would it", "does that", "does this", "does it"})
_AUXILIARIES = frozenset({"is", "are", "would", "will", "does", "could", "might", "isn't", "won't", "wouldn't"})
_RUNNING = frozenset({"run", "jog", "race", "do", "go", "sprint"})
# "Can I squat, or it will spoil tomorrow's tempo".
_IT_WILL = frozenset({"it", "it'll", "it'd", "that", "that'll"})
_PRONOUNS = frozenset({"it", "that", "this"})
_PAST = frozenset(
    {
        "was",
        "were",
        "took",
        "wasn't",
        "wasnt",
        "felt",
        "gave",
        "went",
        "broke",
        "came",
        "lost",
        "had",
        "didn't",
        "didnt",
    }
)
_OFF = frozenset({"shut", "closed", "can't", "cant", "cannot", "won't", "wont", "not", "no", "busy", "full"})
# What was settled is still to come.
_ARRANGED = frozenset({"booked", "arranged", "pencilled", "reserved", "organised", "organized", "offered", "invited"})
_SUPPOSED = frozenset({"was", "were"})
_ENDING = "ed"
_SHORTEST_PAST = 5
_HEAVY = "heavy"
# "My run ends at 7, how about lifting straight after".
_OFFERING = frozenset({"how about", "what about"})
_TRYING = frozenset({"try", "trying", "attempt", "attempting", "go for", "going for"})
_COPULAS = frozenset({"is", "would"})
_SPANS = frozenset({"week", "month", "year"})
_SETS = frozenset({"single", "double", "triple", "sets"})
_WILL_MY = (["will", "my"], ["would", "my"])
_GOOD_FOR = frozenset({"good for", "bad for"})
_FOR = frozenset({"for", "hit", "hitting", "train", "training"})
_FELT = frozenset({"feel", "feels", "felt", "is", "are", "was", "were", "too", "so", "its", "it's"})

_OPENERS = _OFFERING | _COPULAS | _REFERRING | _AUXILIARIES
_OPENING_ROLES = frozenset({"clause", "all_days_but", "or", "and"})


@asked_once
def clauses_of(items: Items) -> tuple[Items, ...]:
    """Split items at commas, stops, "if" and "because", and before "can I", "or will it" and "would that"."""
    return tuple(map(Held, _clauses(items)))


def _clauses(items: Items) -> Iterator[list[Item]]:
    clause: list[Item] = []
    for index, item in enumerate(items):
        ends = item.is_mark(_CLAUSE_ENDS) and not is_point(items, index)
        ends = ends or (item.is_mark("-") and any_mark(items[index + 1 : index + 2], "-"))
        if clause and (ends or _opens(items, index, clause)):
            yield clause
            clause = []
        if not ends:
            clause.append(item)
    if clause:
        yield clause


def _opens(items: Items, index: int, clause: list[Item]) -> bool:
    """Tell whether a new clause begins at an item."""
    item = items[index]
    ask = item.senses.get("ask")
    if ask is None and item.text not in _OPENERS and item.senses.get("word") not in _OPENING_ROLES:
        return False
    if item.is_word("clause", "all_days_but") or (ask == "open" and not refers_back(tuple(clause[-_BACK:]))):
        # "Quads so sore" says how sore.
        return not (item.text == "so" and any_means(items[index + 1 : index + 2], "body"))
    if item.text in _OFFERING and _says_enough(clause):
        return True
    if ask == "may" and is_may(item):
        return not any(one.text.startswith(HOW_LONG) for one in clause[:_OPENING])
    if item.text in _COPULAS and any(map(is_moment, items[index + 1 : index + 2])) and any_item(clause, is_moment):
        # "I ran hard today is tomorrow too early"; "my race is sunday" is one thing.
        return is_told(tuple(clause))
    joint = item.is_word("or") and (
        refers_back(items[index + 1 : index + 3]) or any(one.text in _IT_WILL for one in items[index + 1 : index + 2])
    )
    return joint or (refers_back(items[index : index + 2]) and _says_enough(clause))


def _says_enough(clause: list[Item]) -> bool:
    """Tell whether a clause names what a following "would that be ok" is about, and asks nothing itself so far."""
    asks = clause[-1].means("ask") is not None or clause[-1].is_word("or")
    return not asks and any(is_moment(item) or is_lift(item) or is_run(item) for item in clause[-_LONGEST:])


def refers_back(items: Items) -> bool:
    """Tell whether a clause begins with "is that", "will it", "would it be": it asks about what was said before it."""
    if items[:1] and items[0].is_word("or", "and"):
        items = items[1:]
    texts = [item.text for item in items[:2]]
    if texts[:1] and texts[0] in _REFERRING:
        # "Is it bad to run tomorrow" asks about the run.
        return not any(one.text == "to" and two.text in _RUNNING for one, two in pairwise(items))
    return len(texts) > 1 and texts[0] in _AUXILIARIES and texts[1] in _PRONOUNS


def is_may(item: Item) -> bool:
    """Tell whether an item opens a question ("can I"), and is not one of its last words ("ok")."""
    if item.means("ask") != "may" or not isinstance(item.value, Word):
        return False
    return not _ASKERS.isdisjoint(item.text.split())


def is_moment(item: Item) -> bool:
    """Tell whether an item says a day, a time or a part of the day."""
    return isinstance(item.value, Dated | Days | Clock | PartOfDay | Ahead) or item.is_word("midnight", "after_weekend")


@asked_once
def lifts(clause: Items) -> bool:
    """Tell whether a clause is about lifting: by a word for it, sets, or a "heavy" that describes nothing else."""
    return any_item(clause, is_lift) or _goes_heavy(clause) or names_sets(clause)


def names_sets(clause: Items) -> bool:
    """Tell whether sets at a weight are named, and no run: "5x5 at 130 this arvo", "a few singles at 160"."""
    if not (any_value(clause, Repeats) or any_means(clause, "lift_word", *_SETS) or any_text(clause, _TRYING)):
        return False
    weighed = any(
        (one.is_word("at") or one.text in _TRYING) and (two.number or 0) >= LEAST_WEIGHT
        for one, two in pairwise(clause)
    )
    return (weighed or any_means(clause, "mass")) and not any_item(clause, is_run)


def _goes_heavy(clause: Items) -> bool:
    """Tell whether "heavy" is what somebody wants to do: "something heavy tonight", "a heavy triple", "carry heavy"."""
    for index, item in enumerate(clause):
        if item.text != _HEAVY or (index and clause[index - 1].text in _FELT):
            continue
        behind = next((one for one in clause[index + 1 : index + _REACH] if not one.means("filler")), None)
        if (
            behind is None
            or is_moment(behind)
            or behind.means("lift_word")
            or isinstance(behind.value, Repeats)
            or behind.text in {"stuff", "work", "things"}
        ):
            return True
        if behind.means("ask") or behind.means("kind") == "other" or behind.is_word("in", "or", "before", "after"):
            return True
    return False


@asked_once
def is_sore(clause: Items) -> bool:
    """Tell whether legs are all that a clause names, as what aches and not as what is trained."""
    named = [index for index, item in enumerate(clause) if is_lift(item)]
    return bool(named) and all(_aches(clause, index) for index in named) and not _goes_heavy(clause)


def _aches(clause: Items, index: int) -> bool:
    """Tell whether legs are told of, not trained: "legs are wrecked", but "legs tomorrow", "do legs or rest"."""
    if not clause[index].means("body"):
        return False
    if [item.text for item in clause[max(0, index - 2) : index]] in _WILL_MY:
        # "Will my legs be ok for saturday".
        return True
    led = index > 1 and (clause[index - 2].is_word("in", "on") or clause[index - 2].text in _GOOD_FOR)
    if led and clause[index - 1].text in {"the", "my", "me"}:
        # "Monday's club run in the legs", "eight floors, good for the legs".
        return True
    if clause[max(0, index - 1)].text in _FOR:
        # "Does thursday work for legs", "are we ok for lower body or must I wait".
        return False
    if any(one.is_word("before", "after") for one in clause[index + 1 : index + 2]) and any(
        map(is_may, clause[:index])
    ):
        # "Should I even think of legs before the weekend".
        return False
    behind = next((one for one in clause[index + 1 : index + _REACH] if one.text in _FELT or not _is_joint(one)), None)
    if behind is None:
        return any_means(clause[max(0, index - _REACH) : index], "body")
    if behind.means("gym") == "session" or behind.means("run_part") == "with":
        # "A lower body resistance session", "legs with my mate".
        return False
    return behind.text in _FELT or (isinstance(behind.value, Word) and behind.means("ask") is None)


def _is_joint(item: Item) -> bool:
    return item.means("filler") is not None or item.is_word("or", "and", "on", "at")


@asked_once
def runs_in(clause: Items) -> bool:
    """Tell whether a clause names a run; a "session" behind a lift is none."""
    return any(is_run(item) and not is_session_of_lifts(clause, index) for index, item in enumerate(clause))


def is_session_of_lifts(clause: Items, index: int) -> bool:
    if clause[index].means("kind") != "other" or not index:
        return False
    before = clause[index - 1]
    return is_lift(before) or before.text == _HEAVY


@asked_once
def is_told(clause: Items) -> bool:
    """Tell whether a clause tells of what was: "gym was packed tonight", "skipped the pull last night"."""
    acts = any(item.means("action") in {"missed", "done"} and not item.means("ask") for item in clause)
    return acts or any(_is_past(item) and not _is_supposed(clause, index) for index, item in enumerate(clause))


def _is_supposed(clause: Items, index: int) -> bool:
    """Tell whether "were to" or "was to" only supposes: "if I were to deadlift tomorrow"."""
    return clause[index].text in _SUPPOSED and any_text(clause[index + 1 : index + 3], ("to",))


def _is_past(item: Item) -> bool:
    if item.text in _PAST or item.means("lift") == "past":
        return True
    if item.text in _ARRANGED:
        return False
    return not item.senses and item.text.endswith(_ENDING) and len(item.text) >= _SHORTEST_PAST


def is_off(clause: Items) -> bool:
    """Tell whether a clause says when it will not be: "gym's shut thursday", "can't make friday"."""
    asks = any_means(clause, "ask")
    if asks and any(item.means("ask") and item.text != "is" for item in clause):
        return False
    if _rules_out(clause):
        return True
    return not asks and (any_text(clause, _OFF) or any_means(clause, "action", "skip", "missed"))


def _rules_out(clause: Items) -> bool:
    """Tell whether a day is out: "tuesday's out", "deads friday is out"."""
    out = any_text(clause, ("out",)) and any_item(clause, is_moment)
    return out and any(two.text == "out" and (is_moment(one) or one.text == "is") for one, two in pairwise(clause))


def is_bare(clause: Items) -> bool:
    """Tell whether a clause is a moment and small words: "around 6 in the evening", "tomorrow i mean"."""
    if any_item(clause, is_run) or any_item(clause, is_lift):
        return False
    named = any_item(clause, is_moment) or any(item.number is not None for item in clause)
    return named and all(_is_small(item) for item in clause)


def _is_small(item: Item) -> bool:
    if not isinstance(item.value, Word):
        return not isinstance(item.value, Distance | Duration | Repeats)
    soft = item.means("unsure") == "word" or item.means("ask") == "may" or item.text in {"say", "thinking"}
    soft = soft or bool(item.means("talk") or item.means("plain"))
    return bool(soft or item.means("filler") or item.means("word") or item.number is not None) or not (
        item.value.token.is_name
    )


def only_describes(items: Items) -> bool:
    """Tell whether "feels easy" is all that sounds like a run, and "now" like a day: "60kg is nothing now"."""
    kinds = [index for index, item in enumerate(items) if item.means("kind") or item.means("race_distance")]
    described = all(index and items[index - 1].text in _DESCRIBING for index in kinds)
    days = [index for index, item in enumerate(items) if item.names_day]
    now = all(items[index + 1 : index + 2] and is_now(items[index + 1]) for index in days)
    return bool(kinds and days) and described and now


def without_so_now(items: Items) -> Items:
    """Leave out a "now" that only ends how long it has been, or says what is so: "6 weeks of lifting now"."""
    told = {item.start for index, item in enumerate(items) if is_now(item) and _is_so_now(items, index)}
    return tuple(item for item in items if item.start not in told) if told else items


def _is_so_now(items: Items, index: int) -> bool:
    """Tell whether a span of time stands before a "now", or a number behind "is now"."""
    # "Now" is a day and a part of it.
    before, behind = items[max(0, index - _REACH) : index - 1], items[index + 1 : index + 2]
    weighs = any((item.number or 0) >= LEAST_WEIGHT for item in behind)
    return weighs or any_means(before, "span", *_SPANS)
