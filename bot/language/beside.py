"""What is told beside something else, or part by part where a message is not understood as a whole."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise, takewhile

from bot.language.asking import is_question
from bot.language.both_logged import is_planned
from bot.language.changes_for_good import read_change_for_good
from bot.language.cuts import at_colon, at_so
from bot.language.cuts_of_message import at_commas, at_joints, is_reason, sentences
from bot.language.eased_races import read_eased_race
from bot.language.frames import Items
from bot.language.held import any_means, any_value
from bot.language.hot_runs import read_hot_run
from bot.language.items import Dated, Days, Duration
from bot.language.logged import is_to_come, read_log, tells_of_lift
from bot.language.meaning import (
    DatedRunReading,
    DroppedRaceReading,
    FixedLiftsReading,
    LiftReading,
    Meaning,
    NotKeptReading,
    RaceAheadReading,
    RaceReading,
    SettingReading,
    SorenessReading,
    WeekReading,
)
from bot.language.message import (
    Message,
    Reader,
    first_of,
    is_long_list,
    is_quoted,
    is_supposed,
    is_sure,
    needs,
    once,
    own_parts,
    part_of,
    surely,
)
from bot.language.people import names_another
from bot.language.questions import asides, asks_in
from bot.language.run_days import date_in
from bot.language.several_races import read_several_races
from bot.language.told import (
    read_run_that_was,
    read_runs_on_days,
    read_settings,
    read_sore,
    read_sore_beside,
)
from bot.language.told_races import names_two_days, read_race_changes, read_races, tells_race
from bot.language.unnamed_lifts import asks
from bot.language.values import read_fixed_lifts
from bot.language.weekly import (
    begins_near,
    read_lift_times,
    read_weekly,
    tells_weekly_lifts,
)
from bot.training.runs import RunKind

_RACES = (RaceReading, RaceAheadReading, DroppedRaceReading)
_SENTENCE_ENDS = frozenset(".?!;\n")


def lift_times_beside(message: Message, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Read the lift times that a sentence of their own tells beside a week: "… sunday long. Gym is tuesdays at 7pm"."""
    if any(isinstance(one, FixedLiftsReading) for one in found):
        return ()
    if any(isinstance(one, SettingReading) for one in found):
        told = (surely(part, (read_lift_times,)) for part in own_parts(message, at_joints(message.items)))
        return next((one for one in told if one), ())
    parts = tuple(sentences(message.items)) if any(isinstance(one, WeekReading) for one in found) else ()
    own = own_parts(message, (part for part in parts[1:] if tells_weekly_lifts(part)))
    times = (read_fixed_lifts(part.text, vocabulary=message.vocabulary) for part in own)
    return next(((one,) for one in times if isinstance(one, FixedLiftsReading)), ())


def races_beside(message: Message, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Read the race that a part of its own tells beside a week or a setting: "no pings after 9pm. Half on 4 oct"."""
    told = any(isinstance(one, WeekReading | SettingReading | NotKeptReading | FixedLiftsReading) for one in found)
    known = any(isinstance(one, _RACES) or (isinstance(one, WeekReading) and _has_race(one)) for one in found)
    if not told or known or Dated not in message.held or message.is_essay or is_supposed(message.items):
        return ()
    whole = tuple(sentences(message.items))
    pairs = ((*one, *two) for one, two in pairwise(whole))
    dated = (part for part in (*whole, *pairs, *at_commas(message.items)) if any_value(part, Dated))
    own = (part for part in own_parts(message, dated) if not is_question(part.items))
    read = (surely(part, (read_races,)) for part in own if not _is_whole(part, message))
    return next((races for races in read if races), ())


def _has_race(week: WeekReading) -> bool:
    return any(entry.run.kind is RunKind.RACE for entry in week.entries)


def _is_whole(part: Message, message: Message) -> bool:
    return len(part.items) == len(message.items)


def sore_beside(message: Message) -> tuple[Meaning, ...]:
    doubted = (
        message.is_essay
        or is_quoted(message.text)
        or is_supposed(message.items)
        or names_another(message.items, message.text)
    )
    return () if doubted else read_sore_beside(message)


def is_run_and_lift(found: tuple[Meaning, ...]) -> bool:
    """Tell whether a run and a lift were told together, which makes no sense as one of them."""
    return any(isinstance(one, LiftReading) for one in found) and any(isinstance(one, DatedRunReading) for one in found)


def by_parts(message: Message) -> tuple[Meaning, ...]:
    """Read the parts of a statement that is not understood as a whole: "skipped my run, couldn't be bothered"."""
    if message.is_essay or is_supposed(message.items) or is_quoted(message.text):
        return ()
    found = [one for part in own_parts(message, sentences(message.items)) for one in _smallest(part, _TELLING)]
    done = any_means(message.items, "action", "done") or any_means(message.items, "lift", "past")
    # "Tomorrow 8k easy, then deadlift 3x5 100 kg" has not been lifted yet.
    planned = not done and is_planned(message)
    kept = (one for one in found if not ((planned and isinstance(one, LiftReading)) or _is_of_night(one, message)))
    return tuple(dict.fromkeys(_on_the_day(one, message) for one in kept))


def _is_of_night(one: Meaning, message: Message) -> bool:
    """Tell whether hours that are told of no run are those of the night that another part tells of."""
    slept = any_means(message.items, "state", "sleep", "bad_night")
    runs = any(item.means("kind") not in {None, RunKind.REST} for item in message.items)
    lasts = isinstance(one, DatedRunReading) and one.run.duration_min is not None and one.run.distance_km is None
    return slept and lasts and not runs


def _on_the_day(one: Meaning, message: Message) -> Meaning:
    """Return a run that is called off on the day that another part names: "wedding saturday so no run"."""
    rests = isinstance(one, DatedRunReading) and one.run.kind is RunKind.REST and one.date == message.now.date()
    days = [item for item in message.items if item.names_day]
    if not rests or len(days) != 1 or not isinstance(days[0].value, Days) or not isinstance(one, DatedRunReading):
        return one
    date = date_in(days[0], message.items, message.context, one=True)
    return replace(one, date=date) if isinstance(date, dt.date) else one


def _smallest(message: Message, readers: tuple[Reader, ...]) -> tuple[Meaning, ...]:
    """Read a sentence, else its parts between commas, else what "and" joins."""
    found = () if _tells_race_and_run(message) else first_of(message, readers)
    if found and all(is_sure(one) or isinstance(one, SorenessReading) for one in found):
        return found
    parts = _cut_up(message, readers)
    reason = any(is_reason(message.items, index) for index in range(len(message.items)))
    return parts if not found or reason or is_run_and_lift(parts) else ()


def _cut_up(message: Message, readers: tuple[Reader, ...]) -> tuple[Meaning, ...]:
    for cut in (at_colon, at_commas, at_so, at_joints):
        parts = tuple(cut(message.items))
        if len(parts) > 1:
            read = (one for part in own_parts(message, parts) for one in _smallest(part, readers))
            return tuple(dict.fromkeys(read))
    return ()


def told_beside(message: Message) -> tuple[Meaning, ...]:
    """Read what is told before or after a question: "did 30k this morning, can I still pull tonight?"."""
    if message.is_essay:
        return ()
    for start, end in asides(message.items, len(message.text)):
        if any(
            one.start in {start, end} and one.is_word("all_days_but") and one.text != "but" for one in message.items
        ):
            # "Monday easy except deadlifts?" is one thing.
            continue
        told = part_of(message, start, end)
        if not told.items or _hangs_on_another(told.items):
            continue
        # Two days are rather runs of this week than a whole week, and so are those from tomorrow on.
        few = () if is_long_list(told.items) and not begins_near(told.items) else (read_weekly,)
        readers = tuple(reader for reader in _TELLING if reader not in few)
        if found := _not_planned(told, message, start, _told_in(told, readers)):
            parts = (part_of(told, items[0].start, items[-1].end) for items in at_joints(told.items))
            return tuple(dict.fromkeys((*found, *(one for part in parts for one in surely(part, (read_sore,))))))
    return told_in_sentences(message)


def _told_in(told: Message, readers: tuple[Reader, ...]) -> tuple[Meaning, ...]:
    """Read a stretch beside a question: as a whole, behind "so", else what its parts say plainly."""
    if not asks(told.items) and (found := surely(told, readers) or surely(_behind_so(told), readers)):
        return found
    if is_supposed(told.items) or is_quoted(told.text):
        return ()
    parts = (part for sentence in sentences(told.items) for part in at_joints(sentence) if not asks(part))
    plain = (part for part in own_parts(told, parts) if not (is_question(part.items) or _hangs_on_another(part.items)))
    read = (one for part in plain for one in surely(part, readers))
    lifted = tells_of_lift(told.items)
    return tuple(dict.fromkeys(one for one in read if lifted or not isinstance(one, LiftReading)))


def _not_planned(told: Message, message: Message, start: int, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Leave out the sets that a question goes on with: "can I deadlift tonight, just 3x5 at 80" is no log."""
    goes_on = start > 0 and message.text[:start].rstrip()[-1:] not in _SENTENCE_ENDS
    return tuple(
        one for one in found if not (goes_on and not tells_of_lift(told.items) and isinstance(one, LiftReading))
    )


def _behind_so(message: Message) -> Message:
    """Return what follows from what is told: "session got cancelled so no intervals tomorrow"."""
    so = next((item.end for item in message.items if item.text == "so"), len(message.text))
    return part_of(message, so, len(message.text))


def _hangs_on_another(items: Items) -> bool:
    """Tell whether a day is named by another one: "after that a 10k", "two hours after track on tuesday"."""
    words = [item for item in items if not item.is_mark(".!?;,\n")]
    if words and isinstance(words[0].value, Duration):
        words = words[1:]
    return any_means((*words[:1], *words[-1:]), "word", "after", "before")


def told_in_sentences(message: Message) -> tuple[Meaning, ...]:
    """Read the sentences of a message that ask nothing; after one that supposes something nothing counts."""
    if message.is_essay or is_quoted(message.text):
        return ()
    plainly = tuple(takewhile(lambda one: not is_supposed(one), sentences(message.items)))
    parts = own_parts(
        message, (one for one in plainly if not (is_question(one) or asks_in(one) or _hangs_on_another(one)))
    )
    # "Never lifted. Start now?" is no setting yet.
    readers = (read_change_for_good, *(reader for reader in _TELLING if reader is not read_settings))
    # Beside a question nothing else is asked back.
    told = ((one, part.items) for part in parts for one in _smallest(part, readers) if is_sure(one))
    return tuple(dict.fromkeys(one for one, items in told if not (isinstance(one, LiftReading) and is_to_come(items))))


@needs(Dated)
def race_and_run(message: Message) -> tuple[Meaning, ...]:
    """Read a race told with a run of another day: "marathon 27 sept, long run this sunday"."""
    parts = once(message, by_parts) if _tells_race_and_run(message) else ()
    return parts if any(isinstance(one, RaceReading) for one in parts) else ()


def _tells_race_and_run(message: Message) -> bool:
    return tells_race(message.items) and names_two_days(message.items)


_TELLING: tuple[Reader, ...] = (
    read_eased_race,
    read_several_races,
    read_hot_run,
    read_log,
    read_settings,
    read_lift_times,
    read_run_that_was,
    read_weekly,
    read_race_changes,
    read_races,
    read_runs_on_days,
    read_sore,
)
"""What may be told beside something else."""
