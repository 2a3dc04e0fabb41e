"""What stands before the first day of a week: whose week it is, and words that do not say."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.language.frames import OURS, Items, is_day, is_now, outside_brackets
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, Days, Distance, Item, PartOfDay, Repeats
from bot.language.leads import JOINTS, behind_opening, clauses, first_day, without_hedges
from bot.language.owners import is_disowned, is_of_others
from bot.language.spans import with_named_spans
from bot.language.turns import is_given_up
from bot.training.runs import RunKind

# What people say before they say it all the same.
_SOFT = frozenset({"idk", "dunno", "i don't know", "i dont know", "lets say", "let's say", "i think"})
# Of three days and more they tell what is so: "I like running on Tuesdays, Thursdays and Saturdays".
_LIKES = frozenset({"i like", "i enjoy", "prefer", "love"})
_SAY = "say"
_THEIRS = frozenset({"her", "his", "their"})
_TRAINS = frozenset({"run", "runs", "running", "does", "doing", "trains", "training", "ran", "did"})
_SAYS = frozenset(
    {"says", "said", "wants", "gave", "made", "sent", "wrote", "set", "recommends", "suggested", "suggests", "told"}
    | {"put", "puts", "sends", "posted", "writes", "programmed", "prescribed", "planned"}
)
_GIVEN = frozenset({"from", "by"})
_SUBJECTS = frozenset({"i", "i'm", "im", "i'll", "mine"})
_CHILDREN = frozenset({"kid", "kids", "son", "daughter"})
_OWN = frozenset({"i", "i'm", "im", "i'll", "mine", "my"})
_REACH = 3
_COMPANY = 2
_UNREAL = frozenset({"?", "were", "was", "had", "would", "could", "you", "i'd"})
_GROUPS = frozenset({"athletes", "everyone", "everybody", "students", "trainees", "people", "friends"})
_OF_SOMEBODY = frozenset({"my", "our", "his", "her", "their", "the", "some", "other"})
_SEASONS = frozenset({"winter", "summer", "spring", "autumn", "fall", "season", "block", "cycle", "term", "semester"})
_REMEMBERING = frozenset({"remember", "remember when", "back", "those", "ah", "oh", "good old", "we", "we'd", "miss"})
_ONCE = frozenset({"used to", "remember", "remember when", "back then", "those days", "the good old days"})
NOWADAYS = frozenset({"these days", "nowadays", "currently", "at the moment", "atm"})
_GIVING = frozenset({"has", "wants", "gave", "set", "sent", "got", "gets", "put", "puts"})
FINISHES = frozenset(
    {
        *("finish", "finishes", "finishing", "finished", "off", "home", "finish work", "finished work"),
        *("finishing work", "done with work", "get off work", "leave work", "knock off work"),
    }
)


def own_week(items: Items) -> tuple[Items, Items]:
    """Return a week that the runner tells as their own, and it without what introduces it; nothing when it is not.

    "My wife runs Mon, Wed and Fri" is another's; "dad of 3 schedule: …" and "coach sent me this: …" are not.
    """
    items = tuple(_without_soft(_without_condition(tuple(without_hedges(tuple(with_named_spans(items)))))))
    first = first_day(items)
    if is_of_others(items[:first]) or is_disowned(items):
        return (), ()
    begin = behind_opening(items)
    said, last = items[:begin], items[begin:first]
    given = _is_given(last) or [item.text for item in last] in (["no"], ["never"], ["no", "running"])
    if any_item(last, _denies) and not (given or _is_others_training(last, items[first:])):
        return _behind_so(items)
    if _is_past(items[:first]) or (
        said and (any(_supposes(said, index, last) for index in range(len(said))) or not _hands_over(said))
    ):
        return (), ()
    if _is_handed(last):
        items = (*said, *items[first:])
    return items, items[begin:]


def _without_condition(items: Items) -> Items:
    """Leave out what a week hangs on, before its colon: "if nothing comes up: mon easy, wed tempo"."""
    colon = next((at for at in range(first_day(items)) if items[at].is_mark(":")), 0)
    lead = items[:colon]
    opens = any_text(lead[:1], ("if", "unless", "provided", "assuming"))
    told = any_item(lead, is_day) or any(item.means("kind") not in (None, RunKind.REST) for item in lead)
    return items[colon + 1 :] if opens and not told and not any_text(items, _UNREAL) else items


def _is_handed(lead: Items) -> bool:
    """Tell whether only who gives the week stands before its first day: "physio has me on mon easy"."""
    gives = any(one.text in _GIVING and two.text in OURS for one, two in pairwise(lead))
    runs = any_means(lead, "kind") or any_value(lead, Distance, Clock, PartOfDay)
    return gives and not runs


def _without_company(items: Items) -> Iterator[Item]:
    """Leave out who runs with the runner: "my mate and I", "me and my wife"."""
    for index, item in enumerate(items):
        if item.means("unsure") != "others":
            yield item
            continue
        before, behind = items[max(0, index - _REACH) : index], items[index + 1 : index + _REACH]
        joined = [one.text for one in behind if one.is_word("and") or one.text in OURS]
        with_me = len(joined) == len(behind) == _REACH - 1 and joined[-1] in OURS
        me_with = any_text(before, OURS) and any_means(before, "word", "and")
        with_them = any_text(before[-_COMPANY:], ("with", "w"))
        if not (with_me or me_with or with_them):
            yield item


def _is_given(lead: Items) -> bool:
    """Tell whether somebody only gives the runner what follows: "coach wants my runs …", "she has me doing …"."""
    denying = [index for index, item in enumerate(lead) if _denies(item)]
    return all(_is_coach(lead[index]) or _gives_me(lead[index:]) for index in denying)


def _is_coach(item: Item) -> bool:
    return "coach" in item.text and not item.text.endswith("'s")


def _gives_me(lead: Items) -> bool:
    """Tell whether somebody has, sets or gives the runner something: "she has me doing", "my trainer gave me"."""
    return any(one.text in _GIVING and two.text in OURS for one, two in pairwise(lead[: _REACH + 1]))


def _is_others_training(lead: Items, behind: Items) -> bool:
    """Tell whether a day is named for what another does on it, which is why: "kids swim mon so no run, tue easy"."""
    others = [item for item in lead if _denies(item)]
    trains = any_means(lead, "not_run") and not any_text(lead, _TRAINS)
    so = any_text(behind[:_REACH], ("so",))
    return all(item.means("unsure") == "others" for item in others) and trains and so


def _without_soft(items: Items) -> Iterator[Item]:
    """Leave "idk" and "let's say" out before the days where nothing is asked."""
    items = _without_aside(tuple(_without_company(items)))
    first = first_day(items)
    asks = any(item.is_mark("?") or item.text == "if" for item in items)
    several = len({day for item in items if isinstance(item.value, Days) for day in item.value.days}) >= _REACH
    for index, item in enumerate(items):
        proposes = item.text == _SAY and index + 1 == first
        likes = several and item.text in _LIKES
        if asks or index > first or not (item.text in _SOFT or proposes or likes):
            yield item


def _without_aside(items: Items) -> Items:
    """Leave out brackets before the first day that tell of somebody: "my week (my lad is 17, he has it too): mon …"."""
    begin = next((index for index, item in enumerate(items) if item.is_mark("(")), len(items))
    end = next((index for index in range(begin, len(items)) if items[index].is_mark(")")), len(items))
    others = any_means(items[begin:end], "unsure", "others")
    told = any(item.means("kind") or isinstance(item.value, Clock | Distance | Repeats) for item in items[begin:end])
    return items if told or not others or end >= first_day(items) else (*items[:begin], *items[end + 1 :])


def _behind_so(items: Items) -> tuple[Items, Items]:
    """Return what the runner does because of another: "wife has yoga tuesdays so my run is monday …"."""
    place = next((index for index in range(len(items)) if _turns_to_me(items, index)), len(items))
    own = any(item.text in OURS or item.text == "my" for item in items[place + 1 : place + 1 + _REACH])
    own = own or any_text(items[place + 1 : place + 2], NOWADAYS)
    behind = _on_those_days(items[:place], items[place + 1 :]) if own else ()
    lead = behind[: first_day(behind)]
    return (behind, behind) if not any_item(lead, _denies) else ((), ())


def _on_those_days(before: Items, behind: Items) -> Items:
    """Return the runner's own words with the days of "then": "he has the kids tue and thu so I run then"."""
    days = next((item for item in reversed(before) if isinstance(item.value, Days)), None)
    place = next((at for at, item in enumerate(behind[:_REACH]) if item.text == "then"), None)
    if days is None or place is None or any(map(is_day, behind[:_REACH])):
        return behind
    then = behind[place]
    return (*behind[:place], replace(days, start=then.start, end=then.end), *behind[place + 1 :])


def _turns_to_me(items: Items, index: int) -> bool:
    """Tell whether the runner's own days begin behind here: "so I …", ", I run …", "but mine are"."""
    joint = items[index].is_mark(",.;") or items[index].text in {"and", "but", "that"}
    mine = any(item.text in _OWN or item.text in NOWADAYS for item in items[index + 1 : index + 2])
    return items[index].text == "so" or (joint and mine and any(map(is_day, items[index + 2 : index + 2 + _REACH])))


def tells_old_days(items: Items) -> bool:
    """Tell whether a message is about old days with others, and says nothing of now: "remember when we used to …"."""
    if not (any_text(items, _ONCE) and any_text(items[: _REACH + 1], _REMEMBERING)):
        return False
    now = any(is_now(item) or item.text in NOWADAYS or item.text.startswith(("can i", "should i")) for item in items)
    return not now


def tells_another(clause: Items, *, why: bool) -> bool:
    """Tell whether a clause before a week is about another's training, or others and not the runner nor `why` it is."""
    others = [at for at, item in enumerate(clause) if item.means("unsure") == "others" and "coach" not in item.text]
    return any(_is_theirs(clause, at) for at in others) or (
        bool(others) and not why and not any_text(clause, _SUBJECTS | {"me"})
    )


def tells_no_own_week(items: Items) -> bool:
    """Tell whether a list of days is the elites', of another year, or disowned behind it."""
    return is_of_others(items[: first_day(items)]) or is_disowned(items)


def tells_past_week(items: Items) -> bool:
    """Tell whether a list of days is one of another time: "last year my week was tue track, thu tempo"."""
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    return len(days) > 1 and _is_past(items[: first_day(items)])


def _is_past(lead: Items) -> bool:
    """Tell whether an introduction speaks of what was: "last year my week was", "before the injury:"."""
    if any(is_now(item) or item.text in NOWADAYS for item in lead):
        return False
    for index, item in enumerate(lead):
        behind = lead[index + 1 : index + 1 + _REACH]
        year = item.is_word("last") and any(
            one.means("span") in {"year", "month"} or one.text in _SEASONS for one in behind[:1]
        )
        week = item.text in {"was", "were"} and index + 1 == len(lead)
        before = item.is_word("before") and any_mark(behind, ":")
        old = item.means("unsure") == "past" and any_mark(behind, ":")
        if year or week or before or old:
            return True
    return False


def _denies(item: Item) -> bool:
    return bool(item.means("unsure")) or (item.is_word("no") and not item.means("kind"))


def _supposes(said: Items, index: int, behind: Items) -> bool:
    """Tell whether a week is only supposed, or an old one that is not given up for what follows."""
    # "I used to run 5 days but now only" tells what is so now.
    past = said[index].means("unsure") == "past" or said[index].text == "used to"
    if past and any_text(said[index:], JOINTS):
        # "I used to run 5 days but the doc said 3, so: …".
        return False
    if past and any(is_now(item) or item.text in NOWADAYS for item in (*said[index:], *behind)):
        return False
    if any_text(said[index:], ("but",)):
        # "Not sure if this is how it works but: …".
        return False
    return said[index].means("unsure") in {"word", "past"} and not is_given_up(said, index)


def _hands_over(said: Items) -> bool:
    """Tell whether an introduction leads to the runner's own week."""
    ending, body = said[-1], _behind_turn(tuple(outside_brackets(said[:-1])))
    others = [index for index, item in enumerate(body) if _is_another(body, index)]
    if any(_is_theirs(body, index) for index in others):
        return False
    if not ending.is_mark(":") or _is_address(body):
        return True
    clause = next(clauses(body[::-1]), ())
    if any(item.is_word("no") and not item.means("kind") for item in clause):
        return False
    return not others or any_item(body, _is_me) or any(_is_role(body, index) for index in others)


def _is_address(body: Items) -> bool:
    """Tell whether a plan is only handed to a group that the runner is of: "All athletes: Tuesday track"."""
    return len(body) <= _REACH and any_text(body[-1:], _GROUPS) and not any_text(body, _OF_SOMEBODY)


def _is_another(body: Items, index: int) -> bool:
    """Tell whether somebody else is spoken of; a child who only wakes is why one runs when one does."""
    trains = any_text(body[index + 1 : index + 1 + _REACH], _TRAINS)
    return body[index].means("unsure") == "others" and (trains or body[index].text not in _CHILDREN)


def _behind_turn(body: Items) -> Items:
    """Return what is said of the runner behind somebody else: "my hubby trains for ironman, i only do 3"."""
    turns = (at for at, (one, two) in enumerate(pairwise(body)) if _is_turn(one) and two.text in _SUBJECTS)
    place = next(turns, None)
    return body if place is None else body[place + 1 :]


def _is_turn(item: Item) -> bool:
    return item.is_mark(",.;") or item.text in {"but", "so", "and", "me"}


def _is_theirs(body: Items, index: int) -> bool:
    """Tell whether somebody else's plan or running is spoken of: "my wife's plan", "my brother runs"."""
    item = body[index]
    behind = body[index + 1 : index + 1 + _REACH]
    if "coach" in item.text:
        return False
    return item.text in _THEIRS or item.text.endswith("'s") or any_text(behind, _TRAINS)


def _is_me(item: Item) -> bool:
    return item.text in OURS or item.text.split()[-1:] == ["me"]


def _is_role(body: Items, index: int) -> bool:
    """Tell whether a word for a person says what the runner is, or who made the plan: "dad of 3", "coach says"."""
    said = (body[index].text.rsplit(" ", maxsplit=1)[-1], *(one.text for one in body[index + 1 : index + 1 + _REACH]))
    given = any_text(body[max(0, index - 1) : index], _GIVEN)
    return given or "of" in said or not _SAYS.isdisjoint(said)
