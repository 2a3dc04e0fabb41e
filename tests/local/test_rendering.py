"""Messages are readable in a terminal and cannot steer it."""

import pytest

from bot.local.entities import parse_html
from bot.local.rendering import clean, rendered
from bot.local.shown import ShownMessage


def shown(source: str) -> ShownMessage:
    formatted = parse_html(source)
    return ShownMessage(data={"message_id": 1, "text": formatted.text, "entities": list(formatted.entities)})


@pytest.mark.parametrize(
    ("source", "plain", "coloured"),
    [
        ("go", "go", "go"),
        ("<b>go</b> on", "go on", "\x1b[0m\x1b[1mgo\x1b[0m on"),
        ("<b>a<i>b</i></b>", "ab", "\x1b[0m\x1b[1ma\x1b[0m\x1b[1m\x1b[3mb\x1b[0m"),
        ("🏃<u>x</u>", "🏃x", "🏃\x1b[0m\x1b[4mx\x1b[0m"),
        (
            '<a href="https://example.org">here</a>!',
            "here (https://example.org)!",
            "\x1b[0m\x1b[4mhere\x1b[0m (https://example.org)!",
        ),
        ('<a href="https://example.org">https://example.org</a>', "https://example.org", None),
        ("a\n<blockquote>one\ntwo\n</blockquote>end", "a\n│ one\n│ two\nend", "a\n│ one\n│ two\nend"),
    ],
)
def test_formatting_shows_in_colour_and_links_and_quotes_always(source: str, plain: str, coloured: str | None) -> None:
    assert rendered(shown(source), colour=False) == plain
    if coloured is not None:
        assert rendered(shown(source), colour=True) == coloured


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one\n\ttwo", "one\n\ttwo"),
        ("\x1b[2Jgone\x07", "[2Jgone"),
        ("\r\x9bhidden", "hidden"),
        ("\u202egnitfel", "gnitfel"),
        ("half \ud83d pair", "half  pair"),
        ("🏋️\u200d♀️ stays", "🏋️\u200d♀️ stays"),
    ],
)
def test_what_could_steer_a_terminal_is_dropped(text: str, kept: str) -> None:
    assert clean(text) == kept
