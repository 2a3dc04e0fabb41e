"""The notation in which content files say how whole sentences are put.

cut (my|the)? short   words in this order; (a|b) one of them, (a)? or word? perhaps, (a|b)* any number of times
swoll*                any ending
<people>              any way of saying it that the list of that name holds; lists hold all that stands here
<kind> <kind:long>    a word of that group of the vocabulary, or of that key in it
<day> <run> <number>  what the bot has read there: see `READ`
<2-60> <3:00-5:59>    a number, or a time as it is written, in between
{run:1-4}             one to four words, kept under the name "run"; never across a mark such as a comma or a full stop
{run:1-4 with <day>}  so many words with a day among them; "without": with none
{act:move|skip}       what is found is kept under the name "act"
!(to|at)              what must not come next
^ $ <stop>            the beginning and the end of the message, and the end of a part of it: a mark or the end
'?' '(' ','           a mark
...                   anything; only in what a message needs, or must not have

Small words ("just", "really"), a comma and a hyphen may stand between any two words; case and apostrophes say nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.language.pattern_nodes import Maybe, Node, One, Part, Row, either, pattern_of, words
from bot.language.patterns import Anything, Begun, Between, Edge, Known, Not, Pattern, Slot
from bot.language.pieces import pieces_of

READ = frozenset(
    {
        *("day", "days", "several_days", "date", "ahead", "clock", "part_of_day"),
        *("run", "number", "km", "minutes", "repeats", "length", "name", "owner"),
    }
)
"""What the bot reads of a message that is no word of the vocabulary.

`day` one or more days, `several_days` more than one of the week, `date` a date that is named, `ahead` a stretch of time
from now, `run` a run or a race, `length` kilometres, minutes or repeats, `name` an unknown word with a capital, `owner`
a word with 's.
"""

_LONGEST_READING = 6
_MOST_IN_SLOT = 60
_TOKEN = re.compile(
    r"(?P<gap>\.\.\.)|<(?P<known>[^<>]*)>|\{(?P<slot>[a-z_]+)(?P<colon>:)?|'(?P<mark>[^\w\s])'|(?P<sign>[()|?*!^$}])"
    r"|(?P<word>\d+(?:[.:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*\*?)"
)
_SIZE = re.compile(r"\s*(\d+)-(\d+)(?=[ }])")
_WITH = re.compile(r"\s*(without|with)\b")
_BETWEEN = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_BETWEEN_TIMES = re.compile(r"(\d+):(\d\d)-(\d+):(\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """What patterns are read with: the named lists of a file, and the groups of the vocabulary with their words.

    Words of the `guessed` groups are known where they are misspelt, too.
    """

    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    guessed: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    known: dict[str, "Node"] = field(default_factory=dict)

    def pattern(self, text: str) -> Pattern:
        """Read a pattern. ValueError says what is wrong with it."""
        return pattern_of(_Reader(text, self).whole(), text)

    def first_words(self, group: str, key: str) -> frozenset[str]:
        """Return the words with which those of a group, or of one key in it, begin; none where they may be misspelt."""
        if group in self.guessed:
            return frozenset()
        known = [words for name, words in self.groups[group].items() if key in {"", name}]
        return frozenset(next(pieces_of(word)).plain for words in known for word in words)

    def listed(self, name: str) -> "Node":
        """Return a named list. ValueError says what is wrong with it."""
        if name in self.inside:
            raise ValueError(f"<{name}> holds itself")
        if name not in self.known:
            inner = replace(self, inside=self.inside | {name})
            self.known[name] = either(tuple(_Reader(one, inner).whole() for one in self.lists[name]))
        return self.known[name]


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, text: str, notation: Notation) -> None:
        self.text, self.notation, self.at = text, notation, 0

    def whole(self) -> Node:
        node = self._either()
        if self.at < len(self.text):
            raise self._wrong(f"cannot read {self.text[self.at :]!r}")
        return node

    def _wrong(self, reason: str) -> ValueError:
        return ValueError(f"{self.text!r}: {reason}")

    def _next(self, sign: str) -> bool:
        """Take a sign if it is what comes next."""
        space = len(self.text[self.at :]) - len(self.text[self.at :].lstrip())
        if not self.text.startswith(sign, self.at + space):
            return False
        self.at += space + len(sign)
        return True

    def _either(self) -> Node:
        nodes = [self._row()]
        while self._next("|"):
            nodes.append(self._row())
        return either(tuple(nodes))

    def _row(self) -> Node:
        nodes: list[Node] = []
        while (node := self._one()) is not None:
            while self.text[self.at : self.at + 1] in {"?", "*"}:
                node = Maybe(node, often=self.text[self.at] == "*")
                self.at += 1
            nodes.append(node)
        if not nodes:
            raise self._wrong("words are missing")
        return nodes[0] if len(nodes) == 1 else Row(tuple(nodes))

    def _one(self) -> Node | None:
        self.at += len(self.text[self.at :]) - len(self.text[self.at :].lstrip())
        found = _TOKEN.match(self.text, self.at)
        if found is None or (found["sign"] or "") in set("|)}"):
            return None
        self.at = found.end()
        if found["gap"]:
            return Maybe(One(Anything()), often=True, lazy=True)
        if found["known"] is not None:
            return self._known(found["known"])
        if found["slot"]:
            return self._slot(found["slot"], sized=bool(found["colon"]))
        if found["mark"]:
            return words((found["mark"],))
        if found["word"]:
            return _word(found["word"])
        return self._sign(found["sign"])

    def _sign(self, sign: str) -> Node:
        if sign in "^$":
            return One(Edge(sign), 0)
        if sign == "!":
            node = self._one()
            if node is None:
                raise self._wrong("something must stand behind !")
            return One(Not(pattern_of(node)), 0)
        if sign != "(":
            raise self._wrong(f"nothing stands before {sign}")
        node = self._either()
        if not self._next(")"):
            raise self._wrong("a bracket is left open")
        return node

    def _known(self, name: str) -> Node:
        if name == "stop":
            return One(Edge(name), 0)
        if between := _BETWEEN.fullmatch(name):
            return One(Between(float(between[1]), float(between[2])))
        if times := _BETWEEN_TIMES.fullmatch(name):
            low, high = (int(times[at]) + int(times[at + 1]) / 60 for at in (1, 3))
            return One(Between(low, high, timed=True))
        if name in self.notation.lists:
            return self.notation.listed(name)
        group, _, key = name.partition(":")
        if group in READ and not key:
            return One(Known(group), _LONGEST_READING)
        if group not in self.notation.groups or (key and key not in self.notation.groups[group]):
            raise self._wrong(f"nobody knows <{name}>")
        return One(Known(group, key), _LONGEST_READING, self.notation.first_words(group, key))

    def _slot(self, name: str, *, sized: bool) -> Node:
        if not sized:
            size: tuple[int, int] | None = (1, 4)
        elif found := _SIZE.match(self.text, self.at):
            size, self.at = (int(found[1]), int(found[2])), found.end()
        else:
            size = None
        node = self._either() if size is None else self._words_of_slot(size)
        if not self._next("}"):
            raise self._wrong(f"{{{name} is left open")
        return Part(name, node)

    def _words_of_slot(self, size: tuple[int, int]) -> Node:
        if not size[0] <= size[1] <= _MOST_IN_SLOT or size[1] == 0:
            raise self._wrong(f"a slot has at most {_MOST_IN_SLOT} words")
        held: dict[str, Pattern] = {}
        while found := _WITH.match(self.text, self.at):
            self.at = found.end()
            node = self._one()
            if node is None:
                raise self._wrong(f"something must stand behind {found[1]}")
            held[found[1]] = pattern_of(node)
        return One(Slot(*size, having=held.get("with"), without=held.get("without")), size[1])


def _word(text: str) -> Node:
    if text.endswith("*"):
        return One(Begun("".join(piece.plain for piece in pieces_of(text[:-1]))))
    return words(tuple(piece.plain for piece in pieces_of(text)))
