"""A message put in the words that the readers know, by the rules of the content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.language.frames import Items
from bot.language.message_words import Change, MessageWords, Readings
from bot.language.numbers_said import WORKED_OUT
from bot.language.patterns import Slots
from bot.language.pieces import Piece, pieces_of
from bot.language.rewordings import Rewordings, Rule

_NONE: Readings = ()
_DROPPED_BEFORE = frozenset({",", "-", ":", "("})
_DROPPED_AT_BEGIN = frozenset({",", "-", ".", "!", ":", ";"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """Where a rule was found, and what it kept."""

    begin: int
    end: int
    slots: Slots


def reworded(text: str, items: Items, rewordings: Rewordings, facts: Mapping[str, str]) -> str:
    """Return a text as the rules read it, each applied once, in their order; `items` are what was read of it.

    `facts` are what rules may name beside what they keep. A text that no rule changes is returned as it is.
    """
    words = MessageWords.of(text, items)
    rules = rewordings.possible(words.held)
    changed = False
    while rules:
        number = rules.pop(0)
        new = _applied(rewordings.rules[number], words, facts)
        if new is not None:
            words, changed = new, True
            rules = [one for one in rewordings.possible(words.held) if one > number]
    return words.text.strip(" ") if changed else text


def _applied(rule: Rule, words: MessageWords, facts: Mapping[str, str]) -> MessageWords | None:
    found = _matches(rule, words) if all(one.may_be_in(words) for one in rule.needs) else []
    if not found or not all(one.is_in(words) for one in rule.needs) or any(one.is_in(words) for one in rule.unless):
        return None
    told = [_told(rule, words, one, facts) for one in found]
    changes = [_change(rule, words, one, kept) for one, kept in zip(found, told, strict=True) if kept is not None]
    if not changes:
        return None
    end = len(words.pieces)
    while rule.order and end > changes[-1][1] and words.plain[end - 1] == "?":
        end -= 1
    changed = words.with_changes([*changes, (end, len(words.pieces), ())])
    return changed if any(plain.isalnum() for plain in changed.plain) else None


def _matches(rule: Rule, words: MessageWords) -> list[_Match]:
    """Return where the first of the rule's patterns that stands in a message was found."""
    for pattern in rule.say:
        found = [_Match(begin=begin, end=end, slots=slots) for begin, end, slots in pattern.matches(words)]
        if found:
            return found
    return []


def _told(rule: Rule, words: MessageWords, match: _Match, facts: Mapping[str, str]) -> Mapping[str, str] | None:
    """Return the facts with what is worked out for a rule; None where that is not possible."""
    if not rule.worked_out:
        return facts
    kept = {name: words.said(*places) for name, places in match.slots.items()}
    found = {name: WORKED_OUT[name].value(kept) for name in rule.worked_out}
    known = {name: value for name, value in found.items() if value is not None}
    return {**facts, **known} if len(known) == len(found) else None


def _change(rule: Rule, words: MessageWords, match: _Match, facts: Mapping[str, str]) -> Change:
    new = tuple(_filled(rule, words, match.slots, facts))
    if not new:
        return (*_with_marks(words, match.begin, match.end), new)
    first, read = new[0]
    return match.begin, match.end, ((first._replace(gap=words.pieces[match.begin].gap), read), *new[1:])


def _filled(
    rule: Rule, words: MessageWords, slots: Slots, facts: Mapping[str, str]
) -> Iterator[tuple[Piece, Readings]]:
    gap = ""
    for part in rule.read.parts:
        if part.name in slots:
            yield from _kept(words, *slots[part.name], gap=gap)
        elif part.name:
            yield from _written(f"{gap}{facts.get(part.name, part.text)}")
        else:
            yield from _written(part.text)
        gap = " " if part.text.endswith(" ") and not part.name else ""


def _written(text: str) -> Iterator[tuple[Piece, Readings]]:
    return ((piece, _NONE) for piece in pieces_of(text))


def _kept(words: MessageWords, begin: int, end: int, *, gap: str) -> Iterator[tuple[Piece, Readings]]:
    while begin < end and words.plain[begin] == ",":
        begin += 1
    while begin < end and words.plain[end - 1] == ",":
        end -= 1
    for place in range(begin, end):
        piece = words.pieces[place]
        yield (piece._replace(gap=gap) if place == begin else piece), words.readings[place]


def _with_marks(words: MessageWords, begin: int, end: int) -> tuple[int, int]:
    """Return what is left out together with the marks that it leaves behind: a comma before it or behind it."""
    if begin == 0:
        while end < len(words.pieces) and words.plain[end] in _DROPPED_AT_BEGIN:
            end += 1
    elif end == len(words.pieces) or words.is_stop(end):
        while begin > 0 and words.plain[begin - 1] in _DROPPED_BEFORE and words.is_stop(begin - 1):
            begin -= 1
    return begin, end
