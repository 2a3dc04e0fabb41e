"""Does any text break or stall the readers of messages? python -m benchmarks.fuzz [--minutes 10] [--seed SEED].

Mutates and splices the samples of tests/language without end and reads each text as a message does, for its meaning and
for red flags. Reports every exception, and every text that takes more than 50 ms of processor time (the least of five
readings); exits with 1 on either. Each text is made from its seed alone: `--text SEED` reads that one again.
"""

import argparse
import gc
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from itertools import count
from secrets import token_hex

from benchmarks.language import reader, vocabulary
from tests.language.mutated import mutated
from tests.language.safety.reading import read as read_safety

MOST_S = 0.05
ATTEMPTS = 5
SHOWN = 300

Reader = Callable[[str], object]


def readers() -> dict[str, Reader]:
    """Return everything that looks at the text of a message."""
    return {"meaning": reader(vocabulary()), "red flags": read_safety}


def slowest_allowed(read: Reader, text: str) -> float:
    """Return the seconds of processor time that a text takes, from the first reading that is within bounds on."""
    least = float("inf")
    for attempt in range(ATTEMPTS):
        # What was read before is kept: a space makes it another text.
        start = time.thread_time()
        read(text + " " * attempt)
        least = min(least, time.thread_time() - start)
        if least <= MOST_S:
            break
    return least


def fault_of(name: str, read: Reader, text: str) -> str:
    """Return what is wrong with the reading of a text; nothing if all is well."""
    try:
        seconds = slowest_allowed(read, text)
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return f"{name}: {traceback.format_exc(limit=-3)}"
    return "" if seconds <= MOST_S else f"{name}: {seconds * 1000:.0f} ms"


def faults(text: str, all_readers: dict[str, Reader]) -> Iterator[str]:
    """Yield what is wrong with a text."""
    yield from filter(None, (fault_of(name, read, text) for name, read in all_readers.items()))


def fuzz(seed: str, minutes: float) -> int:
    """Read mutated texts for so many minutes; return how many of them had a fault."""
    all_readers = readers()
    end = time.monotonic() + minutes * 60
    found = 0
    for number in count():
        if time.monotonic() > end:
            sys.stdout.write(f"seed {seed}: {number} texts, {found} with a fault\n")
            return found
        found += shown(f"{seed}:{number}", all_readers)
    raise AssertionError("the count never ends")


def shown(seed: str, all_readers: dict[str, Reader]) -> bool:
    """Read the text of one seed and print its faults; tell whether it has any."""
    text = mutated(seed)
    told = list(faults(text, all_readers))
    if told:
        sys.stdout.write(f"--text {seed}  ({len(text)} characters) {text[:SHOWN]!r}\n")
        sys.stdout.writelines(f"    {one}\n" for one in told)
        sys.stdout.flush()
    return bool(told)


def main() -> None:
    """Fuzz, or read one text again."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", default=token_hex(4), help="begin of every text's seed; printed at the end")
    parser.add_argument("--text", help="the seed of a text that was reported")
    asked = parser.parse_args()
    gc.freeze()
    faulty = shown(asked.text, readers()) if asked.text else fuzz(asked.seed, asked.minutes)
    sys.exit(1 if faulty else 0)


if __name__ == "__main__":
    main()
