"""The parts of a message, each with what is left of it: one of them may tell something by itself."""

import re
from collections.abc import Iterator
from typing import Final

_MOST_PARTS: Final = 12

# Marks, joints, and the place before what asks or gives a reason: "haven't lifted in 3 months can i lift today".
_CUT: Final = re.compile(
    r"\s*[,;.!?\n()\u2013\u2014]+\s*|\s*:\s+|\s+-+\s+|\s+(?:so|but|and|then)\s+"
    r"|\s+(?=(?:can|could|should|shall|may|is it|is today|what|how|where|when|which|am i|do i)\b)"
    r"|\s+(?=(?:because|bc|cos|coz|due to|thanks to)\b)",
    re.IGNORECASE,
)


def parts_told(text: str) -> Iterator[tuple[str, str]]:
    """Yield each part of a text that asks nothing, with the text without it; nothing of a text of many parts."""
    cuts = [*_CUT.finditer(text)]
    begins = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    marks = [*(cut.group() for cut in cuts), ""]
    if len(begins) > _MOST_PARTS:
        return
    for begin, end, mark in zip(begins, ends, marks, strict=True):
        if "?" not in mark and begin < end:
            yield text[begin:end], f"{text[:begin]} {text[end + len(mark) :]}".strip(" ,;:-")
