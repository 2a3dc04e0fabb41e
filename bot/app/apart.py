"""A message that tells several things: what a part of it sets by itself is done apart from what the rest tells."""

from collections.abc import Collection
from functools import partial

from bot.app import checkins, schedule, setup, setup_answers, setup_told
from bot.app import messages as m
from bot.app.answered import answer
from bot.app.recording import meanings
from bot.app.replies import unable
from bot.app.reply import Mark, Replies
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.apart import PLACE, Apart, Pieces, read_pieces, up_to
from bot.language.meaning import (
    FixedLiftsReading,
    Meaning,
    PauseReading,
    RaceReading,
    ResumeReading,
    SettingReading,
    SmallTalk,
    WeekReading,
)
from bot.language.safety import read_safety

BESIDE_PAIN = (WeekReading, SettingReading, RaceReading, FixedLiftsReading, PauseReading)
"""What is kept beside pain; runs and lifts that were done are too."""

FEWEST_WORDS = 3
"""Fewer left over only go with what was told: "remind me at 7, thanks", "remind me at 7 daily"."""


GOES_ON = ("not ", "instead ", "rather ", "only ", "unless ", "except ", "if ", "when ", "every ", "each ")
"""What begins like this goes on with what was told."""


def pieces(turn: Turn, text: str) -> Pieces | None:
    """Cut a text into parts that may tell something by themselves; None where it is one thing."""
    profile = turn.runner.profile
    return read_pieces(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        mass_unit=profile.units,
        distance_unit=profile.distance,
    )


def place(turn: Turn, found: Pieces) -> PlaceWanted | None:
    """Return the place that a text names beside something else, which is answered once the place is found."""
    named = found.told_by(PLACE)
    if named is None or not named.rest or not _is_taken(turn, named):
        return None
    [zone] = (one.value for one in named.told if isinstance(one, SettingReading))
    return PlaceWanted(name=zone, rest=named.rest)


def _cut(turn: Turn, text: str) -> Apart | None:
    found = pieces(turn, text)
    return None if found is None else found.told_by()


def _is_taken(turn: Turn, found: Apart) -> bool:
    """Tell whether the rest behind a place tells something: "I live in Portland, Oregon" is one place."""
    if found.is_understood:
        return True
    more = _cut(turn, found.rest)
    return more is not None and more.is_understood


def orders(found: Apart) -> bool:
    """Tell whether the bot is told what to do, which whoever talks of somebody else's training does not."""
    messages = {"reminder", "quiet"}
    return all(isinstance(one, PauseReading | ResumeReading) or _sets(one, messages) for one in found.told)


def fits(turn: Turn, step: str | None, found: Apart) -> bool:
    """Tell whether the rest is something by itself, or the answer to the open step of the set-up."""
    if found.is_understood:
        return True
    return step is not None and (setup.fits(turn, step, found.rest) or bool(setup_told.told(turn, step, found.rest)))


def may_be_place(step: str | None, found: Apart) -> bool:
    """Tell whether the rest can only be the place that is asked for: "Berlin, remind me at 6:30"."""
    return step == setup_told.ZONE and not found.is_understood and setup_told.may_be_place(found.rest)


def done(turn: Turn, found: Apart) -> Replies:
    """Do what the parts tell."""
    replies = answer(turn, found.said, found.told)
    return () if isinstance(replies, PlaceWanted) else replies


def beside_pain(turn: Turn, text: str) -> Replies:
    """Keep what a text tells beside pain: a week, settings, a race, lift times, a pause, how the body is otherwise."""
    lexicon, vocabulary = turn.knowledge.safety, turn.knowledge.vocabulary
    hurts = partial(read_safety, lexicon=lexicon)
    told = _cut(turn, text)
    rest = text if told is None else told.rest
    left = up_to(rest, lambda part: hurts(part) is not None, now=turn.local_now, vocabulary=vocabulary)
    found = (*(() if told is None else told.told), *(meanings(turn, left) if left else ()))
    states = tuple(one for one in found if isinstance(one, checkins.READINGS))
    kept = checkins.keep(turn, states) if states else ()
    return (*kept, *_kept(turn.fresh(), left, tuple(one for one in found if isinstance(one, BESIDE_PAIN))))


def _kept(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies:
    """Keep some meanings; the week is the answer to the step that asks for it, and nothing is asked behind it."""
    weeks = tuple(one for one in found if isinstance(one, WeekReading) and not one.guessed)
    others = tuple(one for one in found if not isinstance(one, WeekReading))
    done = answer(turn, text, others) if others else ()
    step = setup.step_of(turn)
    told = schedule.change_week(turn.fresh(), weeks[0].text or text) if weeks else ()
    if step == "week" and any(reply.mark is Mark.STORED for reply in told):
        setup.go_on(turn.fresh(), step)
    return (*(() if isinstance(done, PlaceWanted) else done), *told)


def left_out(turn: Turn, text: str, found: Apart) -> Replies:
    """Do what is told and name the rest, where the whole is read as that alone, rightly or not; else nothing."""
    names = {one.name for one in found.told if isinstance(one, SettingReading)}
    whole = meanings(turn, text)
    if len(found.rest.split()) < FEWEST_WORDS or any(isinstance(one, SmallTalk) for one in meanings(turn, found.rest)):
        return ()
    if found.rest.lower().startswith(GOES_ON) or any(not _sets(one, names) for one in whole):
        return ()
    if any(_sets(one, setup_answers.LENGTHS) and one not in found.told for one in whole):
        # "New to lifting, like 2 months in" is one length of time.
        return ()
    return (*done(turn, found), unable(m.PART_NOT_TAKEN, text=found.rest.strip(" .,;")))


def _sets(one: Meaning, names: Collection[str]) -> bool:
    return isinstance(one, SettingReading) and one.name in names
