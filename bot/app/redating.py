"""Another day that was meant, said right after a run was moved or a race was entered: it goes there instead."""

from bot.app.answered import answer as answer_all
from bot.app.just_told import just_told
from bot.app.recording import meanings
from bot.app.reply import Replies
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.meaning import DatedRunReading, MovedRunReading, RaceReading
from bot.training.runs import DatedRun, Race, RunKind


def answer(turn: Turn, words: str) -> Replies:
    """Put what was told last on the day that words name; nothing where that was no run or race, or a verdict followed.

    It is told again with the other day, and so read and echoed like any other move.
    """
    told = _told(turn)
    if told is None:
        return ()
    said = f"{told} to {words}"
    found = meanings(turn, said)
    moves = len(found) == 1 and isinstance(found[0], MovedRunReading | DatedRunReading | RaceReading)
    replies = answer_all(turn, said, found) if moves else ()
    return () if isinstance(replies, PlaceWanted) else replies


def _told(turn: Turn) -> str | None:
    """Return what moves the run or the race that the newest change is about, up to the day."""
    at, verdict = turn.records.last_change_at(turn.runner.id), turn.records.last_verdict(turn.runner.id)
    if at is None or (verdict is not None and verdict.at >= at):
        return None
    kept = just_told(turn)
    races = [one for one in kept if isinstance(one, Race)]
    runs = [one for one in kept if isinstance(one, DatedRun) and one.run.kind is not RunKind.REST]
    if len(races) == 1 and not runs:
        return f"move my race on {races[0].date.isoformat()}"
    return f"move {runs[0].date.isoformat()} {_name(runs[0])}" if len(runs) == 1 and not races else None


def _name(one: DatedRun) -> str:
    return "run" if one.run.kind is RunKind.OTHER else one.run.kind.value.replace("_", " ")
