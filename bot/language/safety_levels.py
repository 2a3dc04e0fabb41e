"""How strong a pain is, when it is said as a number: "pain 4 knee", "knee 2/10", "6 out of 10 pain"."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.matching import Page
from bot.language.phrases import NUMBER
from bot.language.safety_lexicon import Group

_WORST = 10
_WORDS_AROUND = 6
_CLOSE = 2
_MUSCLES = frozenset({"muscle", "muscles", "muscular"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PainLevel:
    """A stated level, 0 to 10, and the place of its number among the words."""

    level: int
    place: int


def pain_levels(page: Page) -> tuple[PainLevel, ...]:
    """Return the levels of pain that a text states, 0 to 10; other numbers in it are none."""
    # "The muscles hurt, 4 of 10" is soreness.
    pains = {span.start for span in page.spans(Group.PAIN_WORD) if not _is_of_muscles(page, span.start)}
    # "Knee 2/10" is pain without the word; sore muscle has a check-in of its own.
    praised = {page.sentences[span.start] for span in page.spans(Group.PRAISE)}
    sites = (span.start for span in page.spans(Group.RATED_SITE))
    rated = pains | {place for place in sites if page.sentences[place] not in praised}
    words = page.places_of(Group.LEVEL_WORD)
    scored = {span.start for span in page.spans(Group.OUT_OF_TEN)}
    efforts = page.places_of(Group.EFFORT_WORD)
    units = {span.start for span in page.spans(Group.UNIT)}
    numbers = ((place, level) for place in page.places(NUMBER) if (level := _level(page, place)) is not None)
    return tuple(
        PainLevel(level=level, place=place)
        for place, level in numbers
        if (place + 1 in scored and place - 1 not in efforts and _has_near(page, place, rated))
        or (place + 1 not in units and any(before in pains for before in _back_through(page, place, words)))
    )


def _is_of_muscles(page: Page, place: int) -> bool:
    return any(word.plain in _MUSCLES for word in page.words[max(0, place - _CLOSE) : place])


def _level(page: Page, place: int) -> int | None:
    plain = page.words[place].plain
    return int(plain) if plain.isdecimal() and len(plain) <= len(str(_WORST)) and int(plain) <= _WORST else None


def _has_near(page: Page, place: int, pains: set[int]) -> bool:
    first, last = max(place - _WORDS_AROUND, 0), min(place + _WORDS_AROUND + 1, len(page.words))
    sentence = page.sentences[place]
    return any(near in pains and page.sentences[near] == sentence for near in range(first, last))


def _back_through(page: Page, place: int, words: frozenset[int]) -> Iterator[int]:
    """Yield the places before a number, as long as only words such as "level is about" come between."""
    for before in range(place - 1, max(place - _WORDS_AROUND, -1), -1):
        if page.words[before + 1].pause == ".":
            return
        yield before
        if before not in words:
            return
