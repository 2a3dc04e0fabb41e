"""What is said about the runs of a known week, and what is something else."""

import datetime as dt

import pytest

from bot.language.meaning import Part
from bot.language.run_fixes import RunFix, read_run_fixes, settled_by
from bot.language.vocabulary import Vocabulary
from bot.training.runs import RunKind
from bot.training.time import Weekday

SUN, FRI, TUE, THU = (Weekday.SUN,), (Weekday.FRI,), Weekday.TUE, Weekday.THU
EVENING = RunFix(part=Part.EVENING)

SAID = [
    ("evenings mostly, sun like 11", (EVENING, RunFix(days=SUN, time=dt.time(11)))),
    ("sun like 11am", (RunFix(days=SUN, time=dt.time(11)),)),
    ("the friday is at 7h in the morning", (RunFix(days=FRI, time=dt.time(7), part=Part.MORNING),)),
    ("sundays around 10 actually", (RunFix(days=SUN, time=dt.time(10)),)),
    (
        "tue and thu 6pm, sun 8",
        (RunFix(days=(TUE, THU), time=dt.time(18)), RunFix(days=SUN, time=dt.time(8), sure=False)),
    ),
    ("can you change my sunday run to 10am", (RunFix(days=SUN, time=dt.time(10)),)),
    ("my long run is at 11am not 6pm", (RunFix(kind=RunKind.LONG, time=dt.time(11), instead=True),)),
    ("my runs are at 5:30 PM not am", (RunFix(every=True, time=dt.time(17, 30), instead=True),)),
    ("they're all easy runs", (RunFix(every=True, kind=RunKind.EASY),)),
    ("Sunday is my long one", (RunFix(days=SUN, kind=RunKind.LONG),)),
    ("5:30", (RunFix(time=dt.time(5, 30), sure=False),)),
    ("05:30", (RunFix(time=dt.time(5, 30)),)),
    ("7h", (RunFix(time=dt.time(7)),)),
    ("after work", (EVENING,)),
]
OTHERS = [
    "sun long 18k",
    "tomorrow at 6",
    "my long run was at 11am",
    "is 7am good",
    "at 6 or 7",
    "3 years",
    "it depends",
    "im not going to uni club 2nite",
    "can I lift sunday at 10?",
]


@pytest.mark.parametrize(("text", "fixes"), SAID)
def test_times_and_kinds_of_known_runs_are_read(vocabulary: Vocabulary, text: str, fixes: tuple[RunFix, ...]) -> None:
    assert read_run_fixes(text, vocabulary=vocabulary).fixes == fixes


@pytest.mark.parametrize("text", OTHERS)
def test_a_text_that_says_more_changes_no_run(vocabulary: Vocabulary, text: str) -> None:
    assert read_run_fixes(text, vocabulary=vocabulary).fixes == ()


def test_a_bare_hour_is_settled_by_the_part_that_was_said_before() -> None:
    bare = RunFix(time=dt.time(5, 30), sure=False)
    assert settled_by((bare,), "evening") == (RunFix(time=dt.time(17, 30)),)
    assert settled_by((bare,), "morning") == (RunFix(time=dt.time(5, 30)),)
    assert settled_by((bare,), None) == (bare,)


def test_two_usual_times_are_none() -> None:
    assert settled_by((RunFix(time=dt.time(6)), RunFix(time=dt.time(18))), None) == ()
