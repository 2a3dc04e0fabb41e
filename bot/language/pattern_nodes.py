"""What a pattern is made of before it is held against messages, and how its steps come from that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.patterns import Edge, Not, Pattern, Said, Step, Test

_REPEATED = 8
"""So often is (a|b)* said at most before the word that a pattern is looked for by."""
_COMMON = frozenset(
    {
        "a",
        "an",
        "the",
        "to",
        "of",
        "in",
        "on",
        "at",
        "is",
        "are",
        "was",
        "my",
        "i",
        "and",
        "or",
        "for",
        "no",
        "it",
        "do",
    }
    | {"did", "so", "be", "this", "with", "not", "then", "just", "run", "-", ",", "?", "("}
)
"""Words that stand in so many messages that a pattern had better not be looked for by them."""
_DEAR = 100
_BETWEEN = 2
"""So many small words may stand before each word."""


@dataclass(frozen=True, slots=True)
class One:
    """One thing that has to stand there, of at most so many words; of the vocabulary, it begins with one of `first`."""

    test: Test
    words: int = 1
    first: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing after the other."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Maybe:
    """What may be missing; `often`: or stand there several times. `lazy`: it is taken only where nothing else fits."""

    node: "Node"
    often: bool = False
    lazy: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What is kept under a name."""

    name: str
    node: "Node"


Node = One | Row | Either | Maybe | Part


def pattern_of(node: Node, text: str = "") -> Pattern:
    """Return a pattern ready to be held against messages."""
    row = node.nodes if isinstance(node, Row) else (node,)
    steps: list[Step] = []
    _build(node, steps)
    steps.append(Step())
    keys, reach = _keys(row)
    first = row[0] == One(Edge("^"), 0)
    # Those by which it is looked for come first: they are the rarest.
    needed = tuple(dict.fromkeys((keys, *_all_needed(node)) if keys else _all_needed(node)))
    return Pattern(
        text=text, steps=tuple(steps), keys=keys, needed=needed, reach=reach, first=first, begins=_begins(row)
    )


def words(words: tuple[str, ...]) -> Node:
    return One(Said({words[0]: (words,)}), len(words))


def either(nodes: tuple[Node, ...]) -> Node:
    """Return one of several; words and phrases alone become one list, which is looked up at once."""
    if len(nodes) == 1:
        return nodes[0]
    phrases = [phrase for node in nodes for phrase in _phrases(node)]
    others = tuple(node for node in nodes if not _phrases(node))
    if not phrases:
        return Either(nodes)
    first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first.setdefault(phrase[0], []).append(phrase)
    said = One(Said({word: tuple(known) for word, known in first.items()}), max(map(len, phrases)))
    return Either((said, *others)) if others else said


def _phrases(node: Node) -> list[tuple[str, ...]]:
    """Return all the ways to say something that is words alone."""
    if isinstance(node, One) and isinstance(node.test, Said):
        return [phrase for known in node.test.phrases.values() for phrase in known]
    if isinstance(node, Row):
        parts = [_phrases(one) for one in node.nodes]
        if all(len(part) == 1 for part in parts):
            return [tuple(word for part in parts for word in part[0])]
    return []


def _build(node: Node, steps: list[Step]) -> None:
    """Add the steps of a node; each goes on to the step that comes behind them."""
    if isinstance(node, One):
        steps.append(Step(then=(len(steps) + 1,), test=node.test))
    elif isinstance(node, Row):
        for one in node.nodes:
            _build(one, steps)
    elif isinstance(node, Part):
        steps.append(Step(then=(len(steps) + 1,), opens=node.name))
        _build(node.node, steps)
        steps.append(Step(then=(len(steps) + 1,), closes=node.name))
    elif isinstance(node, Maybe):
        _build_maybe(node, steps)
    else:
        _build_either(node, steps)


def _build_maybe(node: Maybe, steps: list[Step]) -> None:
    fork = len(steps)
    steps.append(Step())
    _build(node.node, steps)
    if node.often:
        steps.append(Step(then=(fork,)))
    ways = (fork + 1, len(steps))
    steps[fork] = Step(then=ways if node.lazy else ways[::-1])


def _build_either(node: Either, steps: list[Step]) -> None:
    fork, begins, ends = len(steps), [], []
    steps.append(Step())
    for one in node.nodes:
        begins.append(len(steps))
        _build(one, steps)
        ends.append(len(steps))
        steps.append(Step())
    steps[fork] = Step(then=tuple(reversed(begins)))
    for end in ends:
        steps[end] = Step(then=(len(steps),))


def _keys(row: Sequence[Node]) -> tuple[frozenset[str], int]:
    """Return the words one of which has to stand in a match, the rarest that there are, and how far in they stand."""
    best: tuple[frozenset[str], int] = (frozenset(), 0)
    before = 0
    for node in row:
        keys, size = _needed(node), _longest(node)
        if keys and (not best[0] or _cost(keys) < _cost(best[0])):
            best = keys, before + size
        before += size
    return best


def _cost(keys: frozenset[str]) -> int:
    return sum(_DEAR if key in _COMMON else 1 for key in keys)


def _needed(node: Node) -> frozenset[str]:
    if isinstance(node, One):
        return _rarest(node.test) if isinstance(node.test, Said) else node.first
    if isinstance(node, Either):
        parts = [_needed(one) for one in node.nodes]
        return frozenset().union(*parts) if all(parts) else frozenset()
    if isinstance(node, Row):
        return _keys(node.nodes)[0]
    return _needed(node.node) if isinstance(node, Part) else frozenset()


def _all_needed(node: Node) -> Iterator[frozenset[str]]:
    """Yield sets of words of each of which one has to stand in a match; words of the vocabulary may be misspelt."""
    if isinstance(node, One):
        if isinstance(node.test, Said):
            yield _rarest(node.test)
    elif isinstance(node, Row):
        for one in node.nodes:
            yield from _all_needed(one)
    elif isinstance(node, Part):
        yield from _all_needed(node.node)
    elif isinstance(node, Either):
        parts = [next(_all_needed(one), frozenset[str]()) for one in node.nodes]
        if all(parts):
            yield frozenset().union(*parts)


def _rarest(said: Said) -> frozenset[str]:
    """Return the rarest word of each phrase."""
    phrases = (phrase for known in said.phrases.values() for phrase in known)
    return frozenset(min(phrase, key=lambda word: (word in _COMMON, -len(word))) for phrase in phrases)


def _begins(row: Sequence[Node]) -> frozenset[str] | None:
    """Return the words that the first of several things that takes up words may begin with; None leaves that open."""
    found: frozenset[str] = frozenset()
    for node in row:
        if isinstance(node, One) and isinstance(node.test, Edge | Not):
            continue
        words = _beginning(node)
        if words is None:
            return None
        found |= words
        if not isinstance(node, Maybe):
            return found
    return None


def _beginning(node: Node) -> frozenset[str] | None:
    if isinstance(node, One):
        return frozenset(node.test.phrases) if isinstance(node.test, Said) else None
    if isinstance(node, Either):
        parts = [_beginning(one) for one in node.nodes]
        known = [part for part in parts if part is not None]
        return frozenset().union(*known) if len(known) == len(parts) else None
    return _begins(node.nodes) if isinstance(node, Row) else _beginning(node.node)


def _longest(node: Node) -> int:
    """Return how many places a node takes up at most, small words before it included."""
    if isinstance(node, One):
        return node.words + _BETWEEN * (node.words > 0)
    if isinstance(node, Row):
        return sum(map(_longest, node.nodes))
    if isinstance(node, Either):
        return max(map(_longest, node.nodes))
    return _longest(node.node) * (_REPEATED if isinstance(node, Maybe) and node.often else 1)
