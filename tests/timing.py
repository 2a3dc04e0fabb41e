"""How reading time grows with the text, measured so that nothing but the reading counts."""

import gc
import time
from collections.abc import Callable

ATTEMPTS = 4
"""A busy machine may make one of them slow, and not all."""

NOISE_S = 0.005


def grows_faster_than(limit: float, read: Callable[[str], object], small: str, large: str) -> str:
    """Return what was measured if the large text always takes more than `limit` times the small one's; else "".

    Processor time of this thread, the best of several readings, without the collector: it walks the objects of all
    tests that ran before, and a second of it belongs to no text.
    """
    # The first reading makes ready what later ones use.
    read(small)
    best_small = best_large = float("inf")
    for _ in range(ATTEMPTS):
        for _ in range(2):
            best_small = min(best_small, _seconds(read, small))
        best_large = min(best_large, _seconds(read, large))
        if best_large < best_small * limit + NOISE_S:
            return ""
    return f"{best_large:.3f} s for {len(large)} characters, {best_small:.3f} s for {len(small)}"


def _seconds(read: Callable[[str], object], text: str) -> float:
    collecting = gc.isenabled()
    gc.disable()
    try:
        start = time.thread_time()
        read(text)
        return time.thread_time() - start
    finally:
        if collecting:
            gc.enable()
