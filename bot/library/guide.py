"""The form guide: one file per topic, what no guide covers, and what is refused, read and checked."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.app.guide import Asked, FormGuide, NotCovered, Paper, Refusal, Request, Topic, TopicAnswer, TopicKind
from bot.library.files import ContentError, as_type, read_toml
from bot.library.texts import cited

LEAST_ASKS = 10
MOST_CUES = 3
MOST_RELATED = 4
MOST_TITLE = 40
MOST_LINE = 220
MARKUP = re.compile(r"[<>*_`]")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFile:
    """The answer as a topic's file holds it; `try` is a word of Python's own."""

    cue: tuple[str, ...]
    mistake: str
    stop: str
    differ: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """A topic as its file holds it, without its answer."""

    kind: TopicKind
    title: str
    names: tuple[str, ...]
    asks: tuple[str, ...]
    claims: tuple[str, ...]
    related: tuple[str, ...]
    papers: tuple[str, ...] = ()
    drawing: str | None = None
    far_ahead: bool = False


def load_guide(folder: Path, *, claims: Iterable[str], papers: Mapping[str, Paper]) -> FormGuide:
    """Read content/<language>/topics/ and the files beside it; raises ContentError for what is wrong."""
    files = sorted((folder / "topics").glob("*.toml"))
    if not files:
        raise ContentError(folder / "topics", "-", "there are no topics")
    topics = {file.stem: _topic(file, frozenset(claims), papers) for file in files}
    not_covered = _table(folder / "not_covered.toml", NotCovered)
    refusals = _table(folder / "refusals.toml", Refusal)
    requests = _requests(folder / "requests.toml")
    guide = FormGuide(topics=topics, not_covered=not_covered, refusals=refusals, requests=requests)
    _check_links(folder, guide)
    _check_asks(folder, guide)
    return guide


def _topic(file: Path, claims: frozenset[str], papers: Mapping[str, Paper]) -> Topic:
    data = read_toml(file)
    answer = data.pop("answer", None)
    if not isinstance(answer, dict):
        raise ContentError(file, "answer", "this table is missing")
    topic = as_type(file, data, TopicFile)
    read = Topic(
        slug=file.stem,
        kind=topic.kind,
        title=topic.title,
        names=topic.names,
        asks=topic.asks,
        answer=_answer(file, answer),
        claims=topic.claims,
        papers=cited(file, "papers", topic.papers, papers),
        related=topic.related,
        drawing=topic.drawing,
        far_ahead=topic.far_ahead,
    )
    for key, reason in _mistakes(read, claims):
        raise ContentError(file, key, reason)
    return read


def _answer(file: Path, data: dict[str, Any]) -> TopicAnswer:
    attempt = data.pop("try", None)
    if not isinstance(attempt, str):
        raise ContentError(file, "answer.try", "this text is missing")
    answer = as_type(file, data, AnswerFile)
    return TopicAnswer(cue=answer.cue, mistake=answer.mistake, try_=attempt, stop=answer.stop, differ=answer.differ)


def _mistakes(topic: Topic, claims: frozenset[str]) -> Iterator[tuple[str, str]]:
    yield from _of_sizes(topic)
    for claim in topic.claims:
        if claim not in claims:
            yield "claims", f"{claim} does not stand in claims.csv"
    if not (topic.claims or topic.papers):
        yield "claims", "a topic rests on a claim or a paper"
    answer = topic.answer
    lines = {"mistake": answer.mistake, "try": answer.try_, "stop": answer.stop, "differ": answer.differ or "-"}
    for key, line in (*lines.items(), *(("cue", line) for line in answer.cue)):
        if not line.strip() or len(line) > MOST_LINE or MARKUP.search(line):
            yield f"answer.{key}", f"a line has 1 to {MOST_LINE} characters and no markup"


def _of_sizes(topic: Topic) -> Iterator[tuple[str, str]]:
    if not 0 < len(topic.title) <= MOST_TITLE:
        yield "title", f"it has 1 to {MOST_TITLE} characters"
    if len(topic.asks) < LEAST_ASKS:
        yield "asks", f"there are at least {LEAST_ASKS} ways of asking"
    if not 1 < len(topic.related) <= MOST_RELATED:
        yield "related", f"there are 2 to {MOST_RELATED}"
    if not 0 < len(topic.answer.cue) <= MOST_CUES:
        yield "answer.cue", f"there are 1 to {MOST_CUES} lines"


def _table(file: Path, kind: type[T]) -> Mapping[str, T]:
    table: dict[str, T] = as_type(file, read_toml(file), dict[str, kind])  # type: ignore[valid-type]  # a value
    return table


def _requests(file: Path) -> Mapping[Request, Asked]:
    requests: dict[Request, Asked] = as_type(file, read_toml(file), dict[Request, Asked])
    for request in Request:
        if request not in requests or len(requests[request].asks) < LEAST_ASKS:
            raise ContentError(file, f"{request}.asks", f"there are at least {LEAST_ASKS} ways of asking")
    return requests


def _check_links(folder: Path, guide: FormGuide) -> None:
    for slug, topic in guide.topics.items():
        for other in topic.related:
            if other not in guide.topics or other == slug:
                raise ContentError(folder / "topics" / f"{slug}.toml", "related", f"there is no other topic {other}")
    for key, subject in guide.not_covered.items():
        for other in subject.nearest:
            if other not in guide.topics:
                raise ContentError(folder / "not_covered.toml", f"{key}.nearest", f"there is no topic {other}")


def _check_asks(folder: Path, guide: FormGuide) -> None:
    """No phrase may belong to two places: nobody could tell which of them it asks for."""
    places = {
        **{f"topics/{slug}.toml": {*one.names, *one.asks} for slug, one in guide.topics.items()},
        **{f"not_covered.toml {key}": set(one.asks) for key, one in guide.not_covered.items()},
        **{f"refusals.toml {key}": set(one.asks) for key, one in guide.refusals.items()},
        **{f"requests.toml {key}": set(one.asks) for key, one in guide.requests.items()},
    }
    counts = Counter(ask for asks in places.values() for ask in asks)
    for place, asks in places.items():
        for ask in sorted(asks):
            if counts[ask] > 1:
                file, _, key = place.partition(" ")
                raise ContentError(folder / file, f"{key}.asks" if key else "asks", f'"{ask}" stands in two places')
