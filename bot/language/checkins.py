"""How the body is: "soreness 6", "slept 4 hours", "I have a fever", "flew 8 hours, 6 time zones"."""

import datetime as dt
from collections.abc import Callable, Iterator

from bot.language.amounts import ROUGHLY, bare_in, degrees_in, hours_in, with_half
from bot.language.clauses import clauses_of
from bot.language.frames import Items
from bot.language.heat import bare_heat, is_inside, warm_in
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Context, Dated, Days, Duration, Item, PartOfDay
from bot.language.journeys import is_bare_journey
from bot.language.meaning import (
    Doubt,
    GymReading,
    HeatIllnessReading,
    IllnessReading,
    SleepReading,
    TravelReading,
    Unread,
    WellReading,
)
from bot.language.named_states import Clause, is_hedge, named, state_of
from bot.language.nights import (
    is_bad_night,
    is_in_small_hours,
    is_low_score,
    is_score,
    is_total,
    is_waking,
)
from bot.language.numbers import Number
from bot.language.recovery import ILLS
from bot.language.run_words import is_stranger
from bot.language.scan import scan
from bot.language.soreness import is_sore, read_soreness
from bot.language.states import State, merged
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary

_FAHRENHEIT_FROM = {"fever": 90.0, "gym": 60.0}
_LIMITS = {
    "sleep": (0.0, 24.0),
    "fever": (34.0, 43.0),
    "gym": (-10.0, 60.0),
    "zones": (0.0, 24.0),
    "travel": (0.0, 48.0),
}
"""What can be right: hours, degrees Celsius, time zones."""

_AMOUNT_REACH = 4
# A smaller number in a sentence about a fever counts days, tablets or runs.
_LEAST_BARE_FEVER = 30.0
# "My temperature is 36.6" tells of no illness.
_LEAST_ILL_C = 37.5
# Nobody calls less than this a journey; "flying for 20 minutes" is a run that went well.
_LEAST_TRAVEL_H = 1.0
_SAT = frozenset({"sat", "had", "was", "were", "been", "then", "just", "hour", "post"})
_TO_COME = frozenset({"will", "i'll", "going to", "gonna", "plan", "planning", "later", "open", "opens", "closed"})


def read_checkin(text: str, *, now: dt.datetime, vocabulary: Vocabulary) -> tuple[State, ...]:
    """Read the text behind `/checkin`: "soreness 6", "sleep 4.5", "ill 38.5", "well", "travel 8h 5 zones", "gym 33".

    Fahrenheit is taken where it is said or where the number can be nothing else. A number that cannot be right is
    Unread (VALUE); nothing readable gives nothing. No text raises.
    """
    if too_long(text):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    clean = normalise(text)
    clauses = clauses_of(scan(Context(text=clean, today=now.date()), vocabulary))
    said = (Clause(items=items, text=clean, commanded=True) for items in clauses)
    return merged(tuple(state for clause in said for state in states_in(clause)))


def states_in(clause: Clause) -> Iterator[State]:
    """Yield what one clause reports."""
    seen: set[str] = set()
    states = tuple(named(clause))
    well = any(state == "well" for state, _ in states)
    for state, place in states:
        # "Well again after last week's flu".
        if state not in seen and not (well and state in ILLS):
            seen.add(state)
            yield from _READERS[state](clause, place)
    sore = read_soreness(clause.items)
    if sore is not None and (clause.commanded or (sore.level is not None and not any_item(clause.items, is_hedge))):
        yield sore
    elif sore is None and clause.commanded and any_item(clause.items, is_sore):
        yield _impossible(clause)


def _sleep(clause: Clause, place: int) -> Iterator[State]:
    """Yield the hours; of a night with waking only those that are said to be its total."""
    if is_score(clause.items[place]):
        yield from (SleepReading(hours=None),) if is_low_score(clause.items, place) else ()
        return
    hours, bare = _near(hours_in(clause.items, clause.text), place, clause), _bare(clause, place)
    hours = _hours_of(clause, place) or hours
    if hours is None or (bare is not None and hours.end <= place < bare.start):
        hours = bare
    if hours is not None and hours.value < 1 and hours.end < place:
        # "Sauna 30 min last night then a terrible sleep".
        hours = None
    if hours is None and is_bad_night(clause.items, place):
        yield SleepReading(hours=None)
    if hours is not None and (not is_waking(clause.items[place]) or is_total(clause.items, hours)):
        yield _checked("sleep", hours.value, clause, SleepReading(hours=round(hours.value, 2)))


def _hours_of(clause: Clause, place: int) -> Number | None:
    """Return the amount that stands right before "hours sleep", whatever lasted how long behind it."""
    said = clause.items[place].text
    bare = bare_in(clause.items) if said.startswith("h") else ()
    before = (*hours_in(clause.items, clause.text), *bare)
    return next((one for one in before if said.endswith("sleep") and one.end == place), None)


def _awake(clause: Clause, place: int) -> Iterator[State]:
    """Yield a bad night for "up since 3" and "awake from 2 to 5"; "up since 7" tells of none."""
    if is_in_small_hours(clause.items[place + 1 : place + 1 + _AMOUNT_REACH]):
        yield SleepReading(hours=None)


def _no_sleep(_: Clause, __: int) -> Iterator[State]:
    yield SleepReading(hours=0.0)


def _travel(clause: Clause, place: int) -> Iterator[State]:
    items = clause.items
    if is_bare_journey(items, place, clause.text) and not bare_in(items) and not hours_in(items, clause.text):
        # How far is asked: a journey without its hours or zones says nothing yet.
        yield TravelReading()
        return
    zones = [one for state, at in named(clause) if state == "zones" and (one := _zone_amount(clause, at))]
    spans = tuple(one for one in hours_in(clause.items, clause.text) if one not in zones)
    hours = _near(spans, place, clause)
    if hours is None and clause.commanded and not zones:
        hours = _bare(clause, place)
    if hours is not None and (clause.commanded or hours.value >= _LEAST_TRAVEL_H):
        yield _checked("travel", hours.value, clause, TravelReading(travel_hours=round(hours.value, 2)))


def _near(amounts: tuple[Number, ...], place: int, clause: Clause) -> Number | None:
    """Return the amount that belongs to a state: the first behind it up to the next state, else the last before it."""
    own = state_of(clause.items[place], clause)
    others = [index for index, item in enumerate(clause.items) if state_of(item, clause) not in {None, own}]
    end = min((index for index in others if index > place), default=len(clause.items))
    start = max((index for index in others if index < place), default=-1)
    behind = [one for one in amounts if place < one.start < end]
    before = [one for one in amounts if start < one.start and one.end <= place]
    return next(iter(behind or before[-1:]), None)


def _bare(clause: Clause, place: int) -> Number | None:
    """Return a number without a unit: any behind a command, else one that can be nothing but an amount."""
    if clause.commanded:
        return _near(bare_in(clause.items), place, clause)
    plain = (with_half(one, clause.items) for one in bare_in(clause.items))
    return next((one for one in plain if _is_plain_amount(one, place, clause.items)), None)


def _is_plain_amount(number: Number, place: int, items: Items) -> bool:
    """Tell whether a number stands right beside its state ("slept only 4", but not "slept with 2 pillows")."""
    if number.end == place:
        return True
    if not 0 < number.start - place <= _AMOUNT_REACH:
        return False
    between = items[place + 1 : number.start]
    after = items[number.end] if number.end < len(items) else None
    ends = after is None or isinstance(after.value, Dated | PartOfDay) or after.is_word("and", "last")
    return ends and all(_is_measure_word(item) for item in between)


def _is_measure_word(item: Item) -> bool:
    return item.is_word("around", "half") or item.text in {"only", "just", "for", "like", "barely", ":", "hardly"}


def _zones(clause: Clause, place: int) -> Iterator[State]:
    """Yield the zones; half a zone more ("5.5") does not count."""
    one = _zone_amount(clause, place)
    if one is not None:
        yield _checked("zones", one.value, clause, TravelReading(zones=int(one.value)))


def _zone_amount(clause: Clause, place: int) -> Number | None:
    """Return the number or the hours before the word, else those behind "time difference of"."""
    amounts = (*bare_in(clause.items), *hours_in(clause.items, clause.text, leads=ROUGHLY | {"from"}))
    before = [one for one in amounts if one.end <= place <= one.end + 1]
    behind = [one for one in amounts if place < one.start <= place + 2]
    return next(iter(sorted(before, key=lambda one: one.end)[-1:] or behind), None)


def _fever(clause: Clause, place: int) -> Iterator[State]:
    behind = clause.items[place + 1 : place + 3]
    if len(behind) > 1 and behind[0].is_word("of") and is_stranger(behind[1]):
        # "A fever of emails".
        return
    yield from _temperature(clause, "fever") or (IllnessReading(head_only=False),)


def _body_heat(clause: Clause, place: int) -> Iterator[State]:
    """Yield a measured temperature; one that is normal tells of no illness, a lower one or a gym's is the weather's."""
    inside = any_means(clause.items[max(0, place - 1) : place], "state", "hot_gym")
    if inside or any(one.value < _LIMITS["fever"][0] for one in degrees_in(clause.items)):
        return
    for state in _temperature(clause, "fever"):
        if not isinstance(state, IllnessReading) or (state.fever_c or 0.0) >= _LEAST_ILL_C:
            yield state


def _ill(clause: Clause, _: int) -> Iterator[State]:
    if not any(state in {"cold", "fever"} for state, _ in named(clause)):
        yield from _temperature(clause, "fever") or (IllnessReading(),)


def _gym(clause: Clause, _: int) -> Iterator[State]:
    """Yield how hot it is; "gym is 20 dollars" says nothing of heat, so a sentence has to name degrees."""
    yield from _temperature(clause, "gym")


def _heat(clause: Clause, place: int) -> Iterator[State]:
    """Yield the heat of "41 inside", "34 and humid" and "it's boiling"; only inside its degrees are those of a gym."""
    warm = next(iter(warm_in(clause.items)), None)
    if warm is not None:
        yield GymReading(celsius=warm if is_inside(clause.items) else None)
    elif clause.items[place].means("state") == "hot":
        yield GymReading(celsius=None)


def _hot_room(clause: Clause, _: int) -> Iterator[State]:
    """Yield the heat of a sauna that one sat in: so long, or told as done."""
    lasted = any_value(clause.items, Duration)
    told = any(
        item.means("action") == "done" or item.text.partition(" ")[0] in _SAT or isinstance(item.value, Dated)
        for item in clause.items
    )
    planned = any_text(clause.items, _TO_COME) or any_value(clause.items, Days)
    if (lasted or told) and not planned:
        yield GymReading(celsius=None)


def _temperature(clause: Clause, what: str) -> tuple[State, ...]:
    found = degrees_in(clause.items) if what == "fever" else (*degrees_in(clause.items), *bare_heat(clause.items))
    plain = clause.commanded or what == "fever"
    least = _LEAST_BARE_FEVER if what == "fever" and not clause.commanded else float("-inf")
    said = [one for one in found if one.unit] or [one for one in found if plain and one.value >= least]
    if len(said) != 1:
        return ()
    value, unit = said[0].value, said[0].unit
    fahrenheit = unit == "fahrenheit" or (unit != "celsius" and value >= _FAHRENHEIT_FROM[what])
    celsius = round((value - 32) / 1.8, 1) if fahrenheit else value
    reading = IllnessReading(fever_c=celsius) if what == "fever" else GymReading(celsius=celsius)
    return (_checked(what, celsius, clause, reading),)


_READERS: dict[str, Callable[[Clause, int], Iterator[State]]] = {
    "sleep": _sleep,
    "no_sleep": _no_sleep,
    "bad_night": _sleep,
    "awake": _awake,
    "up_long": lambda *_: iter((SleepReading(hours=None),)),
    "travel": _travel,
    "zones": _zones,
    "fever": _fever,
    "temperature": _body_heat,
    "ill": _ill,
    "cold": lambda *_: iter((IllnessReading(head_only=True),)),
    "well": lambda *_: iter((WellReading(),)),
    "hot_gym": _gym,
    "gym": _gym,
    "heat": _heat,
    "hot": _heat,
    "hot_room": _hot_room,
    "outside": lambda *_: iter((GymReading(celsius=None),)),
    "heat_illness": lambda *_: iter((HeatIllnessReading(),)),
}
"""What reads each state that a clause names."""


def _checked(what: str, value: float, clause: Clause, reading: State) -> State:
    least, most = _LIMITS[what]
    return reading if least <= value <= most else _impossible(clause)


def _impossible(clause: Clause) -> Unread:
    said = own_words(clause.text[clause.items[0].start : clause.items[-1].end])
    return Unread(text=said, doubt=Doubt.VALUE)
