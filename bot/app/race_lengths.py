"""A race that was just told and is longer or shorter: "ah no it's the full marathon"."""

from dataclasses import replace

from bot.app import races, runs, second_thoughts
from bot.app.just_told import just_told
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.meaning import MovedRunReading
from bot.language.race_lengths import read_race_length
from bot.training.runs import DatedRun, Race, RunKind, RunSpec


def answer(turn: Turn, text: str) -> Replies:
    """Keep the race of the newest change with the length that is told; nothing for any other text.

    Behind another answer what was told has to be called wrong: "it's a 10k" may be said of anything then.
    """
    said = read_race_length(text, vocabulary=turn.knowledge.vocabulary)
    if said is None or not (said.corrects or second_thoughts.changed(turn) is not None):
        return ()
    kept = just_told(turn)
    told = [one for one in kept if isinstance(one, Race)]
    if len(told) == len(kept) == 1 and races.on(turn, told[0].date) == told[0]:
        return (races.put_right(turn, replace(told[0], distance_km=said.km)),)
    run = kept[0] if len(kept) == 1 else None
    if not isinstance(run, DatedRun) or run.run.kind is not RunKind.RACE or run.done:
        return ()
    anew = RunSpec(kind=RunKind.RACE, time=run.run.time, distance_km=said.km)
    return runs.store(turn, (MovedRunReading(date=run.date, run=anew, from_date=run.date),))
