"""What a message means, as a whole. A question is never mistaken for a change of data."""

import datetime as dt
from itertools import pairwise

from bot.language.after_lifts import asks_to_run_after
from bot.language.asking import asks_which_first, is_question
from bot.language.away import read_away
from bot.language.beside import (
    by_parts,
    is_run_and_lift,
    lift_times_beside,
    race_and_run,
    races_beside,
    sore_beside,
    told_beside,
    told_in_sentences,
)
from bot.language.both_logged import read_runs_and_log
from bot.language.by_core import read_core
from bot.language.changes_for_good import read_change_for_good
from bot.language.clauses import clauses_of
from bot.language.day_marks import with_days
from bot.language.dictated import with_marks
from bot.language.eased_races import read_eased_race
from bot.language.entered_races import read_entered_race, read_race_of_some_day
from bot.language.excepted_days import names_excepted_day
from bot.language.goals import read_goals
from bot.language.held import any_mark
from bot.language.hot_runs import read_hot_run
from bot.language.items import Context
from bot.language.lasting import as_long_as_said
from bot.language.left_out import read_run_of_some_day
from bot.language.lift_fixes import read_lift_fix
from bot.language.lift_logs import tells_load
from bot.language.lift_moves import read_lift_change
from bot.language.lift_repairs import read_lift_repair
from bot.language.lifting_now import read_lift_wish, read_set_reps
from bot.language.likely import likely
from bot.language.linked_weeks import with_links
from bot.language.logged import is_asked_about, read_log
from bot.language.meaning import (
    AfterLiftQuestion,
    GymReading,
    LiftQuestion,
    Meaning,
    MomentReading,
    MovedRunReading,
    NotUnderstood,
    OtherQuestion,
    PauseReading,
    SettingReading,
    SmallTalk,
    SorenessReading,
    TimeOffReading,
    TravelReading,
    Unread,
    WeekReading,
)
from bot.language.message import (
    Message,
    Reader,
    first_of,
    is_essay,
    is_long_list,
    message_of,
    once,
    rest,
)
from bot.language.moments import read_moment
from bot.language.names import read_name
from bot.language.nods import behind_nods
from bot.language.open_days import read_open_days
from bot.language.openings import tells_no_own_week, tells_old_days, tells_past_week
from bot.language.pauses import read_pausing
from bot.language.pauses_ahead import read_pause_ahead
from bot.language.people import names_another, tells_of_else
from bot.language.plain_weeks import read_plain_week
from bot.language.progress import read_progress_question
from bot.language.questions import asks_in, may_ask, only_other_lifts
from bot.language.race_priorities import with_priority
from bot.language.races_ahead import read_race_ahead, without_day
from bot.language.reminder_words import read_quiet_hours
from bot.language.reports import Reports, reports_in
from bot.language.scan import scan
from bot.language.several_races import read_several_races
from bot.language.small_talk import read_override, read_small_talk
from bot.language.taking_back import read_taking_back
from bot.language.text import normalise, too_long, without_chat
from bot.language.time_off import read_time_off
from bot.language.told import (
    read_report_of_run,
    read_run_and_legs,
    read_run_that_was,
    read_runs_on_days,
    read_settings,
    read_sore,
    read_wanted,
)
from bot.language.told_races import read_race_changes, read_races
from bot.language.turns import only_rests
from bot.language.vocabulary import Vocabulary
from bot.language.week import read_week
from bot.language.weekly import (
    read_lift_times,
    read_plan,
    read_runs_and_lifts,
    read_weekly,
    read_weekly_time,
)
from bot.language.weekly_changes import read_weekly_change
from bot.language.wording import plain
from bot.training.profile import DistanceUnit, MassUnit

_EMPTY = (NotUnderstood, SmallTalk, OtherQuestion)
# Nobody asks about one moment in so many clauses.
_MOST_CLAUSES = 120
_LEFT_OPEN = (NotUnderstood, OtherQuestion, Unread)


def understand(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, mass_unit: MassUnit, distance_unit: DistanceUnit
) -> tuple[Meaning, ...]:
    """Read a message; `now` is the runner's local time. Never empty, and no text raises.

    Questions come first: whatever asks is a `LiftQuestion` or an `OtherQuestion` and changes nothing. Statements are
    changes only when they read as one without doubt about their sort; anything else is `NotUnderstood`.
    """
    if too_long(text) or too_long(without_chat(normalise(text))):
        return (read_week(text, today=now.date(), vocabulary=vocabulary, distance_unit=distance_unit),)
    message = behind_nods(
        as_message(text, now=now, vocabulary=vocabulary, mass_unit=mass_unit, distance_unit=distance_unit)
    )
    reports = reports_in(message.items, message.text, now.date())
    away = () if any(isinstance(one, TravelReading) for one in reports.found) else read_away(message)
    told = (*reports.found, *away, *read_goals(message))
    if not told:
        return _with_sore(reports, _read(message))
    if any(isinstance(one, SettingReading) and one.name == "priority" for one in told):
        return told
    whole = message if not reports.found else rest(message, reports.left)
    others = _read(whole) if reports.left or not reports.found else ()
    told = tuple(one for one in told if not _is_told_better(one, others))
    rated = any(isinstance(one, SorenessReading) for one in told)
    gone = any(isinstance(one, TimeOffReading) for one in told)
    left = (one for one in others if not isinstance(one, _EMPTY) and one not in told)
    # "Off to Madrid thursday to saturday, no running" says nothing of every week.
    left = (one for one in left if not (gone and isinstance(one, WeekReading) and only_rests(one)))
    return _with_sore(reports, (*told, *(one for one in left if not (rated and isinstance(one, SorenessReading)))))


def as_message(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, mass_unit: MassUnit, distance_unit: DistanceUnit
) -> Message:
    """Return a message as the readers see it: normalised, put in known words and cut into items."""
    context = Context(text=without_chat(normalise(text)), today=now.date(), unit=distance_unit)
    items = with_days(scan(context, vocabulary))
    if not is_essay(context.text, items):
        context, items = plain(context, vocabulary)
    message = Message(context=context, items=items, now=now, vocabulary=vocabulary, mass_unit=mass_unit)
    # A part may be all of it.
    return message_of(message, with_marks(items, context.text))


def _is_told_better(one: Meaning, others: tuple[Meaning, ...]) -> bool:
    """Tell whether how hot it was is told with the run, or with the days away what to do in them."""
    away = isinstance(one, TimeOffReading) and any(isinstance(other, TimeOffReading | PauseReading) for other in others)
    return away or (isinstance(one, GymReading) and one in others)


def _with_sore(reports: Reports, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Add to a question about a lift that the legs are told to be sore: how sore is asked with the answer."""
    asks = any(isinstance(one, LiftQuestion) for one in found)
    told = any(isinstance(one, SorenessReading) for one in found)
    return (SorenessReading(level=None), *found) if reports.sore and asks and not told else found


def _read(message: Message) -> tuple[Meaning, ...]:
    found = as_long_as_said(without_day(with_links(_read_first(message), message), message), message)
    # "No running for me til monday now" says nothing of every monday.
    until = any(one.is_word("until") and two.names_day for one, two in pairwise(message.items))
    left = (one for one in found if not (until and isinstance(one, WeekReading) and only_rests(one)))
    left = (one for one in left if not (_is_pushed(one, message) or names_excepted_day(one, message)))
    kept = with_priority(tuple(left), message.text)
    return _asked_likely(message, kept) or kept or (NotUnderstood(likely=likely(message.items)),)


def _asked_likely(message: Message, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Return a question about a lift where nothing else is found, a moment to come is named, and it seems to ask."""
    if not all(isinstance(one, NotUnderstood | OtherQuestion) for one in found) or tells_of_else(message.items):
        return ()
    # Nobody asks about one moment in so many clauses.
    stand = None if len(clauses_of(message.items)) > _MOST_CLAUSES else may_ask(message.items)
    if stand is None or not message.vocabulary.lift_questions.asks(message.text, stand):
        return ()
    moment = read_moment(message.text, now=message.now, vocabulary=message.vocabulary)
    if moment is None or _is_over(moment, message):
        return ()
    return (LiftQuestion(moment=moment, other=only_other_lifts(message.items)),)


def _is_over(moment: MomentReading | Unread | None, message: Message) -> bool:
    return isinstance(moment, MomentReading) and moment.date is not None and moment.date < message.now.date()


def _is_pushed(one: Meaning, message: Message) -> bool:
    """Tell whether what is moved to a day that is over is no run of any day: "pushed the car up the hill yesterday"."""
    return isinstance(one, MovedRunReading) and one.from_date is None and one.date < message.now.date()


def _read_first(message: Message) -> tuple[Meaning, ...]:
    if tells_of_else(message.items):
        return _question(message) or (NotUnderstood(likely=likely(message.items)),)
    found = once(message, _by_readers)
    if all(isinstance(one, _LEFT_OPEN) for one in found) and (week := read_plain_week(message)):
        return (*week, *_question_beside(message, found))
    if found and isinstance(found[0], LiftQuestion | AfterLiftQuestion):
        told = (one for one in told_beside(message) if not is_asked_about(one, found[0], message.items))
        return (*told, *found)
    if found and isinstance(found[0], OtherQuestion):
        return (*told_in_sentences(message), *found)
    if any(isinstance(one, Unread) for one in found) and is_run_and_lift(parts := once(message, by_parts)):
        return parts
    found = (*found, *lift_times_beside(message, found), *races_beside(message, found)) or once(message, by_parts)
    if found and not any(isinstance(one, SorenessReading) for one in found):
        found = (*found, *sore_beside(message))
    return found or read_core(message, _told_in) or (NotUnderstood(likely=likely(message.items)),)


def _by_readers(message: Message) -> tuple[Meaning, ...]:
    return first_of(message, _OF_ESSAYS if message.is_essay else _READERS)


def _told_in(part: Message) -> tuple[Meaning, ...]:
    return once(part, _by_readers) or once(part, by_parts)


def _question_beside(message: Message, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    asks = any_mark(message.items, "?")
    return tuple(one for one in found if asks and isinstance(one, OtherQuestion))


def _question(message: Message) -> tuple[Meaning, ...]:
    asks = is_question(message.items)
    if message.is_essay and not asks:
        # Only a short message asks by naming no more than a lift and a moment.
        return ()
    if asks and not asks_which_first(message.items) and asks_to_run_after(message.items, message.now.date()):
        return (AfterLiftQuestion(),)
    if len(clauses_of(message.items)) > _MOST_CLAUSES:
        return (OtherQuestion(),) if asks else ()
    if asks_in(message.items) and (asks or not tells_load(message.text, message.vocabulary)):
        moment = read_moment(message.text, now=message.now, vocabulary=message.vocabulary)
        kept = asks or not _is_over(moment, message)
        return (LiftQuestion(moment=moment, other=only_other_lifts(message.items)),) if kept else ()
    return (OtherQuestion(),) if asks else ()


def _old_days(message: Message) -> tuple[Meaning, ...]:
    """Take nothing from what somebody remembers: "remember when we used to run twice a day? Mondays hills …"."""
    return (NotUnderstood(likely=likely(message.items)),) if tells_old_days(message.items) else ()


def _another(message: Message) -> tuple[Meaning, ...]:
    """Take nothing from what somebody else did, nor from a week that was or is nobody's."""
    told = names_another(message.items, message.text) or tells_past_week(message.items)
    told = told or (is_long_list(message.items) and tells_no_own_week(message.items))
    return (NotUnderstood(likely=likely(message.items)),) if told else ()


_OF_ESSAYS: tuple[Reader, ...] = (
    read_small_talk,
    _old_days,
    read_plan,
    _question,
    _another,
    read_weekly,
)
_READERS: tuple[Reader, ...] = (
    read_override,
    read_small_talk,
    read_name,
    _old_days,
    read_run_of_some_day,
    read_quiet_hours,
    read_pause_ahead,
    read_time_off,
    read_taking_back,
    read_race_ahead,
    read_several_races,
    read_entered_race,
    read_race_of_some_day,
    read_open_days,
    read_lift_wish,
    read_lift_fix,
    read_lift_repair,
    read_set_reps,
    read_runs_and_log,
    read_runs_and_lifts,
    read_weekly_change,
    read_change_for_good,
    read_plan,
    read_pausing,
    read_lift_change,
    read_wanted,
    read_progress_question,
    read_eased_race,
    _question,
    _another,
    read_hot_run,
    read_log,
    read_settings,
    read_sore,
    read_run_and_legs,
    read_report_of_run,
    read_run_that_was,
    read_lift_times,
    read_weekly,
    read_race_changes,
    read_races,
    race_and_run,
    read_weekly_time,
    read_runs_on_days,
)
