"""What people want of the bot itself, said in their own words: each is what a command or a button does, or one line."""

from collections.abc import Callable, Mapping

from bot.app import checkins, fixed_lifts, log_menu, own_data, races, remind, schedule, settings, weeks
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.guide import Request
from bot.app.replies import button
from bot.app.reply import Mark, Message, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.why import why


def answer(turn: Turn, request: Request) -> Replies:
    """Do what is wanted, or say the one line that answers it."""
    return DOING[request](turn) if request in DOING else (told(request),)


def told(request: Request) -> Reply:
    """Return the line that answers a request in which nothing is a runner's own."""
    return Reply(mark=Mark.KNOWLEDGE, lines=(say(LINES[request]),))


def _next_lift(turn: Turn) -> Replies:
    """Show the lift times where there are any, else today's answer, which names the next window."""
    return fixed_lifts.lifts(turn, "") if has_lift_times(turn) else (today_answer(turn),)


def has_lift_times(turn: Turn) -> bool:
    """Tell whether lift times were fixed, or the planner chooses them."""
    return turn.runner.profile.auto_lifts or bool(turn.records.fixed_lifts.of(turn.runner.id))


def _last_lifts(turn: Turn) -> Replies:
    lines, edits = log_menu.newest_of(turn, turn.records.lifts.of(turn.runner.id))
    if not lines:
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.NO_LIFTS),)),)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.LAST_LIFTS), *lines), buttons=edits),)


def _fresh(turn: Turn) -> Replies:
    ask = button(say(m.CAN_I_TODAY), "day", turn.today.isoformat())
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.FRESH),), buttons=((ask,),)),)


LINES: Mapping[Request, Message] = {
    Request.HELP: m.HELP,
    Request.HOW_WEEK: m.HELP_SCHEDULE,
    Request.HOW_LOG: m.HELP_LOG,
    Request.HOW_LIFTS: m.HELP_LIFTS,
    Request.ABOUT: m.ABOUT,
    Request.LANGUAGE: m.ONLY_ENGLISH,
    Request.SOURCES: m.SOURCES_KNOWN,
    Request.WRONG: m.SORRY,
    Request.OKAY: m.OKAY,
    Request.BYE: m.BYE,
    Request.LEAVING: m.LEAVING,
    Request.BACK: m.WELCOME_BACK,
}
"""Requests that one line answers, the same for everybody."""

DOING: Mapping[Request, Callable[[Turn], Replies]] = {
    Request.WEEK: weeks.week,
    Request.SCHEDULE: lambda turn: schedule.schedule(turn, ""),
    Request.NEXT_LIFT: _next_lift,
    Request.VERDICT: lambda turn: (today_answer(turn),),
    Request.LAST_LIFTS: _last_lifts,
    Request.RACES: lambda turn: races.race(turn, ""),
    Request.SETTINGS: settings.show,
    Request.REMINDERS: lambda turn: remind.remind(turn, ""),
    Request.EXPORT: own_data.export,
    Request.DELETE: own_data.ask_delete,
    Request.PRIVACY: own_data.privacy,
    Request.EXPLAIN: why,
    Request.FRESH: _fresh,
    Request.TIRED: lambda _: checkins.offered(say(m.ASK_TIRED)),
}
"""Requests that are about a runner's own things."""

WANTED: frozenset[Request | None] = frozenset(
    {*DOING, Request.HELP, Request.HOW_WEEK, Request.HOW_LOG, Request.HOW_LIFTS, Request.ABOUT, Request.SOURCES}
) - {Request.FRESH, Request.TIRED}
"""Requests that can be meant for nothing else: "I feel fresh" may answer a question."""
