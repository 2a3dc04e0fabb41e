"""Health conditions told in passing, of which the runner was asked whether they may be kept, and did not say yet.

They wait beside the dialogue and not among the health answers. Until it is settled, what is answered counts them in.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from bot.app import messages as m
from bot.app.ports import Records
from bot.app.records import Dialogue
from bot.app.replies import button
from bot.app.reply import Button, Line, Message, say
from bot.training.health import HealthFact, HealthTopic

WAITS = "health "
QUESTION = "question"
"""The name of a dialogue in which nothing but answers is kept."""

NAMES: Mapping[HealthTopic, Message] = {
    HealthTopic.AGE_UNDER_13: m.HEALTH_UNDER_13,
    HealthTopic.AGE_13_TO_17: m.HEALTH_UNDER_18,
    HealthTopic.AGE_18_TO_64: m.HEALTH_ADULT,
    HealthTopic.AGE_65_UP: m.HEALTH_65_UP,
    HealthTopic.PREGNANT: m.HEALTH_PREGNANT,
    HealthTopic.BIRTH: m.HEALTH_BIRTH,
    HealthTopic.PELVIC: m.HEALTH_PELVIC,
    HealthTopic.HEART: m.HEALTH_HEART,
    HealthTopic.BLOOD_PRESSURE: m.HEALTH_BLOOD_PRESSURE,
    HealthTopic.BONES: m.HEALTH_BONES,
    HealthTopic.SURGERY: m.HEALTH_SURGERY,
    HealthTopic.STRESS_FRACTURE: m.HEALTH_STRESS_FRACTURE,
    HealthTopic.LOW_ENERGY: m.HEALTH_LOW_ENERGY,
    HealthTopic.NO_LIFTING: m.HEALTH_NO_LIFTING,
    HealthTopic.NO_DEADLIFTS: m.HEALTH_NO_DEADLIFTS,
    HealthTopic.NONE: m.HEALTH_NONE,
}


def told(topic: HealthTopic, *, said_on: dt.date, day: dt.date | None) -> HealthFact:
    """Return an answer with its day: the last one of what a clinician forbade, or when a birth or a surgery was."""
    if topic.is_clinicians_no:
        return HealthFact(topic=topic, said_on=said_on, until=day)
    return HealthFact(topic=topic, said_on=said_on, since=day)


def named(fact: HealthFact) -> Line:
    """Name an answer; what a clinician forbade with its last day."""
    what = say(NAMES[fact.topic])
    return what if fact.until is None else say(m.HEALTH_THROUGH, what=what, day=fact.until)


def wait(records: Records, runner_id: int, fact: HealthFact) -> None:
    """Keep that a condition waits for the runner's word."""
    day = _day(fact)
    known = records.dialogue(runner_id) or Dialogue(name=QUESTION, step="")
    records.save_dialogue(runner_id, replace(known, draft={**known.draft, f"{WAITS}{fact.topic.value}": day}))


def settle(records: Records, runner_id: int, topic: HealthTopic | None = None) -> None:
    """Let go of a condition that waits, or of all: it is kept now, or never will be."""
    dialogue = records.dialogue(runner_id)
    if dialogue is None:
        return
    settled = WAITS if topic is None else f"{WAITS}{topic.value}"
    rest = {key: value for key, value in dialogue.draft.items() if not key.startswith(settled)}
    empty = dialogue.name == QUESTION and not rest
    records.save_dialogue(runner_id, None if empty else replace(dialogue, draft=rest))


def save_dialogue(records: Records, runner_id: int, dialogue: Dialogue | None) -> None:
    """Put a dialogue in the place of the one before; what waits for the runner's word goes on waiting."""
    before = records.dialogue(runner_id)
    waits = {key: value for key, value in (before.draft if before else {}).items() if key.startswith(WAITS)}
    if waits:
        known = dialogue or Dialogue(name=QUESTION, step="")
        dialogue = replace(known, draft={**known.draft, **waits})
    records.save_dialogue(runner_id, dialogue)


def waiting(records: Records, runner_id: int, today: dt.date) -> tuple[HealthFact, ...]:
    """Return the conditions that wait, as if they had been kept."""
    dialogue = records.dialogue(runner_id)
    draft = {} if dialogue is None else dialogue.draft
    return tuple(
        told(HealthTopic(key.removeprefix(WAITS)), said_on=today, day=dt.date.fromisoformat(day) if day else None)
        for key, day in draft.items()
        if key.startswith(WAITS)
    )


def forbidden(records: Records, runner_id: int, today: dt.date) -> tuple[HealthFact, ...]:
    """Return what clinicians forbade that stands today or is yet to end, kept or waiting for the runner's word."""
    facts = (*(fact for _, fact in records.health.of(runner_id)), *waiting(records, runner_id, today))
    return tuple(fact for fact in facts if fact.forbids(today))


def question(fact: HealthFact) -> tuple[Line, tuple[Button, ...]]:
    """Return the question whether a condition may be kept, and its buttons."""
    yes = button(say(m.HEALTH_KEEP), "health", fact.topic.value, _day(fact))
    return say(m.HEALTH_CONSENT, what=named(fact)), (yes, button(say(m.HEALTH_DROP), "drophealth"))


def clear_button(topic: HealthTopic) -> Button:
    """Return the button that says that a clinician cleared the runner."""
    return button(say(m.HEALTH_CLEAR, what=say(NAMES[topic])), "clear", topic.value)


def _day(fact: HealthFact) -> str:
    day = fact.until or fact.since
    return "" if day is None else day.isoformat()
