"""What a text without a command means, and the use case that answers it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.app import (
    alone,
    asking,
    better,
    checkins,
    dialogues,
    eased_races,
    feedback,
    fixed_lifts,
    follow_ups,
    form,
    gym_typed,
    half_read,
    health,
    lift_words,
    logbook,
    moving_lifts,
    named_races,
    normal_days,
    overriding,
    pausing,
    progress,
    race_lifts,
    races,
    red_flags,
    requests,
    run_fixes,
    running,
    safety,
    schedule,
    settings,
    setup,
    time_off,
)
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.doubts import ask_back
from bot.app.guide import Request
from bot.app.help import show
from bot.app.left_out import leave_out
from bot.app.past_runs import on_its_day
from bot.app.presses import press
from bot.app.recording import RUNS, meanings, store
from bot.app.reminder_presses import snooze_newest
from bot.app.replies import button
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.app.undo import undo_last, undo_newest_of
from bot.app.why import why
from bot.language.health import is_controlled
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    Doubt,
    EasedRaceReading,
    FixedLiftsReading,
    HealthReading,
    HeatClearedReading,
    LeftOutRunReading,
    LiftEffortReading,
    LiftFixReading,
    LiftQuestion,
    LiftReading,
    LiftRetoldReading,
    LiftWishReading,
    Likely,
    Meaning,
    MomentReading,
    MovedLiftReading,
    NewTimeReading,
    NormalDaysReading,
    NotUnderstood,
    OtherQuestion,
    OverrideReading,
    PauseReading,
    ProgressQuestion,
    RaceReading,
    ResumeReading,
    RunReportReading,
    SetRepsReading,
    SettingReading,
    SkippedLiftReading,
    SmallTalk,
    SorenessReading,
    Talk,
    TimeOffReading,
    UndoReading,
    Unread,
    WeekReading,
)
from bot.language.situations import asks_to_run
from bot.training.health import HealthTopic
from bot.training.runs import is_called

MAYBE = {
    Likely.TODAY: m.MAYBE_TODAY,
    Likely.WEEK: m.MAYBE_WEEK,
    Likely.RUN: m.MAYBE_RUN,
    Likely.LOG: m.MAYBE_LOG,
    Likely.BODY: m.MAYBE_BODY,
    Likely.WARM_UP: m.MAYBE_WARM_UP,
    Likely.SETTINGS: m.MAYBE_SETTINGS,
}
"""The buttons of a message that was not understood; each is pressed by its own name."""

MOST_LIKELY = 3
SKIP = "skip"
DEFINITE = frozenset({Talk.UNDO, Talk.HELP})
"""Small talk that is never the answer to a step of the set-up."""

ASKED_BESIDE = (WeekReading, DatedRunReading, HealthReading, SorenessReading)
"""What may be told with a question that is not heard: "I'm 58 and new to this. What version would suit me?"."""

WHY = frozenset({"why", "why not", "how come", "why is that"})
"""Alone they ask for the reasons of the last verdict."""

SNOOZE = frozenset({"snooze", "snooze it", "remind me later", "remind me again", "remind me again later"})
"""Alone they put the morning reminder off."""

OF_A_STEP = frozenset({Doubt.TIME, Doubt.AM_OR_PM, Doubt.VALUE, Doubt.DAY})
"""What is in doubt in an answer to a step rather than in something else."""

PASTED = frozenset({"zone", "week"})
"""The steps that take many words."""

MANY = 6
"""So many words that are no answer to a step tell something else."""

PRESSURE = HealthReading(topic=HealthTopic.BLOOD_PRESSURE)
"""Only what is not controlled holds anything back."""

LEAVE = frozenset({"later", "leave", "cancel"})


def talk(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Answer a text: as what an open question would take, as the step of the set-up it fits, else for what it means."""
    tap = dialogues.typed_tap(turn, text)
    if tap is not None:
        return tapped(turn, tap.name, tap.args)
    settled = _settled(turn, text) or gym_typed.typed(turn, text)
    if settled is not None:
        return settled
    if text.strip(" ?!.").lower() in WHY:
        return why(turn)
    if text.strip(" !.").lower() in SNOOZE:
        return snooze_newest(turn)
    step = setup.step_of(turn)
    if step is None and (kept := _kept_week(turn, text)):
        return kept
    found = meanings(turn, text)
    if step is not None and (not _is_definite(found, step) or _fits(turn, step, text, found)):
        return _in_setup(turn, step, text, found)
    unheard = all(isinstance(one, NotUnderstood | Unread | SmallTalk) for one in found)
    hanging = (alone.answer(turn, text) if unheard else ()) or follow_ups.answer(turn, text)
    hanging = hanging or race_lifts.answer(turn, text, found) or run_fixes.corrected(turn, text, found)
    replies = hanging or answer(turn, text, found)
    if step is None or isinstance(replies, PlaceWanted):
        return replies
    return setup.given(turn.fresh(), step, {one.name for one in found if isinstance(one, SettingReading)}, replies)


def _settled(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Take what is said of a red flag that was asked about, or of a pain or an illness that is known."""
    return tapped(turn, dialogues.CALM, ()) if safety.denied(turn, text) else better.answer(turn, text)


def _kept_week(turn: Turn, text: str) -> Replies:
    """Keep a week that was half read and waits, where a text says so."""
    replies = half_read.answered(turn, text)
    if replies:
        dialogues.drop_draft(turn)
    return replies


def tapped(turn: Turn, name: str, args: tuple[str, ...]) -> Replies | PlaceWanted:
    """Answer a button; "No" to what sounded like a red flag lets the message be taken as any other."""
    if name != dialogues.CALM or args:
        return press(turn, name, args)
    text, calmed = dialogues.held(turn), safety.calm(turn)
    return talk(turn, text) if text is not None else calmed or press(turn, name, args)


def answer(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Do what was said: what was done first, then everything else."""
    news = health.news(turn, found)
    if not news:
        return health.known_again(found)
    if PRESSURE in news and is_controlled(text):
        return _under_control(turn, text, tuple(one for one in news if one != PRESSURE))
    return _answered(turn, text, news)


def _under_control(turn: Turn, text: str, rest: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Say that a blood pressure under control holds nothing back, and answer the rest."""
    line = Reply(mark=Mark.KNOWLEDGE, lines=(say(m.PRESSURE_CONTROLLED),))
    known = tuple(one for one in rest if not isinstance(one, NotUnderstood))
    replies = _answered(turn, text, known) if known else ()
    return (line, *replies) if isinstance(replies, tuple) else replies


def _answered(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    if _asks(turn, text, found) and (careful := form.condition(turn, text)):
        kept = (health.ask_consent(turn, one) for one in found if isinstance(one, HealthReading))
        return (*careful, *(reply for replies in kept for reply in replies))
    if given_up := named_races.give_up(turn, text):
        return given_up
    found = on_its_day(turn, _news(turn, lift_words.heard(turn, found)))
    recorded = store(turn, found)
    if any(line.message == m.ASK_WHICH_DONE for reply in recorded for line in reply.lines):
        # Which run it was is asked already.
        found = tuple(one for one in found if not isinstance(one, RunReportReading))
    rest = _in_turn(turn, text, found)
    if isinstance(rest, PlaceWanted):
        return rest
    return _rather_asked(turn, text, (*recorded, *_checked_in(turn, found), *rest, *_beside(turn, text, found)))


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
        outcome = ANSWERS[type(meaning)](turn, text, meaning)
        if isinstance(outcome, PlaceWanted):
            return outcome
        replies += outcome
    return tuple(replies)


def _beside(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies:
    """Answer the question of form, or the open one, that something is told with and that was not heard."""
    if not found or not all(isinstance(meaning, ASKED_BESIDE) for meaning in found):
        return ()
    only_runs = all(isinstance(meaning, DatedRunReading) for meaning in found)
    return (form.beside(turn, text) if only_runs else ()) or form.asked_beside(turn, text)


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


def _is_definite(found: tuple[Meaning, ...], step: str) -> bool:
    """Tell whether a text surely means something else than the answer to a step: that is done, and the step waits."""
    week = (WeekReading, DatedRunReading) if step == "week" and not _tells_of_now(found) else ()
    chat = any(isinstance(meaning, SmallTalk) and meaning.talk not in DEFINITE for meaning in found)
    return not chat and not any(isinstance(one, (NotUnderstood, Unread, OtherQuestion, *week)) for one in found)


def _fits(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> bool:
    """Tell whether a text can only be the answer to a step; what asks or reports is no week, whatever days it names."""
    if step == "week" and _tells_of_now(found):
        return half_read.is_agreed(turn, text)
    return setup.fits(turn, step, text)


def _tells_of_now(found: tuple[Meaning, ...]) -> bool:
    """Tell whether a text asks, reports, or tells of a run that was done or skipped."""
    other = (LiftQuestion, AfterLiftQuestion, OverrideReading, HealthReading, RunReportReading, *checkins.READINGS)
    changed = any(isinstance(one, DatedRunReading) and (one.done or one.replaces) for one in found)
    return changed or any(isinstance(meaning, other) for meaning in found)


def _in_setup(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    word = text.strip().lower()
    if word == SKIP:
        return setup.skip(turn, step)
    if word in LEAVE:
        return dialogues.cancel(turn)
    if setup.fits(turn, step, text):
        return setup.answer(turn, step, text)
    beside = _beside_the_step(turn, step, text, found)
    if isinstance(beside, PlaceWanted):
        return beside
    return (*beside, *setup.ask(turn.fresh(), step)) if beside else setup.answer(turn, step, text)


def _beside_the_step(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Answer who greets, asks, corrects the week or tells something before they answer a step, which is asked again."""
    if step not in PASTED and (corrected := run_fixes.corrected(turn, text, found, now=True)):
        return corrected
    chat = next((meaning for meaning in found if isinstance(meaning, SmallTalk)), None)
    if chat is not None:
        return _small_talk(turn, text, chat) if chat.talk in {Talk.GREETING, Talk.THANKS} else ()
    asks = any(isinstance(meaning, OtherQuestion) for meaning in found)
    if asks or any(isinstance(one, Unread) and one.doubt not in OF_A_STEP for one in found):
        return () if step == "week" and not asks else answer(turn, text, found)
    if " " not in text.strip():
        # One word may be a city.
        return ()
    return form.about(turn, text) or (() if len(text.split()) < MANY or step in PASTED else answer(turn, text, found))


def _week(turn: Turn, text: str, meaning: WeekReading) -> Replies:
    return schedule.change_week(turn, meaning.text or text)


def _new_time(turn: Turn, _: str, meaning: NewTimeReading) -> Replies:
    return schedule.new_time(turn, meaning)


def _race(turn: Turn, _: str, meaning: RaceReading) -> Replies:
    return races.store(turn, meaning)


def _fixed(turn: Turn, _: str, meaning: FixedLiftsReading) -> Replies:
    return fixed_lifts.store(turn, meaning)


def _setting(turn: Turn, _: str, meaning: SettingReading) -> Replies | PlaceWanted:
    return settings.change_setting(turn, f"{meaning.name} {meaning.value}")


def _question(turn: Turn, text: str, meaning: LiftQuestion) -> Replies:
    """Answer about the moment; one that hangs on a run nobody told of is a question to the guide."""
    names_no_day = meaning.moment in {None, MomentReading(date=None)} or isinstance(meaning.moment, Unread)
    if names_no_day and (wish := form.look(turn, text).request):
        return requests.answer(turn, wish)
    if page := form.rather(turn, text) if asking.is_open(meaning.moment) else form.of_the_week(turn, text):
        return page
    if meaning.moment is None:
        return (today_answer(turn),)
    if asking.hangs_on_nothing(turn, meaning.moment) and (page := form.page(turn, text)):
        return page
    return asking.about(turn, meaning.moment)


def _other_question(turn: Turn, text: str, _: OtherQuestion) -> Replies:
    """Answer from the guide; whether one may run is a question about the lift that was, where there was one."""
    to_run = asks_to_run(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    return running.ask(turn) if to_run and running.last_lift(turn) else form.ask(turn, text)


def _override(turn: Turn, _: str, _meaning: OverrideReading) -> Replies:
    return overriding.lift_anyway(turn)


def _after_lift(turn: Turn, _: str, _meaning: AfterLiftQuestion) -> Replies:
    return running.ask(turn)


def _health(turn: Turn, _: str, meaning: HealthReading) -> Replies:
    return health.ask_consent(turn, meaning)


def _heat_cleared(turn: Turn, _: str, _meaning: HeatClearedReading) -> Replies:
    return health.clear_heat(turn)


def _run_report(turn: Turn, _: str, meaning: RunReportReading) -> Replies:
    return feedback.tell(turn, meaning)


def _small_talk(turn: Turn, text: str, meaning: SmallTalk) -> Replies:
    match meaning.talk:
        case Talk.CANCEL:
            return dialogues.cancel(turn)
        case Talk.UNDO:
            return gym_typed.undo(turn) or undo_last(turn)
        case Talk.HELP:
            return show(turn, "")
        case _ if red_flags.standing_flags(turn):
            return red_flags.keep_flag(turn)
        case Talk.GREETING:
            return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.GREETING),)),)
        case Talk.THANKS:
            return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.THANKS),)),)
    # "That's not right" and "are you sure" are read as a no and a yes; nothing was asked here.
    return not_understood(turn, text, NotUnderstood())


def not_understood(turn: Turn, text: str, meaning: NotUnderstood) -> Replies:
    """Take what names a topic for a question about it; while a red flag stands only help is offered."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if not any(character.isalnum() for character in text) and "?" not in text:
        # A thumb, a smile, three dots.
        return requests.answer(turn, Request.OKAY)
    found = form.look(turn, text)
    if found.is_known:
        return form.reply(turn, text, found)
    # What is near a question may be anything; a statement has something near only where that is likely.
    return _unsure(turn, meaning, () if form.may_ask(turn, text) else found.nearest[:1])


def _unsure(turn: Turn, known: NotUnderstood, nearest: tuple[str, ...] = ()) -> Replies:
    """Say so in one line, with the likeliest things as buttons: a topic that it may be about first."""
    pages = [form.link(turn.knowledge.guide, slug) for slug in nearest]
    uses = [button(say(MAYBE[one]), one.value) for one in known.likely]
    buttons = tuple((one,) for one in (*pages, *uses)[:MOST_LIKELY])
    return (Reply(mark=Mark.UNABLE, lines=(say(m.NOT_UNDERSTOOD),), buttons=buttons),)


def _unread(turn: Turn, _: str, meaning: Unread) -> Replies:
    if meaning.doubt is Doubt.WEIGHT:
        return logbook.store(turn, (meaning,))
    return (ask_back(meaning),)


ANSWERS: Mapping[type, Callable[[Turn, str, Any], Replies | PlaceWanted]] = {
    WeekReading: _week,
    NewTimeReading: _new_time,
    LeftOutRunReading: lambda turn, _, meaning: leave_out(turn, meaning),
    EasedRaceReading: lambda turn, _, meaning: eased_races.ease(turn, meaning),
    UndoReading: lambda turn, _, meaning: undo_newest_of(turn, meaning.sort),
    NormalDaysReading: lambda turn, text, meaning: (
        normal_days.restore(turn, meaning) or not_understood(turn, text, NotUnderstood())
    ),
    TimeOffReading: lambda turn, _, meaning: time_off.tell(turn, meaning),
    RaceReading: _race,
    FixedLiftsReading: _fixed,
    MovedLiftReading: lambda turn, _, meaning: moving_lifts.move_in_words(turn, meaning),
    SkippedLiftReading: lambda turn, _, meaning: moving_lifts.skip_in_words(turn, meaning),
    PauseReading: lambda turn, _, meaning: pausing.store(turn, meaning),
    ResumeReading: lambda turn, _, __: pausing.resume(turn, ""),
    AfterLiftQuestion: _after_lift,
    HealthReading: _health,
    HeatClearedReading: _heat_cleared,
    RunReportReading: _run_report,
    SettingReading: _setting,
    LiftQuestion: _question,
    ProgressQuestion: lambda turn, _, meaning: progress.show(turn, meaning.exercise),
    OtherQuestion: _other_question,
    OverrideReading: _override,
    LiftWishReading: lambda turn, _, meaning: lift_words.wish(turn, meaning),
    LiftFixReading: lambda turn, _, meaning: lift_words.fix(turn, meaning),
    LiftEffortReading: lambda turn, _, meaning: lift_words.rated(turn, meaning),
    LiftRetoldReading: lambda turn, text, meaning: (
        lift_words.retold(turn, meaning) or not_understood(turn, text, NotUnderstood())
    ),
    SetRepsReading: lambda turn, text, meaning: (
        lift_words.got(turn, meaning) or not_understood(turn, text, NotUnderstood())
    ),
    SmallTalk: _small_talk,
    NotUnderstood: not_understood,
    Unread: _unread,
}
