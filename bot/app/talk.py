"""What a text without a command is taken for: an answer to what is open, a step of the set-up, or what it says."""

from dataclasses import replace

from bot.app import (
    alone,
    apart,
    back_again,
    checkins,
    clinicians,
    dialogues,
    few_words,
    follow_ups,
    form,
    gym,
    gym_orders,
    half_read,
    half_told,
    halves,
    in_passing,
    keeping,
    layoffs,
    lift_plans,
    noting,
    open_dates,
    race_day_told,
    race_lifts,
    red_flags,
    run_fixes,
    safety,
    screens,
    second_thoughts,
    setup,
    setup_back,
    setup_told,
    setup_week,
    short_answers,
    whereabouts,
    workouts,
)
from bot.app import messages as m
from bot.app.answered import answer
from bot.app.answering import today_answer
from bot.app.knowledge import Place
from bot.app.presses import press
from bot.app.recording import meanings
from bot.app.reminder_presses import snooze_newest
from bot.app.reply import Mark, Replies
from bot.app.settings import PlaceWanted
from bot.app.setup_talk import ask_behind, fits, in_setup, is_definite, ordered
from bot.app.turn import Turn
from bot.app.why import why
from bot.app.workout import Stage
from bot.language.apart import Apart
from bot.language.meaning import (
    Meaning,
    NotUnderstood,
    OtherQuestion,
    SettingReading,
    SmallTalk,
    Talk,
    Unread,
)
from bot.language.time_off_lifting import TimeOff

WHY = frozenset({"why", "why not", "how come", "why is that"})
"""Alone they ask for the reasons of the last verdict."""

HELP = SmallTalk(talk=Talk.HELP)

SNOOZE = frozenset({"snooze", "snooze it", "remind me later", "remind me again", "remind me again later"})
"""Alone they put the morning reminder off."""


def talk(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Answer a text; a date in it that may be two is asked for by buttons."""
    replies = _talk(turn, text)
    return replies if isinstance(replies, PlaceWanted) else open_dates.offered(turn, text, replies)


def _talk(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Answer a text; while the set-up is open, its step is asked again behind what was something else."""
    step = setup.step_of(turn)
    if step is None or gym_orders.is_lifting(turn):
        # Between the sets nobody is asked for their week: the set-up waits.
        return _told(turn, text, None)
    known = setup_back.known_steps(turn)
    replies = _told(turn, text, step)
    if isinstance(replies, PlaceWanted):
        return replies
    return ask_behind(turn.fresh(), step, setup_back.asked_anew(turn.fresh(), known, replies))


def place_found(turn: Turn, wanted: PlaceWanted, places: tuple[Place, ...]) -> Replies:
    """Go on with the place that a runner named, and with what else the message said."""
    return (*wanted.told, *_found(turn, wanted, places))


def _found(turn: Turn, wanted: PlaceWanted, places: tuple[Place, ...]) -> Replies:
    if wanted.offered_for:
        return _offered(turn, wanted, places)
    if not wanted.rest:
        return setup_told.place_found(turn, wanted, places)
    found = setup_told.place_found(turn, wanted, places)
    rest = talk(turn.fresh(), wanted.rest)
    rest = () if isinstance(rest, PlaceWanted) else rest
    kept = tuple(reply for reply in found if reply.mark is Mark.STORED)
    # The step that comes next is asked behind what the rest answers; a place that is in doubt is asked about last.
    return (*kept, *rest) if kept else (*rest, *found)


def _offered(turn: Turn, wanted: PlaceWanted, places: tuple[Place, ...]) -> Replies:
    """Answer a message that names where somebody is, and offer the time zone of that place where there is one."""
    step = setup.step_of(turn)
    said = _told_of_training(turn, wanted.offered_for, step)
    said = () if isinstance(said, PlaceWanted) else said
    offer = whereabouts.offer(turn.fresh(), wanted.name, places)
    # That the zone is right already is worth no message of its own behind an answer.
    both = (*said, *(one for one in offer if one.mark is Mark.ASKS))
    replies = (offer or said) if _is_unread(said) else both
    return replies if step is None else ask_behind(turn.fresh(), step, replies)


def _told(turn: Turn, text: str, step: str | None) -> Replies | PlaceWanted:
    """Answer a text: what a clinician forbids comes before all that it tells, and a place has to be looked up."""
    if of_clinicians := clinicians.heard(turn, text):
        return of_clinicians
    place = None if step == setup_told.ZONE else whereabouts.wanted(turn, text, asked=step is not None)
    return place or _told_of_training(turn, text, step)


def _told_of_training(turn: Turn, text: str, step: str | None) -> Replies | PlaceWanted:
    """Answer a text: what was said to be a break from lifting counts for all else that it says."""
    layoff = layoffs.told(turn, text)
    return _in_parts(turn, text, step) if layoff is None else _after_layoff(turn, text, layoff, step)


def _in_parts(turn: Turn, text: str, step: str | None) -> Replies | PlaceWanted:
    """Answer a text, its parts one by one where they tell several things."""
    if step is not None and setup_told.answers_several(turn, step, text):
        return _said(turn, text, step)
    pieces = apart.pieces(turn, text)
    if pieces is None:
        return _said(turn, text, step)
    doubtful = step is None and noting.doubts(turn, text)
    if not doubtful and (place := apart.place(turn, pieces)) is not None:
        return place
    parts = pieces.told_by()
    if parts is None or (not parts.rest and len(parts.told) == 1) or (doubtful and not apart.orders(parts)):
        return _said(turn, text, step)
    if apart.may_be_place(step, parts):
        return PlaceWanted(name=parts.rest, rest=parts.said)
    if not apart.fits(turn, step, parts):
        return apart.left_out(turn, text, parts) or _said(turn, text, step)
    return _one_by_one(turn, parts, step)


def _after_layoff(turn: Turn, text: str, layoff: TimeOff, step: str | None) -> Replies | PlaceWanted:
    """Keep a break from lifting, and answer what is said beside it; where nothing is, today's answer follows.

    Behind words that nobody understood there is no verdict: they may tell of what holds a lift back.
    """
    kept = layoffs.keep(turn, layoff)
    if not layoff.rest:
        is_kept = all(reply.mark is Mark.STORED for reply in kept)
        return (*kept, today_answer(turn.fresh())) if is_kept and step is None else kept
    if red_flags.standing_flags(turn) or layoffs.is_all_asked(turn, text):
        return kept
    if condition := form.condition(turn, text):
        # No lift is advised with it, whatever the break.
        return (*kept, *condition)
    rest = _told_of_training(turn.fresh(), layoff.rest, step)
    if isinstance(rest, PlaceWanted):
        return replace(rest, told=(*rest.told, *kept))
    answered = rest if layoffs.answers(rest) else ()
    # What is asked comes last, where a typed answer is meant for it.
    return (*answered, *kept) if layoff.may_be_ahead else (*kept, *answered)


def _one_by_one(turn: Turn, parts: Apart, step: str | None) -> Replies | PlaceWanted:
    """Do what the parts tell, and answer the rest; where that names a place they wait until it is found."""
    waits = step == setup_told.ZONE
    told = () if waits else apart.done(turn, parts)
    more = _said(turn.fresh(), parts.rest, step) if parts.rest else ()
    if isinstance(more, PlaceWanted):
        return replace(more, rest=parts.said)
    replies = (*(apart.done(turn.fresh(), parts) if waits else told), *more)
    names = {one.name for one in parts.told if isinstance(one, SettingReading)}
    return replies if step is None else setup.given(turn.fresh(), step, names, replies)


def _said(turn: Turn, text: str, step: str | None) -> Replies | PlaceWanted:
    """Answer a text: as what an open question would take, as the step of the set-up it fits, else for what it means."""
    if day_told := race_day_told.answer(turn, text):
        return day_told
    text = half_told.whole(turn, text)
    opened = _to_what_is_open(turn, text)
    if opened:
        return opened
    # The step that asks for the week keeps one that was half read itself, and goes on.
    kept = _kept_week(turn, text) if step != "week" else ()
    if kept:
        return kept
    found = meanings(turn, text)
    if step is not None and (taken := _in_setup(turn, step, text, found)):
        return taken
    asks = isinstance(found[0], OtherQuestion)
    unheard = (asks and "?" not in text) or all(isinstance(one, NotUnderstood | Unread | SmallTalk) for one in found)
    again = step is None and (unheard or asks)
    hanging = short_answers.again(turn, text, asks=asks, wants_help=HELP in found) if again else ()
    hanging = hanging or (alone.answer(turn, text) if unheard else ()) or _in_passing(turn, text)
    hanging = hanging or race_lifts.answer(turn, text, found) or run_fixes.corrected(turn, text, found)
    # Whoever is asked for something in the set-up tells of themselves.
    hanging = hanging or (noting.ask(turn, text, found) if step is None else ())
    replies = hanging or answer(turn, text, found)
    if step is None or isinstance(replies, PlaceWanted):
        return replies
    return setup.given(turn.fresh(), step, {one.name for one in found if isinstance(one, SettingReading)}, replies)


def _in_setup(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Take a text for the answer to a step, or for more of the week; nothing where it surely means something else."""
    if done := ordered(turn, step, text, found):
        return done
    fit = fits(turn, step, text, found)
    more = () if fit and step == "run_time" else setup_week.further(turn, step, text, found)
    if more:
        return more
    if not fit and (passing := _in_passing(turn, text)):
        return passing
    return in_setup(turn, step, text, found) if fit or not is_definite(found, step) else ()


def _in_passing(turn: Turn, text: str) -> Replies:
    """Answer what hangs on the last answer, or is asked in passing; nothing for any other text."""
    return lift_plans.answer(turn, text) or follow_ups.answer(turn, text) or in_passing.answer(turn, text)


def _to_what_is_open(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Take a text for the button, question or lift that it can only be meant for."""
    if checkins.tells_only_pain(turn, text) and not dialogues.is_label(turn, text):
        # "Pain" begins "Pain is gone" too.
        return _pained(turn)
    tap = dialogues.typed_tap(turn, text) or halves.typed(turn, text) or open_dates.typed(turn, text)
    tap = tap or keeping.button_meant(turn, text) or screens.button_meant(turn, text)
    tap = tap or second_thoughts.button_meant(turn, text) or back_again.button_meant(turn, text)
    if tap is not None:
        return tapped(turn, tap.name, tap.args)
    if safety.denied(turn, text):
        return tapped(turn, dialogues.CALM, ())
    if of_screen := screens.answer(turn, text):
        return of_screen
    word = text.strip(" ?!.").lower()
    if word in WHY:
        return why(turn)
    if word in SNOOZE:
        return snooze_newest(turn)
    return few_words.answer(turn, text)


def _pained(turn: Turn) -> Replies:
    """Ask what hurts; what was lifted until then is kept."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    under_way = workouts.under_way(turn, Stage.WORK)
    return checkins.ask_what_hurts(turn) if under_way is None else gym.hurts(turn, *under_way)


def _kept_week(turn: Turn, text: str) -> Replies:
    """Keep a week that was half read and waits, where a text says so."""
    replies = half_read.answered(turn, text)
    if replies:
        dialogues.drop_draft(turn)
    return replies


def tapped(turn: Turn, name: str, args: tuple[str, ...]) -> Replies | PlaceWanted:
    """Answer a button.

    "No" to what sounded like a red flag, or an open time or date chosen, lets the message be taken anew.
    """
    if name == dialogues.HALF and len(args) == 1 and (told := halves.told(turn, *args)):
        return talk(turn, told)
    if name == dialogues.DATE and len(args) == 1 and (told := open_dates.told(turn, *args)):
        return open_dates.by_command(turn, told) or talk(turn, told)
    if name != dialogues.CALM or args:
        known = setup_back.known_steps(turn)
        outcome = press(turn, name, args)
        return outcome if isinstance(outcome, PlaceWanted) else setup_back.asked_anew(turn.fresh(), known, outcome)
    text, calmed = dialogues.held(turn), safety.calm(turn)
    if text is None:
        return calmed or press(turn, name, args)
    replies = talk(turn, text)
    # Who said no to the question hears that it was heard, and not that the message before it was not.
    return _calmed(turn, calmed) if calmed and isinstance(replies, tuple) and _is_unread(replies) else replies


def _is_unread(replies: Replies) -> bool:
    refused = all(reply.mark is Mark.UNABLE for reply in replies)
    return refused or any(line.message == m.STEP_UNREAD for reply in replies for line in reply.lines)


def _calmed(turn: Turn, calmed: Replies) -> Replies:
    """Say that it is no red flag; in the set-up its step is asked again, else today's answer follows."""
    step = setup.step_of(turn)
    return calmed if step is None else (calmed[0], *setup.ask(turn, step))
