"""What is said in answer to a pain, an illness or soreness that is known: it is gone, it is none, it is a 3."""

import datetime as dt
import re
from dataclasses import replace

from bot.app import checkins, dialogues, nights, safety
from bot.app.answering import today_answer
from bot.app.just_told import WHILE, just_told
from bot.app.red_flags import standing_flags, urgent_waits
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.betterment import Betterment, betterment, level_alone
from bot.language.meaning import SafetyKind, SleepReading, WellReading
from bot.language.past_illness import read_well_since
from bot.language.safety import read_safety, takes_back_pain
from bot.language.values_meant import ValueMeant, read_value_meant
from bot.training.body import CheckIn, Pain, PainSite, Sleep, Soreness, Unclear

TAKEN_BACK = dt.timedelta(days=1)
"""So long a pain may be said to have been none."""


HOURS_IN_DAY = 24

OUT_OF_TEN = re.compile(r"/\s*10|of (?:10|ten)", re.IGNORECASE)


def answer(turn: Turn, text: str) -> Replies:
    """Take what a text says of what is known of the body; nothing for any other text."""
    if "?" in text or standing_flags(turn) or urgent_waits(turn):
        return ()
    if agreed := _agreed(turn, text):
        return agreed
    hours = nights.hours_said(turn, text)
    if hours is not None:
        return (*checkins.keep(turn, (SleepReading(hours=hours),)), today_answer(turn))
    level = level_alone(text)
    if level is not None and (replies := _level(turn, level, text)):
        return replies
    meant = read_value_meant(text, turn.knowledge.vocabulary)
    if meant is not None:
        return _put_right(turn, meant)
    pain, unclear = _pain(turn), _unclear(turn)
    if (pain or unclear) and takes_back_pain(text, lexicon=turn.knowledge.safety):
        return _no_pain(turn, pain)
    since = None if pain else read_well_since(text, turn.local_now.date(), turn.knowledge.vocabulary)
    if since is not None and checkins.is_ill(turn):
        return (*checkins.keep(turn, (since,)), today_answer(turn))
    how = betterment(text)
    return () if how is None else _better(turn, how, pain)


def _agreed(turn: Turn, text: str) -> Replies:
    """Take a plain yes for the question whether an illness or a pain is over; nothing for any other text."""
    taps = dialogues.taps(turn)
    if {one.name for one in taps} != {"ci", "keep"} or text.strip(" .!").lower() not in dialogues.YES:
        return ()
    over = {one.args for one in taps if one.name == "ci"}
    if over == {("gone",)}:
        return safety.note_pain(turn, checkins.PAINS["gone"](turn.said_at))
    return checkins.tapped(turn, "well") if over == {("well",)} else ()


def _better(turn: Turn, how: Betterment, pain: Pain | None) -> Replies:
    """End an illness; whether a pain is gone, and an illness that is only better, is asked."""
    ill = checkins.is_ill(turn)
    if pain is not None:
        return (safety.ask_pain_gone(), *((checkins.ask_well(),) if ill else ()))
    if not ill or how is Betterment.PART:
        return ()
    if how is Betterment.BETTER:
        return (checkins.ask_well(),)
    return (*checkins.keep(turn, (WellReading(),)), today_answer(turn))


def _no_pain(turn: Turn, pain: Pain | None) -> Replies:
    if pain is None:
        return safety.note_tired(turn)
    return safety.only_sore(turn, pain) if turn.said_at - pain.at <= TAKEN_BACK else (safety.ask_pain_gone(),)


def _level(turn: Turn, level: int, text: str) -> Replies:
    """Take a number alone for the soreness that was asked for, the pain that was, or that of one just told."""
    if dialogues.expects(turn, "sore"):
        return checkins.soreness(turn, level)
    if dialogues.expects(turn, "skip") and not OUT_OF_TEN.search(text):
        # A step of the set-up is on the screen: the number answers that.
        return ()
    if unclear := _unclear(turn):
        return safety.note_pain(turn, _rated(turn, Pain(at=unclear.at, concerning=True, text=unclear.text), level))
    if isinstance(_just_told(turn), Soreness):
        return checkins.soreness(turn, level) if OUT_OF_TEN.search(text) else ()
    pain = _pain(turn)
    if pain is None or pain.level is not None or turn.said_at - pain.at > WHILE:
        return ()
    return safety.note_pain(turn, _rated(turn, pain, level))


def _put_right(turn: Turn, meant: ValueMeant) -> Replies:
    """Take a number for the soreness, the pain or the sleep that was told just before, and was another."""
    told = _just_told(turn)
    if isinstance(told, Sleep) and (meant.unit is None or meant.in_hours):
        hours = meant.value if meant.value <= HOURS_IN_DAY else None
        return () if hours is None else (*checkins.keep(turn, (SleepReading(hours=hours),)), today_answer(turn))
    level = int(meant.value)
    if meant.unit is not None or level != meant.value or not 0 <= level <= checkins.MOST:
        return ()
    if isinstance(told, Soreness):
        return checkins.soreness(turn, level)
    # A pain is not made less by a word in passing: that is told in full.
    grows = isinstance(told, Pain) and level > (told.level or 0)
    return safety.note_pain(turn, _rated(turn, told, level)) if isinstance(told, Pain) and grows else ()


def _just_told(turn: Turn) -> CheckIn | None:
    """Return the report that is all of the newest change, where that was only just made."""
    told = just_told(turn)
    only = told[0] if len(told) == 1 else None
    return only if isinstance(only, Soreness | Sleep | Pain) else None


def _rated(turn: Turn, pain: Pain, level: int) -> Pain:
    """Return a pain with its level, as if it had been told with it: slight and stable it is a niggle."""
    reading = read_safety(f"{pain.text} {level}/10", lexicon=turn.knowledge.safety)
    slight = level < turn.knowledge.thresholds.pain.stop_level and (not reading or reading.kind is SafetyKind.NIGGLE)
    site = PainSite.LOW_BACK if reading and reading.site is PainSite.LOW_BACK else pain.site
    return replace(pain, at=turn.said_at, level=level, site=site, concerning=pain.concerning and not slight)


def _pain(turn: Turn) -> Pain | None:
    """Return the pain that stands."""
    pains = [one for _, one in turn.records.checkins.of(turn.runner.id) if isinstance(one, Pain)]
    return pains[-1] if pains and pains[-1].level != 0 else None


def _unclear(turn: Turn) -> Unclear | None:
    """Return what was asked about and may be pain."""
    unclear = [one for _, one in turn.records.checkins.of(turn.runner.id) if isinstance(one, Unclear)]
    return unclear[-1] if unclear else None
