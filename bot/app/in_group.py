"""What the bot says in a group: the form guide and help, the same for all; what is a person's own stays private."""

import datetime as dt
from dataclasses import dataclass

from bot.app import form
from bot.app import messages as m
from bot.app.guide import TopicKind
from bot.app.help import page
from bot.app.knowledge import Knowledge
from bot.app.replies import alert
from bot.app.reply import Action, Button, Mark, PrivateChat, Replies, Reply, Rows, say
from bot.app.requests import LINES, told
from bot.app.safety import stop_line
from bot.app.setup import TODAY
from bot.language.clinicians import forbids_lifting
from bot.language.meaning import LiftQuestion, Meaning, NotUnderstood, OtherQuestion, SmallTalk
from bot.language.safety import read_safety
from bot.language.situations import Around
from bot.language.understand import understand
from bot.language.whole_sentences import is_said, typed
from bot.training.profile import DistanceUnit, MassUnit

GUIDE = frozenset({"form", "ask"})
GENERAL = (OtherQuestion, NotUnderstood)
"""What may be meant for the guide; anything else is about the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said to the bot in a group: a command's name (empty without one) and the rest, on a UTC clock."""

    command: str
    text: str
    now: dt.datetime


def answer(knowledge: Knowledge, said: Said) -> Replies:
    """Answer what everybody may read; anything about a person gets a button that opens the private chat."""
    stop = stop_line(said.text, knowledge.safety)
    if stop is not None:
        return (Reply(mark=Mark.STOP, lines=(say(stop),), buttons=_open("")),)
    if said.command == "start":
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.GROUP_HELLO),), buttons=_open("")),)
    if said.command == "help":
        return (page(said.text),)
    if said.command in GUIDE and not said.text:
        return (form.menu(),)
    if said.command in GUIDE or not said.command:
        return _from_guide(knowledge, said)
    return _private(TODAY if said.command == "today" else "")


def press(knowledge: Knowledge, action: Action, *, is_own: bool) -> Replies:
    """Answer a button in a group, for the person it was made for: only pages of the form guide have any there."""
    if not is_own:
        return (alert(m.BUTTON_NOT_YOURS),)
    guide = knowledge.guide
    match (action.name, action.args):
        case ("form", (slug,)) if slug in guide.topics:
            return (form.page_of(guide, guide.topics[slug]),)
        case ("forms", ("",)):
            return (form.menu(),)
        case ("forms", (kind,)) if kind in set(TopicKind):
            return form.topics(guide, TopicKind(kind))
    return (alert(m.BUTTON_STALE),)


def _from_guide(knowledge: Knowledge, said: Said) -> Replies:
    """Answer a question of form or method, unless it is about the person's own body or days."""
    meanings = () if said.command else _meanings(knowledge, said)
    if not said.text or (meanings and all(isinstance(meaning, SmallTalk) for meaning in meanings)):
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.GROUP_HELLO),), buttons=_open("")),)
    if _is_personal(knowledge, said) or not all(isinstance(meaning, GENERAL) for meaning in meanings):
        return _private(TODAY if any(isinstance(meaning, LiftQuestion) for meaning in meanings) else "")
    asked = bool(said.command) or _around(knowledge, said).seems_to_ask
    found = knowledge.finder.find(said.text, asked=asked)
    if found.request is not None:
        return (told(found.request),) if found.request in LINES else _private("")
    if found.topic is None:
        return (form.unknown(knowledge.guide, found),)
    return (form.page_of(knowledge.guide, knowledge.guide.topics[found.topic]),)


def _meanings(knowledge: Knowledge, said: Said) -> tuple[Meaning, ...]:
    return understand(
        said.text,
        now=said.now,
        vocabulary=knowledge.vocabulary,
        mass_unit=MassUnit.KG,
        distance_unit=DistanceUnit.KM,
    )


def _is_personal(knowledge: Knowledge, said: Said) -> bool:
    """Tell whether a text tells of a body, a condition, a clinician's no or a day."""
    around = _around(knowledge, said)
    unwell = read_safety(said.text, lexicon=knowledge.safety) is not None or around.names_condition
    unwell = unwell or is_said("bare_pain", typed(said.text), knowledge.vocabulary)
    return unwell or around.tells_of_a_day or forbids_lifting(said.text)


def _around(knowledge: Knowledge, said: Said) -> Around:
    return Around.of(said.text, today=said.now.date(), vocabulary=knowledge.vocabulary)


def _private(start: str) -> Replies:
    return (Reply(mark=Mark.UNABLE, lines=(say(m.GROUP_PRIVATE),), buttons=_open(start)),)


def _open(start: str) -> Rows:
    return ((Button(label=say(m.GROUP_OPEN), action=PrivateChat(start=start)),),)
