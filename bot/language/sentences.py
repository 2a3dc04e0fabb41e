"""Whole sentences, as a coach writes them down, each with a name by which a reader asks for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.language.pattern_notation import Notation
from bot.language.patterns import Page, Pattern

Groups = Mapping[str, Mapping[str, Sequence[str]]]

_SPAN = frozenset({"week", "count", "unit", "until", "first", "last"})

NAMES: Mapping[str, frozenset[str]] = {
    "card_picture": frozenset({"article", "what"}),
    "card_shared": frozenset({"what"}),
    "gym_done": frozenset(),
    "gym_next": frozenset(),
    "gym_finish": frozenset(),
    "gym_more": frozenset(),
    "gym_plates": frozenset(),
    "gym_skip": frozenset(),
    "setup_start": frozenset(),
    "setup_skip": frozenset(),
    "setup_no_week": frozenset(),
    "setup_why": frozenset(),
    "setup_leave": frozenset(),
    "keeps": frozenset(),
    "asks_day": frozenset({"day"}),
    "asks_next_run": frozenset({"run"}),
    "asks_to_run": frozenset(),
    "asks_time_to_race": frozenset({"race"}),
    "plans_lifts": frozenset(),
    "books_lift": frozenset({"what", "day"}),
    "skips_lifts": _SPAN | {"why"},
    "asks_for_other": frozenset(),
    "asks_without_run": frozenset({"run", "then"}),
    "asks_lift_again": frozenset({"day", "then"}),
    "asks_what_to_change": frozenset(),
    "asks_why_so": frozenset(),
    "asks_run_moved": frozenset({"run", "day"}),
    "asks_runs_swapped": frozenset({"run", "other"}),
    "asks_run_added": frozenset({"added"}),
    "asks_other_run": frozenset(),
    "other_day_meant": frozenset({"day"}),
    "other_time_meant": frozenset({"day"}),
    "said_instead": frozenset({"said"}),
    "asks_with_illness": frozenset(),
    "asks_if_paused": frozenset(),
    "no_runs": _SPAN,
    "away": _SPAN | {"off"},
    "day_off": frozenset({"day"}),
    "day_moved": frozenset({"old", "new"}),
    "quiet_days": _SPAN,
    "quiet_hours": frozenset({"begin", "end"}),
    "undo_sort": frozenset({"sort"}),
    "taken_back": frozenset(),
    "it_deleted": frozenset(),
    "bare_pain": frozenset(),
    "no_alarm": frozenset(),
    "ran_after_all": frozenset(),
    "run_back_on": frozenset({"which"}),
    "kind_after_all": frozenset({"run"}),
    "back_to_day": frozenset({"day"}),
    "go_ahead": frozenset(),
    "normal_days": frozenset(),
    "of_others": frozenset(),
    "race_entered": frozenset(),
    "race_of_some_day": frozenset(),
    "race_day_told": frozenset({"day"}),
    "gives_up_race": frozenset(),
    "race_length_meant": frozenset({"half", "marathon", "km", "denied"}),
    "lift_effort": frozenset({"weight", "weight_unit", "left", "rpe", "rir"}),
    "lift_felt": frozenset({"rpe"}),
    "lift_felt_somehow": frozenset(),
    "unit_meant": frozenset({"unit"}),
    "lift_to_delete": frozenset({"before", "before_unit"}),
    "lift_weighed": frozenset({"before", "before_unit", "weight", "weight_unit"}),
    "never_lifted": frozenset({"day"}),
    "mistaken": frozenset({"rest"}),
    "it_was": frozenset({"rest"}),
    "weight_alone": frozenset({"weight", "weight_unit"}),
    "amend": frozenset({"bit"}),
    "amend_sets": frozenset({"n", "m", "told", "denied"}),
    "amend_all": frozenset({"n", "reps", "kg", "kg_unit", "told"}),
    "amend_more": frozenset({"n", "reps", "kg", "kg_unit"}),
    "amend_less": frozenset(),
    "amend_one_set": frozenset({"order", "nth", "reps", "kg", "kg_unit", "told"}),
    "amend_one_weight": frozenset({"order", "nth", "kg", "kg_unit", "told"}),
    "amend_reps": frozenset({"n", "m", "told", "denied"}),
    "amend_value": frozenset({"kg", "kg_unit", "not", "not_unit", "told", "denied"}),
    "value_meant": frozenset({"value", "unit"}),
    "only_asked": frozenset(),
    "only_tired": frozenset(),
    "pain_after_all": frozenset(),
    "pain_rated": frozenset({"level"}),
    "pain_eased": frozenset(),
    "it_lasts": frozenset({"part"}),
    "not_there": frozenset(),
    "no_fever": frozenset(),
    "harmless_cause": frozenset(),
    "clear_again": frozenset(),
    "long_off": frozenset({"count", "unit", "month", "year", "date", "season"}),
    "whereabouts": frozenset({"place"}),
    "hours_slept": frozenset({"less", "hours", "unit"}),
    "amend_effort": frozenset({"rpe", "left", "told", "denied"}),
    "amend_delete": frozenset(),
    "race_ahead": frozenset({"half", "marathon", "km", "count", "unit"}),
}
"""The sentences that the readers ask for, with what they take from each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Ways to say one thing, as the whole of a message; `examples` are messages that say it."""

    name: str
    say: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceFile:
    """The whole file."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sentence: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """All sentences, ready for use."""

    by_name: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)

    @classmethod
    def build(cls, file: SentenceFile, groups: Groups, *, guessed: Iterable[str]) -> "Sentences":
        """Make the sentences ready; see `Notation`. ValueError names the sentence at fault, and says what is wrong."""
        if wrong := {one.name for one in file.sentence} ^ NAMES.keys():
            raise ValueError(f"sentences unknown or missing: {', '.join(sorted(wrong))}")
        notation = Notation(lists=file.lists, groups=groups, guessed=frozenset(guessed))
        found: dict[str, tuple[Pattern, ...]] = {}
        for one in file.sentence:
            found[one.name] = (*found.get(one.name, ()), *_patterns(one, notation))
        return cls(by_name=found)

    def kept(self, name: str, page: Page) -> Mapping[str, tuple[int, int]] | None:
        """Return what a message keeps that is a sentence of that name, by places of it; None for any other."""
        for pattern in self.by_name.get(name, ()):
            found = pattern.match(page, 0) if pattern.may_be_in(page) else None
            if found is not None:
                return found[1]
        return None


def _patterns(one: Sentence, notation: Notation) -> tuple[Pattern, ...]:
    try:
        patterns = tuple(notation.pattern(f"^ ({text}) $") for text in one.say)
    except ValueError as wrong:
        raise ValueError(f"{one.name}: {wrong}") from None
    for pattern in patterns:
        if unknown := {name for name in pattern.names - NAMES[one.name] if not name.startswith("_")}:
            raise ValueError(f"{one.name}: nobody takes {{{min(unknown)}}}")
    return patterns
