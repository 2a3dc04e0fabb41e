"""Questions about a run that a lift puts at stake: "if I lift today, will I be OK for Saturday's tempo?"."""

from bot.language.clauses import is_moment, lifts, refers_back, runs_in
from bot.language.frames import Items
from bot.language.held import any_means, any_text
from bot.language.items import Dated, Days, Item
from bot.language.topics import asks_how, asks_how_to
from bot.language.waiting import is_run

_SUPPOSING = frozenset(
    {"if", "when", "were", "say", "say i", "let's say", "lets say", "suppose", "supposing", "assuming", "imagine"}
)
# "Want to deadlift on the 12th, any issues with the race on the 20th".
_ANY = "any "
_LEADS = frozenset({"for", "from", "my", "with", "the", "before", "during", "of", "on", "in", "hurt", "affect"})
_DOING = frozenset({"can", "should", "could", "shall", "may", "do"})
_RECOVERING = frozenset({"recover", "recovery"})
_REACH = 4
_OPENING = 2


def at_stake(main: Items, clauses: tuple[Items, ...]) -> bool:
    """Tell whether the clause that asks only asks what becomes of a run, of a lift that another one dates.

    "If I lift tonight, can I run tomorrow" asks about the run itself.
    """
    if not main or lifts(main) or not runs_in(main) or asks_how_to(main):
        return False
    others = [clause for clause in clauses if clause is not main]
    if not any(is_moment(item) for clause in others for item in clause):
        return False
    lifting = [clause for clause in others if _plans_a_lift(clause)]
    if not lifting:
        return False
    if refers_back(main):
        # "Coach put deads on friday, does that clash with my runs?".
        return True
    supposed = any(clause[0].text in _SUPPOSING for clause in lifting) or main[0].text.startswith(_ANY)
    return supposed and not asks_how(main) and _is_only_harmed(main)


def _plans_a_lift(clause: Items) -> bool:
    """Tell whether a clause is of a lift or exercise to come: "if I did my squats on friday", "bench tonight"."""
    if any_text(clause[:_OPENING], _SUPPOSING):
        return lifts(clause)
    past = any_means(clause, "lift", "past") or any_means(clause, "action", "done", "missed", "skip")
    return (lifts(clause) or any_means(clause, "exercise")) and not past


def _is_only_harmed(main: Items) -> bool:
    """Tell whether every run that is named is one that stands already: "for saturday's tempo", "my race"."""
    runs = [index for index, item in enumerate(main) if is_run(item) and item.text not in _RECOVERING]
    if any(item.means("ask") == "may" and item.text.partition(" ")[0] in _DOING for item in main):
        return False
    return all(any(map(_leads, main[max(0, index - _REACH) : index])) for index in runs)


def _leads(item: Item) -> bool:
    return isinstance(item.value, Days | Dated) or item.text in _LEADS
