"""What would be a guess if it were read as a run: alternatives, "maybe", two kinds at once, unknown words."""

from collections.abc import Iterator
from itertools import takewhile

from rapidfuzz.distance import OSA

from bot.language.extent import parts_of
from bot.language.frames import TRAININGS, Items, is_digits, is_filler, names_kind, outside_brackets
from bot.language.held import any_value
from bot.language.items import Context, Distance, Duration, Item, Repeats, Word
from bot.language.kinds import kinds_in, run_as
from bot.language.meaning import Doubt, Unread
from bot.language.text import own_words
from bot.training.runs import RunKind
from bot.training.time import Weekday

# "Easy long run" and "easy parkrun" are one run; "easy tempo" is not.
_TOGETHER = (
    frozenset({RunKind.EASY, RunKind.RECOVERY}),
    frozenset({RunKind.LONG, RunKind.EASY}),
    frozenset({RunKind.LONG, RunKind.STEADY}),
    frozenset({RunKind.LONG, RunKind.PROGRESSION}),
    frozenset({RunKind.EASY, RunKind.PROGRESSION}),
    frozenset({RunKind.RACE, RunKind.EASY}),
    frozenset({RunKind.LONG, RunKind.RACE_PACE}),
    frozenset({RunKind.RACE, RunKind.TEMPO}),
    # "5k time trial on the track", "tempo session at the track".
    frozenset({RunKind.INTERVALS, RunKind.TIME_TRIAL}),
    frozenset({RunKind.INTERVALS, RunKind.TEMPO}),
    frozenset({RunKind.INTERVALS, RunKind.FARTLEK}),
    frozenset({RunKind.INTERVALS, RunKind.RACE_PACE}),
    frozenset({RunKind.RACE, RunKind.TIME_TRIAL}),
    frozenset({RunKind.LONG, RunKind.EASY, RunKind.STEADY}),
)
# After these a word may be anybody's or any place's name.
_BEFORE_NAMES = ("at", "in", "on", "around")
_OVER = frozenset(
    {
        "during",
        "while",
        "whilst",
        "when",
        "once",
        "up",
        "over",
        "along",
        "through",
        "round",
        "down",
        "across",
        "towards",
    }
)
_LONGEST_NAME = 3
# "Teu: intervals", "wens - easy": so close behind a day its run is named.
_BEFORE_KIND = 3
# A full name has six letters or more; two slips in fewer would make anything a day.
_SHORTEST_FULL = 6
_LETTERS_PER_SLIP = 3
_DAYS = (
    *(day.key for day in Weekday),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_PART_ENDS = ",.;/|\t\n"


def clash_in(content: Items, context: Context) -> Unread | None:
    """Return the doubt about a run that "or" or "maybe" leaves open, or that is said to be of two kinds at once."""
    said = own_words(context.text[content[0].start : content[-1].end])
    content = run_as(content)
    if any(_leaves_open(content, index) for index in range(len(content))):
        kinds = tuple(dict.fromkeys(kinds_in(content)))
        return Unread(text=said, doubt=Doubt.KIND, options=kinds if len(kinds) > 1 else ())
    for stretch in _stretches(content):
        kinds = tuple(dict.fromkeys(kinds_in(stretch)))
        if not _go_together(kinds):
            return Unread(text=said, doubt=Doubt.KIND, options=kinds)
    return None


def _leaves_open(content: Items, index: int) -> bool:
    """Tell whether a word leaves open what is run; "race or parkrun" is a race either way."""
    if content[index].means("unsure") == "word":
        return True
    if not content[index].is_word("or") or _is_between_numbers(content, index):
        return False
    sides = [[item for item in side if not is_filler(item)] for side in (content[:index], content[index + 1 :])]
    kinds = {side[place].means("kind") for side, place in zip(sides, (-1, 0), strict=True) if side}
    return None in kinds or len(kinds) != 1


def _is_between_numbers(content: Items, index: int) -> bool:
    """Tell whether an "or" only leaves open how far: "7 or 8 sunday"."""
    beside = (*content[max(0, index - 1) : index], *content[index + 1 : index + 2])
    return len(beside) > 1 and all(is_digits(item) for item in beside)


def _go_together(kinds: tuple[RunKind, ...]) -> bool:
    told = frozenset(kinds) - {RunKind.OTHER, RunKind.HILLS, RunKind.REST}
    return len(told) < 2 or told in _TOGETHER  # noqa: PLR2004 - two kinds make a clash


def _stretches(content: Items) -> Iterator[Items]:
    """Split what is said of a run at marks, "and", "with", "at" and repeats, whose rests are easy."""
    for part in parts_of(content):
        start = 0
        for index, item in enumerate(part):
            cuts = isinstance(item.value, Repeats) or item.means("run_part")
            if cuts or item.is_word("at", "of", "before", "after"):
                yield part[start:index]
                start = index
        yield part[start:]


def unknown_in(content: Items) -> str:
    """Return the words that the vocabulary does not know, without the names that may follow "with" and "at"."""
    content = tuple(outside_brackets(content))
    return own_words(" ".join(word for index, item in enumerate(content) if (word := _unknown(content, index, item))))


def lost_day_in(content: Items) -> str:
    """Return a strange word that may be a misspelt day: it stands between one run and the kind of the next one."""
    for index, item in enumerate(content):
        word = _unknown(content, index, item)
        behind = content[index + 1 : index + 1 + _BEFORE_KIND]
        said_of_it = tuple(takewhile(lambda one: not one.is_mark(_PART_ENDS), behind))
        if word and _is_like_a_day(word) and names_kind(said_of_it) and _ends_a_run(content[:index]):
            return own_words(word)
    return ""


def _is_like_a_day(word: str) -> bool:
    """Tell whether a strange word may stand for a weekday: "wendeday", "thx", but not "league" or "tired"."""
    slips = 1 if len(word) < _SHORTEST_FULL else len(word) // _LETTERS_PER_SLIP
    return any(OSA.distance(word, day, score_cutoff=slips) <= slips for day in _DAYS)


def _ends_a_run(before: Items) -> bool:
    """Tell whether a run has been told up to here: its kind, or its length and a mark; "10 km footing easy" is one."""
    measured = any_value(before, Distance, Duration)
    return names_kind(before) or (measured and before[-1].is_mark(_PART_ENDS))


def _unknown(content: Items, index: int, item: Item) -> str:
    if not isinstance(item.value, Word):
        return ""
    token = item.value.token
    before = content[max(0, index - _LONGEST_NAME) : index]
    named = any(
        one.is_word(*_BEFORE_NAMES) or one.text in _OVER or one.means("run_part") == "with" or one.is_mark("@")
        for one in before
    )
    named = named or token.text in TRAININGS
    return "" if token.senses or not token.is_name or len(token.text) == 1 or named else token.text
