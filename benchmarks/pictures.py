"""How long pictures take, how large they are, and whether memory grows: python -m benchmarks.pictures.

The baseline is an empty PNG of the same size, encoded in the same run: only that ratio travels to another machine.
The exit code is 1 when a card takes more than 60 ms, has more than 200 KB, or memory grows by more than 10 MB.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from bot.app.cards import encode
from bot.pictures.draw import picture
from bot.pictures.form import FORM_DRAWINGS
from tests.pictures.cards import CARDS

ROUNDS = 15
MANY = 1_000
MOST_MS = 60
MOST_BYTES = 200_000
MOST_GROWTH_MB = 10
KB_PER_MB = 1024


def median_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median processor time of some work, in milliseconds: others on the machine do not count."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1_000


def empty_png(size: tuple[int, int]) -> bytes:
    """Return a white picture as PNG."""
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, "PNG")
    return out.getvalue()


def resident_mb() -> float:
    """Return how much memory the process holds (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / KB_PER_MB


def measured(title: str, name: str, rounds: int) -> tuple[float, int]:
    """Draw one picture again and again, print what it costs, and return its time (ms) and size (bytes)."""
    content = picture(name)
    size = Image.open(io.BytesIO(content)).size
    took, empty = median_ms(lambda: picture(name), rounds), median_ms(lambda: empty_png(size))
    high, wide = size[1], size[0]
    print(f"{title:24} {wide} × {high:<5} {took:7.1f} ms {took / empty:6.1f} × empty {len(content) / 1000:7.1f} KB")
    return took, len(content)


def growth_mb() -> float:
    """Return by how much memory grows over a thousand cards, after the first hundred."""
    names = [encode(card) for card in CARDS.values()]
    for name in names * 6:
        picture(name)
    before = resident_mb()
    for place in range(MANY):
        picture(names[place % len(names)])
    return resident_mb() - before


def main() -> int:
    """Measure all pictures and print what they cost."""
    cards = [measured(title, encode(card), ROUNDS) for title, card in CARDS.items()]
    for name in FORM_DRAWINGS:
        measured(name, name, 3)
    grown = growth_mb()
    print(f"memory after {MANY} cards: {grown:+.1f} MB")
    slow = max(took for took, _ in cards) > MOST_MS
    large = max(size for _, size in cards) > MOST_BYTES
    return 1 if slow or large or grown > MOST_GROWTH_MB else 0


if __name__ == "__main__":
    sys.exit(main())
