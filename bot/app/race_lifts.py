"""The last heavy lift before a race and the first after it, as dates of the runner's own race (R40)."""

import datetime as dt
from collections.abc import Iterable

from bot.app import form, red_flags
from bot.app import messages as m
from bot.app.replies import button
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.phases import light_before, no_before, row_of
from bot.language.meaning import LiftQuestion, Meaning, OtherQuestion, Side
from bot.language.race_lifts import AroundRace, read_around_race
from bot.training.runs import Race, is_as_long

TAPER_PAGE = "race-taper"


def answer(turn: Turn, text: str, found: Iterable[Meaning]) -> Replies:
    """Answer when heavy lifting ends before a race, and begins again; nothing for another text, or without a race."""
    if not all(isinstance(one, LiftQuestion | OtherQuestion) for one in found):
        return ()
    asked = read_around_race(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    race = None if asked is None else _meant(turn, asked)
    if asked is None or race is None:
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    return (_dates(turn, race, asked.side),)


def _meant(turn: Turn, asked: AroundRace) -> Race | None:
    """Return the race that is meant: the next one of its length; after one, also the one that was just run."""
    table = turn.knowledge.thresholds.races
    races = sorted((race for _, race in turn.records.races.of(turn.runner.id)), key=lambda race: race.date)
    for race in races:
        behind = row_of(race, table).light_after if asked.side is Side.AFTER else 0
        if is_as_long(race.distance_km, asked.distance_km) and race.date + dt.timedelta(days=behind) >= turn.today:
            return race
    return None


def _dates(turn: Turn, race: Race, side: Side) -> Reply:
    before, after = _before(turn, race), _after(turn, race)
    lines = (*before, *after) if side is Side.BEFORE else (*after, *before)
    last = _last_heavy(turn, race)
    day = _first_heavy(turn, race) if side is Side.AFTER else last
    asks = ((button(say(m.THAT_DAY, day=day), "day", day.isoformat()),),) if day >= turn.today else ()
    page = ((form.link(turn.knowledge.guide, TAPER_PAGE),),)
    return Reply(
        mark=Mark.KNOWLEDGE,
        lines=(say(m.RACE_ROW, race=race), *lines, say(m.RACE_WEEK_COUNTS)),
        buttons=(*asks, *page),
    )


def _before(turn: Turn, race: Race) -> tuple[Line, ...]:
    """Return until when to lift heavy, and light; nothing of a race that is run."""
    if race.date < turn.today:
        return ()
    last = _last_heavy(turn, race)
    none = race.date - dt.timedelta(days=no_before(race, turn.knowledge.thresholds.races))
    heavy = m.RACE_LAST_HEAVY if last >= turn.today else m.RACE_HEAVY_OVER
    return (say(heavy, day=last), say(m.RACE_THEN_LIGHT, last=none - dt.timedelta(days=1), day=none))


def _after(turn: Turn, race: Race) -> tuple[Line, ...]:
    row = row_of(race, turn.knowledge.thresholds.races)
    light = race.date + dt.timedelta(days=row.no_after + 1)
    return (say(m.RACE_AFTER, light=light, heavy=_first_heavy(turn, race)),)


def _last_heavy(turn: Turn, race: Race) -> dt.date:
    return race.date - dt.timedelta(days=light_before(race, turn.knowledge.thresholds.races) + 1)


def _first_heavy(turn: Turn, race: Race) -> dt.date:
    return race.date + dt.timedelta(days=row_of(race, turn.knowledge.thresholds.races).light_after + 1)
