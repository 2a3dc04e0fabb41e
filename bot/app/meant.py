"""What each thing that a text can mean does."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.app import (
    asking,
    eased_races,
    feedback,
    fixed_lifts,
    form,
    gym_typed,
    half_told,
    halves,
    health,
    leaving,
    lift_words,
    logbook,
    moving_lifts,
    normal_days,
    overriding,
    pausing,
    progress,
    race_day_told,
    race_days,
    races,
    red_flags,
    remind,
    requests,
    running,
    schedule,
    settings,
    setup,
    spoken_of,
    time_off,
)
from bot.app import messages as m
from bot.app.answering import day_answer, today_answer
from bot.app.doubts import ask_back
from bot.app.guide import Request
from bot.app.help import show
from bot.app.left_out import leave_out
from bot.app.lift_days import lift_times
from bot.app.replies import button, unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.app.undo import undo_last, undo_newest_of
from bot.guidance.verdict import Verdict
from bot.language.meaning import (
    AfterLiftQuestion,
    Doubt,
    EasedRaceReading,
    FixedLiftsReading,
    HealthReading,
    HeatClearedReading,
    LeftOutRunReading,
    LiftEffortReading,
    LiftFixReading,
    LiftQuestion,
    LiftRetoldReading,
    LiftWishReading,
    Likely,
    MomentReading,
    MovedLiftReading,
    NewTimeReading,
    NormalDaysReading,
    NotKept,
    NotKeptReading,
    NotUnderstood,
    OtherQuestion,
    OverrideReading,
    PauseReading,
    ProgressQuestion,
    RaceAheadReading,
    RaceReading,
    ResumeReading,
    RunReportReading,
    SetRepsReading,
    SettingReading,
    SkippedLiftReading,
    SmallTalk,
    Talk,
    TimeOffReading,
    UndoReading,
    Unread,
    WeekReading,
)
from bot.language.whole_sentences import is_said, typed

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

NOT_KEPT = {NotKept.BODYWEIGHT: m.BODYWEIGHT_NOT_KEPT, NotKept.GOAL: m.GOAL_NOT_KEPT, NotKept.BEST: m.BEST_NOT_KEPT}
"""The answers to what is told and not kept."""

MOST_LIKELY = 3

REMINDS = "remind"
DAYS_OF_WEEK = 7


def _week(turn: Turn, text: str, meaning: WeekReading) -> Replies:
    return schedule.confirm(turn, meaning) if meaning.guessed else schedule.change_week(turn, meaning.text or text)


def _new_time(turn: Turn, _: str, meaning: NewTimeReading) -> Replies:
    return schedule.new_time(turn, meaning)


def _race(turn: Turn, _: str, meaning: RaceReading) -> Replies:
    return races.store(turn, meaning)


def _race_ahead(turn: Turn, text: str, meaning: RaceAheadReading) -> Replies:
    race_day_told.hold(turn, text)
    return race_days.ask_day(turn, meaning)


def _fixed(turn: Turn, _: str, meaning: FixedLiftsReading) -> Replies:
    return fixed_lifts.store(turn, meaning)


def _setting(turn: Turn, _: str, meaning: SettingReading) -> Replies | PlaceWanted:
    if meaning.name == "quiet" and not meaning.value:
        return (remind.which_hours(),)
    if meaning.days or meaning.once:
        return (remind.which(meaning),)
    if meaning.name in {"week", "warmup"}:
        return remind.remind(turn, f"{meaning.name} {meaning.value}")
    return settings.change_setting(turn, f"{meaning.name} {meaning.value}")


def _question(turn: Turn, text: str, meaning: LiftQuestion) -> Replies:
    """Answer about the moment; one that hangs on a run nobody told of is a question to the guide."""
    names_no_day = meaning.moment in {None, MomentReading(date=None)} or isinstance(meaning.moment, Unread)
    best = spoken_of.best_day(turn, text) if names_no_day else None
    wish = form.look(turn, text).request if names_no_day else None
    if wish and not (best and wish is Request.NEXT_LIFT and not requests.has_lift_times(turn)):
        return requests.answer(turn, wish)
    if best:
        return _of_lift((day_answer(turn, best),), meaning)
    if page := form.rather(turn, text) if asking.is_open(meaning.moment) else form.of_the_week(turn, text):
        return page
    if meaning.moment is None:
        return _of_lift((today_answer(turn),), meaning)
    if again := spoken_of.weighed(turn, text, meaning.moment):
        return again
    if asking.hangs_on_nothing(turn, meaning.moment) and (page := form.page(turn, text)):
        return page
    return _of_lift(asking.about(turn, meaning.moment), meaning)


def _of_lift(replies: Replies, meaning: LiftQuestion) -> Replies:
    """Say, where squats were asked about, what holds for them: the hours, not the weights (C112)."""
    note = (say(m.OTHER_LIFT),) if meaning.other else ()
    return tuple(replace(one, lines=(*note, *one.lines)) if _tells_when(one) else one for one in replies)


def _tells_when(reply: Reply) -> bool:
    return reply.answer is not None and reply.answer.verdict is not Verdict.REFER


def _other_question(turn: Turn, text: str, _: OtherQuestion) -> Replies:
    """Answer from the guide; whether one may run is a question about the lift that was, where there was one."""
    bare = is_said("asks_to_run", typed(text), turn.knowledge.vocabulary)
    to_run = bare or spoken_of.around(turn, text).asks_to_run(turn.local_now.date())
    if to_run and running.last_lift(turn):
        return running.ask(turn)
    planned = lift_times(turn.records, turn.runner, first=turn.today, days=DAYS_OF_WEEK) if bare else ()
    return running.without_lift(turn) if bare and not planned else form.ask(turn, text)


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


def small_talk(turn: Turn, text: str, meaning: SmallTalk) -> Replies:
    """Answer small talk; while a red flag stands only help is offered."""
    match meaning.talk:
        case Talk.CANCEL:
            return leaving.cancel(turn)
        case Talk.UNDO:
            return gym_typed.undo(turn) or undo_last(turn)
        case Talk.HELP:
            return show(turn, "")
        case _ if red_flags.standing_flags(turn):
            return red_flags.keep_flag(turn)
        case Talk.GREETING:
            return (_greeting(turn),)
        case Talk.THANKS:
            return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.THANKS),)),)
    # "That's not right" and "are you sure" are read as a no and a yes; nothing was asked here.
    return not_understood(turn, text, NotUnderstood())


def _greeting(turn: Turn) -> Reply:
    """Greet; whoever was not asked for their week yet is offered the set-up."""
    if schedule.current(turn) is not None or setup.step_of(turn) is not None:
        return Reply(mark=Mark.KNOWLEDGE, lines=(say(m.GREETING),))
    lines, begin = (say(m.GREETING), say(m.GREETING_NEW)), button(say(m.SETUP_BEGIN), "gosetup")
    return Reply(mark=Mark.KNOWLEDGE, lines=lines, buttons=((begin,),))


def not_understood(turn: Turn, text: str, meaning: NotUnderstood) -> Replies:
    """Take what names a topic for a question about it; while a red flag stands only help is offered."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if not any(character.isalnum() for character in text) and "?" not in text:
        # A thumb, a smile, three dots.
        return requests.answer(turn, Request.OKAY)
    asked = form.may_ask(turn, text)
    found = turn.knowledge.finder.find(text, asked=asked)
    if found.is_known:
        return form.reply(turn, text, found)
    # What is near a question may be anything; a statement has something near only where that is likely.
    return _unsure(turn, meaning, () if asked else found.nearest[:1])


def _unsure(turn: Turn, known: NotUnderstood, nearest: tuple[str, ...] = ()) -> Replies:
    """Say so in one line, with the likeliest things as buttons: a topic that it may be about first."""
    pages = [form.link(turn.knowledge.guide, slug) for slug in nearest]
    uses = [button(say(MAYBE[one]), one.value) for one in known.likely]
    buttons = tuple((one,) for one in (*pages, *uses)[:MOST_LIKELY])
    return (Reply(mark=Mark.UNABLE, lines=(say(m.NOT_UNDERSTOOD),), buttons=buttons),)


def _unread(turn: Turn, text: str, meaning: Unread) -> Replies:
    if meaning.doubt is Doubt.WEIGHT:
        return logbook.store(turn, (meaning,))
    if meaning.doubt is Doubt.RACE_DAY:
        race_day_told.hold(turn, text)
    if half_told.asks(meaning):
        return (half_told.ask(turn, meaning, text),)
    if meaning.doubt is not Doubt.AM_OR_PM:
        return (ask_back(meaning),)
    reminds = REMINDS in text.lower()
    return (halves.ask_of_setting(meaning, "reminder") if reminds else halves.ask_of_text(turn, meaning, text),)


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
    RaceAheadReading: _race_ahead,
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
    NotKeptReading: lambda _, __, meaning: (unable(NOT_KEPT[meaning.what]),),
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
    SmallTalk: small_talk,
    NotUnderstood: not_understood,
    Unread: _unread,
}
