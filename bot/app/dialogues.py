"""Dialogues: where one is in them is a row (`Dialogue`), and so is what a typed answer to a question would do."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.app import messages as m
from bot.app.consents import QUESTION, save_dialogue
from bot.app.ports import Records
from bot.app.records import Dialogue
from bot.app.reply import Action, Mark, Replies, Reply, say
from bot.app.turn import Turn

TAP = "tap "
EXACT = "exact "
"""What can be typed for the buttons of a screen that asks nothing, word for word."""

STANDING = "gym "
"""What can be typed of the lift that is being done, whatever else was said since it was shown."""

CARD = "card"
"""What the card under the last answer is shared by."""

OFFER = "offer"
"""The one change that the last answer offered."""

CHANGE = "change"
"""What undoes the one change that the last answer told of."""

SHOWN = frozenset({CARD, OFFER, CHANGE})
"""What is remembered of the last answer alone."""

TICK = "✓ "
"""Nobody types it."""

LEFT = "left"
"""The set-up, left by the runner: `/start` goes on at its step."""

NOT_LEFT = frozenset({QUESTION, LEFT})
"""Dialogues of which nothing is open but the last question."""

SETUP = "setup"
HELD = "held"
CALM = "calm"
"""The button that says that a message which is held is no emergency."""

UNIT = "unit"
"""The button that says in which unit the weight of a lift is that is held."""

AGAIN = "again"
"""The button that logs lifts that are held because they are in the log already."""

NOTE = "note"
"""The button that keeps what a message says that may have been of something else."""

NOTES = "notes"
"""Where it waits."""

LIFTS = "lifts"
"""Where they wait."""

HALF = "hour"
"""The button that says at which of two times it is what a message tells, and where that message waits."""

DATE = "ondate"
"""The button that says which date it is that a message names, and where that message waits."""

RACE = "otherrace"
"""The button that says that a race is another than the known one near it, and where that race waits."""

WAITING = {
    RACE: frozenset({RACE}),
    HELD: frozenset({CALM, UNIT}),
    LIFTS: frozenset({AGAIN}),
    NOTES: frozenset({NOTE}),
    HALF: frozenset({HALF}),
    DATE: frozenset({DATE}),
}
"""What waits for the answer to a question, and the buttons that answer it."""

AGREES = "note"
"""A yes where it is the first word of a button."""

NOT = "not"
"""A no, likewise."""

AGREED = "yes"
"""What is typed for the button that a plain no does not mean, of two."""

YES, NO = frozenset({"yes", "y", "yep", "yeah", "ja", "si"}), frozenset({"no", "n", "nope", "nah", "nein"})
_YES_FIRST, _NO_FIRST = YES | {AGREES}, NO | {NOT}
_EITHER_FIRST = _YES_FIRST | _NO_FIRST
"""First words of a button that a plain yes, a plain no, or one of them means."""

_THANKS = r"please|thanks|thank you|thx"
_WHO = r"(?:i|he|she|they|it)"
_SAID_BEHIND = (
    rf"(?:[\s,]+(?:{_THANKS}|{_WHO} (?:am|is|was|has|have|did|do|does)(?: been)?|indeed|definitely|keep it))*"
)
_DENIED_BEHIND = (
    rf"(?:[\s,]+(?:{_THANKS}|not yet|not really|never|forget it|i'?m not"
    rf"|{_WHO} (?:am|is|was|has|have|did|do)(?: not|n'?t)))*"
)
_YES = re.compile(rf"({'|'.join(YES)}){_SAID_BEHIND}", re.IGNORECASE)
_NO = re.compile(rf"({'|'.join(NO)}){_DENIED_BEHIND}", re.IGNORECASE)
"""A plain yes or no, with nothing behind it that says more."""


def cancel(turn: Turn) -> Replies:
    """Leave whatever dialogue is open; what was stored before stays."""
    open_one = turn.records.dialogue(turn.runner.id)
    if not leave(turn):
        return (Reply(mark=Mark.UNABLE, lines=(say(m.NOTHING_TO_CANCEL),)),)
    setup = open_one is not None and open_one.name == SETUP
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.SETUP_LEFT if setup else m.CANCELLED),)),)


def leave(turn: Turn) -> bool:
    """Close the open dialogue, remembering the set-up's step; tell whether one was open."""
    dialogue = turn.records.dialogue(turn.runner.id)
    if dialogue is None or dialogue.name in NOT_LEFT:
        return False
    left = Dialogue(name=LEFT, step=dialogue.step) if dialogue.name == SETUP else None
    save_dialogue(turn.records, turn.runner.id, left)
    return True


def drop_draft(turn: Turn) -> None:
    """Forget the draft of an open dialogue; the set-up itself stays open."""
    dialogue = turn.records.dialogue(turn.runner.id)
    keep = dialogue is not None and dialogue.name in {SETUP, LEFT}
    save_dialogue(turn.records, turn.runner.id, replace(dialogue, draft={}) if dialogue and keep else None)


def hold(turn: Turn, text: str, key: str = HELD) -> None:
    """Keep a message, or what it said, that waits for the answer to a question about it."""
    known = turn.records.dialogue(turn.runner.id) or Dialogue(name=QUESTION, step="")
    turn.records.save_dialogue(turn.runner.id, replace(known, draft={**known.draft, key: text}))


def held(turn: Turn, key: str = HELD) -> str | None:
    """Return what waits, and let go of it."""
    dialogue = turn.records.dialogue(turn.runner.id)
    if dialogue is None or key not in dialogue.draft:
        return None
    rest = {name: value for name, value in dialogue.draft.items() if name != key}
    turn.records.save_dialogue(turn.runner.id, replace(dialogue, draft=rest))
    return dialogue.draft[key]


def answered(turn: Turn, name: str) -> None:
    """Forget what can be typed for the buttons of a name: one of them was meant."""
    dialogue = turn.records.dialogue(turn.runner.id)
    if dialogue is not None:
        rest = {key: value for key, value in dialogue.draft.items() if not _is_tap(key, value, name)}
        turn.records.save_dialogue(turn.runner.id, replace(dialogue, draft=rest))


def _is_tap(key: str, value: str, name: str) -> bool:
    return key.startswith(TAP) and Action.decode(value).name == name


def expect(
    records: Records,
    runner_id: int,
    answers: Mapping[str, Action],
    standing: Mapping[str, Action] | None = None,
    *,
    exact: Mapping[str, Action] | None = None,
    shown: Mapping[str, str],
) -> None:
    """Remember what can be typed instead of tapped, until the next message; what waits for an answer goes with it.

    `standing` is what can be typed of the lift that is being done, until it is another; None leaves that as it is.
    `exact` is what the buttons of a screen that asks nothing do. `shown` is what else is remembered of the answer, by
    the names of `SHOWN`.
    """
    dialogue = records.dialogue(runner_id)
    if dialogue is None and not (answers or standing or shown or exact):
        return
    known = dialogue or Dialogue(name=QUESTION, step="")
    taps = _as_draft(TAP, answers) | _as_draft(STANDING, standing or {}) | _as_draft(EXACT, exact or {}) | dict(shown)
    names = {action.name for action in answers.values()}
    over = {key for key, answered_by in WAITING.items() if not names & answered_by} | SHOWN
    gone = (TAP, EXACT) if standing is None else (TAP, EXACT, STANDING)
    kept = {key: value for key, value in known.draft.items() if not key.startswith(gone) and key not in over}
    draft = kept | taps
    empty = known.name == QUESTION and not draft
    records.save_dialogue(runner_id, None if empty else replace(known, draft=draft))


def _as_draft(prefix: str, answers: Mapping[str, Action]) -> dict[str, str]:
    return {f"{prefix}{label.lower().removeprefix(TICK)}": action.encode() for label, action in answers.items()}


def standing(turn: Turn) -> tuple[Action, ...]:
    """Return what can be typed of the lift that is being done, as it was shown last."""
    dialogue = turn.records.dialogue(turn.runner.id)
    draft = {} if dialogue is None else dialogue.draft
    return tuple(Action.decode(value) for key, value in draft.items() if key.startswith(STANDING))


def waits(turn: Turn) -> bool:
    """Tell whether a message, or what it said, waits for the answer to a question about it."""
    dialogue = turn.records.dialogue(turn.runner.id)
    return dialogue is not None and not WAITING.keys().isdisjoint(dialogue.draft)


def expects(turn: Turn, name: str) -> bool:
    """Tell whether a button of a name can be answered with words."""
    dialogue = turn.records.dialogue(turn.runner.id)
    draft = {} if dialogue is None else dialogue.draft
    return any(_is_tap(key, value, name) for key, value in draft.items())


def typed_tap(turn: Turn, text: str) -> Action | None:
    """Return the button that a typed answer means: its label, its first words, or a plain yes or no."""
    dialogue = turn.records.dialogue(turn.runner.id)
    word = " ".join(text.lower().split()).strip(" .!?")
    if dialogue is None or not word:
        return None
    for prefix in (TAP, STANDING):
        taps = {key.removeprefix(prefix): value for key, value in dialogue.draft.items() if key.startswith(prefix)}
        labels = [label for label in taps if _means(word, label)]
        if labels:
            return Action.decode(taps[labels[0]]) if len(labels) == 1 else None
    return None


def on_screen(turn: Turn) -> Mapping[str, Action]:
    """Return what the buttons of the screens that were shown last do, by their labels in lower case."""
    dialogue = turn.records.dialogue(turn.runner.id)
    draft = {} if dialogue is None else dialogue.draft
    return {key.removeprefix(EXACT): Action.decode(value) for key, value in draft.items() if key.startswith(EXACT)}


def draft_of(turn: Turn, key: str) -> str | None:
    """Return what the open dialogue keeps under a name."""
    dialogue = turn.records.dialogue(turn.runner.id)
    return None if dialogue is None else dialogue.draft.get(key)


def taps(turn: Turn) -> tuple[Action, ...]:
    """Return what the buttons of the last message do."""
    return tuple(typed_labels(turn).values())


def typed_labels(turn: Turn) -> Mapping[str, Action]:
    """Return what the buttons of the last message do, by their labels in lower case."""
    dialogue = turn.records.dialogue(turn.runner.id)
    draft = {} if dialogue is None else dialogue.draft
    return {key.removeprefix(TAP): Action.decode(value) for key, value in draft.items() if key.startswith(TAP)}


def is_label(turn: Turn, text: str) -> bool:
    """Tell whether a text is a button of the last message, word for word."""
    return text.lower().strip(" .!?") in typed_labels(turn)


def tap_names(turn: Turn) -> frozenset[str]:
    """Return the names of what the buttons of the last message do."""
    return frozenset(tap.name for tap in taps(turn))


def is_yes_or_no(label: str) -> bool:
    """Tell whether a button can be meant by a plain yes or no."""
    return _first(label) in _EITHER_FIRST


def is_no(label: str) -> bool:
    """Tell whether a button can be meant by a plain no."""
    return _first(label) in _NO_FIRST


def _is_yes(label: str) -> bool:
    return _first(label) in _YES_FIRST


def _first(label: str) -> str:
    return label.lower().replace(",", " ").split(maxsplit=1)[0]


def agreeing(buttons: Mapping[str, Action]) -> Mapping[str, Action]:
    """Return what a plain yes means: of two buttons of which one is a no the other, where that is no yes itself."""
    others = [action for label, action in buttons.items() if not is_yes_or_no(label)]
    pair = len(buttons) == len(("yes", "no")) and len(others) == 1 and any(map(is_no, buttons))
    return {AGREED: others[0]} if pair else {}


def _means(word: str, label: str) -> bool:
    same = word.rstrip("s") == label.rstrip("s")
    if not same and (_YES.fullmatch(word) or _NO.fullmatch(word)):
        return _is_yes(label) if _YES.fullmatch(word) else is_no(label)
    return same or label.startswith((f"{word} ", f"{word},", f"{word}:"))
