"""Lifts from Strong and Hevy: what a file would add is shown first, and nothing is added before a tap."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.app import import_notes, restoring, weeks
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.files import LARGEST_FILE, FileRead, FileWanted, Unusable
from bot.app.pressing import Outcome, Press, StaleButton, read_number
from bot.app.records import ImportDraft
from bot.app.replies import alert, asked, button, refused, stored, unable
from bot.app.reply import Button, Kg, Line, Mark, Message, Replies, Reply, say
from bot.app.restored import Restored
from bot.app.turn import Turn, values
from bot.guidance.answer import answer_day
from bot.guidance.verdict import Verdict
from bot.training.exports import Export, as_lift, gathered, not_in_log, plain_title
from bot.training.lifts import Lift
from bot.training.profile import MassUnit, unit_kg
from bot.training.time import local_date

KEPT_FOR = dt.timedelta(days=1)
"""So long a file waits for its tap."""

MOST_NEW = 2000
"""Lifts that one file can add: one transaction adds them or takes them back, and whoever writes meanwhile waits."""

MOST_IN_LOG = 5000
"""Lifts in a log up to which files can fill it: two lifts of two exercises a week make as many in 24 years."""

OTHERWISE = 1.5
"""Weights so many times greater or smaller than those of the log hint at the other unit, which makes 2.2."""

OTHER_UNIT = {MassUnit.KG: MassUnit.LB, MassUnit.LB: MassUnit.KG}
THESE_ARE = {MassUnit.KG: m.IMPORT_THESE_ARE_KG, MassUnit.LB: m.IMPORT_THESE_ARE_LB}
REFUSALS: Mapping[Unusable, Message] = {
    Unusable.UNKNOWN: m.FILE_UNKNOWN,
    Unusable.TOO_LARGE: m.FILE_TOO_LARGE,
    Unusable.TOO_MANY: m.FILE_TOO_MANY,
    Unusable.DAMAGED: m.FILE_DAMAGED,
    Unusable.BROKEN: m.FILE_BROKEN,
    Unusable.NEWER: m.FILE_NEWER,
}
LATER: Mapping[Unusable, Message] = {Unusable.LOST: m.FILE_LOST, Unusable.BUSY: m.FILE_BUSY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file's lifts in one unit: all that can be, those that the log does not hold, and the sets that cannot be.

    `log` is what the log holds.
    """

    lifts: tuple[Lift, ...]
    new: tuple[Lift, ...]
    log: tuple[Lift, ...]
    impossible: int
    to_come: int

    @property
    def is_too_much(self) -> bool:
        """Tell whether there is more than a log can take."""
        return len(self.new) > MOST_NEW or len(self.log) + len(self.new) > MOST_IN_LOG


def wanted(file_id: str, size: int | None) -> Replies | FileWanted:
    """Ask for a file to be read, unless it is too large already as Telegram tells of it."""
    if size is not None and size > LARGEST_FILE:
        return (refused(m.FILE_TOO_LARGE),)
    return FileWanted(file_id=file_id)


def offer(turn: Turn, read: FileRead, flag: import_notes.NotedFlag | None = None) -> Replies:
    """Show what a file would add; it waits for a tap, in the place of an earlier one. A red flag in it comes first."""
    if flag is not None and (help_ := import_notes.answer(turn, flag)):
        return help_
    if isinstance(read, Unusable):
        return (unable(LATER[read]) if read in LATER else refused(REFUSALS[read]),)
    if isinstance(read, Restored):
        return restoring.restore(turn, read)
    draft = _draft(turn, read)
    if not draft.lifts:
        return (refused(m.IMPORT_NOTHING, app=draft.app.value),)
    if len(draft.lifts) > MOST_IN_LOG:
        return (refused(m.FILE_TOO_MANY),)
    return (_first_look(turn, draft, turn.runner.profile.units),)


def in_unit(turn: Turn, row: str, unit: str) -> Replies:
    """Show the file that waits with its weights read in a unit."""
    draft = _waiting(turn, row)
    if draft is None:
        return (alert(m.IMPORT_OVER),)
    found = _found(turn, draft, _unit(unit))
    return (replace(_dry_run(turn, read_number(row), draft, _unit(unit), found), in_place=True),)


def keep(turn: Turn, row: str, unit: str) -> Outcome:
    """Add the lifts of the file that waits which the log does not hold, as one change."""
    draft = _waiting(turn, row)
    if draft is None:
        return (alert(m.IMPORT_OVER),)
    found, before = _found(turn, draft, _unit(unit)), _verdict(turn)
    turn.records.drop_import(turn.runner.id)
    if found.is_too_much:
        return (refused(m.FILE_TOO_MANY),)
    if not found.new:
        return (_nothing_new(turn, draft, found),)
    with turn.change() as change_id:
        turn.records.lifts.add_all(turn.runner.id, found.new)
    first, last = _days(turn, found.new)
    said = stored(change_id, say(m.IMPORTED, app=draft.app.value, count=len(found.new), first=first, last=last))
    return (said, *weeks.repaired(turn), *_today(turn, before), *_since(turn, first))


def decline(turn: Turn, row: str) -> Replies:
    """Forget the file that waits."""
    if _waiting(turn, row) is None:
        return (alert(m.IMPORT_OVER),)
    turn.records.drop_import(turn.runner.id)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.IMPORT_DECLINED),)),)


def _unit(name: str) -> MassUnit:
    if name not in set(MassUnit):
        raise StaleButton
    return MassUnit(name)


def _waiting(turn: Turn, row: str) -> ImportDraft | None:
    """Return the file that waits, if it is the one that a button belongs to and not too old."""
    kept = turn.records.import_of(turn.runner.id)
    if kept is None or kept[0] != read_number(row) or kept[1].expires_at <= turn.now:
        return None
    return kept[1]


def _first_look(turn: Turn, draft: ImportDraft, unit: MassUnit) -> Reply:
    """Keep what can be imported and show it, or say why there is nothing to keep."""
    found = _found(turn, draft, unit)
    if found.is_too_much:
        return refused(m.FILE_TOO_MANY)
    if not found.new and not found.impossible:
        return _nothing_new(turn, draft, found)
    return _dry_run(turn, turn.records.save_import(turn.runner.id, draft), draft, unit, found)


def _draft(turn: Turn, export: Export) -> ImportDraft:
    titles = turn.knowledge.titles
    lifts = gathered(export.rows, titles)
    left_out = (export.warm_ups, export.empty)
    strangers = sum(count for counts in left_out for title, count in counts.items() if plain_title(title) not in titles)
    return ImportDraft(
        at=turn.now,
        expires_at=turn.now + KEPT_FOR,
        app=export.app,
        in_kg=export.in_kg,
        lifts=lifts,
        others=len(export.rows) - sum(len(lift.sets) for lift in lifts) + strangers,
        warm_ups=_of_lifts(export.warm_ups, turn),
        empty=_of_lifts(export.empty, turn),
        unread=export.unread,
    )


def _of_lifts(counts: Mapping[str, int], turn: Turn) -> int:
    return sum(count for title, count in counts.items() if plain_title(title) in turn.knowledge.titles)


def _found(turn: Turn, draft: ImportDraft, unit: MassUnit) -> Found:
    kg = 1.0 if draft.in_kg else unit_kg(unit)
    every = [as_lift(lift, app=draft.app, kg=kg, zone=turn.zone) for lift in draft.lifts]
    past = tuple(lift for lift in every if lift.at <= turn.now and lift.sets)
    sets = sum(len(lift.sets) for lift in every)
    log = tuple(values(turn.records.lifts.of(turn.runner.id)))
    return Found(
        lifts=past,
        new=not_in_log(past, log, turn.zone),
        log=log,
        impossible=sum(len(lift.sets) for lift in draft.lifts) - sets,
        to_come=sets - sum(len(lift.sets) for lift in past),
    )


def _dry_run(turn: Turn, row: int, draft: ImportDraft, unit: MassUnit, found: Found) -> Reply:
    assumed = () if draft.in_kg else (say(m.IMPORT_UNIT, unit=unit.value), *_unlike(found))
    lines = (*_told(turn, draft, found), *_left_out(draft, found), *assumed, *_zone(turn))
    return asked(*lines, buttons=(_buttons(row, draft, found, unit),))


def _buttons(row: int, draft: ImportDraft, found: Found, unit: MassUnit) -> tuple[Button, ...]:
    other = OTHER_UNIT[unit]
    yes = button(say(m.IMPORT_YES, count=len(found.new)), "import", str(row), unit.value)
    switch = button(say(THESE_ARE[other]), "importunit", str(row), other.value)
    no = button(say(m.IMPORT_NO), "noimport", str(row))
    return (*((yes,) if found.new else ()), *(() if draft.in_kg else (switch,)), no)


def _told(turn: Turn, draft: ImportDraft, found: Found) -> tuple[Line, ...]:
    """Say what a file holds, and how much of it is in the log."""
    if not found.lifts:
        return (say(m.IMPORT_NOTHING_POSSIBLE, app=draft.app.value),)
    first, last = _days(turn, found.lifts)
    deadlifts = [lift for lift in found.lifts if lift.exercise.is_deadlift]
    sessions = len({local_date(lift.at, turn.zone) for lift in deadlifts})
    weight = _heaviest(deadlifts)
    heaviest = () if weight is None else (say(m.IMPORT_HEAVIEST, weight=Kg(kg=weight)),)
    known = len(found.lifts) - len(found.new)
    return (
        say(m.IMPORT_OFFER, app=draft.app.value, count=sessions, first=first, last=last),
        *heaviest,
        say(m.IMPORT_KNOWN, count=len(found.lifts), known=known),
    )


def _unlike(found: Found) -> tuple[Line, ...]:
    """Point at the unit that was assumed where the log knows quite other weights."""
    known, now = _heaviest(found.log), _heaviest(found.lifts)
    if known is None or now is None or known / OTHERWISE <= now <= known * OTHERWISE:
        return ()
    return (say(m.IMPORT_UNLIKE, weight=Kg(kg=known)),)


def _heaviest(lifts: Iterable[Lift]) -> float | None:
    """Return the greatest weight of a deadlift, in kilograms."""
    work = (one for lift in lifts if lift.exercise.is_deadlift for one in lift.sets)
    return max((one.weight_kg for one in work if one.weight_kg), default=None)


def _left_out(draft: ImportDraft, found: Found) -> tuple[Line, ...]:
    counts = (
        (m.IMPORT_OTHERS, draft.others),
        (m.IMPORT_WARM_UPS, draft.warm_ups),
        (m.IMPORT_EMPTY, draft.empty),
        (m.IMPORT_UNREAD, draft.unread + found.impossible),
        (m.IMPORT_TO_COME, found.to_come),
    )
    parts = tuple(say(message, count=count) for message, count in counts if count)
    return (say(m.IMPORT_LEFT_OUT, count=sum(count for _, count in counts), parts=parts),) if parts else ()


def _nothing_new(turn: Turn, draft: ImportDraft, found: Found) -> Reply:
    lines = (say(m.IMPORT_NOTHING_NEW, app=draft.app.value), *_left_out(draft, found), *_zone(turn))
    return Reply(mark=Mark.KNOWLEDGE, lines=lines)


def _zone(turn: Turn) -> tuple[Line, ...]:
    return () if turn.runner.profile.timezone_known else (say(m.ZONE_UNKNOWN),)


def _days(turn: Turn, lifts: Iterable[Lift]) -> tuple[dt.date, dt.date]:
    days = [local_date(lift.at, turn.zone) for lift in lifts]
    return min(days), max(days)


def _verdict(turn: Turn) -> Verdict:
    return answer_day(turn.book(), turn.today, now=turn.now).verdict


def _today(turn: Turn, before: Verdict) -> Replies:
    """Answer about today where what was imported makes it another answer."""
    turn = turn.fresh()
    return () if _verdict(turn) is before else (today_answer(turn),)


def _since(turn: Turn, first: dt.date) -> Replies:
    """Ask whether the runner has been lifting since a day before the one they told."""
    told = turn.runner.profile.lifting_since
    days = (turn.today - first).days
    if days == 0 or (told is not None and told <= first):
        return ()
    yes = button(say(m.IMPORT_SINCE_YES), "lifting", turn.today.isoformat(), str(days))
    return (asked(say(m.IMPORT_SINCE, day=first), buttons=((yes, button(say(m.IMPORT_SINCE_NO), "keep")),)),)


PRESSES: Mapping[str, Press] = {
    "import": Press(do=keep, args=2),
    "importunit": Press(do=in_unit, args=2),
    "noimport": Press(do=decline, args=1),
}
