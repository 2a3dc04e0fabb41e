"""What was asked: a whole local day or one instant, as a question that can be put to that day in any book."""

import datetime as dt
from dataclasses import dataclass

from bot.guidance.engine import day_reaches, reaches_on, verdict_of_day, verdict_on
from bot.guidance.situation import Day
from bot.guidance.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about all that is left of a local day, or about the instant `at` in it; `now` is when it is asked."""

    day: dt.date
    now: dt.datetime
    at: dt.datetime | None = None

    def verdict(self, day: Day) -> Verdict:
        """Return the verdict that is given with the day as it stands in some book."""
        return verdict_of_day(day, now=self.now) if self.at is None else verdict_on(day, self.at)

    def reaches(self, day: Day, verdict: Verdict) -> bool:
        """Tell whether a verdict or a better one is given with the day as it stands in some book."""
        return day_reaches(day, verdict, now=self.now) if self.at is None else reaches_on(day, self.at, verdict)
