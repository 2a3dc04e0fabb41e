"""What a message comes down to: the rules of the content first, then what computes with its numbers."""

from collections.abc import Callable
from dataclasses import replace

from bot.language.day_marks import with_days
from bot.language.failed_sets import without_failed
from bot.language.frames import Items
from bot.language.held import Held
from bot.language.holidays import FEASTS, feasts_from
from bot.language.items import Context
from bot.language.lengths_said import with_length, without_old_value
from bot.language.new_weeks import as_it_is_now
from bot.language.reasons import without_visit
from bot.language.results_said import with_result
from bot.language.rewording import reworded
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary

FACTS = frozenset({"unit", *FEASTS})
"""What rules may name beside what they keep: the unit that the runner counts in, and feasts as dates."""

# What a rule has made of a message may be what another one waits for.
_PASSES = 2

Plain = tuple[Context, Held]


def plain(context: Context, vocabulary: Vocabulary) -> Plain:
    """Return a message as what it comes down to, and its items."""
    context, items = in_known_words(context, vocabulary)
    for step in _STEPS:
        text = step(context, items)
        if text != context.text:
            context, items = _again(context, text, vocabulary)
    return context, items


def in_known_words(context: Context, vocabulary: Vocabulary) -> Plain:
    """Return a message as the rules of the content read it, and its items."""
    facts = {"unit": context.unit.value, **feasts_from(context.today)}
    items = _items(context, vocabulary)
    for _ in range(_PASSES):
        text = reworded(context.text, items, vocabulary.rewordings, facts)
        if text == context.text:
            break
        context, items = _again(context, text, vocabulary)
    return context, items


def _again(context: Context, text: str, vocabulary: Vocabulary) -> Plain:
    changed = replace(context, text=text)
    return changed, _items(changed, vocabulary)


def _items(context: Context, vocabulary: Vocabulary) -> Held:
    return with_days(scan(context, vocabulary))


_STEPS: tuple[Callable[[Context, Items], str], ...] = (
    without_visit,
    as_it_is_now,
    with_result,
    with_length,
    without_old_value,
    without_failed,
)
