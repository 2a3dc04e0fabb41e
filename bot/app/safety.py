"""Red flags and pain, before everything else, in every place where a person can type (safety.md)."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.app import dialogues, health
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.files import FileWanted
from bot.app.labels import CHECKIN_SAID
from bot.app.recording import recorded
from bot.app.red_flags import not_meant, standing_flags, urgent_question, urgent_waits
from bot.app.replies import alert, asked, button, stored
from bot.app.reply import Line, Mark, Message, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.betterment import betterment
from bot.language.denials import denies
from bot.language.meaning import SafetyKind, SafetyReading
from bot.language.safety import SafetyLexicon, read_safety
from bot.language.whole_sentences import is_said, typed
from bot.training.body import CheckIn, FlagLevel, Pain, PainSite, RedFlag, Soreness, Unclear

Outcome = Replies | PlaceWanted | FileWanted

ALONE = frozenset({SafetyKind.FLAG, SafetyKind.WHOSE, SafetyKind.CLEARED, SafetyKind.FINE, SafetyKind.WITHDRAWN})
"""Readings that are answered by themselves; what else the message says waits."""

MOMENT = dt.timedelta(minutes=1)
"""So much before it went a pain was, of which nobody said when."""

THE_SAME = dt.timedelta(days=1)
"""What was told within a day before is the same pain."""


def first(
    turn: Turn,
    text: str,
    work: Callable[[Turn], Outcome],
    *,
    beside: Callable[[Turn, str], Replies],
    waits: Replies = (),
) -> Outcome:
    """Answer what a text says about the body before anything else is done with it.

    A red flag is answered alone. Beside pain, what was done is still stored, so that no lift or run is lost, and
    `beside` keeps what else a message tells; `waits` says what of the message is not.
    """
    reading = read_safety(text, lexicon=turn.knowledge.safety) if text.strip() else None
    doubtful = reading is not None and reading.kind is SafetyKind.DOUBTFUL
    if doubtful and betterment(text) is None and not is_said("no_alarm", typed(text), turn.knowledge.vocabulary):
        return _ask_doubtful(turn, text)
    respond = None if reading is None else RESPONSES.get(reading.kind)
    replies = None if reading is None or respond is None else respond(turn, reading)
    if reading is None or replies is None:
        return work(turn)
    if reading.kind in ALONE:
        return replies
    kept = () if text.startswith("/") else beside(turn.fresh(), text)
    return (*recorded(turn, text, pain=reading.pain_level), *kept, *replies, *health.ask_forbidden(turn, text), *waits)


def stop_line(text: str, lexicon: SafetyLexicon) -> Message | None:
    """Return the line that a red flag in a text is answered with, or None without one."""
    reading = read_safety(text, lexicon=lexicon)
    if reading is None or reading.kind is not SafetyKind.FLAG:
        return None
    return m.STOP_EMERGENCY if reading.level is FlagLevel.EMERGENCY else m.STOP_URGENT


def raise_flag(turn: Turn, level: FlagLevel, phrase: str) -> Replies:
    """Keep a red flag and say where to get help, and nothing else."""
    _forget(turn, urgent=True)
    turn.records.red_flags.add(turn.runner.id, RedFlag(at=turn.said_at, level=level, phrase=phrase))
    turn.records.drop_bulk(turn.runner.chat_id)
    dialogues.leave(turn)
    help_line = m.STOP_EMERGENCY if level is FlagLevel.EMERGENCY else m.STOP_URGENT
    return (Reply(mark=Mark.STOP, lines=(say(help_line), say(m.STOP_HOLDS)), buttons=not_meant()),)


def end_flags(turn: Turn, *, by: str) -> Replies:
    """End the standing red flags: a clinician cleared the runner, or it was a misunderstanding."""
    with turn.change() as change_id:
        for row, flag in standing_flags(turn):
            turn.records.red_flags.replace(turn.runner.id, row, replace(flag, ended_at=turn.said_at, ended_by=by))
    return (stored(change_id, say(m.FLAG_CLEARED if by == "cleared" else m.FLAG_WITHDRAWN)),)


def cleared(turn: Turn) -> Replies:
    """Keep that a clinician cleared the runner: red flags are over, and so is what clinicians forbade."""
    return (*end_flags(turn, by="cleared"), *health.clear_forbidden(turn))


def note_pain(turn: Turn, pain: Pain, *, was: Pain | None = None) -> Replies:
    """Keep a report of pain, and one of what it was before, and answer what it means for today."""
    with turn.change() as change_id:
        if was is not None:
            turn.records.checkins.add(turn.runner.id, was)
        if pain.level == 0:
            _was_pain(turn)
        _forget(turn, urgent=False)
        turn.records.checkins.add(turn.runner.id, pain)
    line = say(m.PAIN_GONE) if pain.level == 0 else _pain_echo(pain)
    return (stored(change_id, line), today_answer(turn))


def only_sore(turn: Turn, pain: Pain) -> Replies:
    """Take back the pain of this day: it was soreness, as strong as was said."""
    with turn.change() as change_id:
        for row, one in turn.records.checkins.of(turn.runner.id):
            if isinstance(one, Pain) and one.level != 0 and one.at >= pain.at - THE_SAME:
                turn.records.checkins.remove(turn.runner.id, row)
        if pain.level is not None:
            turn.records.checkins.add(turn.runner.id, Soreness(at=turn.said_at, level=pain.level))
    line = say(m.SORE_NOT_PAIN) if pain.level is None else say(m.SORE_NOT_PAIN_LEVEL, level=pain.level)
    return (stored(change_id, line), today_answer(turn))


def note_tired(turn: Turn) -> Replies:
    """It was only tired muscle: the question is answered and holds nothing back."""
    with turn.change() as change_id:
        _forget(turn, urgent=False)
    return (stored(change_id, say(m.ONLY_TIRED)), today_answer(turn))


def ask_urgently(turn: Turn, said: str) -> Reply:
    """Ask whether it is a red flag: until that is answered no verdict but a no is given."""
    _forget(turn, urgent=True)
    turn.records.checkins.add(turn.runner.id, Unclear(at=turn.said_at, text=said, urgent=True))
    turn.replan()
    line, buttons = urgent_question()
    return asked(line, buttons=buttons)


def calm(turn: Turn) -> Replies:
    """It was no red flag; nothing where that was not asked."""
    if not _forget(turn, urgent=True):
        return ()
    turn.replan()
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.NO_RED_FLAG),)), today_answer(turn))


def denied(turn: Turn, text: str) -> bool:
    """Tell whether a text says no to the urgent question, which waits until it is answered."""
    return urgent_waits(turn) and denies(text)


def ask_withdrawal(turn: Turn) -> Replies:
    """Confirm once that a red flag was a misunderstanding."""
    flags = standing_flags(turn)
    if not flags:
        return (Reply(mark=Mark.UNABLE, lines=(say(m.NO_FLAG),)),)
    buttons = ((button(say(m.WITHDRAW_YES), "withdrawn"), button(say(m.WITHDRAW_NO), "keepflag")),)
    return (asked(say(m.WITHDRAW_SURE, phrase=flags[-1][1].phrase), buttons=buttons),)


def ask_clinician(_: Turn) -> Replies:
    """Answer "I'm fine" after a red flag: has a clinician seen you?"""
    buttons = ((button(say(m.CLINICIAN_YES), "cleared"), button(say(m.CLINICIAN_NO), "keepflag")),)
    return (asked(say(m.SEEN_CLINICIAN), buttons=buttons),)


def _flag(turn: Turn, reading: SafetyReading) -> Replies:
    return raise_flag(turn, reading.level or FlagLevel.URGENT, reading.phrase)


def _pain(turn: Turn, reading: SafetyReading) -> Replies:
    pain = Pain(
        at=turn.said_at,
        level=reading.pain_level,
        site=reading.site,
        concerning=reading.concerning or reading.kind is SafetyKind.PAIN,
        text=reading.phrase,
    )
    return (*note_pain(turn, pain)[:1], ask_urgently(turn, reading.phrase)) if reading.urgent else note_pain(turn, pain)


def _ask_unclear(turn: Turn, reading: SafetyReading) -> Replies:
    if reading.urgent:
        return (ask_urgently(turn, reading.phrase),)
    return ask_unclear(turn, reading.phrase)


def ask_unclear(turn: Turn, said: str) -> Replies:
    """Ask whether a complaint is pain: until that is answered no verdict but a no is given."""
    turn.records.checkins.add(turn.runner.id, Unclear(at=turn.said_at, text=said))
    return (tired_or_pain(),)


def tired_or_pain() -> Reply:
    """Ask the one question that tells soreness from pain."""
    buttons = ((button(say(m.TIRED), "tired"), button(say(m.PAIN), "pain")),)
    return asked(say(m.TIRED_OR_PAIN), buttons=buttons)


def ask_whose_again(*, is_emergency: bool) -> Reply:
    """Ask again whether what was told is about the runner; help comes first, for whomever it is."""
    what = FlagLevel.EMERGENCY.value if is_emergency else "pain"
    buttons = ((button(say(m.ABOUT_ME), "mine", what), button(say(m.NOT_ME), "notmine")),)
    nearby = (say(m.HELP_NEARBY),) if is_emergency else ()
    return asked(*nearby, say(m.WHOSE_AGAIN), buttons=buttons)


def ask_no_pain() -> Reply:
    """Ask whether a pain that was just told was none."""
    return asked(
        say(m.ASK_NO_PAIN), buttons=((button(say(m.NO_PAIN_YES), "nopain"), button(say(m.NO_PAIN_NO), "keep")),)
    )


def ask_pain_gone() -> Reply:
    """Ask whether the pain that stands is gone."""
    return asked(
        say(m.ASK_PAIN_GONE),
        buttons=((button(say(CHECKIN_SAID["gone"]), "ci", "gone"), button(say(m.CLINICIAN_NO), "keep")),),
    )


def take_back(turn: Turn) -> Replies:
    """Take back the pain of this day: there was none."""
    with turn.change() as change_id:
        taken = [row for row, one in turn.records.checkins.of(turn.runner.id) if _is_new_pain(turn, one)]
        for row in taken:
            turn.records.checkins.remove(turn.runner.id, row)
    return (stored(change_id, say(m.PAIN_TAKEN_BACK)), today_answer(turn)) if taken else (alert(m.BUTTON_STALE),)


def _is_new_pain(turn: Turn, one: CheckIn) -> bool:
    return isinstance(one, Pain) and one.level != 0 and turn.said_at - one.at <= THE_SAME


def _withdrawn(turn: Turn, _: SafetyReading) -> Replies | None:
    """Confirm once that a red flag, or a pain of this day, was none."""
    if standing_flags(turn):
        return ask_withdrawal(turn)
    told = any(_is_new_pain(turn, one) for _, one in turn.records.checkins.of(turn.runner.id))
    return (ask_no_pain(),) if told and not urgent_waits(turn) else None


def _whose(_: Turn, reading: SafetyReading) -> Replies:
    what = reading.level.value if reading.level else "pain"
    buttons = ((button(say(m.ABOUT_ME), "mine", what), button(say(m.NOT_ME), "notmine")),)
    # The first line says what to do: somebody may lie beside them.
    nearby = (say(m.HELP_NEARBY),) if reading.level is FlagLevel.EMERGENCY else ()
    return (asked(*nearby, say(m.WHOSE, phrase=reading.phrase), buttons=buttons),)


def _ask_doubtful(turn: Turn, text: str) -> Replies:
    """Ask about what may be a red flag; the message itself waits for the answer."""
    dialogues.hold(turn, text)
    return (ask_urgently(turn, ""),)


def _when_standing(respond: Callable[[Turn], Replies]) -> Callable[[Turn, SafetyReading], Replies | None]:
    return lambda turn, _: respond(turn) if standing_flags(turn) else None


def _gone(turn: Turn, reading: SafetyReading) -> Replies | None:
    pains = [c for _, c in turn.records.checkins.of(turn.runner.id) if isinstance(c, Pain)]
    if reading.over:
        was = Pain(at=turn.said_at - MOMENT, site=reading.site, concerning=True, text=reading.phrase)
        return note_pain(turn, Pain(at=turn.said_at, level=0, site=reading.site, text=reading.phrase), was=was)
    if not pains or pains[-1].level == 0:
        return None
    return note_pain(turn, Pain(at=turn.said_at, level=0, site=pains[-1].site, text=reading.phrase))


def _was_pain(turn: Turn) -> None:
    """Keep a complaint that was unclear as pain, now that it is gone: it counts for two days more."""
    for _, checkin in turn.records.checkins.of(turn.runner.id):
        if isinstance(checkin, Unclear) and not checkin.urgent:
            turn.records.checkins.add(turn.runner.id, Pain(at=checkin.at, text=checkin.text))


def _forget(turn: Turn, *, urgent: bool) -> bool:
    """Forget what was asked about and is answered; tell whether anything was."""
    every = turn.records.checkins.of(turn.runner.id)
    rows = [row for row, one in every if isinstance(one, Unclear) and one.urgent is urgent]
    for row in rows:
        turn.records.checkins.remove(turn.runner.id, row)
    return bool(rows)


def _pain_echo(pain: Pain) -> Line:
    site = ("low back",) if pain.site is PainSite.LOW_BACK else ()
    level = () if pain.level is None else (f"{pain.level}/10",)
    detail = ": " + ", ".join((*site, *level)) if site or level else ""
    return say(m.PAIN_STORED if pain.concerning else m.NIGGLE_STORED, detail=detail)


RESPONSES: Mapping[SafetyKind, Callable[[Turn, SafetyReading], Replies | None]] = {
    SafetyKind.FLAG: _flag,
    SafetyKind.PAIN: _pain,
    SafetyKind.NIGGLE: _pain,
    SafetyKind.UNCLEAR: _ask_unclear,
    SafetyKind.WHOSE: _whose,
    SafetyKind.CLEARED: _when_standing(cleared),
    SafetyKind.FINE: _when_standing(ask_clinician),
    SafetyKind.WITHDRAWN: _withdrawn,
    SafetyKind.PAIN_GONE: _gone,
}
