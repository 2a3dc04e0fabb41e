"""What a text says, answered: what was done first, then everything else."""

from bot.app import (
    checkins,
    form,
    halves,
    health,
    lift_words,
    named_races,
    others,
)
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.meant import ANSWERS
from bot.app.past_runs import on_its_day
from bot.app.recording import RUNS, store
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.health_claims import is_controlled
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    Doubt,
    HealthReading,
    LiftQuestion,
    LiftReading,
    Meaning,
    NotKeptReading,
    NotUnderstood,
    OtherQuestion,
    RaceAheadReading,
    RunReportReading,
    SettingReading,
    SorenessReading,
    Unread,
    WeekReading,
)
from bot.training.health import HealthTopic
from bot.training.runs import is_called

ASKED_BESIDE = (
    *(WeekReading, DatedRunReading, RaceAheadReading, HealthReading, SettingReading, NotKeptReading),
    SorenessReading,
)
"""What may be told with a question that is not heard: "I'm 58 and new to this. What version would suit me?"."""

PRESSURE = HealthReading(topic=HealthTopic.BLOOD_PRESSURE)
"""Only what is not controlled holds anything back."""


def answer(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Do what was said: what was done first, then everything else."""
    if of_others := others.answer(turn, text, found):
        return of_others
    news = health.news(turn, found)
    return (_first(turn, text, news) or _done(turn, text, news)) if news else health.known_again(found)


def _first(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Answer what comes before anything that a text says: conditions, and a race that is given up by its name."""
    if PRESSURE in found and is_controlled(text):
        line = Reply(mark=Mark.KNOWLEDGE, lines=(say(m.PRESSURE_CONTROLLED),))
        rest = tuple(one for one in found if one != PRESSURE and not isinstance(one, NotUnderstood))
        answered = answer(turn, text, rest) if rest else ()
        return (line, *answered) if isinstance(answered, tuple) else answered
    if _asks(turn, text, found) and (careful := form.condition(turn, text)):
        kept = (health.ask_consent(turn, one) for one in found if isinstance(one, HealthReading))
        return (*careful, *(reply for replies in kept for reply in replies))
    return named_races.give_up(turn, text)


def _done(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    found = on_its_day(turn, _news(turn, lift_words.heard(turn, found)))
    recorded = store(turn, found)
    if any(line.message == m.ASK_WHICH_DONE for reply in recorded for line in reply.lines):
        # Which run it was is asked already.
        found = tuple(one for one in found if not isinstance(one, RunReportReading))
    # How the body is counts for what is asked beside it.
    checked = _checked_in(turn, found)
    rest = _in_turn(turn, text, found)
    if isinstance(rest, PlaceWanted):
        return rest
    beside = _beside(turn, text, found)
    # A question that waits for its answer comes last.
    asks = any(reply.mark is Mark.ASKS for reply in (*checked, *rest))
    rest = (*beside, *checked, *rest) if asks else (*checked, *rest, *beside)
    return _rather_asked(turn, text, (*recorded, *rest))


def _in_turn(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Answer one meaning after the other, but for what is stored together."""
    # A verdict that leaves out what may be kept would mislead: it follows once the runner has said yes or no.
    waits = any(isinstance(meaning, HealthReading) and not (meaning.cleared or meaning.over) for meaning in found)
    replies: list[Reply] = []
    for meaning in found:
        if isinstance(meaning, (*RUNS, LiftReading, *checkins.READINGS)) or (
            waits and isinstance(meaning, LiftQuestion)
        ):
            continue
        # What was kept for the one before must not be overwritten, and counts for what is asked behind it.
        at = turn.fresh() if replies else turn
        outcome = _half_of_run(at, found, meaning) or ANSWERS[type(meaning)](at, text, meaning)
        if isinstance(outcome, PlaceWanted):
            return outcome
        replies += outcome
    return tuple(replies)


def _half_of_run(turn: Turn, found: tuple[Meaning, ...], meaning: Meaning) -> Replies:
    """Ask by two buttons whether the one run that was told is before or after noon; nothing for anything else."""
    told = [one for one in found if isinstance(one, DatedRunReading) and not one.done]
    if not isinstance(meaning, Unread) or meaning.doubt is not Doubt.AM_OR_PM or len(told) != 1:
        return ()
    return (halves.ask_of_run(turn, meaning, told[0]),)


def _beside(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies:
    """Answer the question of form, or the open one, that something is told with and that was not heard."""
    if not found or not all(isinstance(meaning, ASKED_BESIDE) for meaning in found):
        return ()
    only_runs = all(isinstance(meaning, DatedRunReading) for meaning in found)
    felt = only_runs or all(isinstance(meaning, DatedRunReading | SorenessReading) for meaning in found)
    page = form.beside(turn, text, decide=only_runs) if felt else ()
    return page or form.asked_beside(turn, text)


def _rather_asked(turn: Turn, text: str, replies: Replies) -> Replies:
    """Answer from the guide what is refused otherwise: "lifted heavy yesterday what kind of run should I do"."""
    if not replies or any(reply.mark is not Mark.REFUSED for reply in replies):
        return replies
    found = form.look(turn, text)
    return form.reply(turn, text, found) if found.is_known and found.request is None else replies


def _asks(turn: Turn, text: str, found: tuple[Meaning, ...]) -> bool:
    """Tell whether a message asks, or may ask; one that says it was cleared is heard out first."""
    told = [one for one in found if isinstance(one, HealthReading)]
    asks = any(isinstance(one, (LiftQuestion, AfterLiftQuestion, OtherQuestion, NotUnderstood)) for one in found)
    asks = asks or (bool(told) and form.may_ask(turn, text))
    return asks and not any(one.cleared or one.over for one in told)


def _news(turn: Turn, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Leave out the runs that are told beside a question and stand in the calendar: "I've got intervals tomorrow"."""
    if not any(isinstance(meaning, LiftQuestion | AfterLiftQuestion) for meaning in found):
        return found
    calendar = turn.book().calendar
    return tuple(
        meaning
        for meaning in found
        if not isinstance(meaning, DatedRunReading)
        or meaning.done
        or meaning.replaces
        or not any(is_called(run, meaning.run.kind) for run in calendar.runs_on(meaning.date))
    )


def _checked_in(turn: Turn, found: tuple[Meaning, ...]) -> Replies:
    """Keep the check-ins among some meanings; today's answer follows, unless something else is asked for."""
    said = tuple(meaning for meaning in found if isinstance(meaning, checkins.READINGS))
    if not said:
        return ()
    replies = checkins.keep(turn, said)
    asks = any(isinstance(meaning, LiftQuestion) for meaning in found)
    stored = any(reply.mark is Mark.STORED for reply in replies)
    return (*replies, today_answer(turn)) if stored and not asks else replies
