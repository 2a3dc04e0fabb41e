"""What a rule is: a permanent code, the claims behind it, the sentences it can say, and one small function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.guidance.situation import Day, Moment, Told
from bot.guidance.verdict import Finding, Verdict
from bot.training.runs import RunClass

Runs = tuple[int, RunClass | None]
"""Runs that a rule reads: so many days from L's day, of a class or (None) of any class at a known time."""

OfDay = Callable[[Day], Finding | None]
OfMoment = Callable[[Moment], Finding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of guidance.md. `variants` are the sentences it can say: each has a text in the content and no other.

    `claims` are ids of claims.csv. `judgement` says that a number in it has no direct study behind it. A rule is either
    `of_day`, the same at every moment of a local day and worked out once, or `of_moment`. `runs` and `told` are what it
    reads; one that names any fires only where there is something of them. Runs lie FIRST_OFFSET to LAST_OFFSET days
    from L's day.
    """

    code: str
    claims: tuple[str, ...]
    variants: tuple[str, ...]
    judgement: bool
    page: str
    runs: tuple[Runs, ...] = ()
    told: tuple[type[Told], ...] = ()
    of_day: OfDay | None = None
    of_moment: OfMoment | None = None


def day_rule(
    code: str,
    *,
    claims: Iterable[str] = (),
    variants: Iterable[str],
    judgement: bool = False,
    runs: Iterable[Runs] = (),
    told: Iterable[type[Told]] = (),
) -> Callable[[OfDay], Rule]:
    """Make a rule of a function of whole days; its docstring is the rule's page."""

    def decorate(evaluate: OfDay) -> Rule:
        return Rule(
            code=code,
            claims=tuple(claims),
            variants=tuple(variants),
            judgement=judgement,
            page=evaluate.__doc__ or "",
            runs=tuple(runs),
            told=tuple(told),
            of_day=evaluate,
        )

    return decorate


def rule(
    code: str,
    *,
    claims: Iterable[str] = (),
    variants: Iterable[str],
    judgement: bool = False,
    runs: Iterable[Runs] = (),
    told: Iterable[type[Told]] = (),
) -> Callable[[OfMoment], Rule]:
    """Make a rule of a function of moments; its docstring is the rule's page."""

    def decorate(evaluate: OfMoment) -> Rule:
        return Rule(
            code=code,
            claims=tuple(claims),
            variants=tuple(variants),
            judgement=judgement,
            page=evaluate.__doc__ or "",
            runs=tuple(runs),
            told=tuple(told),
            of_moment=evaluate,
        )

    return decorate


def strictest(findings: Iterable[Finding | None]) -> Finding | None:
    """Return the finding with the lowest cap, the first of equals; for several runs on one day."""
    lowest: Finding | None = None
    for one in findings:
        if one is not None and (lowest is None or one.cap < lowest.cap):
            lowest = one
    return lowest


def no(code: str, variant: str) -> Finding:
    """Return a plain NO."""
    return Finding(code=code, cap=Verdict.NO, variant=variant)


def light(code: str, variant: str) -> Finding:
    """Return a plain LIGHT."""
    return Finding(code=code, cap=Verdict.LIGHT, variant=variant)
