"""A few words that answer what was asked of the body: tired or pain, whose, how strong, since when, is it over."""

import re
from dataclasses import replace
from typing import Final

from bot.app import checkins, dialogues, form, health, red_flags, requests, safety
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.better import OUT_OF_TEN
from bot.app.guide import Request
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import SafetyKind
from bot.language.safety import read_safety
from bot.language.whole_sentences import is_said, kept_of, typed
from bot.training.body import FlagLevel, Illness, Pain, PainSite, Unclear
from bot.training.health import HealthTopic

LONGEST: Final = 80
MOST_WORDS: Final = 6
"""A longer text says something of its own, whatever was asked before."""

FEW_WORDS: Final = 4
ABOUT_THEM: Final = re.compile(r"\b(?:he|she|they|him|her|them|help)\b", re.IGNORECASE)
"""Whoever speaks of somebody who may be in danger goes on with that."""

FELL: Final = re.compile(r"\b(?:down|dropped|back to|now|today|same|usual|always|stable|steady)\b", re.IGNORECASE)
"""So one says that a pain is less than it was told to be."""

STOPS_FROM: Final = 3


def answer(turn: Turn, text: str) -> Replies:
    """Take a few words for the answer to what was asked of the body; nothing for any other text."""
    if len(text) > LONGEST or "?" in text:
        return ()
    if red_flags.standing_flags(turn):
        return _of_flag(turn, text)
    if red_flags.urgent_waits(turn):
        return ()
    found = _whose(turn, text) or _cleared(turn, text) or _unclear(turn, text) or _of_pain(turn, text)
    return found or _no_fever(turn, text)


def again(turn: Turn, text: str, *, asks: bool, wants_help: bool = False) -> Replies:
    """Ask again what was asked of the body right before a text that answers nothing; nothing where none was.

    One that `asks` something itself is answered, but for what somebody in danger should do. What is wanted of the bot
    itself is done before the question about a tired muscle is asked again.
    """
    if red_flags.standing_flags(turn):
        return ()
    few = "?" not in text and len(text.split()) <= MOST_WORDS
    short = few and not asks
    if red_flags.urgent_waits(turn):
        return _urgently(turn) if short else ()
    taps = dialogues.taps(turn)
    names = {one.name for one in taps}
    if {"mine", "notmine"} <= names:
        level = next(one.args for one in taps if one.name == "mine")
        emergency = level == (FlagLevel.EMERGENCY.value,)
        brief = len(text.split()) <= FEW_WORDS or ABOUT_THEM.search(text) is not None
        goes_on = brief if emergency else short
        return (safety.ask_whose_again(is_emergency=emergency),) if goes_on else ()
    if not few or not {"tired", "pain"} <= names:
        return ()
    wanted = (requests.told(Request.HELP),) if wants_help else _wanted(turn, text)
    return (*wanted, safety.tired_or_pain()) if wanted or short else ()


def _wanted(turn: Turn, text: str) -> Replies:
    """Do what is wanted of the bot itself: "export", "show me my week"; nothing for any other text."""
    found = form.look(turn, text)
    return form.reply(turn, text, found) if found.request in requests.WANTED else ()


def _urgently(turn: Turn) -> Replies:
    shown = {"mine", dialogues.CALM} <= dialogues.tap_names(turn)
    line, buttons = red_flags.urgent_question()
    return (Reply(mark=Mark.ASKS, lines=(line,), buttons=buttons),) if shown else ()


def _says(turn: Turn, name: str, text: str) -> bool:
    return is_said(name, typed(text), turn.knowledge.vocabulary)


def _of_flag(turn: Turn, text: str) -> Replies:
    """Ask once what ends a red flag: a clinician, where it is over, or that it was none, where it had another cause."""
    if _says(turn, "clear_again", text) or _says(turn, "not_there", text):
        return safety.ask_clinician(turn)
    withdrawn = _says(turn, "harmless_cause", text) or _says(turn, "only_asked", text)
    return safety.ask_withdrawal(turn) if withdrawn else ()


def _whose(turn: Turn, text: str) -> Replies:
    """Take "just asking" for the answer that it is not about the runner, or ask whether a pain just told was none."""
    is_open = "notmine" in dialogues.tap_names(turn)
    if not (_says(turn, "only_asked", text) or (is_open and _says(turn, "not_there", text))):
        return ()
    if is_open:
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.NOT_ABOUT_ME),)),)
    pain = _pain(turn)
    return () if pain is None or turn.said_at - pain.at > safety.THE_SAME else (safety.ask_no_pain(),)


def _cleared(turn: Turn, text: str) -> Replies:
    """Take a clinician's word for the condition that was just asked about."""
    topics = {one.args[0] for one in dialogues.taps(turn) if one.name == "clear"} & set(HealthTopic)
    if len(topics) != 1:
        return ()
    reading = read_safety(text, lexicon=turn.knowledge.safety)
    cleared = reading is not None and reading.kind is SafetyKind.CLEARED
    return (*health.clear(turn, HealthTopic(topics.pop())), today_answer(turn)) if cleared else ()


def _unclear(turn: Turn, text: str) -> Replies:
    """Take words for one of the two answers to "Tired muscle, or pain?"."""
    if not any(isinstance(one, Unclear) for _, one in turn.records.checkins.of(turn.runner.id)):
        return ()
    if _says(turn, "only_tired", text):
        return safety.note_tired(turn)
    if _says(turn, "pain_after_all", text):
        return safety.note_pain(turn, Pain(at=turn.said_at, concerning=True))
    return (safety.tired_or_pain(),) if _says(turn, "it_lasts", text) else ()


def _of_pain(turn: Turn, text: str) -> Replies:
    """Take a level, that it eased, or how long it has lasted for the pain that stands."""
    pain = _pain(turn)
    if pain is None:
        return _part_told(turn, text)
    rated = kept_of("pain_rated", typed(text), turn.knowledge.vocabulary)
    if rated is not None and int(rated["level"]) < (pain.level or 0) and FELL.search(text) is None:
        # A pain is not made less by a word in passing.
        return ()
    if rated is not None and _answers_else(turn, text):
        return ()
    if rated is not None and int(rated["level"]) > 0:
        return safety.note_pain(turn, _rated(turn, pain, int(rated["level"])))
    if rated is not None or _says(turn, "pain_eased", text) or _says(turn, "not_there", text):
        return (safety.ask_pain_gone(),)
    if _says(turn, "it_lasts", text):
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.PAIN_LASTS),)), today_answer(turn))
    return ()


def _answers_else(turn: Turn, text: str) -> bool:
    """Tell whether a number is none of a pain: it answers a step of the set-up."""
    return dialogues.expects(turn, "skip") and not OUT_OF_TEN.search(text)


def _part_told(turn: Turn, text: str) -> Replies:
    """Ask what it is that a part of the body has had for so long, of which nothing else is known."""
    lasts = kept_of("it_lasts", typed(text), turn.knowledge.vocabulary)
    if lasts is None or "part" not in lasts:
        return ()
    return safety.ask_unclear(turn, text)


def _rated(turn: Turn, pain: Pain, level: int) -> Pain:
    """Return a pain with another level: slight and stable it is a niggle, but not in the low back of the same day."""
    reading = read_safety(f"{pain.text} {level}/10", lexicon=turn.knowledge.safety)
    slight = level < STOPS_FROM and (not reading or reading.kind is SafetyKind.NIGGLE)
    new_back = pain.site is PainSite.LOW_BACK and turn.said_at - pain.at < safety.THE_SAME
    return replace(pain, at=turn.said_at, level=level, concerning=pain.concerning and (new_back or not slight))


def _no_fever(turn: Turn, text: str) -> Replies:
    """Ask on whether an illness is below the neck, where only a fever is denied; a head cold stays one."""
    ills = [one for _, one in turn.records.checkins.of(turn.runner.id) if isinstance(one, Illness)]
    if not ills or not checkins.is_ill(turn) or not _says(turn, "no_fever", text):
        return ()
    return (today_answer(turn),) if ills[-1].head_only else (checkins.ask_illness(),)


def _pain(turn: Turn) -> Pain | None:
    """Return the pain that stands."""
    pains = [one for _, one in turn.records.checkins.of(turn.runner.id) if isinstance(one, Pain)]
    return pains[-1] if pains and pains[-1].level != 0 else None
