"""What was asked: a whole local day or one instant, as a question that can be put to any book."""

import datetime as dt
from dataclasses import dataclass

from bot.guidance.engine import best_without_runs, day_reaches, decide, reaches_on, verdict_of_day
from bot.guidance.situation import Book
from bot.guidance.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about all that is left of a local day, or about the instant `at` in it; `now` is when it is asked."""

    day: dt.date
    now: dt.datetime
    at: dt.datetime | None = None

    def verdict(self, book: Book) -> Verdict:
        """Return the verdict that a book gives."""
        if self.at is not None:
            return decide(book, self.at).verdict
        return verdict_of_day(book, self.day, now=self.now)

    def reaches(self, book: Book, verdict: Verdict) -> bool:
        """Tell whether a book gives a verdict or a better one."""
        if self.at is not None:
            return reaches_on(book.day(self.day), self.at, verdict)
        return day_reaches(book, self.day, verdict, now=self.now)

    def best_without_runs(self, book: Book) -> Verdict:
        """Return the best verdict that a book could give if it were not for its runs."""
        return best_without_runs(book.day(self.day))
