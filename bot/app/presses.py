"""Buttons: what each one does. Whatever it carries comes from outside and may be old, forged or broken."""

import datetime as dt
from collections.abc import Callable, Mapping

from bot.app import (
    amending,
    called_off,
    checkins,
    dialogues,
    editing_lifts,
    feedback,
    form,
    gym_presses,
    health,
    imports,
    layoffs,
    lift_plans,
    log_menu,
    logbook,
    noting,
    overriding,
    own_data,
    pausing,
    progress,
    race_days,
    red_flags,
    remind,
    reminder_presses,
    run_presses,
    runs,
    safety,
    same_day,
    schedule,
    settings,
    setup,
    time_off,
    undo,
    warmups,
    weeks,
)
from bot.app import messages as m
from bot.app.answering import today_answer, today_picture
from bot.app.guide import TopicKind
from bot.app.pressing import Outcome, Press, StaleButton, read_day, read_number
from bot.app.replies import alert
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.why import why
from bot.training.body import FlagLevel, Pain
from bot.training.health import HealthTopic
from bot.training.lifts import Exercise


def press(turn: Turn, name: str, args: tuple[str, ...]) -> Outcome:
    """Answer a button."""
    known = PRESSES.get(name)
    if known is None or len(args) != known.args:
        return (alert(m.BUTTON_STALE),)
    try:
        return known.do(turn, *args)
    except StaleButton:
        return (alert(m.BUTTON_STALE),)


def _spoken(value: str) -> str:
    """Return a button's value as `/set` takes it: its times travel without their colons."""
    times = value.split("-")
    if not all(time.isdecimal() and len(time) == len("0630") for time in times):
        return value
    return "-".join(f"{time[:2]}:{time[2:]}" for time in times)


def _undo(turn: Turn, change: str) -> Outcome:
    return undo.undo(turn, read_number(change))


def _topic(text: str) -> HealthTopic:
    if text not in set(HealthTopic):
        raise StaleButton
    return HealthTopic(text)


def _health(turn: Turn, topic: str, since: str) -> Outcome:
    if _topic(topic) is HealthTopic.NONE and health.answers(turn):
        # Behind an answer that is kept "none of these" says that it was all.
        return setup.skip(turn, "health") if setup.step_of(turn) == "health" else (health.shown(turn),)
    replies = health.keep(turn, _topic(topic), _day_long_ago(since) if since else None)
    if setup.step_of(turn) != "health":
        return (*replies, today_answer(turn))
    return (*replies, *setup.skip(turn, "health")) if _topic(topic) is HealthTopic.NONE else replies


def _day_long_ago(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise StaleButton from None


def _tapped_checkin(turn: Turn, answer: str) -> Outcome:
    if answer not in checkins.TAPPED:
        raise StaleButton
    if answer in checkins.PAINS:
        return safety.note_pain(turn, checkins.PAINS[answer](turn.said_at))
    return checkins.tapped(turn, answer)


def _ask_checkin(turn: Turn, kind: str) -> Outcome:
    if kind != "sore" and kind not in checkins.QUESTIONS:
        raise StaleButton
    return checkins.ask(turn, kind)


def _form(turn: Turn, slug: str) -> Outcome:
    if slug not in turn.knowledge.guide.topics:
        raise StaleButton
    return form.topic(turn, slug)


def _forms(turn: Turn, kind: str) -> Outcome:
    if not kind:
        return (form.menu(),)
    if kind not in set(TopicKind):
        raise StaleButton
    return form.topics(turn.knowledge.guide, TopicKind(kind))


def _progress(turn: Turn, exercise: str) -> Outcome:
    if exercise not in set(Exercise):
        raise StaleButton
    return progress.show(turn, Exercise(exercise))


def _mine(turn: Turn, what: str) -> Outcome:
    if what == "pain":
        return safety.note_pain(turn, Pain(at=turn.said_at, concerning=True))
    if what not in set(FlagLevel):
        raise StaleButton
    # The words that raised the question are gone with its message; what was confirmed is what counts.
    return safety.raise_flag(turn, FlagLevel(what), "what you confirmed")


def _not_mine(_: Turn) -> Outcome:
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.NOT_ABOUT_ME),)),)


def _pain(turn: Turn) -> Outcome:
    return safety.note_pain(turn, Pain(at=turn.said_at, concerning=True))


def _cleared(turn: Turn) -> Outcome:
    return safety.cleared(turn) if red_flags.standing_flags(turn) else (alert(m.NO_FLAG),)


def _withdrawn(turn: Turn) -> Outcome:
    return safety.end_flags(turn, by="withdrawn") if red_flags.standing_flags(turn) else (alert(m.NO_FLAG),)


def _keep_flag(turn: Turn) -> Outcome:
    return red_flags.keep_flag(turn) if red_flags.standing_flags(turn) else (alert(m.NO_FLAG),)


def _delete(turn: Turn, asked_on: str) -> Outcome:
    if read_day(turn, asked_on) != turn.today:
        raise StaleButton
    return own_data.delete(turn)


def _drop_week(turn: Turn) -> Outcome:
    dialogues.drop_draft(turn)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.KEPT),)),)


def _keep(_: Turn) -> Outcome:
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.KEPT),)),)


def _with_week(use: Callable[[Turn, str], Replies]) -> Callable[[Turn], Outcome]:
    """Return what uses the week that waits for an answer; in the set-up the next step follows."""

    def do(turn: Turn) -> Outcome:
        dialogue = turn.records.dialogue(turn.runner.id)
        if dialogue is None or "week" not in dialogue.draft:
            raise StaleButton
        replies = use(turn, dialogue.draft["week"])
        if setup.step_of(turn) == "week":
            return (*replies, *setup.skip(turn, "week"))
        dialogues.drop_draft(turn)
        return replies

    return do


def _zone(turn: Turn, zone: str) -> Outcome:
    if not turn.knowledge.is_zone(zone):
        raise StaleButton
    return setup.zone_known(turn, zone)


def _step(turn: Turn, step: str, value: str) -> Outcome:
    if setup.step_of(turn) != step:
        return (alert(m.STEP_OVER),)
    return setup.answer(turn, step, _spoken(value))


def _set(turn: Turn, name: str, value: str) -> Outcome:
    if name not in settings.SETTINGS:
        raise StaleButton
    return settings.set_value(turn, name, _spoken(value))


def _remind(turn: Turn, name: str, value: str) -> Outcome:
    if name not in remind.NAMES:
        raise StaleButton
    day, _, clock = value.rpartition(" ")
    return remind.remind(turn, " ".join((name, day, _spoken(clock))))


PRESSES: Mapping[str, Press] = {
    "anyway": Press(do=overriding.lift_anyway),
    "plan": Press(do=weeks.auto),
    "dropset": Press(do=feedback.drop_set),
    "checkin": Press(do=_ask_checkin, args=1),
    "ci": Press(do=_tapped_checkin, args=1),
    "health": Press(do=_health, args=2),
    "form": Press(do=_form, args=1),
    "forms": Press(do=_forms, args=1),
    "clear": Press(do=lambda turn, topic: health.clear(turn, _topic(topic)), args=1),
    "uncleared": Press(do=health.uncleared),
    "nohealth": Press(do=health.forget),
    "drophealth": Press(do=health.drop),
    "askhealth": Press(do=lambda turn: (health.shown(turn),)),
    "undo": Press(do=_undo, args=1),
    "why": Press(do=why),
    "warmup": Press(do=lambda turn: warmups.warmup(turn, "")),
    "card": Press(do=lambda turn: (today_picture(turn),)),
    "today": Press(do=lambda turn: (today_answer(turn),)),
    "week": Press(do=lambda turn: schedule.schedule(turn, "")),
    "ahead": Press(do=weeks.week),
    dialogues.UNIT: Press(do=logbook.in_unit, args=1),
    "log": Press(do=lambda turn: log_menu.log(turn, "")),
    "add": Press(do=lambda turn: runs.add(turn, "")),
    "body": Press(do=lambda turn: checkins.checkin(turn, "")),
    "progress": Press(do=_progress, args=1),
    "settings": Press(do=settings.show),
    "notaper": Press(do=_keep),
    "sore": Press(do=lambda turn, level: checkins.soreness(turn, read_number(level)), args=1),
    "mine": Press(do=_mine, args=1),
    "notmine": Press(do=_not_mine),
    "tired": Press(do=safety.note_tired),
    "pain": Press(do=_pain),
    "nopain": Press(do=safety.take_back),
    "withdraw": Press(do=safety.ask_withdrawal),
    "withdrawn": Press(do=_withdrawn),
    "cleared": Press(do=_cleared),
    "keepflag": Press(do=_keep_flag),
    "keepweek": Press(do=_with_week(schedule.keep_understood)),
    "mergeweek": Press(do=_with_week(schedule.merge_week)),
    "zone": Press(do=_zone, args=1),
    "step": Press(do=_step, args=2),
    "skip": Press(do=setup.skip, args=1),
    "gosetup": Press(do=setup.resume),
    "set": Press(do=_set, args=2),
    "delete": Press(do=_delete, args=1),
    "keep": Press(do=_keep),
    dialogues.AGAIN: Press(do=logbook.again),
    "dropweek": Press(do=_drop_week),
    "cancel": Press(do=dialogues.cancel),
    "rkind": Press(do=_remind, args=2),
    "pause": Press(do=lambda turn, days: pausing.pause_days(turn, read_number(days)), args=1),
    "resume": Press(do=lambda turn: pausing.resume(turn, "")),
    **run_presses.PRESSES,
    **race_days.PRESSES,
    **same_day.PRESSES,
    **called_off.PRESSES,
    **noting.PRESSES,
    **time_off.PRESSES,
    **layoffs.PRESSES,
    **lift_plans.PRESSES,
    **imports.PRESSES,
    **reminder_presses.PRESSES,
    **gym_presses.PRESSES,
    **editing_lifts.PRESSES,
    **amending.PRESSES,
}
