"""A race that is given up by its name or its length alone: "delete 10k" with a 10k in the list is that race."""

import re

from bot.app import race_runs, races
from bot.app.just_told import just_told
from bot.app.replies import stored
from bot.app.reply import Replies
from bot.app.runs import skipped
from bot.app.turn import Turn
from bot.language.whole_sentences import is_said, typed
from bot.training.runs import DatedRun, Race

GIVES_UP = re.compile(
    r"(?:pls |please )?(?:delete|remove|cancel|drop|scratch|skip|take out|get rid of|erase|scrap|bin)"
    r" (?P<rest>[^.!?,;]+?)(?: (?:pls|please|thanks))?[.!]*",
    re.IGNORECASE,
)
FRAME = frozenset({"the", "my", "that", "this", "a", "race", "run", "entry", "in", "at", "of"})
LENGTHS = {
    5.0: frozenset({"5k", "5km", "5", "k", "km"}),
    10.0: frozenset({"10k", "10km", "10", "k", "km", "10er"}),
    21.0975: frozenset({"half", "marathon", "hm", "21k", "21km", "halfmarathon"}),
    42.195: frozenset({"marathon", "full", "42k", "42km"}),
}
"""What people call the lengths that are raced most, in single words."""

NEAR_KM = 0.2
THEN = frozenset({"then", "that", "it", "that day", "the day", "the big day", "race day", "raceday"})
"""Words for the day of a race that was just told."""


def give_up(turn: Turn, text: str) -> Replies:
    """Take the race that is named out of the calendar; of several the runner says which. Nothing for other texts."""
    said = GIVES_UP.fullmatch(" ".join(text.split()))
    words = set(said["rest"].lower().replace("-", " ").split()) - FRAME if said else set()
    if not words:
        return ()
    coming = [race for _, race in turn.records.races.of(turn.runner.id) if race.date >= turn.today]
    meant = [race for race in coming if _is_named(race, words)]
    if text.lower().startswith("skip") and any(not run.done for run in turn.book().calendar.runs_on(turn.today)):
        return ()
    if len(meant) != 1:
        return (races.shown(turn),) if meant else ()
    with turn.change() as change_id:
        line = races.drop(turn, meant[0])
    return (stored(change_id, line),)


def named(turn: Turn, text: str) -> list[Race]:
    """Return the races to come that words name; all of them where they only say "my race"."""
    words = set(text.lower().replace("-", " ").split()) - FRAME
    if not words and "race" not in text.lower():
        return []
    coming = [race for _, race in turn.records.races.of(turn.runner.id) if race.date >= turn.today]
    return [race for race in coming if _is_named(race, words)]


def until(turn: Turn, text: str) -> Replies:
    """Say how far off the race is that words name, or that was just told ("then"); nothing where there is none."""
    if text.lower().strip(" ?") in THEN:
        told = {one.date for one in just_told(turn) if isinstance(one, Race | DatedRun)}
        coming = [race for _, race in turn.records.races.of(turn.runner.id) if race.date in told]
        return races.until(turn, coming, [run for run in race_runs.coming(turn) if run.date in told])
    words = set(text.lower().replace("-", " ").split()) - FRAME
    runs = race_runs.coming(turn) if words or "race" in text.lower() else ()
    return races.until(turn, named(turn, text), [run for run in runs if _is_named(race_runs.as_race(run), words)])


def call_off(turn: Turn, text: str) -> Replies:
    """Take the one race out that is said to be off by no name; of several the runner says which."""
    if "?" in text or not is_said("gives_up_race", typed(text), turn.knowledge.vocabulary):
        return ()
    runs = race_runs.coming(turn)
    coming = [race for _, race in turn.records.races.of(turn.runner.id) if race.date >= turn.today]
    if not coming and len(runs) == 1:
        return skipped(turn, runs[0])
    if len(coming) != 1 or runs:
        return (races.shown(turn),)
    with turn.change() as change_id:
        line = races.drop(turn, coming[0])
    return (stored(change_id, line),)


def _is_named(race: Race, words: set[str]) -> bool:
    """Tell whether all words are a race's: those of its name and of its length."""
    name = set(race.name.lower().replace("-", " ").split())
    length = _length(race)
    # The marathon alone is no half.
    return words <= name | length and not ("half" in length and words == {"marathon"})


def _length(race: Race) -> frozenset[str]:
    km = race.distance_km
    known = (words for length, words in LENGTHS.items() if km is not None and abs(km - length) <= NEAR_KM)
    return next(known, frozenset())
