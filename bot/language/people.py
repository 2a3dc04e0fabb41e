"""Whether a message tells of somebody else, by name or as "they"."""

from itertools import pairwise, takewhile

from bot.language.frames import OURS, Items, is_day
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Distance, Duration, Item, Repeats, Word

_NAMES = 3
_NAMED = frozenset({"from", "says", "said", "deadlifts", "lifts", "runs"})
# "Kids in bed, 8k done": children keep one from training, and seldom is it they who trained.
_CHILDREN = frozenset({"kid", "kids"})
_THEIRS = frozenset({"have", "has", "had", "do", "does", "play", "go", "got", "swim", "run", "race"})
_NO_OWNERS = frozenset({"let's", "that's", "there's", "what's", "who's", "where's", "he's", "she's", "how's"})
_DID = frozenset(
    {"ran", "did", "finished", "completed", "smashed", "raced", "jogged", "managed", "skipped", "missed"}
) | {
    *("deadlifted", "lifted", "pulled", "squatted", "hit", "has run", "have run", "has done", "just ran", "just did"),
}
_DOES = _DID | {"do", "does", "runs", "plays", "trains", "thinks", "think", "reckons", "reckon"}
_BEING = frozenset({"is", "are", "was", "were", "been", "has", "have", "had", "all", "always", "both", "just", "only"})
_DOING = frozenset({"doing", "running", "done"})
_THINKS = frozenset({"thinks", "think", "reckons", "reckon"})
_DETERMINERS = frozenset(
    {"my", "our", "the", "his", "her", "their", "half", "half the", "half my", "all the", "all my"}
) | {
    *(
        "some",
        "some of",
        "most of",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "every",
        "two of",
        "another",
        "one of",
    ),
    *("two", "three", "four", "five", "a few", "loads of"),
}
# Who trains in a group says what "our group" did.
_WITH_US = frozenset({"group", "club", "crew", "body", "self", "shoes", "trainers"})
_PLURALS = frozenset({"lads", "boys", "girls", "lasses", "guys", "ladies", "juniors", "seniors", "youngsters"})
_LONGEST_SUBJECT = 6
_VAGUE = frozenset({"filler", "plain", "unsure", "not_run", "state_word"})
_BEFORE_SUBJECT = frozenset(
    {"so", "and", "but", "well", "oh", "wow", "lol", "haha", "ha", "fyi", "btw", "also", "then"}
)
# "Ran a loop" is a run, "ran a bath" and "running a stall" are none.
_RUNNABLE = frozenset(
    {"loop", "lap", "laps", "course", "circuit", "route", "bit", "couple", "few", "trail", "mile"}
) | {
    *("good", "lot", "park", "hard", "nice", "lovely", "fast", "slow", "quick", "steady", "solid", "great", "big"),
    *("little", "wee", "gentle"),
}
_FORMER = frozenset({"old", "former", "ex", "previous", "last"})
_FORMER_REACH = 8
_GIVING = frozenset({"gave", "given", "infected"})
_TOWARDS = frozenset({"off", "from", "to", "with", "visit", "visiting", "see", "seeing"})
_SUBJECTS = frozenset({"he", "she", "they", "he's", "she's"})
_REASONS = frozenset({"because", "because of", "cos", "cause", "cuz", "bc", "bc of", "due to", "on account of"})
_REASON_REACH = 4
_TOLD_BY_THEM = frozenset(
    {"emailed", "said", "told", "announced", "confirmed", "messaged", "texted", "closed", "wrote"}
)


def names_another(items: Items, text: str) -> bool:
    """Tell whether a message tells of somebody by name: "Sarah did 3x5 at 90", "Mo Farah ran 10k", "Bekele's race"."""
    words = [item for item in items if not item.is_mark(",.!")]
    named = list(takewhile(lambda item: _is_proper(item, text), words[:_NAMES]))
    verb = next(iter(words[len(named) :]), None)
    if named and verb is not None:
        does = verb.means("action") in {"done", "missed"} or verb.means("lift") == "past" or verb.text in _NAMED
        if does:
            return True
    owned = any(_is_owner(one) and _is_owned(two) for one, two in pairwise(words))
    return owned or _tells_of_old(words)


def tells_of_else(items: Items) -> bool:
    """Tell whether others, or things, are who did or does what is told, and nothing of the runner's own stands behind.

    "The lads did 10x400 and looked wrecked", "my watch thinks I ran 8k", "running a workshop on Tuesdays".
    """
    return _is_led_by_another(items) or _runs_something(items) or _weighs_something(items)


def _is_led_by_another(items: Items) -> bool:
    begin = next((at for at, item in enumerate(items) if not (item.text in _BEFORE_SUBJECT or item.is_mark(",.!"))), 0)
    subject = tuple(takewhile(lambda item: item.text not in _DOES | _BEING, items[begin : begin + _LONGEST_SUBJECT]))
    rest = items[begin + len(subject) :]
    verb = next((at for at, item in enumerate(rest[:_NAMES]) if item.text not in _BEING), len(rest))
    act, behind = "".join(item.text for item in rest[verb : verb + 1]), rest[verb + 1 :]
    sore = any_text(rest[:1], ("has", "have", "had")) and any_means(rest[1:_NAMES], "body")
    if (
        not (sore or act in _DOES or (verb and act in _DOING))
        or not _is_another(subject)
        or any_means(behind[:1], "word", "no")
    ):
        return False
    sentence = tuple(takewhile(lambda item: not item.is_mark(".;!?\n"), behind))
    own = act not in _THINKS and (any_text(sentence, ("so",)) or _turns_to_me(sentence))
    clause = tuple(takewhile(lambda item: not item.is_mark(",:"), sentence))
    told = sore or any_item(clause, _is_of_training)
    told = told or (act in {"ran", "runs", "running"} and (any_item(clause, is_day) or any_value(clause, Duration)))
    return told and not own and not any_item(behind[len(sentence) :], _is_of_training)


def _is_another(subject: Items) -> bool:
    """Tell whether who did something is named by no word of training: "my squad", "half the office", "boys"."""
    with_us = any_text(subject[-1:], _WITH_US) and not any_text(subject, ("other",))
    if not subject or with_us or any_text(subject, OURS) or any_item(subject[1:], _is_known):
        return False
    return len(subject) > 1 if subject[0].text in _DETERMINERS else subject[0].text in _PLURALS


def _is_known(item: Item) -> bool:
    """Tell whether a word is a mark, a number, or of training, of the body or of what is done: nobody is called so."""
    led = item.text in _DETERMINERS or item.is_word("of", "in", "on", "at", "and", "new") or item.text == "from"
    named = isinstance(item.value, Word) and any(letter.isalpha() for letter in item.text)
    return not (led or (named and _VAGUE.issuperset(item.senses)))


def _turns_to_me(sentence: Items) -> bool:
    """Tell whether the runner is told to have been there, or what they did: "… with me", "… and I did 5"."""
    for index, item in enumerate(sentence):
        if item.text in OURS and (
            any_text(sentence[index - 1 : index], ("with", "and", "to")) or any_item(sentence[index:], _is_of_training)
        ):
            return True
    return False


def _is_of_training(item: Item) -> bool:
    return (
        isinstance(item.value, Distance | Repeats)
        or any(item.means(group) for group in ("kind", "race_distance", "exercise", "mass"))
        or item.means("lift") is not None
    )


def _runs_something(items: Items) -> bool:
    """Tell whether what is run is no way: "running a bake sale on Saturday"; no run is named beside it."""
    for index, item in enumerate(items):
        if item.text not in {"ran", "run", "running"} or not any_text(
            items[index + 1 : index + 2], ("a", "an", "some")
        ):
            continue
        what = tuple(takewhile(lambda one: not (one.is_mark(",.;!?\n-") or is_day(one)), items[index + 2 :]))[:_NAMES]
        others = (*items[:index], *items[index + 1 :])
        told = any_item(others, _is_of_training) or any_value(others, Duration)
        if what and not told and _is_person(what[0]) and not any_text(what, _RUNNABLE):
            return True
    return False


def _weighs_something(items: Items) -> bool:
    """Tell whether what is weighed is named, and is nothing to lift with: "12 x 20 kg of cement"."""
    triples = zip(items, items[1:], items[2:], strict=False)
    return any(one.means("mass") and of.is_word("of") and _is_person(what) for one, of, what in triples)


def _tells_of_old(words: list[Item]) -> bool:
    """Tell whether those whom one belonged to once did something: "my old club in Leeds did hills monday"."""
    pairs = (index for index, (one, two) in enumerate(pairwise(words)) if one.text == "my" and two.text in _FORMER)
    place = next(pairs, None)
    return place is not None and any_text(words[place : place + _FORMER_REACH], _DID)


def _is_person(item: Item) -> bool:
    """Tell whether a word before a verb can be who did it: one that nobody told the bot of, and no measure or mark."""
    return isinstance(item.value, Word) and item.value.token.is_name and not item.senses


def _is_proper(item: Item, text: str) -> bool:
    """Tell whether a word is unknown and has a capital, as names have."""
    said = text[item.start : item.end]
    unknown = not item.senses or set(item.senses) == {"weekday_short"}
    return isinstance(item.value, Word) and unknown and said.istitle() and not said.endswith("ly")


def _is_owner(item: Item) -> bool:
    """Tell whether an unknown word is a possessive, and no "let's"."""
    return isinstance(item.value, Word) and not item.senses and item.text.endswith("'s") and item.text not in _NO_OWNERS


def _is_owned(item: Item) -> bool:
    return any(item.means(group) for group in ("kind", "race_distance", "exercise", "body")) or isinstance(
        item.value, Distance
    )


def is_somebody(items: Items, index: int) -> bool:
    """Tell whether an item is another person; "they emailed" only says where the news is from."""
    if items[index].means("unsure") != "others" or _is_reason(items, index):
        return False
    behind = items[index + 1 : index + 2]
    official = any_text(behind, _TOLD_BY_THEM) or any_means(behind, "action", "move", "skip")
    acts = any_means(behind, "action", "done")
    if items[index].text in _CHILDREN and index <= 1:
        return acts or any_text(behind, _THEIRS)
    return not (items[index].text == "they" and official)


def is_only_named(items: Items, item: Item) -> bool:
    """Tell whether somebody is only whom one went to or has it from: "got it off the kids", "drove to my parents"."""
    index = items.index(item)
    if any(one.text in _GIVING and two.text == "me" for one, two in pairwise(items[index : index + _NAMES + 1])):
        # "The kids gave me their bug".
        return True
    return item.text not in _SUBJECTS and any_text(items[max(0, index - 2) : index], _TOWARDS)


def _is_reason(items: Items, index: int) -> bool:
    """Tell whether somebody is only named in a reason: "long run friday because of my sister's wedding"."""
    before = items[max(0, index - _REASON_REACH) : index]
    led = any_text(before, _REASONS)
    return led and not any_mark(before, ",.;!?\n")
