"""Learn which day and which time a question about lifting asks about, from the samples in tests/language.

python -m benchmarks.learn_moments [--without twentieth …]   writes content/en/moment_links.txt

Each question asks for the day among those that it names, or none, and for the time; what stands in the sample is right.
Both are the regression of `benchmarks/learn_links.py`. The same samples give the same weights.
"""

import argparse
import datetime as dt
import random
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from benchmarks.language import NOW, ROOT, SAMPLES, vocabulary
from benchmarks.learn_links import SEED, Choice, Line, Regression, chosen, write
from bot.language.items import Context
from bot.language.loose_clocks import with_loose_clocks
from bot.language.moment_links import features
from bot.language.moment_sketch import DAY, TIME, MomentSketch
from bot.language.scan import scan
from bot.language.text import normalise
from bot.language.understand import as_message
from bot.training.profile import DistanceUnit, MassUnit
from tests.language import scoring

FILE = ROOT / "content" / "en" / "moment_links.txt"
NOTE = """\
# Which day and which time a question asks about, learnt by `python -m benchmarks.learn_moments`: nothing here is
# written by hand. Each line is a sort (D a day, T a time), a weight in hundredths, and a feature
# (bot/language/moment_links.py).
"""
FEWEST = 5
RATE = 0.1
DECAY = 3e-3

Places = tuple[int | None, ...]


def learn(lines: Sequence[tuple[Line, MomentSketch]]) -> dict[str, dict[str, float]]:
    """Return the weights of each sort."""
    order = random.Random(SEED)  # noqa: S311 - the same weights from the same samples
    return {
        sort: chosen(
            [_choice(line, sketch, sort) for line, sketch in lines if sketch.places(sort)],
            order,
            Regression(rate=RATE, decay=DECAY),
            fewest=FEWEST,
        )
        for sort in (DAY, TIME)
    }


def _choice(line: Line, sketch: MomentSketch, sort: str) -> Choice:
    """Return the choice of a day, or of a time beside the last day that is right."""
    days = [place for place in right_days(line, sketch) if place is not None]
    day = days[-1] if sort == TIME and days else None
    places = (*sketch.places(sort), None)
    right = right_days(line, sketch) if sort == DAY else right_times(line, sketch)
    return (
        [features(sketch, place, sort, day) for place in places],
        frozenset(at for at, place in enumerate(places) if place in right),
    )


def right_days(line: Line, sketch: MomentSketch) -> Places:
    """Return the places of the day that is meant, or else of those that are fair; none of them is (None,)."""
    expected, today = line["expect"], sketch.now.date()
    if scoring.day_named(expected["day"], today) is None:
        return (None,)
    for names in ([expected["day"]], expected.get("also_ok", [])):
        days = {scoring.day_named(name, today) for name in names} - {None}
        if found := tuple(place for place in sketch.places(DAY) if sketch.date(place) in days):
            return found
    return (None,)


def right_times(line: Line, sketch: MomentSketch) -> Places:
    """Return the places of the time that is meant, or else of those that are fair; none of them is (None,)."""
    expected = line["expect"]
    for times in ([expected["time"]], expected.get("time_ok") or []):
        known = {dt.time.fromisoformat(time) for time in times if time is not None}
        if found := tuple(place for place in sketch.places(TIME) if known & sketch.times(place)):
            return found
        if None in times:
            break
    return (None,)


def samples(folders: Collection[Path], without: Collection[str]) -> Iterator[tuple[Line, MomentSketch]]:
    """Yield the questions of all samples but some, as they are sketched."""
    words = vocabulary()
    for file in sorted(file for folder in folders for file in folder.glob("**/when.jsonl")):
        for line in scoring.lines(file) if file.parent.name not in without else ():
            if not line.get("negative"):
                message = as_message(
                    line["text"], now=NOW, vocabulary=words, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM
                )
                context = Context(text=normalise(message.text), today=NOW.date(), dotted=True)
                yield line, MomentSketch(with_loose_clocks(scan(context, words), context.text), NOW)


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.learn_moments", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--without", nargs="*", default=[], help="samples to leave out, so that they stay unseen")
    parser.add_argument("--more", nargs="*", type=Path, default=[], help="folders of further samples")
    parser.add_argument("--to", type=Path, default=FILE)
    asked = parser.parse_args()
    write(learn(tuple(samples((SAMPLES, *asked.more), asked.without))), asked.to, NOTE)


if __name__ == "__main__":
    main()
