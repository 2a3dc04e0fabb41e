"""How hard runs go after lifts: asked, kept, and spoken up about when they suffer (C116)."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import past_runs
from bot.app.replies import asked, button, stored
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.feedback import follows_lift, is_newly_worse, suffering
from bot.language.meaning import RunReportReading
from bot.training.body import RunReport
from bot.training.runs import Run, is_called

FEWEST_DROPPED = 1


def ask(turn: Turn, run: Run) -> Replies:
    """Ask how a hard run went that followed a deadlift closely; nothing for any other run."""
    if not follows_lift(turn.book(), run.date):
        return ()
    day = run.date.isoformat()
    buttons = ((button(say(m.FELT_PLANNED), "felt", day, "0"), button(say(m.FELT_WORSE), "felt", day, "1")),)
    return (asked(say(m.ASK_FELT, run=run), buttons=buttons),)


def tell(turn: Turn, said: RunReportReading) -> Replies:
    """Keep how a run went that is told of; ask which one it was where the runs that are known leave it open."""
    behind = past_runs.runs_behind(turn, until=said.latest)
    day = said.date
    if day is None:
        day = next((run.date for run in behind if is_called(run, said.kind)), None)
    elif behind and not turn.book().calendar.runs_on(day):
        day = None
    if day is None and behind:
        return (past_runs.ask_which_felt(turn, said),)
    # Of somebody whose runs are not known it can only be the run of today.
    return report(turn, day or said.latest or turn.local_now.date(), worse=said.felt_worse, percent=said.percent)


def report(turn: Turn, day: dt.date, *, worse: bool, percent: float | None = None) -> Replies:
    """Keep how a run went, and speak up when runs after lifts suffer."""
    value = RunReport(at=turn.said_at, run_date=day, felt_worse=worse, percent=percent)
    with turn.change() as change_id:
        turn.records.checkins.add(turn.runner.id, value)
    line = m.FELT_STORED_WORSE if worse else m.FELT_STORED
    return (stored(change_id, say(line, day=day)), *_spoken_up(turn, day))


def drop_set(turn: Turn) -> Replies:
    """Take one set off every heavy session from now on."""
    profile = turn.runner.profile
    with turn.change() as change_id:
        turn.save(replace(turn.runner, profile=replace(profile, fewer_sets=max(profile.fewer_sets, FEWEST_DROPPED))))
    return (stored(change_id, say(m.SET_DROPPED)),)


def _spoken_up(turn: Turn, day: dt.date) -> Replies:
    """Offer a change once for each run that makes those that suffered enough, and never after one that went well."""
    book = turn.book()
    found = suffering(book, now=turn.now)
    if found is None or day not in found.days or not is_newly_worse(book, day, now=turn.now):
        return ()
    buttons = ((button(say(m.MOVE_SLOT), "plan"), button(say(m.DROP_SET), "dropset")),)
    facts = {"hours": found.hours, "weeks": found.weeks, "needed": found.needed}
    line = say(m.RUNS_SUFFER, worse=found.worse, reported=found.reported, **facts)
    return (Reply(mark=Mark.ASKS, lines=(line,), buttons=buttons),)
