"""Whether getting well is stated as the runner's own fact: "my doctor cleared me", not "when will I be cleared?"."""

from collections.abc import Iterator

from bot.language.matching import Match, Page, Span
from bot.language.safety_context import Context
from bot.language.safety_lexicon import Group


class Claims:
    """The questions, wishes and conditions of one text."""

    def __init__(self, page: Page, *, context: Context) -> None:
        """Find every mark that makes a statement less than a fact."""
        self._page = page
        self._context = context
        self._openings = frozenset(_openings(page, context))
        self._asked = frozenset(self._questions())
        self._unsure: dict[int, int] = {}
        for span in page.spans(Group.UNSURE):
            self._unsure.setdefault(context.clauses[span.start], span.start)
        conditions = page.spans(Group.CONDITION)
        self._last_condition = {context.clauses[span.start]: span.start for span in conditions}
        self._begun_with_condition = {
            context.clauses[span.start] for span in conditions if span.start in self._openings
        }
        self._speakers = page.places_of(Group.SPEAKER)

    def is_fact(self, match: Match, *, is_taken_back: bool = False) -> bool:
        """Tell whether a match is neither asked, supposed, on a condition, nor about somebody else.

        What the runner takes back may be told beside another person: "my son typed that, false alarm".
        """
        first, last = self._context.clauses[match.start], self._context.clauses[match.end - 1]
        if any(clause in self._asked for clause in range(first, last + 1)) or self._is_unsure(match, first, last):
            return False
        return not self._is_somebody_elses(match, within_clause=is_taken_back)

    def _questions(self) -> Iterator[int]:
        """Yield the clauses that end in a question mark or begin as a question does."""
        clauses = self._context.clauses
        yield from (clauses[place] for place, word in enumerate(self._page.words) if word.question)
        yield from (clauses[span.start] for span in self._page.spans(Group.QUESTION) if span.start in self._openings)

    def _is_unsure(self, match: Match, first: int, last: int) -> bool:
        """Tell whether a wish or doubt stands before a match, or a condition after it."""
        if any(self._unsure.get(clause, match.end) < match.end for clause in range(first, last + 1)):
            return True
        return self._last_condition.get(last, -1) >= match.start or last + 1 in self._begun_with_condition

    def _is_somebody_elses(self, match: Match, *, within_clause: bool) -> bool:
        """Tell whether somebody else is named last: in the match, or before one in which the runner is not."""
        if self._is_other(self._context.last_person(before=match.end), match, within_clause=within_clause):
            return True
        if not self._speakers.isdisjoint(range(match.start, match.end)):
            return False
        return self._is_other(self._context.last_person(before=match.start), match, within_clause=within_clause)

    def _is_other(self, person: tuple[Span, bool] | None, match: Match, *, within_clause: bool) -> bool:
        if person is None or not person[1]:
            return False
        parts = self._context.clauses if within_clause else self._page.sentences
        return parts[person[0].start] == parts[match.start]


def _openings(page: Page, context: Context) -> Iterator[int]:
    """Yield the places at which a clause begins: its first word, and the next after small words such as "and"."""
    small = page.places_of(Group.FILLER) | page.places_of(Group.BREAKER)
    is_open = False
    for place, clause in enumerate(context.clauses):
        is_first = place == 0 or context.clauses[place - 1] != clause
        is_open = is_first or (is_open and place - 1 in small)
        if is_open:
            yield place
