"""Answer "can I deadlift?" for a day or a moment, and keep every verdict with its inputs."""

import datetime as dt
import json
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.app import messages as m
from bot.app import nights
from bot.app.applying import change_buttons
from bot.app.consents import clear_button, named, question, waiting
from bot.app.labels import CHECKIN_SAID
from bot.app.questions import night_question, question_lines
from bot.app.records import VerdictRecord
from bot.app.red_flags import not_meant, urgent_question, urgent_waits
from bot.app.replies import button, share_row
from bot.app.reply import Button, Line, Mark, Reply, Rows, say
from bot.app.turn import Turn, values
from bot.guidance.answer import Answer, answer_day, answer_moment
from bot.guidance.engine import decide
from bot.guidance.situation import Book, Situation
from bot.guidance.verdict import Unknown, Verdict

ENDED = {
    ("R20", "ill"): "well",
    ("R20", "fever"): "well",
    ("R20", "head_cold"): "well",
    ("R30", "pain"): "gone",
    ("R30", "pain_long"): "gone",
    ("R31", "niggle"): "gone",
}
"""What a tap can end: the check-in that says so, by rule and variant."""

R110 = 110
"""The rule of short nights: of equal questions the one with the lowest code is asked."""

REPLY_FIELDS = {Unknown.RUN_TIME.value: "time", Unknown.RUN_KIND.value: "kind"}


@cache
def situation_adapter() -> TypeAdapter[Situation]:
    """Return what writes and reads situations; it takes long to make for a start that needs none."""
    return TypeAdapter(Situation)


@cache
def answer_adapter() -> TypeAdapter[Answer]:
    """Return what writes and reads answers."""
    return TypeAdapter(Answer)


def read_answer(record: VerdictRecord) -> Answer | None:
    """Return the answer that was kept with a verdict; None when it cannot be read any more."""
    try:
        return answer_adapter().validate_json(json.dumps(_upgraded(json.loads(record.result))))
    except (ValidationError, ValueError):
        return None


def _upgraded(kept: Any) -> Any:
    """Return a kept answer as it is written now: replies to the open question were once plain texts."""
    question = kept.get("question") if isinstance(kept, dict) else None
    if not isinstance(question, dict):
        return kept
    field = REPLY_FIELDS.get(str(question.get("asks")), "word")
    replies = {
        name: {field: question[name]} for name in ("best_reply", "worst_reply") if isinstance(question.get(name), str)
    }
    return {**kept, "question": {**question, **replies}}


def day_answer(
    turn: Turn, day: dt.date, *, mark: Mark | None = None, lines: tuple[Line, ...] = (), below: Rows = ()
) -> Reply:
    """Answer about all that is left of a local day; `below` are a reminder's own buttons for the usual ones."""
    book = turn.book()
    answer = answer_day(book, day, now=turn.now)
    lines = (*_usual_hours(turn, book, answer), *lines)
    return _reply(turn, book.situation, answer, mark=mark, lines=lines, below=below)


def _usual_hours(turn: Turn, book: Book, answer: Answer) -> tuple[Line, ...]:
    """Say what holds at the runner's own slots where a day's verdict holds at none of them: "Yes" at 06:00 alone."""
    slots = [at for at in book.day(answer.day).slots if at >= turn.now]
    held = any(window.first <= at <= window.last for window in answer.windows for at in slots)
    if answer.verdict < Verdict.LIGHT or held or not slots:
        return ()
    light = any(decide(book, at).verdict is Verdict.LIGHT for at in slots)
    hours = ", ".join(f"{at.astimezone(turn.zone):%H:%M}" for at in slots)
    return (say(m.USUAL_HOURS, slots=hours, verdict=say(m.USUAL_LIGHT if light else m.USUAL_NONE)),)


def today_answer(turn: Turn) -> Reply:
    """Answer about all that is left of today."""
    return day_answer(turn, turn.today)


def today_picture(turn: Turn) -> Reply:
    """Answer about today as a picture to show around; where help is needed there is only what to do."""
    answer = today_answer(turn).answer
    if answer is None or answer.verdict is Verdict.REFER:
        return Reply(answer=answer)
    return Reply(answer=answer, pictured=True, buttons=(share_row("today"),))


def moment_answer(
    turn: Turn, at: dt.datetime, *, mark: Mark | None = None, lines: tuple[Line, ...] = (), below: Rows = ()
) -> Reply:
    """Answer about one instant; `below` are a reminder's own buttons, in place of the usual ones."""
    book = turn.book()
    return _reply(turn, book.situation, answer_moment(book, at, now=turn.now), mark=mark, lines=lines, below=below)


def _reply(
    turn: Turn, inputs: Situation, answer: Answer, *, mark: Mark | None, lines: tuple[Line, ...], below: Rows
) -> Reply:
    kept = tuple(values(turn.records.health.of(turn.runner.id)))
    record = VerdictRecord(
        at=turn.now,
        asked_day=answer.day,
        rule_set=turn.knowledge.rule_set,
        # What may not be kept yet is not kept with a verdict either.
        inputs=situation_adapter().dump_json(replace(inputs, health=kept)).decode(),
        result=answer_adapter().dump_json(answer).decode(),
    )
    turn.records.verdicts.add(turn.runner.id, record)
    if answer.verdict is Verdict.REFER:
        return Reply(mark=mark, answer=answer, buttons=not_meant())
    asked, buttons = _asked(turn, answer)
    consent, keeping = _may_keep(turn)
    if not turn.runner.profile.timezone_known:
        lines = (*lines, say(m.ZONE_UNKNOWN))
    offered = (
        *buttons,
        *keeping,
        *change_buttons(answer),
        *_well_again(answer),
        *_cleared(turn, answer),
        *(below or _below(turn, answer)),
    )
    return Reply(mark=mark, answer=answer, lines=(*lines, *asked, *consent), buttons=offered)


def _asked(turn: Turn, answer: Answer) -> tuple[tuple[Line, ...], Rows]:
    """Return what is asked below an answer: first what may be a red flag, until that is answered."""
    if urgent_waits(turn):
        line, buttons = urgent_question()
        return (line,), buttons
    return night_question() if _asks_of_night(turn, answer) else question_lines(answer)


def _asks_of_night(turn: Turn, answer: Answer) -> bool:
    """Tell whether how long the last night was matters more to an answer about this day than what it asks itself."""
    least = answer.verdict - Verdict.NO
    if answer.day != turn.today or least <= 0 or not nights.waits(turn):
        return False
    other = answer.question
    return other is None or (least, -R110) >= (other.spread, -int(other.about.code[1:]))


def _may_keep(turn: Turn) -> tuple[tuple[Line, ...], Rows]:
    """Return the questions whether what was told of the runner's health may be kept: the answer counts it in."""
    facts = waiting(turn.records, turn.runner.id, turn.today)
    asked = tuple(question(fact) for fact in facts)
    heard = tuple(say(m.HEALTH_COUNTED, what=named(fact)) for fact in facts)
    return (*heard, *(line for line, _ in asked)), tuple(buttons for _, buttons in asked)


def _well_again(answer: Answer) -> tuple[tuple[Button, ...], ...]:
    """Return a button to end a state that lasts until the runner says otherwise."""
    states = {
        (one.code, one.variant): ENDED[one.code, one.variant]
        for one in answer.decision.capping
        if (one.code, one.variant) in ENDED
    }
    return tuple((button(say(CHECKIN_SAID[name]), "ci", name),) for name in dict.fromkeys(states.values()))


def _cleared(turn: Turn, answer: Answer) -> Rows:
    """Return a button to end what a clinician forbade, where that is what holds a lift back."""
    if all(one.code != "R14" for one in answer.decision.capping):
        return ()
    kept = (fact for _, fact in turn.records.health.of(turn.runner.id) if fact.forbids(turn.today))
    return tuple((clear_button(fact.topic),) for fact in kept)


def _below(turn: Turn, answer: Answer) -> Rows:
    tomorrow = answer.day + dt.timedelta(days=1)
    buttons = [button(say(m.WHY), "why")]
    if answer.verdict is not Verdict.HEAVY and answer.decision.overridable:
        buttons.append(button(say(m.LIFT_ANYWAY), "anyway"))
    if answer.verdict >= Verdict.LIGHT and _is_now(turn, answer):
        buttons.append(button(say(m.WARM_UP), "warmup"))
    ask = button(say(m.THAT_DAY, day=tomorrow), "day", tomorrow.isoformat())
    if answer.today and answer.moment is None:
        return (tuple(buttons), (button(say(m.CARD_BUTTON), "card"), ask))
    return ((*buttons, ask),)


def _is_now(turn: Turn, answer: Answer) -> bool:
    """Tell whether the lift that an answer allows could begin now: only then a warm-up for now makes sense."""
    return answer.asked_now or any(window.first <= turn.now <= window.last for window in answer.windows)
