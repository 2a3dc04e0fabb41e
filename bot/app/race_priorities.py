"""How much a race matters, said right behind it: "it's only a b race", "just for fun"."""

from dataclasses import replace

from bot.app import dialogues, races, second_thoughts
from bot.app.answering import today_answer
from bot.app.just_told import just_told
from bot.app.pressing import read_day, read_number
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.race_priorities import priority_alone
from bot.training.runs import Race

TAPER = "taper"
"""The button by which a race that was only told becomes one to taper for."""


def answer(turn: Turn, text: str) -> Replies:
    """Keep the race that was just told as it matters; nothing for any other text."""
    said = priority_alone(text)
    if said is None:
        return ()
    asked = [tap for tap in dialogues.taps(turn) if tap.name == TAPER]
    if len(asked) == 1:
        day, tenths_of_km = asked[0].args
        kept = races.confirm(turn, read_day(turn, day), read_number(tenths_of_km) / 10 or None, said)
        return (kept, today_answer(turn.fresh()))
    told = [one for one in just_told(turn) if isinstance(one, Race)]
    if len(told) != 1 or second_thoughts.changed(turn) is None or races.on(turn, told[0].date) != told[0]:
        return ()
    return (races.put_right(turn, replace(told[0], priority=said)), today_answer(turn.fresh()))
