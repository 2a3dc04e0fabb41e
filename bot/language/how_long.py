"""How long somebody has run and lifted, as people answer that: "8 years bro", "lifting 2 yrs runing 4"."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from bot.language.frames import Items
from bot.language.held import any_item
from bot.language.items import Clock, Context, Item, Word
from bot.language.meaning import Unread
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.values import read_experience
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind

RUNNING, LIFTING = "running", "lifting"
_MOST_WORDS = 14
_MOST_UNKNOWN = 2
_ENDS = ".;?!,\n"
_DENYING = frozenset({"not", "never", "no", "until", "till", "another", "next", "less", "injured", "break", "in"}) | {
    *("ago", "off", "out", "broke", "hurt", "stopped", "quit"),
}
# "Like a year": the article may be read with the word before it.
_ARTICLES = (["a"], ["an"], ["one"])
_AND_A_HALF = frozenset({"and", "half"})
_SPANS = frozenset({"week", "month", "year"})


def read_how_long(text: str, asked: str, *, today: dt.date, vocabulary: Vocabulary) -> dict[str, str]:
    """Return how long for `running` and `lifting`, as `/set` takes it; what names neither is about what was `asked`.

    A length of time may stand among words that say nothing. No text raises.
    """
    if too_long(text) or len(text.split()) > _MOST_WORDS:
        return {}
    clean = normalise(text)
    items = scan(Context(text=clean, today=today, past=True), vocabulary)
    told = [(sport, part, clean[part[0].start : part[-1].end]) for sport, part in _by_sport(items)]
    both = {
        sport: said if _is_taken(said, today, vocabulary) else _length_in(part, _unit(items))
        for sport, part, said in told
    }
    if len(both) > 1:
        return {sport: length for sport, length in both.items() if length} if all(both.values()) else {}
    if _is_taken(text, today, vocabulary):
        return {next(iter(both), asked): text}
    length = next((found for clause in _clauses(items) if (found := _length_in(clause, None))), None)
    return {next(iter(both), asked): length} if length else {}


def _is_taken(text: str, today: dt.date, vocabulary: Vocabulary) -> bool:
    return not isinstance(read_experience(text, today=today, vocabulary=vocabulary), Unread)


def _by_sport(items: Items) -> Iterator[tuple[str, Items]]:
    """Yield "running" and "lifting" with what is said of each; where both are named, each must come once."""
    places = [(index, sport) for index, item in enumerate(items) if (sport := _sport(item))]
    named = [next(group) for _, group in groupby(places, key=lambda place: place[1])]
    if len({sport for _, sport in named}) < len(named):
        return
    if len(named) > 1 and any(item.number is not None for item in items[: named[0][0]]):
        # "5 years running, 2 lifting".
        begins = [0, *(index + 1 for index, _ in named[:-1])]
        yield from ((sport, items[begin : index + 1]) for (index, sport), begin in zip(named, begins, strict=True))
        return
    ends = [*(index - items[index - 1].is_word("and") for index, _ in named[1:]), len(items)][: len(named)]
    yield from ((sport, items[index:end]) for (index, sport), end in zip(named, ends, strict=True))


def _sport(item: Item) -> str | None:
    named = (item.means("setting") or "").removeprefix("new_to_")
    if named in {RUNNING, LIFTING}:
        return named
    if item.means("kind") == RunKind.OTHER or item.text.endswith((" run", " ran")):
        return RUNNING
    return LIFTING if item.means("lift") == "now" and item.means("not_run") and item.means("state") is None else None


def _clauses(items: Items) -> Iterator[Items]:
    begin = 0
    for index, item in enumerate(items):
        if item.is_mark(_ENDS) and not (item.is_mark(".,") and _is_point(items, index)):
            yield items[begin:index]
            begin = index + 1
    yield items[begin:]


def _is_point(items: Items, index: int) -> bool:
    return all(item.number is not None for item in (*items[max(0, index - 1) : index], *items[index + 1 : index + 2]))


def _unit(items: Items) -> str | None:
    return next((span for item in items if (span := item.means("span")) in _SPANS), None)


def _length_in(clause: Items, unit: str | None) -> str | None:
    """Return the only length of time among words that say nothing else; a bare number is in the `unit` of another."""
    unknown = [item for item in clause if item.text.isalpha() and not item.senses]
    if len(unknown) > _MOST_UNKNOWN or any_item(clause, _says_more):
        return None
    spans = [index for index, item in enumerate(clause) if item.means("span") in _SPANS]
    numbers = [one for item in clause if (one := _number(item)) is not None]
    counted = bool(numbers) or any(clause[index - 1].text.split()[-1:] in _ARTICLES for index in spans if index)
    if len(spans) > 1 or len(numbers) > 1 or not counted or not (spans or unit):
        return None
    span = clause[spans[0]].means("span") if spans else unit
    half = ".5" if {item.text.split()[0] for item in clause if item.text.strip()} >= _AND_A_HALF else ""
    return f"{numbers[0] if numbers else 1}{half} {span}s"


def _says_more(item: Item) -> bool:
    """Tell whether an item denies, looks ahead or tells of the body: "I broke my ankle 2 years ago"."""
    if not isinstance(item.value, Word | Clock) or item.text in _DENYING:
        return True
    health = item.means("health_word") not in {None, "mine", "ended"}
    return health or any(item.means(group) for group in ("body", "health", "health_named"))


def _number(item: Item) -> int | None:
    """Return a number, be it "3ish"; an article is none."""
    if isinstance(item.value, Clock):
        return item.value.time.hour if not (item.value.sure or item.value.time.minute) else None
    return None if item.text in {"a", "an"} else item.number
