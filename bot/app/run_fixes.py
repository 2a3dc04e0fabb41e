"""What is said about the runs of the known week, beside a whole new week: their times, and what they are."""

import datetime as dt
from dataclasses import replace

from bot.app import halves, schedule, weeks
from bot.app import messages as m
from bot.app.doubts import ask_back
from bot.app.just_told import just_told
from bot.app.replies import stored
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.settings import setting_line
from bot.app.turn import Turn
from bot.language.clocks import as_text, other_half
from bot.language.meaning import Doubt, LiftQuestion, Meaning, NotUnderstood, OtherQuestion, Unread
from bot.language.run_fixes import RunFix, RunFixes, read_run_fixes
from bot.training.runs import WeeklyPattern, WeeklyRun


def read(turn: Turn, text: str) -> RunFixes:
    """Read what a text says about the runs of the week."""
    return read_run_fixes(text, vocabulary=turn.knowledge.vocabulary)


def corrected(turn: Turn, text: str, found: tuple[Meaning, ...], *, now: bool = False) -> Replies:
    """Correct the week by a text that was read as nothing else; nothing for any other text.

    Where the week was told just `now`, in the set-up, a time is enough; later a text has to say that it corrects. Right
    behind the week "no, thursday is 7am" does, which else asks about that moment.
    """
    if not all(isinstance(one, NotUnderstood | OtherQuestion | LiftQuestion) for one in found):
        return ()
    said = read(turn, text)
    if not said.fixes:
        return ()
    behind = said.amends and any(isinstance(one, WeeklyPattern) for one in just_told(turn))
    if any(isinstance(one, LiftQuestion) for one in found) and not behind:
        return ()
    meant = now or behind or said.corrects or any(fix.every and fix.kind for fix in said.fixes)
    usual = [fix for fix in said.fixes if fix.is_usual]
    habit = said.habit and all(fix.time for fix in usual)
    return apply(turn, said.fixes) if (habit if usual else meant) else ()


def apply(turn: Turn, fixes: tuple[RunFix, ...]) -> Replies:
    """Change the runs that are meant, and the usual time; nothing where one of them is no run of the week."""
    pattern = schedule.current(turn)
    known = () if pattern is None else pattern.runs
    if not fixes or not all(fix.is_usual or any(_is_meant(turn, run, fix) for run in known) for fix in fixes):
        return ()
    doubts = tuple(doubt for fix in fixes if (doubt := _doubt(turn, known, fix)))
    if doubts and len(fixes) == 1 and fixes[0].is_usual:
        return (halves.ask_of_setting(doubts[0], "run_time"),)
    return (ask_back(*doubts),) if doubts else _keep(turn, known, fixes)


def _keep(turn: Turn, known: tuple[WeeklyRun, ...], fixes: tuple[RunFix, ...]) -> Replies:
    runs = tuple(_fixed(turn, run, fixes) for run in known)
    untimed = any(run.run.time is None for run in known)
    usual = next((fix.time for fix in fixes if fix.time and (fix.is_usual or (untimed and _is_of_all(fix)))), None)
    with turn.change() as change_id:
        week = schedule.keep_runs(turn, runs) if runs != known else ()
        time = () if usual is None else (_keep_usual(turn, usual),)
    echo = (*week, *time)
    return (
        (stored(change_id, *echo), *weeks.repaired(turn.fresh()))
        if echo
        else (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.KEPT),)),)
    )


def _keep_usual(turn: Turn, time: dt.time) -> Line:
    profile = replace(turn.runner.profile, run_time=time)
    return setting_line(turn.save(replace(turn.runner, profile=profile)).runner, "run_time")


def _is_of_all(fix: RunFix) -> bool:
    return fix.every and not fix.days and fix.kind is None


def _is_meant(turn: Turn, run: WeeklyRun, fix: RunFix) -> bool:
    """Tell whether a run is meant: "my runs are at 5:30 pm not am" means those at 5:30 in the morning alone."""
    if fix.days:
        return run.weekday in fix.days
    if _is_of_all(fix) and fix.instead and fix.time is not None:
        return (run.run.time or turn.runner.profile.run_time) in {None, other_half(fix.time)}
    return fix.every or (fix.kind is not None and run.run.kind is fix.kind)


def _fixed(turn: Turn, run: WeeklyRun, fixes: tuple[RunFix, ...]) -> WeeklyRun:
    for fix in fixes:
        if _is_meant(turn, run, fix):
            kind = fix.kind if fix.kind and (fix.days or fix.every) else run.run.kind
            run = replace(run, run=replace(run.run, kind=kind, time=_time(run.run.time, fix)))
    return run


def _time(old: dt.time | None, fix: RunFix) -> dt.time | None:
    """Return a run's time; one that came without keeps none where all runs are meant: the usual time is its own."""
    if fix.time is None or (old is None and _is_of_all(fix)):
        return old
    return schedule.nearest(fix.time, old, sure=fix.sure)


def _doubt(turn: Turn, known: tuple[WeeklyRun, ...], fix: RunFix) -> Unread | None:
    """Ask which half of the day is meant where neither the words nor the run's old time tell it."""
    timed = [run.run.time is not None for run in known if _is_meant(turn, run, fix)]
    if fix.time is None or fix.sure or (timed and all(timed)):
        return None
    day = f"{fix.days[0].key.title()} " if fix.days else ""
    options = tuple(f"{day}{as_text(time)}" for time in sorted((fix.time, other_half(fix.time))))
    return Unread(text=f"{day}{as_text(fix.time).lstrip('0')}", doubt=Doubt.AM_OR_PM, options=options)
