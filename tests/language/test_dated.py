"""Runs on one date, said on Wednesday, 2 September 2026, 10:00."""

import datetime as dt

import pytest

from bot.language.dated import DatedReading, read_dated_run
from bot.language.meaning import DatedRunReading, Doubt, MovedRunReading, Unread
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit


def read(text: str, vocabulary: Vocabulary, now: dt.datetime) -> tuple[DatedReading, ...]:
    return read_dated_run(text, now=now, vocabulary=vocabulary, distance_unit=DistanceUnit.KM)


def shown(reading: DatedReading) -> str:
    """Write a reading as "03.09. 18:00 tempo 10km replaces done", or "moved to … from …"."""
    assert not isinstance(reading, Unread)
    run = reading.run
    said = [
        reading.date.strftime("%d.%m."),
        None if run.time is None else run.time.strftime("%H:%M"),
        run.kind.value,
        None if run.distance_km is None else f"{run.distance_km:g}km",
    ]
    if isinstance(reading, MovedRunReading):
        said = ["moved to", *said, None if reading.from_date is None else f"from {reading.from_date:%d.%m.}"]
    else:
        said += ["replaces" if reading.replaces else None, "done" if reading.done else None]
        said.append(None if reading.planned is None else f"planned {reading.planned.value}")
    return " ".join(word for word in said if word)


RUNS = {
    "tomorrow 18:00 tempo 10k": ["03.09. 18:00 tempo 10km"],
    "2026-05-03 rest": ["03.05. rest replaces"],
    "in two days track 7pm": ["04.09. 19:00 intervals"],
    "next tuesday 6x800": ["08.09. intervals"],
    "friday am easy 5k, pm track": ["04.09. easy 5km", "04.09. intervals"],
    "4 sept easy and 5 sept long 20k": ["04.09. easy", "05.09. long 20km"],
    "13/09 race 10k": ["13.09. race 10km"],
    "rest tomorrow": ["03.09. rest replaces"],
    # Skipped: forwards when it is a plan, backwards when it is told.
    "skipped today's run": ["02.09. rest replaces"],
    "skipped my tempo yesterday": ["01.09. rest replaces planned tempo"],
    "skipped today's easy run": ["02.09. rest replaces planned easy"],
    "skipped tuesday's run": ["01.09. rest replaces"],
    "skipped yesterday's long run": ["01.09. rest replaces planned long"],
    "I missed sundays long run": ["30.08. rest replaces planned long"],
    "missed wednesdays tempo": ["02.09. rest replaces planned tempo"],
    "cancel friday's run": ["04.09. rest replaces"],
    "no run on wednesday": ["02.09. rest replaces"],
    "won't run tomorrow": ["03.09. rest replaces"],
    # Done: a planned run by its name replaces the plan, any other is added.
    "did my intervals this morning": ["02.09. intervals replaces done planned intervals"],
    "did an easy 5k this morning": ["02.09. easy 5km done"],
    "did yesterday's long run": ["01.09. long replaces done planned long"],
    "did sundays long run": ["30.08. long replaces done planned long"],
    "did my run today": ["02.09. other replaces done planned other"],
    "did my run yesterday": ["01.09. other replaces done planned other"],
    "ran 10k on sunday": ["30.08. other 10km done"],
    "did my 10k race on 13/08": ["13.08. race 10km replaces done planned race"],
    # Instead.
    "easy 5k instead": ["02.09. easy 5km replaces"],
    "skipped intervals, did easy 5k instead": ["02.09. easy 5km replaces done planned intervals"],
    "skipped today's tempo and did 5k easy": ["02.09. easy 5km replaces done planned tempo"],
    "easy 5k instead of intervals tomorrow": ["03.09. easy 5km replaces"],
    # Moved.
    "tempo moved to Thursday 7pm": ["moved to 03.09. 19:00 tempo"],
    "I moved my long run to saturday, 16 mi, leaving at 8ish": ["moved to 05.09. 08:00 long 25.75km"],
    "long run moved from sunday to saturday": ["moved to 05.09. long from 06.09."],
    "move tuesday's tempo to thursday": ["moved to 03.09. tempo from 08.09."],
    "moved yesterday's tempo to today": ["moved to 02.09. tempo from 01.09."],
    # Another time on the same day.
    "tweak: thursday's tempo is at 19:00 now": ["moved to 03.09. 19:00 tempo from 03.09."],
    "moved thursday's tempo to 7pm": ["moved to 03.09. 19:00 tempo from 03.09."],
    "today's tempo moved to 7pm": ["moved to 02.09. 19:00 tempo from 02.09."],
    "thursday tempo is now at 19:00": ["moved to 03.09. 19:00 tempo from 03.09."],
    "moved thursday's tempo from 6pm to 7pm": ["moved to 03.09. 19:00 tempo from 03.09."],
}


@pytest.mark.parametrize(("text", "runs"), RUNS.items())
def test_dated_runs_are_read(text: str, runs: list[str], vocabulary: Vocabulary, now: dt.datetime) -> None:
    assert [shown(reading) for reading in read(text, vocabulary, now)] == runs


UNREAD = {
    "04/07 easy 5k": (Doubt.DATE_ORDER, ("2027-04-07", "2027-07-04")),
    "30 feb easy 5k": (Doubt.DATE, ()),
    "easy 5k": (Doubt.DAY, ()),
    "every tuesday track": (Doubt.DAY, ()),
    "tomorrow gym": (Doubt.KIND, ()),
    "did my long run tomorrow": (Doubt.FUTURE, ()),
    "I ran a marathon in 2019": (Doubt.DAY, ()),
    "push long run back a day": (Doubt.DAY, ()),
    "swap tuesdays": (Doubt.PATTERN, ()),
    "running club is 6:30 now": (Doubt.PATTERN, ()),
    "run is at 7 now": (Doubt.PATTERN, ()),
    "hello": (Doubt.NOTHING, ()),
    "": (Doubt.NOTHING, ()),
}


@pytest.mark.parametrize(("text", "doubt"), UNREAD.items())
def test_what_is_no_run_on_a_date_says_why(
    text: str, doubt: tuple[Doubt, tuple[str, ...]], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    readings = read(text, vocabulary, now)
    assert [(one.doubt, one.options) for one in readings if isinstance(one, Unread)] == [doubt]
    assert not any(isinstance(one, DatedRunReading | MovedRunReading) for one in readings)


def test_a_time_in_doubt_comes_with_the_run_it_belongs_to(vocabulary: Vocabulary, now: dt.datetime) -> None:
    doubt, run = read("tempo tomorrow at 6", vocabulary, now)
    assert isinstance(doubt, Unread)
    assert doubt.options == ("06:00", "18:00")
    assert shown(run) == "03.09. 06:00 tempo"
