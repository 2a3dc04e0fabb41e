"""Lifts that are only told of, with a moment but no question: "I never deadlift on fridays"."""

from itertools import pairwise

from bot.language.asking import is_question
from bot.language.frames import GIVEN_UP, Items, is_lift
from bot.language.held import any_item, any_means, any_text

_NEVER = frozenset({"never", "rarely", "seldom", "hardly ever", "don't ever", "dont ever"})
_CHEERS = frozenset(
    {
        "can't wait",
        "cant wait",
        "luck",
        "excited",
        "hyped",
        "pumped",
        "psyched",
        "stoked",
        "buzzing",
        "yay",
        "lfg",
        "fingers",
    }
)
_WISHES = frozenset({"wish", "if only", "would love to", "i'd love to", "id love to", "wish i could"})
_NODS = frozenset({"ok", "okay", "cool", "fine", "alright", "good idea", "great"})
_PLANS = frozenset({"going to", "gonna", "will", "i'll", "going", "i'm", "im", "am"})
_ME = frozenset({"i", "i'm", "im", "i'll", "me", "we", "us"})
_SAID = frozenset({"told", "said", "says", "reckons", "thinks", "lets", "let", "gave"})
_DO = frozenset({"do", "does", "did"})
_ANYONE = frozenset({"you", "u", "anyone", "anybody", "they", "runners"})
_WHETHER = _DO | frozenset({"if", "whether", "can", "could", "should", "may", "is"})
_REACH = 2


def only_tells(items: Items) -> bool:
    """Tell whether a lift is told of as a thing that is settled, and nothing is asked."""
    lifts = [index for index, item in enumerate(items) if is_lift(item)]
    before = [item.text for index in lifts for item in items[max(0, index - _REACH) : index]]
    never = not _NEVER.isdisjoint(before)
    open_still = any(item.means("ask") and not (at == 0 and item.text in _NODS) for at, item in enumerate(items))
    cheers = any_text(items, _CHEERS) and not open_still
    nodded = not _PLANS.isdisjoint(before) or items[0].text in _NODS or items[0].means("talk") is not None
    thanked = any_means(items, "talk", "thanks") and not open_still
    cheers = cheers or (nodded and thanked)
    settled = any_means(items, "talk", "settled") or any_means(items, "action", "remind")
    settled = settled or (not open_still and any_text(items, _WISHES)) or _it_is(items)
    watched = any_means(_clause_before(items, lifts), "unsure", "onlooker")
    kept = any_means(items, "action", "for_good") or _is_left_out(items, lifts)
    told = kept or never or cheers or settled or watched or _is_theirs(items, lifts) or _is_reported(items, lifts)
    return told and not is_question(items)


def _it_is(items: Items) -> bool:
    """Tell whether a message ends in what was chosen: "great, deads tomorrow it is"."""
    words = [item.text for item in items if not item.is_mark(".!,") and item.means("talk") is None]
    return words[-2:] == ["it", "is"] or words[-3:] == ["it", "is", "then"]


def _is_left_out(items: Items, lifts: list[int]) -> bool:
    """Tell whether a lift is called off, and nothing is put in its place: "skipping deads tonight, too tired"."""
    before = [item for index in lifts for item in items[max(0, index - _REACH) : index]]
    left = any_means(before, "action", *GIVEN_UP) or any_text(before, ("no",))
    return left and not (
        any_means(items, "ask")
        or any_means(items, "unsure")
        or any_means(items, "action", "instead")
        or any_means(items, "word", "or", "and")
    )


def _is_reported(items: Items, lifts: list[int]) -> bool:
    """Tell whether it is told what somebody allows: "coach told me I could lift friday", "you said I can pull"."""
    before = items[: lifts[0]] if lifts else ()
    said = next((index for index, item in enumerate(before) if item.text in _SAID), len(before))
    told = any(_ME & set(item.text.split()) for item in before[said + 1 :])
    return told and not any_means(items, "ask")


def _clause_before(items: Items, lifts: list[int]) -> Items:
    """Return what stands before the first lift in its own clause: "my mum visits sunday, so lift saturday, ok"."""
    before = items[: lifts[0]] if lifts else ()
    ends = (
        index
        for index in range(len(before) - 1, -1, -1)
        if before[index].is_mark(".,;!?") or before[index].text == "so"
    )
    return before[next(ends, -1) + 1 :]


def asks_for_another(clauses: tuple[Items, ...]) -> bool:
    """Tell whether it is asked whether somebody else may lift: "can my wife deadlift tomorrow"; coaches only plan."""
    lifting = [clause for clause in clauses if any_item(clause, is_lift)]
    if not all(map(_names_another, lifting)):
        return False
    asked = any(_asks(clause) or clause[0].text in _WHETHER for clause in lifting)
    return asked and not any(_asks(clause) and _names_me(clause) for clause in clauses)


def _asks(clause: Items) -> bool:
    return any_means(clause, "ask", "may", "open")


def _names_another(clause: Items) -> bool:
    lift = next(index for index, item in enumerate(clause) if is_lift(item))
    others = any(item.means("unsure") == "others" and "coach" not in item.text for item in clause[:lift])
    others = others or (clause[0].text in _DO and any_text(clause[1:2], _ANYONE))
    return others and not _names_me(clause)


def _names_me(clause: Items) -> bool:
    """Tell whether the runner is named, and not only as company: "can my son lift with me"."""
    alone = (item for one, item in pairwise((clause[0], *clause)) if one.means("run_part") != "with")
    return any(_ME & set(item.text.split()) for item in alone)


def _is_theirs(items: Items, lifts: list[int]) -> bool:
    """Tell whether somebody else lifts, and the runner is not named: "my mate deadlifts on fridays"."""
    others = any_means(_clause_before(items, lifts), "unsure", "others")
    return others and not any(_ME & set(item.text.split()) for item in items)
