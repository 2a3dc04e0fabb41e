"""A parser that waits for ever."""

import time


def parse(content: bytes) -> object:
    """Parse nothing."""
    time.sleep(3600)
    return len(content)
