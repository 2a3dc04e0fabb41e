"""`/start`: the set-up. Every step can be skipped, left and resumed; where one is stands in a row, not in memory."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.app import dialogues, form, half_read, health, run_fixes, schedule, settings, setup_answers, setup_week
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.consents import save_dialogue
from bot.app.knowledge import Place
from bot.app.recording import meanings
from bot.app.records import Dialogue
from bot.app.replies import asked, button, refused, rows
from bot.app.reply import Button, Line, Mark, Message, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.clocks import other_half
from bot.language.health import read_health_answer, says_no_more
from bot.language.meaning import HealthReading
from bot.language.run_fixes import RunFix
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
    about: Message
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
        return (Reply(mark=Mark.UNABLE, lines=(say(m.LINK_NOT_YET),)), *resume(turn))
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.WELCOME),)), *resume(turn))


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


def given(turn: Turn, step: str, names: Iterable[str], replies: Replies) -> Replies:
    """Go on behind a step whose setting was given in other words, or by a command, while it was open."""
    done = step in names and step_of(turn) == step and any(reply.mark is Mark.STORED for reply in replies)
    return (*replies, *go_on(turn.fresh(), step)) if done else replies


def by_command(turn: Turn, step: str | None, name: str, text: str, replies: Replies) -> Replies:
    """Go on where a command gave what the open step asks for."""
    first, _, value = text.strip().partition(" ")
    time = not value and (first.lower() == "off" or settings.takes(turn, "reminder", first))
    names = {"set": {first.lower()}, "remind": {"reminder"} if time else set(), "schedule": {"week"}}
    return given(turn, step, names.get(name, set()), replies) if step is not None else replies


def place_found(turn: Turn, name: str, places: tuple[Place, ...]) -> Replies:
    """Go on with the place that a runner named."""
    return _after_zone(turn, settings.set_zone(turn, name, places))


def zone_known(turn: Turn, zone: str) -> Replies:
    """Go on with a zone that was tapped or found from a location."""
    return _after_zone(turn, (settings.zone_stored(turn, zone),))


def skip(turn: Turn, step: str) -> Replies:
    """Leave a step unanswered and go on; a button of a step that is over does nothing."""
    if step_of(turn) != step:
        return resume(turn) if step_of(turn) else (Reply(mark=Mark.UNABLE, lines=(say(m.STEP_OVER),), alert=True),)
    return go_on(turn, step)


def _after_zone(turn: Turn, replies: Replies) -> Replies:
    done = any(reply.mark is Mark.STORED for reply in replies)
    return (*replies, *go_on(turn.fresh(), "zone")) if done and step_of(turn) == "zone" else replies


def resume(turn: Turn) -> Replies:
    """Ask the step at which the set-up stands, or was left; without one the first."""
    dialogue = turn.records.dialogue(turn.runner.id)
    left = dialogue is not None and dialogue.name in {NAME, dialogues.LEFT} and dialogue.step in STEPS
    return ask(turn, dialogue.step if dialogue is not None and left else "zone")


def go_on(turn: Turn, step: str) -> Replies:
    """Ask the next step behind one whose answer is not known yet; behind the last one the set-up ends."""
    names = list(STEPS)
    for name in names[names.index(step) + 1 :]:
        if not is_known(turn, name):
            return ask(turn, name)
    save_dialogue(turn.records, turn.runner.id, None)
    return (
        Reply(
            mark=Mark.KNOWLEDGE,
            lines=(say(m.SETUP_DONE),),
            buttons=((button(say(m.CAN_I_TODAY), "day", turn.today.isoformat()),),),
        ),
    )


def ask(turn: Turn, step: str, *first: Line) -> Replies:
    """Ask a step behind `first` lines, and keep that it waits for an answer."""
    before = turn.records.dialogue(turn.runner.id)
    waits = {key: text for key, text in (before.draft if before else {}).items() if key in dialogues.WAITING}
    save_dialogue(turn.records, turn.runner.id, Dialogue(name=NAME, step=step, draft=waits))
    here = say(m.STEP, number=list(STEPS).index(step) + 1, of=len(STEPS))
    asking = STEPS[step]
    return (asked(*first, here, say(asking.question), buttons=(*asking.buttons, _leaving(step))),)


def ask_again(turn: Turn, step: str, replies: Replies) -> Replies:
    """Ask a step again behind what was answered; it waits where a week that was half read is asked about first."""
    waits = dialogues.draft_of(turn, "week") is not None
    return replies if waits else (*replies, *ask(turn, step))


def waiting(step: str) -> Reply:
    """Say in one line that a step waits, with a button that shows it."""
    line = say(m.STEP_WAITS, number=list(STEPS).index(step) + 1, of=len(STEPS), what=say(STEPS[step].about))
    return asked(line, buttons=((button(say(m.GO_ON), "gosetup"), *_leaving(step)),))


def is_known(turn: Turn, step: str) -> bool:
    """Tell whether the answer to a step was told before, or nothing is left to ask."""
    profile = turn.runner.profile
    known = {
        "zone": profile.timezone_known,
        "week": schedule.current(turn) is not None,
        "run_time": profile.run_time is not None or not _has_untimed_runs(turn),
        "running": profile.running_since is not None,
        "lifting": profile.lifting_since is not None,
        "health": bool(health.answers(turn)),
        "reminder": turn.runner.reminders.morning is not None,
    }
    return known.get(step, False)


def _has_untimed_runs(turn: Turn) -> bool:
    pattern = schedule.current(turn)
    return pattern is not None and any(run.run.time is None for run in pattern.runs)


def _zone(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Look a place up; a "yes" takes the one place that was offered, and what cannot be one is not looked up."""
    offered = [tap.args[0] for tap in dialogues.taps(turn) if tap.name == "zone"]
    if len(offered) == 1 and text.strip(" .!").lower() in dialogues.YES:
        return zone_known(turn, offered[0])
    place = setup_answers.place_in(text)
    if not place:
        return ask(turn, "zone", say(m.GREETING_NAMED))
    return (refused(m.EXPECTS_PLACE),) if setup_answers.is_no_place(place) else PlaceWanted(name=place)


def week_told(turn: Turn, text: str) -> Replies:
    """Keep the running week, and go on once it is known."""
    replies = half_read.answered(turn, text) or schedule.replace_week(turn, text)
    done = replies[0].mark is Mark.STORED
    return (*replies, *go_on(turn.fresh(), "week")) if done else replies


def _is_week(turn: Turn, text: str) -> bool:
    if half_read.is_agreed(turn, text):
        return True
    return bool(schedule.read(turn, text).entries) and setup_week.may_be_week(meanings(turn, text))


def _health(turn: Turn, text: str) -> Replies:
    """Keep health answers written in words; "none of these" ends the step, anything else may be followed by more."""
    today, vocabulary = turn.local_now.date(), turn.knowledge.vocabulary
    readings = read_health_answer(text, today=today, vocabulary=vocabulary)
    if not readings:
        return (refused(m.HEALTH_EXPECTS),)
    none = all(isinstance(one, HealthReading) and one.topic is HealthTopic.NONE for one in readings)
    # "None otherwise" behind an answer that is kept says that it was all.
    replies = () if none and health.answers(turn) else health.keep_all(turn, readings)
    if none or says_no_more(text, today=today, vocabulary=vocabulary):
        return (*replies, *go_on(turn.fresh(), "health"))
    told = all(reply.mark is Mark.KNOWLEDGE for reply in replies)
    return (*replies, *ask(turn, "health")) if told else replies


def _is_health(turn: Turn, text: str) -> bool:
    return bool(read_health_answer(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary))


def _run_time(turn: Turn, text: str) -> Replies:
    """Keep the usual time, and what is said of single days; a bare hour that may be either half is asked about."""
    fixes = setup_answers.run_times(turn, text)
    if not fixes:
        return _setting("run_time")(turn, text)
    usual = next((fix for fix in fixes if fix.is_usual), None)
    known = tuple(fix for fix in fixes if not fix.is_usual or (fix.time is not None and fix.sure))
    replies = run_fixes.apply(turn, known) if known else ()
    if any(reply.mark is not Mark.STORED for reply in replies):
        return replies
    if usual is not None and usual not in known:
        return (*replies, *_which_time(turn, usual))
    done = any(fix.is_usual or fix.every for fix in fixes) or not _has_untimed_runs(turn)
    return (*replies, *(go_on(turn.fresh(), "run_time") if done else ask(turn, "run_time")))


def _which_time(turn: Turn, usual: RunFix) -> Replies:
    """Ask for the time of "after work", or for the half of the day of "5:30"."""
    half, part = ("" if usual.time is None else f"{usual.time:%H:%M}"), ("" if usual.part is None else usual.part.value)
    draft = {setup_answers.HALF: half, setup_answers.PART: part}
    turn.records.save_dialogue(turn.runner.id, Dialogue(name=NAME, step="run_time", draft=draft))
    if usual.time is None:
        return (asked(say(m.ASK_PART_TIME), buttons=(_leaving("run_time"),)),)
    early, late = sorted((usual.time, other_half(usual.time)))
    labels = (say(m.IN_THE_MORNING, time=early), f"{early:%H:%M}"), (say(m.IN_THE_EVENING, time=late), f"{late:%H:%M}")
    line = say(m.ASK_HALF, time=f"{early.hour}:{early:%M}")
    return (asked(line, buttons=(*_choices("run_time", labels, width=2), _leaving("run_time"))),)


def _is_run_time(turn: Turn, text: str) -> bool:
    return bool(setup_answers.run_times(turn, text)) or settings.takes(turn, "run_time", text)


def _how_long(step: str) -> Callable[[Turn, str], Replies]:
    """Return what keeps how long one has run and lifted; both may be told at once."""

    def take(turn: Turn, text: str) -> Replies:
        told = setup_answers.how_long(turn, step, text)
        if setup_answers.is_nothing(text):
            # "None" may be anything but a runner who began today.
            return (refused(m.EXPECTS_EXPERIENCE),)
        if not told:
            return settings.set_value(turn, step, text)
        replies = tuple(
            reply for name, value in told.items() for reply in settings.set_value(turn.fresh(), name, value)
        )
        if step not in told:
            return (*replies, *ask(turn, step))
        return (*replies, *go_on(turn.fresh(), step))

    return take


def _reminder(turn: Turn, text: str) -> Replies:
    return _setting("reminder")(turn, setup_answers.reminder(turn, text) or text)


def _setting(name: str) -> Callable[[Turn, str], Replies]:
    def take(turn: Turn, text: str) -> Replies:
        replies = settings.set_value(turn, name, text)
        return given(turn, name, (name,), replies)

    return take


def _leaving(step: str) -> tuple[Button, ...]:
    return (button(say(m.SKIP), "skip", step), button(say(m.LEAVE), "cancel"))


def _choices(step: str, labels: tuple[tuple[Line, str], ...], *, width: int) -> tuple[tuple[Button, ...], ...]:
    return rows((button(label, "step", step, value.replace(":", "")) for label, value in labels), width=width)


def _times(step: str, times: tuple[str, ...]) -> tuple[tuple[Button, ...], ...]:
    return _choices(step, tuple((say(m.PLAIN, text=at), at) for at in times), width=4)


def _experiences(step: str) -> tuple[tuple[Button, ...], ...]:
    return _choices(step, tuple((say(label), value) for label, value in EXPERIENCES), width=2)


STEPS: Mapping[str, Step] = {
    "zone": Step(
        question=m.ASK_ZONE,
        about=m.STEP_ZONE,
        buttons=(),
        take=_zone,
        fits=lambda _, __: False,
    ),
    "week": Step(question=m.ASK_WEEK, about=m.STEP_WEEK, buttons=(), take=week_told, fits=_is_week),
    "run_time": Step(
        question=m.ASK_USUAL_TIME,
        about=m.STEP_RUN_TIME,
        buttons=_times("run_time", RUN_TIMES),
        take=_run_time,
        fits=_is_run_time,
    ),
    "running": Step(
        question=m.ASK_RUNNING,
        about=m.STEP_RUNNING,
        buttons=_experiences("running"),
        take=_how_long("running"),
        fits=lambda turn, text: bool(setup_answers.how_long(turn, "running", text)),
    ),
    "lifting": Step(
        question=m.ASK_LIFTING,
        about=m.STEP_LIFTING,
        buttons=_experiences("lifting"),
        take=_how_long("lifting"),
        fits=lambda turn, text: bool(setup_answers.how_long(turn, "lifting", text)),
    ),
    "health": Step(
        question=m.ASK_HEALTH,
        about=m.STEP_HEALTH,
        buttons=(*health.question_buttons(), (button(say(m.HEALTH_DONE), "skip", "health"),)),
        take=_health,
        fits=_is_health,
    ),
    "reminder": Step(
        question=m.ASK_REMINDER,
        about=m.STEP_REMINDER,
        buttons=_times("reminder", MORNINGS),
        take=_reminder,
        fits=lambda turn, text: setup_answers.reminder(turn, text) is not None,
    ),
}
