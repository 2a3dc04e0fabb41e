"""What stands around a question: a day ("track tomorrow"), a known condition, or only a word that asks."""

import datetime as dt
from dataclasses import dataclass

from bot.language.after_lifts import asks_whether_to_run
from bot.language.asking import asks_in_clause, asks_which_first
from bot.language.held import any_item, any_mark, any_means, any_text
from bot.language.items import Clock, Context, Dated, Days, Item, PartOfDay
from bot.language.meaning import Part
from bot.language.scan import scan
from bot.language.text import normalise, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind

_DENIAL_REACH = 3
_WEEK = 3
_REQUESTS = frozenset({"please", "pls", "plz", "tips", "advice", "ideas", "suggestions", "explain", "or"})
_TURNED = frozenset({"wont", "won't", "isnt", "isn't", "doesnt", "doesn't", "arent", "aren't", "will it"})
_VERBS = frozenset({"do", "does", "can", "could", "should", "would", "am", "is", "are"})
_RUNNING = frozenset({"run", "runs", "running", "jog", "jogging", "race"})


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around what a text asks. No text raises, and one that is too long to be read holds nothing."""

    items: tuple[Item, ...]

    @classmethod
    def of(cls, text: str, *, today: dt.date, vocabulary: Vocabulary) -> "Around":
        """Look at a text; `today` is the runner's local date."""
        return cls(() if too_long(text) else tuple(scan(Context(text=normalise(text), today=today), vocabulary)))

    @property
    def tells_of_a_day(self) -> bool:
        """Tell whether it names a day, a time or a part of the day; "every Friday" is no single day."""
        return any_item(self.items, _is_of_a_day)

    @property
    def names_a_week(self) -> bool:
        """Tell whether it names so many weekdays that no single one is meant."""
        return sum(len(item.value.days) for item in self.items if isinstance(item.value, Days)) >= _WEEK

    @property
    def seems_to_ask(self) -> bool:
        """Tell whether a text that reads as no question holds a mark or a word that asks or begs all the same."""
        turned = bool(self.items) and self.items[0].text in _TURNED
        return turned or (any_mark(self.items, "?") or any_means(self.items, "ask") or any_text(self.items, _REQUESTS))

    @property
    def asks_openly(self) -> bool:
        """Tell whether a text that tells something holds a question too: "…, so where does the bar fit"."""
        return (any_mark(self.items, "?") or any_item(self.items, _is_inverted)) or asks_in_clause(self.items)

    def asks_to_run(self, today: dt.date) -> bool:
        """Tell whether it is asked if one may run on one of these days, and nothing of a lift is said."""
        return not self._names_lift and asks_whether_to_run(self.items, today)

    @property
    def asks_for_order(self) -> bool:
        """Tell whether it is asked if the lift goes before or after a run."""
        return asks_which_first(self.items) and self._names_run and self._names_lift

    @property
    def names_run_only(self) -> bool:
        """Tell whether a run is named and no lift: "warm up for my tempo"."""
        return self._names_run and not self._names_lift

    @property
    def names_condition(self) -> bool:
        """Tell whether a condition is named that a clinician has to judge ("high blood pressure", "slipped disc").

        One that is denied ("no stress fracture") does not count, nor one that was cleared.
        """
        if any_means(self.items, "health_word", "cleared"):
            return False
        named = (index for index, item in enumerate(self.items) if _is_condition(item))
        return any(not self._is_denied(index) for index in named)

    def _is_denied(self, index: int) -> bool:
        return any_means(self.items[max(0, index - _DENIAL_REACH) : index], "word", "no")

    @property
    def _names_lift(self) -> bool:
        return any_means(self.items, "lift") or any_means(self.items, "exercise")

    @property
    def _names_run(self) -> bool:
        return any(item.means("kind") not in {None, RunKind.REST} or item.text in _RUNNING for item in self.items)


def _is_of_a_day(item: Item) -> bool:
    match item.value:
        case Dated() | Clock(sure=True) | Days(habit=False):
            return True
        case PartOfDay(part=part):
            return part is not Part.NOW
    return False


def _is_inverted(item: Item) -> bool:
    """Tell whether a verb stands before its subject behind a word that asks: "when do I", "how should"."""
    return item.means("ask") == "what" and not _VERBS.isdisjoint(item.text.split()[1:2])


def _is_condition(item: Item) -> bool:
    return item.means("condition") is not None or item.means("health") not in {None, "heat"}
