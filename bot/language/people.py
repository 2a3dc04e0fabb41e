"""Whether a message tells of somebody else, by name or as "they"."""

from itertools import pairwise, takewhile

from bot.language.frames import Items
from bot.language.held import any_mark, any_means, any_text
from bot.language.items import Distance, Item, Word

_NAMES = 3
_NAMED = frozenset({"from", "says", "said", "deadlifts", "lifts", "runs"})
# "Kids in bed, 8k done": children keep one from training, and seldom is it they who trained.
_CHILDREN = frozenset({"kid", "kids"})
_THEIRS = frozenset({"have", "has", "had", "do", "does", "play", "go", "got", "swim", "run", "race"})
_NO_OWNERS = frozenset({"let's", "that's", "there's", "what's", "who's", "where's", "he's", "she's", "how's"})
_OWNING = frozenset({"my", "our", "the"})
_DID = frozenset(
    {"ran", "did", "finished", "completed", "smashed", "raced", "jogged", "managed", "skipped", "missed"}
) | {
    *("deadlifted", "lifted", "pulled", "squatted", "hit", "has run", "have run", "has done", "just ran", "just did"),
}
_FORMER = frozenset({"old", "former", "ex", "previous", "last"})
_FORMER_REACH = 8
_GIVING = frozenset({"gave", "given", "infected"})
_TOWARDS = frozenset({"off", "from", "to", "with"})
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
    return owned or _tells_of_mine(words) or _tells_of_old(words)


def _tells_of_old(words: list[Item]) -> bool:
    """Tell whether those whom one belonged to once did something: "my old club in Leeds did hills monday"."""
    pairs = (index for index, (one, two) in enumerate(pairwise(words)) if one.text == "my" and two.text in _FORMER)
    place = next(pairs, None)
    return place is not None and any_text(words[place : place + _FORMER_REACH], _DID)


def _tells_of_mine(words: list[Item]) -> bool:
    """Tell whether "my" people did something: "my pupils ran", "our new lodger did a half", "my eldest ran 5k"."""
    for index, item in enumerate(words):
        if item.text not in _OWNING:
            continue
        named = list(takewhile(lambda one: one.means("action") is None, words[index + 1 : index + 1 + _NAMES]))
        verb, behind = (*words[index + 1 + len(named) : index + 3 + len(named)], None, None)[:2]
        # "The alarm did not go off".
        denied = behind is not None and behind.is_word("no")
        if verb is not None and verb.text in _DID and not denied and named and _is_person(named[-1]):
            return True
    return False


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
    return any(item.means(group) for group in ("kind", "race_distance", "exercise")) or isinstance(item.value, Distance)


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
