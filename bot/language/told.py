"""What is told of single days and of the runner: runs, races, lifts, settings, sore legs."""

from collections.abc import Iterator
from dataclasses import replace

from bot.language.changes_for_good import begins_in_a_week
from bot.language.clauses import only_describes
from bot.language.cuts_of_message import at_commas, at_joints, sentences
from bot.language.dated import read_dated_run
from bot.language.day_marks import with_days
from bot.language.elsewhere import is_day_called_off, is_no_run
from bot.language.frames import Items, is_day, is_now
from bot.language.held import any_item, any_means, any_text, any_value
from bot.language.items import Ahead, Dated, Days, Distance, Duration, Item, Pace, Repeats
from bot.language.left_out import leaves_run_out, read_without_reason, rests_until
from bot.language.lift_logs import tells_load
from bot.language.logged import says_sets
from bot.language.meaning import DatedRunReading, Doubt, Meaning, MovedRunReading, SorenessReading, Unread
from bot.language.message import (
    Message,
    acts_in,
    is_softened,
    is_statement,
    message_of,
    needs,
    own_parts,
    part_of,
    says_run,
    strangers,
)
from bot.language.moves import tells_old_length
from bot.language.run_reports import read_run_report
from bot.language.run_words import tells_run
from bot.language.scan import scan
from bot.language.settings import read_setting, wanted_politely
from bot.language.so_far import read_run_behind
from bot.language.soreness import read_soreness
from bot.language.text import is_in_quotes
from bot.language.turns import is_so_now
from bot.training.runs import RunKind

# Nobody tells of runs on more single days in one message.
_MOST_DATES = 31
# One unknown word in three ("tempo tomorrow 6pm with Dave"); more, and the sentence is about something else.
_KNOWN_PER_STRANGER = 3


def read_settings(message: Message) -> tuple[Meaning, ...]:
    """Read settings said in passing."""
    return read_setting(message.text, message.items, today=message.now.date(), vocabulary=message.vocabulary)


@needs("mass", "distance", "action")
def read_wanted(message: Message) -> tuple[Meaning, ...]:
    """Read units or a reminder that are asked for: "can you use pounds instead of kilos"."""
    return wanted_politely(message.text, message.items, message.vocabulary)


@needs("body")
def read_sore(message: Message) -> tuple[Meaning, ...]:
    """Read how sore the runner is, and the run that it comes from.

    What others say of sore legs is no report, nor is how a part of the lift feels: "hamstrings tight at lockout".
    """
    others = any_means(message.items, "unsure", "others") or _is_about_form(message)
    others = others or any(is_in_quotes(message.text, item.start) for item in message.items if _is_of_body(item))
    found = None if others or _tells_more(message) else read_soreness(message.items)
    return () if found is None else (*read_run_behind_legs(message), found)


def _is_about_form(message: Message) -> bool:
    return any_means(message.items, "ask", "form")


_HAVE = frozenset({"got", "have", "ive got", "i've got", "i have", "have got", "having"})
_REACH = 2


def read_sore_beside(message: Message) -> tuple[Meaning, ...]:
    """Read sore legs that are told in a part of a message of their own: "did 10k this morning, legs sore"."""
    if not any_means(message.items, "body") or _is_about_form(message):
        return ()
    for part in own_parts(message, (*_parts(message.items), *at_joints(message.items))):
        found = read_soreness(part.items) if is_statement(part.items) and not _measures(part.items) else None
        if found is not None:
            return (_with_level(found, part, message),)
    return ()


def _with_level(found: SorenessReading, part: Message, message: Message) -> SorenessReading:
    """Return how sore legs are with the number that follows behind a comma: "and my quads are a bit sore, 3 of 10"."""
    start = message.text.find(part.text)
    if found.level is not None or start < 0:
        return found
    rest = next(iter(sentences(message_of(message, message.text[start:]).items)), ())
    return (None if _measures(rest) else read_soreness(rest)) or found


def _parts(items: Items) -> Iterator[Items]:
    for sentence in sentences(items):
        yield from at_commas(sentence)


def _tells_time_left(items: Items) -> bool:
    """Tell whether only so much time is said to be left on a day: "only got an hour tomorrow"."""
    before = (
        items[max(0, index - _REACH) : index] for index, item in enumerate(items) if isinstance(item.value, Duration)
    )
    return not any_means(items, "kind") and any(any_text(one, _HAVE) for one in before)


def _tells_more(message: Message) -> bool:
    """Tell whether another part of a message tells of a run or a lift, which must not be lost."""
    parts = tuple(_parts(message.items))
    told = any((_measures(part) or _rests(part)) and not any_means(part, "body") for part in parts)
    return (len(parts) > 1 and told) or any(map(_is_done, at_joints(message.items)))


def _rests(part: Items) -> bool:
    """Tell whether a day is told to be one of rest: "rest day today, legs like lead"."""
    return any_means(part, "kind", RunKind.REST) and any_value(part, Dated)


def _is_done(part: Items) -> bool:
    """Tell whether a run is all that a part tells of: "ran 12k this morning and my quads are wrecked"."""
    if any_means(part, "action", "move", "swap") and any_item(part, is_day):
        return any_means(part, "kind") and not any_item(part, _is_of_body)
    done = any_means(part, "action", "done")
    return done and any_value(part, Distance) and not any_item(part, _is_of_body)


def _is_of_body(item: Item) -> bool:
    return item.means("body") is not None


def _measures(items: Items) -> bool:
    """Tell whether a run or a lift is told: its length, its sets, or that it was done or skipped."""
    acts = any_means(items, "action", "done", "skip", "missed")
    sets = any_means(items, "word", "x") or any_means(items, "mass") or any_means(items, "lift", "past")
    return acts or sets or any_value(items, Distance, Repeats)


def read_run_told(message: Message) -> tuple[Meaning, ...]:
    """Read a run, or a day off, of a day that was: "tue: 12k with 6 tempo"."""
    now, unit = message.now, message.context.unit
    return read_dated_run(message.text, now=now, vocabulary=message.vocabulary, distance_unit=unit, past=True)


@needs("body")
def read_run_behind_legs(message: Message) -> tuple[Meaning, ...]:
    """Read the run that sore legs are told to come from."""
    if any(item.means("unsure") and not is_softened(message.items, at) for at, item in enumerate(message.items)):
        return ()
    found = read_run_behind(message.items, replace(message.context, past=True), led=True)
    return () if found is None else (found,)


@needs("body")
def read_run_and_legs(message: Message) -> tuple[Meaning, ...]:
    """Read the run that legs are told to be tired from: how sore they are is asked, for no run alone is told so."""
    found = read_run_behind_legs(message)
    bodies = {item.means("body") for item in message.items}
    return (*found, SorenessReading(level=None)) if found and "sore" in bodies and "not_sore" not in bodies else found


@needs(Dated, Days)
def read_run_that_was(message: Message) -> tuple[Meaning, ...]:
    """Read the run that something is told of: "sundays 30k was a slog", "last night's 15 miler nearly killed me"."""
    if not is_statement(message.items) or tells_old_length(message.items):
        return ()
    found = read_run_behind(message.items, replace(message.context, past=True), led=False)
    return () if found is None else (found,)


@needs("felt")
def read_report_of_run(message: Message) -> tuple[Meaning, ...]:
    """Read how a run went; a run that was done comes with it, so that neither is lost."""
    if not is_statement(message.items):
        return ()
    # What was felt has been: "the tempo on 26 Feb felt awful" is no run of next year.
    items = with_days(scan(replace(message.context, past=True), message.vocabulary))
    found = read_run_report(items, message.now.date())
    if found is None:
        return ()
    done = any_means(message.items, "action", "done")
    measured = any_item(message.items, _is_measure)
    runs = read_runs_on_days(message) if done else _measured_run(message) if measured else ()
    return (*(one for one in runs if isinstance(one, DatedRunReading)), found)


def _measured_run(message: Message) -> tuple[Meaning, ...]:
    """Read the run of "8k easy this morning, legs felt fine", before its comma, which was run."""
    opening = next(at_commas(message.items))
    if any_item(opening, _is_measure):
        part = part_of(message, opening[0].start, opening[-1].end)
    else:
        # "Tempo went well, 3 x 10 min": how it went stands between the run and its length.
        parts = (part for part in at_commas(message.items) if says_run(part) or any_item(part, is_day))
        plain = (tuple(item for item in part if not item.means("felt")) for part in parts)
        said = (message.text[part[0].start : part[-1].end] for part in plain if part)
        part = message_of(message, f"did {', '.join(said)}")
    found = read_runs_on_days(part)
    today = message.now.date()
    return tuple(replace(one, done=True) for one in found if isinstance(one, DatedRunReading) and one.date <= today)


def _is_measure(item: Item) -> bool:
    return isinstance(item.value, Distance | Duration | Repeats)


_WHERE = frozenset({"back", "home", "out", "off", "away", "into", "late", "after", "for"})
_AIMS = frozenset({"goal", "goals", "target", "focus", "aim", "ambition"})


@needs("action", "kind", "race_distance", Distance, Duration, Repeats)
def read_runs_on_days(message: Message) -> tuple[Meaning, ...]:
    """Read a run on one date: it needs a day or a word such as "skipped", and a run or rest, said plainly."""
    items = message.items
    acts, dated = acts_in(items), (any_item(items, is_day) or any_item(items, _is_days_ahead))
    if any_text(items, _AIMS) or any(is_in_quotes(message.text, item.start) for item in acts):
        return ()
    named = {item.means("action") for item in acts}
    swapped = "swap" in named and dated
    calls_off = is_day_called_off(items)
    if swapped and strangers(items):
        return ()
    if ("move" in named and named & {"skip", "missed"}) or any_means(items, "action", "for_good"):
        return ()
    corrected = tells_old_length(items)
    if (
        not (says_run(items) or swapped or calls_off)
        or not ((acts and not _counts_a_week(message)) or dated or corrected)
        or not is_statement(items)
        or is_no_run(items)
    ):
        return ()
    if (
        _is_of_sets(message)
        or _tells_of_nothing(items)
        or is_so_now(items)
        or _tells_time_left(items)
        or (begins_in_a_week(items) and not any_value(items, Days, Dated))
        or (any_means(items, "exercise") and not (any_means(items, "kind") or any_value(items, Distance)))
        or not (swapped or calls_off or tells_run(items, message.text))
    ):
        return ()
    if tells_load(message.text, message.vocabulary) or sum(is_day(item) for item in items) > _MOST_DATES:
        return ()
    measured = any_value(items, Distance, Duration) and bool(acts)
    strange = strangers(items) * _KNOWN_PER_STRANGER > len(items) * (dated or measured)
    if strange and not leaves_run_out(items):
        return ()
    found = rests_until(message) or read_without_reason(message)
    found = tuple(one for one in found if not _is_on_the_way(one, items))
    sure = any(isinstance(one, DatedRunReading | MovedRunReading) for one in found)
    asks_back = any(isinstance(one, Unread) and (one.options or one.doubt is Doubt.PATTERN) for one in found)
    return found if sure or asks_back or acts else ()


def _only_ran(items: Items) -> bool:
    """Tell whether "ran" is all that tells of a run, with where to or from at most: "ran to the shop", "ran back"."""
    kinds = [item for item in items if item.means("kind") or item.means("race_distance")]
    told = any_item(items, is_day) or any_value(items, Repeats, Distance, Duration)
    ran = all(item.text == "ran" for item in kinds) and not told
    index = next((at for at, item in enumerate(items) if item.text == "ran"), len(items))
    return bool(kinds) and ran and any(item.text in _WHERE or item.is_word("to") for item in items[index + 1 :])


def _is_of_sets(message: Message) -> bool:
    """Tell whether sets are counted and no run is named: "done! three sets of four"."""
    run = any_means(message.items, "kind") or any_value(message.items, Distance)
    return says_sets(message) and not run


def _tells_of_nothing(items: Items) -> bool:
    """Tell whether "nothing crazy" and the like is all that sounds like a run: no rest is meant."""
    kinds = [index for index, item in enumerate(items) if item.means("kind")]
    described = all(items[index].text == "nothing" and strangers(items[index + 1 : index + 2]) for index in kinds)
    measured = any_value(items, Distance, Repeats)
    told = (bool(kinds) and described and not measured) or only_describes(items) or _only_ran(items)
    return told or _is_said_in_passing(items)


def _is_said_in_passing(items: Items) -> bool:
    """Tell whether "easy now!" is all that is said, which calms somebody down."""
    words = [item for item in items if not item.is_mark(",.!\n")]
    now = any_item(words, is_now)
    return now and all(is_now(item) or is_day(item) or item.means("loose_kind") for item in words)


def _counts_a_week(message: Message) -> bool:
    """Tell whether runs are counted by the week: "i ran 5 days a week"."""
    paces = (item for item in message.items if isinstance(item.value, Pace))
    return any("week" in message.text[item.start : item.end].lower() for item in paces)


def _is_on_the_way(reading: Meaning, items: Items) -> bool:
    """Tell whether a run of so many hours is really a night or a journey told beside a run."""
    if not isinstance(reading, DatedRunReading) or reading.run.kind is not RunKind.OTHER or reading.run.distance_km:
        return False
    said = reading.run.text.lower()
    return any(item.means("state") in {"sleep", "travel"} and item.text in said for item in items)


def _is_days_ahead(item: Item) -> bool:
    return isinstance(item.value, Ahead) and not item.value.exact
