"""Whether a text asks anything at all."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from bot.language.frames import Items, is_lift
from bot.language.held import any_item, any_mark, any_means, any_text, asked_once
from bot.language.items import Days, Item, Word

_OPENERS = frozenset({"may", "when", "open", "what"})
_LEADS = frozenset({"like", "but", "also", "bot"})
_SUBJECTS = frozenset(
    {
        *(
            "a",
            "the",
            "my",
            "it",
            "this",
            "that",
            "strength",
            "lifting",
            "deadlifting",
            "deadlifts",
            "runners",
            "training",
            "weights",
        ),
        *("heavy lifting", "strength training", "strength work", "the bar", "pulling", "lifts", "squats", "deads"),
    }
)
# "Did you" and "has the" begin a question; "did the long run" and "have the flu" tell something.
_INVERTED: Mapping[str, frozenset[str]] = {
    "did": frozenset({"you", "anyone", "anybody", "they", "he", "she", "we", "someone"}),
    "do": frozenset({"you", "they", "we"}),
    "has": frozenset({"the", "anyone", "my", "it", "he", "she"}),
    "have": frozenset({"you", "they", "we", "i"}),
    "was": frozenset({"the", "that", "it", "there", "i", "my", "this"}),
    "were": frozenset({"the", "they", "there", "you", "my"}),
    "will": frozenset({"i", "you", "it", "the", "they", "my"}),
    "had": frozenset({"you", "they"}),
    "should": _SUBJECTS,
    "does": _SUBJECTS,
    "can": _SUBJECTS,
    "could": _SUBJECTS,
    "would": _SUBJECTS - {"a"},
}
# Where a clause begins with these, it asks: "off season now, how should lifting change".
_ASKING = frozenset(
    {
        *(
            "how should",
            "what should",
            "how would",
            "how can",
            "how could",
            "how do you",
            "what would",
            "what can",
            "how do",
        ),
        *("what could", "why does", "why do", "why is", "why are", "what sort of", "what kind of", "what type of"),
        *("which kind of", "how do i", "how does", "what is", "what are", "what do you do", "whats", "what's"),
        *("what am i", "why am i", "how am i", "where am i"),
    }
)
_PLACES: Mapping[str, frozenset[str]] = {
    "where": frozenset({"do", "does", "should", "would", "can", "could"}),
    "which": frozenset({"one", "ones", "of", "day", "days"}),
    "when": frozenset({"was", "is", "should"}),
}
_ALONE = frozenset({"y/n", "yes/no", "thoughts", "any thoughts", "anot", "boh", "discuss"})
_WHAT_NEXT = frozenset({"what next", "what now", "whats next", "what's next"})
_SOUND = frozenset({"ok", "okay", "fine", "alright", "good idea", "bad idea", "wise", "smart", "sensible", "possible"})
_UNSOUND = frozenset({"too", "too soon", "too much", "too risky", "daft", "overkill", "madness", "pushing it"})
_WAITING = frozenset({"wait", "hold", "leave", "leave it", "push", "skip", "skip it"})
_REFUSALS = frozenset({"not", "nah", "no", "nope", "skip", "leave"})
_WHATS = frozenset({"what", "which", "why", "how", "how do i", "how to", "how do", "how does", "what is", "what are"})
_WHATS_OR_DOES = _WHATS | {"does"}
_OPENING_VERBS = frozenset({"is", "would", "does", "is it"})
_AUXILIARIES = frozenset({"will", "do", "does", "did"})
# "Friday, or will it hurt my long run", "if I lift at 7, is that enough before my run".
_TURNED = frozenset(
    {"does", "is", "is it", "will", "will it", "would", "would it", "would that", "does that", "is that"}
)
# Without one of these no clause asks.
_IN_CLAUSES = _ASKING | _TURNED | _PLACES.keys()
_BACK = frozenset({"that", "this", "it"})
_SUPPOSING = frozenset({"if", "say i", "let's say", "lets say", "suppose", "imagine", "assuming"})
_NODS = frozenset({"ok", "okay", "alright", "right", "fine"})
_WILL = frozenset({"i'll", "ill", "i will", "i'm", "im", "gonna", "going to", "i'm gonna", "im gonna"})
_PAIR = 2
_MOST_OF_CHOICE = 3
_OF_TRAINING = frozenset({"kind", "not_run", "exercise", "run_part"})
# "Will lift friday" is a plan, "will lifting friday …" asks.
_VERBS = frozenset({"lift", "deadlift", "pull", "gym", "go heavy", "squat"})


@asked_once
def asks_openly(items: Items) -> bool:
    """Tell whether a text has a question mark or a question's words: "can I", "when can I", "which day"."""
    items = _without_labels(items)
    asks = any_item(items, _asks_alone)
    opened = items[0].text in _OPENING_VERBS if items else False
    opened = opened or _is_inverted(tuple(islice((item for item in items if not is_opening(item)), _PAIR)))
    return asks or opened or _asks_for_any(items) or _asks_what_lifting_does(items) or _asks_back(items)


def _asks_back(items: Items) -> bool:
    """Tell whether a sentence asks about the one before it: "deads monday 6pm. will that hurt my intervals"."""
    if not any_text(items, _TURNED):
        return False
    turns = (
        index for index in range(1, len(items) - 1) if items[index].text in _TURNED and items[index - 1].is_mark(".,;")
    )
    return any(" " in items[index].text or items[index + 1].text in _BACK for index in turns)


def _asks_alone(item: Item) -> bool:
    """Tell whether an item asks by itself, wherever it stands."""
    if not item.senses:
        return item.text == "?"
    ask = item.senses.get("ask")
    return item.text == "?" or ask == "open" or item.text in _ALONE or (ask == "may" and is_modal(item))


def _without_labels(items: Items) -> Items:
    """Leave out the labels of a form, which ask nothing of the bot: "Which: easy on Thu. When: 18:00"."""
    if not any_mark(items, ":"):
        return items
    return tuple(item for index, item in enumerate(items) if not _is_label(items, index))


def _is_label(items: Items, index: int) -> bool:
    opens = index == 0 or items[index - 1].is_mark(".;\n")
    return opens and items[index].text.isalpha() and any_mark(items[index + 1 : index + 2], ":")


@asked_once
def is_question(items: Items) -> bool:
    """Tell whether a text asks anything, with or without a question mark."""
    items = _without_labels(items)
    if any_mark(items, "?") or any_means(items, "progress", "asks"):
        return True
    if _tells_done(tuple(islice((item for item in items if not item.is_mark(",.!-")), 3))):
        items = items[1:]
    opened = tuple(islice((item for item in items if not is_opening(item)), 2))
    first = None if _tells_habit(opened) else (*opened, None)[0]
    if first is not None and (first.means("ask") in _OPENERS or first.text.startswith("how") or _is_inverted(opened)):
        return True
    whats = any_means(items, "ask", "what")
    if whats and any(item.means("ask") == "what" and item.text in _WHATS_OR_DOES for item in _sentence_openers(items)):
        return True
    if _offers_choice(items) or _offers_refusal(items) or asks_in_clause(items):
        return True
    if any_text(items, _WHAT_NEXT):
        return True
    return asks_which_first(items) or asks_openly(items)


@asked_once
def asks_which_first(items: Items) -> bool:
    """Tell whether "before or after" is the question itself."""
    sides = ("before", "after")
    if not any_means(items, "word", *sides):
        return False
    triples = zip(items, items[1:], items[2:], strict=False)
    return any(one.is_word(*sides) and joint.is_word("or") and other.is_word(*sides) for one, joint, other in triples)


def _tells_done(opened: Items) -> bool:
    """Tell whether an "ok" only begins what was done: "ok I did 3x8 at 30kg"; "ok i lift tomorrow" may ask."""
    if not opened or opened[0].text not in _NODS:
        return False
    subject = [item.text for item in opened[1:2]]
    if subject[:1] and subject[0] in _WILL and not opened[1].means("ask"):
        return True
    acts = opened[1:] if subject in (["i"], ["i've"], ["ive"], ["just"], ["so"]) else opened[1:2]
    return any_means(acts, "action", "done") or any_means(acts, "lift", "past")


def _tells_habit(opened: Items) -> bool:
    """Tell whether an "ok" only begins what a weekday is for: "ok tuesdays I do 5k"; "ok to lift" asks."""
    behind = opened[1].value if len(opened) > 1 else None
    return isinstance(behind, Days) and behind.habit and " " not in opened[0].text


def _asks_for_any(items: Items) -> bool:
    """Tell whether a text begins with "any": "any harm in lifting tonight"; nothing that is told does."""
    first = next((item for item in items if not is_opening(item)), None)
    return first is not None and first.text.startswith("any")


def _asks_what_lifting_does(items: Items) -> bool:
    """Tell whether a text begins with a verb and lifting as its subject: "will pulling on friday ruin my long run"."""
    place = next((index for index, item in enumerate(items) if not is_opening(item)), len(items))
    opening = items[place : place + 2]
    if len(opening) < _PAIR or opening[0].text not in _AUXILIARIES:
        return False
    subject = is_lift(opening[1]) and opening[1].text not in _VERBS
    return subject and (opening[0].text == "will" or any_means(items[place + 2 :], "ask", "may"))


def _is_inverted(opened: Items) -> bool:
    """Tell whether a text begins with a verb before its subject: "did anyone", "has the"."""
    return len(opened) > 1 and opened[1].text in _INVERTED.get(opened[0].text, frozenset())


@asked_once
def asks_in_clause(items: Items) -> bool:
    """Tell whether a clause begins with a question's words: "pulls monday, so what sort of run tuesday".

    A verb before its subject does behind an "or", and behind an "if" and a comma: "or will it hurt my long run".
    """
    if not any_text(items, _IN_CLAUSES):
        return False
    supposed = False
    for index, (one, two) in enumerate(pairwise(items)):
        if one.text == "so" and two.text in _TURNED and any(item.names_day for item in items[index + 2 : index + 3]):
            # "No legs before a long run so is friday ok for squats".
            return True
        supposed = supposed or one.text in _SUPPOSING
        opens = is_opening(one) or one.text == "so"
        if opens and (two.text in _ASKING or _asks_for_place(items[index + 1 : index + 3])):
            return True
        if two.text in _TURNED and (one.is_word("or") or (supposed and one.is_mark(",."))):
            return True
    return False


def _asks_for_place(opened: Items) -> bool:
    """Tell whether words ask for a day or a place among others: "so where does the bar fit", "which one of those"."""
    return len(opened) == _PAIR and opened[1].text.partition(" ")[0] in _PLACES.get(opened[0].text, frozenset())


def _offers_choice(items: Items) -> bool:
    """Tell whether something is said to be all right or not: "okay or too close to sunday", "fine or upper only"."""
    if not any_means(items, "word", "or"):
        return False
    for index in (at for at, item in enumerate(items[1:-1], start=1) if item.senses.get("word") == "or"):
        if items[index - 1].text in _SOUND or items[index + 1].text in _UNSOUND or _is_lift_or_not(items, index):
            return True
    return False


def _is_lift_or_not(items: Items, index: int) -> bool:
    """Tell whether a lift or what is no training is all that is left to choose: "squat or go home"."""
    other = tuple(islice((item for item in items[index + 1 :] if not item.is_mark(".!?")), _MOST_OF_CHOICE + 1))
    plain = all(item.text.isalpha() and _OF_TRAINING.isdisjoint(item.senses) for item in other)
    return is_lift(items[index - 1]) and plain and len(other) <= _MOST_OF_CHOICE and not any_item(other, is_lift)


def _offers_refusal(items: Items) -> bool:
    """Tell whether a text ends in "or skip", "or not" and the like."""
    if not any_means(items, "word", "or"):
        return False
    if any(one.is_word("or") and two.text in _WAITING for one, two in pairwise(items)):
        return True
    words = [item for item in items if not item.is_mark(",.!?)\n") and (item.text.isalnum() or not item.text)]
    return len(words) > 1 and words[-2].is_word("or") and words[-1].text in _REFUSALS


def _sentence_openers(items: Items) -> Iterator[Item]:
    """Yield the first words of the sentences after the first one."""
    awaited = False
    for item in items:
        if awaited and not is_opening(item):
            yield item
            awaited = False
        awaited = awaited or item.is_mark(".!;\n?")


def is_opening(item: Item) -> bool:
    if item.text in _LEADS or item.is_mark(",.!-:"):
        return True
    return bool(item.senses) and (item.means("talk") is not None or item.is_word("and", "clause"))


def is_modal(item: Item) -> bool:
    """Tell whether an item is "can I", "should I" or the like, in two words or more."""
    if item.means("ask") != "may" or not isinstance(item.value, Word):
        return False
    return " " in item.value.token.text
