"""What a rule is: a permanent code, the claims behind it, the sentences it can say, and one small function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.guidance.situation import Moment
from bot.guidance.verdict import Finding, Verdict

Evaluate = Callable[[Moment], Finding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of guidance.md. `variants` are the sentences it can say: each has a text in the content and no other.

    `claims` are ids of claims.csv. `judgement` says that a number in it has no direct study behind it.
    """

    code: str
    claims: tuple[str, ...]
    variants: tuple[str, ...]
    judgement: bool
    page: str
    evaluate: Evaluate


def rule(
    code: str, *, claims: Iterable[str] = (), variants: Iterable[str], judgement: bool = False
) -> Callable[[Evaluate], Rule]:
    """Make a rule of a function; its docstring is the rule's page."""

    def decorate(evaluate: Evaluate) -> Rule:
        return Rule(
            code=code,
            claims=tuple(claims),
            variants=tuple(variants),
            judgement=judgement,
            page=evaluate.__doc__ or "",
            evaluate=evaluate,
        )

    return decorate


def strictest(findings: Iterable[Finding | None]) -> Finding | None:
    """Return the finding with the lowest cap, the first of equals; for several runs on one day."""
    return min((f for f in findings if f is not None), key=lambda f: f.cap, default=None)


def no(code: str, variant: str) -> Finding:
    """Return a plain NO."""
    return Finding(code=code, cap=Verdict.NO, variant=variant)
