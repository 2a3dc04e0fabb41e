"""How well questions find their topic, and how fast: python -m benchmarks.guide [--show].

The baseline is SQLite's full-text index (FTS5, stemmed, ranked by BM25, with the same synonyms) over the same examples,
in the same run.
"""

import argparse
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.app.guide import FormGuide, Found
from bot.library.files import read_toml
from bot.library.library import load_library

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "library" / "samples"
IN_SCOPE = {"form", "prescription", "schedule", "running-after", "benefit"}
NEAREST_ROWS = 12

Answer = Callable[[str], str]
"""What a search calls a question: a topic's slug, "not-covered" or "off-topic"."""


def slug(found: Found) -> str:
    """Return a finding in the words of the samples."""
    return found.topic or ("not-covered" if found.not_covered else "off-topic")


def examples(guide: FormGuide) -> Iterator[tuple[str, str]]:
    """Yield every way of asking, with what it asks for."""
    for name, topic in guide.topics.items():
        yield from ((name, text) for text in (topic.title, *topic.names, *topic.asks))
    for subject in guide.not_covered.values():
        yield from (("not-covered", text) for text in (subject.title, *subject.asks))
    for refusal in guide.refusals.values():
        yield from (("off-topic", text) for text in refusal.asks)


def full_text(guide: FormGuide, synonyms: Mapping[str, list[str]]) -> Answer:
    """Return the baseline: the best-voted place among the nearest rows of a full-text index."""
    known = {word: key for key, words in synonyms.items() for word in words}
    table = Database(memory=True).table("asks")
    table.insert_all({"place": place, "text": _widened(text, known)} for place, text in examples(guide))
    table.enable_fts(["text"], tokenize="porter")

    def answer(question: str) -> str:
        words = re.findall(r"\w+", _widened(question, known))
        rows = list(table.search(" OR ".join(f'"{word}"' for word in words), limit=NEAREST_ROWS)) if words else []
        votes: Counter[str] = Counter()
        for rank, row in enumerate(rows):
            votes[row["place"]] += NEAREST_ROWS - rank
        return votes.most_common(1)[0][0] if votes else "off-topic"

    return answer


def _widened(text: str, known: Mapping[str, str]) -> str:
    words = text.lower().split()
    return " ".join((*words, *(known[word] for word in words if word in known)))


def measured(name: str, sample: str, answer: Answer, *, show: bool) -> None:
    """Print how a search does on a sample."""
    lines = (SAMPLES / f"questions_{sample}.jsonl").read_text(encoding="utf-8").splitlines()
    questions: list[dict[str, Any]] = [json.loads(line) for line in lines]
    asked = [one for one in questions if one["kind"] in IN_SCOPE]
    outside = [one for one in questions if one["kind"] == "offtopic"]
    missed = [one for one in asked if answer(one["q"]) not in {one["expect"], *one["also_ok"]}]
    known = [one for one in outside if answer(one["q"]) not in {"off-topic", "not-covered", *one["also_ok"]}]
    taken = []
    for one in questions:
        start = time.perf_counter()
        answer(one["q"])
        taken.append((time.perf_counter() - start) * 1000)
    right = 1 - len(missed) / len(asked)
    sys.stdout.write(
        f"{name:<20} {sample:<10} {right:7.1%} of {len(asked):3}   "
        f"off topic as known {len(known):2} of {len(outside):2}   {statistics.median(taken):6.2f} ms median\n"
    )
    if show:
        sys.stdout.writelines(
            f"    {one['q']!r}: {one['expect']}, not {answer(one['q'])}\n" for one in [*missed, *known]
        )


def main() -> None:
    """Compare the search with its baseline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print every question that does not find its topic")
    show = parser.parse_args().show
    knowledge = load_library(ROOT / "content").knowledge
    synonyms = read_toml(ROOT / "content" / "en" / "synonyms.toml")
    baseline = full_text(knowledge.guide, synonyms)
    for sample in ("examples", "first", "blind", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"):
        measured("full-text index", sample, baseline, show=False)
        measured("the guide's search", sample, lambda text: slug(knowledge.finder.find(text)), show=show)


if __name__ == "__main__":
    main()
