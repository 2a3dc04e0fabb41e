"""Texts that nobody wrote: the samples cut, spliced, glued, repeated and sprinkled with what keyboards can do."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

from bot.language.text import MAX_CHARS

FOLDER = Path(__file__).parent
_SIGNS = (
    *("\u0301", "\u200b", "\u200d", "\ufe0f", "\u202e", "\u00a0", "\u0130", "\u00df", "\ufb01", "\U0001f4aa", "\u0e33"),
    *("\u0660", "\u00bd", "\u2460", "\u212a", "\u1fef", "\ud7ff", "\ue000", "\U000e0020", "\x00", "\x1b", "\x85"),
)
_MARKS = ".,;:!?'\"-/()@#&+*|\\[]{}<>=_~%^\n\t "
_NUMBERS = ("0", "1", "7", "12", "60", "99", "100", "800", "2026", "0630", "3.5", "6:30", "4/9", "31-12", "9" * 12)
_JOINTS = ("", " ", "  ", ", ", ". ", "\n", "? ", " and ", " or ", " so ", " - ", ": ", " not ", " if ")
_MOST_CHANGES = 5
_LONGEST_RUN = 12

Change = Callable[[Random, str], str]


@cache
def samples() -> tuple[str, ...]:
    """Return every sentence of the language's samples and of the safety data, in the order of the files."""
    found: list[str] = []
    for file in sorted(FOLDER.glob("**/*.jsonl")):
        lines = file.read_text(encoding="utf-8").splitlines()
        found += [json.loads(line)["text"] for line in lines if '"text"' in line]
    for file in (FOLDER / "lookalikes.txt", *sorted((FOLDER / "safety").glob("*.txt"))):
        found += [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return tuple(dict.fromkeys(found))


def mutated(seed: str) -> str:
    """Return a text of at most 4,000 characters; the same seed always gives the same one."""
    random = Random(seed)  # noqa: S311 - reproducible on purpose
    text = random.choice(samples())
    for _ in range(random.randint(1, _MOST_CHANGES)):
        text = random.choice(_CHANGES)(random, text)
    if random.random() < 1 / 3:
        text = _filled(random, text)
    return text[:MAX_CHARS]


def _cut(random: Random, text: str) -> str:
    begin, end = sorted(random.randint(0, len(text)) for _ in range(2))
    return text[begin:end]


def _spliced(random: Random, text: str) -> str:
    other = random.choice(samples())
    at, begin = random.randint(0, len(text)), random.randint(0, len(other))
    return f"{text[:at]}{random.choice(_JOINTS)}{other[begin:]}"


def _joined(random: Random, text: str) -> str:
    return f"{text}{random.choice(_JOINTS)}{random.choice(samples())}"


def _swapped(random: Random, text: str) -> str:
    words = text.split(" ")
    first, second = (random.randrange(len(words)) for _ in range(2))
    words[first], words[second] = words[second], words[first]
    return " ".join(words)


def _repeated(random: Random, text: str) -> str:
    words = text.split(" ")
    begin = random.randrange(len(words))
    said = words[begin : begin + random.randint(1, 4)]
    return " ".join((*words[:begin], *said * random.randint(2, _LONGEST_RUN), *words[begin:]))


def _glued(random: Random, text: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + text[at:].replace(" ", "", random.randint(1, 3))


def _put_in(random: Random, text: str, parts: Sequence[str]) -> str:
    at = random.randint(0, len(text))
    return f"{text[:at]}{random.choice(parts) * random.choice((1, 1, 2, _LONGEST_RUN))}{text[at:]}"


def _with_sign(random: Random, text: str) -> str:
    return _put_in(random, text, _SIGNS)


def _with_mark(random: Random, text: str) -> str:
    return _put_in(random, text, _MARKS)


def _with_number(random: Random, text: str) -> str:
    return _put_in(random, text, _NUMBERS)


def _with_any(random: Random, text: str) -> str:
    """Put in any character but halves of a pair, which no message can hold."""
    code = random.randrange(0x110000 - 0x800)
    return _put_in(random, text, (chr(code if code < 0xD800 else code + 0x800),))


def _in_another_case(random: Random, text: str) -> str:
    return random.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _filled(random: Random, text: str) -> str:
    """Fill the greatest length with a stretch of a text again and again: what is quadratic takes seconds then."""
    stretch = text[: random.choice((1, 2, 3, 5, 8, 13, 21, 40, 100, 400))] or " "
    joint = random.choice(_JOINTS)
    return f"{random.choice(samples())}{joint}" * random.randint(0, 1) + f"{stretch}{joint}" * MAX_CHARS


_CHANGES: tuple[Change, ...] = (
    *(_cut, _spliced, _joined, _swapped, _repeated, _glued),
    *(_with_sign, _with_mark, _with_number, _with_any, _in_another_case),
)
