"""Where a runner is now: the time zone of the place is offered, for what is told in passing may be of a day alone."""

from bot.app import alone, dialogues, form, red_flags
from bot.app import messages as m
from bot.app.knowledge import Place
from bot.app.recording import meanings
from bot.app.replies import asked, button
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted, set_zone
from bot.app.turn import Turn
from bot.language.meaning import NotUnderstood, SettingReading
from bot.language.whereabouts import may_be_place, read_whereabouts

OF_BODY = frozenset({"tired", "mine"})
"""Buttons of questions about the body, which are asked again behind what answers nothing."""

LEAST_PEOPLE = 150_000
"""In a place that is named by a word alone: many a small one is called like an ordinary word, "Normal" or "Bath"."""


def wanted(turn: Turn, text: str, *, asked: bool) -> PlaceWanted | None:
    """Return the place to look up: the one where a runner is, or a bare one while nobody knows where they live.

    Whoever is `asked` for something else answers that with a bare word.
    """
    if red_flags.standing_flags(turn):
        return None
    place = read_whereabouts(text, turn.knowledge.vocabulary)
    if place is not None:
        # An order for a zone, or for anything else, is more than where somebody is.
        orders = any(isinstance(one, SettingReading) for one in meanings(turn, text))
        return None if orders else PlaceWanted(name=place, offered_for=text)
    bare = not asked and _is_bare(turn, text)
    return PlaceWanted(name=text, offered_for=text, least_people=LEAST_PEOPLE) if bare else None


def offer(turn: Turn, name: str, places: tuple[Place, ...]) -> Replies:
    """Offer the time zone of a place that was found surely, or ask which is meant; nothing for any other."""
    sure = tuple(place for place in places if place.exact)
    if len(sure) != 1:
        return set_zone(turn, name, sure) if sure else ()
    [zone] = (place.zone for place in sure)
    if turn.runner.profile.timezone_known and turn.runner.profile.timezone == zone:
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.ZONE_ALREADY, zone=zone),)),)
    yes, no = button(say(m.ZONE_SET_TO, zone=zone), "zone", zone), button(say(m.DECLINE), "keep")
    return (asked(say(m.ZONE_OFFERED, zone=zone), buttons=((yes, no),)),)


def _is_bare(turn: Turn, text: str) -> bool:
    """Tell whether a text can only be a place, from somebody who told none and is asked nothing that it may answer."""
    if turn.runner.profile.timezone_known or not may_be_place(text, turn.knowledge.vocabulary):
        return False
    of_body = OF_BODY & dialogues.tap_names(turn)
    if of_body or dialogues.waits(turn) or dialogues.typed_tap(turn, text) is not None:
        return False
    if text.strip(" .!?").lower() in alone.ANSWERS or form.look(turn, text).is_known:
        return False
    return all(isinstance(one, NotUnderstood) for one in meanings(turn, text))
