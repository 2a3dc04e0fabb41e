"""`/start`: the set-up. Every step can be skipped, left and resumed; where one is stands in a row, not in memory."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.app import dialogues, form, health, schedule, settings
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.knowledge import Place
from bot.app.records import Dialogue
from bot.app.replies import asked, button, refused, rows
from bot.app.reply import Button, Line, Mark, Message, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.health import read_health_answer, says_no_more
from bot.language.meaning import HealthReading
from bot.training.health import HealthTopic

NAME = dialogues.SETUP
TODAY = "today"
"""The deep link that answers about today at once."""

RUN_TIMES = ("06:00", "07:00", "12:00", "18:00")
MORNINGS = ("06:00", "06:30", "07:00", "07:30")
EXPERIENCES = ((m.NEW_TO_IT, "new"), (m.SOME_WEEKS, "4 weeks"), (m.SOME_MONTHS, "6 months"), (m.A_YEAR, "2 years"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question of the set-up: what it asks, its quick answers, what it does with one, what it knows as one."""

    question: Message
    buttons: tuple[tuple[Button, ...], ...]
    take: Callable[[Turn, str], Replies | PlaceWanted]
    fits: Callable[[Turn, str], bool]


def start(turn: Turn, link: str) -> Replies:
    """Begin the set-up, or go on where it was left; a deep link opens its place."""
    if link == "week":
        return ask(turn, "week")
    if link == TODAY:
        return (today_answer(turn),)
    topic = link.removeprefix("ask_").replace("_", "-")
    if topic in turn.knowledge.guide.topics:
        return form.topic(turn, topic)
    if link:
        return (Reply(mark=Mark.UNABLE, lines=(say(m.LINK_NOT_YET),)), *_resume(turn))
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.WELCOME),)), *_resume(turn))


def step_of(turn: Turn) -> str | None:
    """Return the step that waits for an answer, or None outside the set-up."""
    dialogue = turn.records.dialogue(turn.runner.id)
    if dialogue is None or dialogue.name != NAME or dialogue.step not in STEPS:
        return None
    return dialogue.step


def answer(turn: Turn, step: str, text: str) -> Replies | PlaceWanted:
    """Take an answer to a step; one that does not fit is refused and the step stays open."""
    return STEPS[step].take(turn, text)


def fits(turn: Turn, step: str, text: str) -> bool:
    """Tell whether a text can only be the answer to a step: any text could be a city, so none is for that one."""
    return STEPS[step].fits(turn, text)


def place_found(turn: Turn, name: str, places: tuple[Place, ...]) -> Replies:
    """Go on with the place that a runner named."""
    return _after_zone(turn, settings.set_zone(turn, name, places))


def zone_known(turn: Turn, zone: str) -> Replies:
    """Go on with a zone that was tapped or found from a location."""
    return _after_zone(turn, (settings.zone_stored(turn, zone),))


def skip(turn: Turn, step: str) -> Replies:
    """Leave a step unanswered and go on; a button of a step that is over does nothing."""
    if step_of(turn) != step:
        return _resume(turn) if step_of(turn) else (Reply(mark=Mark.UNABLE, lines=(say(m.STEP_OVER),), alert=True),)
    return _next(turn, step)


def _after_zone(turn: Turn, replies: Replies) -> Replies:
    done = any(reply.mark is Mark.STORED for reply in replies)
    return (*replies, *_next(turn.fresh(), "zone")) if done and step_of(turn) == "zone" else replies


def _resume(turn: Turn) -> Replies:
    dialogue = turn.records.dialogue(turn.runner.id)
    left = dialogue is not None and dialogue.name in {NAME, dialogues.LEFT} and dialogue.step in STEPS
    return ask(turn, dialogue.step if dialogue is not None and left else "zone")


def _next(turn: Turn, step: str) -> Replies:
    names = list(STEPS)
    for name in names[names.index(step) + 1 :]:
        if name != "run_time" or _has_untimed_runs(turn):
            return ask(turn, name)
    turn.records.save_dialogue(turn.runner.id, None)
    return (
        Reply(
            mark=Mark.KNOWLEDGE,
            lines=(say(m.SETUP_DONE),),
            buttons=((button(say(m.CAN_I_TODAY), "day", turn.today.isoformat()),),),
        ),
    )


def ask(turn: Turn, step: str) -> Replies:
    """Ask a step, and keep that it waits for an answer."""
    turn.records.save_dialogue(turn.runner.id, Dialogue(name=NAME, step=step))
    here = say(m.STEP, number=list(STEPS).index(step) + 1, of=len(STEPS))
    skip_or_leave = (button(say(m.SKIP), "skip", step), button(say(m.LEAVE), "cancel"))
    asking = STEPS[step]
    return (asked(here, say(asking.question), buttons=(*asking.buttons, skip_or_leave)),)


def _has_untimed_runs(turn: Turn) -> bool:
    pattern = schedule.current(turn)
    return pattern is not None and any(run.run.time is None for run in pattern.runs)


def _zone(_: Turn, text: str) -> PlaceWanted:
    return PlaceWanted(name=text)


def _week(turn: Turn, text: str) -> Replies:
    replies = schedule.replace_week(turn, text)
    done = replies[0].mark is Mark.STORED
    return (*replies, *_next(turn, "week")) if done else replies


def _is_week(turn: Turn, text: str) -> bool:
    return bool(schedule.read(turn, text).entries)


def _health(turn: Turn, text: str) -> Replies:
    """Keep health answers written in words; "none of these" ends the step, anything else may be followed by more."""
    today, vocabulary = turn.local_now.date(), turn.knowledge.vocabulary
    readings = read_health_answer(text, today=today, vocabulary=vocabulary)
    if not readings:
        return (refused(m.HEALTH_EXPECTS),)
    none = all(isinstance(one, HealthReading) and one.topic is HealthTopic.NONE for one in readings)
    # "None otherwise" behind an answer that is kept says that it was all.
    replies = () if none and health.answers(turn) else health.keep_all(turn, readings)
    done = none or says_no_more(text, today=today, vocabulary=vocabulary)
    return (*replies, *_next(turn.fresh(), "health")) if done else replies


def _is_health(turn: Turn, text: str) -> bool:
    return bool(read_health_answer(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary))


def _is_value(name: str) -> Callable[[Turn, str], bool]:
    return lambda turn, text: settings.takes(turn, name, text)


def _setting(name: str) -> Callable[[Turn, str], Replies]:
    def take(turn: Turn, text: str) -> Replies:
        replies = settings.set_value(turn, name, text)
        done = replies[0].mark is Mark.STORED
        return (*replies, *_next(turn.fresh(), name)) if done else replies

    return take


def _choices(step: str, labels: tuple[tuple[Line, str], ...], *, width: int) -> tuple[tuple[Button, ...], ...]:
    return rows((button(label, "step", step, value.replace(":", "")) for label, value in labels), width=width)


def _times(step: str, times: tuple[str, ...]) -> tuple[tuple[Button, ...], ...]:
    return _choices(step, tuple((say(m.PLAIN, text=at), at) for at in times), width=4)


def _experiences(step: str) -> tuple[tuple[Button, ...], ...]:
    return _choices(step, tuple((say(label), value) for label, value in EXPERIENCES), width=2)


STEPS: Mapping[str, Step] = {
    "zone": Step(
        question=m.ASK_ZONE,
        buttons=(),
        take=_zone,
        fits=lambda _, __: False,
    ),
    "week": Step(question=m.ASK_WEEK, buttons=(), take=_week, fits=_is_week),
    "run_time": Step(
        question=m.ASK_USUAL_TIME,
        buttons=_times("run_time", RUN_TIMES),
        take=_setting("run_time"),
        fits=_is_value("run_time"),
    ),
    "running": Step(
        question=m.ASK_RUNNING,
        buttons=_experiences("running"),
        take=_setting("running"),
        fits=_is_value("running"),
    ),
    "lifting": Step(
        question=m.ASK_LIFTING,
        buttons=_experiences("lifting"),
        take=_setting("lifting"),
        fits=_is_value("lifting"),
    ),
    "health": Step(
        question=m.ASK_HEALTH,
        buttons=(*health.question_buttons(), (button(say(m.HEALTH_DONE), "skip", "health"),)),
        take=_health,
        fits=_is_health,
    ),
    "reminder": Step(
        question=m.ASK_REMINDER,
        buttons=_times("reminder", MORNINGS),
        take=_setting("reminder"),
        fits=_is_value("reminder"),
    ),
}
