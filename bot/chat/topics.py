"""A page of the form guide as text: cue, mistake, what to try, when to stop, both sides, and where it comes from."""

from collections.abc import Iterator

from bot.app import messages as m
from bot.app.guide import Topic
from bot.chat.words import Reader, tell


def lines(reader: Reader, topic: Topic) -> Iterator[str]:
    """Yield the title, the cue, and what belongs to it."""
    answer = topic.answer
    yield topic.title
    yield from answer.cue
    yield tell(reader, m.TOPIC_MISTAKE, text=answer.mistake)
    yield tell(reader, m.TOPIC_TRY, text=answer.try_)
    yield tell(reader, m.TOPIC_STOP, text=answer.stop)
    if answer.differ is not None:
        yield tell(reader, m.TOPIC_DIFFER, text=answer.differ)
    yield tell(reader, m.ANSWER_SOURCES, sources="; ".join(_sources(reader, topic)))


def _sources(reader: Reader, topic: Topic) -> Iterator[str]:
    yield from dict.fromkeys(reader.texts.guides[claim] for claim in topic.claims)
    yield from (paper.cite.partition(",")[0] for paper in topic.papers)
