"""What is told of single days and of the runner: runs, races, lifts, settings, sore legs."""

from dataclasses import replace

from bot.language.dated import read_dated_run, read_run_behind
from bot.language.frames import Items, is_day
from bot.language.items import Ahead, Dated, Days, Distance, Duration, Item, Pace, Repeats
from bot.language.lift_logs import tells_load
from bot.language.lifts import read_lift
from bot.language.meaning import DatedRunReading, Doubt, LiftReading, Meaning, MovedRunReading, Unread
from bot.language.message import (
    LEAST_WEIGHT,
    Message,
    acts_in,
    at_commas,
    is_sets_at_weight,
    is_several,
    is_softened,
    is_statement,
    names_run,
    part_of,
    says_run,
    states,
    strangers,
)
from bot.language.moves import tells_old_length
from bot.language.race_changes import read_changed_day, read_dropped_race
from bot.language.races import read_race
from bot.language.run_reports import read_run_report
from bot.language.run_words import is_since, tells_run
from bot.language.settings import read_setting
from bot.language.soreness import read_soreness
from bot.training.runs import RunKind

# "Sunday, 27 September" is one day: its two names stand at most a comma apart.
_BESIDE = 2
# Nobody tells of runs on more single days in one message.
_MOST_DATES = 31
# One unknown word in three ("tempo tomorrow 6pm with Dave"); more, and the sentence is about something else.
_KNOWN_PER_STRANGER = 3


def read_settings(message: Message) -> tuple[Meaning, ...]:
    """Read settings said in passing."""
    return read_setting(message.text, message.items, today=message.now.date(), vocabulary=message.vocabulary)


def read_sore(message: Message) -> tuple[Meaning, ...]:
    """Read how sore the runner is, and the run that it comes from; what others say of sore legs is no report."""
    others = any(item.means("unsure") == "others" for item in message.items)
    found = None if others else read_soreness(message.items)
    return () if found is None else (*read_run_behind_legs(message), found)


def read_run_behind_legs(message: Message) -> tuple[Meaning, ...]:
    """Read the run that sore legs are told to come from."""
    if not any(item.means("body") for item in message.items):
        return ()
    if any(item.means("unsure") and not is_softened(message.items, at) for at, item in enumerate(message.items)):
        return ()
    found = read_run_behind(message.items, replace(message.context, past=True))
    return () if found is None else (found,)


def read_report_of_run(message: Message) -> tuple[Meaning, ...]:
    """Read how a run went; a run that was done comes with it, so that neither is lost."""
    found = read_run_report(message.items, message.now.date()) if is_statement(message.items) else None
    if found is None:
        return ()
    done = any(item.means("action") == "done" for item in message.items)
    measured = any(isinstance(item.value, Distance | Duration | Repeats) for item in message.items)
    runs = read_runs_on_days(message) if done else _measured_run(message) if measured else ()
    return (*(one for one in runs if isinstance(one, DatedRunReading)), found)


def _measured_run(message: Message) -> tuple[Meaning, ...]:
    """Read the run of "8k easy this morning, legs felt fine", before its comma, which was run."""
    opening = next(at_commas(message.items))
    part = part_of(message, opening[0].start, opening[-1].end)
    found = read_runs_on_days(part)
    today = message.now.date()
    return tuple(replace(one, done=True) for one in found if isinstance(one, DatedRunReading) and one.date <= today)


def read_log(message: Message) -> tuple[Meaning, ...]:
    """Read a log: sets and reps with a lift's name, weight or past tense, and no run beside them."""
    items = message.items
    lifted = any(item.means("lift") or item.means("exercise") for item in items)
    told = tells_load(message.text, message.vocabulary)
    weighed = told or is_sets_at_weight(items) or any(item.means("mass") for item in items)
    if any(isinstance(item.value, Pace) for item in items) and not weighed:
        return ()
    weighed = weighed or (_says_sets(message) and any((item.number or 0) >= LEAST_WEIGHT for item in items))
    if not (lifted or weighed or _only_sets(items)) or names_run(items) or not _is_log(items, told=told):
        return ()
    if _is_wish(items):
        return ()
    if any(item.means("action") in {"skip", "missed"} for item in items):
        return ()
    found = read_lift(message.text, now=message.now, vocabulary=message.vocabulary, mass_unit=message.mass_unit)
    doubts = {one.doubt for one in found if isinstance(one, Unread)}
    wrong = lifted and bool(doubts & {Doubt.VALUE, Doubt.WEIGHT}) and not strangers(items)
    measured = any(isinstance(item.value, Distance | Duration) for item in items)
    asked = told and not measured and bool(doubts & {Doubt.VALUE, Doubt.WEIGHT, Doubt.SETS})
    logged = any(isinstance(one, LiftReading) for one in found) or wrong or asked
    past = any(item.means("lift") == "past" for item in items) and not strangers(items)
    return found if logged or (past and not any(item.means("body") for item in items)) else ()


def _is_log(items: Items, *, told: bool) -> bool:
    """Tell whether a log is said plainly: its reason ("so", "because") leaves it one, "maybe 3 by 5" does not."""
    if told and items[0].means("unsure"):
        return False
    plain = states(items) and not any(item.is_word("no") for item in items)
    return is_statement(items) or (told and plain)


_WISHES = frozenset(
    {"want", "want to", "wanna", "aim", "aiming", "hope", "hoping", "could", "would", "should", "supposed to", "says"}
) | {"will", "going to", "gonna", "i'll", "need", "need to", "try", "trying"}


def _is_wish(items: Items) -> bool:
    """Tell whether sets are only wanted or prescribed: "want to hit 3x5 at 120", "program says 3x5 at 105"."""
    first = next(
        (index for index, item in enumerate(items) if item.number is not None and item.text != "a"), len(items)
    )
    opening = items[:first]
    done = any(item.means("action") == "done" or item.means("lift") == "past" for item in opening)
    logs = any(item.text in {"log", "logging", "record"} for item in opening)
    return any(item.text in _WISHES for item in opening) and not (logs or (done and not _is_hit(opening)))


def _is_hit(opening: Items) -> bool:
    """Tell whether "hit" or "done" only follows on the wish: "want to hit", "could have done"."""
    wish = next((index for index, item in enumerate(opening) if item.text in _WISHES), len(opening))
    return any(item.means("action") == "done" or item.means("lift") == "past" for item in opening[wish:])


def _only_sets(items: Items) -> bool:
    """Tell whether a message is sets and reps alone ("3x4x100", "100x4,4,3 @8")."""
    words = [
        item for item in items if item.text.isalpha() and item.means("lift_word") is None and not item.is_word("x")
    ]
    crossed = [item for item in items if item.is_word("x") or isinstance(item.value, Repeats)]
    return bool(crossed) and not words and not any(isinstance(item.value, Distance | Duration) for item in items)


def read_race_changes(message: Message) -> tuple[Meaning, ...]:
    """Read a race that is moved to another date, or called off."""
    found = read_changed_day(message.items, message.context) or read_dropped_race(message.items, message.context)
    return () if found is None else (found,)


def read_races(message: Message) -> tuple[Meaning, ...]:
    """Read one race with its date."""
    if not tells_race(message.items) or names_two_days(message.items) or not tells_run(message.items, message.text):
        return ()
    return (
        read_race(message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit),
    )


def tells_race(items: Items) -> bool:
    """Tell whether a race is named with a date, plainly."""
    named = any(item.means("kind") == "race" or item.means("race_distance") for item in items)
    dated = any(isinstance(item.value, Dated) and item.value.named for item in items)
    named = named and not any(item.text in {"was", "were"} for item in items)
    return named and dated and not is_several(items) and not acts_in(items) and is_statement(items)


def names_two_days(items: Items) -> bool:
    """Tell whether a weekday stands apart from the date: "marathon 27 sept, long run this sunday"."""
    dates = [index for index, item in enumerate(items) if isinstance(item.value, Dated)]
    days = [index for index, item in enumerate(items) if isinstance(item.value, Days)]
    return any(all(abs(day - date) > _BESIDE for date in dates) for day in days)


def read_runs_on_days(message: Message) -> tuple[Meaning, ...]:
    """Read a run on one date: it needs a day or a word such as "skipped", and a run or rest, said plainly."""
    items = message.items
    acts, dated = acts_in(items), any(is_day(item) or _is_days_ahead(item) for item in items)
    named = {item.means("action") for item in acts}
    swapped = "swap" in named and dated
    if swapped and strangers(items):
        return ()
    if ("move" in named and named & {"skip", "missed"}) or any(item.means("action") == "for_good" for item in items):
        return ()
    corrected = tells_old_length(items)
    if (
        not (says_run(items) or swapped)
        or not ((acts and not _counts_a_week(message)) or dated or corrected)
        or not is_statement(items)
        or _is_journey(items)
    ):
        return ()
    if (not acts and any(item.means("body") for item in items)) or _is_of_a_lift(items):
        return ()
    if _is_of_sets(message) or _only_went_out(acts, items) or _is_busy(items):
        return ()
    if _is_of_else(items):
        return ()
    if not (swapped or tells_run(items, message.text)) or _only_since(items) or _is_of_mass(items):
        return ()
    if tells_load(message.text, message.vocabulary) or sum(is_day(item) for item in items) > _MOST_DATES:
        return ()
    measured = any(isinstance(item.value, Distance | Duration) for item in items) and bool(acts)
    if strangers(items) * _KNOWN_PER_STRANGER > len(items) * (dated or measured):
        return ()
    found = read_dated_run(
        message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit
    )
    found = tuple(one for one in found if not _is_on_the_way(one, items))
    sure = any(isinstance(one, DatedRunReading | MovedRunReading) for one in found)
    asks_back = any(isinstance(one, Unread) and (one.options or one.doubt is Doubt.PATTERN) for one in found)
    return found if sure or asks_back or acts else ()


def _is_of_sets(message: Message) -> bool:
    """Tell whether sets are counted and no run is named: "done! three sets of four"."""
    run = any(item.means("kind") or isinstance(item.value, Distance) for item in message.items)
    return _says_sets(message) and not run


def _says_sets(message: Message) -> bool:
    counted = (message.text[item.start : item.end] for item in message.items if isinstance(item.value, Repeats))
    return any(item.means("lift_word") == "sets" for item in message.items) or any("set" in said for said in counted)


def _is_of_else(items: Items) -> bool:
    """Tell whether what was done or skipped is no run: "went for a walk, 5k", "skipped lunch before my run"."""
    acts = [index for index, item in enumerate(items) if item.means("action") in {"done", "skip", "missed"}]
    if len(acts) != 1 or items[acts[0]].means("kind"):
        return False
    behind = [item for item in items[acts[0] + 1 :] if not (item.means("filler") and not item.means("kind"))]
    if items[acts[0]].means("action") == "done":
        walks = any(item.means("not_run") for item in behind[:1]) and not any(item.means("kind") for item in items)
        return walks and not any(item.is_word("and") or item.text == "then" for item in behind)
    side = next((index for index, item in enumerate(behind) if item.is_word("before", "after")), None)
    return side is not None and not any(
        item.means("kind") or is_day(item) for item in (*items[: acts[0]], *behind[:side])
    )


def _only_since(items: Items) -> bool:
    """Tell whether the only day is where something else began: "a stabbing feeling since tuesday's session"."""
    days = [index for index, item in enumerate(items) if is_day(item)]
    return bool(days) and not acts_in(items) and all(is_since(items, index) for index in days)


def _is_of_mass(items: Items) -> bool:
    """Tell whether a weight is spoken of and no run is measured: "100 kg feels easy now"."""
    weighed = any(item.means("mass") or item.means("exercise") for item in items)
    run = any(isinstance(item.value, Distance | Duration | Repeats) for item in items) or names_run(items)
    return weighed and not run


def _counts_a_week(message: Message) -> bool:
    """Tell whether runs are counted by the week: "i ran 5 days a week"."""
    paces = (item for item in message.items if isinstance(item.value, Pace))
    return any("week" in message.text[item.start : item.end].lower() for item in paces)


def _is_busy(items: Items) -> bool:
    """Tell whether the hours told are hours of something else: "2 hours of meetings tonight"."""
    run = any(item.means("kind") or isinstance(item.value, Distance | Repeats) for item in items)
    triples = zip(items, items[1:], items[2:], strict=False)
    return not run and any(
        isinstance(one.value, Duration) and of.is_word("of") and strangers((what,)) for one, of, what in triples
    )


def _only_went_out(acts: Items, items: Items) -> bool:
    """Tell whether "went out for" is all that was done, for so long but for no run: it may be a dinner."""
    run = any(item.means("kind") or isinstance(item.value, Distance) for item in items)
    return (
        bool(acts)
        and all(item.text.startswith("went") or item.text.endswith(("made", "managed")) for item in acts)
        and not run
    )


def _is_of_a_lift(items: Items) -> bool:
    """Tell whether repeats stand beside a lift's name: "deadlifted 2x5 115 and then jogged 4k home"."""
    lifts = any(item.means("lift") == "past" or item.means("exercise") for item in items)
    return lifts and any(isinstance(item.value, Repeats) for item in items)


def _is_journey(items: Items) -> bool:
    """Tell whether the hours named are spent asleep or on the way, and no run is; "woke up 3 times" is no repeats."""
    states = {item.means("state") for item in items}
    kinds = any(item.means("kind") for item in items)
    if "travel" in states and not acts_in(items):
        return not kinds and not any(isinstance(item.value, Repeats) for item in items)
    counts = Distance if "sleep" in states else Distance | Repeats
    return (
        bool(states & {"sleep", "travel"}) and not kinds and not any(isinstance(item.value, counts) for item in items)
    )


def _is_on_the_way(reading: Meaning, items: Items) -> bool:
    """Tell whether a run of so many hours is really a night or a journey told beside a run."""
    if not isinstance(reading, DatedRunReading) or reading.run.kind is not RunKind.OTHER or reading.run.distance_km:
        return False
    said = reading.run.text.lower()
    return any(item.means("state") in {"sleep", "travel"} and item.text in said for item in items)


def _is_days_ahead(item: Item) -> bool:
    return isinstance(item.value, Ahead) and not item.value.exact
