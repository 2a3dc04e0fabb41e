"""The rules by which a message is put in the words that the readers know, as a coach edits them, made ready for use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from bot.language.numbers_said import WORKED_OUT
from bot.language.pattern_notation import Notation
from bot.language.patterns import Pattern
from bot.language.template import Template

Groups = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """One rule of the file: what is said, and what it is read as.

    `say` are patterns. `read` stands in their place then; it may be empty. `needs` must all stand somewhere in the
    message, `unless` nowhere. An `order` asks nothing: the question marks at its end go. `examples` are pairs of a
    message and of what becomes of it.
    """

    why: str
    say: tuple[str, ...]
    read: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    order: bool = False
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordingFile:
    """The whole file."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reword: tuple[Reword, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule ready for use; see Reword."""

    say: tuple[Pattern, ...]
    read: Template
    needs: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    order: bool
    worked_out: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewordings:
    """All rules in the order of the file; `by_word` says which of them a word makes possible."""

    rules: tuple[Rule, ...] = ()
    by_word: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()

    @classmethod
    def build(
        cls, file: RewordingFile, groups: Groups, *, guessed: Iterable[str], facts: Iterable[str]
    ) -> "Rewordings":
        """Make the rules ready; see `Notation` and `wording.FACTS`.

        ValueError names the rule at fault, by its `why`, and says what is wrong with it.
        """
        notation = Notation(lists=file.lists, groups=groups, guessed=frozenset(guessed))
        known = frozenset(facts)
        rules = tuple(_rule(one, notation, known) for one in file.reword)
        by_word: dict[str, dict[int, None]] = {}
        for number, word in _keyed(rules):
            by_word.setdefault(word, {})[number] = None
        return cls(
            rules=rules,
            by_word={word: tuple(numbers) for word, numbers in by_word.items()},
            keys=frozenset(by_word),
        )

    def possible(self, words: AbstractSet[str]) -> list[int]:
        """Return the numbers of the rules that some words make possible, in order."""
        return sorted({number for word in self.keys & words for number in self.by_word[word]})


def _keyed(rules: Sequence[Rule]) -> Iterator[tuple[int, str]]:
    return ((number, key) for number, rule in enumerate(rules) for one in rule.say for key in sorted(one.keys))


def _rule(given: Reword, notation: Notation, facts: frozenset[str]) -> Rule:
    try:
        say = tuple(map(notation.pattern, given.say))
        read = Template.parse(given.read)
        return Rule(
            say=say,
            read=read,
            needs=tuple(map(notation.pattern, given.needs)),
            unless=tuple(map(notation.pattern, given.unless)),
            order=given.order,
            worked_out=_worked_out(say, read, facts),
        )
    except ValueError as wrong:
        raise ValueError(f"{given.why!r}: {wrong}") from None


def _worked_out(say: Sequence[Pattern], read: Template, facts: frozenset[str]) -> frozenset[str]:
    """Return the names of what has to be worked out. ValueError says what no pattern keeps, or which needs no word."""
    for pattern in say:
        if not pattern.keys:
            raise ValueError(f"{pattern.text!r}: at least one word must be needed")
    names = facts.union(*(pattern.names for pattern in say))
    worked_out = (read.names & WORKED_OUT.keys()) - names
    needed = (read.names - worked_out).union(*(WORKED_OUT[name].of for name in worked_out))
    if missing := needed - names:
        raise ValueError(f"{{{min(missing)}}} is read, but never said")
    return worked_out
