"""Lifts put right in words: the one whose menu is open, or the one that was just logged."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.app import dialogues, editing_lifts, felt_lifts, lift_words, logbook, second_thoughts, told_twice
from bot.app import messages as m
from bot.app.as_planned import with_effort
from bot.app.lift_words import Entry
from bot.app.pressing import Press, StaleButton, read_number
from bot.app.recording import HARDEST, meanings
from bot.app.replies import asked, button, refused
from bot.app.reply import Action, Kg, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout import Stage
from bot.app.workouts import under_way
from bot.guidance.loads import HAIR
from bot.language.lift_amends import LEAST_BARE_KG, Amend, Amends, read_lift_amends
from bot.language.lift_logs import names_lift
from bot.language.meaning import (
    LiftEffortReading,
    LiftFixReading,
    LiftReading,
    LiftRetoldReading,
    Meaning,
    NotUnderstood,
    Subject,
)
from bot.training.lifts import HEAVIEST_KG, Lift, LiftSet
from bot.training.profile import MassUnit, unit_kg

MENU = "lset"
"""Every button that changes a lift has this name; a list of lifts has none of them."""

IT_WAS = re.compile(
    r"(?:(?:oh|ah|no|wait|sorry|oops|hmm|actually|hang on)\W+)*(?:it|that|this|they|those) "
    r"(?:was|were|should be) (?:only )?\d",
    re.IGNORECASE,
)
"""What begins so tells of what was told just before."""


def answer(turn: Turn, text: str) -> Replies:
    """Put the lift right that is meant, as a text says; nothing for a text that says something else."""
    entry = _open(turn)
    if entry is None and IT_WAS.match(text) and second_thoughts.changed(turn) is not None:
        # "That was 95", right behind the lift.
        entry = felt_lifts.just_logged(turn)
    loose = entry is not None
    amends = read_lift_amends(
        text, vocabulary=turn.knowledge.vocabulary, mass_unit=turn.runner.profile.units, loose=loose
    )
    if entry is None and amends and under_way(turn, Stage.WORK, Stage.EFFORT) is None:
        entry = lift_words.just_logged(turn)
    if entry is None:
        return ()
    return _amended(turn, entry, amends, loose=loose) if amends else _told_anew(turn, entry, text)


def is_menu(reply: Reply) -> bool:
    """Tell whether a reply shows a lift with all that can be changed."""
    buttons = (one for row in reply.buttons for one in row)
    return any(isinstance(one.action, Action) and one.action.name == MENU for one in buttons)


def _open(turn: Turn) -> Entry | None:
    """Return the lift whose menu was shown last and is open."""
    rows = {tap.args[0] for tap in dialogues.taps(turn) if tap.name == MENU}
    row = int(rows.pop()) if len(rows) == 1 else None
    lift = None if row is None else turn.records.lifts.get(turn.runner.id, row)
    return None if row is None or lift is None else (row, lift)


def _amended(turn: Turn, entry: Entry, amends: tuple[Amend, ...], *, loose: bool) -> Replies:
    """Do what a text says to a lift; where the lift leaves open what is meant, offer all that can be changed."""
    row, lift = entry
    amends = tuple(_in_its_unit(lift, one) for one in amends)
    if any((one.weight_kg or 0.0) > HEAVIEST_KG for one in amends if one.number is None):
        return (refused(m.MOST_WEIGHT, weight=Kg(kg=HEAVIEST_KG)),)
    if any(one.what is Amends.DELETE for one in amends):
        return lift_words.anew(editing_lifts.delete(turn, row, lift))
    after = _after(lift, amends)
    if after is not None:
        return lift_words.anew(editing_lifts.keep(turn, row, editing_lifts.as_loaded(turn, after)))
    # "5 not 8" of which the lift has neither may be said of something else.
    clear = loose or all(one.what is not Amends.VALUE for one in amends)
    return lift_words.anew(editing_lifts.edit(turn, row, lift)) if clear else ()


def _in_its_unit(lift: Lift, one: Amend) -> Amend:
    """Return what was different with a number alone in pounds, where the lift was told in pounds."""
    if one.number is None or lift_words.POUNDS.search(lift.text) is None:
        return one
    pound = unit_kg(MassUnit.LB)
    before = None if one.before is None else one.before * pound
    return replace(one, weight_kg=one.number * pound, before_kg=before)


def _told_anew(turn: Turn, entry: Entry, text: str) -> Replies:
    """Take a lift, a day or an effort that is told while a menu is open for its lift; one that is named is another."""
    found = meanings(turn, text)
    if isinstance(found[0], NotUnderstood):
        # "Yesterday" alone.
        found = tuple(one for one in meanings(turn, f"it was {text}") if isinstance(one, LiftRetoldReading))
    return _of_menu(turn, entry, found[0], text) if len(found) == 1 else ()


def _of_menu(turn: Turn, entry: Entry, meaning: Meaning, text: str) -> Replies:
    match meaning:
        case LiftReading(at=None) if not names_lift(text, turn.knowledge.vocabulary):
            return lift_words.told_anew(turn, entry, LiftRetoldReading(lift=meaning))
        case LiftReading(at=None) if meaning.exercise is entry[1].exercise:
            return (_ask_which(turn, entry[0], meaning),)
        case LiftRetoldReading():
            return lift_words.told_anew(turn, entry, meaning)
        case LiftEffortReading(weight_kg=None):
            return lift_words.rated_as(turn, entry, meaning.rir)
        case LiftFixReading(date=None, of_kg=None, subject=Subject.THAT):
            return lift_words.fixed(turn, entry, meaning)
    return ()


def _ask_which(turn: Turn, row: int, reading: LiftReading) -> Reply:
    """Ask whether a lift that is told whole is the one whose menu is open; it waits for the answer."""
    lift = logbook.lift_of(turn, reading)
    told_twice.hold(turn, [lift])
    buttons = ((button(say(m.MENU_THIS), "lput", str(row)), button(say(m.MENU_OTHER), dialogues.AGAIN)),)
    return asked(say(m.MENU_OR_OTHER, lift=lift), buttons=buttons)


def _put_right(turn: Turn, row: str) -> Replies:
    """Take the lift that waits for the one whose menu was open."""
    known, waiting = turn.records.lifts.get(turn.runner.id, read_number(row)), told_twice.held(turn)
    if known is None or len(waiting) != 1:
        raise StaleButton
    told = LiftReading(exercise=known.exercise, sets=waiting[0].sets, text=waiting[0].text)
    replies = lift_words.told_anew(turn, (int(row), known), LiftRetoldReading(lift=told))
    return (replace(replies[0], in_place=True), *replies[1:])


PRESSES: Mapping[str, Press] = {"lput": Press(do=_put_right, args=1)}


def _after(lift: Lift, amends: Iterable[Amend]) -> Lift | None:
    """Return a lift after all that was different of it; None where it leaves open what is meant."""
    known: Lift | None = lift
    for one in amends:
        known = None if known is None or not known.sets else CHANGES[one.what](known, one)
    return known


def _with_count(lift: Lift, one: Amend) -> Lift | None:
    """Return a lift with another number of sets: the last one again, or the first ones alone."""
    if one.before is not None and len(lift.sets) != one.before:
        return None
    more = max(0, one.count - len(lift.sets))
    return replace(lift, sets=(*lift.sets, *(lift.sets[-1],) * more)[: one.count])


def _with_all(lift: Lift, one: Amend) -> Lift:
    return replace(lift, sets=(_told(lift.sets[0], one),) * one.count)


def _with_more(lift: Lift, one: Amend) -> Lift:
    """Return a lift with sets that were forgotten; how hard others were says nothing of one that was another."""
    last = lift.sets[-1]
    more = last if one.reps is None and one.weight_kg is None else replace(_told(last, one), rir=None)
    return replace(lift, sets=(*lift.sets, *(more,) * one.count))


def _with_less(lift: Lift, _: Amend) -> Lift | None:
    return replace(lift, sets=lift.sets[:-1]) if len(lift.sets) > 1 else None


def _with_one(lift: Lift, one: Amend) -> Lift | None:
    place = one.place % len(lift.sets) if one.place < len(lift.sets) else None
    if place is None:
        return None
    sets = (_told(work, one) if at == place else work for at, work in enumerate(lift.sets))
    return replace(lift, sets=tuple(sets))


def _told(work: LiftSet, one: Amend) -> LiftSet:
    reps = work.reps if one.reps is None else one.reps
    return replace(work, reps=reps, weight_kg=work.weight_kg if one.weight_kg is None else one.weight_kg)


def _with_value(lift: Lift, one: Amend) -> Lift | None:
    """Return a lift with another weight or other repetitions; a bare number is what the lift has of what it was not."""
    found = (after for read in (_as_weight, _as_reps, _as_count, _as_effort) if (after := read(lift, one)) is not None)
    known = tuple(found)
    return known[0] if len(known) == 1 else None


def _as_weight(lift: Lift, one: Amend) -> Lift | None:
    if one.weight_kg is None or (one.number is not None and one.before is None and one.number < LEAST_BARE_KG):
        return None
    return lift_words.as_told(lift, LiftFixReading(weight_kg=one.weight_kg, before=one.before_kg))


def _as_reps(lift: Lift, one: Amend) -> Lift | None:
    reps = one.reps if one.number is None else int(one.number)
    if reps is None or (one.number is not None and (one.before is None or one.number % 1 or not one.number)):
        return None
    return lift_words.as_told(lift, LiftFixReading(reps=reps, before=one.before))


def _as_count(lift: Lift, one: Amend) -> Lift | None:
    if one.number is None or one.before is None or not 0 < one.number <= editing_lifts.MOST_SETS or one.number % 1:
        return None
    return _with_count(lift, replace(one, count=int(one.number)))


def _as_effort(lift: Lift, one: Amend) -> Lift | None:
    known = lift.sets[-1].rir
    if one.number is None or one.before is None or known is None or abs(HARDEST - one.before - known) > HAIR:
        return None
    return with_effort(lift, HARDEST - one.number, again=True) if one.number <= HARDEST else None


def _with_effort(lift: Lift, one: Amend) -> Lift:
    return with_effort(lift, one.rir, again=True)


CHANGES: Mapping[Amends, Callable[[Lift, Amend], Lift | None]] = {
    Amends.SETS: _with_count,
    Amends.ALL: _with_all,
    Amends.ADD: _with_more,
    Amends.LESS: _with_less,
    Amends.ONE_SET: _with_one,
    Amends.VALUE: _with_value,
    Amends.EFFORT: _with_effort,
}
