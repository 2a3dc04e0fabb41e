"""`/health`: lasting health answers, kept only with consent.

A tap, or what is written behind the command, is consent; what a plain sentence says is asked about first.
"""

import datetime as dt
from dataclasses import replace

from bot.app import consents
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.consents import NAMES, clear_button, named
from bot.app.doubts import ask_back
from bot.app.replies import asked, button, refused, rows, stored, unable
from bot.app.reply import Button, Line, Mark, Message, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.clinicians import read_clinicians_no
from bot.language.health import read_health
from bot.language.meaning import Claim, HealthReading, HeatClearedReading, Meaning, Unread
from bot.training.body import HeatIllness
from bot.training.health import CLINICIANS_NO, HealthFact, HealthTopic

NOT_OFFERED = CLINICIANS_NO | {HealthTopic.AGE_18_TO_64, HealthTopic.NONE}
OFFERED = tuple(topic for topic in HealthTopic if topic not in NOT_OFFERED)
CLEARABLE = frozenset(OFFERED) - {topic for topic in OFFERED if topic.is_age}
"""Conditions for which a clinician's word makes a difference."""

DELETE = frozenset({"delete", "clear", "remove"})


def health(turn: Turn, text: str) -> Replies:
    """Show the health answers and ask for more, or keep what is written behind the command."""
    if not text.strip():
        return (shown(turn),)
    if text.strip().lower() in DELETE:
        return forget(turn)
    readings = read_health(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if not readings:
        return (refused(m.HEALTH_EXPECTS),)
    replies = keep_all(turn, readings)
    # Behind what is asked about or left out a verdict would mislead.
    kept = any(reply.mark is Mark.STORED for reply in replies)
    return (*replies, today_answer(turn.fresh())) if kept and not leaves_out(readings) else replies


def keep_all(turn: Turn, readings: tuple[HealthReading | HeatClearedReading | Unread, ...]) -> Replies:
    """Keep what was read; one thing in doubt stops all of it."""
    doubts = [one for one in readings if isinstance(one, Unread)]
    if doubts:
        return (ask_back(*doubts),)
    out = tuple(one for one in readings if isinstance(one, HealthReading) and _is_left_out(turn, one))
    replies: list[Reply] = []
    for reading in readings:
        if isinstance(reading, HeatClearedReading):
            replies += clear_heat(turn)
        elif isinstance(reading, HealthReading) and reading not in out:
            replies += ask_consent(turn, reading) if reading.claim is Claim.DOUBTFUL else _keep_reading(turn, reading)
    return (*_left_out(turn, out), *replies)


def leaves_out(readings: tuple[HealthReading | HeatClearedReading | Unread, ...]) -> bool:
    """Tell whether something of an answer is no condition of the runner's for sure."""
    return any(isinstance(one, HealthReading) and one.claim is not Claim.OWN for one in readings)


def _is_left_out(turn: Turn, reading: HealthReading) -> bool:
    """Tell whether there is nothing to keep, and nothing kept to forget: "my heart is fine", "no surgery"."""
    if reading.claim in {Claim.FINE, Claim.OTHERS}:
        return True
    return reading.over and not reading.cleared and not _rows_of(turn, reading.topic)


def _left_out(turn: Turn, readings: tuple[HealthReading, ...]) -> Replies:
    """Say that nothing is kept of what is fine, denied or somebody else's; what is kept of it is shown."""
    if not readings:
        return ()
    if any(one.claim is not Claim.OTHERS and _rows_of(turn, one.topic) for one in readings):
        # That it is fine does not end it: the buttons below do.
        return (shown(turn),)
    others = all(one.claim is Claim.OTHERS for one in readings)
    what = tuple(say(NAMES[one.topic]) for one in readings)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.HEALTH_OF_OTHERS if others else m.HEALTH_FINE, what=what),)),)


def ask_consent(turn: Turn, reading: HealthReading) -> Replies:
    """Ask whether what a sentence said in passing may be kept."""
    if reading.cleared or reading.over:
        return _keep_reading(turn, reading)
    fact = consents.told(reading.topic, said_on=turn.today, day=reading.until or reading.since)
    consents.wait(turn.records, turn.runner.id, fact)
    turn.replan()
    line, buttons = consents.question(fact)
    return (asked(*_care(fact), line, buttons=(buttons,)),)


def ask_forbidden(turn: Turn, text: str) -> Replies:
    """Ask whether a clinician's no that is told beside something else may be kept; nothing where it is known."""
    reading = read_clinicians_no(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    return () if reading is None or known_forbidden(turn, reading) else ask_consent(turn, reading)


def known_forbidden(turn: Turn, reading: HealthReading) -> HealthFact | None:
    """Return the clinician's no that is kept already, with the same end."""
    kept = (fact for _, fact in turn.records.health.of(turn.runner.id) if fact.forbids(turn.today))
    return next((fact for fact in kept if (fact.topic, fact.until) == (reading.topic, reading.until)), None)


def _care(fact: HealthFact) -> tuple[Line, ...]:
    """Return what to do at once, whether it may be kept or not."""
    if fact.topic.is_clinicians_no:
        return (say(m.FORBIDDEN) if fact.until is None else say(m.FORBIDDEN_UNTIL, day=fact.until),)
    return (say(m.PELVIC_CARE),) if fact.topic is HealthTopic.PELVIC else ()


def drop(turn: Turn) -> Replies:
    """Forget what the runner does not want to have kept; a yes of today right behind a clinician's no misleads."""
    waited = consents.waiting(turn.records, turn.runner.id, turn.today)
    consents.settle(turn.records, turn.runner.id)
    turn.replan()
    if any(fact.topic.is_clinicians_no for fact in waited):
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.FORBIDDEN_DROPPED),)),)
    return (today_answer(turn),)


def news(turn: Turn, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Leave out the conditions that the runner told before and says nothing new about."""
    known = {fact.topic for _, fact in turn.records.health.of(turn.runner.id)}
    return tuple(
        one
        for one in found
        if not isinstance(one, HealthReading) or one.cleared or one.over or one.since or one.topic not in known
    )


def known_again(found: tuple[Meaning, ...]) -> Replies:
    """Answer who tells nothing but what is kept already."""
    told = [one for one in found if isinstance(one, HealthReading)]
    only = len(told) == len(found)
    return tuple(Reply(mark=Mark.KNOWLEDGE, lines=(_named(m.HEALTH_KNOWN, one.topic),)) for one in told if only)


def keep(turn: Turn, topic: HealthTopic, day: dt.date | None = None) -> Replies:
    """Keep one answer by its button; where a clinician's word counts it is asked for next."""
    fact = consents.told(topic, said_on=turn.today, day=day)
    with turn.change() as change_id:
        _put(turn, fact)
    held = m.FORBIDDEN_HELD if fact.until is None else m.FORBIDDEN_HELD_UNTIL
    meant = (say(held),) if topic.is_clinicians_no else ()
    reply = stored(change_id, say(m.HEALTH_STORED, what=named(fact)), *meant)
    return (reply, *_ask_cleared(topic), *_ask_when(topic, day))


def clear(turn: Turn, topic: HealthTopic) -> Replies:
    """Keep that a clinician cleared the runner; for what was never said there is nothing to clear."""
    if topic.is_clinicians_no:
        return clear_forbidden(turn) or (unable(m.HEALTH_NOT_SAID),)
    rows_of = [row for row in turn.records.health.of(turn.runner.id) if row[1].topic is topic]
    if not rows_of:
        return (unable(m.HEALTH_NOT_SAID),)
    with turn.change() as change_id:
        for row, fact in rows_of:
            turn.records.health.replace(turn.runner.id, row, replace(fact, cleared_on=turn.today))
    return (stored(change_id, _named(m.HEALTH_CLEARED, topic)),)


def uncleared(_: Turn) -> Replies:
    """Say that nothing is lifted until a clinician allows it."""
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.HEALTH_UNCLEARED),)),)


def clear_forbidden(turn: Turn) -> Replies:
    """Keep that clinicians allow lifting again: all that they forbade is over, and what waits need not be kept."""
    for fact in consents.waiting(turn.records, turn.runner.id, turn.today):
        if fact.topic.is_clinicians_no:
            consents.settle(turn.records, turn.runner.id, fact.topic)
    kept = [row for row in turn.records.health.of(turn.runner.id) if row[1].forbids(turn.today)]
    if not kept:
        turn.replan()
        return ()
    with turn.change() as change_id:
        for row, fact in kept:
            turn.records.health.replace(turn.runner.id, row, replace(fact, cleared_on=turn.today))
    return (stored(change_id, *(_named(m.FORBIDDEN_CLEARED, fact.topic) for _, fact in kept)),)


def over(turn: Turn, topic: HealthTopic) -> Replies:
    """Forget an answer that does not hold any more."""
    with turn.change() as change_id:
        gone = [turn.records.health.remove(turn.runner.id, row) for row in _rows_of(turn, topic)]
    return (stored(change_id, _named(m.HEALTH_OVER, topic)) if gone else unable(m.HEALTH_NOT_SAID),)


def clear_heat(turn: Turn) -> Replies:
    """Keep that a clinician cleared the runner after a heat illness."""
    standing = [
        (row, one)
        for row, one in turn.records.checkins.of(turn.runner.id)
        if isinstance(one, HeatIllness) and one.cleared_at is None
    ]
    if not standing:
        return (unable(m.HEALTH_NOT_SAID),)
    with turn.change() as change_id:
        for row, one in standing:
            turn.records.checkins.replace(turn.runner.id, row, replace(one, cleared_at=turn.said_at))
    return (stored(change_id, say(m.HEAT_CLEARED)),)


def forget(turn: Turn) -> Replies:
    """Delete all health answers, and what waits to be one."""
    consents.settle(turn.records, turn.runner.id)
    if not turn.records.health.of(turn.runner.id):
        return (unable(m.HEALTH_EMPTY),)
    with turn.change() as change_id:
        turn.records.health.clear(turn.runner.id)
    return (stored(change_id, say(m.HEALTH_FORGOTTEN)),)


def shown(turn: Turn) -> Reply:
    """Show the answers that are kept, with buttons for more of them, and for clearing and deleting these."""
    lines = answers(turn)
    buttons = [*question_buttons()]
    every = [fact for _, fact in turn.records.health.of(turn.runner.id)]
    uncleared = [one for one in every if one.forbids(turn.today) or (one.topic in CLEARABLE and one.cleared_on is None)]
    buttons += [(clear_button(fact.topic),) for fact in uncleared]
    if lines:
        buttons.append((button(say(m.HEALTH_DELETE), "nohealth"),))
    return asked(*(lines and (say(m.HEALTH_SHOWN), *lines)), say(m.ASK_HEALTH), buttons=buttons)


def answers(turn: Turn) -> tuple[Line, ...]:
    """Return a line for each answer that is kept."""
    return tuple(_row(fact) for _, fact in turn.records.health.of(turn.runner.id))


def question_buttons() -> tuple[tuple[Button, ...], ...]:
    """Return the health question's buttons, "None of these" last."""
    topics = rows((button(say(NAMES[topic]), "health", topic.value, "") for topic in OFFERED), width=2)
    return (*topics, (button(say(m.HEALTH_NONE), "health", HealthTopic.NONE.value, ""),))


def _keep_reading(turn: Turn, reading: HealthReading) -> Replies:
    if reading.cleared:
        return clear(turn, reading.topic)
    if reading.over:
        return over(turn, reading.topic)
    return keep(turn, reading.topic, reading.until or reading.since)


def _put(turn: Turn, fact: HealthFact) -> None:
    """Keep an answer in the place of an older one to the same question, and of one that waits."""
    consents.settle(turn.records, turn.runner.id, fact.topic)
    for row in (*_rows_of(turn, fact.topic), *_rows_of(turn, HealthTopic.NONE)):
        # What is told now shows that it is not "none of these".
        turn.records.health.remove(turn.runner.id, row)
    turn.records.health.add(turn.runner.id, fact)


def _rows_of(turn: Turn, topic: HealthTopic) -> list[int]:
    """Return the rows that an answer takes the place of: of its topic, or of any age for an age."""
    every = turn.records.health.of(turn.runner.id)
    return [row for row, fact in every if fact.topic is topic or (fact.topic.is_age and topic.is_age)]


def _ask_cleared(topic: HealthTopic) -> Replies:
    if topic not in CLEARABLE or topic is HealthTopic.PELVIC:
        return ()
    buttons = ((clear_button(topic), button(say(m.CLINICIAN_NO), "uncleared")),)
    return (asked(say(m.HEALTH_ASK_CLEARED), buttons=buttons),)


def _ask_when(topic: HealthTopic, since: dt.date | None) -> Replies:
    """Ask for a date that nobody said; until it is there today counts."""
    if since is not None or topic not in {HealthTopic.BIRTH, HealthTopic.SURGERY}:
        return ()
    return (asked(say(m.HEALTH_WHEN, topic=topic.value)),)


def _named(message: Message, topic: HealthTopic) -> Line:
    return say(message, what=say(NAMES[topic]))


def _row(fact: HealthFact) -> Line:
    what = named(fact)
    if fact.cleared_on is not None:
        return say(m.HEALTH_ROW_CLEARED, what=what, day=fact.cleared_on)
    return say(m.HEALTH_ROW, what=what) if fact.since is None else say(m.HEALTH_ROW_SINCE, what=what, day=fact.since)
