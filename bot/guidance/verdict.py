"""Verdicts, and the findings of the rules that lead to them."""

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from bot.training.profile import Phase
from bot.training.runs import Race, Run

RULE_SET = 2
"""Raised whenever a rule's code changes its meaning; stored with every verdict."""


class Verdict(IntEnum):
    """What the runner may do; the lowest cap of all fired rules wins (guidance.md, section 2)."""

    REFER = 0
    NO = 1
    LIGHT = 2
    HEAVY = 3


class Unknown(StrEnum):
    """What the bot can ask when an answer would change the verdict."""

    RUN_TIME = "run_time"
    RUN_KIND = "run_kind"
    RUN_DONE = "run_done"
    SCHEDULE = "schedule"
    LIFTING_SINCE = "lifting_since"
    UNCLEAR_PAIN = "unclear_pain"


class Finding(NamedTuple):
    """What one rule found: its code, the cap it sets, and the facts in the runner's own terms.

    A named tuple, always made by keywords: one answer makes dozens, and a frozen dataclass takes three times as long.

    A cap of HEAVY holds nothing back; such a finding carries a limit (`max_sets`) or changes the prescription.
    `variant` picks the sentence in the content. `hours` and `days` are the gap that mattered, `needed` what the rule
    asks for, in the same unit; `until` is the last local day on which it holds, where that is known.
    """

    code: str
    cap: Verdict
    variant: str
    run: Run | None = None
    race: Race | None = None
    hours: float | None = None
    days: int | None = None
    needed: float | None = None
    number: int | None = None
    level: int | None = None
    phase: Phase | None = None
    max_sets: int | None = None
    asks: Unknown | None = None
    until: dt.date | None = None

    @property
    def group(self) -> int:
        """Return the rule's group: its code without the last digit."""
        return group_of(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The verdict for one moment (UTC) with everything that led to it, the main reason first."""

    at: dt.datetime
    verdict: Verdict
    findings: tuple[Finding, ...]
    phase: Phase

    @property
    def main(self) -> Finding | None:
        """Return the main reason: at the lowest cap the lowest group, then the lowest code; None for a plain yes."""
        return self.findings[0] if self.findings and self.findings[0].cap < Verdict.HEAVY else None

    @property
    def capping(self) -> tuple[Finding, ...]:
        """Return the findings that hold the verdict below HEAVY."""
        return tuple([f for f in self.findings if f.cap < Verdict.HEAVY])

    @property
    def max_sets(self) -> int | None:
        """Return the most work sets of a heavy session that the findings allow, or None without such a limit."""
        if self.verdict is not Verdict.HEAVY:
            return None
        return min((f.max_sets for f in self.findings if f.max_sets is not None), default=None)

    @property
    def overridable(self) -> bool:
        """Tell whether the runner may go on against the advice: never against groups 0 to 3."""
        return all(f.group > LAST_SAFETY_GROUP for f in self.capping)


LAST_SAFETY_GROUP = 3


def group_of(code: str) -> int:
    """Return the group of a rule code: R53 is group 5, R120 group 12."""
    return int(code[1:-1])
