"""What a message means, as a whole. A question is never mistaken for a change of data."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.language.dated import read_dated_run
from bot.language.day_marks import with_days
from bot.language.frames import Items, is_about, is_day
from bot.language.items import (
    Ahead,
    Context,
    Dated,
    Days,
    Distance,
    Doubtful,
    Duration,
    Item,
    OtherDays,
    Pace,
    Repeats,
    Word,
)
from bot.language.lifts import read_lift
from bot.language.likely import likely
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    Doubt,
    FixedLiftsReading,
    LiftQuestion,
    LiftReading,
    Meaning,
    MovedRunReading,
    NotUnderstood,
    OtherQuestion,
    OverrideReading,
    RaceReading,
    SettingReading,
    SmallTalk,
    SorenessReading,
    Talk,
    Unread,
    WeekReading,
)
from bot.language.moments import read_moment
from bot.language.moves import tells_new_length, weekly_time
from bot.language.questions import asides, asks_in, asks_openly, asks_to_run_after, fixes_lifts, is_question
from bot.language.races import read_race
from bot.language.reports import reports_in
from bot.language.run_reports import read_run_report
from bot.language.scan import scan
from bot.language.settings import read_setting
from bot.language.soreness import read_soreness
from bot.language.text import normalise, too_long
from bot.language.values import read_fixed_lifts
from bot.language.vocabulary import REPORTING, Vocabulary
from bot.language.week import read_week, week_of
from bot.training.profile import DistanceUnit, MassUnit

# Beside a report these say nothing more.
_EMPTY = (NotUnderstood, SmallTalk, OtherQuestion)
_MOST_TALK = 6
_OF_A_WEEK = 2
# "Sunday, 27 September" is one day: its two names stand at most a comma apart.
_BESIDE = 2
_OF_A_LIST = 3
# Nobody tells of runs on more single days in one message.
_MOST_DATES = 31
# A pasted plan with a question is longer than anybody's sentence about one day.
_LONGEST_STATEMENT = 1500
_LEAST_WEIGHT = 30
# "Can you please move …": so far into a message, and behind it, an act makes it a request.
_OPENING = 4
_ASKED_FOR = frozenset({"move", "skip", "swap", "remind"})
# What may be stored of a part of a message: nothing that has to be asked back.
_SURE = (
    *(DatedRunReading, MovedRunReading, RaceReading, LiftReading),
    *(SettingReading, WeekReading, SorenessReading),
)
# One unknown word in three ("tempo tomorrow 6pm with Dave"); more, and the sentence is about something else.
_KNOWN_PER_STRANGER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    """A message with everything that its reading depends on."""

    context: Context
    items: Items
    now: dt.datetime
    vocabulary: Vocabulary
    mass_unit: MassUnit

    @property
    def text(self) -> str:
        return self.context.text


_Reader = Callable[[_Message], tuple[Meaning, ...]]


def understand(
    text: str, *, now: dt.datetime, vocabulary: Vocabulary, mass_unit: MassUnit, distance_unit: DistanceUnit
) -> tuple[Meaning, ...]:
    """Read a message; `now` is the runner's local time. Never empty, and no text raises.

    Questions come first: whatever asks is a `LiftQuestion` or an `OtherQuestion` and changes nothing. Statements are
    changes only when they read as one without doubt about their sort; anything else is `NotUnderstood`.
    """
    if too_long(text):
        return (read_week(text, today=now.date(), vocabulary=vocabulary, distance_unit=distance_unit),)
    context = Context(text=normalise(text), today=now.date(), unit=distance_unit)
    items = with_days(scan(context, vocabulary))
    if start := _asked_for(items):
        context = replace(context, text=context.text[start:].rstrip(" ?"))
        items = with_days(scan(context, vocabulary))
    if old := _old_value(items):
        context = replace(context, text=f"{context.text[: old[0].start].rstrip()} {context.text[old[-1].end :]}")
        items = with_days(scan(context, vocabulary))
    message = _Message(context=context, items=items, now=now, vocabulary=vocabulary, mass_unit=mass_unit)
    reports = reports_in(items, context.text, now.date())
    if not reports.found:
        return _read(message)
    others = _read(_rest(message, reports.left)) if reports.left else ()
    return (*reports.found, *(one for one in others if not isinstance(one, _EMPTY) and one not in reports.found))


def _asked_for(items: Items) -> int:
    """Return where "can you move …" goes on as what is to be done; 0 when nothing is asked for like that."""
    for index, item in enumerate(items[:_OPENING]):
        if item.means("ask") == "may" and item.text.endswith((" you", " u")):
            acts = any(one.means("action") in _ASKED_FOR for one in items[index + 1 : index + _OPENING])
            return items[index + 1].start if acts else 0
    return 0


def _old_value(items: Items) -> Items:
    """Return the "not 22" of "sunday's long run is 26k not 22": what a run was before says nothing more."""
    for index, item in enumerate(items):
        old = items[index + 1 : index + 2]
        if (
            item.text == "not"
            and old
            and _is_length(old[0])
            and tells_new_length((*items[:index], *items[index + 2 :]))
        ):
            return (item, *old)
    return ()


def _is_length(item: Item) -> bool:
    return item.number is not None or isinstance(item.value, Distance | Duration)


def _read(message: _Message) -> tuple[Meaning, ...]:
    found = next((found for reader in _READERS if (found := reader(message))), ())
    if found and isinstance(found[0], LiftQuestion | AfterLiftQuestion):
        return (*_told_beside(message), *found)
    return found or _by_parts(message) or (NotUnderstood(likely=likely(message.items)),)


def _by_parts(message: _Message) -> tuple[Meaning, ...]:
    """Read the parts of a statement that is not understood as a whole: "skipped my run, couldn't be bothered"."""
    if _is_essay(message) or not _states(message.items) or any(item.is_mark("?") for item in message.items):
        return ()
    found: list[Meaning] = []
    for items in _cut(message.items):
        part = _part(message, items[0].start, items[-1].end)
        found += _surely(part, (*_TELLING, _soreness))
    return tuple(dict.fromkeys(found))


def _surely(message: _Message, readers: Iterable[_Reader]) -> tuple[Meaning, ...]:
    """Return what the first reader finds that finds anything, where none of it has to be asked back."""
    found = next((found for reader in readers if (found := reader(message))), ())
    return found if all(_is_sure(one) for one in found) else ()


def _is_sure(meaning: Meaning) -> bool:
    return isinstance(meaning, _SURE) and meaning != SorenessReading(level=None)


def _is_essay(message: _Message) -> bool:
    """Tell whether a message is too long to be read again part by part."""
    return len(message.text) > _LONGEST_STATEMENT


def _cut(items: Items) -> Iterator[Items]:
    """Cut a message at its stops, commas, "and", "but" and "because"."""
    part: list[Item] = []
    for item in items:
        if not (item.is_mark(".,;!\n") or item.is_word("and", "clause") or item.text == "but"):
            part.append(item)
        elif part:
            yield tuple(part)
            part = []
    if part:
        yield tuple(part)


def _told_beside(message: _Message) -> tuple[Meaning, ...]:
    """Read what is told before or after a question: "did 30k this morning, can I still pull tonight?"."""
    for start, end in () if _is_essay(message) else asides(message.items, len(message.text)):
        told = _part(message, start, end)
        if not told.items or told.items[0].is_word("after", "before") or not _states(told.items):
            continue
        # Two days are rather runs of this week than a whole week.
        few = () if _is_long_list(told.items) else (_week,)
        if found := _surely(told, (reader for reader in (*_TELLING, _soreness) if reader not in few)):
            parts = (_part(told, items[0].start, items[-1].end) for items in _cut(told.items))
            return tuple(dict.fromkeys((*found, *(one for part in parts for one in _surely(part, (_soreness,))))))
    return ()


def _states(items: Items) -> bool:
    return not any(
        item.means("ask") or (item.means("unsure") and not is_about(items, index)) for index, item in enumerate(items)
    )


def _part(message: _Message, start: int, end: int) -> _Message:
    inside = [item for item in message.items if start <= item.start and item.end <= end]
    while inside and (inside[-1].is_word("and", "clause") or inside[-1].is_mark(".,;:!-")):
        inside.pop()
    context = replace(message.context, text=message.text[start : inside[-1].end if inside else start])
    return replace(message, context=context, items=with_days(scan(context, message.vocabulary)))


def _rest(message: _Message, left: tuple[Items, ...]) -> _Message:
    text = ", ".join(message.text[clause[0].start : clause[-1].end] for clause in left)
    asked = "?" if any(item.is_mark("?") for item in message.items) else ""
    context = replace(message.context, text=f"{text}{asked}")
    return replace(message, context=context, items=scan(context, message.vocabulary))


def _override(message: _Message) -> tuple[Meaning, ...]:
    said = any(item.means("talk") == "override" for item in message.items)
    return (OverrideReading(),) if said and not is_question(message.items) and _is_statement(message.items) else ()


def _small_talk(message: _Message) -> tuple[Meaning, ...]:
    """Read a message that holds nothing but small talk."""
    words = [item for item in message.items if not item.is_mark(".,!?:;()'-\n") and not _is_picture(item)]
    talks = [item.means("talk") for item in words if item.means("talk")]
    kinds = [talk for talk in talks if talk in set(Talk)]
    if not words and any(item.is_mark("?") for item in message.items):
        return (SmallTalk(talk=Talk.HELP),)
    if not kinds or len(words) > _MOST_TALK or any(not (item.means("talk") or item.means("filler")) for item in words):
        return ()
    talk = Talk(kinds[-1] or "")
    if talk in {Talk.UNDO, Talk.HELP} and any(
        item.means("talk") is None and _senses(item) - REPORTING > {"filler"} for item in words
    ):
        return ()
    return (SmallTalk(talk=talk),)


def _is_picture(item: Item) -> bool:
    return isinstance(item.value, Word) and not any(char.isalnum() for char in item.text)


def _question(message: _Message) -> tuple[Meaning, ...]:
    if is_question(message.items) and asks_to_run_after(message.items):
        return (AfterLiftQuestion(),)
    if asks_in(message.items):
        return (LiftQuestion(moment=read_moment(message.text, now=message.now, vocabulary=message.vocabulary)),)
    return (OtherQuestion(),) if is_question(message.items) else ()


def _setting(message: _Message) -> tuple[Meaning, ...]:
    found = read_setting(message.text, message.items, today=message.now.date(), vocabulary=message.vocabulary)
    return () if found is None else (found,)


def _soreness(message: _Message) -> tuple[Meaning, ...]:
    """Read how sore the runner is; what others say of sore legs is no report."""
    others = any(item.means("unsure") == "others" for item in message.items)
    found = None if others else read_soreness(message.items)
    return () if found is None else (found,)


def _run_report(message: _Message) -> tuple[Meaning, ...]:
    """Read how a run went; a run that was done comes with it, so that neither is lost."""
    found = read_run_report(message.items, message.now.date()) if _is_statement(message.items) else None
    if found is None:
        return ()
    done = any(item.means("action") == "done" for item in message.items)
    runs = _dated_run(message) if done else ()
    return (*(one for one in runs if isinstance(one, DatedRunReading)), found)


def _fixed_lifts(message: _Message) -> tuple[Meaning, ...]:
    if not fixes_lifts(message.items) or _names_run(message.items) or not _is_statement(message.items):
        return ()
    return (read_fixed_lifts(message.text, vocabulary=message.vocabulary),)


def _lift(message: _Message) -> tuple[Meaning, ...]:
    """Read a log: sets and reps with a lift's name, weight or past tense, and no run beside them."""
    items = message.items
    lifted = any(item.means("lift") or item.means("exercise") for item in items)
    weighed = any(item.means("mass") for item in items) or _is_sets_at_weight(items)
    if any(isinstance(item.value, Pace) for item in items) and not weighed:
        return ()
    if not (lifted or weighed or _only_sets(items)) or _names_run(items) or not _is_statement(items):
        return ()
    if any(item.means("action") in {"skip", "missed"} for item in items):
        return ()
    found = read_lift(message.text, now=message.now, vocabulary=message.vocabulary, mass_unit=message.mass_unit)
    wrong = lifted and any(isinstance(one, Unread) and one.doubt in {Doubt.VALUE, Doubt.WEIGHT} for one in found)
    logged = any(isinstance(one, LiftReading) for one in found) or (wrong and not _strangers(items))
    past = any(item.means("lift") == "past" for item in items) and not _strangers(items)
    return found if logged or (past and not any(item.means("body") for item in items)) else ()


def _is_sets_at_weight(items: Items) -> bool:
    """Tell whether "5x3 at 120" is said: so few repeats at so large a number are sets, and no run has such a pace."""
    triples = zip(items, items[1:], items[2:], strict=False)
    return any(
        isinstance(one.value, Repeats) and joint.is_word("at") and (number.number or 0) >= _LEAST_WEIGHT
        for one, joint, number in triples
    )


def _is_statement(items: Items) -> bool:
    """Tell whether a sentence says plainly what the runner did or plans: no "not", "might", "if" or "she" in it."""
    return not any(
        (item.means("unsure") and not is_about(items, index))
        or item.is_word("clause")
        or (item.is_word("no") and not item.means("kind"))
        for index, item in enumerate(items)
    )


def _strangers(items: Items) -> int:
    """Return how many words of a message the vocabulary does not know."""
    return sum(1 for item in items if item.text.isalpha() and len(item.text) > 1 and not _senses(item))


def _senses(item: Item) -> frozenset[str]:
    return frozenset(item.value.token.senses) if isinstance(item.value, Word) else frozenset()


def _only_sets(items: Items) -> bool:
    """Tell whether a message is sets and reps alone ("3x4x100", "100x4,4,3 @8")."""
    words = [
        item for item in items if item.text.isalpha() and item.means("lift_word") is None and not item.is_word("x")
    ]
    crossed = [item for item in items if item.is_word("x") or isinstance(item.value, Repeats)]
    return bool(crossed) and not words and not any(isinstance(item.value, Distance | Duration) for item in items)


def _names_run(items: Items) -> bool:
    """Tell whether a kind of run is named by a word that cannot describe a lift ("easy", "rest")."""
    return any(item.means("kind") and not item.means("lift_word") and not item.means("filler") for item in items)


def _race(message: _Message) -> tuple[Meaning, ...]:
    named = any(item.means("kind") == "race" or item.means("race_distance") for item in message.items)
    dated = any(isinstance(item.value, Dated) and item.value.named for item in message.items)
    if not named or not dated or _is_several(message.items) or _acts(message.items) or not _is_statement(message.items):
        return ()
    if _names_two_days(message.items):
        parts = _by_parts(message)
        return parts if any(isinstance(one, RaceReading) for one in parts) else ()
    return (
        read_race(message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit),
    )


def _names_two_days(items: Items) -> bool:
    """Tell whether a weekday stands apart from the date: "marathon 27 sept, long run this sunday"."""
    dates = [index for index, item in enumerate(items) if isinstance(item.value, Dated)]
    days = [index for index, item in enumerate(items) if isinstance(item.value, Days)]
    return any(all(abs(day - date) > _BESIDE for date in dates) for day in days)


def _acts(items: Items) -> Items:
    return tuple(
        item for item in items if item.means("action") in {"skip", "missed", "done", "move", "swap", "instead"}
    )


def _week(message: _Message) -> tuple[Meaning, ...]:
    """Read a week: several weekdays with runs, or one that comes back every week."""
    items = message.items
    acts = any(item.means("kind") != "rest" for item in _acts(items))
    if acts or not _is_own(_before_days(items)) or not (_is_several(items) or _is_habit(items)):
        return ()
    if not _is_long_list(items) and not _is_habit(items) and _follows_on(items):
        return ()
    if tells_new_length(items):
        return ()
    if not _is_long_list(items) and not _is_statement(items):
        return ()
    found = week_of(message.items, message.context)
    # A week of which nothing is sure is asked back too, when it is written as one.
    asked = {Doubt.PATTERN, Doubt.KIND, Doubt.VALUE, Doubt.TIME}
    readable = found.entries or any(one.doubt in asked for one in found.unread)
    return (found,) if readable and _says_run(message.items) else ()


def _follows_on(items: Items) -> bool:
    """Tell whether two days are told as they come: "parkrun this saturday, then nothing sunday"."""
    return any(item.text == "then" or (isinstance(item.value, Days) and item.value.coming) for item in items)


def _runs_and_lifts(message: _Message) -> tuple[Meaning, ...]:
    """Read a week of runs and lift times told together: "I run mon wed sat and I lift tue 18:00 and fri 18:00"."""
    if _is_essay(message) or is_question(message.items) or not any(_is_lift_head(item) for item in message.items):
        return ()
    sides: dict[bool, list[Items]] = {True: [], False: []}
    others: list[Meaning] = []
    lifts = False
    for items in _cut(message.items):
        if found := _surely(_part(message, items[0].start, items[-1].end), (_race, _setting)):
            others += found
            continue
        heads = any(_is_lift_head(item) for item in items)
        if heads and _is_run_part(items):
            return ()
        lifts = heads or (lifts and not _is_run_part(items))
        sides[lifts].append(items)
    runs = tuple(one for one in _week(_joined(message, sides[False])) if isinstance(one, WeekReading) and one.entries)
    fixed = read_fixed_lifts(_joined(message, sides[True]).text, vocabulary=message.vocabulary) if runs else None
    return (*runs, fixed, *others) if isinstance(fixed, FixedLiftsReading) and fixed.lifts else ()


def _is_run_part(items: Items) -> bool:
    measured = any(isinstance(item.value, Distance | Duration | Repeats) for item in items)
    return measured or any(item.means("kind") not in {None, "rest"} for item in items)


def _is_lift_head(item: Item) -> bool:
    """Tell whether an item says that one lifts; "gym" and "strength" in a plan name a day's work and no lift time."""
    return item.means("action") == "fix" or item.text in {"lift", "deadlift"}


def _joined(message: _Message, parts: Iterable[Items]) -> _Message:
    text = ", ".join(message.text[items[0].start : items[-1].end] for items in parts)
    context = replace(message.context, text=text)
    return replace(message, context=context, items=with_days(scan(context, message.vocabulary)))


def _plan(message: _Message) -> tuple[Meaning, ...]:
    """Read a list of days with runs that asks nothing: gym days in it are no question about lifting."""
    items = message.items
    asks = any(item.means("ask") or item.is_word("or") for item in items)
    if asks_openly(items) or fixes_lifts(items) or not (_is_long_list(items) or (_is_several(items) and not asks)):
        return ()
    found = _week(message)
    entries = sum(len(one.entries) for one in found if isinstance(one, WeekReading))
    runs = any(item.means("kind") for item in items)
    return found if entries >= (1 if runs and not asks else _OF_A_WEEK) else ()


def _before_days(items: Items) -> Items:
    """Return what is said before any day: "my wife runs Mon, Wed and Fri" is told there to be no week of one's own."""
    first = next((index for index, item in enumerate(items) if is_day(item)), 0)
    return items[:first]


def _is_own(opening: Items) -> bool:
    return not any(item.means("unsure") or (item.is_word("no") and not item.means("kind")) for item in opening)


def _is_long_list(items: Items) -> bool:
    """Tell whether so many days are listed that a "with my wife" or a "not racing" is about one of them alone."""
    return len({day for item in items if isinstance(item.value, Days) for day in item.value.days}) >= _OF_A_LIST


def _is_several(items: Items) -> bool:
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    return len(days) >= _OF_A_WEEK or any(isinstance(item.value, OtherDays) for item in items)


def _is_habit(items: Items) -> bool:
    habit = any(isinstance(item.value, Days) and item.value.habit for item in items)
    habit = habit or any(
        isinstance(item.value, Doubtful) and item.value.unread.doubt is Doubt.PATTERN for item in items
    )
    return habit or (any(is_day(item) for item in items) and any(item.is_word("weekly") for item in items))


def _says_run(items: Items) -> bool:
    measured = any(isinstance(item.value, Distance | Duration | Repeats) for item in items)
    return measured or any(
        item.means("kind") or item.means("race_distance") or (item.means("action") and "run" in item.text.split())
        for item in items
    )


def _new_time(message: _Message) -> tuple[Meaning, ...]:
    found = weekly_time(message.items, message.context) if _is_statement(message.items) else None
    return () if found is None else (found,)


def _dated_run(message: _Message) -> tuple[Meaning, ...]:
    """Read a run on one date: it needs a day or a word such as "skipped", and a run or rest, said plainly."""
    items = message.items
    acts, dated = _acts(items), any(is_day(item) or _is_days_ahead(item) for item in items)
    named = {item.means("action") for item in acts}
    if ("move" in named and named & {"skip", "missed"}) or any(item.means("action") == "for_good" for item in items):
        return ()
    if not _says_run(items) or not (acts or dated) or not _is_statement(items) or _is_journey(items):
        return ()
    if (not acts and any(item.means("body") for item in items)) or _is_sets_at_weight(items) or _is_of_a_lift(items):
        return ()
    if sum(is_day(item) for item in items) > _MOST_DATES:
        return ()
    measured = any(isinstance(item.value, Distance | Duration) for item in items) and bool(acts)
    if _strangers(items) * _KNOWN_PER_STRANGER > len(items) * (dated or measured):
        return ()
    found = read_dated_run(
        message.text, now=message.now, vocabulary=message.vocabulary, distance_unit=message.context.unit
    )
    sure = any(isinstance(one, DatedRunReading | MovedRunReading) for one in found)
    asks_back = any(isinstance(one, Unread) and (one.options or one.doubt is Doubt.PATTERN) for one in found)
    return found if sure or asks_back or acts else ()


def _is_of_a_lift(items: Items) -> bool:
    """Tell whether repeats stand beside a lift's name: "deadlifted 2x5 115 and then jogged 4k home"."""
    lifts = any(item.means("lift") == "past" or item.means("exercise") for item in items)
    return lifts and any(isinstance(item.value, Repeats) for item in items)


def _is_journey(items: Items) -> bool:
    """Tell whether the hours named are spent asleep or on the way, and no run is."""
    return any(item.means("state") in {"sleep", "travel"} for item in items) and not any(
        item.means("kind") or isinstance(item.value, Distance | Repeats) for item in items
    )


def _is_days_ahead(item: Item) -> bool:
    return isinstance(item.value, Ahead) and not item.value.exact


_TELLING: tuple[_Reader, ...] = (_lift, _week, _race, _dated_run)
"""What may be told beside a question."""

_READERS: tuple[_Reader, ...] = (
    _override,
    _small_talk,
    _runs_and_lifts,
    _plan,
    _question,
    _lift,
    _setting,
    _soreness,
    _run_report,
    _fixed_lifts,
    _week,
    _race,
    _new_time,
    _dated_run,
)
