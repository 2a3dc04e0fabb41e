"""`/form`, `/ask` and questions in words: the form guide, and the honest line where it says nothing."""

from bot.app import checkins, own_data, requests, spoken_of
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.guide import FormGuide, Found, Request, Topic, TopicKind
from bot.app.health import CLEARABLE
from bot.app.red_flags import keep_flag, standing_flags
from bot.app.replies import asked, button, rows, unable
from bot.app.reply import Button, Line, Mark, Message, Replies, Reply, say
from bot.app.spoken_of import around
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.guidance.verdict import LAST_SAFETY_GROUP, Verdict
from bot.language.health import tells_of_old
from bot.language.lift_names import only_lift_named
from bot.training.lifts import Exercise

KINDS = {
    TopicKind.FORM: m.FORM_KIND_FORM,
    TopicKind.PRESCRIPTION: m.FORM_KIND_DOSE,
    TopicKind.SCHEDULE: m.FORM_KIND_WHEN,
    TopicKind.RUNNING_AFTER: m.FORM_KIND_AFTER,
    TopicKind.BENEFIT: m.FORM_KIND_WHY,
}
SHOWN_RELATED = 2

AHEAD = 0.5
"""How much surer the search has to be of a page about something else than of one about when to lift."""

AHEAD_OF_DAYS = 0.3
"""The same for the page on which days to lift: what asks for one day is near it."""

AHEAD_IN_A_WEEK = 0.8
"""The same where a day was read: it has to be one of many that are only told."""

DAYS = "weekly-plan"
WARM_UP = "warm-up"
BASICS = "form-basics"
ORDER = "same-day"
VARIATIONS = frozenset(
    {"kettlebell", "kb-swing", "rack-pull", "trap-bar", "romanian", "single-leg", "which-variation", "clean", "squat"}
    | {"lunge", "push-press"}
)
"""The pages of lifts to do instead of a deadlift, or beside it."""


def form(turn: Turn, text: str) -> Replies:
    """Open the form guide, or go straight to what a text names."""
    return ask(turn, text) if text.strip() else (menu(),)


def menu() -> Reply:
    """Offer the kinds of topics."""
    kinds = (button(say(label), "forms", kind.value) for kind, label in KINDS.items())
    return Reply(mark=Mark.KNOWLEDGE, lines=(say(m.FORM_MENU),), buttons=rows(kinds, width=2))


def topics(guide: FormGuide, kind: TopicKind) -> Replies:
    """List the topics of a kind."""
    buttons = (link(guide, topic.slug) for topic in guide.of_kind(kind))
    back = (button(say(m.FORM_BACK), "forms", ""),)
    line = say(KINDS[kind])
    return (Reply(mark=Mark.KNOWLEDGE, lines=(line,), buttons=(*rows(buttons, width=2), back), in_place=True),)


def topic(turn: Turn, slug: str, text: str = "") -> Replies:
    """Show one topic; one about when to lift is followed by what that means for the moment that a text speaks of."""
    found = turn.knowledge.guide.topics[slug]
    page = page_of(turn.knowledge.guide, found)
    has_verdict = found.kind is TopicKind.SCHEDULE and not found.far_ahead
    return (page, *spoken_of.verdict(turn, text)) if has_verdict else (page,)


def _answered(turn: Turn, slug: str, text: str) -> Replies:
    """Show a topic that was asked for in words: a situation told with it gets the verdict too.

    While safety forbids lifting nothing is said of loads and other lifts: care and rest come first.
    """
    kind = turn.knowledge.guide.topics[slug].kind
    if kind is TopicKind.SCHEDULE and _is_near_for_its_moment(turn, slug, text):
        return spoken_of.verdict(turn, text)
    if _is_of_lifting(turn, slug) and is_held_back(turn):
        return (today_answer(turn),)
    replies = (*_for_lifts_only(turn, slug, text), *topic(turn, slug, text))
    told = kind is not TopicKind.SCHEDULE and around(turn, text).tells_of_a_day
    return (*replies, *spoken_of.verdict(turn, text)) if told else replies


def _is_near_for_its_moment(turn: Turn, slug: str, text: str) -> bool:
    """Tell whether a topic is near a text only because that names a moment: the moment is asked about then."""
    named = spoken_of.moment(turn, text)
    if named is None or named.date is None:
        return False
    return turn.knowledge.finder.find(spoken_of.rest_of(turn, text)).topic != slug


def _is_of_lifting(turn: Turn, slug: str) -> bool:
    """Tell whether a topic says how much to lift, or what instead."""
    return slug in VARIATIONS or turn.knowledge.guide.topics[slug].kind is TopicKind.PRESCRIPTION


def is_held_back(turn: Turn) -> bool:
    """Tell whether a rule of safety forbids to lift now: red flags, health, illness, pain."""
    capping = decide(turn.book(), turn.now).capping
    return any(one.cap <= Verdict.NO and one.group <= LAST_SAFETY_GROUP for one in capping)


def _for_lifts_only(turn: Turn, slug: str, text: str) -> Replies:
    """Say that the bot warms up for lifts, to somebody who wants it for a run; the page comes nearest."""
    run = slug == WARM_UP and around(turn, text).names_run_only
    return (unable(m.WARM_UP_FOR_LIFTS),) if run else ()


def ask(turn: Turn, text: str) -> Replies:
    """Answer a question from the guide, or say that no guide does; while a red flag stands only help is offered."""
    if standing_flags(turn):
        return keep_flag(turn)
    if not text.strip():
        return (unable(m.ASK_EMPTY),)
    if checkins.tells_only_pain(turn, text):
        return checkins.ask_what_hurts(turn)
    if careful := condition(turn, text):
        return careful
    if around(turn, text).asks_for_order:
        return _answered(turn, ORDER, text)
    if only_lift_named(text, turn.knowledge.vocabulary) is Exercise.DEADLIFT:
        return topic(turn, BASICS)
    return reply(turn, text, _of_word(turn, text) or turn.knowledge.finder.find(text))


def _of_word(turn: Turn, text: str) -> Found | None:
    """Return the topic of a word that is found by its plural alone: "knee"; another lift's name stays what it is."""
    word = text.strip()
    if not word.isalpha() or word.endswith("s") or only_lift_named(word, turn.knowledge.vocabulary) is not None:
        return None
    find = turn.knowledge.finder.find
    found = None if find(word).not_covered is None else find(f"{word}s")
    return found if found is not None and found.topic else None


def about(turn: Turn, text: str) -> Replies:
    """Answer a text that asks nothing but is surely about a topic, or refuse it; nothing otherwise."""
    found = look(turn, text)
    return reply(turn, text, found) if found.is_known else ()


def look(turn: Turn, text: str) -> Found:
    """Return what a text is about that was read as nothing else."""
    return turn.knowledge.finder.find(text, asked=may_ask(turn, text))


def page(turn: Turn, text: str) -> Replies:
    """Answer a question from the guide; nothing where it is about none of its topics."""
    found = turn.knowledge.finder.find(text)
    return reply(turn, text, found) if found.is_known else ()


def rather(turn: Turn, text: str) -> Replies:
    """Answer from the guide what only sounds like a question about when to lift, and names no day for it."""
    stands = around(turn, text)
    if stands.names_a_week:
        return topic(turn, DAYS, text)
    found = turn.knowledge.finder.find(text)
    if found.topic == DAYS:
        return topic(turn, DAYS, text) if found.ahead >= AHEAD_OF_DAYS else ()
    kind = found.topic and turn.knowledge.guide.topics[found.topic].kind
    about_when = kind is TopicKind.SCHEDULE or found.refusal is not None
    return () if about_when or found.ahead < AHEAD or stands.tells_of_a_day else reply(turn, text, found)


def of_the_week(turn: Turn, text: str) -> Replies:
    """Answer on which days to lift, where so many are named that no single one is asked about."""
    found = turn.knowledge.finder.find(text) if around(turn, text).names_a_week else None
    return topic(turn, DAYS, text) if found and found.topic == DAYS and found.ahead >= AHEAD_IN_A_WEEK else ()


def may_ask(turn: Turn, text: str) -> bool:
    """Tell whether a text asks something, however it was read."""
    return around(turn, text).seems_to_ask


def reply(turn: Turn, text: str, found: Found) -> Replies:
    """Answer what a text is about; where that is not known, say so with what comes nearest."""
    if found.request is Request.DELETE:
        return own_data.asked_to_delete(turn, text)
    if found.request is not None:
        return requests.answer(turn, found.request)
    return _answered(turn, found.topic, text) if found.topic is not None else (unknown(turn.knowledge.guide, found),)


def condition(turn: Turn, text: str) -> Replies:
    """Answer a question that names a condition: a clinician decides, not the guide; nothing when it names none.

    One of years ago is asked about. Whoever told it in /health has the engine's careful answers instead.
    """
    told = any(fact.topic in CLEARABLE for _, fact in turn.records.health.of(turn.runner.id))
    named = around(turn, text).names_condition
    if told or not named:
        return ()
    if tells_of_old(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary):
        # Nothing holds back who is healed for years; whether it is so is theirs to say.
        healed = button(say(m.HEALED_YES), "day", turn.today.isoformat())
        return (asked(say(m.ASK_HEALED), buttons=((healed,), (_to_health(),))),)
    return _left_to_clinicians(m.CONDITION)


def forbidden() -> Replies:
    """Answer who says that a clinician wants no lifting: that stands, whatever is asked beside it."""
    return _left_to_clinicians(m.FORBIDDEN, m.FORBIDDEN_NOT_KEPT)


def _left_to_clinicians(*lines: Message) -> Replies:
    return (Reply(mark=Mark.UNABLE, lines=tuple(say(line) for line in lines), buttons=((_to_health(),),)),)


def _to_health() -> Button:
    return button(say(m.FORM_HEALTH), "askhealth")


def beside(turn: Turn, text: str, *, decide: bool) -> Replies:
    """Answer a question of form that a run or sore legs are told with, and `decide` today's verdict anew.

    "Hamstrings tight at lockout, track tomorrow".
    """
    found = turn.knowledge.finder.find(text, asked=False).topic
    if found is None or turn.knowledge.guide.topics[found].kind is not TopicKind.FORM:
        return ()
    return (*topic(turn, found), today_answer(turn)) if decide else topic(turn, found)


def asked_beside(turn: Turn, text: str) -> Replies:
    """Answer a question that something is told with, where it is surely about a topic; nothing otherwise."""
    stands = around(turn, text)
    if not stands.asks_openly:
        return ()
    found = turn.knowledge.finder.find(text)
    about = turn.knowledge.guide.topics[found.topic].kind if found.topic and found.sure else None
    if about in {TopicKind.SCHEDULE, None} and stands.names_a_week:
        return topic(turn, DAYS, text)
    return topic(turn, found.topic, text) if found.topic and about else ()


def page_of(guide: FormGuide, found: Topic) -> Reply:
    """Return the page of a topic, with what is related to it."""
    related = tuple(link(guide, slug) for slug in found.related[:SHOWN_RELATED])
    return Reply(mark=Mark.KNOWLEDGE, topic=found, buttons=tuple((one,) for one in related))


def unknown(guide: FormGuide, found: Found) -> Reply:
    """Say what the bot does not know, with what comes nearest."""
    if found.refusal is not None:
        return _unable(guide, say(m.PLAIN, text=guide.refusals[found.refusal].line), ())
    if found.not_covered is not None:
        subject = guide.not_covered[found.not_covered]
        return _unable(guide, say(m.NOT_COVERED, subject=subject.title), subject.nearest)
    return _unable(guide, say(m.QUESTION_UNKNOWN if found.nearest else m.QUESTION_STRANGE), found.nearest)


def _unable(guide: FormGuide, line: Line, nearest: tuple[str, ...]) -> Reply:
    buttons = tuple((link(guide, slug),) for slug in nearest) or ((button(say(m.FORM_BACK), "forms", ""),),)
    return Reply(mark=Mark.UNABLE, lines=(line,), buttons=buttons)


def link(guide: FormGuide, slug: str) -> Button:
    """Return the button that opens a topic."""
    return button(say(m.PLAIN, text=guide.topics[slug].title), "form", slug)
