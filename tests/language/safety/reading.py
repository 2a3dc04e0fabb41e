"""The shipped phrases made ready for the tests, and the sentences of a data file with what each must be read as."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from bot.language.meaning import SafetyReading
from bot.language.safety import SafetyLexicon, SafetyPhrases, read_safety

FOLDER = Path(__file__).parent
CONTENT = Path(__file__).parents[3] / "content" / "en" / "safety.toml"


@cache
def shipped_phrases() -> SafetyPhrases:
    """Read the phrases that the bot ships."""
    with CONTENT.open("rb") as file:
        return TypeAdapter(SafetyPhrases).validate_python(tomllib.load(file))


@cache
def shipped_lexicon() -> SafetyLexicon:
    """Make the shipped phrases ready, once for all tests."""
    return SafetyLexicon.build(shipped_phrases())


def read(text: str) -> SafetyReading | None:
    """Read a text with the shipped phrases."""
    return read_safety(text, lexicon=shipped_lexicon())


def short(reading: SafetyReading | None) -> str:
    """Return a reading as the headers of the data files say it: "flag emergency", "pain low_back", "none"."""
    if reading is None:
        return "none"
    detail = reading.level or (reading.site if reading.kind == "pain" else None)
    return f"{reading.kind} {detail}" if detail else str(reading.kind)


def sentences(name: str) -> list[tuple[str, str]]:
    """Return the sentences of a data file with the header above each."""
    found: list[tuple[str, str]] = []
    header = ""
    # Only line feeds part the lines: some sentences hold other separators on purpose.
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            header = line.strip("[]")
        elif line.strip() and not line.startswith("# "):
            found.append((line, header))
    return found
