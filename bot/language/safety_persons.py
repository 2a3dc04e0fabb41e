"""Who is meant: the runner, or somebody else by relation, name or pronoun."""

from collections.abc import Collection, Iterator, Sequence

from bot.language.matching import Page, Span
from bot.language.safety_lexicon import Group

_JOINS = frozenset({"and", "but", "so", "because", "when", "since", "as", "if"})


def persons(page: Page) -> list[tuple[Span, bool]]:
    """Return the persons in order, with whether each is somebody else; "my wife says" only reports."""
    reporters = {span.start for span in page.spans(Group.REPORTER)}
    nobody = page.places_of(Group.NOBODY)
    named = (*page.spans(Group.OTHER), *_subjects(page))
    others = _outside([span for span in named if span.end not in reporters], nobody)
    others = _outside(others, {span.start for span in _parts_again(page, others)})
    # "My gym" is a place and not the runner.
    own = _outside(page.spans(Group.SELF), page.places_of(Group.OTHER) | page.places_of(Group.SURROUNDINGS))
    found = [*((span, True) for span in others), *((span, False) for span in own)]
    return sorted(found, key=lambda person: person[0].end)


def _outside(spans: Collection[Span], covered: Collection[int]) -> list[Span]:
    return [span for span in spans if span.start not in covered]


def _subjects(page: Page) -> Iterator[Span]:
    """Yield the relations and names without "my" of whom something is told: "mum fainted", but not "mum, I fainted"."""
    subjects = page.spans(Group.SUBJECT)
    addressed = {span.start for span in page.spans(Group.NO_SUBJECT)} if subjects else set()
    for span in subjects:
        before = page.words[span.start - 1].plain if span.start else ""
        opens = bool(page.words[span.start].pause) or before in _JOINS
        goes_on = span.end < len(page.words) and not page.words[span.end].pause
        if opens and goes_on and span.end not in addressed:
            yield span


def _parts_again(page: Page, others: Sequence[Span]) -> Iterator[Span]:
    """Yield the "they" and "them" that are parts of the body: these are named before in the sentence, and nobody is."""
    pronouns = page.places_of(Group.THEY_THEM)
    people = {page.sentences[span.start]: span.start for span in reversed(others) if span.start not in pronouns}
    parts = {page.sentences[span.start]: span.start for span in reversed(page.spans(Group.PLURAL_PART))}
    for span in others:
        sentence = page.sentences[span.start]
        is_after_part = parts.get(sentence, span.start) < span.start
        if span.start in pronouns and is_after_part and people.get(sentence, span.start) >= span.start:
            yield span
