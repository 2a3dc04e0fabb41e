"""Whether what sounds like a symptom is nobody's now: an animal's, a story's, a question's, or healed years ago."""

from bot.language.matching import Match, Page, Span
from bot.language.safety_context import Context
from bot.language.safety_lexicon import Group, Said


class Remote:
    """The animals, stories and healed things of one text. Whoever speaks of themselves after one is not remote."""

    def __init__(self, page: Page, *, context: Context) -> None:
        """Find every mark that takes a symptom away from people and from now."""
        self._page = page
        self._context = context
        self._creatures = [span for span in page.spans(Group.CREATURE) if self._begins_clause(span)]
        self._fiction = page.spans(Group.FICTION)
        self._is_curious = bool(context.matches(Said.CURIOUS))
        healed = (match for match in context.matches(Said.HEALED) if not self._context.denies(match))
        self._is_healed = any(healed)
        self._is_years_ago, self._is_long_ago = (bool(page.spans(group)) for group in (Group.YEARS, Group.LONG_AGO))

    def is_remote(self, match: Match, *, is_flag: bool) -> bool:
        """Tell whether a match says nothing of anybody's body these days, so that not even a question is due."""
        return (
            self._is_animals(match)
            or self._is_told(match)
            or self._is_asked(match)
            or self._is_over(match, is_flag=is_flag)
        )

    def _begins_clause(self, span: Span) -> bool:
        # "Walked the dog and passed out" is the runner; an animal that faints begins its clause.
        clauses = self._context.clauses
        return span.start == 0 or clauses[span.start - 1] != clauses[span.start]

    def _is_animals(self, match: Match) -> bool:
        clauses = self._context.clauses
        before = (span for span in self._creatures if span.end <= match.start)
        return any(
            clauses[span.start] == clauses[match.end - 1] and not self._speaks_of_self(span, match) for span in before
        )

    def _is_told(self, match: Match) -> bool:
        """Tell whether a story is told in the sentence: of anybody after its name, of others before it."""
        sentence = self._page.sentences[match.start]
        marks = [span for span in self._fiction if self._page.sentences[span.start] == sentence]
        if any(span.end <= match.start and not self._speaks_of_self(span, match) for span in marks):
            return True
        person = self._context.last_person(before=match.end)
        return bool(marks) and person is not None and person[1] and self._page.sentences[person[0].start] == sentence

    def _is_asked(self, match: Match) -> bool:
        """Tell whether it is asked for knowledge alone: "how common is rhabdo", but not "how common is my pain"."""
        if not self._is_curious or not self._context.is_supposed(match):
            return False
        person = self._context.last_person(before=match.end)
        is_own = person is not None and not person[1]
        return not (is_own and person and self._page.sentences[person[0].start] == self._page.sentences[match.start])

    def _is_over(self, match: Match, *, is_flag: bool) -> bool:
        """Tell whether it healed years ago; a red flag must lie long back for that, or is asked about."""
        is_distant = self._is_long_ago if is_flag else self._is_years_ago
        return self._is_healed and is_distant and self._context.is_old(match)

    def _speaks_of_self(self, mark: Span, match: Match) -> bool:
        """Tell whether the last person named up to a match is the runner, named after a mark."""
        person = self._context.last_person(before=match.end)
        return person is not None and not person[1] and person[0].start >= mark.end
